"""The engine: a list with its facets, narrowed by what was asked, and what it can be narrowed by."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q, QuerySet

from prosopography.models import Certainty, Citation

from ..address import visible
from ..identity import doubtful_claims
from ..pattern import matching_claims, named_in
from .facet import Chosen, Facet, Level, Offer

Sort = Callable[[QuerySet], QuerySet]


@dataclass(frozen=True)
class Listing:
    """A list of rows of one table, with the facets by which it can be narrowed.

    ``column`` is where a claim names such a row; of the claims themselves it is “pk”, and of what no
    claim names it is empty. ``sorts`` begins with the rule.
    """

    noun: str
    model: Any
    column: str
    facets: tuple[Facet, ...]
    sorts: Mapping[str, tuple[Any, Sort]]

    def facet(self, name: str) -> Facet:
        """The facet of this name. Raises LookupError."""
        return next(each for each in self.facets if each.name == name)

    def sorted(self, rows: QuerySet, word: str = "") -> QuerySet:
        """The rows in the order of this word, or in the first one."""
        return self.sorts[word or next(iter(self.sorts))][1](rows)

    @property
    def upwards(self) -> str:
        """The column that names what a row belongs to; empty for what is no tree."""
        columns = {each.name for each in self.model._meta.get_fields()}
        return next((name for name in ("part_of", "broader") if name in columns), "")

    @property
    def of_claims(self) -> bool:
        """Whether the rows are the claims themselves."""
        return self.column == "pk"


@dataclass(frozen=True)
class Asked:
    """By what a list is narrowed."""

    chosen: Mapping[str, Sequence[Chosen]] = field(default_factory=dict)  # by the facet's name
    found: Q = field(default_factory=Q)  # what a name or a text finds
    certain: bool = False  # whether what is uncertain is left out
    doubtful: str = "include"  # “exclude” or “only” the claims of a doubtful identification
    witnesses: int = 0  # how many independent ones the claim has at least

    def without(self, name: str) -> "Asked":
        """The same without one facet."""
        return replace(self, chosen={key: each for key, each in self.chosen.items() if key != name})


def narrowed(listing: Listing, asked: Asked) -> QuerySet:
    """The rows of which all that is asked holds, in the order of their table.

    All that the facets ask of a claim holds of one and the same public claim that names the row,
    an affirmed one (of the claims themselves, none is left out that is not asked to be).
    """
    claims = _claims(listing, asked)
    if listing.of_claims:
        return claims
    rows = _by_rows(listing, asked)
    return named_in(rows, listing.column, claims) if _asks_of_claims(listing, asked) else rows


def offered(
    listing: Listing, asked: Asked, only: Collection[str] | None = None
) -> dict[str, list[Offer]]:
    """What each facet, or each of some, offers: how many rows remain where all others are as asked.

    As many queries as the facets say of theirs, and one for each table that they name: none of
    them hangs on the number of rows.
    """
    found = {}
    for facet in listing.facets:
        if only is None or facet.name in only:
            rows, counted = _counted(listing, facet, asked.without(facet.name))
            chosen = asked.chosen.get(facet.name, ())
            found[facet.name] = facet.offers(rows, counted, chosen, certain=asked.certain)
    return found


def _by_rows(listing: Listing, asked: Asked) -> QuerySet:
    """The rows of which that holds which is not asked of the one claim."""
    rows = visible(listing.model).filter(asked.found)
    for facet, chosen in _chosen(listing, asked, Level.ROW):
        rows = rows.filter(facet.condition(chosen, certain=asked.certain))
    for facet, chosen in _chosen(listing, asked, Level.OWN):
        condition = facet.condition(chosen, certain=asked.certain) & sure(asked)
        rows = named_in(rows, listing.column, matching_claims(condition, Q(), affirmed=True))
    return rows


def _claims(listing: Listing, asked: Asked) -> QuerySet:
    """The claims that satisfy all that is asked of the one claim."""
    claim, citation = sure(asked), Q()
    if asked.witnesses:
        claim &= Q(witnesses__gte=asked.witnesses)
    if asked.doubtful != "include":
        claim &= doubtful_claims() if asked.doubtful == "only" else ~doubtful_claims()
    for facet, chosen in _chosen(listing, asked, Level.CLAIM):
        claim &= facet.condition(chosen, certain=asked.certain)
    for facet, chosen in _chosen(listing, asked, Level.CITATION):
        citation &= facet.condition(chosen, certain=asked.certain)
    if listing.of_claims:
        return matching_claims(claim & asked.found, citation)
    return matching_claims(claim, citation, affirmed=True)


def _asks_of_claims(listing: Listing, asked: Asked) -> bool:
    """Whether anything is asked of the one claim: that alone it be certain is not enough."""
    levels = (Level.CLAIM, Level.CITATION)
    return (
        bool(asked.witnesses)
        or asked.doubtful != "include"
        or any(_chosen(listing, asked, level) for level in levels)
    )


def claims_asked_for(listing: Listing, asked: Asked) -> QuerySet | None:
    """The claims for which a row is in the list; None where nothing is asked of a claim."""
    either = Q()
    if _asks_of_claims(listing, asked):
        either |= Q(pk__in=_claims(listing, asked).order_by().values("pk"))
    for facet, chosen in _chosen(listing, asked, Level.OWN):
        either |= facet.condition(chosen, certain=asked.certain) & sure(asked)
    return matching_claims(either, Q(), affirmed=True) if either else None


def _counted(listing: Listing, facet: Facet, asked: Asked) -> tuple[QuerySet, str]:
    """The rows among which a facet counts its values, and the column that leads to what is listed."""
    if facet.level is Level.ROW:
        return narrowed(listing, asked), "pk"
    by_rows = bool(asked.found) or any(
        _chosen(listing, asked, level) for level in (Level.ROW, Level.OWN)
    )
    if facet.level is Level.OWN:
        claims = matching_claims(facet.own & sure(asked), Q(), affirmed=True)
        rows = narrowed(listing, asked) if by_rows or _asks_of_claims(listing, asked) else None
    else:
        claims = _claims(listing, asked)
        rows = _by_rows(listing, asked) if by_rows and not listing.of_claims else None
    if rows is not None:
        claims = claims.filter(**{f"{listing.column}__in": rows.order_by().values("pk")})
    claims = claims.exclude(**{listing.column: None})
    if facet.level is not Level.CITATION:
        return claims, listing.column
    citations: Any = Citation.objects.readable().filter(
        assertion__in=claims.order_by().values("pk")
    )
    return citations, "assertion" if listing.of_claims else f"assertion__{listing.column}"


def _chosen(listing: Listing, asked: Asked, level: Level) -> list[tuple[Facet, Sequence[Chosen]]]:
    """The facets of a level that the list is narrowed by."""
    return [
        (facet, asked.chosen[facet.name])
        for facet in listing.facets
        if facet.level is level and asked.chosen.get(facet.name)
    ]


def sure(asked: Asked) -> Q:
    """Where what is uncertain is left out: that a claim is certain, and surely of whom it names."""
    return Q(certainty=Certainty.CERTAIN) & ~doubtful_claims() if asked.certain else Q()
