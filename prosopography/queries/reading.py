"""Which sources were read for the record, and which are known only through those."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from .address import public_citations


@dataclass(frozen=True)
class Known:
    """How many sources were read, and how many others these name."""

    read: int
    others: int


def is_read() -> Q:
    """Which sources the editors have read: that have a document, or citations of their own."""
    return ~Q(file="") | Q(pk__in=public_citations().order_by().values("source"))


def known(rows: QuerySet) -> Known:
    """How many of these sources were read, and how many were not; one query."""
    found = rows.order_by().aggregate(all=Count("pk"), read=Count("pk", filter=is_read()))
    return Known(found["read"], found["all"] - found["read"])
