"""When one thing happened against another: certainly, possibly, or certainly not.

A thing is given by its bounds: it started on some day from `earliest_start` to `latest_start` and
ended on some day from `earliest_end` to `latest_end`, and it was there on every day between, first
and last included. A comparison is CERTAIN when it holds whichever of these days were the true ones,
POSSIBLE when it holds for some of them, EXCLUDED when it holds for none. So what is certain is
possible too, and a date that becomes vaguer never makes an answer certain nor excludes one. Where a
thing has no date at all, everything about it is possible.

The other side of a comparison is a day (a Julian Day Number), a span (first and last day, None
where it is open) or the bounds of another thing. The two things are taken to be independent: the
bounds of one thing compared with themselves do not know that it is one thing.
"""

from __future__ import annotations

from enum import StrEnum

from .bounds import UNDATED, Bounds
from .calendars import DISTANT_FUTURE, DISTANT_PAST


class Answer(StrEnum):
    """In which sense a comparison holds."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


Other = Bounds | tuple[int | None, int | None] | int
_Numbers = tuple[int, int, int, int]


def on(bounds: Bounds, day: int) -> Answer:
    """Whether the thing was there on that day.

    Certain: latest start ≤ day ≤ earliest end. Possible: earliest start ≤ day ≤ latest end.
    """
    return overlaps(bounds, day)


def before(bounds: Bounds, other: Other) -> Answer:
    """Whether the thing was over before that day, or before the other began.

    Certain: latest end < its earliest start. Possible: earliest end < its latest start.
    """
    one, two = _numbers(bounds), _numbers(other)
    if one is None or two is None:
        return Answer.POSSIBLE
    return _answer(one[3] < two[0], one[2] < two[1])


def after(bounds: Bounds, other: Other) -> Answer:
    """Whether the thing started after that day, or after the other was over.

    Certain: earliest start > its latest end. Possible: latest start > its earliest end.
    """
    one, two = _numbers(bounds), _numbers(other)
    if one is None or two is None:
        return Answer.POSSIBLE
    return _answer(one[0] > two[3], one[1] > two[2])


def during(bounds: Bounds, other: Other) -> Answer:
    """Whether the thing lay wholly within the other: it started not before and ended not after it.

    Certain: earliest start ≥ its latest start, and latest end ≤ its earliest end.
    Possible: latest start ≥ its earliest start, and earliest end ≤ its latest end.
    """
    inner, outer = _numbers(bounds), _numbers(other)
    if inner is None or outer is None:
        return Answer.POSSIBLE
    return _answer(
        inner[0] >= outer[1] and inner[3] <= outer[2],
        inner[1] >= outer[0] and inner[2] <= outer[3],
    )


def overlaps(bounds: Bounds, other: Other) -> Answer:
    """Whether there was a day on which both were there; the same either way round.

    Certain: the latest start of each ≤ the earliest end of the other.
    Possible: the earliest start of each ≤ the latest end of the other.
    """
    one, two = _numbers(bounds), _numbers(other)
    if one is None or two is None:
        return Answer.POSSIBLE
    return _answer(
        one[1] <= two[2] and two[1] <= one[2],
        one[0] <= two[3] and two[0] <= one[3],
    )


def _answer(certain: bool, possible: bool) -> Answer:
    if certain:
        return Answer.CERTAIN
    return Answer.POSSIBLE if possible else Answer.EXCLUDED


def _numbers(other: Other) -> _Numbers | None:
    """The four days with the infinities as the distant past and future; None for no date."""
    if isinstance(other, int):
        return other, other, other, other
    if isinstance(other, Bounds):
        if other == UNDATED:
            return None
        starts, ends = other[:2], other[2:]
    else:
        starts, ends = (other[0], other[0]), (other[1], other[1])
    first, second = (DISTANT_PAST if day is None else day for day in starts)
    third, fourth = (DISTANT_FUTURE if day is None else day for day in ends)
    return first, second, third, fourth
