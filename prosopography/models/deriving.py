"""Columns and search keys that follow from other columns, kept right on every way into a table.

``save()`` and ``bulk_create()`` derive; ``update()`` and ``bulk_update()``, which would go around
it, refuse the columns from which something is derived. No signals.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models


class DerivingQuerySet(models.QuerySet[Any]):
    """A QuerySet whose every write leaves the derived columns right."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """As Django's; derived columns and search keys are written with it."""
        rows = list(objs)
        for row in rows:
            row.derive()
        created = super().bulk_create(rows, *args, **kwargs)
        model: Any = self.model
        model.index(created)
        return created

    bulk_create.alters_data = True  # type: ignore[attr-defined]

    def update(self, **values: Any) -> int:
        """As Django's, for columns from which nothing is derived."""
        model: Any = self.model
        behind = sorted(model.DERIVES_FROM & values.keys())
        if behind:
            raise ValueError(
                f"Other columns derive from {', '.join(behind)}: save the rows one by one."
            )
        return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]


class DerivingModel(models.Model):
    """A row of which something is derived."""

    #: The columns that ``derive`` and ``index`` read.
    DERIVES_FROM: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True

    def derive(self) -> None:
        """Computes the derived columns of this row, in memory."""

    @classmethod
    def index(cls, rows: Iterable[Self]) -> None:
        """Writes what is stored elsewhere about these saved rows, for example their search keys."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves the row with all that follows from it."""
        given = kwargs.get("update_fields")
        if given is not None and not self.DERIVES_FROM & set(given):
            super().save(*args, **kwargs)
            return
        if given is not None:
            # What is derived must follow from what is stored: both are written, or neither.
            wanted = self.DERIVES_FROM | set(given)
            kwargs["update_fields"] = {
                field.name
                for field in self._meta.concrete_fields
                if not field.primary_key and (field.name in wanted or not field.editable)
            }
        self.derive()
        super().save(*args, **kwargs)
        self.index([self])
