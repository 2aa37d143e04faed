"""In which orders the lists come. What has no date comes last; what is equal comes by its name."""

from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from prosopography.models import Assertion, Citation

from ..address import public_citations
from ..loading import with_citation_counts, with_claim_count
from ..reading import is_read
from .decade import FIRST_KNOWN
from .listing import Sort


def plain(*columns: str) -> Sort:
    """By these columns."""
    return lambda rows: rows.order_by(*columns)


def as_they_come(rows: QuerySet) -> QuerySet:
    """In the order of the table."""
    return rows


def in_time_order(claims: Any) -> QuerySet:
    """Claims as time goes."""
    return claims.in_time_order()


def by_date(noun: str, kind: str) -> Sort:
    """By the first day of which a claim of this kind speaks that names the row."""

    def sort(rows: QuerySet) -> QuerySet:
        claims = Assertion.objects.public().counted().dated().filter(kind=kind)
        first = claims.filter(**{noun: OuterRef("pk")}).annotate(day=FIRST_KNOWN).order_by("day")
        dated = rows.annotate(first_day=Subquery(first.exclude(day=None).values("day")[:1]))
        return dated.order_by(F("first_day").asc(nulls_last=True), *_own(rows))

    return sort


def by_claims(noun: str) -> Sort:
    """What most claims name first."""
    return lambda rows: with_claim_count(rows, noun).order_by("-claim_count", *_own(rows))


def by_sources(rows: QuerySet) -> QuerySet:
    """The persons of whom most sources speak first."""
    cited = public_citations().filter(assertion__person=OuterRef("pk")).order_by()
    number: Any = cited.values("assertion__person").annotate(n=Count("source", distinct=True))
    total = Coalesce(Subquery(number.values("n"), output_field=IntegerField()), 0)
    return rows.annotate(source_count=total).order_by("-source_count", *_own(rows))


def by_members(rows: QuerySet) -> QuerySet:
    """The bodies with most members first."""
    held = Assertion.objects.public().affirmed().filter(kind="tenure", organisation=OuterRef("pk"))
    number: Any = held.order_by().values("organisation").annotate(n=Count("person", distinct=True))
    total = Coalesce(Subquery(number.values("n"), output_field=IntegerField()), 0)
    return rows.annotate(members=total).order_by("-members", *_own(rows))


def by_reading(rows: QuerySet) -> QuerySet:
    """The sources that were read first, then those of which others tell, most cited first.

    Citations are counted public or not, through an index; what is shown of a row is counted by itself.
    """

    def number(column: str) -> Any:
        cited = Citation.objects.filter(**{column: OuterRef("pk")}).order_by().values(column)
        own = cited.annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(own, output_field=IntegerField()), 0)

    sorted_rows = rows.annotate(
        is_read=Case(When(is_read(), then=1), default=0, output_field=IntegerField()),
        own_citations=number("source"),
        reports=number("attributed_to_source"),
    )
    return sorted_rows.order_by("-is_read", "-own_citations", "-reports", *_own(rows))


def by_citations(rows: QuerySet) -> QuerySet:
    """The sources from which most is cited first."""
    return with_citation_counts(rows).order_by("-citation_count", *_own(rows))


def _own(rows: QuerySet) -> tuple[str, ...]:
    """The order of the table."""
    return tuple(str(each) for each in rows.model._meta.ordering)
