"""One row with all that linked data says of it: what it is, and the claims that name it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from prosopography.models import (
    Assertion,
    Citation,
    Derivation,
    Identifier,
    Person,
    Place,
    Status,
)

from .address import visible
from .changes import last_changed
from .life import life_dates, life_places
from .loading import claims_naming
from .preferred import Shown
from .slices import Slice, cut
from .tree import Tree
from .witness import Stemma

#: How many claims one file of linked data holds; the next ones are on its next page.
PAGE_OF_LINKED = 250
#: The links of a row to the larger one, and back.
_TREES = {
    "organisation": ("part_of", "parts"),
    "event": ("part_of", "parts"),
    "place": ("part_of", "parts"),
    "role": ("broader", "narrower"),
}


@dataclass(frozen=True)
class Settled:
    """What nobody disputes of a life; empty where anybody does."""

    birth: str = ""  # a year
    death: str = ""
    birth_place: Any = None
    death_place: Any = None


@dataclass(frozen=True)
class LinkedPage:
    """Everything that linked data says of a row."""

    noun: str
    row: Any
    claims: Slice  # of public assertions with all that they name, and their citations
    changed: datetime | None
    above: Any = None  # what it is part of, or the broader role
    below: tuple[Any, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    settled: Settled = Settled()
    author: Person | None = None  # whose word a source is
    derivations: tuple[Derivation, ...] = ()  # what a source copies


def linked_page(noun: str, row: Any, number: int = 1) -> LinkedPage:
    """A row that the public may see, with a page of the claims that name it.

    Five queries: how many claims, the claims, their citations with whom else they may mean, the last
    change. Besides, two for what it is part of and its parts, one for identifiers; for a person six
    more for the life, and for a source two for its author and what it copies. Raises PageNumberError.
    """
    claims = cut(_claims(noun, row), number, PAGE_OF_LINKED)
    more: dict[str, Any] = {}
    if noun in _TREES:
        above, below = _TREES[noun]
        more["above"] = _shown(getattr(row, above))
        more["below"] = tuple(each for each in getattr(row, below).all() if _shown(each))
    if hasattr(row, "identifiers"):
        more["identifiers"] = tuple(row.identifiers.select_related("authority"))
    if noun == "person":
        more["settled"] = _settled_life(row)
    if noun == "source":
        more["author"] = _shown(row.author)
        copied = row.derivations.filter(derived_from__status=Status.PUBLISHED)
        more["derivations"] = tuple(copied.select_related("derived_from").order_by("pk"))
    return LinkedPage(noun, row, claims, last_changed(noun, row.pk), **more)


def settled(shown: Shown) -> str:
    """What is shown of one thing if nobody says otherwise and nobody doubts it; else nothing."""
    is_sure = len(shown.values) == 1 and not shown.disagree and not shown.text.endswith("?")
    return shown.text if is_sure else ""


def year(shown: Shown) -> str:
    """The same where it is a plain year and nothing vaguer."""
    text = settled(shown)
    return text if text.isascii() and text.isdigit() and len(text) == 4 else ""


def _claims(noun: str, row: Any) -> QuerySet:
    public = Assertion.objects.public().with_subjects().with_citations(public=True).in_time_order()
    if noun == "assertion":
        return public.filter(pk=row.pk)
    if noun == "source":
        cited = Citation.objects.readable().filter(assertion=OuterRef("pk"), source=row)
        return public.filter(Exists(cited))
    return claims_naming(noun, row.pk)


def _shown(row: Any) -> Any:
    """The row, if the public may see it; a role it may."""
    is_public = row is not None and getattr(row, "status", Status.PUBLISHED) == Status.PUBLISHED
    return row if is_public else None


def _settled_life(person: Person) -> Settled:
    """Six queries: births and deaths with their citations, how the sources derive, the places."""
    claims = list(
        claims_naming("person", person.pk).filter(person=person, kind__in=("birth", "death"))
    )
    stemma = Stemma.load()
    dates = life_dates(claims, stemma)
    places = life_places(claims, stemma, Tree.of(visible(Place)))
    return Settled(
        birth=year(dates.born),
        death=year(dates.died),
        birth_place=_place(claims, places.born),
        death_place=_place(claims, places.died),
    )


def _place(claims: Iterable[Assertion], shown: Shown) -> Any:
    if not settled(shown):
        return None
    return next(claim.place for claim in claims if str(claim.place) == shown.text)
