"""Where one place is: a small map of its surroundings."""

from collections.abc import Iterable
from dataclasses import dataclass

from prosopography.models import Place

from .land import outline
from .view import (
    NetLine,
    Position,
    Scale,
    View,
    around,
    east_in_words,
    north_in_words,
)

#: So many degrees of latitude are shown around the place, on a drawing so wide.
_DEGREES, _WIDTH = 16.0, 480.0


@dataclass(frozen=True)
class Locator:
    """The drawing, with the place in its middle."""

    place: Place  # whose position it is
    is_own: bool  # whether that is the place itself, and not what it lies in
    position: Position
    said: str  # the position in words: 57.8° N, 24.9° E
    width: float
    height: float
    land: str  # a path, filled by the even-odd rule
    meridians: list[NetLine]
    parallels: list[NetLine]
    scale: Scale
    x: float
    y: float


def locator(place: Place, above: Iterable[Place] = ()) -> Locator | None:
    """Where a place is; None where neither it nor what it lies in has a position. No query.

    ``above`` is what it lies in, the outermost first (``Branch.above``): the nearest that has a
    position stands for it.
    """
    for row in (place, *reversed(list(above))):
        position = position_of(row)
        if position is not None:
            return _located(row, position, is_own=row.pk == place.pk)
    return None


def position_of(place: Place) -> Position | None:
    """The position of a place as numbers; None where the editors give none."""
    if place.latitude is None or place.longitude is None:
        return None
    return Position(float(place.latitude), float(place.longitude))


def in_words(position: Position) -> str:
    """“57.8° N, 24.9° E”: as many digits as are given."""
    north, east = north_in_words(position.latitude), east_in_words(position.longitude)
    return f"{north}, {east}"


def _located(row: Place, position: Position, *, is_own: bool) -> Locator:
    view: View = around(position, _DEGREES, width=_WIDTH)
    return Locator(
        place=row,
        is_own=is_own,
        position=position,
        said=in_words(position),
        width=view.width,
        height=view.height,
        land=outline(view),
        meridians=view.meridians(),
        parallels=view.parallels(),
        scale=view.scale(),
        x=round(view.x(position.longitude), 1),
        y=round(view.y(position.latitude), 1),
    )
