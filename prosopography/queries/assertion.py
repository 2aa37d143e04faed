"""One claim with all that is known of it, and what speaks against it."""

from dataclasses import dataclass
from typing import Any

from prosopography.dates import iso_day
from prosopography.models import COLUMNS, Assertion

from .claims import Claim, prepare, public_claims
from .disagreement import Disagreement, disagreements, disputed, place_tree, rivals_of
from .sentence import sentence


@dataclass(frozen=True)
class Column:
    """A filled column of a claim: what it is called, what it says, the row that it names."""

    name: str
    text: str
    row: Any


@dataclass(frozen=True)
class Day:
    """One of the four limits of a date, as a Gregorian day in ISO 8601; empty for none."""

    name: str
    day: str


@dataclass(frozen=True)
class AssertionPage:
    """Everything that the page of a claim shows."""

    assertion: Assertion
    claim: Claim
    sentence: str
    subject: Any
    columns: list[Column]
    limits: list[Day]
    disagreements: list[Disagreement]


_LABELS = {
    "person": "Person",
    "related_person": "Other person",
    "role": "Role",
    "organisation": "Organisation",
    "event": "Event",
    "place": "Place",
}


def assertion_page(identifier: str) -> AssertionPage | None:
    """The public claim of this identifier; None if there is none that the public may see.

    Five queries: the claim, its citations, what could speak against it, the citations of that, and
    the places.
    """
    assertion = public_claims().filter(identifier=identifier).first()
    if assertion is None:
        return None
    rivals = public_claims().filter(rivals_of([assertion])).exclude(pk=assertion.pk)
    claims, places = [assertion, *rivals], place_tree()
    column = assertion.subject_column
    return AssertionPage(
        assertion=assertion,
        claim=prepare(assertion, disputed=disputed(claims, places)),
        sentence=sentence(assertion),
        subject=getattr(assertion, column) if column else None,
        columns=_columns(assertion),
        limits=_limits(assertion),
        disagreements=[
            found
            for found in disagreements(claims, places)
            if any(assertion.identifier in side.identifiers for side in found.sides)
        ],
    )


def _columns(assertion: Assertion) -> list[Column]:
    """What the claim is made of, column by column."""
    labels = {**_LABELS, "value": assertion.kind_rules.value_label}
    filled = [(name, getattr(assertion, name)) for name in COLUMNS]
    return [
        Column(labels[name], str(value), None if name == "value" else value)
        for name, value in filled
        if value
    ]


def _limits(assertion: Assertion) -> list[Day]:
    if not assertion.edtf:
        return []
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    return [Day(name.replace("_", " "), iso_day(getattr(assertion, name)) or "") for name in names]
