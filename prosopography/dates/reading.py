"""An editor's free text as a proposal in EDTF, with the reasons; nothing is decided in silence.

The text is cut into words and numbers (`tokens`, `words`), these into dates (`pieces`) joined by
words (`expression`); each date becomes points of time (`resolve`), and these EDTF (`proposal`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .atoms import Date
from .bounds import date_bounds
from .calendars import Calendar
from .describe import calendar_remark
from .edtf import parse_edtf
from .errors import DateError
from .expression import Expression, expression_of
from .pieces import Piece, fill
from .proposal import Proposal, propose
from .tokens import clean, tokens_of
from .value import Atom, Edtf
from .wording import phrase
from .words import WEEKDAYS, Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text proposes: EDTF, its calendar, a sentence that says why, and other readings."""

    edtf: str
    calendar: Calendar
    explanation: str
    alternatives: tuple[Reading, ...] = ()


# A year and two digits that could shorten a second, later year.
_TWO_YEARS = re.compile(r"[?~%]?[0-9]{2}([0-9]{2})-([0-9]{2})[?~%]?")
_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DECADE_OR_CENTURY = re.compile(r"[0-9]+s|[0-9]+(?:st|nd|rd|th) century")
_EDTF_SIGNS = re.compile(r"[^ ]*[\[\]{}%X][^ ]*|Y-?[0-9][^ ]*")


def read_date(text: str) -> Reading:
    """The proposal for a date in free text: English, EDTF, or Russian.

    Understood are days, months, years, seasons, decades and centuries; parts of these (early,
    mid-, late); doubt (c., about, probably, ?); ranges, alternatives and limits; the two calendars
    (O.S., N.S., a day given in both); the common era and before. The explanation says how the text
    was understood and what was supposed; the alternatives are other readings of the same text.

    Raises DateError with a sentence that says what was not understood, or why there is no such day.
    """
    plain = clean(text)
    reading = _as_edtf(plain)
    if reading is not None:
        return reading
    try:
        return _as_text(plain, text)
    except DateError:
        if _EDTF_SIGNS.fullmatch(plain.replace(", ", ",")):
            parse_edtf(plain)
        raise


def _as_edtf(plain: str) -> Reading | None:
    """The text as EDTF; None when it is none, or rather the shortened range of years "1933-35"."""
    years = _TWO_YEARS.fullmatch(plain)
    ranged = years is not None and years[2] > years[1]
    if years and ranged and years[2] > "12":
        return None
    try:
        value = parse_edtf(plain)
    except DateError:
        return None
    others = (f"{plain[:4]}/{plain[:2]}{plain[5:]}",) if ranged else ()
    reading = _explained(Proposal(str(value), (), others), Calendar.UNKNOWN, "")
    if _PLAIN.fullmatch(plain):
        return reading
    explanation = reading.explanation.replace("Read as", "Read as EDTF:", 1)
    return replace(reading, explanation=explanation)


def _as_text(plain: str, original: str) -> Reading:
    text = tokens_of(plain, original)
    expression = expression_of(text.tokens)
    marks = text.calendars
    if expression.aside is not None or expression.joins == (Kind.SLASH,):
        dual = _dual(expression)
        if dual is not None:
            return dual
    if Calendar.JULIAN in marks and Calendar.GREGORIAN in marks:
        words = " and ".join(f"“{mark}”" for mark in marks.values())
        raise DateError(f"{words} stand there, but not one day in both calendars.")
    calendar = next((name for name in marks if name is not Calendar.UNKNOWN), Calendar.UNKNOWN)
    proposal = propose(expression, calendar)
    weekday = expression.pieces[0].weekday if len(expression.pieces) == 1 else None
    if weekday is not None:
        return _with_weekday(proposal, calendar, marks.get(calendar, ""), weekday)
    if _TWO_YEARS.fullmatch(plain):
        proposal = proposal._replace(others=(*proposal.others, plain))
    return _explained(proposal, calendar, marks.get(calendar, ""))


def _explained(proposal: Proposal, calendar: Calendar, mark: str) -> Reading:
    """The reading of a proposal; DateError when its day does not exist in the calendar."""
    value = _checked(proposal.edtf, calendar)
    return Reading(
        str(value),
        calendar,
        _explanation(value, calendar, mark, proposal.notes),
        tuple(_alternatives(proposal.others, value, calendar, mark)),
    )


def _checked(edtf: str, calendar: Calendar) -> Edtf:
    """The value of EDTF that was made from the text, where its positions mean nothing."""
    try:
        date_bounds(edtf, calendar, lasting=False)
        return parse_edtf(edtf)
    except DateError as error:
        raise DateError(error.fault) from None


def _alternatives(
    others: tuple[str, ...], value: Edtf, calendar: Calendar, mark: str
) -> Iterator[Reading]:
    """Other readings that are dates too."""
    for edtf in others:
        try:
            other = _checked(edtf, calendar)
        except DateError:
            continue
        if other != value:
            yield Reading(str(other), calendar, _explanation(other, calendar, mark, ()))


def _explanation(value: Edtf, calendar: Calendar, mark: str, notes: tuple[str, ...]) -> str:
    """The sentences that say how a text was read."""
    where = ""
    if calendar is not Calendar.UNKNOWN:
        where = f" in the {calendar.title()} calendar"
        where += f", because “{mark}” stands there" if mark else ""
    sentences = [f"Read as {_subject(value)}{where}.", *(note for note in notes if note)]
    if calendar is Calendar.UNKNOWN and calendar_remark(value, calendar, None):
        sentences.append("Its calendar is not stated.")
    return " ".join(sentences)


def _subject(value: Edtf) -> str:
    """The value in words for the middle of a sentence."""
    words = phrase(value)
    if words.count("?") == 1 and words.endswith("?"):
        return f"{words[:-1]}, uncertain"
    plain = isinstance(value, Date) and all(p.known and not p.doubt for p in value.parts)
    if isinstance(value, Date) and plain and value.season is None:
        return f"the {('year', 'month', 'day')[len(value.parts) - 1]} {words}"
    return f"the {words}" if _DECADE_OR_CENTURY.fullmatch(words) else words


def _with_weekday(proposal: Proposal, calendar: Calendar, mark: str, weekday: int) -> Reading:
    """The reading of a day that is named with its day of the week, which may tell the calendar."""
    value = _checked(proposal.edtf, calendar)
    name = WEEKDAYS[weekday]
    fitting = [
        known
        for known in (Calendar.JULIAN, Calendar.GREGORIAN)
        if isinstance(value, Atom) and _falls_on(value, known, weekday)
    ]
    where = " and the ".join(known.title() for known in fitting)
    note = f"It was a {name} in the {where} calendar{'s' if len(fitting) > 1 else ''}."
    if not fitting:
        note = f"It was a {name} in neither calendar."
    reading = _explained(proposal._replace(notes=(*proposal.notes, note)), calendar, mark)
    if calendar is Calendar.UNKNOWN and len(fitting) == 1:
        told = _explained(Proposal(proposal.edtf), fitting[0], "")
        return replace(reading, alternatives=(*reading.alternatives, told))
    return reading


def _falls_on(value: Atom, calendar: Calendar, weekday: int) -> bool:
    """Whether a single day is that day of the week; Julian Day Number 0 was a Monday (0)."""
    days = value.days(julian=calendar is Calendar.JULIAN)
    return days is not None and days[0] == days[1] and days[0] % 7 == weekday


def _dual(expression: Expression) -> Reading | None:
    """The reading of one day given in both calendars; None when two days may be meant.

    Raises DateError when the day in brackets is not the same day in the other calendar.
    """
    sides = _sides(expression)
    for one, two in sides:
        for julian, gregorian in ((one, two), (two, one)):
            if _same(julian, gregorian):
                other = _explained(Proposal(gregorian), Calendar.GREGORIAN, "")
                return _both(julian, gregorian, other)
    if expression.aside is None:
        return None
    if not sides:
        raise DateError("The date in brackets was not understood.")
    first, second = (phrase(parse_edtf(edtf)) for edtf in sides[0])
    raise DateError(f"{first} and {second} are not the same day in the two calendars.")


def _both(julian: str, gregorian: str, other: Reading) -> Reading:
    value = parse_edtf(julian)
    explanation = (
        f"Read as one date in both calendars: {phrase(value)} Julian, "
        f"which is {phrase(parse_edtf(gregorian))} Gregorian."
    )
    return Reading(str(value), Calendar.JULIAN, explanation, (other,))


def _same(julian: str, gregorian: str) -> bool:
    """Whether the dates cover the same days, each in its calendar."""
    try:
        days = parse_edtf(julian).span(Calendar.JULIAN)
        return days == parse_edtf(gregorian).span(Calendar.GREGORIAN)
    except DateError:
        return False


def _sides(expression: Expression) -> list[tuple[str, str]]:
    """The two dates as EDTF, in each way in which the one can complete the other."""
    aside = expression.aside
    if aside is None:
        return _pairs(expression.pieces[0], expression.pieces[1])
    if len(expression.pieces) == 1 and len(aside.pieces) == 1:
        return _pairs(expression.pieces[0], aside.pieces[0], year_last=expression.year_last)
    edtfs = [
        propose(side._replace(aside=None), Calendar.UNKNOWN).edtf for side in (expression, aside)
    ]
    return [(edtfs[0], edtfs[1])]


def _pairs(one: Piece, two: Piece, *, year_last: bool = False) -> list[tuple[str, str]]:
    """Two days; where only one has its year, the other may lie in the year beside it.

    A year that stands last belongs to the later of the two days, else to the one it stands with.
    """
    first, second = fill((one, two))
    if first.day is None and second.day is None:
        return []
    shifts = [(0, 0)]
    if one.year is None or (two.year is None and year_last):
        shifts.append((-1, 0))
    elif two.year is None:
        shifts.append((0, 1))
    return [(_day(first, back), _day(second, on)) for back, on in shifts]


def _day(piece: Piece, years: int) -> str:
    shifted = replace(piece, year=(piece.year or 0) + years, swappable=False)
    return propose(Expression((shifted,)), Calendar.UNKNOWN).edtf
