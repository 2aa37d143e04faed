"""Conflicts in words."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from prosopography.models import Assertion, Marks
from prosopography.queries.sentence import plain, predicate

from .conflict import Side
from .dated import date_of, date_text, occurrences_of
from .dossier import Dossier
from .sides import have_one_voice, side

_MOST = 3


def listed(words: Iterable[str]) -> str:
    """“1937”, “1937 and 1938”, “1927, 1928 and 1929”."""
    *rest, last = words
    if not rest:
        return last
    return _("{rest} and {last}").format(rest=", ".join(rest), last=last)


def either(words: Iterable[str]) -> str:
    """“1886 or 1892”."""
    return _(" or ").join(words)


def by_whom(sides: Sequence[Side], dossier: Dossier, texts: Sequence[str] = ()) -> str:
    """What is said, and by how many: “1937 by one source and 1938 by another”.

    ``texts`` replace those of the sides.
    """
    texts = texts or [each.text for each in sides]
    if have_one_voice(sides, dossier):
        return listed(texts)
    several = [len(set().union(*map(dossier.voices, each.claims))) > 1 for each in sides]
    if len(sides) == 2 and not all(several):
        if several[0]:
            pattern = _("{one} by several sources and {other} by another")
        elif several[1]:
            pattern = _("{one} by one source and {other} by others")
        else:
            pattern = _("{one} by one source and {other} by another")
        return pattern.format(one=texts[0], other=texts[1])
    return _("{texts} by different sources").format(texts=listed(texts))


def exact_dates(sides: Sequence[Side]) -> list[str]:
    """The most exact date of each side, for a sentence: of 1938 and February 1938 the latter."""
    exact = []
    for each in sides:
        claim = min((claim for claim in each.claims if claim.edtf), key=_length, default=None)
        text = date_text(date_of(claim)) if claim else each.text
        exact.append(side(text, each.claims).text if claim else text)
    return exact


def _length(claim: Assertion) -> float:
    """How many days the date of a claim leaves open."""
    first, last = claim.earliest_start, claim.latest_end
    return float("inf") if first is None or last is None else last - first


def one_day(subject: str, sides: Sequence[Side]) -> str:
    """The remark on dates that probably are one day."""
    texts = listed(exact_dates(sides))
    pattern = _("{subject} is dated {texts}, probably one day in two calendars.")
    return pattern.format(subject=subject, texts=texts)


def when_text(claim: Assertion, dossier: Dossier) -> str:
    """The date of a claim, or of the event that dates it."""
    if claim.edtf:
        return date_text(date_of(claim))
    dates = dict.fromkeys(date_text(date_of(each)) for each in occurrences_of(claim, dossier))
    return either(dates)


def act_text(claim: Assertion, dossier: Dossier) -> str:
    """What was done or held, and when: “member, Tsentrobalt (1917)”."""
    said = plain(predicate(claim))
    date = when_text(claim, dossier)
    return f"{said} ({date})" if date else said


def act_sides(claims: Iterable[Assertion], dossier: Dossier) -> list[Side]:
    """A side for each act, claims that say the same together."""
    groups: dict[str, list[Assertion]] = {}
    for claim in claims:
        groups.setdefault(act_text(claim, dossier), []).append(claim)
    return [side(text, found) for text, found in groups.items()]


def date_sides(pattern: str, claims: Iterable[Assertion]) -> list[Side]:
    """A side for each date: “born 1892” of the pattern “born {date}”."""
    groups: dict[str, list[Assertion]] = {}
    for claim in claims:
        text = pattern.replace("{date}", date_text(date_of(claim)))
        groups.setdefault(text, []).append(claim)
    return [side(text, found) for text, found in groups.items()]


def being_sides(claims: Iterable[Assertion], mark: Marks) -> list[Side]:
    """A side for each date of a body's being: “the body existed 1923 to 1927”."""
    given = list(claims)
    spans = [claim for claim in given if claim.lasting]
    ends = [claim for claim in given if not claim.lasting]
    is_start = mark == Marks.BEGINNING
    limit = _("beginning of the body: {date}") if is_start else _("end of the body: {date}")
    return [*date_sides(_("the body existed {date}"), spans), *date_sides(limit, ends)]


def quoted(sides: Sequence[Side]) -> str:
    """The acts in a sentence, the first few by name: “member, Tsentrobalt (1880)” and 4 more."""
    shown = [_("“{text}”").format(text=each.text) for each in sides[:_MOST]]
    more = len(sides) - len(shown)
    return listed([*shown, _("{number} more").format(number=more)] if more else shown)


def dates_in(claims: Iterable[Assertion]) -> str:
    """The different dates of these claims: “1886 or 1892”."""
    return either(dict.fromkeys(date_text(date_of(claim)) for claim in claims))
