"""Through time in steps: the dates beside a date, of its own precision."""

from __future__ import annotations

from typing import NamedTuple

from .atoms import Date
from .calendars import Calendar, calendar_of, civil_day, count_days, iso_day, month_length
from .value import Edtf

_FAR = 9999


class Step(NamedTuple):
    """The EDTF of the date one unit earlier and of the one later; None where EDTF has none."""

    unit: str
    back: str | None
    forward: str | None


def steps(value: Edtf, calendar: str | Calendar) -> list[Step]:
    """One day, month and year back and forward from a day; from a month and a year accordingly.

    A month is stepped to the same day of it, or to its last where it is too short. Nothing for a
    season, for unknown digits, and for what is more than one date.
    """
    if not isinstance(value, Date) or value.season or not all(p.known for p in value.parts):
        return []
    parts = [int(part.digits) for part in value.parts]
    units = ("year", "month", "day")[: len(parts)]
    return [
        Step(unit, *(_moved(parts, unit, way, calendar_of(calendar)) for way in (-1, 1)))
        for unit in reversed(units)
    ]


def _moved(parts: list[int], unit: str, way: int, calendar: Calendar) -> str | None:
    """The date one unit further, in as many parts."""
    year, month, day = [*parts, 1, 1][:3]
    is_julian = calendar is Calendar.JULIAN
    if unit == "day":
        year, month, day = civil_day(
            count_days((year, month, day), julian=is_julian) + way, calendar
        )
    else:
        months = 12 * year + month - 1 + way * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        day = min(day, month_length(year, month, julian=is_julian))
    if abs(year) > _FAR:
        return None
    written = iso_day(count_days((year, month, day), julian=is_julian), calendar) or ""
    return written[: len(written) - 3 * (3 - len(parts))]
