"""Marks in lanes: none on another, and words beside them wherever there is room.

The first lanes of a band are for marks with words. What finds no room there stands in narrower
lanes below, without words: they are in the list under the drawing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from ..sentence import plain
from .axis import WIDTH
from .mark import Mark

#: So many lanes of a band can hold words.
LANES_WITH_WORDS = 6
#: So many letters of a claim stand beside its mark at most, or where there are many; inside of a bar
#: or where nothing else stands, more, and nowhere less than the least.
MOST_LETTERS, FEWER_LETTERS, LEAST_LETTERS, MOST_INSIDE, MOST_ALONE = 30, 22, 14, 70, 48
#: Between two marks in one lane, and between a mark and its words.
GAP, SPACE = 5.0, 3.0
#: The heights of a lane with words, without, and where there are very many without.
TALL, LOW, LOWEST = 17.0, 13.0, 7.0
MANY_LOW = 8
_LETTER, _WIDE_LETTER = 6.8, 13.0


class Label(NamedTuple):
    """Words beside a mark or inside of it."""

    x: float
    text: str
    inside: bool
    before: bool  # they end at x, before the mark


class Placed(NamedTuple):
    """A mark in its lane, with its words."""

    mark: Mark
    label: Label | None
    left: float  # of the mark and its words
    right: float


@dataclass
class Lane:
    """Marks side by side. ``y`` is the middle of the lane on the drawing."""

    marks: list[Placed] = field(default_factory=list)
    y: float = 0.0
    height: float = LOW

    @property
    def squeezed(self) -> bool:
        """Whether its marks are drawn at half their height, without words."""
        return self.height == LOWEST

    def has_room(self, placed: Placed) -> bool:
        """Whether a mark can stand behind those that are there."""
        return not self.marks or placed.left >= self.marks[-1].right + GAP


def in_lanes(marks: Iterable[Mark]) -> list[Lane]:
    """The marks in lanes with their heights, by a first fit from left to right.

    Of the ways to write the words (behind or before a mark, more or fewer) the first with which
    most marks have some.
    """
    ordered = sorted(marks, key=lambda each: (each.left, each.right, each.claim.identifier))
    tried = [_first_fit(ordered, manner) for manner in _MANNERS]
    lanes = max(
        tried, key=lambda found: sum(_worded(each) for lane in found for each in lane.marks)
    )
    low = [lane for lane in lanes if not any(_worded(each) for each in lane.marks)]
    for lane in lanes:
        lane.height = TALL if lane not in low else LOW if len(low) <= MANY_LOW else LOWEST
        lane.marks = _spelled_out(lane.marks)
    return lanes


def _spelled_out(marks: list[Placed]) -> list[Placed]:
    """The same marks, with more of their words where their neighbours leave room."""
    result: list[Placed] = []
    for at, placed in enumerate(marks):
        label = placed.label
        if label is None or label.inside or not label.text.endswith("…"):
            result.append(placed)
            continue
        start = result[-1].right + GAP if result else 0.0
        end = marks[at + 1].left - GAP if at + 1 < len(marks) else WIDTH
        room = label.x - start if label.before else end - label.x
        text = shortened(_words(placed.mark), room, MOST_ALONE)
        result.append(_beside(placed.mark, text, before=label.before) if text else placed)
    return result


class _Manner(NamedTuple):
    """How words stand at marks."""

    letters: int
    before: bool  # before the mark rather than behind it


_MANNERS = [_Manner(MOST_LETTERS, before=False), _Manner(FEWER_LETTERS, before=False),
            _Manner(MOST_LETTERS, before=True), _Manner(FEWER_LETTERS, before=True)]  # fmt: skip


def _worded(placed: Placed) -> bool:
    return placed.label is not None and placed.label.text != placed.mark.doubt


def _first_fit(marks: list[Mark], manner: _Manner) -> list[Lane]:
    """Each mark in the first lane in which it can have words; else without, wherever it fits."""
    lanes: list[Lane] = []
    for mark in marks:
        placed, lane = next(_places(mark, lanes, manner))
        if lane is None:
            lanes.append(Lane([placed]))
        else:
            lane.marks.append(placed)
    return lanes


def _places(mark: Mark, lanes: list[Lane], manner: _Manner) -> Iterator[tuple[Placed, Lane | None]]:
    """The places that a mark can have, the best first; a lane that is None is a new one."""
    inside = _inside(mark)
    ways = [inside] if inside else list(_with_words(mark, manner))
    for placed in ways:
        for lane in lanes if inside else lanes[:LANES_WITH_WORDS]:
            if lane.has_room(placed):
                yield placed, lane
        if inside or len(lanes) < LANES_WITH_WORDS:
            yield placed, None
    placed = _without_words(mark)
    for lane in lanes:
        if lane.has_room(placed):
            yield placed, lane
    yield placed, None


def _inside(mark: Mark) -> Placed | None:
    """The mark with its words in its solid bar, if that is wide enough: they take no room."""
    if mark.solid is None:
        return None
    text = shortened(_words(mark), mark.solid.width - 2 * SPACE, MOST_INSIDE)
    label = Label(round(mark.solid.x + SPACE, 1), text, inside=True, before=False)
    return Placed(mark, label, mark.left, mark.right) if text else None


def _with_words(mark: Mark, manner: _Manner) -> Iterator[Placed]:
    """The mark with its words beside it, on the side on which they are wanted, or the other."""
    for before in (manner.before, not manner.before):
        at = round(mark.left - SPACE if before else mark.right + SPACE, 1)
        text = shortened(_words(mark), at if before else WIDTH - at, manner.letters)
        if text:
            yield _beside(mark, text, before=before)


def _beside(mark: Mark, text: str, *, before: bool) -> Placed:
    """The mark with this text before or behind it."""
    at = round(mark.left - SPACE if before else mark.right + SPACE, 1)
    left = round(at - width_of(text), 1) if before else mark.left
    right = mark.right if before else round(at + width_of(text), 1)
    return Placed(mark, Label(at, text, inside=False, before=before), left, right)


def _words(mark: Mark) -> str:
    return f"{mark.doubt} {plain(mark.claim.parts)}".strip()


def _without_words(mark: Mark) -> Placed:
    """The mark with its signs of doubt alone."""
    if not mark.doubt:
        return Placed(mark, None, mark.left, mark.right)
    return _beside(mark, mark.doubt, before=False)


def width_of(text: str) -> float:
    """About how wide a text is drawn; rather too wide than too narrow."""
    if text.isascii():
        return _LETTER * len(text)
    return sum(
        0.0 if combining(letter) else _WIDE_LETTER if east_asian_width(letter) in "WF" else _LETTER
        for letter in text
    )


def shortened(text: str, room: float, most: int) -> str:
    """As much of a text as has room, cut at a word; empty if that is too little to be read."""
    if len(text) <= most and width_of(text) <= room:
        return text
    widths = accumulate(width_of(letter) for letter in text[: most - 1])
    kept = text[: sum(1 for width in widths if width + _LETTER <= room)]
    whole = kept.rpartition(" ")[0] if text[len(kept) : len(kept) + 1] != " " else kept
    kept = (whole if len(whole) >= LEAST_LETTERS else kept).rstrip(" ,:;(–")
    return f"{kept}…" if len(kept) >= LEAST_LETTERS else ""
