"""Dates: what a question says in days, and how two things stand to each other.

A thing is four days: it began from the first to the second of them and ended from the third to the
fourth. Where there is none, it is an infinity.
"""

from datetime import date
from enum import IntEnum
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

#: 1 January of the year 1 is this day, less one, in Julian Day Numbers.
_DAY_ZERO = 1721425
#: No date of a record lies beyond; it stands for an infinity.
_BEYOND = 10**9
_MONTHS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class Sure(IntEnum):
    """How surely something is so."""

    NOT = 0
    POSSIBLE = 1
    CERTAIN = 2


class Thing(NamedTuple):
    """From when to when something began, and ended."""

    earliest_start: float
    latest_start: float
    earliest_end: float
    latest_end: float


def thing(claim: dict[str, Any]) -> Thing | None:
    """When a claim was so, from its four day numbers; None without a date."""
    if claim["edtf"] == "":
        return None
    empty = {"start": -inf, "end": inf}
    numbers = []
    for column in Thing._fields:
        number = claim[column]
        if number is None:
            number = empty[column.split("_")[1]]
        elif abs(number) > _BEYOND:
            number = inf if number > 0 else -inf
        numbers.append(number)
    return Thing(*numbers)


def asked_days(text: str, calendar: str = "gregorian") -> tuple[float, float]:
    """The first and last day of 1917, 1917-11, 1917-11-07, 1917/1918, ../1917 or 1917/.. ."""
    text = text.strip("?~%")
    if "/" in text:
        start, end = text.split("/")
        first = -inf if start == ".." else asked_days(start, calendar)[0]
        return first, inf if end == ".." else asked_days(end, calendar)[1]
    year, *more = (int(part) for part in text.split("-"))
    if len(more) == 2:
        day = _number(year, *more, calendar)
        return day, day
    first_month, after = (more[0], more[0] + 1) if more else (1, 13)
    return _number(year, first_month, 1, calendar), _number(year, after, 1, calendar) - 1


def _number(year: int, month: int, day: int, calendar: str) -> int:
    """The Julian Day Number; the thirteenth month is January of the next year."""
    if month == 13:
        year, month = year + 1, 1
    if calendar == "gregorian":
        return date(year, month, day).toordinal() + _DAY_ZERO
    before = year - 1
    leap = month > 2 and year % 4 == 0
    # 1 January of the year 1 Julian is two days before the Gregorian one.
    return _DAY_ZERO - 2 + before * 365 + before // 4 + _MONTHS[month - 1] + leap + day


@lru_cache(maxsize=100_000)
def stands(relation: str, one: Thing, first: float, last: float) -> Sure:
    """How a thing stands to the days from first to last: every course of it is tried."""
    days = {*one, first - 1, first, last, last + 1}
    holds = [
        _holds(relation, start, end, first, last)
        for start in days
        for end in days
        if one.earliest_start <= start <= one.latest_start
        and one.earliest_end <= end <= one.latest_end
        and start <= end
    ]
    return _sure(all(holds), any(holds))


def _holds(relation: str, start: float, end: float, first: float, last: float) -> bool:
    if relation == "before":
        return end < first
    if relation == "after":
        return start > last
    if relation == "during":
        return start >= first and end <= last
    return start <= last and end >= first  # on, overlaps


def ordered(one: Thing, operator: str, other: Thing) -> Sure:
    """Whether one was over before the other began (<), after it was over (>), or they met (=)."""
    if operator == ">":
        return ordered(other, "<", one)
    if operator == "<":
        return _sure(one.latest_end < other.earliest_start, one.earliest_end < other.latest_start)
    return _sure(
        one.latest_start <= other.earliest_end and other.latest_start <= one.earliest_end,
        one.earliest_start <= other.latest_end and other.earliest_start <= one.latest_end,
    )


def aged(birth: Thing | None, act: Thing | None, operator: str, years: int, *, own: bool) -> Sure:
    """Whether the age at the beginning of an act stands so to a number of years.

    The birth was on one day of all that its date spans; what never began may have begun at any time.
    Before the birth there is no age; an act of the person's own was not before it.
    """
    least, most = -inf, inf
    if birth is not None and act is not None:
        least = _age(birth.latest_end, act.earliest_start)
        most = _age(birth.earliest_start, inf if act.latest_start == -inf else act.latest_start)
    if most < 0:
        return Sure.NOT
    unborn = least < 0 and not own
    least = max(least, 0)
    if operator == "<":
        found = _sure(most < years, least < years)
    elif operator == "<=":
        found = _sure(most <= years, least <= years)
    elif operator == ">":
        found = _sure(least > years, most > years)
    elif operator == ">=":
        found = _sure(least >= years, most >= years)
    else:
        found = _sure(least == most == years, least <= years <= most)
    return Sure.POSSIBLE if unborn and found is Sure.CERTAIN else found


def _age(born: float, day: float) -> float:
    """The completed years on a day; the youngest where one of the two is the farthest off."""
    if born in (-inf, inf):
        return -born
    if day in (-inf, inf):
        return day
    one, other = (date.fromordinal(int(each) - _DAY_ZERO) for each in (born, day))
    had_birthday = (other.month, other.day) >= (one.month, one.day)
    return other.year - one.year - (not had_birthday)


def _sure(certain: bool, possible: bool) -> Sure:
    if certain:
        return Sure.CERTAIN
    return Sure.POSSIBLE if possible else Sure.NOT
