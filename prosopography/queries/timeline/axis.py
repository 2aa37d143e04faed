"""The axis of a timeline: where a day stands on the drawing, and which years are written at it.

Days are Julian Day Numbers, so that nothing here depends on a calendar but the years at the ticks,
which are Gregorian. A day reaches from its number to the next one: a span of days ends at the
number after its last day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from prosopography.dates import MAX_YEAR, Calendar, civil_day, day_number
from prosopography.dates.calendars import year_name

#: The width of every drawing, in its own units; a unit is about a pixel.
WIDTH = 960.0
#: Kept free on either side of the first and the last day, for ends that are open.
MARGIN = 40.0
#: Between two stretches of an axis that is cut, and behind the second, for the words of what is there.
CUT, LATE_MARGIN = 56.0, 124.0
#: A shorter time than this is shown with what lies around it: five years.
LEAST_DAYS = 1826
#: The years at two ticks are at least so far apart, and further where they are long.
LEAST_SPACE = 54.0
_LETTER = 7.0
_DAYS_OF_YEAR = 365.2425


class Days(NamedTuple):
    """From the first day to the one after the last."""

    first: int
    last: int


class Tick(NamedTuple):
    """A year at its place."""

    x: float
    label: str


@dataclass(frozen=True)
class Stretch:
    """A part of the axis that is drawn in one measure."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where a day begins; outside of the stretch, its nearer end."""
        share = (day - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def ticks(self) -> Iterator[Tick]:
        """The years 1, 2 or 5 apart, or tens, hundreds … of these, as far as they have room.

        They are round as a historian counts: 50 BCE, 1 CE is followed by no year 0.
        """
        years = (civil_day(self.first)[0], civil_day(self.last)[0])
        low, high = max(years[0], -MAX_YEAR), min(years[1], MAX_YEAR)
        longest = max(len(year_name(low)), len(year_name(high)))
        space = max(LEAST_SPACE, _LETTER * longest + 12)
        of_year = (self.right - self.left) / (self.last - self.first) * _DAYS_OF_YEAR
        step = next(each for each in _steps() if each * of_year >= space)
        for year in _round_years(low, high, step):
            day = day_number(year, 1, 1, Calendar.GREGORIAN)
            if self.first <= day <= self.last:
                yield Tick(round(self.x(day), 1), year_name(year))


@dataclass(frozen=True)
class Axis:
    """One stretch, or two with a cut between them."""

    stretches: tuple[Stretch, ...]

    @property
    def cuts(self) -> list[float]:
        """Where the axis is cut."""
        return [(one.right + CUT / 2) for one in self.stretches[:-1]]

    def x(self, day: int) -> float:
        """Where a day begins. The days that were cut out share the place of the cut."""
        for stretch in self.stretches[:-1]:
            if day <= stretch.last:
                return stretch.x(day)
        return self.stretches[-1].x(day)

    def ticks(self) -> list[Tick]:
        """The years in their order. What comes after a cut begins with its own first year."""
        first, *others = self.stretches
        found = list(first.ticks())
        for stretch in others:
            found.append(Tick(round(stretch.left, 1), year_name(civil_day(stretch.first)[0])))
            room = found[-1].x + LEAST_SPACE
            found += [tick for tick in stretch.ticks() if tick.x >= room]
        return found


def axis_of(spans: Iterable[Days], *, death: int | None = None) -> Axis:
    """The axis on which these spans have their places; there is at least one.

    What happened long after a death (a rehabilitation after fifty years) would press a life into a
    corner: where nothing is said for more than a quarter of the time before it, the axis is cut.
    """
    found = list(spans)
    first, last = min(each.first for each in found), max(each.last for each in found)
    later = [each for each in found if death is not None and each.first > death]
    if later and len(later) < len(found):
        ended = max(each.last for each in found if each not in later)
        resumed = min(each.first for each in later)
        if resumed - ended > (ended - first) / 4:
            return _cut(_widened(first, ended, before=True), Days(resumed, last))
    days = _widened(first, last)
    return Axis((Stretch(*days, MARGIN, WIDTH - MARGIN),))


def _widened(first: int, last: int, *, before: bool = False) -> Days:
    """The days, and so many more as an axis needs.

    Most of them come after (or all ``before``): on a narrow screen a drawing is seen from its left.
    """
    missing = max(0, LEAST_DAYS - (last - first))
    after = 0 if before else missing * 9 // 10
    return Days(first - (missing - after), last + after)


def _cut(life: Days, afterlife: Days) -> Axis:
    """An axis of two stretches; the second is never wider than a fifth of it."""
    room = WIDTH - MARGIN - CUT - LATE_MARGIN
    one, other = life.last - life.first, afterlife.last - afterlife.first
    narrow = min(room / 5, max(room / 20, room * other / (one + other)))
    end = WIDTH - LATE_MARGIN
    at = end - narrow
    return Axis((Stretch(*life, MARGIN, at - CUT), Stretch(*afterlife, at, end)))


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 …"""
    for power in count():
        yield from (base * 10**power for base in (1, 2, 5))


def _round_years(low: int, high: int, step: int) -> Iterator[int]:
    """The years between two that are multiples of the step, those before year 1 counted backwards.

    Years are astronomical: 0 is 1 BCE.
    """
    for before in range((1 - low) // step * step, max(0, -high), -step):
        yield 1 - before
    yield from range(-(-max(low, 1) // step) * step, high + 1, step)
