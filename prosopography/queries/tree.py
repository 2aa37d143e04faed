"""Trees: where a body, an event, a place or a role stands among those that it belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


class Tree:
    """Which row of a table belongs to which, by their primary keys."""

    def __init__(self, parents: Mapping[int, int | None]) -> None:
        self._parents = parents
        self._parts: dict[int, list[int]] = {}
        for key, parent in parents.items():
            if parent is not None and parent in parents:
                self._parts.setdefault(parent, []).append(key)

    @classmethod
    def of(cls, rows: QuerySet, parent: str = "part_of_id") -> "Tree":
        """The tree of these rows, which is cut where a row above is not among them; one query."""
        return cls(dict(rows.order_by("pk").values_list("pk", parent)))

    def above(self, key: int) -> list[int]:
        """What the row belongs to, the outermost first, without the row itself."""
        return list(self._upwards(key))[:0:-1]

    def parts(self, key: int) -> list[int]:
        """What belongs to the row directly."""
        return self._parts.get(key, [])

    def within(self, key: int) -> list[int]:
        """The row and all that belongs to it, at any depth."""
        found, seen = [key], {key}
        for each in found:
            new = [part for part in self.parts(each) if part not in seen]
            seen.update(new)
            found += new
        return found

    def nested(self, one: int, other: int) -> bool:
        """Whether one of the two belongs to the other, or both are the same."""
        return one in self._upwards(other) or other in self._upwards(one)

    def _upwards(self, key: int) -> Iterator[int]:
        """The row itself and what it belongs to, from the inside; a circle ends the walk."""
        seen: set[int] = set()
        here: int | None = key
        while here is not None and here not in seen and (here in self._parents or not seen):
            seen.add(here)
            yield here
            here = self._parents.get(here)


@dataclass(frozen=True)
class Branch:
    """Where one row stands: what it belongs to, and what belongs to it."""

    above: list[Any]  # rows, the outermost first
    parts: list[Any]  # rows, in their order
    within: list[int]  # the keys of the row and of all that belongs to it, at any depth


def branch(row: Any, rows: QuerySet, parent: str = "part_of_id") -> Branch:
    """Where a row stands among these rows of its table; two queries."""
    tree = Tree.of(rows, parent)
    above, parts = tree.above(row.pk), set(tree.parts(row.pk))
    shown = {each.pk: each for each in rows.filter(pk__in={*above, *parts})}
    return Branch(
        above=[shown[key] for key in above],
        parts=[each for key, each in shown.items() if key in parts],
        within=tree.within(row.pk),
    )
