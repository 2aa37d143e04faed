"""Sources: the list, and everything that the record takes from one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet

from prosopography.models import (
    Alternative,
    Assertion,
    Citation,
    Derivation,
    Passage,
    Person,
    Source,
    Stance,
)

from .address import public_citations, visible
from .claims import Claim, cited_claims, word_of
from .conflict_index import is_disputed
from .content import Content, Shares, content, shares, to_choose_from, told_elsewhere
from .dissent import Dissent, dissent
from .excerpts import Excerpts, excerpts
from .slices import Slice
from .stemma import Drawing, stemma_of


class Only(StrEnum):
    """Which of the claims of a source are looked at."""

    ALONE = "alone"  # no other source of the record tells them
    SHARED = "shared"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Taken:
    """A claim that is taken from a source, and how many other sources support it."""

    claim: Claim
    elsewhere: int


@dataclass(frozen=True)
class Place:
    """What is taken from one place in a source."""

    locator: str
    claims: list[Taken]


@dataclass(frozen=True)
class Voice:
    """A work or a person whose word a source reports, and for how many citations."""

    row: Any
    citations: int


@dataclass(frozen=True)
class SourcePage:
    """Everything that the page of a source shows."""

    source: Source
    author: Person | None  # whose word it is, as far as the public may know him
    copied_from: list[Derivation]
    copied_by: list[Derivation]
    stemma: Drawing | None  # what is above and below it; None where nothing is
    voices: list[Voice]
    own_word: int  # how many of its citations report nobody
    excerpts: Excerpts
    shares: Shares
    content: Content
    dissent: Dissent
    claims: Slice  # of places, in document order
    reported: Slice  # claims for which another source gives this one as its authority
    passages: list[Passage]  # the places that were read and hold no claim


@dataclass(frozen=True)
class SourcePart:
    """Some of the claims of a source: those on one person, or those that it alone tells."""

    source: Source
    choices: list[Person]  # whom it names; nobody, where there are too many for a list
    claims: Slice  # of places, in document order


def sources() -> QuerySet:
    """The published sources in their order."""
    return visible(Source)


def source_page(
    source: Source, *, number: int = 1, reported: int = 1, folder: str = ""
) -> SourcePage:
    """A source with every public claim taken from it, or given as its word by another source.

    ``number`` and ``reported`` are the pages of these lists; ``folder`` is where the documents are,
    if they are at hand. Twenty-five queries and those of ``dissent``: the author, two for the
    derivations, two for the stemma, three for the voices, two for the places (one more with the
    document), one for what it alone tells, four for what it speaks of, five for what is taken from
    it, three for what is reported, one for the passages. Raises PageNumberError.
    """
    derivations = Derivation.objects.select_related("source", "derived_from")
    public = {"source__status": "published", "derived_from__status": "published"}
    voices, own_word = _voices(source)
    return SourcePage(
        source=source,
        author=visible(Person).filter(works=source).first(),
        copied_from=list(
            derivations.filter(source=source, **public).order_by("derived_from__label")
        ),
        copied_by=list(derivations.filter(derived_from=source, **public).order_by("source__label")),
        stemma=stemma_of(source),
        voices=voices,
        own_word=own_word,
        excerpts=excerpts(source, folder),
        shares=shares(source),
        content=content(source),
        dissent=dissent(source),
        claims=_taken(Q(source=source), source, number),
        reported=word_of(Q(attributed_to_source=source), reported),
        passages=list(Passage.objects.filter(source=source).order_by("locator_sort")),
    )


def part_of_source(
    source: Source, *, person: Person | None = None, only: Only | None = None, number: int = 1
) -> SourcePart:
    """What a source says of one person, what it alone tells, or both, in document order.

    Of a person are the claims that name him on either side, and those of which a doubtful name may
    mean him. Seven queries: two for whom it names, five for the claims. Raises PageNumberError.
    """
    asked = Q(source=source)
    if person is not None:
        about = Assertion.objects.filter(Q(person=person) | Q(related_person=person)).order_by()
        may_mean = Alternative.objects.public().filter(person=person).order_by()
        asked &= Q(assertion__in=about.values("pk")) | Q(pk__in=may_mean.values("citation"))
    if only is Only.DISPUTED:
        disputed = Assertion.objects.filter(is_disputed()).order_by()
        asked &= Q(assertion__in=disputed.values("pk"))
    elif only is not None:
        shared = Q(told_elsewhere(source, "assertion"))
        asked &= shared if only is Only.SHARED else ~shared
    return SourcePart(source, to_choose_from(source), _taken(asked, source, number))


def _voices(source: Source) -> tuple[list[Voice], int]:
    """The works and the persons whose word it reports, and how many citations report nobody.

    Three queries: all the citations, the works, the persons.
    """
    columns = ("attributed_to_source", "attributed_to_person")
    counted = public_citations().filter(source=source).order_by().values_list(*columns)
    works: Counter[int] = Counter()
    persons: Counter[int] = Counter()
    own_word = 0
    for work, person, number in counted.annotate(Count("pk")):
        if work is not None:
            works[work] += number
        if person is not None:
            persons[person] += number
        if work is None and person is None:
            own_word += number
    return [*_most_first(works, Source), *_most_first(persons, Person)], own_word


def _most_first(counted: Counter[int], model: Any) -> list[Voice]:
    """These rows, those with most citations first; one query, none where there are none."""
    rows = visible(model).in_bulk(counted)
    voices = [Voice(row, counted[key]) for key, row in rows.items()]
    return sorted(voices, key=lambda voice: (-voice.citations, voice.row.label))


def _taken(asked: Q, source: Source, number: int) -> Slice:
    """A page of these citations, place by place, each with who else tells the claim; five queries."""
    page = cited_claims(asked, number, order=("locator_sort", "locator"))
    identifiers = {claim.identifier for _, claim in page.rows}
    elsewhere = _elsewhere(identifiers, source)
    at_odds = set(
        Assertion.objects.filter(is_disputed(), identifier__in=identifiers)
        .order_by()
        .values_list("identifier", flat=True)
    )

    def taken(claim: Claim) -> Taken:
        marked = replace(claim, disputed=claim.identifier in at_odds)
        return Taken(marked, elsewhere.get(claim.identifier, 0))

    places = [
        Place(locator, [taken(claim) for _, claim in pairs])
        for locator, pairs in groupby(page.rows, key=lambda pair: pair[0].locator)
    ]
    return Slice(places, page.number, page.pages, page.total, page.first)


def _elsewhere(identifiers: Iterable[str], source: Source) -> dict[str, int]:
    """How many other sources support each of these public claims; one query."""
    others = Citation.objects.readable().filter(
        assertion__identifier__in=identifiers, stance=Stance.SUPPORTS
    )
    counted = others.exclude(source=source).order_by().values_list("assertion__identifier")
    return dict(counted.annotate(Count("source", distinct=True)))
