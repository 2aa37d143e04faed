"""Every public address, for search engines: in parts, each with the day of its last change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from prosopography.models import Assertion, Status

from .address import TABLES, visible

#: How many addresses stand in one part; 50,000 are allowed, but nobody wants to wait for them.
PAGE_OF_ADDRESSES = 5_000
#: No noun has more parts; a database cannot count as far as an address can.
_MOST_PARTS = 1_000_000
_NOUNS: dict[str, Any] = {**TABLES, "assertion": Assertion}


@dataclass(frozen=True)
class Part:
    """A part of the addresses: of which noun, and which it is, from 1."""

    noun: str
    number: int


@dataclass(frozen=True)
class Address:
    """The key in an address, slug or identifier, and when what stands there last changed."""

    key: str
    changed: datetime | None


def sitemap_parts() -> list[Part]:
    """The parts that there are; seven queries, one for each noun."""
    found = []
    for noun in _NOUNS:
        pages = -(-_rows(noun).count() // PAGE_OF_ADDRESSES)
        found += [Part(noun, number) for number in range(1, pages + 1)]
    return found


def sitemap_part(part: Part) -> list[Address]:
    """The addresses of a part, none if there is no such part.

    Two queries, and three for what claims are about: the rows, the last public versions of them, and
    the last versions of the claims that name them.
    """
    if part.noun not in _NOUNS or not 1 <= part.number <= _MOST_PARTS:
        return []
    start = (part.number - 1) * PAGE_OF_ADDRESSES
    column = "identifier" if part.noun == "assertion" else "slug"
    rows = list(
        _rows(part.noun).order_by("pk").values_list("pk", column)[start : start + PAGE_OF_ADDRESSES]
    )
    if not rows:
        return []
    changed = dict(_changes(part.noun, rows[0][0], rows[-1][0]))
    return [Address(key, changed.get(pk)) for pk, key in rows]


def _rows(noun: str) -> QuerySet:
    return Assertion.objects.public() if noun == "assertion" else visible(_NOUNS[noun])


def _changes(noun: str, first: int, last: int) -> Iterator[tuple[int, datetime]]:
    """When the rows from one key to another last changed, the latest of a row at its end."""
    public = Q() if noun == "role" else Q(status=Status.PUBLISHED)
    streams = [_latest(_NOUNS[noun].history.filter(public), "id", first, last)]
    if noun not in ("assertion", "source"):
        told = Assertion.history.filter(status__in=(Status.PUBLISHED, Status.RETRACTED))
        streams.append(_latest(told, noun, first, last))
    yield from sorted((pair for stream in streams for pair in stream), key=lambda pair: pair[1])


def _latest(versions: QuerySet, column: str, first: int, last: int) -> Iterable[Any]:
    """The date of the last version for each row; by a span of keys, for they are in their order."""
    span = {f"{column}__gte": first, f"{column}__lte": last}
    rows = versions.filter(**span).order_by().values(column).annotate(newest=Max("history_date"))
    return rows.values_list(column, "newest")
