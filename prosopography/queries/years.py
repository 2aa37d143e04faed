"""The years of a stretch of time in words."""

from prosopography.dates import Calendar, Span, civil_day, describe, edtf_year
from prosopography.models.validators import calendar_reform

from .language import spoken

_FAR = 9999


def years_of(span: Span | None) -> tuple[str, ...]:
    """The first and the last year of a span in words, one where both are the same; empty without.

    A day before the reform may be the last of a date of unknown calendar, which covers both
    readings: its year is that of the Julian calendar, so that December 1917 does not reach 1918.
    """
    if span is None or span.first is None or span.last is None:
        return ()
    last = Calendar.JULIAN if span.last < calendar_reform() else Calendar.GREGORIAN
    first_year = civil_day(span.first, Calendar.GREGORIAN)[0]
    last_year = max(first_year, civil_day(span.last, last)[0])
    return tuple(dict.fromkeys((_in_words(first_year), _in_words(last_year))))


def _in_words(year: int) -> str:
    """“1917”, “44 BCE”, in the language that is spoken; beyond four digits as a number."""
    if abs(year) > _FAR:
        return str(year)
    # GREGORIAN keeps the remark on the calendar away.
    return describe("", Calendar.GREGORIAN, edtf_year(year), language=spoken())
