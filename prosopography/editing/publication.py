"""Bringing rows before the public, and taking them back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from prosopography.models import ENTITY_COLUMNS, Assertion, Citation, Stance, Status
from prosopography.queries.documents import quotation_faults

from . import row as rows
from .row import Editor
from .standing import retraction_faults


def publication_faults(assertion: Assertion) -> list[str]:
    """Why this claim cannot be published: a sentence for each reason, none if it can.

    It needs a citation, and everything that it names must itself be published. Whether its words
    stand in the documents is not asked here, so that an import stays quick: see ``word_faults``.
    """
    faults = [
        f"{getattr(assertion, column)} is not published."
        for column in ENTITY_COLUMNS
        if (entity := getattr(assertion, column)) is not None and entity.status != Status.PUBLISHED
    ]
    citations = _citations(assertion) if assertion.pk else []
    if not citations:
        faults.append("A published claim needs at least one citation.")
    elif all(citation.stance != Stance.SUPPORTS for citation in citations):
        faults.append("A published claim needs a citation that supports it; these contradict it.")
    for citation in citations:
        faults += [f"{named} is not published." for named in _unpublished(citation)]
    return list(dict.fromkeys(faults))


def word_faults(assertion: Assertion) -> list[str]:
    """The quotations and names of a claim that do not stand in their documents, a sentence each.

    Holds them against the files in the setting DOCUMENTS_DIR; without it, nothing can be said.
    """
    if not settings.DOCUMENTS_DIR:
        return []
    folder = Path(settings.DOCUMENTS_DIR)
    return [
        fault for citation in _citations(assertion) for fault in quotation_faults(citation, folder)
    ]


def _citations(assertion: Assertion) -> list[Citation]:
    loaded = "citations" in getattr(assertion, "_prefetched_objects_cache", {})
    return list(assertion.citations.all() if loaded else assertion.citations.with_sources())


def _unpublished(citation: Citation) -> list[Any]:
    named = (citation.source, citation.attributed_to_source, citation.attributed_to_person)
    return [row for row in named if row is not None and row.status != Status.PUBLISHED]


@transaction.atomic
def publish(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Makes a claim, source, person, body, event or place public. Raises ValidationError."""
    check_publishable(row, status=Status.PUBLISHED)
    rows.revise(row, editor=editor, reason=reason, status=Status.PUBLISHED)


def check_publishable(row: Any, *, status: str | None = None) -> None:
    """Raises ValidationError when a row that is, or is to be, published must not be.

    Holds the claim and all that it names, so that nobody takes them back meanwhile. Its quotations
    are held against the documents.
    """
    if not isinstance(row, Assertion) or (status or row.status) != Status.PUBLISHED:
        return
    rows.lock(row, *(getattr(row, column) for column in ENTITY_COLUMNS))
    # Read again: what another editor has just done to them is not in memory.
    whole = Assertion.objects.with_subjects().with_citations(public=False)
    stored = whole.filter(pk=row.pk).first() or row
    if faults := [*publication_faults(stored), *word_faults(stored)]:
        raise ValidationError({"status": faults})


def unpublishable() -> Iterator[tuple[Assertion, list[str]]]:
    """Every published claim that must not be, with the reasons; three queries a thousand claims."""
    published = (
        Assertion.objects.filter(status=Status.PUBLISHED)
        .with_subjects()
        .with_citations(public=False)
        .order_by("pk")
    )
    for claim in published.iterator(chunk_size=1000):
        if faults := publication_faults(claim):
            yield claim, faults


@transaction.atomic
def submit(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Hands a draft to a reviewer. Raises ValidationError."""
    if row.status != Status.DRAFT:
        raise ValidationError({"status": "Only a draft is submitted for review."})
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
    rows.lock(row)
    if faults := retraction_faults(row):
        raise ValidationError({"status": faults})
    rows.revise(row, editor=editor, reason=reason, status=Status.RETRACTED)
