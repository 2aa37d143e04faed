"""How a date was read: what the form of a claim answers as one types, and asks before it saves."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from prosopography.dates import (
    Bounds,
    Calendar,
    DateError,
    Reading,
    describe,
    iso_day,
    read_date,
)
from prosopography.models import CalendarChoice
from prosopography.models.validators import calendar_reform, read_bounds

#: The answer of an editor who leaves a date without EDTF, deliberately.
UNREAD = "unread"


def readings_of(text: str, calendar: str) -> list[Reading]:
    """The proposal for a date as written, and the other ways to read it. Raises DateError.

    Where the text does not say its calendar, it is the one that the editor has chosen. A reading
    whose day does not exist in its calendar is none; if none is left, that is the error.
    """
    first = read_date(text)
    readings = []
    error: ValidationError | None = None
    for each in (first, *first.alternatives):
        reading = _in_calendar(each, calendar)
        try:
            read_bounds(reading.edtf, reading.calendar, lasting=False)
            readings.append(reading)
        except ValidationError as refused:
            error = error or refused
    if not readings and error is not None:
        raise DateError(error.messages[0])
    return readings


def _in_calendar(reading: Reading, chosen: str) -> Reading:
    """A reading that leaves the calendar open, in the one that the editor has chosen, if any."""
    if reading.calendar != Calendar.UNKNOWN or chosen not in (Calendar.JULIAN, Calendar.GREGORIAN):
        return reading
    calendar = Calendar(chosen)
    note = f"Taken in the {calendar.title()} calendar, which you have chosen."
    words = reading.explanation.replace(_OPEN, "").strip()
    return replace(reading, calendar=calendar, explanation=f"{words} {note}")


_OPEN = "Its calendar is not stated."


def choices_for(text: str, calendar: str) -> tuple[list[tuple[str, str]], str]:
    """What an editor can answer to a date as written, and a sentence that asks for it."""
    unread = (UNREAD, "Leave it without EDTF: it is shown as written, and no question finds it.")
    try:
        readings = readings_of(text, calendar)
    except DateError as error:
        return [unread], f"{error} Give the EDTF yourself, or say below that it stays without."
    choices = [(key_of(reading), words_of(reading)) for reading in readings]
    return [
        *choices,
        unread,
    ], "How is this date to be read? Choose below, or give the EDTF yourself."


def key_of(reading: Reading) -> str:
    """A reading as the value of a choice."""
    return f"{reading.calendar} {reading.edtf}"


def of_key(key: str) -> tuple[str, str]:
    """The calendar and the EDTF of a choice."""
    calendar, _, edtf = key.partition(" ")
    return calendar, edtf


def words_of(reading: Reading) -> str:
    """A reading in one line: what it means, why, and the EDTF."""
    return f"{_described(reading.edtf, reading.calendar)} — {reading.explanation} ({reading.edtf})"


def _described(edtf: str, calendar: str) -> str:
    return describe("", calendar, edtf, reform=calendar_reform())


def answer(text: str, calendar: str, edtf: str, *, lasting: bool) -> dict[str, Any]:
    """What the form says to what was typed so far.

    ``text``: {"readings": […]} or {"fault": sentence} for the date as written, None without one.
    ``edtf``: {"described", "meaning", …} or {"fault": sentence} for the EDTF, None without one.
    """
    return {
        "text": _of_text(text, calendar, lasting=lasting) if text.strip() else None,
        "edtf": _of_edtf(calendar, edtf, lasting=lasting) if edtf.strip() else None,
    }


def _of_text(text: str, calendar: str, *, lasting: bool) -> dict[str, Any]:
    try:
        return {
            "readings": [
                {
                    **_of_edtf(reading.calendar, reading.edtf, lasting=lasting),
                    "explanation": reading.explanation,
                }
                for reading in readings_of(text, calendar)
            ]
        }
    except DateError as error:
        return {"fault": str(error)}


def _of_edtf(calendar: str, edtf: str, *, lasting: bool) -> dict[str, Any]:
    if calendar not in CalendarChoice.values:
        calendar = Calendar.UNKNOWN
    try:
        bounds = read_bounds(edtf.strip(), calendar, lasting=lasting)
        described = _described(edtf.strip(), calendar)
    except ValidationError as refused:
        return {"fault": refused.messages[0]}
    except DateError as error:
        return {"fault": str(error)}
    return {
        "edtf": edtf.strip(),
        "calendar": str(calendar),
        "calendar_label": str(CalendarChoice(calendar).label),
        "described": described,
        "meaning": meaning(bounds, lasting=lasting),
        "bounds": {name: iso_day(day) for name, day in bounds._asdict().items()},
    }


def meaning(bounds: Bounds, *, lasting: bool) -> str:
    """The four day numbers in sentences; days are Gregorian."""
    first, start, end, last = bounds
    if not lasting and (_day(first), _day(start)) == (_day(end), _day(last)):
        return f"It happened {_within(first, last)}."
    if start is not None and end is not None and start > end:
        sentences = [f"It was so {_within(end, start)}."]
    else:
        sentences = [f"It was certainly so {_through(start, end)}."]
    if first != start and _day(first):
        sentences.append(f"It began on {_day(first)} at the earliest.")
    if last != end and _day(last):
        sentences.append(f"It ended on {_day(last)} at the latest.")
    unsaid = [
        word
        for word, is_open in (
            ("began", first != start and not _day(first)),
            ("ended", last != end and not _day(last)),
        )
        if is_open
    ]
    if unsaid:
        sentences.append(f"When it {' and when it '.join(unsaid)} is not said.")
    return " ".join(sentences)


def _within(first: int | None, last: int | None) -> str:
    """At some time between two days, either of which may be missing."""
    begin, end = _day(first), _day(last)
    if begin and end:
        return f"on {begin}" if begin == end else f"at some time from {begin} to {end}"
    if begin or end:
        return f"on {begin} or later" if begin else f"on {end} or earlier"
    return "at some time"


def _through(first: int | None, last: int | None) -> str:
    """On every day from the one to the other, either of which may be missing."""
    begin, end = _day(first), _day(last)
    if begin and end:
        return f"on {begin}" if begin == end else f"from {begin} to {end}"
    if begin or end:
        return f"from {begin} on" if begin else f"until {end}"
    return "at all times"


def _day(number: int | None) -> str:
    """A day in words; empty for what lies beyond every day."""
    iso = iso_day(number)
    if iso is None:
        return ""
    return (
        describe("", Calendar.GREGORIAN, iso) if len(iso.lstrip("-")) == len("1917-11-07") else iso
    )
