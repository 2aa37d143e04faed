"""Who is in a claim of some pattern: only the keys of persons, as few as the other leaves leave."""

from collections.abc import Iterator

from prosopography.models import Assertion

from ..keys import keyed
from .dated import MOST_KEYS
from .found import Found
from .pattern import Asked
from .weighed import Weighed

#: Claims are counted up to this number to find out which leaf tells most.
MOST_COUNTED = 20_000


def found(pattern: Asked, among: set[int] | None) -> Found:
    """The persons of whom a claim satisfies the pattern; a query for each side."""
    pairs: list[tuple[int, bool]] = []
    for side, claims in pattern.views:
        rows = claims
        if among is not None and len(among) <= MOST_KEYS:
            rows = rows.filter(keyed(side.own, among))
        pairs += rows.values_list(side.own, "is_certain").distinct()
    return Found.out_of(pairs).within(among)


def weighed(pattern: Asked, among: set[int]) -> Iterator[Weighed]:
    """The same, claim by claim."""
    for side, claims in pattern.views:
        rows = claims.filter(keyed(side.own, among))
        for key, person, is_certain in rows.values_list("pk", side.own, "is_certain"):
            yield Weighed(person, is_certain, (key,))


def estimate(pattern: Asked) -> int:
    """About how many claims an index finds for the pattern, public or not; one query.

    What the index does not know (the kind, where something is named) is left out: to look at each
    claim would cost more than it tells.
    """
    rows = Assertion.objects.filter(pattern.references or pattern.indexed).order_by().values("pk")
    return rows[:MOST_COUNTED].count()
