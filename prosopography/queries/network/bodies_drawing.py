"""The network of bodies as a drawing: each a disc of its size on an oval, its name beside it.

Those that have most to do with one another stand side by side. The same network gives the same
drawing.
"""

from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from ..script import label_of
from .bodies import Bodies, Body, Shared
from .communities import communities
from .oval import Curve, apart, curve, half_height, half_width, seats

#: From one disc of a side to the next.
_ROW = 40.0
#: The radius of the largest disc and of the smallest.
_LARGEST, _SMALLEST = 17.0, 4.0
_WIDEST = 12.0
#: A name has at most so many lines of so many letters; the whole is its title.
_MOST_LINES, _MOST_LETTERS = 2, 30
#: So many of the widest lines have their number on them, where there is room.
_MOST_NUMBERED = 16


@dataclass(frozen=True)
class Disc:
    """A body on the oval."""

    body: Body
    x: float
    y: float
    radius: float
    is_left: bool  # its name ends at the disc, and does not begin there
    away: float  # how far the name stands from the middle of the disc
    lines: tuple[str, ...]  # its name

    @property
    def top(self) -> float:
        """The height of the first line of its name, so that all are level with the disc."""
        return 4 - 7 * (len(self.lines) - 1)


@dataclass(frozen=True)
class Band:
    """What two bodies share."""

    shared: Shared
    number: int  # its place in the list, from 1
    curve: Curve
    width: float


@dataclass(frozen=True)
class Numbered:
    """Where the number of a line stands."""

    shared: Shared
    x: float
    y: float


@dataclass(frozen=True)
class BodiesDrawing:
    """The whole drawing, around its middle at 0, 0."""

    left: float  # from the middle to each side, and to the top
    top: float
    discs: list[Disc]
    bands: list[Band]
    numbered: list[Numbered]  # those at which the number is written

    @property
    def width(self) -> float:
        """From side to side."""
        return 2 * self.left

    @property
    def height(self) -> float:
        """From the top to the foot."""
        return 2 * self.top


def bodies_drawing(found: Bodies) -> BodiesDrawing:
    """The drawing of those that share enough with another; no query."""
    order = _order(found)
    most = max((each.persons for each in order), default=1)
    places = seats(len(order), _ROW)
    discs = []
    for body, (x, y, is_left) in zip(order, places, strict=True):
        size = max(_SMALLEST, _LARGEST * sqrt(body.persons / most))
        away = round((size + 7) * (-1 if is_left else 1), 1)
        discs.append(Disc(body, x, y, round(size, 1), is_left, away, _lines(label_of(body.row))))
    at = {body.row.pk: place for body, place in zip(order, places, strict=True)}
    widest = max((each.number for each in found.shared), default=1)
    bands = [
        Band(
            pair,
            number,
            curve(at[pair.one.pk], at[pair.other.pk]),
            round(max(1.0, _WIDEST * pair.number / widest), 1),
        )
        for number, pair in enumerate(found.shared, start=1)
    ]
    longest = [f"{max(disc.lines, key=len)} {disc.body.persons}" for disc in discs]
    return BodiesDrawing(
        half_width(places, longest),
        half_height(places, _ROW),
        discs,
        bands,
        _numbered(bands, discs),
    )


def _numbered(bands: list[Band], discs: list[Disc]) -> list[Numbered]:
    """The widest lines whose number has room."""
    first = bands[:_MOST_NUMBERED]
    found = apart([band.curve for band in first], [(each.x, each.y, each.radius) for each in discs])
    return [
        Numbered(band.shared, *spot)
        for band, spot in zip(first, found, strict=True)
        if spot is not None
    ]


def _lines(label: str) -> tuple[str, ...]:
    """A name in lines."""
    return tuple(wrap(label, _MOST_LETTERS, max_lines=_MOST_LINES, placeholder=" …")) or ("",)


def _order(found: Bodies) -> list[Body]:
    """Those of a community beside one another, the largest first."""
    linked = found.linked
    place = {body.row.pk: at for at, body in enumerate(linked)}
    weights = {
        (place[pair.one.pk], place[pair.other.pk]): float(pair.number) for pair in found.shared
    }
    group = communities(len(linked), weights)
    return [linked[at] for at in sorted(range(len(linked)), key=lambda at: (group[at], at))]
