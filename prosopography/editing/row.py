"""What every act does with a row: check it, save it, say who did it and why."""

from copy import copy
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction

from prosopography.models import (
    Alternative,
    Assertion,
    Citation,
    Identification,
    Redirect,
    Status,
)
from prosopography.queries.address import was_public

from .consequences import follow
from .renaming import carry_over, held_settlements
from .standing import retraction_faults

Editor = AbstractBaseUser | None


@transaction.atomic
def save(row: models.Model, *, editor: Editor = None, reason: str = "") -> None:
    """Checks a row as a form would and saves it, with its history.

    A changed slug leaves a redirect from the old address. Raises ValidationError, with the sentence
    at its field, and then nothing is saved.
    """
    lock_tree(row)
    row.full_clean()
    _check_standing(row)
    old_slug = _old_slug(row)
    before = type(row)._default_manager.filter(pk=row.pk).first() if row.pk else None
    held = held_settlements() if old_slug else set()
    sign(row, editor=editor, reason=reason)
    row.save()
    if old_slug:
        _redirect(row, old_slug, editor=editor)
    _settle_identity(row, editor=editor)
    follow(row, before=before)
    if old_slug:
        carry_over(row, old_slug, held, editor=editor)


def create(
    model: type[models.Model], *, editor: Editor = None, reason: str = "", **columns: Any
) -> Any:
    """A new row of a table, checked and saved. Raises ValidationError."""
    _refuse_reason(model)
    row = model(**columns)
    save(row, editor=editor, reason=reason)
    return row


def revise(row: Any, *, editor: Editor = None, reason: str = "", **changes: Any) -> None:
    """Changes some columns of a row, checked and saved. Raises ValidationError."""
    _refuse_reason(type(row))
    for column, value in changes.items():
        row._meta.get_field(column)  # a misspelt column is an error, not a new attribute
        setattr(row, column, value)
    save(row, editor=editor, reason=reason)


def _refuse_reason(model: type[models.Model]) -> None:
    """A passage's own column ``reason`` cannot be told from the reason of the change."""
    if any(field.name == "reason" for field in model._meta.concrete_fields):
        raise TypeError(
            f"A {model._meta.verbose_name} has a column “reason”: make it and save() it."
        )


@transaction.atomic
def discard(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Deletes a row that never was public and that nothing rests on; its history is kept.

    Raises ValidationError, and then nothing is deleted. Claims and citations have acts of their own
    (``assertion.discard``, ``assertion.withdraw_citation``).
    """
    if faults := discard_faults(row):
        raise ValidationError(faults)
    delete(row, editor=editor, reason=reason)


def delete(row: Any, *, editor: Editor = None, reason: str = "") -> None:
    """Deletes a row, signed, with what follows. Raises ValidationError where others rest on it."""
    sign(row, editor=editor, reason=reason)
    gone = copy(row)  # with its key, which Django takes from a deleted row
    try:
        row.delete()
    except models.ProtectedError as error:
        raise ValidationError(_resting(error)) from error
    follow(gone)


def discard_faults(row: Any) -> list[str]:
    """Why an address that others may have cited must not vanish: one sentence, none if it may.

    A row without an address of its own (identifier, passage, derivation, authority) may.
    """
    if isinstance(row, Redirect):
        return ["An old address is kept for those who have cited it: let it lead elsewhere."]
    if not hasattr(row, "redirects") or not was_public(row):
        return []
    noun = row._meta.verbose_name
    if not hasattr(row, "status"):
        return [f"A {noun} has a public address from its first day: rename it instead."]
    return [f"This {noun} has been public: retract it instead of deleting it."]


def _resting(error: models.ProtectedError) -> list[str]:
    """What rests on a row that was to be deleted, at most five named."""
    rows = sorted(f"{row._meta.verbose_name} {row}" for row in error.protected_objects)
    faults = [f"It is still used by the {name}." for name in rows[:5]]
    return [*faults, "… and more."] if rows[5:] else faults


def sign(row: Any, *, editor: Editor, reason: str) -> None:
    """Tells the history who saves this row, and why."""
    row._history_user = editor
    row._change_reason = reason


def lock(*rows: Any) -> None:
    """Holds these rows, until the transaction ends, against other editors' acts.

    Where the database has no row locks (SQLite), writers wait for one another anyway.
    """
    for row in rows:
        if row is not None and row.pk is not None:
            list(type(row).objects.select_for_update(no_key=True).filter(pk=row.pk).values("pk"))


def lock_tree(row: Any) -> None:
    """Holds the whole tree while a row of it moves: two moves at once could make a circle."""
    model = type(row)
    links = [field.attname for field in model._meta.concrete_fields if field.related_model is model]
    before = model.objects.filter(pk=row.pk).values(*links).first() if links and row.pk else None
    if before and before != {link: getattr(row, link) for link in links}:
        list(model.objects.select_for_update(no_key=True).order_by("pk").values("pk"))


def _check_standing(row: Any) -> None:
    """What public claims rest on stays public. Raises ValidationError."""
    if row.pk is None or getattr(row, "status", Status.PUBLISHED) == Status.PUBLISHED:
        return
    was = type(row).objects.filter(pk=row.pk).values_list("status", flat=True).first()
    if was == Status.PUBLISHED and (faults := retraction_faults(row)):
        raise ValidationError({"status": faults})


def _settle_identity(row: Any, *, editor: Editor) -> None:
    """Takes away the alternatives that make no sense any more: the doubt is over, or they are it."""
    if isinstance(row, Citation):
        idle = row.alternatives.all()
        if row.identification == Identification.DOUBTFUL:
            idle = idle.filter(person__in=_persons(row.assertion))
    elif isinstance(row, Assertion):
        idle = Alternative.objects.filter(citation__assertion=row, person__in=_persons(row))
    else:
        return
    for alternative in idle:
        delete(alternative, editor=editor, reason="identified")


def _persons(claim: Assertion) -> list[int]:
    return [key for key in (claim.person_id, claim.related_person_id) if key is not None]


def _old_slug(row: Any) -> str | None:
    """The address that this save takes away, if it ever was public."""
    if row.pk is None or not hasattr(row, "redirects"):
        return None
    old = type(row).objects.filter(pk=row.pk).first()
    return old.slug if old is not None and old.slug != row.slug and was_public(old) else None


def _redirect(row: Any, old_slug: str, *, editor: Editor) -> None:
    noun = row._meta.model_name
    # The new address may have been an old one: what is there now must not redirect away.
    for old in Redirect.objects.filter(noun=noun, slug=row.slug):
        sign(old, editor=editor, reason="renamed")
        old.delete()
    save(Redirect(noun=noun, slug=old_slug, **{noun: row}), editor=editor, reason="renamed")
