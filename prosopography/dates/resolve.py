"""From a date as told to points of time, and to EDTF."""

from __future__ import annotations

from typing import NamedTuple

from .atoms import SEASONS
from .calendars import Calendar, edtf_year, month_length
from .errors import DateError, Fault, noop
from .pieces import CENTURY, DECADE, YEAR, Piece
from .words import Portion

# A year, month or day: (1917,), (1917, 9), (1917, 9, 12), in astronomical years.
Point = tuple[int, ...]


class Resolved(NamedTuple):
    """First and last point that a date can mean, and how EDTF writes it.

    `text` is None where no single date of EDTF says it, so that a set must; `inside` is the date
    that can stand in an interval instead, where sets cannot. `note` says how a vague word is taken.
    """

    first: Point
    last: Point
    text: str | None
    inside: str | None
    note: str = ""

    @property
    def coarse(self) -> bool:
        """Whether an interval can hold no more than the whole of which the date is a part."""
        return self.text is None and self.inside is not None and len(self.first) != 2


# Codes of the parts of a year (see `SEASONS`). Early, middle and late are thirds, as in the usual
# rule of cataloguing; the codes of the thirds stand in intervals only.
_PARTS_OF_YEAR = {
    Portion.EARLY: 37,
    Portion.MIDDLE: 38,
    Portion.LATE: 39,
    Portion.FIRST_HALF: 40,
    Portion.SECOND_HALF: 41,
    Portion.FIRST_QUARTER: 33,
    Portion.SECOND_QUARTER: 34,
    Portion.THIRD_QUARTER: 35,
    Portion.FOURTH_QUARTER: 36,
}
_THIRDS = (Portion.EARLY, Portion.MIDDLE, Portion.LATE)
_DAYS = {
    Portion.EARLY: (1, 10),
    Portion.MIDDLE: (11, 20),
    Portion.LATE: (21, 31),
    Portion.FIRST_HALF: (1, 15),
    Portion.SECOND_HALF: (16, 31),
}
_YEARS: dict[int, dict[Portion, tuple[int, int]]] = {
    DECADE: {
        Portion.EARLY: (0, 3),
        Portion.MIDDLE: (4, 6),
        Portion.LATE: (7, 9),
        Portion.FIRST_HALF: (0, 4),
        Portion.SECOND_HALF: (5, 9),
    },
    CENTURY: {
        Portion.EARLY: (0, 33),
        Portion.MIDDLE: (34, 66),
        Portion.LATE: (67, 99),
        Portion.FIRST_HALF: (0, 49),
        Portion.SECOND_HALF: (50, 99),
        Portion.FIRST_QUARTER: (0, 24),
        Portion.SECOND_QUARTER: (25, 49),
        Portion.THIRD_QUARTER: (50, 74),
        Portion.FOURTH_QUARTER: (75, 99),
    },
}


def written(point: Point) -> str:
    """A point as EDTF: "1917-09-12", "-0043", "Y12000"; no month or day beyond the year 9999."""
    year, *rest = point
    if abs(year) > 9999 and rest:
        raise DateError("Beyond the year 9999, EDTF writes years only, without month or day.")
    return "-".join([edtf_year(year), *(f"{number:02d}" for number in rest)])


def stepped(point: Point, step: int, calendar: Calendar) -> Point:
    """The point one year, month or day later (step 1) or earlier (step -1).

    In the unknown calendar months are as long as in the Julian one, which has every day.
    """
    if len(point) == 1:
        return (point[0] + step,)
    if len(point) == 2:
        return _months_later(point, step)
    year, month, day = point
    if not 1 <= day + step <= _length(year, month, calendar):
        year, month = _months_later(point, step)
        return year, month, 1 if step > 0 else _length(year, month, calendar)
    return year, month, day + step


def _months_later(point: Point, months: int) -> tuple[int, int]:
    count = 12 * point[0] + point[1] - 1 + months
    return count // 12, count % 12 + 1


def _length(year: int, month: int, calendar: Calendar) -> int:
    return month_length(year, month, julian=calendar is not Calendar.GREGORIAN)


def resolve(piece: Piece, calendar: Calendar) -> Resolved:
    """The points and the EDTF of a date that has its year (see `fill`)."""
    if piece.scope != YEAR:
        return _years(piece)
    year = _astronomical(piece)
    if piece.season is not None:
        return _season(year, piece.season, piece)
    if piece.month is None:
        return _part_of_year(year, piece)
    if not 1 <= piece.month <= 12:
        no_month = noop("There is no month {month}: months count from 1 to 12.")
        raise DateError(Fault(no_month, {"month": str(piece.month)}))
    if piece.day is None:
        return _part_of_month(year, piece.month, piece, calendar)
    note = f"“{piece.word}” adds nothing to a day." if piece.portion else ""
    day = (year, piece.month, piece.day)
    return Resolved(day, day, written(day), written(day), note)


def _astronomical(piece: Piece) -> int:
    year = piece.year or 0
    return 1 - year if piece.era < 0 else year


def _season(year: int, code: int, piece: Piece) -> Resolved:
    season, portion = SEASONS[code], piece.portion
    first = (year, season.month)
    if portion is None:
        last = _months_later(first, season.length - 1)
        text = f"{written((year,))}-{code}"
        if abs(year) > 9999:
            raise DateError("Beyond the year 9999, EDTF writes years only, without a season.")
        return Resolved(first, last, text, text)
    if portion not in _THIRDS:
        raise DateError(f"“{piece.word}” of a season is not clear; name the months.")
    month = _months_later(first, _THIRDS.index(portion))
    note = f"“{piece.word}” of the {season.name} is taken as one of its three months."
    return Resolved(month, month, written(month), written(month), note)


def _part_of_year(year: int, piece: Piece) -> Resolved:
    whole, portion = written((year,)), piece.portion
    if portion is None:
        return Resolved((year,), (year,), whole, whole)
    code = _PARTS_OF_YEAR[portion]
    part = SEASONS[code]
    first, last = (year, part.month), (year, part.month + part.length - 1)
    written(first)
    inside = f"{whole}-{code}"
    if portion not in _THIRDS:
        return Resolved(first, last, inside, inside)
    note = f"“{piece.word}” of a year is taken as its {part.name}."
    return Resolved(first, last, None, inside, note)


def _part_of_month(year: int, month: int, piece: Piece, calendar: Calendar) -> Resolved:
    whole, portion = written((year, month)), piece.portion
    if portion is None:
        return Resolved((year, month), (year, month), whole, whole)
    if portion not in _DAYS:
        raise DateError(f"“{piece.word}” of a month is not clear; name the days.")
    start, end = _DAYS[portion]
    end = min(end, _length(year, month, calendar))
    note = f"“{piece.word}” of a month is taken as its days from {start} to {end}."
    return Resolved((year, month, start), (year, month, end), None, whole, note)


def _years(piece: Piece) -> Resolved:
    """A decade, a century, or a part of one.

    EDTF's centuries are 1800 to 1899; the first begins with the year 1, as there is no year 0. One
    before the common era ends with its round year (the third with 201 BCE, that is -200).
    """
    unit = "decade" if piece.scope == DECADE else "century"
    first, whole = _first_year(piece)
    if piece.portion is None:
        return Resolved((first,), (first + piece.scope - 1,), whole, whole)
    if piece.portion not in _YEARS[piece.scope]:
        raise DateError(f"“{piece.word}” of a {unit} is not clear; name the years.")
    low, high = _YEARS[piece.scope][piece.portion]
    note = f"“{piece.word}” of a {unit} is taken as {high - low + 1} of its years."
    return Resolved((first + low,), (first + high,), None, whole, note)


def _first_year(piece: Piece) -> tuple[int, str | None]:
    """The first year of a decade or century, and its EDTF if it has one."""
    number = piece.year or 0
    if piece.scope == DECADE:
        if piece.era < 0:
            return -number - 8, None
        return number, f"{number // 10:03d}X" if number < 10000 else None
    if piece.era < 0:
        return 1 - 100 * number, f"-{number - 1:02d}XX"
    if number == 1:
        return 1, None
    return 100 * (number - 1), f"{number - 1:02d}XX"
