"""A long list, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import ngettext


class PageNumberError(LookupError):
    """The list has no page of this number."""

    def __init__(self, number: int, pages: int) -> None:
        super().__init__(
            ngettext(
                "There is no page {number}: this list has {pages}.",
                "There is no page {number}: this list has {pages}.",
                pages,
            ).format(number=number, pages=pages)
        )


@dataclass(frozen=True)
class Slice:
    """One page of a list: what is on it, and where it stands."""

    rows: list[Any]
    number: int
    pages: int
    total: int
    first: int  # the place of its first row in the whole list, from 1

    @property
    def last(self) -> int:
        """The place of its last row in the whole list."""
        return self.first + len(self.rows) - 1

    @property
    def shown(self) -> list[int | None]:
        """The page numbers worth a link, in order; None where some are left out."""
        near = {1, self.pages, *range(self.number - 2, self.number + 3)}
        result: list[int | None] = []
        for number in sorted(near & set(range(1, self.pages + 1))):
            if result and result[-1] != number - 1:
                result.append(None)
            result.append(number)
        return result


def cut(rows: QuerySet | Sequence[Any], number: int, size: int) -> Slice:
    """The page of this number, counted from 1; two queries for a QuerySet.

    The first page of an empty list is empty. Raises PageNumberError.
    """
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    pages = max(1, -(-total // size))
    if not 1 <= number <= pages:
        raise PageNumberError(number, pages)
    start = (number - 1) * size
    return Slice(list(rows[start : start + size]), number, pages, total, start + 1)
