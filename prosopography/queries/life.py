"""When and where a person lived: computed from the claims of birth and death (see ``preferred``)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from prosopography.dates import Bounds, Calendar, describe
from prosopography.dates.readings import Agreement, compare
from prosopography.models import Assertion
from prosopography.models.validators import calendar_reform

from .language import spoken
from .preferred import Comparison, Shown, choose
from .script import label_of
from .tree import Tree
from .witness import Stemma

_PLAIN_DATE = re.compile(r"(-?\d{4})(-\d\d){0,2}")


@dataclass(frozen=True)
class LifeDates:
    """The life of a person in years."""

    born: Shown = field(default_factory=Shown)
    died: Shown = field(default_factory=Shown)

    @property
    def birth(self) -> str:
        """The year of birth, or all that is said; empty if nothing is."""
        return self.born.text

    @property
    def death(self) -> str:
        """The same of the death."""
        return self.died.text

    @property
    def disagree(self) -> bool:
        """Whether the sources exclude one another, whatever is shown."""
        return self.born.disagree or self.died.disagree

    @property
    def years(self) -> str:
        """“1892–1938”, “born 1892”, “died 1937 or 1938”; empty when nothing is said."""
        if self.birth and self.death:
            dash = _(" – ") if " " in self.birth else "–"
            return f"{self.birth}{dash}{self.death}"
        if self.birth:
            return _("born {date}").format(date=self.birth)
        return _("died {date}").format(date=self.death) if self.death else ""

    def __str__(self) -> str:
        return (
            _("{years} (sources disagree)").format(years=self.years)
            if self.disagree
            else self.years
        )


@dataclass(frozen=True)
class LifePlaces:
    """Where a person was born and died."""

    born: Shown
    died: Shown


def life_dates(assertions: Iterable[Assertion], stemma: Stemma) -> LifeDates:
    """The life dates that follow from these claims, which are all of one person; no query.

    The claims come with their public citations. Claims of birth and death with a date count.
    """
    births, deaths = (
        sorted(
            (claim for claim in claims if claim.edtf),
            key=lambda claim: claim.bounds.earliest_end or 0,
        )
        for claims in _births_and_deaths(assertions)
    )
    return LifeDates(choose(births, stemma, _DATES), choose(deaths, stemma, _DATES))


def life_places(assertions: Iterable[Assertion], stemma: Stemma, places: Tree) -> LifePlaces:
    """Where the person was born and died, from the same claims; no query.

    Places of which one lies in the other do not exclude one another.
    """
    comparison = Comparison(
        exclude=lambda one, other: not places.nested(one.place_id or 0, other.place_id or 0),
        holds=lambda one, other: (
            one.place_id != other.place_id and one.place_id in places.above(other.place_id or 0)
        ),
        text=lambda claim: label_of(claim.place),
        join=lambda places: _(" or ").join(places),
    )
    births, deaths = (
        sorted((claim for claim in claims if claim.place_id), key=lambda claim: str(claim.place))
        for claims in _births_and_deaths(assertions)
    )
    return LifePlaces(choose(births, stemma, comparison), choose(deaths, stemma, comparison))


def life_dates_of(persons: Iterable[Any]) -> dict[int, LifeDates]:
    """The life dates of many persons by their keys; five queries. Who is not in it has none."""
    claims = defaultdict(list)
    for claim in (
        Assertion.objects.public()
        .affirmed()
        .dated()
        .filter(person__in=[person.pk for person in persons], kind__in=("birth", "death"))
        .with_citations(public=True)
        .in_time_order()
    ):
        claims[claim.person_id].append(claim)
    stemma = Stemma.load()
    return {person: life_dates(found, stemma) for person, found in claims.items() if person}


def _births_and_deaths(claims: Iterable[Assertion]) -> tuple[list[Assertion], list[Assertion]]:
    found: dict[str, list[Assertion]] = {"birth": [], "death": []}
    for claim in claims:
        if claim.kind in found:
            found[claim.kind].append(claim)
    return found["birth"], found["death"]


def _exclude(one: Assertion, other: Assertion) -> bool:
    """As the conflicts compare them: in the same calendar, whichever that is."""
    dates = (one.edtf, one.calendar), (other.edtf, other.calendar)
    return compare(*dates, reform=calendar_reform()) is Agreement.EXCLUDE


def _holds(vague: Assertion, exact: Assertion) -> bool:
    """Whether the one date is the vaguer and has the other within it."""
    outer, inner = _span(vague.bounds), _span(exact.bounds)
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _span(dated: Bounds) -> tuple[float, float]:
    first = float("-inf") if dated.earliest_start is None else dated.earliest_start
    return first, float("inf") if dated.latest_end is None else dated.latest_end


def _year(claim: Assertion) -> str:
    """The year of a plain date, as its calendar counts it; any other date in its own words."""
    plain = _PLAIN_DATE.fullmatch(claim.edtf)
    # A calendar is of no use for a year; GREGORIAN keeps the remark on it away.
    return describe("", Calendar.GREGORIAN, plain[1] if plain else claim.edtf, language=spoken())


def _span_of(years: list[str]) -> str:
    """Two values as alternatives, more of them as the span from the first to the last."""
    if len(years) < 3:
        return _(" or ").join(years)
    return _("between {first} and {last}").format(first=years[0], last=years[-1])


_DATES = Comparison(exclude=_exclude, holds=_holds, text=_year, join=_span_of)
