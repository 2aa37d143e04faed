"""The time of paths between two persons drawn at random, with the claims of every step."""

import random
from collections.abc import Iterator
from statistics import median

from prosopography.models import Person
from prosopography.queries.link_claims import TooManyError
from prosopography.queries.paths import Asked, paths

from .questions import in_ms, least_time

#: How many pairs of persons are drawn.
_PAIRS = 24


def figures() -> Iterator[tuple[str, str]]:
    """What was measured, and the figure."""
    times, apart, refused = [], 0, 0
    for one, other in _drawn():
        asked = Asked(one, other)
        try:
            times.append(least_time(lambda asked=asked: paths(asked)))
        except TooManyError:
            refused += 1
            continue
        apart += not paths(asked).paths
    if times:
        yield "paths between two persons, median", in_ms(median(times))
        yield "the slowest of them", in_ms(max(times))
    yield "pairs without a path, and refused as too many links", f"{apart} and {refused}"


def _drawn(seed: int = 11) -> list[tuple[Person, Person]]:
    """Pairs of different persons, the same ones every time for the same record."""
    dice = random.Random(seed)  # noqa: S311 -- not a secret
    keys = list(Person.objects.published().order_by("pk").values_list("pk", flat=True))
    pairs = [dice.sample(keys, 2) for _ in range(_PAIRS)]
    found = Person.objects.in_bulk({key for pair in pairs for key in pair})
    return [(found[one], found[other]) for one, other in pairs]
