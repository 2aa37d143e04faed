"""One claim with all that is known of it, and what speaks against it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from prosopography.dates import iso_day
from prosopography.models import COLUMNS, Assertion

from .claims import Claim, prepare, public_claims
from .conflict import ConflictBox, conflict_box
from .sentence import sentence
from .witness import Stemma, Testimony, testimony


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
    conflicts: ConflictBox
    testimony: Testimony


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

    Six queries: the claim, its citations with whom else they may mean, its conflicts (those of
    ``conflict_box`` where there is one), and two for how the sources derive from one another.
    """
    assertion = public_claims().filter(identifier=identifier).first()
    if assertion is None:
        return None
    conflicts = conflict_box(Q(claims=assertion))
    column = assertion.subject_column
    return AssertionPage(
        assertion=assertion,
        claim=prepare(assertion, disputed={assertion.pk} if conflicts.total else ()),
        sentence=sentence(assertion),
        subject=getattr(assertion, column) if column else None,
        columns=_columns(assertion),
        limits=_limits(assertion),
        conflicts=conflicts,
        testimony=testimony(assertion, Stemma.load()),
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
