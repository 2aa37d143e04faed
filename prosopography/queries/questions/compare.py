"""Comparisons of dates and of ages, over pairs of claims."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from math import inf
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from prosopography.dates import Answer, Bounds, Span, after, before, overlaps
from prosopography.dates.ages import Ages, ages, beginning

from .dated import Dated, dated
from .node import Compare, EventDate, FixedDate, OwnDate, Pattern, Side, When
from .pattern import asked, matching
from .weighed import Weighed

_DATES: dict[str, Callable[[Bounds, Bounds], Answer]] = {"<": before, ">": after, "=": overlaps}
_RELATIONS = {"<": "before", ">": "after", "=": "on"}
_TURNED = {"before": "after", "after": "before", "on": "on"}
_NUMBERS: dict[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    "=": eq,
    ">=": ge,
    ">": gt,
}
_BIRTH = Pattern(kind=("birth",))
_OCCURRENCE = Pattern(kind=("occurrence",))


class _Thing(NamedTuple):
    """A side of a comparison: its days, the claim that gives them, and whether that is certain."""

    bounds: Bounds
    claims: tuple[int, ...]
    is_certain: bool
    is_span: bool = False  # days that the question gives: whichever of them is meant


_Things = Mapping[int, list[_Thing]]


def comparing(leaf: Compare, among: set[int] | None) -> Iterator[Weighed]:
    """Every pair of claims for which the comparison holds, by the person whom they are about.

    A query for each side that is a claim of the person, two where it is looked at from both sides of a
    relationship, and those of its trees; one for an event; one for births.
    """
    if leaf.right is None:
        yield from _aged(leaf, among)
        return
    compared = _DATES[leaf.operator]
    for person, one, other in _pairs(leaf.left, leaf.right, among):
        answer = compared(one.bounds, other.bounds)
        if answer is not Answer.EXCLUDED:
            sure = answer is Answer.CERTAIN and one.is_certain and other.is_certain
            yield Weighed(person, sure, (*one.claims, *other.claims))


def with_date(leaf: Compare) -> Pattern | None:
    """The same as a pattern of one claim, where a date of the person is held against a fixed one.

    A database compares these by itself, however many there are. None for any other comparison.
    """
    if leaf.right is None:
        return None
    own, fixed, relation = leaf.left, leaf.right, _RELATIONS[leaf.operator]
    if isinstance(own, FixedDate):
        own, fixed, relation = fixed, own, _TURNED[relation]
    if not isinstance(own, OwnDate) or not isinstance(fixed, FixedDate) or own.pattern.date:
        return None
    span = Span(fixed.bounds.earliest_start, fixed.bounds.latest_end)
    return replace(own.pattern, date=When(relation, fixed.text, fixed.calendar, span))


def unknown(leaf: Compare, whole: set[int]) -> set[int]:
    """Of whom the record knows no birth, or no death, that is compared; a query for each own side.

    Everybody was born, and dies: where no claim tells it, that its date does not stand so is not
    certain. Acts that no claim tells are taken not to have been.
    """
    right = OwnDate(_BIRTH, "birth") if leaf.right is None else leaf.right
    able, lacking = set(whole), set[int]()
    for side in (leaf.left, right):
        if isinstance(side, OwnDate):
            told = dated(asked(side.pattern), whole).keys()
            if side.said:
                lacking |= whole - told
            else:
                able &= told
        elif not _fixed(side):
            return set()
    return able & lacking


def _aged(leaf: Compare, among: set[int] | None) -> Iterator[Weighed]:
    """Pairs of a birth and an act at which the age stands in the relation."""
    is_own = isinstance(leaf.left, OwnDate)
    for person, act, birth in _pairs(leaf.left, OwnDate(_BIRTH), among):
        at = Span(act.bounds.earliest_start, act.bounds.latest_end)
        found = ages(birth.bounds, at if act.is_span else beginning(act.bounds))
        answer = _compared(found, leaf.operator, leaf.years or 0, is_own=is_own)
        if answer is not Answer.EXCLUDED:
            sure = answer is Answer.CERTAIN and act.is_certain and birth.is_certain
            yield Weighed(person, sure, (*act.claims, *birth.claims))


def _compared(found: Ages, operator: str, years: int, *, is_own: bool) -> Answer:
    """Whether all ages of a range, or some of them, stand in a relation to a number.

    Nobody has an age before the birth; but nobody acts before it either, so that an act of one's own
    (``is_own``) lies after it, however vague the dates.
    """
    holds = _NUMBERS[operator]
    least = -inf if found.least is None else found.least
    most = inf if found.most is None else found.most
    if most < 0:
        return Answer.EXCLUDED
    may_be_unborn = least < 0 and not is_own
    least = max(least, 0)
    if holds(least, years) and holds(most, years) and not may_be_unborn:
        return Answer.CERTAIN
    some = holds(least, years) or holds(most, years) or (operator == "=" and least <= years <= most)
    return Answer.POSSIBLE if some else Answer.EXCLUDED


def _pairs(left: Side, right: Side, among: set[int] | None) -> Iterator[tuple[int, _Thing, _Thing]]:
    """Every pair of the two sides that speaks of one person; no claim with itself.

    The side that is the same for everybody is read first: where it is empty, nothing is left to ask.
    """
    fixed = {at: _fixed(side) for at, side in enumerate((left, right))
             if not isinstance(side, OwnDate)}  # fmt: skip
    if not all(fixed.values()):
        return
    own: dict[int, _Things] = {}
    for at, side in enumerate((left, right)):
        if isinstance(side, OwnDate):
            own[at] = _own(side, among)
            among = set(own[at])
    for person in sorted(among or ()):
        sides = [fixed[at] if at in fixed else own[at].get(person, []) for at in (0, 1)]
        for one, other in product(*sides):
            if not set(one.claims) & set(other.claims):
                yield person, one, other


def _own(side: OwnDate, among: set[int] | None) -> _Things:
    """The dates of such claims, by person."""
    return {
        person: [_thing(each) for each in found]
        for person, found in dated(asked(side.pattern), among).items()
    }


def _fixed(side: Side) -> list[_Thing]:
    """The dates that are the same for everybody: of an event, or given by the question."""
    if isinstance(side, FixedDate):
        return [_Thing(side.bounds, (), is_certain=True, is_span=True)]
    if not isinstance(side, EventDate):
        raise TypeError(f"{side!r} is not the same for everybody")
    rows = matching(asked(_OCCURRENCE)).filter(event=side.event.key).order_by("identifier")
    return [
        _Thing(Bounds(*four), (key,), is_certain)
        for key, *four, is_certain in rows.values_list("pk", *Bounds._fields, "is_certain")
    ]


def _thing(each: Dated) -> _Thing:
    return _Thing(each.bounds, (each.key,), each.is_certain)
