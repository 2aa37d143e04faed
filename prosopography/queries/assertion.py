"""One claim with all that is known of it, and what speaks against it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prosopography.dates import iso_day
from prosopography.models import COLUMNS, Assertion

from .claims import Claim, prepare, public_claims, when
from .conflict import ConflictBox, conflict_box
from .script import label_of
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
    "person": _("Person"),
    "related_person": _("Other person"),
    "role": _("Role"),
    "organisation": _("Organisation"),
    "event": _("Event"),
    "place": _("Place"),
}
_LIMITS = {
    "earliest_start": _("earliest start"),
    "latest_start": _("latest start"),
    "earliest_end": _("earliest end"),
    "latest_end": _("latest end"),
}


def dated_sentence(assertion: Assertion) -> str:
    """The whole claim with its date, for a title: “Ivar Smilga – member, Tsentrobalt, 1917”.

    Asks nothing, if the claim was loaded with what it names.
    """
    dated = when(assertion)
    return f"{sentence(assertion)}, {dated.text}" if dated else sentence(assertion)


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
    labels = {**_LABELS, "value": gettext(assertion.kind_rules.value_label)}
    filled = [(name, getattr(assertion, name)) for name in COLUMNS]
    return [
        Column(str(labels[name]), value, None)
        if name == "value"
        else Column(str(labels[name]), label_of(value), value)
        for name, value in filled
        if value
    ]


def _limits(assertion: Assertion) -> list[Day]:
    if not assertion.edtf:
        return []
    return [
        Day(str(_LIMITS[name]), iso_day(day) or "")
        for name, day in assertion.bounds._asdict().items()
    ]
