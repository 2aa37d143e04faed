"""Making claims and giving their evidence."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from prosopography.models import Assertion, Citation, Source, Stance, Status
from prosopography.queries.address import was_public

from . import row as rows
from .publication import check_publishable
from .row import Editor


@transaction.atomic
def assert_claim(
    kind: str, *, editor: Editor = None, reason: str = "", **columns: Any
) -> Assertion:
    """A new claim, not yet published: it has no citation. Raises ValidationError.

    ``columns`` are those of the assertion: person, role, organisation, edtf, certainty …
    """
    made = rows.create(Assertion, kind=kind, editor=editor, reason=reason, **columns)
    check_publishable(made)
    return made


@transaction.atomic
def cite(
    assertion: Assertion,
    *,
    source: Source,
    locator: str,
    editor: Editor = None,
    reason: str = "",
    **columns: Any,
) -> Citation:
    """A new citation of a claim: where the source says so. Raises ValidationError."""
    made = rows.create(
        Citation,
        assertion=assertion,
        source=source,
        locator=locator,
        editor=editor,
        reason=reason,
        **columns,
    )
    check_publishable(assertion)
    return made


@transaction.atomic
def withdraw_citation(citation: Citation, *, editor: Editor = None, reason: str = "") -> None:
    """Removes a citation, with its history kept. A published claim keeps at least one."""
    rows.lock(citation.assertion)
    if faults := withdrawal_faults(citation):
        raise ValidationError(faults)
    rows.sign(citation, editor=editor, reason=reason)
    citation.delete()


def withdrawal_faults(citation: Citation) -> list[str]:
    """Why a citation must stay: the last one of a published claim does. Empty if it may go."""
    claim = citation.assertion
    others = claim.citations.exclude(pk=citation.pk).filter(stance=Stance.SUPPORTS)
    if claim.status == Status.PUBLISHED and not others.exists():
        return ["This is the only citation of a published claim: retract the claim first."]
    return []


@transaction.atomic
def discard(assertion: Assertion, *, editor: Editor = None, reason: str = "") -> None:
    """Deletes a claim that never was public, with its citations; the history of both is kept.

    What has been public is retracted instead, for others may have cited it.
    """
    if faults := discard_faults(assertion):
        raise ValidationError(faults)
    for row in (*assertion.citations.all(), assertion):
        rows.sign(row, editor=editor, reason=reason)
        row.delete()


def discard_faults(assertion: Assertion) -> list[str]:
    """Why a claim must not vanish; empty if it may."""
    if was_public(assertion):
        return ["This claim has been public: retract it instead of deleting it."]
    return []


@transaction.atomic
def save_evidence(
    assertion: Assertion,
    citations: Iterable[Citation] = (),
    *,
    withdrawn: Iterable[Citation] = (),
    editor: Editor = None,
    reason: str = "",
) -> None:
    """Saves new or changed citations of a saved claim, withdraws others, and checks the whole.

    Raises ValidationError, and then nothing is saved.
    """
    for citation in citations:
        citation.assertion = assertion
        rows.save(citation, editor=editor, reason=reason)
    for citation in withdrawn:
        withdraw_citation(citation, editor=editor, reason=reason)
    check_publishable(assertion)
