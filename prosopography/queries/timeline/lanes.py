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

#: So many lanes of a band of a life can hold words.
LANES_WITH_WORDS = 6
#: So many letters of a claim stand inside of a bar at most, beside a mark where nothing else stands,
#: and nowhere less than the least.
MOST_INSIDE, MOST_ALONE, LEAST_LETTERS = 70, 48, 14
#: Between two marks in one lane, and between a mark and its words.
GAP, SPACE = 5.0, 3.0
#: The heights of a lane with words, without, and where there are very many without.
TALL, LOW, LOWEST = 17.0, 13.0, 7.0
MANY_LOW = 8
#: The kinds of claims whose marks stand first.
_FIRST = ("birth", "death")
_LETTER, _CYRILLIC_LETTER, _WIDE_LETTER = 6.8, 7.5, 13.0


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


class Room(NamedTuple):
    """How much of a drawing words may take."""

    lanes: int  # so many lanes of a band can hold words
    letters: int  # so many of a claim stand beside its mark at most
    fewer: int  # or so many where there are many claims


#: Beside a life, whose list stands right below it.
_BESIDE_A_LIFE = Room(lanes=LANES_WITH_WORDS, letters=30, fewer=22)


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
        """Whether a mark can stand beside those that are there."""
        return all(
            placed.left >= other.right + GAP or placed.right + GAP <= other.left
            for other in reversed(self.marks)
        )


def in_lanes(marks: Iterable[Mark], room: Room = _BESIDE_A_LIFE) -> list[Lane]:
    """The marks in lanes with their heights, by a first fit from left to right.

    Births and deaths find their place, and their words, before all else: they are the frame of a
    life. Of the ways to write the words (behind or before a mark, more or fewer) the first with which
    most marks have some.
    """
    ordered = sorted(
        marks,
        key=lambda each: (
            each.claim.kind not in _FIRST, each.left, each.right, each.claim.identifier,
        ),
    )  # fmt: skip
    tried = [
        _first_fit(ordered, _Manner(letters, before, room.lanes))
        for before in (False, True)
        for letters in (room.letters, room.fewer)
    ]
    lanes = max(
        tried, key=lambda found: sum(_worded(each) for lane in found for each in lane.marks)
    )
    low = [lane for lane in lanes if not any(_worded(each) for each in lane.marks)]
    for lane in lanes:
        lane.marks.sort(key=lambda each: each.left)
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
        most = max(MOST_ALONE, len(label.text))
        text = shortened(_words(placed.mark), room, most)
        result.append(_beside(placed.mark, text, before=label.before) if text else placed)
    return result


class _Manner(NamedTuple):
    """How words stand at marks."""

    letters: int
    before: bool  # before the mark rather than behind it
    lanes: int  # in how many lanes


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
    ways = [inside] if inside else _with_words(mark, manner)
    for placed in ways:
        for lane in lanes if inside else lanes[: manner.lanes]:
            if lane.has_room(placed):
                yield placed, lane
        if inside or len(lanes) < manner.lanes:
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


def _with_words(mark: Mark, manner: _Manner) -> list[Placed]:
    """The mark with its words beside it, on the side on which they are wanted, or the other.

    The side on which the edge of the drawing cuts fewer of them comes first.
    """
    sides = []
    for before in (manner.before, not manner.before):
        at = round(mark.left - SPACE if before else mark.right + SPACE, 1)
        text = shortened(_words(mark), at if before else WIDTH - at, manner.letters)
        if text:
            sides.append(_beside(mark, text, before=before))
    return sorted(sides, key=lambda placed: -len(placed.label.text) if placed.label else 0)


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
    return sum(map(_width_of_letter, text))


def _width_of_letter(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return _WIDE_LETTER
    return _CYRILLIC_LETTER if "\u0400" <= letter <= "\u04ff" else _LETTER


def shortened(text: str, room: float, most: int) -> str:
    """As much of a text as has room, cut at a word; empty if that is too little to be read."""
    if len(text) <= most and width_of(text) <= room:
        return text
    widths = accumulate(width_of(letter) for letter in text[: most - 1])
    kept = text[: sum(1 for width in widths if width + _LETTER <= room)]
    whole = kept.rpartition(" ")[0] if text[len(kept) : len(kept) + 1] != " " else kept
    kept = (whole if len(whole) >= LEAST_LETTERS else kept).rstrip(" ,:;(–")
    return f"{kept}…" if len(kept) >= LEAST_LETTERS else ""
