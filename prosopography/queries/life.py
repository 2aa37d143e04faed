"""When a person lived: one line, computed from the claims of birth and death."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from prosopography.dates import Answer, Bounds, Calendar, describe, overlaps
from prosopography.models import Assertion, Certainty, Polarity, Rank

from .disagreement import bounds

_PLAIN_DATE = re.compile(r"(-?\d{4})(-\d\d){0,2}")


@dataclass(frozen=True)
class LifeDates:
    """The life of a person in years: all that is said, unless an editor preferred a claim."""

    birth: str = ""
    death: str = ""
    disagree: bool = False

    @property
    def years(self) -> str:
        """“1892–1938”, “born 1892”, “died 1937 or 1938”; empty when nothing is said."""
        if self.birth and self.death:
            dash = " – " if " " in self.birth else "–"
            return f"{self.birth}{dash}{self.death}"
        if self.birth:
            return f"born {self.birth}"
        return f"died {self.death}" if self.death else ""

    def __str__(self) -> str:
        return f"{self.years} (sources disagree)" if self.disagree else self.years


def life_dates(assertions: Iterable[Assertion]) -> LifeDates:
    """The life dates that follow from these claims, which are all of one person; no query.

    Counts affirmed claims of birth and death with a date. Where one is preferred, only the
    preferred count; else all but the deprecated. A date that holds a more exact one is not repeated
    (1892 beside 10 November 1892). A value that no claim is certain of has a question mark.
    """
    claims: dict[str, list[Assertion]] = {"birth": [], "death": []}
    for claim in assertions:
        if claim.kind in claims and claim.polarity == Polarity.AFFIRMED and claim.edtf:
            claims[claim.kind].append(claim)
    births, deaths = (_weighed(claims[kind]) for kind in ("birth", "death"))
    return LifeDates(_text(births), _text(deaths), _disagree(births) or _disagree(deaths))


def life_dates_of(persons: Iterable[Any]) -> dict[int, LifeDates]:
    """The life dates of many persons by their keys; one query. Who is not in it has none."""
    claims = defaultdict(list)
    for claim in (
        Assertion.objects.public()
        .affirmed()
        .dated()
        .filter(person__in=[person.pk for person in persons], kind__in=("birth", "death"))
        .in_time_order()
    ):
        claims[claim.person_id].append(claim)
    return {person: life_dates(found) for person, found in claims.items() if person is not None}


def _weighed(claims: list[Assertion]) -> list[Assertion]:
    """Those that count: the preferred, else all that are not deprecated."""
    preferred = [claim for claim in claims if claim.rank == Rank.PREFERRED]
    return preferred or [claim for claim in claims if claim.rank != Rank.DEPRECATED]


def _disagree(claims: list[Assertion]) -> bool:
    return any(
        overlaps(bounds(one), bounds(other)) == Answer.EXCLUDED
        for one, other in combinations(claims, 2)
    )


def _text(claims: list[Assertion]) -> str:
    """The values as alternatives, in the order of time."""
    exact = [claim for claim in claims if not any(_holds(claim, other) for other in claims)]
    values: dict[str, bool] = {}
    for claim in sorted(exact, key=lambda each: bounds(each).earliest_end or 0):
        is_certain = claim.certainty == Certainty.CERTAIN
        year = _year(claim)
        values[year] = values.get(year, False) or is_certain
    return " or ".join(
        year if is_certain or year.endswith("?") else f"{year}?"
        for year, is_certain in values.items()
    )


def _holds(vague: Assertion, exact: Assertion) -> bool:
    """Whether the one date is the vaguer and has the other within it."""
    outer, inner = _span(bounds(vague)), _span(bounds(exact))
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _span(dated: Bounds) -> tuple[float, float]:
    first = float("-inf") if dated.earliest_start is None else dated.earliest_start
    return first, float("inf") if dated.latest_end is None else dated.latest_end


def _year(claim: Assertion) -> str:
    """The year of a plain date, as its calendar counts it; any other date in its own words."""
    plain = _PLAIN_DATE.fullmatch(claim.edtf)
    # A calendar is of no use for a year; GREGORIAN keeps the remark on it away.
    return describe("", Calendar.GREGORIAN, plain[1] if plain else claim.edtf)
