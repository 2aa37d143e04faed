"""What stands before and after a row: in the order of its list, or of its source."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from prosopography.models import Assertion, Citation, Source

from .address import public_citations, visible
from .sentence import sentence


@dataclass(frozen=True)
class Neighbours:
    """The rows beside one; None at an end."""

    before: Any = None
    after: Any = None

    def __bool__(self) -> bool:
        return self.before is not None or self.after is not None


@dataclass(frozen=True)
class ClaimNeighbours:
    """The claims beside one in a source, each where it stands there first."""

    source: Source
    before: Assertion | None
    after: Assertion | None

    @property
    def before_said(self) -> str:
        """The claim before in words."""
        return sentence(self.before) if self.before else ""

    @property
    def after_said(self) -> str:
        """The claim after in words."""
        return sentence(self.after) if self.after else ""


def neighbours(row: Any) -> Neighbours:
    """The visible rows before and after one in the order of their list; two queries.

    Both look up the index of the list, whatever its length.
    """
    rows, order = visible(type(row)), tuple(row._meta.ordering)
    place = tuple(getattr(row, column) for column in order)
    return Neighbours(
        before=_beyond(rows, order, place, "lt").reverse().first(),
        after=_beyond(rows, order, place, "gt").first(),
    )


def claim_neighbours(claim: Assertion) -> ClaimNeighbours | None:
    """The public claims before and after one in the order of its first source; two queries.

    The claim comes with its public citations (``public_claims()``); None if it has none.
    """
    citations = list(claim.citations.all())
    if not citations:
        return None
    order = ("locator_sort", "identifier")
    first = min(
        (each for each in citations if each.source_id == citations[0].source_id),
        key=lambda each: (each.locator_sort, each.identifier),
    )
    earlier = Citation.objects.readable().filter(
        Q(locator_sort__lt=OuterRef("locator_sort"))
        | Q(locator_sort=OuterRef("locator_sort"), identifier__lt=OuterRef("identifier")),
        source=OuterRef("source"),
        assertion=OuterRef("assertion"),
    )
    # Each claim stands where the source first makes it, so that the way through it has no loop.
    rows = public_citations().filter(~Exists(earlier), source=first.source)
    rows = rows.exclude(assertion=claim).select_related(
        *(f"assertion__{name}" for name in ("person", "related_person", "role", "organisation")),
        "assertion__event",
        "assertion__place",
    )
    place = (first.locator_sort, first.identifier)
    before = _beyond(rows, order, place, "lt").reverse().first()
    after = _beyond(rows, order, place, "gt").first()
    return ClaimNeighbours(
        source=first.source,
        before=before.assertion if before else None,
        after=after.assertion if after else None,
    )


def _beyond(rows: QuerySet, order: tuple[str, ...], place: tuple[Any, ...], way: str) -> QuerySet:
    """The rows on one side of a place in this order."""
    condition, same = Q(), Q()
    for column, value in zip(order, place, strict=True):
        condition |= same & Q(**{f"{column}__{way}": value})
        same &= Q(**{column: value})
    # Said first by itself, so that an index on the order leads there.
    return rows.filter(condition, **{f"{order[0]}__{way}e": place[0]}).order_by(*order)
