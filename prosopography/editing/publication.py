"""Bringing rows before the public, and taking them back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from prosopography.models import Assertion, Citation, Source, Status
from prosopography.models.assertion import ENTITY_COLUMNS

from . import row as rows
from .row import Editor


def publication_faults(assertion: Assertion) -> list[str]:
    """Why this claim cannot be published: a sentence for each reason, none if it can.

    It needs a citation, and everything that it names must itself be published.
    """
    faults = [
        f"{getattr(assertion, column)} is not published."
        for column in ENTITY_COLUMNS
        if (entity := getattr(assertion, column)) is not None and entity.status != Status.PUBLISHED
    ]
    citations = list(assertion.citations.with_sources()) if assertion.pk else []
    if not citations:
        faults.append("A published claim needs at least one citation.")
    for citation in citations:
        faults += [f"{named} is not published." for named in _unpublished(citation)]
    return list(dict.fromkeys(faults))


def _unpublished(citation: Citation) -> list[Any]:
    named = (citation.source, citation.attributed_to_source, citation.attributed_to_person)
    return [row for row in named if row is not None and row.status != Status.PUBLISHED]


@transaction.atomic
def publish(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Makes a claim, source, person, body, event or place public. Raises ValidationError."""
    if isinstance(row, Assertion) and (faults := publication_faults(row)):
        raise ValidationError({"status": faults})
    rows.revise(row, editor=editor, reason=reason, status=Status.PUBLISHED)


@transaction.atomic
def submit(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Hands a draft to a reviewer. Raises ValidationError."""
    if row.status != Status.DRAFT:
        raise ValidationError({"status": "Only a draft is handed in for review."})
    rows.revise(row, editor=editor, reason=reason, status=Status.REVIEW)


@transaction.atomic
def send_back(row: Any, *, editor: Editor = None, reason: str) -> None:
    """Gives what is in review back to its editor as a draft, with the reason. Raises ValidationError."""
    if row.status != Status.REVIEW:
        raise ValidationError({"status": "Only what is in review is sent back."})
    if not reason.strip():
        raise ValidationError({"status": "Say why it is sent back."})
    rows.revise(row, editor=editor, reason=reason, status=Status.DRAFT)


@transaction.atomic
def retract(row: Any, *, editor: Editor = None, reason: str) -> None:
    """Takes a row back from the public, with the reason. Raises ValidationError.

    What public claims still name is not retracted under them: retract or change those first.
    """
    if row.status != Status.PUBLISHED:
        raise ValidationError({"status": "Only what is published is retracted."})
    if not reason.strip():
        raise ValidationError({"status": "Say why it is retracted."})
    if faults := retraction_faults(row):
        raise ValidationError({"status": faults})
    rows.revise(row, editor=editor, reason=reason, status=Status.RETRACTED)


def retraction_faults(row: Any) -> list[str]:
    """Why this row cannot leave the public: the claims that still rest on it, at most five named."""
    if isinstance(row, Assertion):
        return []
    resting = list(_resting_on(row).order_by("identifier")[:6])
    faults = [f"The published claim {claim.identifier} rests on it." for claim in resting[:5]]
    return [*faults, "… and more."] if len(resting) > 5 else faults


def _resting_on(row: Any) -> Any:
    # Without an order: SQLite takes no ordered parts of a union.
    published = Assertion.objects.filter(status=Status.PUBLISHED).order_by()
    if isinstance(row, Source):
        return published.filter(citations__source=row).union(
            published.filter(citations__attributed_to_source=row)
        )
    noun = row._meta.model_name
    found = published.filter(**{noun: row})
    if noun == "person":
        found = found.union(
            published.filter(related_person=row),
            published.filter(citations__attributed_to_person=row),
        )
    return found
