"""A pattern that one assertion must satisfy, and the rows of which some assertion does.

The conditions on a claim and on its citation come from whoever asks; what is public, and that they
must hold of one and the same claim, and of one and the same citation of it, is said here.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from prosopography.models import Assertion, Citation


def matching_claims(
    claim: Q, citation: Q, *, affirmed: bool = False, among: QuerySet | None = None
) -> QuerySet:
    """The public claims of which the one condition holds, and the other of one readable citation.

    ``affirmed`` leaves out the denied ones: a denied claim never counts as a positive one.
    ``among`` are public claims to choose from, instead of all.
    """
    claims: Any = (Assertion.objects.public() if among is None else among).filter(claim)
    if affirmed:
        claims = claims.affirmed()
    if citation:
        evidence = Citation.objects.readable().filter(citation, assertion=OuterRef("pk"))
        claims = claims.filter(Exists(evidence))
    return claims


def named_in(rows: QuerySet, column: str, claims: QuerySet) -> QuerySet:
    """Those of the rows that a claim among these names in the column."""
    return rows.filter(pk__in=claims.exclude(**{column: None}).values(column))


def cited_for(sources: QuerySet, claim: Q, citation: Q) -> QuerySet:
    """Those of the sources that are cited, in such a citation, for such a public claim."""
    claims = Assertion.objects.public().filter(claim)
    evidence = Citation.objects.readable().filter(citation, assertion__in=claims)
    return sources.filter(pk__in=evidence.values("source"))
