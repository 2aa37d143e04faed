"""How much of a source has been excerpted: which places are cited, hold no claim, or are open.

Where the document is at hand, all its paragraphs are known, and which of their words are quoted. Else
only the places are known that somebody cited or marked as without a claim; of numbered paragraphs
also those between them. Only what the public can read counts as cited.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, sqrt

from django.db.models import Count

from prosopography.models import Passage, Source

from .address import public_citations
from .claims import PAGE_OF_CLAIMS
from .documents import Document, covered, document_of

#: So many places are drawn one by one; of more, several together.
MOST_CELLS = 120
#: The measures of the drawing.
_CELL, _HEIGHT, _LEAST = 10, 40, 5
_PARAGRAPH = re.compile(r"¶([1-9][0-9]*)")


@dataclass(frozen=True)
class Spot:
    """A place in a source."""

    locator: str
    claims: int
    citations: int
    page: int  # the page of the list of claims on which its own begin
    reason: str  # why it holds no claim, where somebody wrote it down

    @property
    def state(self) -> str:
        """``cited``, ``without`` a claim, or ``open``."""
        if self.citations:
            return "cited"
        return "without" if self.reason else "open"


@dataclass(frozen=True)
class Cell:
    """One place in the drawing and in the list beside it, or several that follow one another."""

    first: str
    last: str
    state: str  # that of the place; of several, cited before open before without
    claims: int
    page: int
    locator: str  # of the first place in it that is cited; empty where none is
    reason: str
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Excerpts:
    """What has been taken from where in a source."""

    cells: list[Cell]
    cited: int
    without: int
    open: int
    last: str  # the last place that is known
    is_whole: bool  # whether the text is at hand, and no place is missing
    words: int  # of the text; 0 where it is not at hand
    quoted: int  # how many of them stand in a quotation

    @property
    def places(self) -> int:
        """How many places are known."""
        return self.cited + self.without + self.open

    @property
    def width(self) -> int:
        """The width of the drawing."""
        return len(self.cells) * _CELL


def excerpts(source: Source, folder: str = "") -> Excerpts:
    """What has been taken from where in a source; two queries.

    ``folder`` is where the documents are, if they are at hand: then one query more, for the words
    that are quoted, and one file is read.
    """
    document = document_of(source, folder)
    citations = public_citations().filter(source=source)
    rows = (
        citations.order_by("locator_sort", "locator")
        .values_list("locator_sort", "locator")
        .annotate(Count("pk"), Count("assertion", distinct=True))
    )
    found: dict[str, Spot] = {}
    before = 0
    for _, locator, number, claims in rows:
        found[locator] = Spot(locator, claims, number, before // PAGE_OF_CLAIMS + 1, "")
        before += number
    reasons = dict(
        Passage.objects.filter(source=source)
        .order_by("locator_sort")
        .values_list("locator", "reason")
    )
    spots = _spots(found, reasons, document)
    words = quoted = 0
    if document is not None:
        quotations = citations.order_by().values_list("locator", "quotation")
        for paragraph in covered(source, document, quotations, reasons):
            words += paragraph.words
            quoted += paragraph.cited_words
    states = [spot.state for spot in spots]
    return Excerpts(
        cells=_cells(spots),
        cited=states.count("cited"),
        without=states.count("without"),
        open=states.count("open"),
        last=spots[-1].locator if spots else "",
        is_whole=document is not None,
        words=words,
        quoted=quoted,
    )


def _spots(
    found: dict[str, Spot], reasons: dict[str, str], document: Document | None
) -> list[Spot]:
    """All places that are known, in the order of the text."""
    known = {**{locator: Spot(locator, 0, 0, 1, why) for locator, why in reasons.items()}, **found}
    numbers = {locator: _PARAGRAPH.fullmatch(locator) for locator in known}
    if not all(numbers.values()) or not (known or document):
        # Pages, leaves: nobody knows how many there are. In their order, then what holds no claim.
        return [*found.values(), *(known[each] for each in reasons if each not in found)]
    last = max((int(number[1]) for number in numbers.values() if number), default=0)
    last = max(last, len(document.paragraphs)) if document else last
    locators = [f"¶{number}" for number in range(1, last + 1)]
    return [known.get(locator) or Spot(locator, 0, 0, 1, "") for locator in locators]


def _cells(spots: list[Spot]) -> list[Cell]:
    """The places as they are drawn."""
    size = max(1, ceil(len(spots) / MOST_CELLS))
    runs = [spots[start : start + size] for start in range(0, len(spots), size)]
    most = max((_claims(run) for run in runs), default=0)
    return [_cell(place, run, most) for place, run in enumerate(runs)]


def _cell(place: int, run: list[Spot], most: int) -> Cell:
    claims = _claims(run)
    height = max(_LEAST, round(_HEIGHT * sqrt(claims / most))) if claims else 0
    states = {spot.state for spot in run}
    cited = [spot for spot in run if spot.citations]
    return Cell(
        first=run[0].locator,
        last=run[-1].locator,
        state=next(state for state in ("cited", "open", "without") if state in states),
        claims=claims,
        page=cited[0].page if cited else 1,
        locator=cited[0].locator if cited else "",
        reason=run[0].reason if len(run) == 1 else "",
        x=place * _CELL,
        y=_HEIGHT - height,
        height=height,
    )


def _claims(run: Iterable[Spot]) -> int:
    return sum(spot.claims for spot in run)
