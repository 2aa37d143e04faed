"""Sources: the list, and everything that the record takes from one."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet

from prosopography.models import Derivation, Passage, Person, Source

from .address import public_citations, visible
from .claims import Claim, cited_claims, word_of
from .slices import Slice
from .stemma import Drawing, stemma_of


@dataclass(frozen=True)
class Place:
    """What is taken from one place in a source."""

    locator: str
    claims: list[Claim]


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
    claims: Slice  # of places, in document order
    reported: Slice  # claims for which another source gives this one as its authority
    passages: list[Passage]  # the places that were read and hold no claim


def sources() -> QuerySet:
    """The published sources in their order."""
    return visible(Source)


def source_page(source: Source, *, number: int = 1, reported: int = 1) -> SourcePage:
    """A source with every public claim taken from it, or given as its word by another source.

    ``number`` and ``reported`` are the pages of these lists. Fourteen queries: the author, two for the
    derivations, two for the stemma, two for the voices, three for each list, one for the passages;
    one less where nothing derives. Raises PageNumberError.
    """
    derivations = Derivation.objects.select_related("source", "derived_from")
    public = {"source__status": "published", "derived_from__status": "published"}
    return SourcePage(
        source=source,
        author=visible(Person).filter(works=source).first(),
        copied_from=list(
            derivations.filter(source=source, **public).order_by("derived_from__label")
        ),
        copied_by=list(derivations.filter(derived_from=source, **public).order_by("source__label")),
        stemma=stemma_of(source),
        voices=[*_voices(source, Source), *_voices(source, Person)],
        claims=_by_place(cited_claims(Q(source=source), number, order=("locator_sort",))),
        reported=word_of(Q(attributed_to_source=source), reported),
        passages=list(Passage.objects.filter(source=source).order_by("locator_sort")),
    )


def _voices(source: Source, model: Any) -> list[Voice]:
    """The works, or the persons, whose word this source reports; one query."""
    citations = public_citations().filter(source=source)
    rows = (
        visible(model)
        .filter(attributed_citations__in=citations)
        .annotate(number=Count("attributed_citations"))
        .order_by("-number", "label")
    )
    return [Voice(row, row.number) for row in rows]


def _by_place(page: Slice) -> Slice:
    """The same page with the claims of one place together."""
    places = [
        Place(locator, [claim for _, claim in pairs])
        for locator, pairs in groupby(page.rows, key=lambda pair: pair[0].locator)
    ]
    return Slice(places, page.number, page.pages, page.total, page.first)
