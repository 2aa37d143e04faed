"""What is to be said of an EDTF value, before the words: the decisions that every language shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from .atoms import Date, Moment
from .calendars import month_length
from .digits import Doubt, Part
from .value import Atom


class Vague(Enum):
    """As what a year with unknown digits is told."""

    DECADE = auto()  # 193X
    CENTURY = auto()  # 18XX
    RANGE = auto()  # 190X, for “1900s” would be taken for the century; and all before the year 100
    WRITTEN = auto()  # 1X3X: no years that follow on one another


def vague(year: Part) -> Vague:
    """As what a year with unknown digits is told."""
    if "X" in year.digits.rstrip("X"):
        return Vague.WRITTEN
    if year.least >= 100 and year.unit == 10 and year.least % 100:
        return Vague.DECADE
    if year.least >= 100 and year.unit == 100:
        return Vague.CENTURY
    return Vague.RANGE


def listed(words: Sequence[str], conjunction: str) -> str:
    """Words with commas and a conjunction before the last: “a, b or c”."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def is_run(numbers: Sequence[int]) -> bool:
    """Whether rising numbers are told by the first and the last: three or more without a gap."""
    return len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1


def unknown_parts(date: Date) -> list[str]:
    """Which parts of a date are said to be unknown: year, month, day.

    A month is not, if the day is known: that is a day of an unknown month.
    """
    unknown = [
        name
        for name, part in zip(("year", "month", "day"), date.parts, strict=False)
        if not part.digits.strip("-X")
    ]
    if "month" in unknown and date.day is not None and "day" not in unknown:
        unknown.remove("month")
    return unknown


def doubted_parts(date: Date) -> list[tuple[Doubt, list[str]]]:
    """Which parts of a date are doubted in which way: year, month or season, day."""
    names = ("year", "season" if date.season else "month", "day")
    return [
        (doubt, named)
        for doubt in (Doubt.UNCERTAIN, Doubt.APPROXIMATE, Doubt.BOTH)
        if (named := [n for n, part in zip(names, date.parts, strict=False) if part.doubt == doubt])
    ]


def longest(year: Part, months: Sequence[int]) -> int:
    """The most days that one of the months can have in the year, in either calendar."""
    number = int(year.digits) if year.known else 4
    return max(month_length(number, month, julian=True) for month in months)


def year_after(year: int, year_name: Callable[[int], str]) -> str:
    """The second year of a winter, as short as can be: “28” after 1927, “1900” after 1899."""
    short = 1000 <= year <= 9998 and (year + 1) % 100
    return f"{short:02d}" if short else year_name(year + 1)


def clock(moment: Moment) -> str:
    """The time of day with its zone: “10:00:00 UTC+03:00”."""
    zone = "" if not moment.zone else " UTC" if moment.zone == "Z" else f" UTC{moment.zone}"
    return f"{moment.time}{zone}"


def shortened(
    start: Atom, end: Atom, whole: Callable[[Atom], str], day_and_month: Callable[[Date], str]
) -> str:
    """The words of the first of two dates without what it shares with the second.

    Of “2 May 1927” and “19 May 1927” the day alone; of “2 May 1927” and “19 June 1927” what
    ``day_and_month`` says; else all, as ``whole`` says it.
    """
    if not isinstance(start, Date) or not isinstance(end, Date) or start == end:
        return whole(start)
    plain = all(part.known and not part.doubt for part in (*start.parts, *end.parts))
    same = start.year == end.year and len(start.parts) == len(end.parts)
    if not plain or not same or start.month is None or start.season or end.season:
        return whole(start)
    if start.day is not None and start.month == end.month:
        return str(int(start.day.digits))
    return day_and_month(start)
