"""A date as a part of a Russian sentence: “с ноября 1917 г.”, “в 1917 году”, “1921–1928 гг.”.

In a sentence a year has its word with it, which tables and drawings do without (``wording_ru``).
"""

from __future__ import annotations

from . import wording_ru
from .atoms import Date
from .case import Case
from .digits import Doubt
from .groups import Interval
from .phrasing import Vague, unknown_parts, vague
from .value import Atom, Edtf

_YEAR = ("год", "года", "год", "году")
_YEARS = ("годы", "годов", "годы", "годах")


def phrase(value: Edtf, case: Case) -> str:
    """The value in words and in its case; with a doubt, or beside a set, as in a table."""
    plain = case if case != Case.TIME else Case.NOMINATIVE
    if isinstance(value, Interval):
        words = wording_ru.phrase(value)
        ends = value.start, value.end
        if all(isinstance(end, Atom) and wording_ru.is_bare_year(end) for end in ends):
            return f"{'в ' if case == Case.TIME else ''}{words} гг."
        return words
    if not isinstance(value, Date) or value.year.least < 1000:
        return wording_ru.phrase(value, plain)
    doubts = {part.doubt for part in value.parts}
    if doubts == {Doubt.APPROXIMATE} and value.year.known and not unknown_parts(value):
        return f"{wording_ru.phrase(value)} г."
    if doubts != {Doubt.NONE}:
        return wording_ru.phrase(value, plain)
    return _certain(value, case, plain)


def _certain(date: Date, case: Case, plain: Case) -> str:
    """A single date without a doubt; ``plain`` is its case where no preposition goes with it."""
    told = "в " if case == Case.TIME else ""
    if date.month is None:
        if date.year.known:
            return f"{told}{wording_ru.phrase(date)} {_YEAR[case]}"
        match vague(date.year):
            case Vague.DECADE:
                return f"{told}{wording_ru.phrase(date, case)} {_YEARS[case]}"
            case Vague.CENTURY:
                return f"{told}{wording_ru.phrase(date, case)}"
        return wording_ru.phrase(date, plain)
    if unknown_parts(date) or not all(part.known for part in date.parts):
        return wording_ru.phrase(date, plain)
    if date.day is not None:
        return f"{wording_ru.phrase(date)} г."
    return f"{'' if date.season else told}{wording_ru.phrase(date, case)} г."
