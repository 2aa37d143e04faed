"""Where a day stands on the axis, in hundredths of its width: so it is as wide as the page has room."""

from dataclasses import dataclass

from prosopography.dates import Span

from ..timeline.axis import LEAST_DAYS, Stretch, Tick

#: The width at which the years are chosen so that they have room; on a narrower page some are left out.
WIDTH = 640.0
#: Kept free on either side for ends that are open.
MARGIN = 20.0
#: Every so many years are written where the page is narrow.
SPARSE = 3


@dataclass(frozen=True)
class Year:
    """A year at its place; ``sparse``: it is left out where there is little room."""

    x: float
    label: str
    sparse: bool


@dataclass(frozen=True)
class Scale:
    """Days to places."""

    stretch: Stretch

    @classmethod
    def of(cls, span: Span) -> "Scale":
        """The scale for all days from the first to the last, both known."""
        if span.first is None or span.last is None:  # nothing without a date comes here
            raise ValueError("A scale has a first and a last day.")
        missing = max(0, LEAST_DAYS - (span.last + 1 - span.first)) // 2
        first, last = span.first - missing, span.last + 1 + missing
        return cls(Stretch(first, last, MARGIN, WIDTH - MARGIN))

    @property
    def first(self) -> int:
        """The first day that has a place."""
        return self.stretch.first

    @property
    def last(self) -> int:
        """The last day that has a place."""
        return self.stretch.last - 1

    @property
    def left(self) -> float:
        """Where the first day begins."""
        return percent(MARGIN)

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return percent(WIDTH - MARGIN)

    def x(self, day: int) -> float:
        """Where a day begins, in hundredths of the width."""
        return percent(self.stretch.x(day))

    def middle(self, day: int) -> float:
        """The middle of a day, where a line through it stands."""
        return round((self.x(day) + self.x(day + 1)) / 2, 2)

    def years(self) -> list[Year]:
        """The years that are written."""
        ticks: list[Tick] = list(self.stretch.ticks())
        return [
            Year(percent(tick.x), tick.label, bool(place % SPARSE))
            for place, tick in enumerate(ticks)
        ]


def percent(place: float) -> float:
    """A place of the drawing in hundredths of its width."""
    return round(place / WIDTH * 100, 2)
