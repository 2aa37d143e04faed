"""A claim as columns of a table, with where it stands in the sources and in which words."""

from collections.abc import Iterable

from prosopography.dates import Bounds, iso_day
from prosopography.models import Assertion, Citation, Stance

from .sentence import sentence

_NAMED = ("related_person", "role", "organisation", "event", "place")
_DAYS = Bounds._fields

#: What is told of each citation, in the same order: the first value of each is of the first one.
CITATION_COLUMNS = ("citations", "named_as", "attributed_to", "identification")
CLAIM_COLUMNS = (
    "identifier",
    "kind",
    "sentence",
    "subject",
    "subject_label",
    *(column for noun in _NAMED for column in (noun, f"{noun}_label")),
    "value",
    "date_text",
    "calendar",
    "edtf",
    *_DAYS,
    "certainty",
    "basis",
    "polarity",
    "rank",
    "witnesses",
    *CITATION_COLUMNS,
    "quotations",
)


def claim_row(claim: Assertion) -> dict[str, object]:
    """The claim, loaded with all that it names and its citations, as ``CLAIM_COLUMNS``.

    ``subject`` is the person whom it is about, who is not always the one that it is told of.
    """
    citations = claim.citations.all()
    return {
        "identifier": claim.identifier,
        "kind": claim.kind,
        "sentence": sentence(claim),
        **_named("subject", claim.person),
        **{
            name: cell
            for noun in _NAMED
            for name, cell in _named(noun, getattr(claim, noun)).items()
        },
        "value": claim.value,
        "date_text": claim.date_text,
        "calendar": claim.calendar,
        "edtf": claim.edtf,
        **{day: iso_day(getattr(claim, day)) for day in _DAYS},
        "certainty": claim.certainty,
        "basis": claim.basis,
        "polarity": claim.polarity,
        "rank": claim.rank,
        "witnesses": claim.witnesses,
        "citations": _one_each(map(_cited, citations)),
        "named_as": _one_each(each.named_as for each in citations),
        "attributed_to": _one_each(map(_word_of, citations)),
        "identification": _one_each(each.identification for each in citations),
        "quotations": "; ".join(
            f"{_cited(each)}: “{each.quotation}”" for each in citations if each.quotation
        ),
    }


def _named(noun: str, row: object) -> dict[str, str]:
    """Slug and label of what a claim names; both empty where it names none."""
    return {noun: getattr(row, "slug", ""), f"{noun}_label": getattr(row, "label", "")}


def _cited(citation: Citation) -> str:
    """Source and place, and whether it contradicts."""
    contradicts = " (contradicts)" if citation.stance == Stance.CONTRADICTS else ""
    return f"{citation.source.slug} {citation.locator}{contradicts}"


def _word_of(citation: Citation) -> str:
    """The work and the person that the source reports there."""
    word_of = (citation.attributed_to_source, citation.attributed_to_person)
    return ", ".join(row.slug for row in word_of if row is not None)


def _one_each(values: Iterable[str]) -> str:
    """One value for each citation, also an empty one; nothing at all where all are empty."""
    listed = list(values)
    return "; ".join(listed) if any(listed) else ""
