"""What lies between the holders of an office: a gap, an overlap, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from .bounds import Bounds
from .calendars import DISTANT_FUTURE, DISTANT_PAST
from .compare import Answer, overlaps
from .standing import reach


class Between(StrEnum):
    """What lies between, in a word."""

    GAP = "gap"  # certainly a day on which nobody held it
    POSSIBLE_GAP = "possible_gap"  # what is attested of the two does not meet
    OVERLAP = "overlap"  # certainly a day on which both held it
    POSSIBLE_OVERLAP = "possible_overlap"  # what is attested of the two meets
    FOLLOWS = "follows"  # the one ended when the other began, as closely as the dates tell


class Handover(NamedTuple):
    """Gap and overlap each by themselves, and the days of the gap that is certain or possible.

    None at an end of the gap where that has no limit; both are None where no gap is possible.
    """

    between: Between
    gap: Answer
    overlap: Answer
    first: int | None
    last: int | None


class Held(NamedTuple):
    """An office as somebody held it: the dates that are told of it, and whether it is certain."""

    dates: tuple[Bounds, ...]
    sure: bool = True


def joined(several: Iterable[Bounds]) -> Bounds:
    """The bounds of what several dates tell of one thing, at least one of them.

    It started by the first day on which it surely was, and ended on the last such day or later; the
    other two limits are the widest of those that are known.
    """
    dated = list(several)
    starts = [day for each in dated if (day := each.earliest_start) is not None]
    begun = [day for each in dated if (day := each.latest_start) is not None]
    still = [day for each in dated if (day := each.earliest_end) is not None]
    ends = [day for each in dated if (day := each.latest_end) is not None]
    return Bounds(
        min(starts, default=None),
        min(begun) if len(begun) == len(dated) else None,
        max(still) if len(still) == len(dated) else None,
        max(ends, default=None),
    )


def may_be_one(one: Bounds, other: Bounds) -> bool:
    """Whether two dates may be those of one and the same thing, as far as its limits are known.

    Not, where the one was over before the other is attested at all, nor where it began only when
    the other, of which no beginning is known, had been attested. Where the one began after the
    other but nobody says that this had ended, they may be one of which the sources disagree.
    """
    if one.undated or other.undated:
        return True
    return not (_apart(one, other) or _apart(other, one))


def _apart(one: Bounds, other: Bounds) -> bool:
    known = reach(other)
    is_over = _is_less(one.latest_end, known.first)
    began_later = other.earliest_start is None and _is_less(known.last, one.earliest_start)
    return is_over or began_later


def _is_less(day: int | None, other: int | None) -> bool:
    return day is not None and other is not None and day < other


def handover(earlier: Iterable[Held], later: Held) -> Handover:
    """What lies between those who held an office earlier, one at least, and who held it later.

    An overlap is certain with any of them; a gap, only where all were over. Where somebody did not
    certainly hold the office, nothing is certain of a gap, nor of an overlap with them.
    """
    before = list(earlier)
    ended = [joined(each.dates) for each in before]
    began = joined(later.dates)
    end_at_least = max(_future(each.earliest_end) for each in ended)
    end_at_most = max(_future(each.latest_end) for each in ended)
    start_at_least, start_at_most = _past(began.earliest_start), _past(began.latest_start)
    overlap = _strongest(
        any(_both_there(each, later) for each in before), end_at_most >= start_at_least
    )
    gap = _strongest(
        end_at_most + 1 < start_at_least and all(each.sure for each in (*before, later)),
        end_at_least + 1 < start_at_most and overlap is not Answer.CERTAIN,
    )
    if gap is Answer.EXCLUDED:
        return Handover(_without_gap(overlap), gap, overlap, None, None)
    if gap is Answer.CERTAIN:
        return Handover(Between.GAP, gap, overlap, end_at_most + 1, start_at_least - 1)
    is_limited = end_at_most < DISTANT_FUTURE and start_at_least > DISTANT_PAST
    word = Between.POSSIBLE_GAP
    if overlap is Answer.POSSIBLE and is_limited:
        word = Between.FOLLOWS
    elif overlap is Answer.POSSIBLE and _meets(before, later):
        word = Between.POSSIBLE_OVERLAP
    return Handover(word, gap, overlap, _day(end_at_least, 1), _day(start_at_most, -1))


def _both_there(one: Held, other: Held) -> bool:
    pairs = product(one.dates, other.dates)
    return one.sure and other.sure and any(overlaps(*pair) is Answer.CERTAIN for pair in pairs)


def _without_gap(overlap: Answer) -> Between:
    if overlap is Answer.CERTAIN:
        return Between.OVERLAP
    return Between.POSSIBLE_OVERLAP if overlap is Answer.POSSIBLE else Between.FOLLOWS


def _meets(before: Iterable[Held], later: Held) -> bool:
    """Whether the days of which the dates speak touch one another."""
    last = max(_future(reach(bounds).last) for held in before for bounds in held.dates)
    first = min(_past(reach(bounds).first) for bounds in later.dates)
    return last + 1 >= first


def _strongest(certain: bool, possible: bool) -> Answer:
    if certain:
        return Answer.CERTAIN
    return Answer.POSSIBLE if possible else Answer.EXCLUDED


def _past(day: int | None) -> int:
    return DISTANT_PAST if day is None else day


def _future(day: int | None) -> int:
    return DISTANT_FUTURE if day is None else day


def _day(day: int, further: int) -> int | None:
    return day + further if DISTANT_PAST < day < DISTANT_FUTURE else None
