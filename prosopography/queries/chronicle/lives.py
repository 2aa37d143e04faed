"""Lives from birth to death, with what is not sure of both."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Span
from prosopography.models import Assertion, Person

from ..address import visible
from ..keys import keyed
from ..life import LifeDates, life_dates_of
from ..slices import Slice, cut
from .asked import Asked, persons_of

#: So many lives stand on one page.
PAGE_OF_LIVES = 40


class Limits(NamedTuple):
    """The days of a life, by all that counts; None where nothing is known."""

    born_first: int | None
    born_last: int | None
    died_first: int | None
    died_last: int | None


@dataclass(frozen=True)
class Life:
    """A person, and when the person lived."""

    person: Person
    dates: LifeDates
    limits: Limits


def lives(asked: Asked, number: int = 1) -> Slice:
    """A page of those whose birth or death has a date, by birth, and by death if that is not known.

    Who surely was dead before the time that is asked for, or born after it, is left out. Eight
    queries and those of ``persons_of``; one or two where there is nobody. Raises PageNumberError.
    """
    found = _limits(asked)
    inside = {key: limits for key, limits in found.items() if _overlaps(limits, asked.span)}
    named = visible(Person).filter(keyed("pk", inside)).order_by().values_list("pk", "sort_label")
    ordered = sorted(named, key=lambda each: (_begin(inside[each[0]]), each[1], each[0]))
    page = cut(ordered, number, PAGE_OF_LIVES)
    rows = visible(Person).in_bulk([key for key, _ in page.rows])
    dates = life_dates_of(rows.values()) if rows else {}
    told = [Life(rows[key], dates.get(key, LifeDates()), inside[key]) for key, _ in page.rows]
    return Slice(told, page.number, page.pages, page.total, page.first)


def _limits(asked: Asked) -> dict[int, Limits]:
    """The limits of the lives in question, by the keys of the persons; one query."""
    claims = Assertion.objects.public().counted().dated().filter(kind__in=("birth", "death"))
    persons = persons_of(asked)
    if persons is not None:
        claims = claims.filter(keyed("person", persons))
    days: dict[tuple[int, str], list[Span]] = defaultdict(list)
    named = set()
    for person, kind, first, last in claims.order_by().values_list(
        "person", "kind", "earliest_start", "latest_end"
    ):
        days[person, kind].append(Span(_known(first), _known(last)))
        named.add(person)
    found = {
        person: Limits(*_outer(days[person, "birth"]), *_outer(days[person, "death"]))
        for person in named
    }
    return {person: each for person, each in found.items() if each != (None,) * len(each)}


def _known(day: int | None) -> int | None:
    return day if day is not None and DISTANT_PAST < day < DISTANT_FUTURE else None


def _outer(spans: list[Span]) -> Span:
    """From the first to the last day of which any claim speaks; open where one of them is."""
    firsts = [each.first for each in spans if each.first is not None]
    lasts = [each.last for each in spans if each.last is not None]
    return Span(
        min(firsts) if firsts and len(firsts) == len(spans) else None,
        max(lasts) if lasts and len(lasts) == len(spans) else None,
    )


def _overlaps(limits: Limits, span: Span | None) -> bool:
    if span is None:
        return True
    if span.last is not None and limits.born_first is not None and limits.born_first > span.last:
        return False
    return span.first is None or limits.died_last is None or limits.died_last >= span.first


def _begin(limits: Limits) -> tuple[bool, int]:
    """The first day that is known of a life; those of which only the death is known come last."""
    first = next((day for day in limits if day is not None), DISTANT_FUTURE)
    return limits.born_first is None and limits.born_last is None, first
