"""What happened in a time, claim by claim, with the evidence."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Case, F, QuerySet, Value, When

from prosopography.dates import Answer, Span, civil_day, during
from prosopography.models import Assertion

from ..claims import PAGE_OF_CLAIMS, Claim, prepare
from ..conflict_index import disputed_among
from ..days import day_as_asked
from ..slices import Slice, cut
from ..when import date_condition
from .asked import Asked, claims
from .axis import named

_DAYS_OF_MONTH, _FEW_YEARS = 62, 3 * 366
_LATE = 9999


@dataclass(frozen=True)
class Happening:
    """A claim of the time in question."""

    assertion: Assertion
    claim: Claim
    certain: bool  # whether its days surely lie in the time
    #: The day, month or year under which it stands; empty if it reaches further, or is not certain.
    heading: str


def happenings(asked: Asked, number: int = 1) -> Slice:
    """A page of what happened in the time, in its order.

    Seven queries and those of ``claims``: the number and the page, their citations, whom else these
    may mean, which are disputed. Two where there is none. Raises PageNumberError.
    """
    found = _surest_first(claims(asked), asked).with_subjects().with_citations(public=True)
    page = cut(found, number, PAGE_OF_CLAIMS)
    at_odds = disputed_among(page.rows)
    rows = [
        Happening(
            assertion=each,
            claim=prepare(each, disputed=at_odds),
            certain=_is_certain(each, asked),
            heading=_heading(each, asked.days) if _is_certain(each, asked) else "",
        )
        for each in page.rows
    ]
    return Slice(rows, page.number, page.pages, page.total, page.first)


def _is_certain(claim: Assertion, asked: Asked) -> bool:
    return asked.span is None or during(claim.bounds, asked.span) is Answer.CERTAIN


def _surest_first(found: QuerySet, asked: Asked) -> Any:
    """What surely lies in the time in its order; then what possibly does, the closest date first."""
    if asked.span is None:
        return found
    sure = When(date_condition("during", Answer.CERTAIN, asked.span), then=Value(0))
    return found.annotate(
        looseness=Case(sure, default=Value(1)),
        length=Case(
            sure, default=F("latest_end") - F("earliest_start"), output_field=BigIntegerField()
        ),
    ).order_by("looseness", F("length").asc(nulls_last=True), *found.query.order_by)


def _heading(claim: Assertion, days: float) -> str:
    """The shortest stretch of the calendar that fits the time and holds the whole date."""
    span = Span(claim.earliest_start, claim.latest_end)
    if span.first is None or span.last is None:
        return ""
    first, last = civil_day(span.first), civil_day(span.last)
    if abs(first[0]) > _LATE or abs(last[0]) > _LATE:
        return ""
    if days <= _DAYS_OF_MONTH and first == last:
        return named(day_as_asked(span.first, "gregorian"))
    if days <= _FEW_YEARS and first[:2] == last[:2]:
        return named(day_as_asked(span.first, "gregorian")[:-3])
    if first[0] == last[0]:
        return named(day_as_asked(span.first, "gregorian")[:-6])
    return ""
