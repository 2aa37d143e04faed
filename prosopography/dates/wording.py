"""An EDTF value in English, as a reader of history would say it; no doubt is lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

from .atoms import Date, LongYear, Moment, Season
from .calendars import MONTHS, year_name
from .digits import Doubt, Part, within
from .groups import DateSet, End, Interval, Run
from .phrasing import (
    Vague,
    clock,
    doubted_parts,
    is_run,
    listed,
    longest,
    shortened,
    unknown_parts,
    vague,
    year_after,
)
from .value import Atom, Edtf

_DOUBTS = {
    Doubt.UNCERTAIN: "uncertain",
    Doubt.APPROXIMATE: "approximate",
    Doubt.BOTH: "uncertain and approximate",
}


def phrase(value: Edtf) -> str:
    """The value in words: "12 September 1917", "c. 1887", "1937 or 1938", "1921 to 1928"."""
    if isinstance(value, Interval):
        return _interval(value)
    if isinstance(value, DateSet):
        return _set(value)
    if isinstance(value, LongYear):
        return _doubted(_long_year(value), value.doubt)
    if isinstance(value, Moment):
        return f"{_date(value.date)}, {clock(value)}"
    if isinstance(value, Date):
        return _date(value)
    return str(value)


def ordinal(number: int) -> str:
    """A number as an English ordinal: 1st, 22nd, 13th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _doubted(words: str, doubt: Doubt) -> str:
    """The words with "c." and "?", or with the doubt in brackets where these would mislead."""
    if not doubt:
        return words
    if words.startswith("between") or ", " in words or "(" in words:
        return f"{words} ({_DOUBTS[doubt]})"
    circa = "c. " if doubt & Doubt.APPROXIMATE else ""
    return f"{circa}{words}{'?' if doubt & Doubt.UNCERTAIN else ''}"


def _date(date: Date) -> str:
    words = _undoubted(date)
    if len({part.doubt for part in date.parts}) == 1:
        return _doubted(words, date.year.doubt)
    remarks = [f"{listed(named, 'and')} {_DOUBTS[doubt]}" for doubt, named in doubted_parts(date)]
    return f"{words} ({', '.join(remarks)})"


def _undoubted(date: Date) -> str:
    """The words of a date, its qualifiers aside."""
    if date.season is not None:
        return _season(date.season, date.year)
    unknown = unknown_parts(date)
    if len(unknown) == len(date.parts):
        return "year unknown" if len(unknown) == 1 else "date unknown"
    left = _day_and_month(date, unknown)
    words = _of_year(left, date.year) if "year" not in unknown else left
    return f"{words}, {listed(unknown, 'and')} unknown" if unknown else words


def _season(season: Season, year_part: Part) -> str:
    where = f" ({season.where})" if season.where else ""
    if not year_part.known:
        return _of_year(season.name, year_part) + where
    year = int(year_part.digits)
    if season.month + season.length > 13:
        return f"{season.name} {year_name(year)}–{year_after(year, year_name)}{where}"
    return f"{season.name} {'of ' if ' ' in season.name else ''}{year_name(year)}{where}"


def _day_and_month(date: Date, unknown: Sequence[str]) -> str:
    """Day and month without the year; empty when neither is told."""
    if date.month is None or ("month" in unknown and "day" in unknown):
        return ""
    months = within(date.month.digits, 12)
    if date.day is None or "day" in unknown:
        return "" if "month" in unknown else _choice(months, [MONTHS[n - 1] for n in months])
    days = within(date.day.digits, longest(date.year, months))
    if len(months) == 1:
        return f"{_choice(days, [str(day) for day in days])} {MONTHS[months[0] - 1]}"
    which = "an unknown month" if len(months) == 12 else _months(months)
    return f"{_choice(days, [ordinal(day) for day in days])} of {which}"


def _months(months: Sequence[int]) -> str:
    names = [MONTHS[number - 1] for number in months]
    if is_run(months):
        return f"a month from {names[0]} to {names[-1]}"
    return listed(names, "or")


def _choice(numbers: Sequence[int], words: Sequence[str]) -> str:
    """One word, a range of them, or a list of alternatives."""
    if is_run(numbers):
        return f"between {words[0]} and {words[-1]}"
    return listed(words, "or")


def _of_year(words: str, year: Part) -> str:
    """The words with the year behind them, or the year alone."""
    if year.known:
        of = "of " if words.endswith("month") else ""
        return f"{words} {of}{year_name(int(year.digits))}".strip()
    told = _vague_year(year)
    if not words:
        return told
    return f"{words}, {told}" if told.startswith(("between", "a ")) else f"{words} in the {told}"


def _vague_year(year: Part) -> str:
    """A year with unknown digits: "1930s", "19th century" (1800 to 1899), else its range."""
    era = " CE" if year.least < 1000 else ""
    match vague(year):
        case Vague.WRITTEN:
            return f"a year written {year}"
        case Vague.DECADE:
            return f"{year.least}s{era}"
        case Vague.CENTURY:
            return f"{ordinal(year.least // 100 + 1)} century{era}"
        case Vague.RANGE:
            return f"between {year_name(year.least)} and {year_name(year.greatest)}"


def _long_year(year: LongYear) -> str:
    first, last = year.years
    if first == last:
        return year_name(first)
    return f"between {year_name(first)} and {year_name(last)}, estimated {year_name(year.year)}"


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, Atom) and isinstance(end, Atom):
        first, last = _shortened(start, end), phrase(end)
        if ", " in first + last or first.startswith("between") or last.startswith("between"):
            return f"from {first} until {last}"
        return f"{first} to {last}"
    if isinstance(start, Atom):
        told = "end unknown" if end is End.UNKNOWN else "without end"
        return f"from {phrase(start)}, {told}"
    told = "beginning unknown" if start is End.UNKNOWN else "without beginning"
    return f"until {phrase(end) if isinstance(end, Atom) else end}, {told}"


def _shortened(start: Atom, end: Atom) -> str:
    """The words of the first date without what it shares with the second ("2 to 19 May 1927")."""
    return shortened(start, end, phrase, lambda date: _day_and_month(date, ()))


def _set(dates: DateSet) -> str:
    conjunction = "and" if dates.every else "or"
    return listed([_member(member, dates.every) for member in dates.members], conjunction)


def _member(member: Atom | Run, every: bool) -> str:
    if isinstance(member, Atom):
        return phrase(member)
    if member.first is None:
        return f"{phrase(member.last or member)} {'and all time before' if every else 'or earlier'}"
    if member.last is None:
        return f"{phrase(member.first)} {'and all time after' if every else 'or later'}"
    first, last = _shortened(member.first, member.last), phrase(member.last)
    return f"all from {first} to {last}" if every else f"between {first} and {last}"
