"""What one claim affirms and another denies."""

from collections.abc import Iterator
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Answer, overlaps
from prosopography.models import COLUMNS, Assertion, Nature, Polarity
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import side
from prosopography.queries.script import label_of
from prosopography.queries.sentence import plain, predicate

#: The columns that hold a row with a slug.
_ROWS = tuple(column for column in COLUMNS if column != "value")


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each thing denied, with the claims that affirm it or a case of it.

    That somebody never was expelled denies his expulsion from a party in 1927; that he was not
    expelled in Moscow, or not in 1927, does not deny that he was expelled. A source that says nothing
    denies nothing.
    """
    denials: dict[str, list[Assertion]] = {}
    for claim in dossier.identified:
        if claim.polarity == Polarity.DENIED:
            denials.setdefault(_topic(claim), []).append(claim)
    for topic, denied in denials.items():
        against = [each for each in dossier.affirmed if _denies(denied[0], each, dossier)]
        if against:
            said = plain(predicate(against[0]))
            sentence = _("It is affirmed and denied of {name}: “{claim}”.").format(
                name=label_of(dossier.subject), claim=said
            )
            sides = [side(_("affirmed"), against), side(_("denied"), denied)]
            yield dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _topic(claim: Assertion) -> str:
    """What is denied, in the names of what it names."""
    rows = [getattr(claim, column) for column in _ROWS]
    words = [claim.kind, *(row.slug for row in rows[1:] if row is not None)]
    if claim.value:
        words.append(sha256(claim.value.encode()).hexdigest()[:8])
    return ":".join([*words, claim.edtf] if claim.edtf else words)


def _denies(denied: Assertion, affirmed: Assertion, dossier: Dossier) -> bool:
    """Whether what is denied is what is affirmed, or more general, at a time that may be the same."""
    if denied.kind != affirmed.kind or not _covers(denied, affirmed, dossier):
        return False
    if "value" in denied.kind_rules.needs and denied.value != affirmed.value:
        return False
    if not denied.edtf:
        return True
    at_once = overlaps(denied.bounds, affirmed.bounds) != Answer.EXCLUDED
    return bool(affirmed.edtf) and at_once


def _covers(denied: Assertion, affirmed: Assertion, dossier: Dossier) -> bool:
    """Whether every row that the denial names is the same in the other, or has it within."""
    trees = {"role": dossier.around.roles, "place": dossier.around.places}
    for column in _ROWS:
        wide, narrow = getattr(denied, f"{column}_id"), getattr(affirmed, f"{column}_id")
        if wide is None or wide == narrow:
            continue
        if narrow is None or column not in trees or wide not in trees[column].above(narrow):
            return False
    return True


RULE = Rule(
    key="denied",
    title=noop("Affirmed and denied"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("person", "organisation", "event"),
    find=find,
)
