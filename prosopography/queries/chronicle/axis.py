"""The axis of a time that may be a century or a month: years, months or days are written at it."""

from collections.abc import Iterator

from prosopography.dates import Calendar, Span, civil_day, day_number, describe, edtf_year

from ..language import spoken
from ..timeline.axis import LEAST_SPACE, MARGIN, WIDTH, Axis, Stretch, Tick

#: At fewer years than this, months are written; at fewer days, days.
_YEARS, _DAYS_OF_YEAR, _DAYS = 4, 366, 70
#: A name of a month has so much room.
_MONTH_SPACE = 96.0
_LATE, _MONTHS = 9999, 12


class Zoomed(Axis):
    """One stretch of time in one measure."""

    def ticks(self) -> list[Tick]:
        """The years, the months or the days in their order, as many as have room."""
        [stretch] = self.stretches
        days = stretch.last - stretch.first
        if days >= _YEARS * _DAYS_OF_YEAR or abs(civil_day(stretch.first)[0]) > _LATE:
            return list(stretch.ticks())
        return list(_days(stretch) if days <= _DAYS else _months(stretch))


def axis_of(span: Span) -> Zoomed:
    """The axis from the first to the last day of a time, both known and the last included."""
    if span.first is None or span.last is None:
        raise ValueError("An axis has a first and a last day.")
    return Zoomed((Stretch(span.first, span.last + 1, MARGIN, WIDTH - MARGIN),))


def months(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Year, month and first day of each month that begins between two days."""
    year, month, _ = civil_day(first)
    while True:
        day = day_number(year, month, 1, Calendar.GREGORIAN)
        if day > last:
            return
        if day >= first:
            yield year, month, day
        year, month = (year + 1, 1) if month == _MONTHS else (year, month + 1)


def named(text: str) -> str:
    """A Gregorian date in EDTF in the words of the language that is spoken."""
    return describe("", Calendar.GREGORIAN, text, language=spoken())


def _months(stretch: Stretch) -> Iterator[Tick]:
    found = list(months(stretch.first, stretch.last - 1))
    of_month = (stretch.right - stretch.left) / max(1, len(found))
    step = next((each for each in (1, 2, 3, 6) if each * of_month >= _MONTH_SPACE), _MONTHS)
    for year, month, day in found:
        if (month - 1) % step == 0:
            yield Tick(round(stretch.x(day), 1), named(f"{edtf_year(year)}-{month:02d}"))


def _days(stretch: Stretch) -> Iterator[Tick]:
    """The days by their numbers; a later month begins with its name, which has room before it."""
    of_day = (stretch.right - stretch.left) / (stretch.last - stretch.first)
    step = next((each for each in (1, 2, 5, 10) if each * of_day >= LEAST_SPACE / 2), 10)
    begin = {day for _, _, day in months(stretch.first + 1, stretch.last - 1)}
    for day in range(stretch.first, stretch.last):
        year, month, number = civil_day(day)
        x = stretch.x(day)
        if day in begin:
            yield Tick(round(x, 1), named(f"{edtf_year(year)}-{month:02d}"))
        elif (number % step == 0 or day == stretch.first) and _is_free(stretch, x, begin):
            yield Tick(round(x, 1), str(number))


def _is_free(stretch: Stretch, x: float, begin: set[int]) -> bool:
    """Whether no name of a month stands there."""
    return all(abs(stretch.x(day) - x) >= _MONTH_SPACE / 2 + 8 for day in begin)
