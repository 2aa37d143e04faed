"""Organisations: the list, and what is said of one and of its members."""

from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.dates import Span
from prosopography.models import Assertion, Identifier, Organisation

from .address import visible
from .as_of import attested
from .axis import (
    Axis,
    Coverage,
    Day,
    Order,
    axis,
    coverage,
    day,
    entries_of_tenures,
    fullest_day,
)
from .claims import Claim
from .exits import with_exits
from .loading import with_claim_count
from .neighbours import Neighbours, neighbours
from .offices import OfficeInShort, offices_in_short
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
from .shared_members import SharedMembers, shared_members
from .slices import Slice
from .sources_used import SourcesUsed, sources_used
from .tenures import Office, tenures
from .tree import Branch, branch
from .twigs import Twigs, twigs

#: How many claims of founding, renaming and end stand in the line under the name.
MOST_IN_LINE = 8


@dataclass(frozen=True)
class OrganisationPage:
    """Everything that the page of an organisation shows."""

    organisation: Organisation
    branch: Branch
    below: Twigs
    own: Own
    attested: Span | None  # from the first to the last day of which a tenure in it speaks
    #: The bars; None where fewer than half of the persons have a date, unless they are asked for.
    axis: Axis | None
    coverage: Coverage
    #: Who was in it on the day that is asked for, or on the fullest; like the axis.
    day: Day | None
    offices: list[OfficeInShort]
    shared: list[SharedMembers] | None
    members: Slice
    mentions: Slice
    sources: SourcesUsed
    identifiers: list[Identifier]
    beside: Neighbours

    @property
    def existence(self) -> list[Claim]:
        """When it was founded, renamed, dissolved: the claims that no editor deprecates."""
        claims = (claim for group in self.own.groups for claim in group.claims)
        found = [each for each in claims if each.kind == "existence" and each.rank != "deprecated"]
        return found[:MOST_IN_LINE]


def organisations() -> QuerySet:
    """The published organisations with ``claim_count`` and what they are part of."""
    rows = visible(Organisation).select_related("part_of")
    return with_claim_count(rows, "organisation")


def organisation_page(
    organisation: Organisation,
    *,
    members: int = 1,
    mentions: int = 1,
    rows: int = 1,
    order: Order = Order.ROLE,
    on: int | None = None,
    asked: bool = False,
) -> OrganisationPage:
    """A body, who held which role in it or in its parts, and what else names it or them.

    ``members``, ``mentions`` and ``rows`` are the numbers of the pages of these lists and of the
    axis, ``on`` is a Julian Day Number, ``asked`` says that the axis is wanted, however few of the
    persons have a date. Queries: three for the tree, four for what is said of the
    body itself, two for its tenures and four for what else tells of them, six for the axis, one for
    the day, two for the offices, three for what it shares members with, five for each list (see
    ``slice_of``), two for the sources, one for the identifiers, two for what is
    beside it in the list; fewer where nothing is said. Raises PageNumberError.
    """
    place = branch(organisation, visible(Organisation))
    found = naming("organisation", place.within)
    listed = slice_of(
        by_role(found.filter(kind="tenure")),
        members,
        noun="organisation",
        row=organisation,
        brief=True,
    )
    others = slice_of(found.exclude(kind="tenure"), mentions, noun="organisation", row=organisation)
    office = Office(organisation, None)
    read = tenures(office)
    claims = with_exits(office, read)
    entries = entries_of_tenures(read, claims)
    covered = coverage(entries)
    is_drawn = asked or on is not None or covered.enough
    number = on if on is not None else fullest_day(claims) if is_drawn else None
    return OrganisationPage(
        organisation=organisation,
        branch=place,
        below=twigs(organisation, visible(Organisation), place.within),
        own=own_claims("organisation", organisation),
        attested=attested(read),
        axis=axis(entries, rows, order) if is_drawn else None,
        coverage=covered,
        day=None if number is None else day(office, number, claims),
        offices=offices_in_short(organisation, read),
        shared=shared_members(organisation, {each.person for each in read.affirmed}),
        members=grouped(listed, lambda claim: claim.role_id, role_heading),
        mentions=flat(others),
        sources=sources_used(Assertion.objects.public().filter(organisation__in=place.within)),
        identifiers=identifiers("organisation", organisation),
        beside=neighbours(organisation),
    )


def organisation_day(organisation: Organisation, on: int) -> Day:
    """Who was in a body on a day (a Julian Day Number); seven queries at most."""
    office = Office(organisation, None)
    return day(office, on, with_exits(office, tenures(office)))
