"""When, where and by whom an event was: what the claims that it took place come to.

The rule is that of every shown value (``preferred``). Denied and deprecated claims never count.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from prosopography.dates.readings import Agreement, compare
from prosopography.models import Assertion, Event, Place
from prosopography.models.validators import calendar_reform

from .address import visible
from .claims import public_claims, when
from .preferred import Comparison, Shown, choose
from .script import label_of
from .tree import Tree
from .witness import Stemma


@dataclass(frozen=True)
class Occurrence:
    """When, where and by whom an event was, with the days between which it lies."""

    when: Shown = field(default_factory=Shown)
    where: Shown = field(default_factory=Shown)
    by: Shown = field(default_factory=Shown)
    places: tuple[Any, ...] = ()  # that are said, each once
    organisations: tuple[Any, ...] = ()
    #: The first and the last day on which it may have been, by all that counts; None where open.
    first: int | None = None
    last: int | None = None
    claims: tuple[str, ...] = ()  # identifiers of those that count

    def __bool__(self) -> bool:
        return bool(self.when or self.where or self.by)


def occurrence(event: Event) -> Occurrence:
    """What the public claims come to that this event took place; six queries.

    The claims, their citations and whom these may mean; how the sources derive (two); the places.
    One or two less, where nothing is claimed.
    """
    claims: Any = public_claims()
    found = claims.counted().filter(kind="occurrence", event=event)
    return occurrence_of(list(found), Stemma.load(), Tree.of(visible(Place)))


def occurrence_of(counted: list[Assertion], stemma: Stemma, places: Tree) -> Occurrence:
    """The same from claims that are loaded, in the order of time; no query."""
    dated = [claim for claim in counted if claim.edtf]
    placed = [claim for claim in counted if claim.place_id]
    held = [claim for claim in counted if claim.organisation_id]
    where = Comparison(
        exclude=lambda one, other: not places.nested(one.place_id or 0, other.place_id or 0),
        holds=lambda one, other: (
            one.place_id != other.place_id and one.place_id in places.above(other.place_id or 0)
        ),
        text=lambda claim: label_of(claim.place),
        join=either,
    )
    by = Comparison(
        exclude=lambda one, other: False,
        holds=lambda one, other: False,
        text=lambda claim: label_of(claim.organisation),
        join=either,
    )
    return Occurrence(
        when=choose(dated, stemma, _DATES),
        where=choose(placed, stemma, where),
        by=choose(held, stemma, by),
        places=_each_once(claim.place for claim in placed),
        organisations=_each_once(claim.organisation for claim in held),
        first=_least([claim.bounds.earliest_start for claim in dated]),
        last=_most([claim.bounds.latest_end for claim in dated]),
        claims=tuple(claim.identifier for claim in counted),
    )


def dates_of(events: Iterable[int]) -> dict[int, str]:
    """In one line, what is said of when each of these events was; one query.

    Several dates are given beside one another. An event of which nothing is said is not in it.
    """
    claims: Any = Assertion.objects.public().counted().dated()
    claims = claims.filter(kind="occurrence", event__in=list(events)).in_time_order()
    found: dict[int, list[str]] = {}
    for claim in claims.select_related("role"):
        shown, texts = when(claim), found.setdefault(claim.event_id, [])
        if shown is not None and shown.text not in texts:
            texts.append(shown.text)
    return {key: either(texts) for key, texts in found.items()}


def either(texts: list[str]) -> str:
    """Several things of which one is so, in words; empty for none."""
    if not texts:
        return ""
    said, *rest = texts
    for text in rest:
        said = _("%(one)s or %(other)s") % {"one": said, "other": text}
    return said


def _each_once(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({row.pk: row for row in rows}.values())


def _least(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def _most(days: list[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _exclude(one: Assertion, other: Assertion) -> bool:
    """As the conflicts compare them: in the same calendar, whichever that is."""
    dates = (one.edtf, one.calendar), (other.edtf, other.calendar)
    return compare(*dates, reform=calendar_reform()) is Agreement.EXCLUDE


def _holds(vague: Assertion, exact: Assertion) -> bool:
    """Whether the one date is the vaguer and has the other within it."""
    outer, inner = _span(vague), _span(exact)
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _span(claim: Assertion) -> tuple[float, float]:
    first, last = claim.bounds.earliest_start, claim.bounds.latest_end
    return (
        float("-inf") if first is None else first,
        float("inf") if last is None else last,
    )


def _text(claim: Assertion) -> str:
    """The date in words, with what is to be said of its calendar."""
    shown = when(claim)
    if shown is None:
        return ""
    return f"{shown.text} ({shown.calendar})" if shown.calendar else shown.text


_DATES = Comparison(exclude=_exclude, holds=_holds, text=_text, join=either)
