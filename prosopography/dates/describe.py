"""A date as a reader would say it, with its calendar where that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from . import sentence_ru, wording, wording_ru
from .atoms import Date, Moment
from .calendars import Calendar, calendar_of, civil_day
from .case import Case
from .digits import Part
from .edtf import parse_edtf
from .groups import DateSet, End, Interval, Run
from .value import Atom, Edtf

_FAR = 9999


class _Words(NamedTuple):
    """What a language says beside the phrase of a date."""

    phrase: Callable[[Edtf], str]
    in_sentence: Callable[[Edtf, Case], str]
    undated: str
    julian: str
    julian_only: str
    not_stated: str
    #: Around the Gregorian equivalent.
    gregorian: str


_ENGLISH = _Words(
    phrase=wording.phrase,
    in_sentence=lambda value, _: wording.phrase(value),
    undated="undated",
    julian="Julian",
    julian_only="a day of the Julian calendar only",
    not_stated="calendar not stated",
    gregorian="{} Gregorian",
)
_LANGUAGES = {
    "en": _ENGLISH,
    "ru": _Words(
        phrase=wording_ru.phrase,
        in_sentence=sentence_ru.phrase,
        undated="без даты",
        julian="юлианский календарь",
        julian_only="такой день есть только в юлианском календаре",
        not_stated="календарь не указан",
        gregorian="по григорианскому: {}",
    ),
}


def describe(
    date_text: str,
    calendar: str | Calendar,
    edtf: str,
    *,
    reform: int | None = None,
    language: str = "en",
) -> str:
    """A date in words: "12 September 1917", "c. 1887", "from 1924, end unknown".

    In English, or in another `language` ("ru": "12 сентября 1917"); one that is unknown here gets
    English.

    Goes by `edtf`; without one it is the text as written, or "undated". The calendar matters for a
    date told to the day or the month: a Julian one is given in the Gregorian calendar too ("25
    October 1917 (Julian; 7 November 1917 Gregorian)"), also after the reform, when a Julian date
    misleads most; an unknown one is said to be so where its two readings differ, which after the
    reform (see `Edtf.span`) they do not. Without a remark the date is Gregorian, or too vague for
    the calendar to matter. Raises DateError as `date_bounds` does.
    """
    words = _LANGUAGES.get(language, _ENGLISH)
    if not edtf:
        return date_text or words.undated
    value = parse_edtf(edtf)
    remark = calendar_remark(value, calendar_of(calendar), reform, language)
    return f"{words.phrase(value)} ({remark})" if remark else words.phrase(value)


def in_sentence(edtf: str, case: Case = Case.NOMINATIVE, *, language: str = "en") -> str:
    """A date as a part of a sentence, without a word on its calendar.

    In Russian it stands in the case, and a year has its word with it: “с ноября 1917 г.”. English
    has no cases. Raises DateError as `parse_edtf` does.
    """
    return _LANGUAGES.get(language, _ENGLISH).in_sentence(parse_edtf(edtf), case)


def calendar_remark(
    value: Edtf, calendar: Calendar, reform: int | None, language: str = "en"
) -> str:
    """What is to be said of the calendar beside the date; empty where it does not matter."""
    words = _LANGUAGES.get(language, _ENGLISH)
    fine = [date for date in _dates(value) if date.month is not None and not date.season]
    if calendar is Calendar.GREGORIAN or not fine:
        return ""
    if calendar is Calendar.JULIAN:
        return _equivalent(words.julian, value, words)
    readings = [date.reach(calendar, reform=reform) for date in fine]
    gregorian = [date.days(julian=False) for date in fine]
    if gregorian == [None]:
        return _equivalent(words.julian_only, value, words)
    return words.not_stated if readings != gregorian else ""


def _equivalent(remark: str, value: Edtf, words: _Words) -> str:
    """The remark and the Gregorian equivalent of a Julian value, if it has a plain one."""
    if isinstance(value, Interval):
        atoms = [end for end in (value.start, value.end) if isinstance(end, Atom)]
        value = atoms[0] if len(atoms) == 1 else value
    gregorian = _converted(value)
    if gregorian is None:
        return remark
    return f"{remark}; {words.gregorian.format(words.phrase(gregorian))}"


def _dates(value: Edtf) -> Iterator[Date]:
    """The dates of which a value is made, years that are mere numbers left out."""
    atoms: Iterable[object] = (value,)
    if isinstance(value, Interval):
        atoms = (value.start, value.end)
    elif isinstance(value, DateSet):
        atoms = value.atoms()
    for atom in atoms:
        date = atom.date if isinstance(atom, Moment) else atom
        if isinstance(date, Date):
            yield date


def _converted(value: Edtf) -> Edtf | None:
    """A Julian value in the Gregorian calendar; None where it has no plain equivalent.

    A day becomes a day, a month the interval of its days; intervals and sets are converted when
    all their dates are days.
    """
    if isinstance(value, Moment):
        return _day(value.date)
    if isinstance(value, Date):
        return _day(value) or _month(value)
    if isinstance(value, Interval):
        start = value.start if isinstance(value.start, End) else _day(value.start)
        end = value.end if isinstance(value.end, End) else _day(value.end)
        return None if start is None or end is None else Interval(start, end)
    if isinstance(value, DateSet):
        members = [_member(member) for member in value.members]
        kept = tuple(member for member in members if member is not None)
        return DateSet(kept, value.every) if len(kept) == len(members) else None
    return None


def _day(atom: Atom) -> Date | None:
    """The same day in the Gregorian calendar, as doubtful; None for what is not one day."""
    if not isinstance(atom, Date) or atom.day is None or not all(p.known for p in atom.parts):
        return None
    days = atom.days(julian=True)
    return None if days is None else _written(days[0], atom)


def _month(date: Date) -> Interval | None:
    """The days of a known month as a Gregorian interval."""
    days = date.days(julian=True)
    if date.day is not None or days is None or not all(part.known for part in date.parts):
        return None
    first, last = _written(days[0], date), _written(days[1], date)
    return None if first is None or last is None else Interval(first, last)


def _written(day: int, like: Date) -> Date | None:
    """A day number as a Gregorian date with the doubts of another date."""
    year, month, number = civil_day(day)
    if abs(year) > _FAR:
        return None
    digits = f"{'-' if year < 0 else ''}{abs(year):04d}", f"{month:02d}", f"{number:02d}"
    doubts = [*(part.doubt for part in like.parts), like.parts[-1].doubt]
    return Date(*(Part(text, doubt) for text, doubt in zip(digits, doubts, strict=False)))


def _member(member: Atom | Run) -> Atom | Run | None:
    """A member of a set in the Gregorian calendar."""
    if isinstance(member, Atom):
        return _day(member)
    first = None if member.first is None else _day(member.first)
    last = None if member.last is None else _day(member.last)
    if (first is None) != (member.first is None) or (last is None) != (member.last is None):
        return None
    return Run(first, last)
