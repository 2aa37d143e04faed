"""The versions of rows in the order of time: which tables are looked at, for what.

Only keys and dates are read here; what of it is told, and in which words, says ``change_words``.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import merge
from typing import Any, NamedTuple

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value

from prosopography.models import ENTITY_COLUMNS, Assertion, Citation, Status

from . import address

#: The tables whose changes are told, by the names of their nouns.
TABLES: dict[str, Any] = {**address.TABLES, "assertion": Assertion, "citation": Citation}
#: What can be told of: that it is public, or was taken back. Drafts are never looked at.
_TOLD = (Status.PUBLISHED, Status.RETRACTED)
#: Citations that come with their claim, in one import, are no change of it.
TOGETHER = timedelta(hours=1)


class Event(NamedTuple):
    """A version of a row: when it was written, of which table, and the keys of version and row."""

    when: datetime
    noun: str
    version: int
    row: int


def of_record() -> list[QuerySet]:
    """The versions of the whole record; no query yet.

    They hold what ``told`` leaves out again: that is cheaper than to ask of every claim of the
    record whether it is public. But for citations that came with their claim: of those an import
    writes more than of anything else, and none of them is told.
    """
    nouns = [noun for noun in TABLES if noun not in ("role", "citation")]
    return [
        *(versions_of(noun, Q(status__in=_TOLD)) for noun in nouns),
        versions_of("role", Q()),
        versions_of("citation", _not_with_its_claim()),
    ]


def of_row(noun: str, pk: int) -> list[QuerySet]:
    """The versions of a public row, and of the claims about it; no query yet.

    Of a person and of a claim with those of the citations, of a source with those that cite it. Of
    claims that are no more, only the taking back, and only if what they named is public.
    """
    if noun == "assertion":
        return [
            versions_of("assertion", Q(id=pk, status__in=_TOLD)),
            versions_of("citation", Q(assertion=pk) & _not_with_its_claim()),
        ]
    own = versions_of(noun, Q(id=pk) if noun == "role" else Q(id=pk, status=Status.PUBLISHED))
    if noun == "source":
        cites = Q(source=pk, assertion__in=Assertion.objects.public().order_by().values("pk"))
        return [own, versions_of("citation", cites)]
    naming = Q(person=pk) | Q(related_person=pk) if noun == "person" else Q(**{noun: pk})
    public = Assertion.objects.public().filter(naming).order_by().values("pk")
    streams = [
        own,
        versions_of("assertion", Q(status=Status.PUBLISHED, id__in=public)),
        versions_of("assertion", Q(status=Status.RETRACTED) & naming & _names_public_rows()),
    ]
    if noun == "person":
        streams.append(versions_of("citation", Q(assertion__in=public) & _not_with_its_claim()))
    return streams


def _names_public_rows() -> Q:
    """The versions of claims that name nothing but what is public now."""
    condition = Q()
    for column in ENTITY_COLUMNS:
        condition &= Q(**{column: None}) | Q(**{f"{column}__status": Status.PUBLISHED})
    return condition


def _not_with_its_claim() -> Q:
    """The versions of citations but those that came with their claim in one import."""
    brought = Assertion.history.filter(
        id=OuterRef("assertion"),
        history_type="+",
        history_change_reason=OuterRef("history_change_reason"),
        history_date__gte=OuterRef("history_date") - TOGETHER,
    ).exclude(history_change_reason="")
    return ~Q(history_type="+") | Q(~Exists(brought))


def versions_of(noun: str, condition: Q) -> QuerySet:
    """The versions in one table as columns of an Event."""
    rows: Any = TABLES[noun].history.filter(condition).order_by()
    # Names that no table has as columns of its own.
    marked = rows.annotate(told_noun=Value(noun, CharField()), told_row=F("id"))
    return marked.values_list("history_date", "told_noun", "history_id", "told_row")


def _all(streams: list[QuerySet]) -> QuerySet:
    first, *others = streams
    return first.union(*others, all=True)


def count(streams: list[QuerySet]) -> int:
    """How many versions there are; one query."""
    return _all(streams).count()


def newest_first(streams: list[QuerySet], page: int, skipped: list[Q]) -> Iterator[Event]:
    """The versions of all streams, the newest first, read as they are asked for.

    One query for each page of a stream. What is put into ``skipped`` in the meantime (conditions on
    versions) is left out of the pages that are read from then on.
    """
    return merge(*(_paged(each, page, skipped) for each in streams), reverse=True)


def _paged(stream: QuerySet, page: int, skipped: list[Q]) -> Iterator[Event]:
    rows = stream
    while True:
        for each in skipped:
            rows = rows.exclude(each)
        found = newest([rows], 0, page)
        yield from found
        if len(found) < page:
            return
        last = found[-1]
        same = Q(history_date=last.when, history_id__lt=last.version)
        rows = stream.filter(Q(history_date__lt=last.when) | same)


def newest(streams: list[QuerySet], start: int, stop: int) -> list[Event]:
    """The versions from one place to another, the newest first; one query."""
    ordered = _all(streams).order_by("-history_date", "-history_id")
    return [Event(*row) for row in ordered[start:stop]]
