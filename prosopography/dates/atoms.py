"""Single dates of EDTF: year, month, season or day, with unknown digits and qualifiers; years of
more than four digits; dates with a time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .calendars import (
    Calendar,
    Civil,
    count_days,
    is_leap,
    missing_day,
    month_length,
)
from .digits import QUALIFIERS, Doubt, Part, within
from .errors import Fault, noop
from .value import Atom, Days


class Season(NamedTuple):
    """First month and number of months of a sub-year grouping, and how to say it."""

    month: int
    length: int
    name: str
    where: str = ""


_NO_DAY = {
    Calendar.JULIAN: noop(
        "No day fits “{date}” in the Julian calendar: no month that it allows has such a day."
    ),
    Calendar.GREGORIAN: noop(
        "No day fits “{date}” in the Gregorian calendar: no month that it allows has such a day."
    ),
    Calendar.UNKNOWN: noop("No day fits “{date}”: no month that it allows has such a day."),
}
_NORTH, _SOUTH = "Northern Hemisphere", "Southern Hemisphere"

# Sub-year groupings (specification, level 1 "Seasons" and level 2 "Sub-year groupings"), which name
# no months. The meteorological seasons are taken, as historians use the words: winter begins in
# December of its year and ends in February of the next. (The edtf library takes December alone, so
# that winter stays in its year: too narrow for "winter 1917", which must not exclude January.)
# 21 to 24 are "independent of location"; they are read as those of the Northern Hemisphere.
SEASONS = {
    21: Season(3, 3, "spring"),
    22: Season(6, 3, "summer"),
    23: Season(9, 3, "autumn"),
    24: Season(12, 3, "winter"),
    25: Season(3, 3, "spring", _NORTH),
    26: Season(6, 3, "summer", _NORTH),
    27: Season(9, 3, "autumn", _NORTH),
    28: Season(12, 3, "winter", _NORTH),
    29: Season(9, 3, "spring", _SOUTH),
    30: Season(12, 3, "summer", _SOUTH),
    31: Season(3, 3, "autumn", _SOUTH),
    32: Season(6, 3, "winter", _SOUTH),
    33: Season(1, 3, "first quarter"),
    34: Season(4, 3, "second quarter"),
    35: Season(7, 3, "third quarter"),
    36: Season(10, 3, "fourth quarter"),
    37: Season(1, 4, "first four months"),
    38: Season(5, 4, "middle four months"),
    39: Season(9, 4, "last four months"),
    40: Season(1, 6, "first half"),
    41: Season(7, 6, "second half"),
}


class Extent(NamedTuple):
    """First and last civil day of a date in one calendar."""

    first: Civil
    last: Civil


def _moved(civil: Civil, years: int, months: int, *, julian: bool, to_end: bool) -> Civil:
    """The same day that many years and months later, or the last day of a month too short for it.

    With `to_end` it is always the last day: the end of a whole month stays the end of one.
    """
    year, month, day = civil
    count = 12 * (year + years) + month - 1 + months
    year, month = count // 12, count % 12 + 1
    length = month_length(year, month, julian=julian)
    return year, month, length if to_end else min(day, length)


@dataclass(frozen=True, slots=True)
class Date(Atom):
    """A year, a year and month, a season of a year, or a day.

    Digits of every part may be unknown ("193X", "1917-1X-25"): the days run from the first to the
    last that the digits allow and that exists.
    """

    year: Part
    month: Part | None = None
    day: Part | None = None

    def __str__(self) -> str:
        return "-".join(map(str, self.parts))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are there, from the year on."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    @property
    def season(self) -> Season | None:
        """The season or other grouping of months, if the date is one."""
        if self.month is None or not self.month.known:
            return None
        return SEASONS.get(int(self.month.digits))

    def days(self, *, julian: bool, widened: bool = False) -> Days | None:
        """See `Atom.days`.

        Widened: a doubtful year counts as a unit of its last known digit (1938? reaches from 1937
        to 1939, 193X~ from 1920 to 1949), also when month and day are doubtful with it (the same
        day a year earlier and later, or the last day of a month too short for it); else a doubtful
        month is one month, a doubtful season its own length, a doubtful day one day.
        """
        extent = self.extent(julian=julian)
        if extent is None:
            return None
        first, last = extent
        years, months, days = self._doubtful_units() if widened else (0, 0, 0)
        if years or months:
            whole = self.day is None or self.day.digits == "XX"
            first = _moved(first, -years, -months, julian=julian, to_end=False)
            last = _moved(last, years, months, julian=julian, to_end=whole)
        return count_days(first, julian=julian) - days, count_days(last, julian=julian) + days

    def _doubtful_units(self) -> Civil:
        """How many years, months and days a widened date reaches further on either side."""
        if self.year.doubt:
            return self.year.unit, 0, 0
        if self.month is not None and self.month.doubt:
            season = self.season
            return 0, season.length if season else 1, 0
        return 0, 0, 1 if self.day is not None and self.day.doubt else 0

    def extent(self, *, julian: bool) -> Extent | None:
        """First and last civil day, strictly; None when there is none in the calendar."""
        start, end = self.year.least, self.year.greatest
        if self.month is None:
            return Extent((start, 1, 1), (end, 12, 31))
        season = self.season
        if season is not None:
            month = season.month + season.length - 1
            end, month = (end + 1, month - 12) if month > 12 else (end, month)
            return Extent(
                (start, season.month, 1), (end, month, month_length(end, month, julian=julian))
            )
        months = within(self.month.digits, 12)
        if self.day is None:
            month = months[-1]
            return Extent(
                (start, months[0], 1), (end, month, month_length(end, month, julian=julian))
            )
        first = self._day(months, self.day, julian=julian, falling=False)
        last = self._day(months, self.day, julian=julian, falling=True)
        return Extent(first, last) if first and last else None

    def _day(
        self, months: tuple[int, ...], day: Part, *, julian: bool, falling: bool
    ) -> Civil | None:
        """The first (or, falling, the last) existing day that the digits allow."""
        leap, common = (
            _day_of_year(months, within(day.digits, 31), leap=kind, falling=falling)
            for kind in (True, False)
        )
        if leap is None and common is None:
            return None
        for year in self.year.numbers(falling=falling):
            found = leap if is_leap(year, julian=julian) else common
            if found is not None:
                return year, *found
        return None

    def missing(self, calendar: Calendar) -> Fault:
        """See `Atom.missing`."""
        if all(part.known for part in self.parts) and self.month and self.day:
            month, day = int(self.month.digits), int(self.day.digits)
            return missing_day(int(self.year.digits), month, day, calendar)
        return Fault(_NO_DAY[calendar], {"date": str(self)})


def _day_of_year(
    months: tuple[int, ...], days: tuple[int, ...], *, leap: bool, falling: bool
) -> tuple[int, int] | None:
    """The first (or last) month and day out of those given that a leap or common year has."""
    step = -1 if falling else 1
    year = 4 if leap else 1
    for month in months[::step]:
        for day in days[::step]:
            if day <= month_length(year, month, julian=True):
                return month, day
    return None


@dataclass(frozen=True, slots=True)
class LongYear(Atom):
    """A year as a number: with the letter Y, with an exponent, or with significant digits.

    The specification's level 1 "Letter-prefixed calendar year" (Y170000002) and level 2
    "Exponential year" (Y-17E7) and "Significant digits" (1950S2: some year between 1900 and 1999,
    estimated to be 1950). Its own example gives Y171010000S3 as 171010000 to 171010999, which is
    six significant digits, while 1950S2 and Y3388E2S3 (338000 to 338999) keep as many digits as
    the S says; so Y171010000S3 is read as 171000000 to 171999999, as ISO 8601-2 section 4.4.3 has
    it.
    """

    number: int
    exponent: int | None = None
    significant: int | None = None
    doubt: Doubt = Doubt.NONE
    letter: bool = True

    def __str__(self) -> str:
        sign = "-" if self.number < 0 else ""
        digits = f"Y{self.number}" if self.letter else f"{sign}{abs(self.number):04d}"
        exponent = "" if self.exponent is None else f"E{self.exponent}"
        significant = "" if self.significant is None else f"S{self.significant}"
        return f"{digits}{exponent}{significant}{QUALIFIERS[self.doubt]}"

    @property
    def year(self) -> int:
        """The year written, with significant digits the estimate."""
        return int(self.number * 10 ** (self.exponent or 0))

    @property
    def unit(self) -> int:
        """The unit of the last digit that means something."""
        if self.significant is None:
            return int(10 ** (self.exponent or 0))
        return int(10 ** max(0, len(str(abs(self.year))) - self.significant))

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year, strictly."""
        if self.significant is None:
            return self.year, self.year
        low = abs(self.year) // self.unit * self.unit
        high = low + self.unit - 1
        return (-high, -low) if self.year < 0 else (low, high)

    def days(self, *, julian: bool, widened: bool = False) -> Days:
        """See `Atom.days`; there is always a day. A doubtful year reaches one unit further."""
        first, last = self.years
        more = self.unit if widened and self.doubt else 0
        return (
            count_days((first - more, 1, 1), julian=julian),
            count_days((last + more, 12, 31), julian=julian),
        )

    def missing(self, calendar: Calendar) -> Fault:
        """See `Atom.missing`; every calendar has every year."""
        return Fault(f"There is no year {self.year} in the {calendar} calendar.")


@dataclass(frozen=True, slots=True)
class Moment(Atom):
    """A day with a time of day and, perhaps, its zone (level 0, "Date and Time").

    The day is the day of the clock that was read; the zone is kept but does not move it.
    """

    date: Date
    time: str
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.date}T{self.time}{self.zone}"

    def days(self, *, julian: bool, widened: bool = False) -> Days | None:
        """See `Atom.days`."""
        return self.date.days(julian=julian, widened=widened)

    def missing(self, calendar: Calendar) -> Fault:
        """See `Atom.missing`."""
        return self.date.missing(calendar)
