"""An EDTF value in Russian, as a reader of history would say it; no doubt is lost on the way.

The twin of ``wording``, which says the same in English. A month, a season and a century have a case:
“с сентября 1917 по март 1918”.
"""

from __future__ import annotations

from collections.abc import Sequence

from .atoms import Date, LongYear, Moment, Season
from .case import Case
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

_MONTHS = tuple(
    (name, f"{stem}{'а' if stem[-1] == 'т' else 'я'}", name, f"{stem}е")
    for name in (
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
    )
    for stem in (name.rstrip("ьй"),)
)
#: By the first words of the English name, which is the key of a grouping of months.
_SEASONS = {
    "spring": ("весна", "весны", "весну", "весной"),
    "summer": ("лето", "лета", "лето", "летом"),
    "autumn": ("осень", "осени", "осень", "осенью"),
    "winter": ("зима", "зимы", "зиму", "зимой"),
    "first quarter": (
        "первый квартал", "первого квартала", "первый квартал", "в первом квартале",
    ),
    "second quarter": (
        "второй квартал", "второго квартала", "второй квартал", "во втором квартале",
    ),
    "third quarter": (
        "третий квартал", "третьего квартала", "третий квартал", "в третьем квартале",
    ),
    "fourth quarter": (
        "четвёртый квартал", "четвёртого квартала", "четвёртый квартал", "в четвёртом квартале",
    ),
    "first four months": (
        "первые четыре месяца", "первых четырёх месяцев", "первые четыре месяца",
        "в первые четыре месяца",
    ),
    "middle four months": (
        "средние четыре месяца", "средних четырёх месяцев", "средние четыре месяца",
        "в средние четыре месяца",
    ),
    "last four months": (
        "последние четыре месяца", "последних четырёх месяцев", "последние четыре месяца",
        "в последние четыре месяца",
    ),
    "first half": (
        "первое полугодие", "первого полугодия", "первое полугодие", "в первом полугодии",
    ),
    "second half": (
        "второе полугодие", "второго полугодия", "второе полугодие", "во втором полугодии",
    ),
}  # fmt: skip
_WHERE = {
    "Northern Hemisphere": "Северное полушарие",
    "Southern Hemisphere": "Южное полушарие",
}
_DOUBTS = {
    Doubt.UNCERTAIN: "под вопросом",
    Doubt.APPROXIMATE: "приблизительно",
    Doubt.BOTH: "под вопросом и приблизительно",
}
_PARTS = {"year": "год", "month": "месяц", "day": "день", "season": "время года"}
_CENTURY = ("век", "века", "век", "веке")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def phrase(value: Edtf, case: Case = Case.NOMINATIVE) -> str:
    """The value in words: “12 сентября 1917”, “ок. 1887”, “1937 или 1938”, “1921–1928”.

    Only a single date has a case; intervals and sets are the same in all. The preposition of a time
    stands with a season alone: “весной”, but “ноябре”.
    """
    if isinstance(value, Interval):
        return _interval(value)
    if isinstance(value, DateSet):
        return _set(value)
    if isinstance(value, LongYear):
        return _doubted(_long_year(value), value.doubt)
    if isinstance(value, Moment):
        return f"{_date(value.date, case)}, {clock(value)}"
    if isinstance(value, Date):
        return _date(value, case)
    return str(value)


def year_name(year: int) -> str:
    """A year: “44 до н. э.” for -43, “69 н. э.”, “1917”, “170 000 002”."""
    counted = 1 - year if year <= 0 else year
    digits = f"{counted:,}".replace(",", "\u00a0") if counted > 9999 else str(counted)
    if year <= 0:
        return f"{digits} до н. э."
    return f"{digits} н. э." if year < 1000 else digits


def roman(number: int) -> str:
    """A number up to 39 as centuries are counted: XIX."""
    result = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            result, number = result + letters, number - worth
    return result


def _is_long(words: str) -> bool:
    """Whether a sign before or behind the words would be taken for a part of them only."""
    return words.startswith(("не ранее", "начало")) or ", " in words or "(" in words


def _doubted(words: str, doubt: Doubt) -> str:
    """The words with “ок.” and “?”, or with the doubt in brackets where these would mislead."""
    if not doubt:
        return words
    if _is_long(words):
        return f"{words} ({_DOUBTS[doubt]})"
    circa = "ок. " if doubt & Doubt.APPROXIMATE else ""
    return f"{circa}{words}{'?' if doubt & Doubt.UNCERTAIN else ''}"


def _date(date: Date, case: Case) -> str:
    if len({part.doubt for part in date.parts}) == 1:
        doubt = date.year.doubt
        words = _undoubted(date, case)
        if doubt & Doubt.APPROXIMATE and not _is_long(words):
            words = _undoubted(date, Case.GENITIVE)
        return _doubted(words, doubt)
    remarks = [
        f"{listed([_PARTS[name] for name in named], 'и')} — {_DOUBTS[doubt]}"
        for doubt, named in doubted_parts(date)
    ]
    return f"{_undoubted(date, case)} ({', '.join(remarks)})"


def _undoubted(date: Date, case: Case) -> str:
    """The words of a date, its qualifiers aside."""
    if date.season is not None:
        return _season(date.season, date.year, case)
    unknown = unknown_parts(date)
    if len(unknown) == len(date.parts):
        return "год неизвестен" if len(unknown) == 1 else "дата неизвестна"
    left = _day_and_month(date, unknown, case)
    words = _of_year(left, date.year, case) if "year" not in unknown else left
    if not unknown:
        return words
    lacking = listed([_PARTS[name] for name in unknown], "и")
    return f"{words}, {lacking} {'неизвестен' if len(unknown) == 1 else 'неизвестны'}"


def _season(season: Season, year_part: Part, case: Case) -> str:
    where = f" ({_WHERE[season.where]})" if season.where else ""
    name = _SEASONS[season.name][case]
    if not year_part.known:
        return _of_year(name, year_part, case) + where
    year = int(year_part.digits)
    if season.month + season.length > 13:
        return f"{name} {year_name(year)}/{year_after(year, year_name)}{where}"
    return f"{name} {year_name(year)}{where}"


def _day_and_month(date: Date, unknown: Sequence[str], case: Case) -> str:
    """Day and month without the year; empty when neither is told."""
    if date.month is None or ("month" in unknown and "day" in unknown):
        return ""
    months = within(date.month.digits, 12)
    if date.day is None or "day" in unknown:
        if "month" in unknown:
            return ""
        if len(months) > 3:
            return _choice(months, [_MONTHS[n - 1][Case.GENITIVE] for n in months])
        return listed([_MONTHS[n - 1][case] for n in months], "или")
    days = within(date.day.digits, longest(date.year, months))
    which = listed([_MONTHS[n - 1][Case.GENITIVE] for n in months], "или")
    if len(months) == 12:
        return f"{_choice(days, [f'{day}-е число' for day in days])} неизвестного месяца"
    return f"{_choice(days, [str(day) for day in days])} {which}"


def _choice(numbers: Sequence[int], words: Sequence[str]) -> str:
    """One word, a range of them, or a list of alternatives."""
    if is_run(numbers):
        return f"не ранее {words[0]} и не позднее {words[-1]}"
    return listed(words, "или")


def _of_year(words: str, year: Part, case: Case) -> str:
    """The words with the year behind them, or the year alone."""
    if year.known:
        return f"{words} {year_name(int(year.digits))}".strip()
    told = _vague_year(year, case)
    return f"{words}, {told}" if words else told


def _vague_year(year: Part, case: Case) -> str:
    """A year with unknown digits: “1930-е”, “XIX век” (1800 to 1899), else its range."""
    era = " н. э." if year.least < 1000 else ""
    is_oblique = case in (Case.GENITIVE, Case.TIME)
    match vague(year):
        case Vague.WRITTEN:
            return f"год, записанный как {year}"
        case Vague.DECADE:
            return f"{year.least}-{'х' if is_oblique else 'е'}{era}"
        case Vague.CENTURY:
            return f"{roman(year.least // 100 + 1)} {_CENTURY[case]}{era}"
        case Vague.RANGE:
            return f"не ранее {year_name(year.least)} и не позднее {year_name(year.greatest)}"


def _long_year(year: LongYear) -> str:
    first, last = year.years
    if first == last:
        return year_name(first)
    return (
        f"не ранее {year_name(first)} и не позднее {year_name(last)}, "
        f"предположительно {year_name(year.year)}"
    )


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, Atom) and isinstance(end, Atom):
        if _is_long(phrase(start)) or _is_long(phrase(end)):
            return f"начало: {phrase(start)}; конец: {phrase(end)}"
        if is_bare_year(start) and is_bare_year(end):
            return f"{phrase(start)}–{phrase(end)}"
        return f"с {_shortened(start, end)} по {phrase(end, Case.ACCUSATIVE)}"
    if isinstance(start, Atom):
        told = "конец неизвестен" if end is End.UNKNOWN else "без конца"
        words = phrase(start, Case.GENITIVE)
        return f"начало: {words}; {told}" if _is_long(words) else f"с {words}, {told}"
    told = "начало неизвестно" if start is End.UNKNOWN else "без начала"
    words = phrase(end, Case.ACCUSATIVE) if isinstance(end, Atom) else str(end)
    return f"конец: {words}; {told}" if _is_long(words) else f"по {words}, {told}"


def is_bare_year(atom: Atom) -> bool:
    """Whether a dash between it and another reads well: a plain year of our era."""
    if not isinstance(atom, Date) or len(atom.parts) > 1 or atom.year.doubt:
        return False
    return atom.year.known and int(atom.year.digits) >= 1000


def _shortened(start: Atom, end: Atom) -> str:
    """The first date, in the genitive, without what it shares with the second (“2” of “19 мая”)."""
    return shortened(
        start,
        end,
        lambda date: phrase(date, Case.GENITIVE),
        lambda date: _day_and_month(date, (), Case.GENITIVE),
    )


def _set(dates: DateSet) -> str:
    conjunction = "и" if dates.every else "или"
    return listed([_member(member, dates.every) for member in dates.members], conjunction)


def _member(member: Atom | Run, every: bool) -> str:
    if isinstance(member, Atom):
        return phrase(member)
    if member.first is None:
        return f"{phrase(member.last or member)} {'и всё время до этого' if every else 'или ранее'}"
    if member.last is None:
        told = "и всё время после этого" if every else "или позднее"
        return f"{phrase(member.first)} {told}"
    first = _shortened(member.first, member.last)
    if every:
        return f"всё время с {first} по {phrase(member.last, Case.ACCUSATIVE)}"
    return f"не ранее {first} и не позднее {phrase(member.last, Case.GENITIVE)}"
