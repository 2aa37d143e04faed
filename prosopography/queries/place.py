"""Places: the list, and who and what is said to have been there."""

from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.models import Identifier, Place

from .address import visible
from .loading import with_claim_count
from .sections import (
    Own,
    by_kind,
    grouped,
    identifiers,
    kind_heading,
    naming,
    own_claims,
    slice_of,
)
from .slices import Slice
from .tree import Branch, branch


@dataclass(frozen=True)
class PlacePage:
    """Everything that the page of a place shows."""

    place: Place
    branch: Branch
    own: Own
    claims: Slice  # of groups, one for each kind
    identifiers: list[Identifier]


def places() -> QuerySet:
    """The published places with ``claim_count`` and what they are part of."""
    return with_claim_count(visible(Place).select_related("part_of"), "place")


def place_page(place: Place, *, number: int = 1) -> PlacePage:
    """A place, and every public claim that names it or a place within it, kind by kind.

    ``number`` is the page of the claims. Ten queries: two for the tree, two for what is said of the
    place itself, five for the claims, one for the identifiers. Raises PageNumberError.
    """
    where = branch(place, visible(Place))
    claims = slice_of(by_kind(naming("place", where.within)), number, noun="place", row=place)
    return PlacePage(
        place=place,
        branch=where,
        own=own_claims("place", place),
        claims=grouped(claims, lambda claim: claim.kind, kind_heading),
        identifiers=identifiers("place", place),
    )
