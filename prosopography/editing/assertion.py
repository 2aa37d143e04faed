"""Making claims and giving their evidence."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from prosopography.models import (
    Alternative,
    Assertion,
    Citation,
    Person,
    Source,
    Stance,
    Status,
)
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
def name_alternatives(
    citation: Citation, persons: Collection[Person], *, editor: Editor = None, reason: str = ""
) -> None:
    """Says whom else the name as printed may mean: these persons and nobody else.

    Raises ValidationError where the identification is not doubtful or the claim is about one of them.
    """
    for alternative in citation.alternatives.exclude(person__in=persons):
        rows.delete(alternative, editor=editor, reason=reason)
    known = set(citation.alternatives.values_list("person", flat=True))
    for person in persons:
        if person.pk not in known:
            known.add(person.pk)
            try:
                rows.create(
                    Alternative, citation=citation, person=person, editor=editor, reason=reason
                )
            except ValidationError as error:
                raise ValidationError(error.messages) from error


@transaction.atomic
def withdraw_citation(citation: Citation, *, editor: Editor = None, reason: str = "") -> None:
    """Removes a citation, with its history kept. A published claim keeps at least one."""
    rows.lock(citation.assertion)
    if faults := withdrawal_faults(citation):
        raise ValidationError(faults)
    for alternative in citation.alternatives.all():
        rows.delete(alternative, editor=editor, reason=reason)
    rows.delete(citation, editor=editor, reason=reason)


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
    for citation in assertion.citations.all():
        for alternative in citation.alternatives.all():
            rows.delete(alternative, editor=editor, reason=reason)
        rows.delete(citation, editor=editor, reason=reason)
    rows.delete(assertion, editor=editor, reason=reason)


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
    alternatives: Mapping[str, Collection[Person]] | None = None,
    editor: Editor = None,
    reason: str = "",
) -> None:
    """Saves new or changed citations of a saved claim, withdraws others, and checks the whole.

    ``alternatives`` says, by their identifiers, whom else the names in citations may mean; those of
    a citation that is not in it stay. Raises ValidationError, and then nothing is saved.
    """
    others = alternatives or {}
    for citation in citations:
        citation.assertion = assertion
        rows.save(citation, editor=editor, reason=reason)
        if citation.identifier in others:
            name_alternatives(citation, others[citation.identifier], editor=editor, reason=reason)
    for citation in withdrawn:
        withdraw_citation(citation, editor=editor, reason=reason)
    check_publishable(assertion)
