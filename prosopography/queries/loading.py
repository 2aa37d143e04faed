"""Rows with all that is shown of them, each in a number of queries that does not grow."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from prosopography.models import Alternative, Assertion, Derivation, Passage, Source, Status

from .address import public_citations


def claims_naming(noun: str, key: int) -> QuerySet:
    """The public claims about one thing in time order, with all that they name, and citations.

    For a person, those in which it is the other person of a relationship are among them. Three
    queries when read.
    """
    about = Q(**{noun: key})
    if noun == "person":
        about |= Q(related_person=key)
    claims = Assertion.objects.public().filter(about)
    return claims.with_subjects().with_citations(public=True).in_time_order()


def citations_with_claims() -> QuerySet:
    """The public citations with their sources, witnesses and claims; the order is the caller's.

    Two queries more when read: the claims, and whom else the names may mean.
    """
    claims = Assertion.objects.with_subjects()
    citations: Any = public_citations()
    alternatives = Prefetch("alternatives", Alternative.objects.public())
    return citations.with_sources().prefetch_related(Prefetch("assertion", claims), alternatives)


def with_claim_count(rows: QuerySet, noun: str) -> QuerySet:
    """With ``claim_count``: how many public claims name each row (see ``claims_naming``)."""
    total: Any = _count(Assertion.objects.public(), noun)
    if noun == "person":
        total = total + _count(Assertion.objects.public(), "related_person")
    return rows.annotate(claim_count=total)


def with_citation_counts(sources: QuerySet) -> QuerySet:
    """With ``citation_count`` and ``claim_count``: what the public can read from each source."""
    citations = public_citations()
    return sources.annotate(
        citation_count=_count(citations, "source"),
        claim_count=_count(citations, "source", Count("assertion", distinct=True)),
    )


def claim_counts(noun: str, rows: Iterable[Any]) -> Counter[int]:
    """How many public claims name each of these rows (see ``claims_naming``), by their keys.

    One query, for persons two. For the rows of one page this is much cheaper than
    ``with_claim_count``, which counts for every row that is passed over too.
    """
    keys = [row.pk for row in rows]
    counts: Counter[int] = Counter()
    for column in ("person", "related_person") if noun == "person" else (noun,):
        claims = Assertion.objects.public().filter(**{f"{column}__in": keys}).order_by()
        counts.update(dict(claims.values_list(column).annotate(Count("pk"))))
    return counts


def citation_counts(sources: Iterable[Any]) -> dict[int, tuple[int, int]]:
    """How many citations, and of how many claims, the public can read from each; one query."""
    citations = public_citations().filter(source__in=[source.pk for source in sources])
    counted = (
        citations.order_by()
        .values_list("source")
        .annotate(Count("pk"), Count("assertion", distinct=True))
    )
    return {source: (number, claims) for source, number, claims in counted}


def sources_with_relations() -> QuerySet:
    """The published sources with what they copy, what copies them, and passages.

    Four queries when read. Of the copies those that are published themselves.
    """
    sources: QuerySet = Source.objects.published().select_related("author")
    derivations = Derivation.objects.order_by("derived_from__label", "derived_from__slug")
    derivatives = Derivation.objects.order_by("source__label", "source__slug")
    return sources.prefetch_related(
        Prefetch(
            "derivations",
            derivations.filter(derived_from__status=Status.PUBLISHED).select_related(
                "derived_from"
            ),
        ),
        Prefetch(
            "derivatives",
            derivatives.filter(source__status=Status.PUBLISHED).select_related("source"),
        ),
        Prefetch("passages", Passage.objects.order_by("locator_sort")),
    )


def with_names(rows: QuerySet, noun: str) -> QuerySet:
    """With ``public_names``: the affirmed public name claims of each row, in one query more."""
    names = (
        Assertion.objects.public().affirmed().filter(kind="name").order_by("value", "identifier")
    )
    return rows.prefetch_related(Prefetch("assertions", names, to_attr="public_names"))


def _count(rows: QuerySet, column: str, what: Any = None) -> Coalesce:
    """How many of the rows name the row of the outer query in the column."""
    per_row = (
        rows.filter(**{column: OuterRef("pk")})
        .order_by()
        .values(column)
        .annotate(number=what or Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(per_row, output_field=IntegerField()), 0)
