"""Places: the list, and who and what is said to have been there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from prosopography.models import KINDS, Assertion, Event, Identifier, Place, Role

from .address import visible
from .happened import Happened, Heading, happened
from .loading import with_claim_count
from .map import Locator, locator
from .occurrence import dates_of
from .script import label_of
from .sections import Own, identifiers, naming, own_claims
from .sentence import Part, parts
from .sources_used import SourcesUsed, sources_used
from .tree import Branch, Tree, branch

#: So many events are named; the claims that they took place stand on the page all the same.
MOST_EVENTS = 50
#: The kinds that stand first, in this order; all others follow in that of the registry.
_FIRST = ("birth", "death", "life_event", "residence", "tenure", "occupation", "participation")
#: What is not said of persons, or of two at once, and so is no question about persons.
_NOT_ASKED = ("relationship", "existence", "occurrence")


@dataclass(frozen=True)
class EventHere:
    """An event that took place there, and how many persons are said to have had a part in it."""

    event: Event
    when: str
    persons: int


@dataclass(frozen=True)
class PlacePage:
    """Everything that the page of a place shows."""

    place: Place
    branch: Branch
    locator: Locator | None  # where it is, or what it lies in
    own: Own
    there: Happened  # births, deaths, what befell whom, role by role, and whatever else was there
    itself: int  # how many of these claims name the place itself, and not a part of it
    events: list[EventHere]
    sources: SourcesUsed
    identifiers: list[Identifier]


def places() -> QuerySet:
    """The published places with ``claim_count`` and what they are part of."""
    return with_claim_count(visible(Place).select_related("part_of"), "place")


def place_page(place: Place, *, number: int = 1) -> PlacePage:
    """A place, and every public claim that names it or a place within it, by what happened.

    ``number`` is the page of the claims. Twenty-two queries: two for the tree, four for what is
    said of the place itself, eight for what was there and one for how much of it was in no part,
    four for the events, two for the sources, one for the identifiers. Raises PageNumberError.
    """
    where = branch(place, visible(Place))
    found = naming("place", where.within)

    def say(claim: Assertion) -> list[Part]:
        # Without the place nothing would be left of “lived in”.
        is_told = claim.place_id != place.pk or "place" in KINDS[claim.kind].needs
        return parts(claim, without="" if is_told else "place")

    return PlacePage(
        place=place,
        branch=where,
        locator=locator(place, where.above),
        own=own_claims("place", place),
        there=happened(
            found,
            number,
            noun="place",
            row=place,
            arrange=lambda kind, role, roles: _heading(kind, role, roles, place.slug),
            say=say,
        ),
        itself=found.filter(place=place).count(),
        events=_events(where),
        sources=sources_used(Assertion.objects.public().filter(place__in=where.within)),
        identifiers=identifiers("place", place),
    )


def _heading(kind: str, role: Role | None, roles: Mapping[int, Role], slug: str) -> Heading:
    """What a claim tells of a place, as a heading: of what befell somebody the widest role."""
    rank = _FIRST.index(kind) if kind in _FIRST else len(_FIRST) + list(KINDS).index(kind)
    asked: dict[str, Any] = {} if kind in _NOT_ASKED else {"kind": kind, "place": slug}
    if kind != "life_event" or role is None:
        return Heading(kind, _title(kind), rank, None, asked)
    above = Tree({key: each.broader_id for key, each in roles.items()}).above(role.pk)
    widest = roles[above[0]] if above else role
    label = label_of(widest)
    title = label[:1].upper() + label[1:]
    return Heading(f"role-{widest.slug}", title, rank, widest, {**asked, "role": widest.slug})


def _title(kind: str) -> str:
    """What claims of a kind tell of a place."""
    titles = {
        "birth": _("Born here"),
        "death": _("Died here"),
        "residence": _("Lived here"),
        "tenure": _("Offices and memberships here"),
        "occupation": _("Worked here"),
        "participation": _("Took part in events here"),
        "relationship": _("Relationships here"),
        "existence": _("Bodies here"),
        "occurrence": _("Events here"),
    }
    return titles.get(kind) or _(KINDS[kind].plural).capitalize()


def _events(where: Branch) -> list[EventHere]:
    """The events there of which somebody is said to have had a part in them; four queries.

    Which they are, how many persons took part in each of them, the rows, their dates.
    """
    claims: Any = Assertion.objects.public().counted()
    here = claims.filter(kind="occurrence", place__in=where.within).order_by()
    keys = list(here.values_list("event", flat=True).distinct().order_by("event")[:MOST_EVENTS])
    took_part = claims.filter(kind="participation", event__in=keys).order_by()
    persons = dict(took_part.values_list("event").annotate(Count("person", distinct=True)))
    rows, dates = visible(Event).filter(pk__in=persons), dates_of(persons)
    return [EventHere(row, dates.get(row.pk, ""), persons[row.pk]) for row in rows]
