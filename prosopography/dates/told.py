"""A date of free text as EDTF writes it: alone, in a set, in an interval; and what is beside it."""

from __future__ import annotations

from typing import NamedTuple

from .calendars import Calendar
from .digits import QUALIFIERS
from .pieces import CENTURY, DECADE, YEAR, Piece
from .resolve import Resolved, stepped, written


class Told(NamedTuple):
    """A date with its points, and the calendar in which they are counted."""

    piece: Piece
    resolved: Resolved
    calendar: Calendar

    @property
    def mark(self) -> str:
        """Its qualifier."""
        return QUALIFIERS[self.piece.doubt]

    @property
    def start(self) -> str:
        """EDTF of its first point, or the date itself where EDTF has it."""
        return (self.resolved.text or written(self.resolved.first)) + self.mark

    @property
    def end(self) -> str:
        """EDTF of its last point, or the date itself where EDTF has it."""
        return (self.resolved.text or written(self.resolved.last)) + self.mark

    @property
    def member(self) -> str:
        """EDTF within a set."""
        return self.start if self.resolved.text else f"{self.start}..{self.end}"

    @property
    def alone(self) -> str:
        """EDTF standing alone."""
        return self.start if self.resolved.text else f"[{self.member}]"

    @property
    def from_here(self) -> str:
        """EDTF as the start of an interval."""
        return self.resolved.inside + self.mark if self.resolved.inside else self.start

    @property
    def to_here(self) -> str:
        """EDTF as the end of an interval."""
        return self.resolved.inside + self.mark if self.resolved.inside else self.end

    @property
    def earlier(self) -> str:
        """EDTF of the last year, month or day before it."""
        return written(stepped(self.resolved.first, -1, self.calendar)) + self.mark

    @property
    def later(self) -> str:
        """EDTF of the first year, month or day after it."""
        return written(stepped(self.resolved.last, 1, self.calendar)) + self.mark

    @property
    def unit(self) -> str:
        """The unit of which its portion is a part, where no code of EDTF says that part."""
        units = {YEAR: "month", DECADE: "decade", CENTURY: "century"}
        return units[self.piece.scope]

    @property
    def bare_year(self) -> bool:
        """Whether it is a year and nothing more."""
        year = self.piece.scope == YEAR and len(self.resolved.first) == 1
        return year and self.resolved.text is not None
