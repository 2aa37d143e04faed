"""What came before an event and what after it, as far as the dates of the record tell for certain.

An event was before another when, by every counted claim with a date, it was over before the other
can have begun. What is above or below an event in its tree is neither before nor after it; of another
event and its parts, on the same side, the whole stands for all.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from prosopography.models import Assertion, Event

from .address import visible
from .occurrence import dates_of
from .tree import Branch

#: So many are named on each side of those that are part of the same event, and of all others.
NEAREST = 4


@dataclass(frozen=True)
class Dated:
    """An event with its date in words."""

    event: Any
    when: str
    is_sibling: bool = False  # whether it is part of the same event


@dataclass(frozen=True)
class Around:
    """The nearest events before and after one, in the order of time."""

    before: list[Dated] = field(default_factory=list)
    after: list[Dated] = field(default_factory=list)
    unordered: int = 0  # dated, but neither certainly before nor certainly after
    undated: int = 0  # of which no claim says when they were

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def around(event: Event, branch: Branch, first: int | None, last: int | None) -> Around:
    """The events nearest to one that lies between these days; ``None`` is an open side.

    Eight queries: on each side those that are part of the same event and the others, how many
    stand on neither side and how many have no date, the rows and their dates. Less where a side is
    open, where the event is part of nothing, and where nothing is found.
    """
    family = {*branch.within, *(row.pk for row in branch.above)}
    spans = _spans(family)
    earlier = Q(open_end=0, last__lt=first) if first is not None else None
    later = Q(open_start=0, first__gt=last) if last is not None else None
    parent = event.part_of_id if branch.above else None
    before = _nearest(spans, earlier, "-last", parent)
    after = _nearest(spans, later, "first", parent)
    sides = [side for side in (earlier, later) if side is not None]
    rest = spans
    for side in sides:
        rest = rest.exclude(side)
    shown = {*before, *after}
    rows = visible(Event).in_bulk(shown) if shown else {}
    dates = dates_of(shown) if shown else {}

    def told(keys: list[int]) -> list[Dated]:
        return [
            Dated(rows[key], dates[key], parent is not None and rows[key].part_of_id == parent)
            for key in keys
        ]

    return Around(
        before=told(before[::-1]),
        after=told(after),
        unordered=rest.count() if sides else 0,
        undated=_undated(family) if sides else 0,
    )


def parts_in_time(branch: Branch) -> list[Dated]:
    """The direct parts of an event with their dates, what has no date last; two queries.

    The dates, and in which order they are. No query where it has no parts.
    """
    if not branch.parts:
        return []
    keys = [row.pk for row in branch.parts]
    dates = dates_of(keys)
    spans = _spans(()).filter(event__in=keys).values_list("event", "first", "last")
    # By its beginning, as far as that is known; else by its end.
    days = {key: last if first is None else first for key, first, last in spans}
    far = float("inf")

    def place(row: Any) -> tuple[float, str]:
        day = days.get(row.pk)
        return (far if day is None else day, row.sort_label)

    ordered = sorted(branch.parts, key=place)
    return [Dated(row, dates.get(row.pk, "")) for row in ordered]


def _counted() -> Any:
    """The claims that say when an event was."""
    return Assertion.objects.public().counted().dated().filter(kind="occurrence")


def _spans(family: Collection[int]) -> QuerySet:
    """Of every dated event but these, the days between which it lies by all that is claimed."""
    claims = _counted().exclude(event__in=family).order_by()
    return claims.values("event").annotate(
        first=Min("earliest_start"),
        last=Max("latest_end"),
        open_start=Count("pk", filter=Q(earliest_start=None)),
        open_end=Count("pk", filter=Q(latest_end=None)),
    )


def _nearest(spans: QuerySet, side: Q | None, order: str, parent: int | None) -> list[int]:
    """The keys of the nearest events of a side, the nearest first; one or two queries."""
    if side is None:
        return []
    there = spans.filter(side).order_by(order, "event")
    of_parent = Q(event__part_of=parent)
    siblings = [] if parent is None else list(there.filter(of_parent)[:NEAREST])
    others = there.exclude(event__part_of__in=spans.filter(side).order_by().values("event"))
    others = others if parent is None else others.exclude(of_parent)
    found = [*siblings, *others[:NEAREST]]
    name = order.removeprefix("-")
    sign = -1 if order.startswith("-") else 1
    return [each["event"] for each in sorted(found, key=lambda each: sign * each[name])]


def _undated(family: Collection[int]) -> int:
    """How many other events have no date."""
    dated = _counted().order_by().values("event")
    return visible(Event).exclude(pk__in=dated).exclude(pk__in=family).count()
