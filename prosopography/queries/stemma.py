"""The stemma: how the sources derive from one another, laid out to be drawn.

Columns from left to right: what derives from nothing first, each text after all that it copies.
The places are whole numbers in the units of the drawing; nothing here knows SVG but the paths.
"""

import textwrap
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q

from prosopography.models import Certainty, Derivation, Extent, Source, Status

from .address import public_citations

#: The measures of the drawing.
_WIDTH, _HEIGHT, _GAP, _BETWEEN, _MARGIN = 200, 42, 14, 110, 4
#: What a label has room for.
_LETTERS, _LINES = 28, 2
#: The room that a line takes in a column that it only passes, and how often columns are sorted.
_PASSING, _SWEEPS = 10, 6


@dataclass(frozen=True)
class Box:
    """One source in the drawing."""

    source: Source
    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[int, str], ...]  # each line of the label with its height
    is_read: bool  # whether the editors have read it, or know it from another only
    is_here: bool  # whether it is the source whose page this is

    @property
    def middle(self) -> int:
        """Where its label stands, from its left edge."""
        return self.width // 2


@dataclass(frozen=True)
class Line:
    """One derivation in the drawing."""

    derivation: Derivation
    path: str
    sort: str  # whole, parts or possible


@dataclass(frozen=True)
class Drawing:
    """Boxes and lines, and the size of the whole."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of line that are in it."""
        return frozenset(line.sort for line in self.lines)

    @property
    def derivations(self) -> list[Derivation]:
        """The same as a table says it: by the text that copies, then by what it copies."""
        return [line.derivation for line in self.lines]


class _Slot(NamedTuple):
    """What stands in a column: a source, or a line on its way (``end`` is where it ends)."""

    source: int
    end: int | None = None
    column: int = 0


def whole_stemma() -> Drawing:
    """Of all published sources that were read or that have a part in a derivation; two queries."""
    derivations = public_derivations()
    ends = {key for each in derivations for key in (each.source_id, each.derived_from_id)}
    sources = _with_reading(Source.objects.published()).filter(Q(pk__in=ends) | Q(is_read=True))
    return draw(list(sources), derivations)


def stemma_of(source: Source) -> Drawing | None:
    """The part of it above and below one source; None where there is neither. Two queries."""
    derivations = public_derivations()
    above = _reached(source.pk, [(each.source_id, each.derived_from_id) for each in derivations])
    below = _reached(source.pk, [(each.derived_from_id, each.source_id) for each in derivations])
    within = [
        each
        for each in derivations
        if {each.source_id, each.derived_from_id} <= above
        or {each.source_id, each.derived_from_id} <= below
    ]
    sources = _with_reading(Source.objects.published()).filter(pk__in=above | below)
    return draw(list(sources), within, here=source) if within else None


def public_derivations() -> list[Derivation]:
    """Those between published sources, by the text that copies; one query."""
    public = {"source__status": Status.PUBLISHED, "derived_from__status": Status.PUBLISHED}
    rows = Derivation.objects.filter(**public).select_related("source", "derived_from")
    return list(rows.order_by("source__label", "source", "derived_from__label", "derived_from"))


def draw(
    sources: Sequence[Source], derivations: Sequence[Derivation], *, here: Source | None = None
) -> Drawing:
    """The drawing of these sources, which hold both ends of each derivation, and no circle.

    ``is_read`` of a source says whether it was read. No query.
    """
    links = [(each.derived_from_id, each.source_id) for each in derivations]
    column_of = _columns([source.pk for source in sources], links)
    slots = _slots(column_of, links, {source.pk: source.label for source in sources})
    places, height = _places(slots)
    boxes = tuple(_box(source, places[_Slot(source.pk)], here) for source in sources)
    lines = tuple(
        Line(each, _path(each.derived_from_id, each.source_id, column_of, places), _sort(each))
        for each in derivations
    )
    count = len(slots)
    width = count * _WIDTH + max(count - 1, 0) * _BETWEEN + 2 * _MARGIN
    return Drawing(boxes, lines, width, height)


def _with_reading(sources: Any) -> Any:
    """With ``is_read``: whether the public can read a citation from it."""
    cited = public_citations().filter(source=OuterRef("pk"))
    return sources.annotate(is_read=Exists(cited)).order_by("label", "slug")


def _reached(start: int, links: Iterable[tuple[int, int]]) -> set[int]:
    """Whatever can be reached by the links, with the start."""
    after = defaultdict(list)
    for one, other in links:
        after[one].append(other)
    found, waiting = {start}, [start]
    while waiting:
        new = set(after[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


def _columns(keys: Iterable[int], links: Collection[tuple[int, int]]) -> dict[int, int]:
    """The column of each source: one more than the last of what it copies."""
    column_of = dict.fromkeys(keys, 0)
    for _ in column_of:  # as long as something moves; without a circle no way is longer
        moved = False
        for original, copy in links:
            if column_of[copy] <= column_of[original]:
                column_of[copy] = column_of[original] + 1
                moved = True
        if not moved:
            break
    return column_of


def _slots(
    column_of: Mapping[int, int], links: Collection[tuple[int, int]], labels: Mapping[int, str]
) -> list[list[_Slot]]:
    """What stands in each column, sorted so that few lines cross."""
    columns: list[list[_Slot]] = [[] for _ in range(max(column_of.values(), default=-1) + 1)]
    for key in sorted(column_of, key=lambda key: (labels[key], key)):
        columns[column_of[key]].append(_Slot(key))
    neighbours: dict[_Slot, list[_Slot]] = defaultdict(list)
    for original, copy in links:
        way = _way(original, copy, column_of)
        for passed in way[1:-1]:
            columns[passed.column].append(passed)
        for one, other in pairwise(way):
            neighbours[one].append(other)
            neighbours[other].append(one)
    for sweep in range(_SWEEPS):
        order = columns if sweep % 2 == 0 else columns[::-1]
        place = {slot: rank / len(column) for column in columns for rank, slot in enumerate(column)}
        for column in order:
            column.sort(key=lambda slot: _middle(slot, neighbours, place))
            place |= {slot: rank / len(column) for rank, slot in enumerate(column)}
    return columns


def _middle(
    slot: _Slot, neighbours: Mapping[_Slot, list[_Slot]], place: Mapping[_Slot, float]
) -> float:
    """Where a slot would best stand: in the middle of what it is joined to."""
    joined = [place[other] for other in neighbours.get(slot, [])]
    return sum(joined) / len(joined) if joined else 2.0


def _way(original: int, copy: int, column_of: Mapping[int, int]) -> list[_Slot]:
    """The slots by which a line goes, one a column."""
    between = range(column_of[original] + 1, column_of[copy])
    return [_Slot(original), *(_Slot(original, copy, each) for each in between), _Slot(copy)]


def _places(columns: Sequence[Sequence[_Slot]]) -> tuple[dict[_Slot, tuple[int, int]], int]:
    """The left upper corner of each slot, every column in the middle; and the height of all."""
    tall = [
        sum(_tall(slot) for slot in column) + max(len(column) - 1, 0) * _GAP for column in columns
    ]
    height = max(tall, default=0)
    places = {}
    for number, column in enumerate(columns):
        x = _MARGIN + number * (_WIDTH + _BETWEEN)
        y = _MARGIN + (height - tall[number]) // 2
        for slot in column:
            places[slot] = (x, y)
            y += _tall(slot) + _GAP
    return places, height + 2 * _MARGIN


def _tall(slot: _Slot) -> int:
    return _HEIGHT if slot.end is None else _PASSING


def _path(
    original: int,
    copy: int,
    column_of: Mapping[int, int],
    places: Mapping[_Slot, tuple[int, int]],
) -> str:
    """From the right edge of the one, through the gaps between, to the left edge of the other."""
    way = [(slot, *places[slot]) for slot in _way(original, copy, column_of)]
    first, x, y = way[0]
    x, y = x + _WIDTH, y + _tall(first) // 2
    path = f"M{x} {y}"
    for slot, left, top in way[1:]:
        middle, across = top + _tall(slot) // 2, (left - x) // 2
        path += f"C{x + across} {y} {left - across} {middle} {left} {middle}"
        x, y = left, middle
        if slot.end is not None:
            x = left + _WIDTH
            path += f"H{x}"
    return path


def _sort(derivation: Derivation) -> str:
    """How the line is drawn."""
    if derivation.certainty == Certainty.POSSIBLE:
        return "possible"
    return "whole" if derivation.extent == Extent.WHOLE else "parts"


def _box(source: Any, place: tuple[int, int], here: Source | None) -> Box:
    lines = textwrap.wrap(
        source.label, _LETTERS, max_lines=_LINES, placeholder=" …", break_on_hyphens=False
    )
    first = _HEIGHT // 2 + 5 - (len(lines) - 1) * 8
    return Box(
        source=source,
        x=place[0],
        y=place[1],
        width=_WIDTH,
        height=_HEIGHT,
        lines=tuple((first + number * 16, text) for number, text in enumerate(lines)),
        is_read=source.is_read,
        is_here=source == here,
    )
