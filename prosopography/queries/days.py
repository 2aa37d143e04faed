"""Day numbers as a reader would say them."""

from django.utils.translation import gettext as _

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    Bounds,
    Calendar,
    Span,
    civil_day,
    describe,
    iso_day,
)

from .language import spoken

_FAR = 9999


def day_in_words(number: int, calendar: str | Calendar = Calendar.GREGORIAN) -> str:
    """“7 November 1917”, without the name of the calendar."""
    written = iso_day(number, calendar) or ""
    is_far = abs(civil_day(number, calendar)[0]) > _FAR
    # GREGORIAN keeps the remark on the calendar away.
    return written if is_far else describe("", Calendar.GREGORIAN, written, language=spoken())


def day_as_asked(number: int | None, calendar: str | Calendar) -> str:
    """A day as it can be asked for in an address; empty where EDTF has no such day."""
    if number is None or abs(civil_day(number, calendar)[0]) > _FAR:
        return ""
    return iso_day(number, calendar) or ""


def in_both_calendars(span: Span) -> dict[str, str]:
    """A single day in words by the name of each calendar; empty for more than one day."""
    if span.first is None or span.first != span.last:
        return {}
    return {
        each.value: day_in_words(span.first, each) for each in (Calendar.GREGORIAN, Calendar.JULIAN)
    }


def beginning(bounds: Bounds) -> str:
    """When a thing began, from its bounds, in words; all days are Gregorian."""
    earliest, latest = bounds.earliest_start, bounds.latest_start
    if bounds.undated:
        return _("at an unknown time")
    if latest is None:
        return _("before all that is dated")
    if latest >= DISTANT_FUTURE:
        return _("at an unknown time")
    if earliest is None:
        return _("by {day}").format(day=day_in_words(latest))
    return _between(earliest, latest)


def ending(bounds: Bounds) -> str:
    """When a thing ended, likewise."""
    earliest, latest = bounds.earliest_end, bounds.latest_end
    if bounds.undated:
        return _("at an unknown time")
    if earliest is None:
        return _("never, as it is told")
    if earliest <= DISTANT_PAST:
        return (
            _("at an unknown time")
            if latest is None
            else _("by {day}").format(day=day_in_words(latest))
        )
    if latest is None:
        return _("on {day} or later").format(day=day_in_words(earliest))
    return _between(earliest, latest)


def _between(first: int, last: int) -> str:
    if first == last:
        return _("on {day}").format(day=day_in_words(first))
    pattern = _("between {first} and {last}")
    return pattern.format(first=day_in_words(first), last=day_in_words(last))
