"""The whole of what stands below a row of a tree, for a page: bounded, in one query."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

#: How many rows are shown of what is below one.
MOST_TWIGS = 200


@dataclass(frozen=True)
class Twig:
    """A row with what belongs to it."""

    row: Any
    twigs: list["Twig"]


@dataclass(frozen=True)
class Twigs:
    """What belongs to a row, at any depth."""

    twigs: list[Twig]
    total: int
    shown: int
    deep: bool  # something belongs to what belongs to it

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - self.shown


def twigs(row: Any, rows: QuerySet, within: Collection[int], parent: str = "part_of_id") -> Twigs:
    """What belongs to a row, out of ``rows``; ``within`` are the keys of ``Branch``. One query.

    Level by level, so that of too many the nearest are shown.
    """
    found = {each.pk: each for each in rows.filter(pk__in=within)}
    found.pop(row.pk, None)
    children: dict[int, list[Any]] = {}
    for each in found.values():
        children.setdefault(getattr(each, parent), []).append(each)
    top = Twig(row, [])
    level, shown, seen = [top], 0, {row.pk}
    is_deep, depth = False, 0
    while level:
        depth += 1
        below = []
        for twig in level:
            for each in children.get(twig.row.pk, []):
                if shown < MOST_TWIGS and each.pk not in seen:
                    seen.add(each.pk)
                    twig.twigs.append(Twig(each, []))
                    below.append(twig.twigs[-1])
                    shown += 1
        is_deep = is_deep or (depth > 1 and bool(below))
        level = below
    return Twigs(top.twigs, len(found), shown, is_deep)
