"""Roles: the vocabulary, who held one of them, and every claim that uses it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.dates import Span
from prosopography.models import Joins, Organisation, Role

from .address import visible
from .axis import (
    Axis,
    Day,
    Entry,
    Order,
    axis,
    day,
    entries_of_role,
    entries_of_tenures,
    fullest_day,
)
from .axis.entry import spoken
from .claims import public_claims
from .exits import with_exits
from .loading import with_claim_count
from .neighbours import Neighbours, neighbours
from .sections import flat, slice_of
from .slices import Slice
from .tenures import Office, tenures
from .tree import Branch, branch
from .twigs import Twigs, twigs

#: How many bodies are listed.
MOST_BODIES = 30


@dataclass(frozen=True)
class InBody:
    """How many held the role in a body, and of which days claims speak."""

    organisation: Organisation
    persons: int
    spoken: Span | None


@dataclass(frozen=True)
class RolePage:
    """Everything that the page of a role shows."""

    role: Role
    branch: Branch
    below: Twigs
    persons: int  # of whom it is affirmed, with the narrower roles
    spoken: Span | None  # from the first to the last day of which a claim speaks
    axis: Axis | None
    day: Day | None  # of a role in bodies: who held it on the day asked for, or on the fullest
    bodies: list[InBody]  # where it was held, by how many most
    bodies_total: int
    claims: Slice
    beside: Neighbours


def roles() -> QuerySet:
    """The roles with ``claim_count`` and what is broader than each, by what they join."""
    return with_claim_count(visible(Role).select_related("broader"), "role")


def role_page(
    role: Role,
    *,
    number: int = 1,
    rows: int = 1,
    order: Order = Order.BEGINNING,
    on: int | None = None,
) -> RolePage:
    """A role, its wider and narrower terms, its holders, and the public claims that use it.

    ``number`` is the page of the claims, which come in time order and without narrower roles;
    ``rows`` that of the axis; ``on`` a Julian Day Number. Queries: three for the tree, two for who
    held it and, of a role in bodies, four for what else tells of them; six for the axis, one for the
    day, one for the bodies, five for the claims, two for what is beside it in the list; fewer where
    nothing is said. Raises PageNumberError.
    """
    place = branch(role, visible(Role), "broader_id")
    chosen = None
    if role.joins == Joins.ORGANISATION:
        office = Office(None, role)
        read = tenures(office)
        claims = with_exits(office, read)
        told = entries_of_tenures(read, read)  # as they are dated themselves
        entries = entries_of_tenures(read, claims)
        on = fullest_day(claims) if on is None else on
        chosen = None if on is None else day(office, on, claims)
    else:
        told = entries = entries_of_role(role)
    bodies = _bodies(told)
    return RolePage(
        role=role,
        branch=place,
        below=twigs(role, visible(Role), place.within, "broader_id"),
        persons=len({each.person for each in told}),
        spoken=spoken(told),
        axis=axis(entries, rows, order),
        day=chosen,
        bodies=bodies[:MOST_BODIES],
        bodies_total=len(bodies),
        claims=flat(slice_of(public_claims().filter(role=role), number, noun="role", row=role)),
        beside=neighbours(role),
    )


def role_day(role: Role, on: int) -> Day:
    """Who held a role, in whatever body, on a day (a Julian Day Number); seven queries at most."""
    office = Office(None, role)
    return day(office, on, with_exits(office, tenures(office)))


def _bodies(entries: Sequence[Entry]) -> list[InBody]:
    """In which bodies, by how many; one query."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for each in entries:
        if each.organisation is not None:
            found[each.organisation].append(each)
    bodies = visible(Organisation).in_bulk(found)
    listed = [
        InBody(row, len({each.person for each in found[key]}), spoken(found[key]))
        for key, row in bodies.items()
    ]
    listed.sort(key=lambda each: (-each.persons, each.organisation.label, each.organisation.slug))
    return listed
