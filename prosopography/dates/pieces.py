"""One date out of free text as far as it was told, and what its neighbours lend it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from .digits import Doubt
from .errors import DateError, noop
from .tokens import Token
from .words import Kind, Portion

YEAR, DECADE, CENTURY = 1, 10, 100


_FIGURES = {
    Kind.YEAR_MONTH_DAY: ("year", "month", "day"),
    Kind.YEAR_MONTH: ("year", "month"),
    Kind.MONTH_YEAR: ("month", "year"),
    Kind.DAY_MONTH: ("day", "month"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What was said of one date.

    `year` is as written, before the common era with `era` -1; `scope` is the number of years that
    it begins (for a century `year` is the number of the century). `number` is a lone number of one
    or two digits, a day or a shortened year: its neighbours tell which. `swappable` is a date in
    figures whose day could be its month, or a century ("1800s") that could be a decade.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    scope: int = YEAR
    era: int = 0
    portion: Portion | None = None
    word: str = ""
    doubt: Doubt = Doubt.NONE
    number: str | None = None
    weekday: int | None = None
    swappable: bool = False


def piece_of(tokens: Sequence[Token]) -> Piece:
    """The date in a run of pieces of text that holds no joining word.

    Raises DateError when they do not make one date.
    """
    piece = Piece()
    loose: list[Token] = []
    for token in tokens:
        if token.kind in (Kind.NUMBER, Kind.ORDINAL):
            loose.append(token)
        elif token.kind is Kind.DOUBT:
            piece = replace(piece, doubt=piece.doubt | Doubt(int(token.value)))
        elif token.kind is not Kind.COMMA:
            piece = _told(piece, token)
    return _numbered(piece, loose)


def _told(piece: Piece, token: Token) -> Piece:
    """The piece with what a word or a date in figures adds."""
    parts = _parts(token)
    for name in ("year", "month", "day", "season", "era", "portion"):
        if name in parts and getattr(piece, name):
            raise DateError(f"“{token.text}” is one {name} too many for one date.")
    return replace(piece, **parts)


def _parts(token: Token) -> dict[str, Any]:
    """The fields of a piece that a token fills."""
    names = _FIGURES.get(token.kind)
    if names:
        return dict(zip(names, token.numbers, strict=True))
    if token.kind is Kind.DAY_MONTH_YEAR:
        first, second, year = token.numbers
        day, month = (second, first) if second > 12 >= first else (first, second)
        swappable = day <= 12 and day != month
        return {"year": year, "month": month, "day": day, "swappable": swappable}
    if token.kind is Kind.DECADE:
        return _decade(int(token.value))
    if token.kind is Kind.CENTURY:
        return {"year": token.value, "scope": CENTURY}
    if token.kind is Kind.PORTION:
        return {"portion": Portion(str(token.value)), "word": token.text.replace("_", " ")}
    if token.kind in (Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.ERA):
        return {str(token.kind): token.value}
    raise DateError(f"“{token.text}” stands where it makes no sense in a date.")


def _decade(year: int) -> dict[str, Any]:
    """The 1930s; the 1800s are more often the century than its first ten years."""
    if year >= 100 and year % 100 == 0:
        return {"year": year // 100 + 1, "scope": CENTURY, "swappable": True}
    return {"year": year, "scope": DECADE}


def _numbered(piece: Piece, loose: list[Token]) -> Piece:
    """The piece with its loose numbers as year, day, or a number yet to be understood."""
    years = [token for token in loose if token.kind is Kind.NUMBER and len(token.text) > 2]
    if not years and piece.era and piece.year is None:
        years = [token for token in loose if token.kind is Kind.NUMBER][-1:]
    if len(years) + (piece.year is not None) > 1:
        raise DateError(f"“{years[-1].text}” is a second year; say how the two are joined.")
    rest = [token for token in loose if not any(token is year for year in years)]
    if len(rest) > 1 or (rest and piece.day is not None):
        raise DateError(f"“{rest[-1].text}” is one number too many; years have four digits.")
    if years:
        piece = replace(piece, year=int(years[0].value))
    if not rest:
        return piece
    if piece.month is not None:
        return replace(piece, day=int(rest[0].value))
    if piece.year is not None or piece.season is not None:
        raise DateError(f"“{rest[0].text}” is no day here: the month is missing.")
    digits = re.match(r"[0-9]+", rest[0].text)
    return replace(piece, number=digits.group() if digits else f"{rest[0].value}")


def fill(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what each lacks taken from the next, then from the one before.

    "2 to 19 December 1927", "from 12 September 1917 to 3 October", "1933-35", "150-44 BC".
    """
    filled = list(pieces)
    for index in range(len(filled) - 2, -1, -1):
        filled[index] = _from_next(filled[index], filled[index + 1])
    for index in range(1, len(filled)):
        filled[index] = _from_previous(filled[index], filled[index - 1])
    return [_whole(piece) for piece in filled]


def _whole(piece: Piece) -> Piece:
    """The piece if it can be a date; DateError if its year or its month is not told."""
    if piece.number is not None:
        raise DateError(f"“{piece.number}” alone is no date: write a year with four digits.")
    if piece.year is None:
        raise DateError("The year is missing: a date needs one.")
    if piece.day is not None and piece.month is None:
        raise DateError(f"The month of the day {piece.day} is missing.")
    if piece.season is not None and piece.month is not None:
        raise DateError("A date has a month or a season, not both.")
    if piece.scope != YEAR and (piece.month or piece.season):
        raise DateError("A month or a season needs its year.")
    if piece.scope == DECADE and piece.year < 100 and piece.era >= 0:
        raise DateError(f"The century of “the {piece.year}s” is missing; write “1930s”, say.")
    if piece.year == 0 or (piece.scope == CENTURY and not 1 <= piece.year <= 99):
        no_zero = noop("There is no year 0 and no century 0, and centuries count to 99 here.")
        raise DateError(no_zero)
    return piece


def _from_next(piece: Piece, after: Piece) -> Piece:
    if piece.number is not None:
        return _numbered_by_next(piece, after)
    if piece.year is None and after.year is not None:
        bare = piece.month is None and piece.season is None and piece.day is None
        if bare and piece.portion is not None:
            portion, word = piece.portion, piece.word
            return replace(after, portion=portion, word=word, doubt=piece.doubt, swappable=False)
        piece = replace(piece, year=after.year, era=after.era, scope=after.scope)
    if piece.day is not None and piece.month is None:
        piece = replace(piece, month=after.month)
    if piece.year is not None and piece.era == 0:
        piece = replace(piece, era=after.era)
    return piece


def _numbered_by_next(piece: Piece, after: Piece) -> Piece:
    """A lone number before a day is a day; before a year with its era, a year; a century too."""
    number = int(piece.number or 0)
    if after.day is not None:
        return replace(
            piece, number=None, day=number, month=after.month, year=after.year, era=after.era
        )
    plain_year = after.year is not None and after.month is None and after.season is None
    if plain_year and (after.scope == CENTURY or (after.scope == YEAR and after.era)):
        return replace(piece, number=None, year=number, era=after.era, scope=after.scope)
    return piece


def _from_previous(piece: Piece, before: Piece) -> Piece:
    if before.year is None:
        return piece
    if piece.number is not None:
        return _numbered_by_previous(piece, before, before.year)
    if piece.year is None:
        piece = replace(piece, year=before.year, era=before.era, scope=before.scope)
        if piece.month is None and piece.season is None:
            piece = replace(piece, month=before.month)
    elif piece.era == 0 and before.era < 0 and piece.year < before.year:
        piece = replace(piece, era=before.era)
    return piece


def _numbered_by_previous(piece: Piece, before: Piece, year: int) -> Piece:
    """A lone number behind a day is a day of the same month; behind a year, a shortened year."""
    digits = piece.number or ""
    if before.day is not None:
        day = int(digits)
        return replace(piece, number=None, day=day, month=before.month, year=year, era=before.era)
    if before.scope != YEAR or before.month is not None:
        return piece
    if before.era < 0 or year < 100:
        return replace(piece, number=None, year=int(digits), era=before.era)
    size = 10 ** len(digits)
    full = year - year % size + int(digits)
    if full <= year:
        raise DateError(f"“{digits}” after {year} is not clear; write both years in full.")
    return replace(piece, number=None, year=full, era=before.era)
