"""What the timeline of the record is asked for, and the claims that answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from prosopography.dates import Answer, Span
from prosopography.models import Assertion, Event, Organisation

from ..below import with_parts
from ..keys import keyed
from ..when import date_condition

#: A time that is not longer (in days) is shown claim by claim: ten years.
CLOSE = 3660
#: The kinds of claims that say what happened; what lasts is asked for as of a day.
HAPPEN = ("birth", "death", "participation", "life_event", "authorship", "occurrence")


@dataclass(frozen=True)
class Asked:
    """A time, and what of it; by default all."""

    span: Span | None = None  # None for any time
    #: Whether what only possibly lies in the time is left out.
    certain: bool = False
    event: Event | None = None  # with its parts
    organisation: Organisation | None = None  # with its parts
    #: The keys of the persons in question; None for everybody.
    persons: frozenset[int] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it is about less than everything that happened in the time."""
        return not (self.event is None and self.organisation is None and self.persons is None)

    @property
    def close(self) -> bool:
        """Whether it is so little that it is told claim by claim."""
        return self.narrowed or self.days <= CLOSE

    @property
    def days(self) -> float:
        """How many days are asked for."""
        if self.span is None or self.span.first is None or self.span.last is None:
            return float("inf")
        return self.span.last - self.span.first + 1


def claims(asked: Asked) -> QuerySet:
    """The public dated claims of what happened, in time order: affirmed, and not deprecated.

    One query for the parts of a body, one for those of an event.
    """
    of_bodies = Q(kind="existence", role__lasting=False)
    found: Any = Assertion.objects.public().counted().dated()
    found = found.filter(Q(kind__in=HAPPEN) | of_bodies)
    if asked.event is not None:
        found = found.filter(event__in=with_parts(Event, [asked.event.pk]))
    if asked.organisation is not None:
        bodies = with_parts(Organisation, [asked.organisation.pk])
        found = found.filter(organisation__in=bodies)
    if asked.persons is not None:
        found = found.filter(keyed("person", asked.persons))
    ordered: QuerySet = within(found, asked).in_time_order()
    return ordered


def within(found: Any, asked: Asked) -> Any:
    """Those of these dated claims that lie in the time that is asked for, at least possibly."""
    if asked.span is None:
        return found
    answer = Answer.CERTAIN if asked.certain else Answer.POSSIBLE
    return found.filter(date_condition("during", answer, asked.span))


def persons_of(asked: Asked) -> frozenset[int] | None:
    """Whose lives are in question: who held something in the body and took part in the event.

    None for everybody's. Two queries for a body, two for an event.
    """
    found = asked.persons
    if asked.organisation is not None:
        bodies = with_parts(Organisation, [asked.organisation.pk])
        found = _both(found, _persons(kind="tenure", organisation__in=bodies))
    if asked.event is not None:
        whole = with_parts(Event, [asked.event.pk])
        found = _both(found, _persons(kind="participation", event__in=whole))
    return found


def _persons(**condition: object) -> Iterable[int]:
    named = Assertion.objects.public().counted().filter(**condition, person__isnull=False)
    return named.order_by().values_list("person", flat=True).distinct()


def _both(one: frozenset[int] | None, other: Iterable[int]) -> frozenset[int]:
    return frozenset(other) if one is None else one & frozenset(other)
