"""Organisations: the list, and what is said of one and of its members."""

from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.models import Identifier, Organisation

from .address import visible
from .loading import with_claim_count
from .sections import Own, flat, identifiers, naming, own_claims, slice_of
from .slices import Slice
from .tree import Branch, branch


@dataclass(frozen=True)
class OrganisationPage:
    """Everything that the page of an organisation shows."""

    organisation: Organisation
    branch: Branch
    own: Own
    members: Slice
    mentions: Slice
    identifiers: list[Identifier]


def organisations() -> QuerySet:
    """The published organisations with ``claim_count`` and what they are part of."""
    rows = visible(Organisation).select_related("part_of")
    return with_claim_count(rows, "organisation")


def organisation_page(
    organisation: Organisation, *, members: int = 1, mentions: int = 1
) -> OrganisationPage:
    """A body, who held which role in it or in its parts, and what else names it or them.

    ``members`` and ``mentions`` are the numbers of the pages of these lists. Fifteen queries: two
    for the tree, two for what is said of the body itself, five for each list (see ``slice_of``),
    one for the identifiers. Raises PageNumberError.
    """
    place = branch(organisation, visible(Organisation))
    found = naming("organisation", place.within)
    tenures = slice_of(
        found.filter(kind="tenure"), members, noun="organisation", row=organisation, brief=True
    )
    others = slice_of(found.exclude(kind="tenure"), mentions, noun="organisation", row=organisation)
    return OrganisationPage(
        organisation=organisation,
        branch=place,
        own=own_claims("organisation", organisation),
        members=flat(tenures),
        mentions=flat(others),
        identifiers=identifiers("organisation", organisation),
    )
