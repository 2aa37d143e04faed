"""Claims in short: of whom, when, and how surely."""

from collections import defaultdict
from typing import NamedTuple

from prosopography.dates import Bounds

from ..keys import keyed
from .pattern import Asked

#: With more persons than these left, all claims are read and sorted out afterwards.
MOST_KEYS = 50_000


class Dated(NamedTuple):
    """A claim with its days."""

    key: int
    bounds: Bounds
    is_certain: bool  # it satisfies what is asked whatever the true days were, and without doubt


def dated(pattern: Asked, among: set[int] | None) -> dict[int, list[Dated]]:
    """The claims that satisfy a pattern, by the persons whom they are about; a query for each side."""
    found: dict[int, list[Dated]] = defaultdict(list)
    for side, claims in pattern.views:
        rows = claims
        if among is not None and len(among) <= MOST_KEYS:
            rows = rows.filter(keyed(side.own, among))
        columns = (*Bounds._fields, "is_certain")
        for person, key, *days, is_certain in rows.values_list(side.own, "pk", *columns):
            if person is not None and (among is None or person in among):
                found[person].append(Dated(key, Bounds(*days), is_certain))
    return found
