"""Writing many rows at once, with history: what an import does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from simple_history.utils import bulk_create_with_history

from .row import sign
from .version import renew

_REASON = "import"
_BATCH = 500


class RowRefusedError(ValueError):
    """The database does not take a row; ``row`` is which, ``message`` why."""

    def __init__(self, row: models.Model, message: str) -> None:
        super().__init__(message)
        self.row = row
        self.message = message


@dataclass
class Batch:
    """Rows of one table, checked, to be written together."""

    model: type[models.Model]
    new: list[Any] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)


@transaction.atomic
def write(batch: Batch, *, reason: str = _REASON) -> None:
    """Saves the rows of a batch with their derived columns, search keys and history.

    Raises RowRefusedError for the first row that breaks a constraint of the database.
    """
    if batch.new or batch.changed:
        renew()
    try:
        with transaction.atomic():
            for layer in _layers(batch):
                bulk_create_with_history(
                    layer, batch.model, batch_size=_BATCH, default_change_reason=reason
                )
            for row in batch.changed:
                sign(row, editor=None, reason=reason)
                row.save()
    except IntegrityError as error:
        raise _guilty(batch, error) from error


def refresh_statistics() -> None:
    """Tells the database how much there is of everything now.

    After an import its planner still believes in empty tables, and PostgreSQL would take seconds for
    a search that takes milliseconds, until its own housekeeping comes by.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _layers(batch: Batch) -> Iterator[list[Any]]:
    """The new rows, in a tree those without a new row above them first: they need its key."""
    links = [f for f in batch.model._meta.concrete_fields if f.related_model is batch.model]
    waiting = batch.new
    while waiting:
        ready = [row for row in waiting if all(_has_key(getattr(row, f.name)) for f in links)]
        for row in ready:
            for link in links:
                setattr(row, link.name, getattr(row, link.name))  # takes over the key above
        yield ready
        waiting = [row for row in waiting if row.pk is None]


def _has_key(row: models.Model | None) -> bool:
    return row is None or row.pk is not None


def _guilty(batch: Batch, error: IntegrityError) -> Exception:
    """Which row it was: each is saved by itself, now that all is to be undone anyway."""
    for row in batch.new:
        row.pk = None
    for row in (*batch.new, *batch.changed):
        try:
            row.validate_unique()
            row.validate_constraints()
            with transaction.atomic():
                row.save()
        except ValidationError as fault:
            return RowRefusedError(row, fault.messages[0])
        except IntegrityError as fault:
            return RowRefusedError(row, f"the database refuses it: {fault}")
    return error
