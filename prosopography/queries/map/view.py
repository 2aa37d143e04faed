"""The view of a map: which part of the earth it shows, and where a position stands on it.

The projection is equirectangular, true to scale along the middle latitude: lines of longitude and of
latitude are straight, and a degree of longitude is as wide there as it is on the earth. A view may
cross the 180th meridian; its eastern side then has a longitude of more than 180.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from math import ceil, cos, radians
from typing import NamedTuple

from django.utils.translation import gettext as _

#: The width of a map in its own units; a unit is about a pixel.
WIDTH = 960.0
#: How much wider than high a view is at least, and at most.
_FLATTEST, _STEEPEST = 2.0, 1.45
#: A view has so many degrees of latitude at least, around a single place too.
LEAST_DEGREES = 9.0
#: Kept free around the outermost places, as a share of the view.
_EDGE = 0.09
#: No map shows the poles.
_LIMIT = 84.0
#: Between two lines of the net, and how long the bar of the scale is at most, in units.
_NET_SPACE, _BAR = 130.0, 150.0
_KM_OF_DEGREE = 111.195
_CIRCLE = 360.0
_HALF_CIRCLE = 180.0


class Position(NamedTuple):
    """Degrees north and east."""

    latitude: float
    longitude: float


class NetLine(NamedTuple):
    """A line of latitude or longitude: where it stands, and how it is called."""

    at: float
    label: str


class Scale(NamedTuple):
    """The bar of the scale."""

    width: float
    km: int


@dataclass(frozen=True)
class View:
    """A part of the earth between four lines, in degrees; ``east`` may be more than 180."""

    west: float
    south: float
    east: float
    north: float
    width: float = WIDTH

    @property
    def squeeze(self) -> float:
        """How wide a degree of longitude is against one of latitude."""
        return cos(radians(self.middle.latitude))

    @property
    def unit(self) -> float:
        """How many units a degree of latitude has."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """From top to bottom, in units."""
        return round((self.north - self.south) * self.unit, 1)

    @property
    def middle(self) -> Position:
        """The position in the middle."""
        return Position((self.north + self.south) / 2, (self.west + self.east) / 2)

    def x(self, longitude: float) -> float:
        """Where a longitude stands, from the left; the nearest of its turns around the earth."""
        away = longitude - self.middle.longitude
        away -= _CIRCLE * round(away / _CIRCLE)
        return self.width / 2 + away * self.squeeze * self.unit

    def y(self, latitude: float) -> float:
        """Where a latitude stands, from the top."""
        return (self.north - latitude) * self.unit

    def holds(self, position: Position) -> bool:
        """Whether a position is in the view."""
        x, y = self.x(position.longitude), self.y(position.latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def meridians(self) -> list[NetLine]:
        """The lines of longitude, from west to east."""
        step = _net_step(_NET_SPACE / (self.unit * self.squeeze))
        return [
            NetLine(round((each - self.west) * self.squeeze * self.unit, 1), _east(each))
            for each in _multiples(self.west, self.east, step)
        ]

    def parallels(self) -> list[NetLine]:
        """The lines of latitude, from south to north."""
        step = _net_step(_NET_SPACE / self.unit)
        return [
            NetLine(round(self.y(each), 1), _north(each))
            for each in _multiples(self.south, self.north, step)
        ]

    def scale(self) -> Scale:
        """The longest round distance that the bar can be, along the middle latitude."""
        km_of_unit = _KM_OF_DEGREE / self.unit
        rounds = (base * 10**power for power in count() for base in (1, 2, 5))
        km = 1
        for each in rounds:
            if each / km_of_unit > _BAR:
                break
            km = each
        return Scale(round(km / km_of_unit, 1), km)


def view_of(positions: Iterable[Position], *, width: float = WIDTH) -> View:
    """The view in which all these positions stand, with some room around them.

    Their longitudes are taken the short way round, over the 180th meridian where that is shorter.
    Without any, the whole earth.
    """
    found = list(positions)
    if not found:
        return View(-_HALF_CIRCLE, -60.0, _HALF_CIRCLE, _LIMIT, width)
    west, east = _arc([each.longitude for each in found])
    south = min(each.latitude for each in found)
    north = max(each.latitude for each in found)
    middle = Position((north + south) / 2, (west + east) / 2)
    squeeze = max(cos(radians(middle.latitude)), 0.15)
    high = max(LEAST_DEGREES, (north - south) * (1 + 2 * _EDGE))
    wide = max(high * _STEEPEST, (east - west) * squeeze * (1 + 2 * _EDGE))
    high = max(high, wide / _FLATTEST)
    return _framed(middle, high, wide / squeeze, width)


def around(position: Position, degrees: float, *, width: float = WIDTH, flat: float = 1.6) -> View:
    """The view of so many degrees of latitude around a position; ``flat`` times as wide as high."""
    squeeze = max(cos(radians(position.latitude)), 0.15)
    return _framed(position, degrees, degrees * flat / squeeze, width)


def _framed(middle: Position, high: float, wide: float, width: float) -> View:
    """The view around a middle, moved so that it shows no pole, and not more than the earth."""
    high, wide = min(high, 2 * _LIMIT), min(wide, _CIRCLE)
    south = max(-_LIMIT, min(middle.latitude - high / 2, _LIMIT - high))
    west = middle.longitude - wide / 2
    return View(
        round(west, 2), round(south, 2), round(west + wide, 2), round(south + high, 2), width
    )


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """From the westernmost to the easternmost, the short way round."""
    ordered = sorted({each % _CIRCLE for each in longitudes})
    gaps = [(later - earlier, later) for earlier, later in pairwise(ordered)]
    gaps.append((ordered[0] + _CIRCLE - ordered[-1], ordered[0]))
    gap, west = max(gaps)
    west = west - _CIRCLE if west > _HALF_CIRCLE else west
    return west, west + _CIRCLE - gap


def _net_step(least: float) -> int:
    """The round number of degrees between two lines."""
    return next((each for each in (1, 2, 5, 10, 20, 30) if each >= least), 60)


def _multiples(low: float, high: float, step: int) -> list[int]:
    return list(range(ceil(low / step) * step, int(high // 1) + 1, step))


def _east(longitude: int) -> str:
    turned = (longitude + 180) % 360 - 180
    if turned in (0, -180):
        return f"{abs(turned)}°"
    return east_in_words(turned)


def _north(latitude: int) -> str:
    return north_in_words(latitude) if latitude else "0°"


def east_in_words(longitude: float) -> str:
    """“30.3° E”: as many digits as are given."""
    degrees = f"{abs(longitude):g}"
    if longitude < 0:
        return _("%(degrees)s° W") % {"degrees": degrees}
    return _("%(degrees)s° E") % {"degrees": degrees}


def north_in_words(latitude: float) -> str:
    """“59.9° N”."""
    degrees = f"{abs(latitude):g}"
    if latitude < 0:
        return _("%(degrees)s° S") % {"degrees": degrees}
    return _("%(degrees)s° N") % {"degrees": degrees}
