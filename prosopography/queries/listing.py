"""Lists of persons, bodies, events, places, roles and sources, a page at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from prosopography.models import Assertion, Place

from .address import public_citations, visible
from .claims import public_claims
from .life import LifeDates, life_dates_of
from .loading import claim_counts
from .name_source import NameSource
from .occurrence import Occurrence, occurrence_of
from .search import Hit, search
from .slices import Slice, cut
from .titles import WORDS, by_words
from .tree import Tree
from .witness import Stemma

#: How many rows stand on one page of a list.
PAGE_OF_ROWS = 50
#: How many rows a name can find at most; the best come first.
MOST_FOUND = 200


@dataclass(frozen=True)
class Listed:
    """A row of a list with what the list shows of it."""

    row: Any
    claims: int  # for a source, its citations
    reported: int = 0  # of a source, the citations of others that report its word
    life: LifeDates | None = None
    part_of: Any = None
    match: Hit | None = None
    stands: NameSource | None = None  # where the name stands by which it was found
    occurrence: Occurrence | None = None  # of an event, when and where it was
    persons: int = 0  # of a body, how many are said to have held something in it


def by_name(rows: QuerySet, noun: str, text: str) -> tuple[list[int], dict[int, Hit]]:
    """Those of the rows that are found under a name, the best first, and how each was found.

    The search's queries and one more.
    """
    hits = {hit.pk: hit for hit in search(text, noun, limit=MOST_FOUND)}
    allowed = set(rows.filter(pk__in=hits).values_list("pk", flat=True))
    return [key for key in hits if key in allowed], hits


def cut_rows(rows: QuerySet, number: int) -> Slice:
    """A page of rows in their order; two queries. Raises PageNumberError."""
    return cut(rows, number, PAGE_OF_ROWS)


def cut_found(rows: QuerySet, keys: list[int], number: int) -> Slice:
    """A page of rows in the order of their keys; one query. Raises PageNumberError."""
    page = cut(keys, number, PAGE_OF_ROWS)
    found = rows.in_bulk(page.rows)
    return Slice([found[key] for key in page.rows], page.number, page.pages, page.total, page.first)


def listed(rows: QuerySet, noun: str, *, text: str = "", number: int = 1) -> Slice:
    """A page of a list, narrowed by a name; rows but sources come with ``claim_count``.

    Two queries (the life dates of persons cost one more, the citations of sources two), and the
    search's with a name.
    """
    hits: dict[int, Hit] = {}
    if text and noun in WORDS:
        page = cut_found(rows, by_words(rows, text, WORDS[noun]), number)
    elif text:
        keys, hits = by_name(rows, noun, text)
        page = cut_found(rows, keys, number)
    else:
        page = cut_rows(rows, number)
    counts = None if noun == "source" else {row.pk: row.claim_count for row in page.rows}
    return with_rows(page, prepared(page.rows, noun, hits, counts))


def with_rows(page: Slice, rows: list[Listed]) -> Slice:
    """The same page with its rows prepared for the list."""
    return Slice(rows, page.number, page.pages, page.total, page.first)


def prepared(
    rows: Sequence[Any],
    noun: str,
    hits: Mapping[int, Hit],
    counts: Mapping[int, int] | None = None,
) -> list[Listed]:
    """The rows of one page with what a list shows of them; those of a tree come with what is above.

    The numbers of claims cost one query, for persons two, unless they are given as ``counts``; the
    life dates of persons five, the citations of sources two, the dates of events six, the persons of
    bodies one.
    """
    if noun == "source":
        read = count_citations("source", rows)
        reported = count_citations("attributed_to_source", rows)
        return [Listed(row, read.get(row.pk, 0), reported.get(row.pk, 0)) for row in rows]
    if counts is None:
        counts = claim_counts(noun, rows)
    lives = life_dates_of(rows) if noun == "person" else {}
    occurrences = occurrences_of(rows) if noun == "event" else {}
    persons = member_counts(rows) if noun == "organisation" else {}
    return [
        Listed(
            row=row,
            claims=counts.get(row.pk, 0),
            life=lives.get(row.pk),
            part_of=public_parent(row),
            match=hits.get(row.pk),
            occurrence=occurrences.get(row.pk),
            persons=persons.get(row.pk, 0),
        )
        for row in rows
    ]


def occurrences_of(events: Sequence[Any]) -> dict[int, Occurrence]:
    """When and where each of these events was, by its key, if anything is said of it; six queries."""
    told: Any = public_claims()
    claims = defaultdict(list)
    for claim in told.counted().filter(kind="occurrence", event__in=events):
        claims[claim.event_id].append(claim)
    if not claims:
        return {}
    stemma, places = Stemma.load(), Tree.of(visible(Place))
    return {event: occurrence_of(own, stemma, places) for event, own in claims.items()}


def member_counts(organisations: Sequence[Any] | None = None) -> dict[int, int]:
    """How many persons are said to have held something in each body, or each of these; one query.

    By the key of the body. Only what the claims say of the body itself counts, not of its parts.
    """
    held = Assertion.objects.public().affirmed().filter(kind="tenure")
    if organisations is not None:
        held = held.filter(organisation__in=organisations)
    numbers = held.order_by().values_list("organisation")
    return dict(numbers.annotate(Count("person", distinct=True)))


def count_citations(column: str, sources: Sequence[Any]) -> dict[int, int]:
    """How many public citations name each of these sources in a column, by its key; one query."""
    cited = public_citations().filter(**{f"{column}__in": sources}).order_by()
    return dict(cited.values_list(column).annotate(Count("pk")))


def public_parent(row: Any) -> Any:
    """What a row is part of (a role: what is broader), if the public may see it; no query.

    The row comes with it (``select_related``).
    """
    parent = getattr(row, "part_of", None) or getattr(row, "broader", None)
    is_public = parent is not None and getattr(parent, "status", "published") == "published"
    return parent if is_public else None
