"""From what to what the members went: the order in which they came to their offices.

Of the claims of one office (or body) that a person held, the one that speaks of the earliest time
says when the person came to it. The order is certain where the one had surely begun before any
claim lets the other begin; else it is that in which the two are attested. The undated tell nothing,
and from a body to a part of it, or back, there is no way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, reach

from .figure import Figure, Leaf, Measure
from .material import WITNESSES, Material, Told

#: So many of the commonest are listed.
MOST_WAYS = 100


class Arrival(NamedTuple):
    """When a person came to something, as far as it is attested."""

    key: int
    first: int  # the days of which its earliest claim speaks
    last: int
    begun: int | None  # the last day on which it can have begun by that claim
    earliest: int | None  # the first day on which any claim lets it begin
    told: Told


class Way(NamedTuple):
    """From one thing to the next."""

    one: Arrival
    other: Arrival

    @property
    def is_certain(self) -> bool:
        """Whether the order is so, whatever the true days were."""
        begun, earliest = self.one.begun, self.other.earliest
        return begun is not None and earliest is not None and begun < earliest


def ways(material: Material, column: str) -> Measure:
    """The commonest ways from role to role (``role``), or from body to body (``organisation``)."""
    found: dict[tuple[int, int], list[Way]] = defaultdict(list)
    arrived: list[Told] = []
    held = defaultdict(list)
    tree = material.forests[column].tree
    for told in material.by_kind.get("tenure", ()):
        if not told.bounds.undated:
            held[told.person].append(told)
    for claims in held.values():
        arrivals = list(_arrivals(claims, column))
        arrived += [each.told for each in arrivals] if len(arrivals) > 1 else []
        for way in between(arrivals):
            if tree.nested(way.one.key, way.other.key):
                continue
            found[way.one.key, way.other.key].append(way)
    figures = [_figure(material, column, pair, given) for pair, given in found.items()]
    figures.sort(key=lambda each: (-each.count, -(each.certain or 0), each.label))
    for at, figure in enumerate(figures[MOST_WAYS:], MOST_WAYS):
        figures[at] = replace(figure, is_listed=False)
    key, title = ("ways", gettext("From role to role")) if column == "role" else (
        "ways-of-bodies", gettext("From body to body")
    )  # fmt: skip
    known = material.figure(key, title, arrived)
    return Measure(
        key=key,
        title=title,
        total=material.total,
        known=known,
        figures=tuple(figures),
        evidence=material.evidence(known.claims),
    )


def between(arrivals: Iterable[Arrival]) -> Iterator[Way]:
    """From each to the next: to those that it is before, with nothing that is between the two."""
    given = sorted(arrivals, key=lambda each: (each.first, each.last))
    for one in given:
        later = [each for each in given if each.first > one.last]
        limit = min((each.last for each in later), default=DISTANT_FUTURE)
        for other in later:
            if other.first <= limit:
                yield Way(one, other)


def _arrivals(claims: Iterable[Told], column: str) -> Iterator[Arrival]:
    """When the person of these dated claims came to each thing."""
    by_key = defaultdict(list)
    for told in claims:
        by_key[getattr(told, column)].append(told)
    for key, given in by_key.items():
        spans = [(reach(told.bounds), told) for told in given]
        limited = [
            (span.last, span.first, told)
            for span, told in spans
            if span.first is not None and span.last is not None
        ]
        if limited:
            last, first, told = min(limited, key=lambda each: each[:2])
            starts = [each.earliest_start for each in given]
            days = [day for day in starts if day is not None and day > DISTANT_PAST]
            begun = told.latest_start
            yield Arrival(
                key=key,
                first=first,
                last=last,
                begun=begun if begun is not None and begun < DISTANT_FUTURE else None,
                earliest=min(days) if len(days) == len(starts) else None,
                told=told,
            )


def _figure(material: Material, column: str, pair: tuple[int, int], given: list[Way]) -> Figure:
    rows = [material.forests[column].rows[key] for key in pair]
    leaves: list[Leaf] = [
        {"assertion": {"exact": True, "kind": "tenure", column: row.slug}} for row in rows
    ]
    claims = {each.told.key for way in given for each in way}
    return Figure(
        key=f"{column}:{rows[0].slug}>{rows[1].slug}",
        label=f"{rows[0].label} → {rows[1].label}",
        persons=tuple(sorted(way.one.told.person for way in given)),
        claims=tuple(sorted(claims)),
        corroborated=sum(all(each.told.witnesses >= WITNESSES for each in way) for way in given),
        certain=sum(way.is_certain for way in given),
        leaves=tuple(leaves),
    )
