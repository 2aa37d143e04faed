"""From joined dates to a proposal in EDTF, with what was supposed and what it could be instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from .calendars import MONTHS, Calendar, year_name
from .digits import QUALIFIERS
from .errors import DateError
from .expression import Expression
from .pieces import CENTURY, YEAR, fill
from .resolve import resolve, written
from .told import Told
from .words import Kind, Lead, Tail

_WINTER = 24


class Proposal(NamedTuple):
    """EDTF, the sentences that say what was supposed, and the EDTF of other readings."""

    edtf: str
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


_Form = Callable[[Told], tuple[str, ...]]

# How EDTF says that something lies on one side of a date. "Since" leaves the end unknown, "until"
# the beginning; that there is none is the other reading.
_LEADS: dict[Lead, _Form] = {
    Lead.BEFORE: lambda told: (f"[..{told.earlier}]",),
    Lead.AFTER: lambda told: (f"[{told.later}..]",),
    Lead.BY: lambda told: (f"[..{told.end}]",),
    Lead.NOT_BEFORE: lambda told: (f"[{told.start}..]",),
    Lead.FROM: lambda told: (f"{told.from_here}/", f"{told.from_here}/..", f"[{told.start}..]"),
    Lead.UNTIL: lambda told: (f"/{told.to_here}", f"[..{told.end}]"),
}
_TAILS: dict[Tail, _Form] = {
    Tail.OR_EARLIER: lambda told: (f"[..{told.end}]",),
    Tail.OR_LATER: lambda told: (f"[{told.start}..]",),
    Tail.ONWARDS: lambda told: (f"{told.from_here}/", f"{told.from_here}/.."),
    Tail.END_UNKNOWN: lambda told: (f"{told.from_here}/",),
    Tail.NO_END: lambda told: (f"{told.from_here}/..",),
    Tail.BEGINNING_UNKNOWN: lambda told: (f"/{told.to_here}",),
    Tail.NO_BEGINNING: lambda told: (f"../{told.to_here}",),
}
_LEADS_OF_TAILS = {
    Tail.ONWARDS: Lead.FROM,
    Tail.END_UNKNOWN: Lead.FROM,
    Tail.NO_END: Lead.FROM,
    Tail.BEGINNING_UNKNOWN: Lead.UNTIL,
    Tail.NO_BEGINNING: Lead.UNTIL,
}


def propose(expression: Expression, calendar: Calendar) -> Proposal:
    """The proposal of an expression whose brackets have been dealt with.

    Raises DateError when the dates lack a year or cannot be joined so.
    """
    pieces = [
        replace(piece, doubt=piece.doubt | expression.doubt) for piece in fill(expression.pieces)
    ]
    dates = [Told(piece, resolve(piece, calendar), calendar) for piece in pieces]
    proposal = _one(dates[0], expression) if len(dates) == 1 else _several(dates, expression)
    interval = "/" in proposal.edtf
    noted = [told.resolved.note for told in dates if not (interval and told.resolved.coarse)]
    return proposal._replace(notes=(*noted, *map(_day_first, dates), *proposal.notes))


def _day_first(told: Told) -> str:
    """The sentence about a date in figures whose day could be its month."""
    piece = told.piece
    if not piece.swappable or piece.scope != YEAR or piece.day is None:
        return ""
    other = f"{piece.month} {MONTHS[piece.day - 1]} {piece.year}"
    return f"The day comes first, as in Russian and German usage; month first it would be {other}."


def _one(told: Told, expression: Expression) -> Proposal:
    lead, tail = expression.lead, expression.tail
    if expression.second is not None:
        raise DateError(f"“{expression.second}” stands where it was not understood.")
    if lead is None and tail is None:
        return _alone(told)
    if tail is not None:
        if lead is not None and _LEADS_OF_TAILS.get(tail) is not lead:
            raise DateError(f"“{lead}” and “{tail}” do not go together.")
        edtf, *others = _TAILS[tail](told)
    elif lead is None or lead is Lead.BETWEEN:
        raise DateError("“Between” needs two dates.")
    else:
        edtf, *others = _LEADS[lead](told)
    notes = (_coarse(told),) if "/" in edtf else ()
    return Proposal(edtf, notes, tuple(others))


def _coarse(told: Told) -> str:
    """The sentence about a vague word for which an interval has no place."""
    if not told.resolved.coarse:
        return ""
    return f"An interval cannot say “{told.piece.word}” here; the whole {told.unit} is taken."


def _alone(told: Told) -> Proposal:
    """A single date, with the readings that its form allows besides."""
    piece = told.piece
    year = piece.year or 0
    if piece.season == _WINTER and piece.portion is None:
        last = year_name(told.resolved.first[0] - 1)
        note = f"Winter begins in December of its year; it could be the winter from {last} instead."
        return Proposal(told.alone, (note,), (_again(told, -1),))
    if piece.scope == CENTURY and piece.portion is None and piece.era >= 0 and year > 1:
        return _century(told, year)
    if piece.swappable and piece.scope == YEAR:
        swapped = replace(piece, day=piece.month, month=piece.day)
        other = Told(swapped, resolve(swapped, told.calendar), told.calendar)
        return Proposal(told.alone, (), (other.alone,))
    return Proposal(told.alone)


def _again(told: Told, years: int) -> str:
    """The EDTF of the same season in another year."""
    year = told.resolved.first[0] + years
    return f"{written((year,))}-{told.piece.season}{told.mark}"


def _century(told: Told, number: int) -> Proposal:
    first = 100 * (number - 1)
    note = f"A century is taken as EDTF writes it, {first} to {first + 99}."
    strict = f"[{written((first + 1,))}{told.mark}..{written((first + 100,))}{told.mark}]"
    others: tuple[str, ...] = (strict,)
    if told.piece.swappable:
        note = f"“{first}s” is taken as the century, not as the ten years {first} to {first + 9}."
        others = (f"{first // 10:03d}X{told.mark}", strict)
    return Proposal(told.alone, (note,), others)


def _several(dates: Sequence[Told], expression: Expression) -> Proposal:
    joins = expression.joins
    if expression.tail is not None:
        raise DateError(f"“{expression.tail}” needs one date before it.")
    if len(dates) == 2 and expression.second is not None:
        return _limits(dates[0], dates[1], expression)
    if expression.second is not None:
        raise DateError(f"“{expression.second}” stands where it was not understood.")
    if len(dates) == 2 and expression.lead in (Lead.BETWEEN, Lead.FROM, None):
        pair = _pair(dates[0], dates[1], expression.lead, joins[0])
        if pair is not None:
            return pair
    if expression.lead is not None:
        raise DateError(f"“{expression.lead}” needs one date after it.")
    return _carried(dates, joins) or _list(dates, joins)


def _pair(first: Told, last: Told, lead: Lead | None, join: Kind) -> Proposal | None:
    """Two dates joined as a range; None when they are a list."""
    if lead is Lead.BETWEEN and join in (Kind.AND, Kind.DASH, Kind.TO):
        return Proposal(f"[{first.start}..{last.end}]")
    if lead is Lead.FROM and join in (Kind.TO, Kind.DASH):
        return _range(first, last)
    if lead is not None:
        return None
    if join is Kind.TO:
        return _range(first, last)
    return _signed_pair(first, last, join)


def _signed_pair(first: Told, last: Told, join: Kind) -> Proposal | None:
    """Two dates with a dash or a stroke between them, which may mean more than one thing."""
    if _one_winter(first, last, join):
        mark = QUALIFIERS[first.piece.doubt | last.piece.doubt]
        note = "The winter runs from the one year into the other."
        return Proposal(f"{first.resolved.text}{mark}", (note,))
    if join is Kind.DASH or (join is Kind.SLASH and first.bare_year and last.bare_year):
        ranged = _range(first, last)
        others = [f"[{first.start}..{last.end}]"]
        if first.mark and not last.mark:
            others.append(f"{first.from_here}/{last.to_here}{first.mark}")
        note = "Taken as lasting from the one to the other; it could be some time between them."
        return Proposal(ranged.edtf, (*ranged.notes, note), tuple(others))
    if join is Kind.SLASH:
        note = "The two are not the same day in the two calendars, so one of them is meant."
        both = first.piece.day is not None and last.piece.day is not None
        return Proposal(f"[{first.member},{last.member}]", (note,) if both else ())
    return None


def _one_winter(first: Told, last: Told, join: Kind) -> bool:
    """Whether it is one winter that two years name: "winter 1917-18"."""
    winter = first.piece.season == _WINTER and first.piece.portion is None
    next_year = first.resolved.first[0] + 1
    return (
        winter
        and join in (Kind.DASH, Kind.SLASH)
        and last.bare_year
        and last.resolved.first == (next_year,)
    )


def _range(first: Told, last: Told) -> Proposal:
    return Proposal(f"{first.from_here}/{last.to_here}", (_coarse(first), _coarse(last)))


def _limits(first: Told, last: Told, expression: Expression) -> Proposal:
    """Two limits, each with its word: "after 1929 and before 1934", "с 1921 до 1928"."""
    lead, second = expression.lead, expression.second
    if second in (Lead.AFTER, Lead.NOT_BEFORE) and lead is not None:
        lead, second, first, last = second, lead, last, first
    closing = second in (Lead.BEFORE, Lead.BY, Lead.UNTIL)
    if second is Lead.UNTIL and lead in (None, Lead.FROM):
        return _range(first, last)
    if second is Lead.BEFORE and lead is Lead.FROM:
        note = "The end is taken as lying in the second date."
        ranged = _range(first, last)
        return ranged._replace(notes=(*ranged.notes, note))
    if lead in (Lead.AFTER, Lead.NOT_BEFORE) and closing:
        left = first.later if lead is Lead.AFTER else first.start
        right = last.earlier if second is Lead.BEFORE else last.end
        return Proposal(f"[{left}..{right}]")
    raise DateError(f"“{second}” stands where it was not understood.")


def _carried(dates: Sequence[Told], joins: Sequence[Kind]) -> Proposal | None:
    """A month or season that holds for the second year too: "summer 1917 or 1918"."""
    first, last = dates[0], dates[-1]
    part = first.piece.season or first.piece.month or first.piece.portion
    if len(dates) > 2 or not part or first.piece.day or not last.bare_year:
        return None
    piece = replace(first.piece, year=last.piece.year, era=last.piece.era, doubt=last.piece.doubt)
    carried = Told(piece, resolve(piece, first.calendar), first.calendar)
    literal = _list(dates, joins)
    note = f"What is said of {first.piece.year} is taken to hold for {piece.year} too."
    proposal = _list([first, carried], joins)
    return Proposal(proposal.edtf, (*proposal.notes, note), (literal.edtf,))


def _list(dates: Sequence[Told], joins: Sequence[Kind]) -> Proposal:
    """Several dates, or ranges of them: one of them, or all."""
    if Kind.SLASH in joins or (Kind.AND in joins and Kind.OR in joins):
        raise DateError("How these dates are joined was not understood.")
    members = [dates[0].member]
    ranged = False
    for told, join in zip(dates[1:], joins, strict=True):
        if join not in (Kind.DASH, Kind.TO):
            members.append(told.member)
            ranged = False
        elif ranged or ".." in members[-1]:
            raise DateError("Three dates cannot make one range.")
        else:
            members[-1] = f"{members[-1]}..{told.end}"
            ranged = True
    inner = ",".join(members)
    if Kind.AND in joins:
        return Proposal(f"{{{inner}}}", ("All of the dates are meant.",))
    if Kind.OR in joins:
        return Proposal(f"[{inner}]")
    note = "One of the dates is meant; it could be all of them."
    return Proposal(f"[{inner}]", (note,), (f"{{{inner}}}",))
