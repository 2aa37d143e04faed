"""Identity: mentions that cannot be tied to one person with certainty."""

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from prosopography.models import (
    ENTITY_COLUMNS,
    Alternative,
    Assertion,
    Citation,
    Identification,
    Person,
    Source,
    Stance,
)

from .address import public_citations
from .claims import Claim, evidence, prepare


@dataclass(frozen=True)
class Mention:
    """A place where a name may mean this person or another, and what is claimed there."""

    source: Source
    locator: str
    printed: str  # the name as it stands there, else the words that are cited
    note: str
    taken_for: tuple[Person, ...]  # whom the record takes it for
    alternatives: tuple[Person, ...]  # whom else it may mean
    is_taken: bool  # whether the person of the page is among those it is taken for
    claims: tuple[Claim, ...]


def is_surely_named() -> Exists:
    """That a readable citation that supports a claim surely means its person or body."""
    sure = Citation.objects.readable().filter(
        assertion=OuterRef("pk"),
        stance=Stance.SUPPORTS,
        identification=Identification.CERTAIN,
    )
    return Exists(sure)


def doubtful_claims() -> Q:
    """That no such citation of a public claim does."""
    return Q(~is_surely_named())


def doubtful_mentions(person: Person) -> list[Mention]:
    """Where a name may mean this person, in document order; three queries, one where there is none.

    Both as the one for whom the record takes it, and as an alternative to somebody else.
    """
    keys = list(_doubtful_of(person))
    if not keys:
        return []
    citations = public_citations().filter(pk__in=keys)
    found = [(_place(citation), citation) for citation in _loaded(citations)]
    found.sort(key=lambda pair: pair[0])
    return [
        _mention(person, [citation for _, citation in pairs])
        for _, pairs in groupby(found, key=lambda pair: pair[0])
    ]


def _doubtful_of(person: Person) -> QuerySet:
    """The keys of the doubtful citations, public or not, that name this person; through indexes."""
    doubtful = Citation.objects.filter(identification=Identification.DOUBTFUL).order_by()
    about = Assertion.objects.filter(Q(person=person) | Q(related_person=person)).order_by()
    also = Alternative.objects.filter(person=person).order_by()
    return (
        doubtful.filter(assertion__in=about.values("pk"))
        .values_list("pk", flat=True)
        .union(doubtful.filter(pk__in=also.values("citation")).values_list("pk", flat=True))
    )


def _loaded(citations: QuerySet) -> QuerySet:
    """With all that a mention shows, and whom else each may mean."""
    subjects = [f"assertion__{column}" for column in (*ENTITY_COLUMNS, "role")]
    rows: Any = citations
    return (
        rows.with_sources()
        .select_related(*subjects)
        .prefetch_related(Prefetch("alternatives", Alternative.objects.public()))
    )


def _place(citation: Citation) -> tuple[Any, ...]:
    """What several citations of one and the same mention have in common, to sort by."""
    return (
        citation.source.label,
        citation.source_id,
        citation.locator_sort,
        citation.identification_note,
        tuple(person.pk for person in _taken_for(citation)),
        tuple(person.pk for person in evidence(citation).alternatives),
    )


def _taken_for(citation: Citation) -> tuple[Person, ...]:
    persons = (citation.assertion.person, citation.assertion.related_person)
    return tuple(person for person in persons if person is not None)


def _mention(person: Person, citations: list[Citation]) -> Mention:
    """One mention out of the citations that are taken from it."""
    first = citations[0]
    named = next((each.named_as for each in citations if each.named_as), first.quotation)
    taken_for = _taken_for(first)
    by_claim: dict[int, list[Citation]] = {}
    for citation in citations:
        by_claim.setdefault(citation.assertion_id, []).append(citation)
    return Mention(
        source=first.source,
        locator=first.locator,
        printed=named,
        note=first.identification_note,
        taken_for=taken_for,
        alternatives=evidence(first).alternatives,
        is_taken=person in taken_for,
        # Without the sign of doubt: the claim may have other evidence, and here all is doubtful.
        claims=tuple(
            replace(prepare(own[0].assertion, citations=own), doubtful=False)
            for own in by_claim.values()
        ),
    )
