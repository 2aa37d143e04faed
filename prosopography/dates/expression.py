"""How the dates of a free text are joined: from one to another, one or another, before one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .digits import Doubt
from .errors import DateError
from .pieces import Piece, piece_of
from .tokens import Token
from .words import Kind, Lead, Tail

_JOINS = (Kind.TO, Kind.DASH, Kind.SLASH, Kind.AND, Kind.OR)
_WITH_YEAR = (
    Kind.YEAR_MONTH_DAY,
    Kind.DAY_MONTH_YEAR,
    Kind.YEAR_MONTH,
    Kind.MONTH_YEAR,
    Kind.DECADE,
    Kind.CENTURY,
)


class Expression(NamedTuple):
    """Dates, the words between them, and what stands before and behind them all.

    `second` is the word of a second limit ("after 1929 and *before* 1934"); `doubt` holds for all
    dates; `aside` is what stands in brackets, the same date in the other calendar, and `year_last`
    tells that the year comes only after them.
    """

    pieces: tuple[Piece, ...]
    joins: tuple[Kind, ...] = ()
    lead: Lead | None = None
    tail: Tail | None = None
    second: Lead | None = None
    doubt: Doubt = Doubt.NONE
    aside: Expression | None = None
    year_last: bool = False


def expression_of(tokens: Sequence[Token]) -> Expression:
    """The expression in the pieces of a text; DateError where they do not fit together."""
    outer, inner = _brackets(list(tokens))
    expression = _plain(outer)
    if not inner:
        return expression
    kinds = [token.kind for token in tokens]
    rest = tokens[kinds.index(Kind.CLOSING) :]
    return expression._replace(aside=_plain(inner), year_last=any(map(_has_year, rest)))


def _brackets(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The pieces outside and inside of brackets; a bracketed question mark belongs outside."""
    outer: list[Token] = []
    inner: list[Token] = []
    group: list[Token] | None = None
    for token in tokens:
        if token.kind is Kind.OPENING:
            if group is not None:
                raise DateError("Brackets within brackets were not understood.")
            group = []
        elif token.kind is Kind.CLOSING:
            if group is None:
                raise DateError("A bracket closes that was not opened.")
            dates = [piece for piece in group if piece.kind is not Kind.COMMA]
            if all(piece.kind is Kind.DOUBT for piece in dates):
                outer += dates
            elif inner:
                raise DateError("Two remarks in brackets were not understood.")
            else:
                inner = dates
            group = None
        else:
            (outer if group is None else group).append(token)
    if group is not None:
        raise DateError("A bracket is not closed.")
    return (outer, inner) if outer else (inner, outer)


def _plain(tokens: list[Token]) -> Expression:
    """The expression without brackets."""
    doubt, tokens = _doubt_of_all(tokens)
    lead, tokens = _lead(tokens)
    tail, tokens = _tail(tokens)
    runs: list[list[Token]] = [[]]
    joins: list[Kind] = []
    second: Lead | None = None
    for index, token in enumerate(tokens):
        if token.kind is Kind.LEAD:
            second = Lead(str(token.value))
            if runs[-1]:
                joins.append(Kind.AND)
                runs.append([])
        elif token.kind in _JOINS or _separates(token, runs[-1], tokens[index + 1 :]):
            if joins and joins[-1] is Kind.COMMA and not runs[-1]:
                joins[-1] = token.kind
                continue
            joins.append(token.kind)
            runs.append([])
        elif token.kind is not Kind.COMMA:
            runs[-1].append(token)
    if not all(runs):
        raise DateError("A date is missing beside a word that joins two, or there is none at all.")
    pieces = tuple(piece_of(run) for run in runs)
    return Expression(pieces, tuple(joins), lead, tail, second, doubt)


def _doubt_of_all(tokens: list[Token]) -> tuple[Doubt, list[Token]]:
    """The doubt that stands before "between", "before" and the like, and the rest."""
    doubt = Doubt.NONE
    for index, token in enumerate(tokens):
        if token.kind is Kind.LEAD and index:
            return doubt, tokens[index:]
        if token.kind is not Kind.DOUBT:
            break
        doubt |= Doubt(int(token.value))
    return Doubt.NONE, tokens


def _lead(tokens: list[Token]) -> tuple[Lead | None, list[Token]]:
    if tokens and tokens[0].kind is Kind.LEAD:
        return Lead(str(tokens[0].value)), tokens[1:]
    if tokens and tokens[0].kind is Kind.TO:
        return Lead.UNTIL, tokens[1:]
    return None, tokens


def _tail(tokens: list[Token]) -> tuple[Tail | None, list[Token]]:
    """The word behind the dates, "1924-" counting as one; a joining word before it says no more."""
    tail: Tail | None = None
    if tokens and tokens[-1].kind is Kind.TAIL:
        tail, tokens = Tail(str(tokens[-1].value)), tokens[:-1]
    elif tokens and tokens[-1].kind is Kind.DASH:
        tail = Tail.END_UNKNOWN
    while tail and tokens and tokens[-1].kind in (Kind.DASH, Kind.TO, Kind.COMMA):
        tokens = tokens[:-1]
    if tail is Tail.NO_END and tokens and _is_until(tokens[-1]):
        tokens = tokens[:-1]
    return tail, tokens


def _is_until(token: Token) -> bool:
    return token.kind is Kind.LEAD and token.value == Lead.UNTIL


def _separates(token: Token, before: list[Token], after: list[Token]) -> bool:
    """Whether a comma stands between two dates, and not within one ("July 26, 1917")."""
    if token.kind is not Kind.COMMA:
        return False
    following: list[Token] = []
    for piece in after:
        if piece.kind in _JOINS or piece.kind in (Kind.COMMA, Kind.LEAD):
            break
        following.append(piece)
    if not following:
        return bool(before) and bool(after) and after[0].kind in _JOINS
    both = before, following
    numbers = all(len(run) == 1 and _is_number(run[0], most=2) for run in both)
    return (
        numbers
        or all(any(map(_has_year, run)) for run in both)
        or all(any(piece.kind is Kind.MONTH for piece in run) for run in both)
    )


def _is_number(token: Token, most: int) -> bool:
    return token.kind is Kind.NUMBER and len(token.text) <= most


def _has_year(token: Token) -> bool:
    if token.kind is Kind.NUMBER:
        return not _is_number(token, most=2)
    return token.kind in _WITH_YEAR
