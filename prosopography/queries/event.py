"""Events: the list, and what is said of one, of those who took part, and of what stands around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.utils.translation import gettext as _

from prosopography.dates import Calendar, civil_day, describe, edtf_year
from prosopography.models import KINDS, Assertion, Event, Identifier, Polarity, Rank, Role

from .address import visible
from .around import Around, Dated, around, parts_in_time
from .happened import Happened, Heading, happened, who
from .language import spoken
from .loading import with_claim_count
from .occurrence import Occurrence, occurrence
from .script import label_of
from .sections import Own, by_kind, grouped, identifiers, kind_heading, naming, own_claims, slice_of
from .slices import Slice
from .sources_used import SourcesUsed, sources_used
from .tree import Branch, branch

#: The kinds of claim that say who was there in which role, or what befell whom.
_TOOK_PART = ("participation", "life_event")
#: A question takes a list of so many parts.
_MOST_LISTED = 50


@dataclass(frozen=True)
class EventPage:
    """Everything that the page of an event shows."""

    event: Event
    branch: Branch
    occurrence: Occurrence  # when, where and by whom it was
    #: Where nothing says when it was: the years between which the claims that name it or a part lie.
    between: tuple[str, str] | None
    parts: list[Dated]
    around: Around  # what was certainly before and after it
    own: Own
    participants: Happened  # by role
    #: How many of them are named, where a description may speak of more; None where there is none.
    named: int | None
    mentions: Slice  # of groups, one for each kind
    sources: SourcesUsed
    identifiers: list[Identifier]


def events() -> QuerySet:
    """The published events with ``claim_count`` and what they are part of."""
    return with_claim_count(visible(Event).select_related("part_of"), "event")


def event_page(event: Event, *, participants: int = 1, mentions: int = 1) -> EventPage:
    """An event, who took part in it or in its parts in which role, and what else names it or them.

    ``participants`` and ``mentions`` are the numbers of the pages of these lists. At most forty
    queries beside those of ``conflict_box``: two for the tree; six for when it was, and one more
    where nothing says so; two for the parts; eight for what is around it; four for what is said of
    it; the parts' names and eight for who took part, one more where the event is described; five for
    the other claims; two for the sources; one for the identifiers. Raises PageNumberError.
    """
    place = branch(event, visible(Event))
    found = naming("event", place.within)
    was = occurrence(event)
    own = own_claims("event", event)
    others = slice_of(
        by_kind(found.exclude(kind__in=_TOOK_PART)), mentions, noun="event", row=event
    )
    return EventPage(
        event=event,
        branch=place,
        occurrence=was,
        between=None if was.when else _between(place),
        parts=parts_in_time(place),
        around=around(event, place, was.first, was.last),
        own=own,
        participants=_participants(found, event, place, participants),
        named=_named(found) if _is_described(own) else None,
        mentions=grouped(others, lambda claim: claim.kind, kind_heading),
        sources=sources_used(Assertion.objects.public().filter(event__in=place.within)),
        identifiers=identifiers("event", event),
    )


def _is_described(own: Own) -> bool:
    """Whether a claim describes the event itself: of groups and numbers sources tell in that way."""
    return any(
        claim.kind == "description"
        and not (claim.denied or claim.silent or claim.rank == Rank.DEPRECATED)
        for group in own.groups
        for claim in group.claims
    )


def _named(found: Any) -> int:
    """How many persons are named as having taken part, each once; one query."""
    counted = found.filter(kind__in=_TOOK_PART, polarity=Polarity.AFFIRMED).exclude(
        rank=Rank.DEPRECATED
    )
    return counted.order_by().aggregate(persons=Count("person", distinct=True))["persons"]


def _participants(found: Any, event: Event, place: Branch, number: int) -> Happened:
    """Who took part, and what befell whom, role by role."""
    parts = {event.slug}
    if len(place.within) > 1:
        parts |= set(visible(Event).filter(pk__in=place.within).values_list("slug", flat=True))
    return happened(
        found.filter(kind__in=_TOOK_PART),
        number,
        noun="event",
        row=event,
        arrange=lambda kind, role, roles: _heading(kind, role, roles, event.slug, parts),
        say=lambda claim: who(claim, noun="event", row=event),
    )


def _heading(
    kind: str, role: Role | None, roles: Mapping[int, Role], slug: str, parts: set[str]
) -> Heading:
    """The role of a claim as a heading, and the question that finds whoever was there in it."""
    rank = _TOOK_PART.index(kind)
    if role is None:  # the kinds of claim that are asked for always have one
        return Heading(kind, _(KINDS[kind].plural).capitalize(), rank)
    asked: dict[str, Any] = {"kind": kind, "role": role.slug, "event": slug}
    if any(each.broader_id == role.pk for each in roles.values()) and len(parts) <= _MOST_LISTED:
        # Narrower roles have headings of their own.
        asked |= {"event": slug if len(parts) == 1 else sorted(parts), "exact": True}
    label = label_of(role)
    title = label[:1].upper() + label[1:]
    return Heading(f"role-{role.slug}", title, rank, role, asked)


def _between(place: Branch) -> tuple[str, str] | None:
    """The first and the last year of all dated claims that name it or a part; one query."""
    claims: Any = Assertion.objects.public().counted().dated().filter(event__in=place.within)
    timed = claims.exclude(kind__in=("name", "description")).order_by()
    days = timed.aggregate(Min("earliest_start"), Max("latest_end"))
    first, last = days["earliest_start__min"], days["latest_end__max"]
    return None if first is None or last is None else (_year(first), _year(last))


def _year(day: int) -> str:
    """The year of a day in words."""
    year, *_ = civil_day(day)
    return describe("", Calendar.GREGORIAN, edtf_year(year), language=spoken())
