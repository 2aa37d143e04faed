"""Where the names of a drawing stand: around an oval, level, each in a row of its own."""

from collections.abc import Sequence
from math import hypot, sqrt
from typing import NamedTuple

#: The oval is at least so wide and at most, from its middle; higher than its rows by so much.
_NARROWEST, _BROADEST, _TALLER = 190.0, 300.0, 1.16
#: Few rows fill this height, and none is higher than this.
_USUAL_HEIGHT, _HIGHEST_ROW = 480.0, 40.0
#: The width of a letter of a label, and how far a label stands from its mark at most.
_LETTER, _AWAY = 7.0, 26.0
#: A line between the two sides passes so near the middle: 0 is straight, 1 through it.
_BEND = 0.5
#: An arc of one side goes inward by so much, by this share of its height, and by so much of the
#: way to the middle at most: lines of different lengths part.
_INWARD, _BY_HEIGHT, _FARTHEST = 20.0, 0.8, 1.3
#: Where on a line its number may stand, the best first, and how far from another and from a mark.
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)
_APART, _OFF_MARK = 20.0, 12.0


class Seat(NamedTuple):
    """A place on the oval; a name at the left ends there, one at the right begins."""

    x: float
    y: float
    is_left: bool


class Curve(NamedTuple):
    """A line from one place to another, bent to the middle."""

    x: float
    y: float
    bend_x: float
    bend_y: float
    to_x: float
    to_y: float

    @property
    def path(self) -> str:
        """As SVG draws it."""
        return (
            f"M{self.x:.1f} {self.y:.1f}"
            f"Q{self.bend_x:.1f} {self.bend_y:.1f} {self.to_x:.1f} {self.to_y:.1f}"
        )

    def at(self, share: float) -> tuple[float, float]:
        """The point after so much of it: 0 is the one end, 1 the other."""
        rest = 1 - share
        first, second, third = rest * rest, 2 * rest * share, share * share
        return (
            round(first * self.x + second * self.bend_x + third * self.to_x, 1),
            round(first * self.y + second * self.bend_y + third * self.to_y, 1),
        )


def curve(one: Seat, other: Seat) -> Curve:
    """The line between two places; straight from the middle and to it."""
    x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
    if one.x and other.x and one.is_left == other.is_left:
        far = _INWARD + _BY_HEIGHT * abs(one.y - other.y)
        x -= min(far, abs(x) * _FARTHEST) * (-1 if one.is_left else 1)
    elif one.x and other.x:
        x, y = x * (1 - _BEND), y * (1 - _BEND)
    return Curve(one.x, one.y, x, y, other.x, other.y)


def row_height(number: int, least: float) -> float:
    """How far apart the rows of a side stand: at least so far, and farther where they are few."""
    return max(least, min(_HIGHEST_ROW, _USUAL_HEIGHT / max(1, number - number // 2)))


def seats(number: int, row: float) -> list[Seat]:
    """So many places, around from the top to the right; the rows of a side are ``row`` apart."""
    right = number - number // 2
    return [
        *_side(right, row, right, is_left=False),
        *reversed(_side(number - right, row, right, is_left=True)),
    ]


def _side(number: int, row: float, rows: int, *, is_left: bool) -> list[Seat]:
    """The places of one side from top to bottom, on the oval of so many rows."""
    high = rows * row / 2 * _TALLER
    broad = min(_BROADEST, max(_NARROWEST, high * 0.8))
    found = []
    for at in range(number):
        y = (at - (number - 1) / 2) * row
        x = broad * sqrt(1 - (y / high) ** 2)
        found.append(Seat(round(-x if is_left else x, 1), round(y, 1), is_left))
    return found


def half_width(places: Sequence[Seat], labels: Sequence[str]) -> float:
    """From the middle of the drawing to its side, so that each label has room."""
    return round(
        max(
            (
                abs(place.x) + _AWAY + _LETTER * len(label)
                for place, label in zip(places, labels, strict=True)
            ),
            default=_NARROWEST,
        ),
        1,
    )


def half_height(places: Sequence[Seat], row: float) -> float:
    """From the middle of the drawing to its top."""
    return round(max((place.y for place in places), default=0.0) + row, 1)


def apart(
    lines: Sequence[Curve], marks: Sequence[tuple[float, float, float]]
) -> list[tuple[float, float] | None]:
    """Where on each line its number stands, on no other number and no mark (x, y, radius).

    None for a line that has no room: its number stands in the list alone.
    """
    taken: list[tuple[float, float]] = []
    found: list[tuple[float, float] | None] = []
    for line in lines:
        free = next((spot for spot in map(line.at, _SHARES) if _is_free(spot, taken, marks)), None)
        found.append(free)
        if free is not None:
            taken.append(free)
    return found


def _is_free(
    spot: tuple[float, float],
    taken: Sequence[tuple[float, float]],
    marks: Sequence[tuple[float, float, float]],
) -> bool:
    x, y = spot
    return all(hypot(x - u, y - v) >= _APART for u, v in taken) and all(
        hypot(x - u, y - v) >= radius + _OFF_MARK for u, v, radius in marks
    )
