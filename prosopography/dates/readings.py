"""Whether two dates can be one: read each in every calendar that it can stand in, and compare.

Bounds widened to both calendars are good for “was it over before”, and too good-natured for “do
these two sources agree”: 1 November and 7 November 1917, both of unknown calendar, overlap as bounds,
and yet no way to read them makes them one day unless each is in another calendar.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from .calendars import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    RUSSIAN_REFORM,
    Calendar,
    calendar_of,
    civil_day,
    count_days,
)
from .edtf import parse_edtf
from .errors import DateError
from .groups import DateSet, Interval
from .value import Atom, Edtf

# Before this day number (some 30,000 years ago) no two calendars are told apart.
_FAR = 10**7


class Agreement(StrEnum):
    """What two dates have to do with one another."""

    AGREE = "agree"
    TWO_CALENDARS = "two calendars"
    EXCLUDE = "exclude"


class CalendarReading(NamedTuple):
    """A date in one calendar: the stretches of days (first, last) of which one was the day.

    ``stated`` tells whether the source names the calendar, or the other reading is open too.
    """

    calendar: Calendar
    stated: bool
    stretches: tuple[tuple[int, int], ...]

    @property
    def day(self) -> int | None:
        """The day, if it is a single one."""
        first, last = self.stretches[0]
        return first if len(self.stretches) == 1 and first == last else None


@lru_cache(maxsize=8192)
def readings(
    edtf: str, calendar: str | Calendar, *, reform: int = RUSSIAN_REFORM
) -> tuple[CalendarReading, ...]:
    """The readings of a date: one in a stated calendar; in the unknown one the Gregorian, and the
    Julian as far as it lies before `reform`, from which only the Gregorian calendar was in use.

    Doubtful dates are widened as bounds are; a set is each of its dates, an interval the whole of
    its days. Raises DateError for what is no EDTF and for a day that does not exist.
    """
    value, chosen = parse_edtf(edtf), calendar_of(calendar)
    if chosen is not Calendar.UNKNOWN:
        return (CalendarReading(chosen, stated=True, stretches=_stretches(value, chosen)),)
    found = []
    for each in (Calendar.GREGORIAN, Calendar.JULIAN):
        try:
            stretches = _stretches(value, each)
        except DateError:
            continue  # a 29 February of the Julian calendar alone
        if each is Calendar.JULIAN:
            clipped = [(first, min(last, reform - 1)) for first, last in stretches]
            stretches = tuple(days for days in clipped if days[0] < reform)
        if stretches:
            found.append(CalendarReading(each, stated=False, stretches=stretches))
    if not found:
        raise DateError(f"No day fits “{edtf}”.")
    return tuple(found)


def compare(
    one: tuple[str, str | Calendar],
    other: tuple[str, str | Calendar],
    *,
    reform: int = RUSSIAN_REFORM,
) -> Agreement:
    """What two dates, each given as EDTF with its calendar, have to do with one another.

    AGREE, if they can be one and the same day. Two dates of unknown calendar are taken to stand in
    the same one; a stated calendar settles its own date only. TWO_CALENDARS, if each is one single
    day and these are one day if one of them is taken as Julian and the other as Gregorian: by the
    date they are apart by the days between the calendars (12 in the 19th century, 13 in the 20th),
    and both lie before `reform`. Else EXCLUDE. The same either way round, and however a known day is
    written.
    """
    pairs = [
        (first, second)
        for first, second in product(
            readings(one[0], one[1], reform=reform), readings(other[0], other[1], reform=reform)
        )
        if first.stated or second.stated or first.calendar is second.calendar
    ]
    if any(_meet(first, second) for first, second in pairs):
        return Agreement.AGREE
    if any(_shifted(first.day, second.day, reform) for first, second in pairs):
        return Agreement.TWO_CALENDARS
    return Agreement.EXCLUDE


def _meet(one: CalendarReading, other: CalendarReading) -> bool:
    return any(
        first[0] <= second[1] and second[0] <= first[1]
        for first, second in product(one.stretches, other.stretches)
    )


def _shifted(one: int | None, other: int | None, reform: int) -> bool:
    """Whether the later day is what the earlier one's date, taken as Julian, would be."""
    if one is None or other is None or min(one, other) < -_FAR:
        return False
    early, late = sorted((one, other))
    return late < reform and late == count_days(civil_day(early), julian=True)


def _stretches(value: Edtf, calendar: Calendar) -> tuple[tuple[int, int], ...]:
    """The days of each date of a set, or of the whole value."""
    members: tuple[Edtf, ...] = value.members if isinstance(value, DateSet) else (value,)
    return tuple(_days(member, calendar) for member in members)


def _days(value: Edtf, calendar: Calendar) -> tuple[int, int]:
    first, last = value.span(calendar, widened=True)
    return (
        DISTANT_PAST if first is None else first,
        DISTANT_FUTURE if last is None else last,
    )


class Ends(NamedTuple):
    """The two ends of a stretch of time as dates by themselves; empty where they are not known."""

    start: str
    end: str


def ends_of(edtf: str) -> Ends:
    """EDTF of the start and of the end of an interval; both empty for any other date.

    Raises DateError for what is no EDTF.
    """
    value = parse_edtf(edtf) if edtf else None
    if not isinstance(value, Interval):
        return Ends("", "")
    return Ends(*(str(end) if isinstance(end, Atom) else "" for end in (value.start, value.end)))
