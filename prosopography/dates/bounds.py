"""Four day numbers from a date: when a thing started at the earliest and the latest, and ended.

They are what the database keeps and compares. An empty bound is an infinity: None is before every
day in the two columns of the start and after every day in the two columns of the end. Where the
other infinity is meant, which happens only to a date known on one side ("died before 1938": the
earliest end lies in the distant past; "born 1930 or later": the latest start lies in the distant
future), the bound is DISTANT_PAST or DISTANT_FUTURE, a number beyond every day; `iso_day` writes it
as None.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .calendars import DISTANT_FUTURE, DISTANT_PAST, Calendar
from .edtf import parse_edtf
from .errors import DateError, Fault
from .groups import NO_DATE, TOO_EARLY, End, Interval
from .value import Atom, Edtf


class Bounds(NamedTuple):
    """Earliest and latest start, earliest and latest end, as Julian Day Numbers.

    None is minus infinity in the columns of the start, plus infinity in those of the end. All four
    are None only for what has no date at all.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None

    @property
    def undated(self) -> bool:
        """Whether there is no date: nothing is certain of it and nothing excluded."""
        return self == UNDATED


UNDATED = Bounds(None, None, None, None)


class _Reading(NamedTuple):
    """How the dates of one value are to be taken."""

    calendar: str | Calendar
    reform: int | None

    def __call__(self, atom: Atom) -> tuple[int, int]:
        return atom.reach(self.calendar, widened=True, reform=self.reform)


@lru_cache(maxsize=65536)
def date_bounds(
    edtf: str, calendar: str | Calendar, *, lasting: bool, reform: int | None = None
) -> Bounds:
    """The bounds of a date given as EDTF in a calendar; an empty string is undated.

    `lasting` and `reform` are those of `bounds_of`. Raises DateError for what is no EDTF and for
    a day that does not exist in the calendar.
    """
    if edtf == "":
        return UNDATED
    return bounds_of(parse_edtf(edtf), calendar, lasting=lasting, reform=reform)


def bounds_of(
    value: Edtf, calendar: str | Calendar, *, lasting: bool, reform: int | None = None
) -> Bounds:
    """The bounds of a value, doubtful dates widened (see `Edtf.span`).

    A point (birth, arrest) with a single date happened on one day of it. A state (`lasting`:
    tenure, residence) with a single date is attested then: it had started by its last day and ended
    on its first day or later. With an interval both start in the first date and end in the second;
    an unknown end is any day from the start on, an open end never comes. `reform` is the first day
    from which only the Gregorian calendar was in use, for dates whose calendar is unknown.
    """
    reading = _Reading(calendar, reform)
    if isinstance(value, Interval):
        return _interval(value, reading)
    return _within(value, reading, lasting)


def _interval(value: Interval, reading: _Reading) -> Bounds:
    """From the first date to the second; each bound is made to agree with start before end."""
    if isinstance(value.start, Atom):
        first, last = reading(value.start)
        if isinstance(value.end, End):
            return Bounds(first, last, None if value.end is End.OPEN else first, None)
        earliest, latest = reading(value.end)
        if latest < first:
            raise DateError(Fault(TOO_EARLY, {"interval": str(value)}))
        return Bounds(first, min(last, latest), max(first, earliest), latest)
    if isinstance(value.end, Atom):
        first, last = reading(value.end)
        return Bounds(None, None if value.start is End.OPEN else last, first, last)
    raise DateError(NO_DATE)


def _within(value: Edtf, reading: _Reading, lasting: bool) -> Bounds:
    """One date, one of several or all of several: within the days from the first to the last.

    “All of them” is not “throughout”: who was arrested, or in office, in 1933 and in 1935 was not
    certainly so in 1934, and four day numbers cannot hold a gap.
    """
    span = value.span(reading.calendar, widened=True, reform=reading.reform)
    first = DISTANT_PAST if span.first is None else span.first
    last = DISTANT_FUTURE if span.last is None else span.last
    if lasting:
        return Bounds(None, last, first, None)
    return Bounds(span.first, last, first, span.last)
