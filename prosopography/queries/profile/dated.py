"""When something happened to each member: between which days, by the claims that count most.

One rule, that of ``preferred`` in short: a vaguer date that has a more exact one within it is not
repeated, but its witnesses count for that; then the editors' preferred claims, else those with most
independent witnesses. Where several are left, any of their days may be the true one.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Calendar, civil_day
from prosopography.models import Certainty, Rank

from .material import Material, Told


class When(NamedTuple):
    """From the first to the last day on which it may have happened, and by which claims."""

    first: int
    last: int
    claims: tuple[Told, ...]

    @property
    def middle(self) -> float:
        """The day half way."""
        return (self.first + self.last) / 2

    @property
    def is_sure(self) -> bool:
        """Whether one of the claims is made without a hedge."""
        return any(told.certainty == Certainty.CERTAIN for told in self.claims)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year, as the calendars of the claims count them."""
        spans = [_years(told) for told in self.claims]
        return min(first for first, _ in spans), max(last for _, last in spans)


class Lives(NamedTuple):
    """When members were born and when they died, by their keys; who is not in it, nobody knows."""

    born: dict[int, When]
    died: dict[int, When]


def lives(material: Material) -> Lives:
    """The births, and the deaths by the claims of them, else by what brought them (executed)."""
    told = _chosen(material.by_kind.get("death", ()))
    ends = [each for each in material.by_kind.get("life_event", ()) if material.ends_life(each)]
    return Lives(born=_chosen(material.by_kind.get("birth", ())), died=_chosen(ends) | told)


def choose(claims: Iterable[Told]) -> When | None:
    """When it happened, by these claims of one thing; None where none has both limits."""
    dated = [told for told in claims if is_limited(told)]
    if not dated:
        return None
    weights = {
        told: max(each.witnesses for each in dated if each is told or _holds(each, told))
        for told in dated
        if not any(_holds(told, each) for each in dated)
    }
    judged = [told for told in dated if told.rank == Rank.PREFERRED]
    most = max(weights.values())
    left = judged or [told for told, weight in weights.items() if weight == most]
    return When(
        first=min(_first(told) for told in left),
        last=max(_last(told) for told in left),
        claims=tuple(left),
    )


def is_limited(told: Told) -> bool:
    """Whether the date of what happened has a first and a last day."""
    first, last = told.earliest_start, told.latest_end
    return first is not None and last is not None and DISTANT_PAST < first <= last < DISTANT_FUTURE


def _chosen(claims: Iterable[Told]) -> dict[int, When]:
    by_person = defaultdict(list)
    for told in claims:
        by_person[told.person].append(told)
    found = ((person, choose(given)) for person, given in by_person.items())
    return {person: when for person, when in found if when is not None}


def _first(told: Told) -> int:
    return told.earliest_start if told.earliest_start is not None else DISTANT_PAST


def _last(told: Told) -> int:
    return told.latest_end if told.latest_end is not None else DISTANT_FUTURE


def _holds(vague: Told, exact: Told) -> bool:
    """Whether the one date is the vaguer and has the other within it."""
    outer, inner = (_first(vague), _last(vague)), (_first(exact), _last(exact))
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _years(told: Told) -> tuple[int, int]:
    """The first and the last year of a date in its own calendar.

    In an unknown calendar the first day is that of the Gregorian reading, and the last that of the
    Julian: 1889 reaches until the 12th of January 1890, and is 1889 all the same.
    """
    julian = told.calendar == Calendar.JULIAN
    start = Calendar.JULIAN if julian else Calendar.GREGORIAN
    end = Calendar.GREGORIAN if told.calendar == Calendar.GREGORIAN else Calendar.JULIAN
    first = civil_day(_first(told), start)[0]
    return first, max(first, civil_day(_last(told), end)[0])
