"""Reading EDTF: from a string to a value, or to a sentence that says what is wrong, and where.

The grammar is that of the Library of Congress specification of 4 February 2019, levels 0, 1 and 2
(https://www.loc.gov/standards/datetime/). Where the specification is silent the reader is generous:
a season may be doubtful or stand in an interval, unknown digits and qualifiers go together, spaces
after the commas of a set are allowed. Letters are capitals and digits are ASCII.
"""

from __future__ import annotations

import re

from .atoms import SEASONS, Date, LongYear, Moment
from .calendars import MAX_YEAR, TOO_FAR, Calendar
from .digits import QUALIFIERS, Doubt, Part, within
from .errors import DateError, Fault, noop
from .faults import explain
from .groups import NO_DATE, DateSet, End, Interval, Run, check_order
from .value import Atom, Edtf

MAX_LENGTH = 500

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_LONG_YEAR = re.compile(r"([?~%]?)(Y?)(-?)([0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?([?~%]?)")
_MOMENT = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T((?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60))"
    r"(Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_MAX_DIGITS = len(str(MAX_YEAR))


def parse_edtf(text: str) -> Edtf:
    """The value of an EDTF string of level 0, 1 or 2.

    Raises DateError on anything else, and on what can never be: a day that exists in neither
    calendar, an interval that certainly ends before it starts, an interval without any date, a year
    beyond MAX_YEAR. `str()` of the value is its canonical form and reads back to an equal value.
    """
    if len(text) > MAX_LENGTH:
        too_long = noop("The date is too long: {most} characters are read at most.")
        raise DateError(Fault(too_long, {"most": str(MAX_LENGTH)}))
    if "/" in text:
        return _interval(text)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "T" in text:
        return _moment(text)
    return _atom(text, 0)


def _interval(text: str) -> Interval:
    left, _, right = text.partition("/")
    if "/" in right:
        one_stroke = noop("An interval has one stroke, between its two dates.")
        raise DateError(one_stroke, text.rindex("/"))
    start = _end(left, 0)
    end = _end(right, len(left) + 1)
    if isinstance(start, End) and isinstance(end, End):
        raise DateError(NO_DATE, 0)
    if isinstance(start, Atom) and isinstance(end, Atom):
        check_order(start, end)
    return Interval(start, end)


def _end(text: str, offset: int) -> Atom | End:
    if text == "":
        return End.UNKNOWN
    if text == "..":
        return End.OPEN
    return _atom(text, offset)


def _set(text: str) -> DateSet:
    every = text[0] == "{"
    if text[-1] != ("}" if every else "]") or len(text) < 3:
        shape = "{…}" if every else "[…]"
        written = noop("A set of dates is written {shape}, with a date in it.")
        raise DateError(Fault(written, {"shape": shape}), len(text) - 1)
    members = []
    offset = 1
    pieces = text[1:-1].split(",")
    for index, piece in enumerate(pieces):
        start = offset + len(piece) - len(piece.lstrip(" "))
        member = _member(piece.strip(" "), start)
        if isinstance(member, Run):
            _check_open(member, start, first=index == 0, last=index == len(pieces) - 1)
        members.append(member)
        offset += len(piece) + 1
    return DateSet(tuple(members), every)


def _check_open(run: Run, offset: int, *, first: bool, last: bool) -> None:
    if (run.first is None and not first) or (run.last is None and not last):
        raise DateError(noop("Dots without a date stand only at the two ends of a set."), offset)


def _member(text: str, offset: int) -> Atom | Run:
    left, dots, right = text.partition("..")
    if not dots:
        return _atom(text, offset)
    if not left and not right:
        raise DateError(noop("A set needs a date before or after the dots."), offset)
    first = _atom(left, offset) if left else None
    last = _atom(right, offset + len(left) + 2) if right else None
    if first is not None and last is not None:
        check_order(first, last)
    return Run(first, last)


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise explain(text, 0)
    year, month, day, time, zone = match.groups()
    date = _date(("", year, "", "", month, "", "", day, ""), text.partition("T")[0], 0)
    return Moment(date, time, zone or "")


def _atom(text: str, offset: int) -> Atom:
    match = _DATE.fullmatch(text)
    if match is not None:
        return _date(match.groups(), text, offset)
    match = _LONG_YEAR.fullmatch(text)
    if match is not None:
        return _long_year(match, text, offset)
    raise explain(text, offset)


def _date(found: tuple[str | None, ...], text: str, offset: int) -> Date:
    if found[1] == "-0000":
        raise DateError(noop("There is no year -0000: the year 1 BCE is 0000."), offset)
    groups = [group for group in (found[:3], found[3:6], found[6:]) if group[1] is not None]
    date = Date(*_parts(groups))
    _check_calendar_parts(date, text, offset)
    return date


def _parts(groups: list[tuple[str | None, ...]]) -> list[Part]:
    """The parts with the doubt that each one bears.

    "Level 2: Qualification" of the specification: a qualifier to the right of a part holds for it
    and all parts to its left, one to its left for it alone. A qualifier that says nothing new is
    left out, and on a year alone it stands to the right.
    """
    if not any(before or after for before, _, after in groups):
        return [Part(digits or "") for _, digits, _ in groups]
    parts: list[Part] = []
    group_doubt = Doubt.NONE
    for before_sign, digits, after_sign in reversed(groups):
        before = Doubt(QUALIFIERS.index(before_sign or ""))
        after = Doubt(QUALIFIERS.index(after_sign or "")) & ~group_doubt
        if len(groups) == 1:
            before, after = Doubt.NONE, before | after
        group_doubt |= after
        before &= ~group_doubt
        parts.append(Part(digits or "", group_doubt | before, before, after))
    return parts[::-1]


def _check_calendar_parts(date: Date, text: str, offset: int) -> None:
    """Raise DateError when there is no such month, season or day in either calendar."""
    month, day = date.month, date.day
    if month is None:
        return
    at = offset + text.index("-", 2) + 1
    months = within(month.digits, 12)
    if not months and (day is not None or not month.known or int(month.digits) not in SEASONS):
        no_month = (
            noop("There is no month {month}: months are 01 to 12.")
            if day is not None
            else noop(
                "There is no month {month}: months are 01 to 12, seasons and other parts of a year "
                "from 21 to 41."
            )
        )
        raise DateError(Fault(no_month, {"month": month.digits}), at)
    if day is None:
        return
    at = offset + text.rindex("-") + 1
    if not within(day.digits, 31):
        no_day = noop("There is no day {day}: days are 01 to 31.")
        raise DateError(Fault(no_day, {"day": day.digits}), at)
    if date.extent(julian=True) is None:
        known = all(part.known for part in date.parts)
        raise DateError(date.missing(Calendar.GREGORIAN if known else Calendar.UNKNOWN), at)


def _long_year(match: re.Match[str], text: str, offset: int) -> LongYear:
    before, letter, minus, digits, exponent, significant, after = match.groups()
    if not letter and (len(digits) != 4 or significant is None or exponent is not None):
        raise explain(text, offset)
    written = digits.lstrip("0") or "0"
    if len(written) > _MAX_DIGITS or len(exponent or "") > 2 or len(significant or "") > 2:
        raise DateError(TOO_FAR, offset)
    number = -int(written) if minus else int(written)
    doubt = Doubt(QUALIFIERS.index(before)) | Doubt(QUALIFIERS.index(after))
    year = LongYear(number, _int(exponent), _int(significant), doubt, bool(letter))
    _check_long_year(year, minus, text, offset)
    return year


def _int(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _check_long_year(year: LongYear, minus: str, text: str, offset: int) -> None:
    if abs(year.year) > MAX_YEAR:
        raise DateError(TOO_FAR, offset)
    if minus and year.number == 0:
        raise DateError(noop("There is no year -0: the year 1 BCE is 0000."), offset)
    if year.significant == 0:
        no_digit = noop("A year has at least one significant digit.")
        raise DateError(no_digit, offset + text.index("S") + 1)
    if year.letter and year.exponent is None and abs(year.number) <= 9999:
        short = noop("Y begins a year of more than four digits; write {year}.")
        written = f"{'-' if minus else ''}{abs(year.number):04d}"
        raise DateError(Fault(short, {"year": written}), offset)
