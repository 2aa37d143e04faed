"""What a question asks of one claim, in plain words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext, pgettext

from prosopography.models import KINDS
from prosopography.queries.words import in_words

from .node import Pattern
from .wording_dates import stands
from .wording_lists import either, not_counted, quoted, rows

_KINDS = {"participation": noop("part in an event"), "authorship": noop("written work")}
_BEFORE_A_VOWEL = tuple("aeio")
_POLARITIES = {
    "affirmed": noop("said to be so"),
    "denied": noop("said not to be so"),
    "silent": noop("of which a source says nothing"),
}
_CALENDARS = {
    "julian": noop("in the Julian calendar"),
    "gregorian": noop("in the Gregorian calendar"),
    "unknown": noop("in a calendar that is not stated"),
}


def claim(pattern: Pattern) -> str:
    """“as “chairman” in Tsentrobalt, at some time in 1917”."""
    words = []
    if pattern.person or pattern.converse:
        words.append(_relationship(pattern))
    elif pattern.role:
        words.append(_("as {roles}").format(roles=quoted(row.label for row in pattern.role)))
    elif pattern.kind:
        kinds = either(_with_article(kind) for kind in pattern.kind)
        words.append(_("with {kinds}").format(kinds=kinds))
    if pattern.organisation:
        joint = pgettext("organisation", "in {names}")
        words.append(joint.format(names=rows(pattern.organisation)))
    if pattern.event:
        words.append(pgettext("event", "in {names}").format(names=rows(pattern.event)))
    if pattern.place:
        words.append(_("at {names}").format(names=rows(pattern.place)))
    if pattern.name:
        words.append(_("under the name {names}").format(names=quoted(pattern.name)))
    places = (*pattern.organisation, *pattern.event, *pattern.place)
    more = [_("with “{text}” in its text").format(text=pattern.text)] if pattern.text else []
    more += not_counted(pattern.role, places) if pattern.exact else []
    told = pgettext("between the parts of a claim", " ").join(words) or _("with a claim")
    return ", ".join([told, *more, *_time(pattern), *_said_so(pattern)])


def _relationship(pattern: Pattern) -> str:
    """“as “critic of” Stalin”; “as the person to whom Trotsky is “critic of””."""
    role = quoted(row.label for row in pattern.role) if pattern.role else ""
    names = rows(pattern.person) if pattern.person else _("somebody")
    if not pattern.converse:
        joint = _("as {role} {names}") if role else _("with a relationship to {names}")
    elif role:
        joint = _("as the person to whom {names} is {role}")
    else:
        joint = _("as the person to whom {names} has a relationship")
    return joint.format(role=role, names=names)


def _with_article(kind: str) -> str:
    label = _KINDS.get(kind, KINDS[kind].label)
    joint = _("an {kind}") if label.startswith(_BEFORE_A_VOWEL) else _("a {kind}")
    return joint.format(kind=_(label))


def _time(pattern: Pattern) -> list[str]:
    words = [stands(pattern.date)] if pattern.date else []
    if pattern.calendar:
        calendars = either(_(_CALENDARS[each]) for each in pattern.calendar)
        words.append(_("dated {calendars}").format(calendars=calendars))
    return words


def _said_so(pattern: Pattern) -> list[str]:
    words = []
    if pattern.source:
        words.append(_("told in {sources}").format(sources=rows(pattern.source)))
    voices = [*pattern.attributed_to_source, *pattern.attributed_to_person]
    if voices:
        told = either(dict.fromkeys(row.label for row in voices))
        words.append(_("on the word of {voices}").format(voices=told))
    if number := pattern.independent_witnesses:
        words.append(
            ngettext(
                "with at least {number} independent witness",
                "with at least {number} independent witnesses",
                number,
            ).format(number=number)
        )
    if pattern.certainty:
        certainties = either(map(in_words, pattern.certainty))
        words.append(_("told as {certainties}").format(certainties=certainties))
    if pattern.basis:
        words.append(either(map(in_words, pattern.basis)))
    if pattern.polarity:
        words.append(either(_(_POLARITIES[each]) for each in pattern.polarity))
    if pattern.rank:
        words.append(_("ranked as {ranks}").format(ranks=either(map(in_words, pattern.rank))))
    if not pattern.doubtful:
        words.append(_("with a citation that surely means them"))
    return words
