"""Events: the list, and what is said of one and of those who took part."""

from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.models import Event, Identifier

from .address import visible
from .loading import with_claim_count
from .sections import (
    Own,
    by_role,
    flat,
    grouped,
    identifiers,
    naming,
    own_claims,
    role_heading,
    slice_of,
)
from .slices import Slice
from .tree import Branch, branch


@dataclass(frozen=True)
class EventPage:
    """Everything that the page of an event shows."""

    event: Event
    branch: Branch
    own: Own
    participants: Slice  # of groups, one for each role
    mentions: Slice
    identifiers: list[Identifier]


def events() -> QuerySet:
    """The published events with ``claim_count`` and what they are part of."""
    return with_claim_count(visible(Event).select_related("part_of"), "event")


def event_page(event: Event, *, participants: int = 1, mentions: int = 1) -> EventPage:
    """An event, who took part in it or in its parts in which role, and what else names it or them.

    ``participants`` and ``mentions`` are the numbers of the pages of these lists. Fifteen queries,
    as for an organisation. Raises PageNumberError.
    """
    place = branch(event, visible(Event))
    found = naming("event", place.within)
    parts = slice_of(
        by_role(found.filter(kind="participation")),
        participants,
        noun="event",
        row=event,
        brief=True,
    )
    others = slice_of(found.exclude(kind="participation"), mentions, noun="event", row=event)
    return EventPage(
        event=event,
        branch=place,
        own=own_claims("event", event),
        participants=grouped(parts, lambda claim: claim.role_id, role_heading),
        mentions=flat(others),
        identifiers=identifiers("event", event),
    )
