"""How much is dated to each decade, year, month or day of a time."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Max, Min, QuerySet

from prosopography.dates import Calendar, Span, civil_day, day_number, edtf_year

from ..days import day_as_asked
from .asked import Asked
from .axis import months, named

#: The most columns; what has more is told in longer ones.
_MOST = 80
_OF_YEAR, _OF_MONTH = 365.25, 30.5
#: How many days the two readings of a date without a calendar can be apart.
_READINGS = 14
#: The drawing: how high a column is at most.
HEIGHT = 70.0
_LATE = 9999
_CENTURY, _DECADE = 100, 10
#: From this year on a number alone is read as a year.
_LONG = 1000


class Unit(NamedTuple):
    """A stretch of time with its first and its last day."""

    label: str
    title: str
    first: int
    last: int


@dataclass(frozen=True)
class Column:
    """What is dated to one stretch of time."""

    label: str  # as short as can be
    title: str
    begin: str  # the time in EDTF, as an address has it
    end: str
    number: int
    height: float


@dataclass(frozen=True)
class Columns:
    """The stretches of a time in their order, with those to which nothing is dated."""

    columns: list[Column]
    placed: int  # how many claims stand in one of them
    vague: int  # how many are dated more loosely

    @property
    def most(self) -> int:
        """The number of the highest."""
        return max((each.number for each in self.columns), default=0)


def span_of(asked: Asked, found: QuerySet) -> Span | None:
    """The time that is asked for; where it is open, as far as any of these claims reaches.

    One query where it is open. None where that is not known.
    """
    first, last = (None, None) if asked.span is None else asked.span
    if first is None or last is None:
        known = found.order_by().aggregate(first=Min("earliest_start"), last=Max("latest_end"))
        first = known["first"] if first is None else first
        last = known["last"] if last is None else last
    return None if first is None or last is None or last < first else Span(first, last)


def columns(found: QuerySet, span: Span) -> Columns | None:
    """These dated claims by the stretches of a closed time; one query. None for a single day.

    A claim stands where the middle of its days lies, unless these are more than the stretch has; with
    two weeks more it still does, for so far apart are the two readings of a date without a calendar.
    """
    units = list(_units(span))
    if not units:
        return None
    rows = list(found.order_by().values_list("earliest_start", "latest_end"))
    numbers = [0] * len(units)
    starts = [each.first for each in units]
    for first, last in rows:
        if first is None or last is None:
            continue
        place = bisect_right(starts, (first + last) // 2) - 1
        if place < 0:
            continue
        length = units[place].last - units[place].first
        if last - first <= length + (_READINGS if length else 0):
            numbers[place] += 1
    most = max(numbers) or 1
    made = [
        Column(
            unit.label,
            unit.title,
            day_as_asked(unit.first, Calendar.GREGORIAN),
            day_as_asked(unit.last, Calendar.GREGORIAN),
            number,
            round(HEIGHT * number / most, 1),
        )
        for unit, number in zip(units, numbers, strict=True)
    ]
    return Columns(made, sum(numbers), len(rows) - sum(numbers))


def _units(span: Span) -> Iterator[Unit]:
    """The stretches of a time: the shortest of which there are not too many."""
    if span.first is None or span.last is None or span.first >= span.last:
        return
    days = span.last - span.first + 1
    if abs(civil_day(span.first)[0]) > _LATE or abs(civil_day(span.last)[0]) > _LATE:
        return
    if days <= _MOST:
        for day in range(span.first, span.last + 1):
            title = named(day_as_asked(day, Calendar.GREGORIAN))
            yield Unit(str(civil_day(day)[2]), title, day, day)
    elif days / _OF_MONTH <= _MOST / 2:
        of_span = months(_month(span.first), span.last)
        starts = [(named(f"{edtf_year(y)}-{m:02d}"), day) for y, m, day in of_span]
        yield from _joined(starts, span)
    else:
        step = next(
            (each for each in (1, _DECADE, _CENTURY) if days / _OF_YEAR / each <= _MOST), 1000
        )
        yield from _joined(list(_years(span, step)), span)


def _month(day: int) -> int:
    year, month, _ = civil_day(day)
    return day_number(year, month, 1, Calendar.GREGORIAN)


def _years(span: Span, step: int) -> Iterator[tuple[str, int]]:
    """The years, or every so many, with their first days."""
    first, last = civil_day(span.first or 0)[0], civil_day(span.last or 0)[0]
    for year in range(first // step * step, last + 1, step):
        yield _years_named(year, step), day_number(year, 1, 1, Calendar.GREGORIAN)


def _years_named(year: int, step: int) -> str:
    """So many years from this one on in words: “1917”, “1910–1919”, “51 BCE to 42 BCE”."""
    if step == 1:
        return named(edtf_year(year))
    last = year + step - 1
    if year >= _LONG:
        return f"{year}–{last}"
    return named(f"{edtf_year(year)}/{edtf_year(last)}")


def _joined(starts: list[tuple[str, int]], span: Span) -> Iterator[Unit]:
    """Each stretch ends before the next; the outermost are cut to the time."""
    ends = [day - 1 for _, day in starts[1:]] + [span.last or 0]
    for (label, first), last in zip(starts, ends, strict=True):
        yield Unit(label, label, max(first, span.first or 0), min(last, span.last or 0))
