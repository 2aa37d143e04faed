"""How long two things were there together: at the least, at the most, and on which days.

The true days of a thing are not known, only their bounds: it started on some day from its earliest
to its latest start, ended on some day from its earliest to its latest end, and not before it started.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from .bounds import Bounds
from .calendars import DISTANT_FUTURE, DISTANT_PAST
from .compare import Answer, overlaps
from .standing import reach
from .value import Span


class Common(NamedTuple):
    """The days that two things have in common; None is a length without a limit."""

    answer: Answer  # as ``overlaps`` gives it: certain where the least is a day or more
    least: int | None  # days, whatever the true days of the two were
    most: int | None  # days, if their true days were those that give most
    certain: Span | None  # the days on which both surely were there; None if of no day this is sure
    possible: Span | None  # the days on which both can have been there; None if there is none
    #: The days of which both dates speak (see ``reach``), where nothing excludes that both were there.
    #: None where what is known of the one lies before the other, or nothing is known.
    spoken: Span | None

    @property
    def meets(self) -> bool:
        """Whether the dates speak for common days, and do not merely leave them open."""
        return self.answer is Answer.CERTAIN or self.spoken is not None


class _Limits(NamedTuple):
    """The four days with the infinities as numbers; those of no date are the widest."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float


def common(one: Bounds, other: Bounds) -> Common:
    """What two independent things that last have in common; the same either way round."""
    a, b = _limits(one), _limits(other)
    # The days from the later start to the earlier end: the shortest of four stretches, of which
    # those from the start to the end of one and the same thing are never shorter than a day.
    least = min(
        _days(b.latest_start, a.earliest_end),
        _days(a.latest_start, b.earliest_end),
        max(1, _days(a.latest_start, a.earliest_end)),
        max(1, _days(b.latest_start, b.earliest_end)),
    )
    most = min(
        _days(start, end)
        for start in (a.earliest_start, b.earliest_start)
        for end in (a.latest_end, b.latest_end)
    )
    answer = overlaps(one, other)
    sure = max(a.latest_start, b.latest_start), min(a.earliest_end, b.earliest_end)
    able = max(a.earliest_start, b.earliest_start), min(a.latest_end, b.latest_end)
    return Common(
        answer=answer,
        least=_number(max(0, least)),
        most=_number(max(0, most)),
        certain=_span(*sure) if answer is Answer.CERTAIN else None,
        possible=_span(*able),
        spoken=None if answer is Answer.EXCLUDED else spoken(one, other),
    )


def spoken(one: Bounds, other: Bounds) -> Span | None:
    """The days of which both dates speak; None where there are none."""
    if one.undated or other.undated:
        return None
    known = reach(one), reach(other)
    first = max(-inf if each.first is None else each.first for each in known)
    last = min(inf if each.last is None else each.last for each in known)
    return _span(first, last)


def _limits(bounds: Bounds) -> _Limits:
    if bounds.undated:
        return _Limits(-inf, inf, -inf, inf)
    starts = (-inf if day is None else _infinite(day) for day in bounds[:2])
    ends = (inf if day is None else _infinite(day) for day in bounds[2:])
    return _Limits(*starts, *ends)


def _infinite(day: int) -> float:
    if day <= DISTANT_PAST:
        return -inf
    return inf if day >= DISTANT_FUTURE else day


def _days(start: float, end: float) -> float:
    """How many days there are from the one to the other, both included.

    An end that never comes is later than any start, however late that may be; and so the other way.
    """
    if start == end and start in (inf, -inf):
        return inf
    return end - start + 1


def _number(days: float) -> int | None:
    return None if days == inf else int(days)


def _span(first: float, last: float) -> Span | None:
    """The days from the first to the last; None where there are none."""
    if first > last or first == inf or last == -inf:
        return None
    return Span(None if first == -inf else int(first), None if last == inf else int(last))
