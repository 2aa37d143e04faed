"""What every EDTF value can tell: the days that it covers in a calendar, strictly or widened."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from .calendars import RUSSIAN_REFORM, Calendar, calendar_of
from .errors import DateError, Fault

Days = tuple[int, int]


class Span(NamedTuple):
    """First and last day as Julian Day Numbers; None where there is no first or no last one."""

    first: int | None
    last: int | None


class Edtf(ABC):
    """A value of the Extended Date/Time Format, read by `parse_edtf`.

    EDTF is a specification of the Library of Congress (4 February 2019), a profile of ISO 8601-1
    and ISO 8601-2:2019. Two values are equal when they say the same; `str()` writes a value back
    with its qualifiers where they stood.
    """

    __slots__ = ()

    @abstractmethod
    def span(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Span:
        """The days from the first to the last that the value can mean in the calendar.

        Strictly, a qualifier changes nothing, as in the specification, which gives it no measure.
        `widened`, a doubtful date reaches one unit of its coarsest doubtful part further on both
        sides: a doubtful date must never make an answer certain, nor exclude its neighbours.

        In the unknown calendar the span covers both readings: the Gregorian one, and of the Julian
        one the days before `reform`, the first day from which only the Gregorian calendar was in
        use (a Julian Day Number; by default the Russian one). So "1917" ends on 13 January 1918,
        which is 31 December 1917 Julian; "1918", of which just the first weeks can be Julian, is
        the Gregorian year; "1918-02-14" is one day. A day that exists in one of the calendars only
        is read in that one.

        Raises DateError when no such day exists in the calendar.
        """


class Atom(Edtf):
    """A value that is one date, however vague: what intervals and sets are made of."""

    __slots__ = ()

    @abstractmethod
    def days(self, *, julian: bool, widened: bool = False) -> Days | None:
        """First and last day in the Julian or the Gregorian calendar; None when there is no day."""

    @abstractmethod
    def missing(self, calendar: Calendar) -> Fault:
        """The sentence that says why no such day exists in the calendar."""

    def span(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Span:
        """See `Edtf.span`; both days are always there."""
        return Span(*self.reach(calendar, widened=widened, reform=reform))

    def reach(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Days:
        """The span, known to be closed on both sides."""
        chosen = calendar_of(calendar)
        if chosen is Calendar.UNKNOWN:
            return self._both(widened, RUSSIAN_REFORM if reform is None else reform)
        days = self.days(julian=chosen is Calendar.JULIAN, widened=widened)
        if days is None:
            raise DateError(self.missing(chosen))
        return days

    def _both(self, widened: bool, reform: int) -> Days:
        """The days of both readings, the Julian ones as far as they lie before the reform."""
        gregorian = self.days(julian=False, widened=widened)
        julian = self.days(julian=True, widened=widened)
        if julian is not None and julian[0] < reform:
            before = julian[0], min(julian[1], reform - 1)
            if gregorian is None:
                return before
            return min(gregorian[0], before[0]), max(gregorian[1], before[1])
        if gregorian is None:
            raise DateError(self.missing(Calendar.GREGORIAN))
        return gregorian
