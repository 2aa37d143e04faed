"""Lists of persons, bodies, events, places, roles and sources, a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from prosopography import names

from .address import public_citations
from .life import LifeDates, life_dates_of
from .search import Hit, search
from .slices import Slice, cut

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


def by_name(rows: QuerySet, noun: str, text: str) -> tuple[list[int], dict[int, Hit]]:
    """Those of the rows that are found under a name, the best first, and how each was found.

    The search's queries and one more.
    """
    hits = {hit.pk: hit for hit in search(text, noun, limit=MOST_FOUND)}
    allowed = set(rows.filter(pk__in=hits).values_list("pk", flat=True))
    return [key for key in hits if key in allowed], hits


def by_words(rows: QuerySet, text: str, columns: tuple[str, ...]) -> list[int]:
    """Those of the rows in whose columns every word of a text stands, in their order; one query.

    Words are compared as ``names.fold`` writes them, and may be the beginning of a word.
    """
    asked = names.words(text)
    found = []
    for key, *texts in rows.values_list("pk", *columns):
        there = names.words(" ".join(texts))
        if asked and all(any(word.startswith(each) for word in there) for each in asked):
            found.append(key)
    return found


def cut_found(rows: QuerySet, keys: list[int], number: int) -> Slice:
    """A page of rows in the order of their keys; one query. Raises PageNumberError."""
    page = cut(keys, number, PAGE_OF_ROWS)
    found = rows.in_bulk(page.rows)
    return Slice([found[key] for key in page.rows], page.number, page.pages, page.total, page.first)


def with_rows(page: Slice, make: Callable[[Any], Listed]) -> Slice:
    """The same page with its rows prepared for the list."""
    return Slice([make(row) for row in page.rows], page.number, page.pages, page.total, page.first)


def listed(rows: QuerySet, noun: str, *, text: str = "", number: int = 1) -> Slice:
    """A page of a list, narrowed by a name; rows but sources come with ``claim_count``.

    Two queries (the life dates of persons cost one more, the citations of sources two), and the
    search's with a name.
    """
    hits: dict[int, Hit] = {}
    if text and noun in ("role", "source"):
        columns = ("label",) if noun == "role" else ("label", "title", "authors")
        page = cut_found(rows, by_words(rows, text, columns), number)
    elif text:
        keys, hits = by_name(rows, noun, text)
        page = cut_found(rows, keys, number)
    else:
        page = cut(rows, number, PAGE_OF_ROWS)
    lives = life_dates_of(page.rows) if noun == "person" else {}
    if noun == "source":
        read = count_citations("source", page.rows)
        reported = count_citations("attributed_to_source", page.rows)
        return with_rows(
            page, lambda row: Listed(row, read.get(row.pk, 0), reported.get(row.pk, 0))
        )

    def make(row: Any) -> Listed:
        return Listed(
            row=row,
            claims=row.claim_count,
            life=lives.get(row.pk),
            part_of=public_parent(row),
            match=hits.get(row.pk),
        )

    return with_rows(page, make)


def count_citations(column: str, sources: list[Any]) -> dict[int, int]:
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
