"""Dates put together: intervals, and sets of dates (one of them, or all of them)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .calendars import Calendar
from .errors import DateError, Fault, noop
from .value import Atom, Edtf, Span

NO_DATE = noop("An interval needs at least one date.")
TOO_EARLY = noop("“{interval}” ends before it starts.")


class End(StrEnum):
    """The end of an interval that is no date (level 1, "Extended Interval")."""

    UNKNOWN = ""
    OPEN = ".."


def check_order(start: Atom, end: Atom) -> None:
    """Raise DateError when the end is certainly before the start.

    Both stand in one calendar, so that either will do for the comparison; the Julian one has every
    day that the Gregorian one has. Doubtful dates are taken at their widest.
    """
    first = start.days(julian=True, widened=True)
    last = end.days(julian=True, widened=True)
    if first is not None and last is not None and last[1] < first[0]:
        raise DateError(Fault(TOO_EARLY, {"interval": f"{start}/{end}"}))


@dataclass(frozen=True, slots=True)
class Interval(Edtf):
    """From one date to another, either of which may be unknown (empty) or open (`..`)."""

    start: Atom | End
    end: Atom | End

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def span(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Span:
        """See `Edtf.span`; None on a side that is unknown or open."""
        first = last = None
        if isinstance(self.start, Atom):
            first = self.start.reach(calendar, widened=widened, reform=reform)[0]
        if isinstance(self.end, Atom):
            last = self.end.reach(calendar, widened=widened, reform=reform)[1]
        return Span(first, last)


@dataclass(frozen=True, slots=True)
class Run(Edtf):
    """Within a set: all dates from one to another (`1670..1672`), before one, or after one."""

    first: Atom | None
    last: Atom | None

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"

    def span(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Span:
        """See `Edtf.span`; None on the open side."""
        ends = Interval(self.first or End.OPEN, self.last or End.OPEN)
        return ends.span(calendar, widened=widened, reform=reform)


@dataclass(frozen=True, slots=True)
class DateSet(Edtf):
    """One of several dates (`[1937,1938]`) or all of them (`{1960,1961-12}`), level 2."""

    members: tuple[Atom | Run, ...]
    every: bool

    def __str__(self) -> str:
        opening, closing = "{}" if self.every else "[]"
        return opening + ",".join(map(str, self.members)) + closing

    def span(
        self, calendar: str | Calendar, *, widened: bool = False, reform: int | None = None
    ) -> Span:
        """See `Edtf.span`; from the first day of any member to the last of any."""
        spans = [part.span(calendar, widened=widened, reform=reform) for part in self.members]
        firsts = [span.first for span in spans if span.first is not None]
        lasts = [span.last for span in spans if span.last is not None]
        return Span(
            min(firsts) if len(firsts) == len(spans) else None,
            max(lasts) if len(lasts) == len(spans) else None,
        )

    def atoms(self) -> Iterator[Atom]:
        """The dates that are written in the set."""
        for member in self.members:
            ends = (member.first, member.last) if isinstance(member, Run) else (member,)
            yield from (end for end in ends if end is not None)
