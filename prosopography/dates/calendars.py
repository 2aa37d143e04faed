"""Julian and Gregorian days, and the number that both count: the Julian Day Number.

A Julian Day Number (JDN) counts whole days from 1 January 4713 BCE of the Julian calendar, which is
day 0 (J. Scaliger; see P. K. Seidelmann, ed., *Explanatory Supplement to the Astronomical Almanac*,
1992, ch. 12). Years are astronomical, as in ISO 8601: 0 is 1 BCE, -43 is 44 BCE. Both calendars are
proleptic: they run on before the day of their introduction by their own rule.
"""

from __future__ import annotations

from enum import StrEnum

from .errors import DateError, Fault, noop


class Calendar(StrEnum):
    """The calendar in which a date was written; UNKNOWN is an answer, never a guess."""

    JULIAN = "julian"
    GREGORIAN = "gregorian"
    UNKNOWN = "unknown"


# The largest year in either direction: its days, and those of a doubtful date that widens to twice
# as far, still fit a signed 64-bit integer.
MAX_YEAR = 10**16 - 1
TOO_FAR = Fault(
    noop("The year is too far away; years count up to {most}."), {"most": f"{MAX_YEAR:,}"}
)

# No day at all on the near side. They stand where an empty bound would mean the other infinity
# (see `Bounds`), lie beyond every day of MAX_YEAR, and leave room for arithmetic in 64 bits.
DISTANT_PAST = -9 * 10**18
DISTANT_FUTURE = 9 * 10**18

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2

Civil = tuple[int, int, int]


def is_leap(year: int, *, julian: bool) -> bool:
    """Whether the year has a 29 February in the calendar."""
    return year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, *, julian: bool) -> int:
    """The number of days of a month (1 to 12)."""
    if month == _FEBRUARY and is_leap(year, julian=julian):
        return 29
    return _LENGTHS[month - 1]


def count_days(civil: Civil, *, julian: bool) -> int:
    """The Julian Day Number of a day that is known to exist.

    The year is reckoned from March, so that the leap day is its last; the floor division of
    Python's integers makes the one formula good for every year, also before 4800 BCE.
    """
    year, month, day = civil
    shift = (14 - month) // 12
    years = year + 4800 - shift
    days = day + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * years + years // 4
    return days - 32083 if julian else days - years // 100 + years // 400 - 32045


def calendar_of(calendar: str | Calendar) -> Calendar:
    """The calendar of that name; DateError for any other word."""
    try:
        return Calendar(calendar)
    except ValueError:
        names = ", ".join(Calendar)
        raise DateError(f"There is no calendar “{calendar}” here; there are: {names}.") from None


def year_name(year: int) -> str:
    """A year as a historian counts it: "44 BCE" for -43, "69 CE", "1917", "170,000,002"."""
    if year <= 0:
        before = 1 - year
        return f"{before:,} BCE" if before > 9999 else f"{before} BCE"
    if year < 1000:
        return f"{year} CE"
    return f"{year:,}" if year > 9999 else str(year)


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: "1917", "-0043", and "Y12000" beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def day_number(year: int, month: int, day: int, calendar: str | Calendar) -> int:
    """The Julian Day Number of a civil day in the Julian or the Gregorian calendar.

    Raises DateError for a month or a day that does not exist in that calendar, for a year beyond
    MAX_YEAR, and for the unknown calendar, in which a day has no one number.
    """
    chosen = calendar_of(calendar)
    if chosen is Calendar.UNKNOWN:
        raise DateError("A day has a number only when its calendar is known.")
    if abs(year) > MAX_YEAR:
        raise DateError(TOO_FAR)
    if not 1 <= month <= 12:
        no_month = noop("There is no month {month}; months count from 1 to 12.")
        raise DateError(Fault(no_month, {"month": str(month)}))
    julian = chosen is Calendar.JULIAN
    if not 1 <= day <= month_length(year, month, julian=julian):
        raise DateError(missing_day(year, month, day, chosen))
    return count_days((year, month, day), julian=julian)


def missing_day(year: int, month: int, day: int, calendar: Calendar) -> Fault:
    """The sentence that says why a day does not exist."""
    words = {"year": year_name(year)}
    if (month, day) == (_FEBRUARY, 29):
        if calendar is Calendar.JULIAN:
            told = noop(
                "There is no 29 February {year} in the Julian calendar: "
                "the year was not a leap year."
            )
        elif is_leap(year, julian=True):
            told = noop(
                "There is no 29 February {year} in the Gregorian calendar: "
                "the year was not a leap year; it was one in the Julian."
            )
        else:
            told = noop(
                "There is no 29 February {year} in the Gregorian calendar: "
                "the year was not a leap year."
            )
        return Fault(told, words)
    longest = 29 if month == _FEBRUARY else _LENGTHS[month - 1]
    words |= {"day": str(day), "month": MONTHS[month - 1], "longest": str(longest)}
    return Fault(
        noop("There is no {day} {month} {year}: {month} has at most {longest} days."), words
    )


def civil_day(number: int, calendar: str | Calendar = Calendar.GREGORIAN) -> Civil:
    """The year, month and day of a Julian Day Number in the Julian or the Gregorian calendar.

    The inverse of `day_number` (the algorithm of E. G. Richards, *Mapping Time*, 1998, ch. 25).
    """
    chosen = calendar_of(calendar)
    if chosen is Calendar.UNKNOWN:
        raise DateError("A day number can be written as a date only in a known calendar.")
    century, days = 0, number + 32082
    if chosen is Calendar.GREGORIAN:
        days = number + 32044
        century = (4 * days + 3) // 146097
        days -= 146097 * century // 4
    years = (4 * days + 3) // 1461
    rest = days - 1461 * years // 4
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    return 100 * century + years - 4800 + month // 10, month + 3 - 12 * (month // 10), day


def iso_day(number: int | None, calendar: str | Calendar = Calendar.GREGORIAN) -> str | None:
    """A Julian Day Number as ISO 8601 writes a day: "1917-11-07", "-0043-03-15".

    Years of more than four digits are in the expanded form with a sign, "+12000-01-01". None for
    None and for the distant past and future, which are no days.
    """
    if number is None or not DISTANT_PAST < number < DISTANT_FUTURE:
        return None
    year, month, day = civil_day(number, calendar)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


# First day on which only the Gregorian calendar was in use in Russia: the decree of the Council of
# People's Commissars of 24 January (6 February) 1918 let 14 February follow 31 January.
RUSSIAN_REFORM = count_days((1918, 2, 14), julian=False)
