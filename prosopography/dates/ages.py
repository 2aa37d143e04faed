"""How old somebody was: completed years between two days, of which neither need be known exactly."""

from __future__ import annotations

from typing import NamedTuple

from .bounds import Bounds
from .calendars import DISTANT_FUTURE, DISTANT_PAST, Calendar, civil_day
from .value import Span


class Ages(NamedTuple):
    """From the least to the greatest number of completed years; None is no limit on that side."""

    least: int | None
    most: int | None


def ages(birth: Bounds, at: Span) -> Ages:
    """The ages that somebody of this birth can have had on some day of a span.

    Years are completed as the Gregorian calendar counts: who was born on 29 February completes one
    on 1 March where there is no such day. Before the birth the number is negative.
    """
    born, day = (birth.earliest_start, birth.latest_end), at
    return Ages(
        least=completed(born[1], day.first) if _known(born[1], day.first) else None,
        most=completed(born[0], day.last) if _known(born[0], day.last) else None,
    )


def beginning(bounds: Bounds) -> Span:
    """The days on one of which a thing began; for a point, on one of which it was."""
    return Span(bounds.earliest_start, None if bounds.undated else bounds.latest_start)


def completed(first: int | None, last: int | None) -> int:
    """The years completed from one day to another, given as Julian Day Numbers."""
    if first is None or last is None:
        raise ValueError("Between a day and no day there are no years.")
    one, other = (civil_day(day, Calendar.GREGORIAN) for day in (first, last))
    return other[0] - one[0] - ((other[1], other[2]) < (one[1], one[2]))


def _known(*days: int | None) -> bool:
    return all(day is not None and DISTANT_PAST < day < DISTANT_FUTURE for day in days)
