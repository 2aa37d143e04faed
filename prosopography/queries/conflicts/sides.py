"""The sides of a conflict: what is said, grouped by what it is at odds with."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import Any, TypeVar

from prosopography.dates import Agreement
from prosopography.models import Assertion, Basis, Certainty, Nature
from prosopography.queries.script import label_of

from .conflict import Side
from .dated import agreement, date_of, date_text
from .dossier import Dossier

Value = TypeVar("Value", bound=Hashable)


def by_value(
    claims: Iterable[Assertion], value: Callable[[Assertion], Value]
) -> dict[Value, list[Assertion]]:
    """The claims by what they say, in their order."""
    groups: dict[Value, list[Assertion]] = {}
    for claim in claims:
        groups.setdefault(value(claim), []).append(claim)
    return groups


def opposed(
    values: Sequence[Value], at_odds: Callable[[Value, Value], bool]
) -> list[tuple[Value, ...]]:
    """The values by the side on which they stand: those at odds with the same values are together.

    A value that is at odds with nothing is on no side: a vague date that agrees with both others.
    """
    against: dict[Value, set[Value]] = {value: set() for value in values}
    for one, other in combinations(values, 2):
        if at_odds(one, other):
            against[one].add(other)
            against[other].add(one)
    sides: dict[frozenset[Value], list[Value]] = {}
    for value in values:
        if against[value]:
            sides.setdefault(frozenset(against[value]), []).append(value)
    return [tuple(side) for side in sides.values()]


def differing_dates(
    claims: Iterable[Assertion], dossier: Dossier
) -> tuple[Nature, list[Side]] | None:
    """The sides of claims that can have one date only; None where all may be one."""
    groups = by_value(claims, date_of)
    found: set[Agreement] = set()

    def at_odds(one: Any, other: Any) -> bool:
        agreed = agreement(one, other, dossier)
        found.add(agreed)
        return agreed is not Agreement.AGREE

    sides = [
        side(
            ", ".join(dict.fromkeys(map(date_text, values))),
            [claim for value in values for claim in groups[value]],
        )
        for values in opposed(list(groups), at_odds)
    ]
    if not sides:
        return None
    is_disagreement = Agreement.EXCLUDE in found
    return (Nature.DISAGREEMENT if is_disagreement else Nature.CALENDAR), sides


def differing_places(claims: Iterable[Assertion], dossier: Dossier) -> list[Side]:
    """The sides of claims that can be in one place only; places within one another agree.

    In the order of the names of the places.
    """
    placed = sorted((each for each in claims if each.place_id), key=lambda each: str(each.place))
    groups = by_value(placed, place_key)
    return [
        side(
            ", ".join(label_of(groups[key][0].place) for key in keys),
            [claim for key in keys for claim in groups[key]],
        )
        for keys in opposed(
            list(groups), lambda one, other: not dossier.around.places.nested(one, other)
        )
    ]


def place_key(claim: Assertion) -> int:
    """The key of the place of a claim that has one."""
    return claim.place_id or 0


def side(text: str, claims: Iterable[Assertion]) -> Side:
    """A side with these claims; it says so, if none of them is certain, and if all are inferred."""
    given = tuple(claims)
    said = {claim.certainty for claim in given}
    surest = [word for word in (Certainty.PROBABLE, Certainty.POSSIBLE) if word in said]
    remarks = [] if Certainty.CERTAIN in said else [str(word.label) for word in surest[:1]]
    if given and all(claim.basis == Basis.INFERRED for claim in given):
        remarks.append(str(Basis.INFERRED.label))
    return Side(f"{text} ({', '.join(remarks)})" if remarks else text, given)


def have_one_voice(sides: Sequence[Side], dossier: Dossier) -> bool:
    """Whether one and the same source stands on two of the sides."""
    heard = [set().union(*map(dossier.voices, each.claims)) for each in sides]
    return any(one & other for one, other in combinations(heard, 2))
