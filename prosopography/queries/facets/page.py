"""A page of a list, and what is offered beside it, however long the list is."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import get_language

from prosopography.models import Assertion

from ..address import visible
from ..claims import Claim, brief, prepare
from ..conflict_index import disputed_among
from ..listing import by_name, cut_found, cut_rows, prepared
from ..search import Hit
from ..slices import Slice
from ..text import contains
from ..titles import WORDS, by_words
from ..version import record_version
from .decade import FIRST_KNOWN
from .facet import Offer
from .kept import kept
from .listing import Asked, Listing, claims_asked_for, narrowed, offered

#: Where the record has more claims than these, a facet is counted only when it is opened, when few
#: persons or claims are left, or when that is cheap.
MANY_CLAIMS = 50_000
#: So many persons or claims are few.
FEW_ROWS = 5000
#: How many claims say on a card why somebody is in the list.
MOST_GROUNDS = 3
#: What stands on a card where no claim is asked for.
_TELLING = ("tenure", "participation", "life_event", "occupation", "occurrence", "existence")


def found_by(listing: Listing, text: str) -> tuple[Q, dict[int, Hit]]:
    """What a text finds: a name under any spelling, words of a label, words in a claim.

    For names the second is how each was found, the best first. The search's queries, or one.
    """
    if not text:
        return Q(), {}
    if listing.of_claims:
        return contains("value", text), {}
    if listing.noun in WORDS:
        return Q(pk__in=by_words(visible(listing.model), text, WORDS[listing.noun])), {}
    keys, hits = by_name(visible(listing.model), listing.noun, text)
    return Q(pk__in=keys), {key: hits[key] for key in keys}


def list_page(
    listing: Listing, asked: Asked, *, hits: Mapping[int, Hit], sort: str = "", number: int = 1
) -> Slice:
    """A page of what is asked for, each row as the list shows it; the best first, or as sorted.

    Two queries (under a name three), those of what is shown of a row (``prepared``; of claims four), and
    those of the facets that are chosen. Raises PageNumberError.
    """
    if listing.of_claims:
        claims: Any = narrowed(listing, asked)
        claims = claims.with_subjects().with_citations(public=True)
        page = cut_rows(listing.sorted(claims, sort), number)
        at_odds = disputed_among(page.rows)
        shown: list[Any] = [prepare(claim, disputed=at_odds) for claim in page.rows]
    else:
        rows = narrowed(listing, asked)
        if listing.upwards:
            rows = rows.select_related(listing.upwards)
        if hits and not sort:
            allowed = set(rows.order_by().values_list("pk", flat=True))
            page = cut_found(rows, [key for key in hits if key in allowed], number)
        else:
            page = cut_rows(listing.sorted(rows, sort), number)
        shown = prepared(page.rows, listing.noun, hits)
    return Slice(shown, page.number, page.pages, page.total, page.first)


def offers_beside(
    listing: Listing, asked: Asked, page: Slice, *, opened: str = ""
) -> dict[str, list[Offer]]:
    """What the facets offer beside a page; without those that are not counted (see MANY_CLAIMS).

    One query, and those of the facets (``offered``). What is counted of a large record is kept for
    as long as the record does not change; to know that costs one query more.
    """
    if not is_large():
        return offered(listing, asked)
    version = record_version().token
    is_short = listing.noun in ("person", "assertion") and page.total <= FEW_ROWS
    found: dict[str, list[Offer]] = {}
    for facet in listing.facets:
        name = facet.name
        key = (version, get_language(), listing.noun, name, repr(asked)) if version else None
        at_once = not facet.costly or (is_short and not asked.chosen.get(name))
        if at_once or name == opened:
            found |= kept(key, partial(offered, listing, asked, {name}))
        elif (before := kept(key)) is not None:
            found |= before
    return found


def is_large() -> bool:
    """Whether the record has so many claims that to count them all takes long; one query."""
    return Assertion.objects.order_by()[: MANY_CLAIMS + 1].count() > MANY_CLAIMS


def grounds(listing: Listing, asked: Asked, rows: Iterable[Any]) -> dict[int, list[Claim]]:
    """A few claims of each of these rows, by its key: those that are asked for; one query.

    Where no claim is asked for, what persons were and did, what bodies and events were.
    """
    claims: Any = claims_asked_for(listing, asked)
    if claims is None:
        claims = Assertion.objects.public().affirmed().filter(kind__in=_TELLING)
    column = listing.column
    claims = claims.filter(**{f"{column}__in": [row.pk for row in rows]})
    nth = Window(
        RowNumber(),
        partition_by=F(column),
        order_by=[FIRST_KNOWN.asc(nulls_last=True), "identifier"],
    )
    few = claims.order_by().annotate(nth=nth).filter(nth__lte=MOST_GROUNDS)
    keys = few.values_list("pk", flat=True)
    found: dict[int, list[Claim]] = {}
    for claim in Assertion.objects.filter(pk__in=keys).with_subjects().in_time_order():
        told = prepare(claim, said=brief(claim), citations=[])
        found.setdefault(getattr(claim, f"{column}_id"), []).append(told)
    return found
