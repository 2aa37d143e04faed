"""The outline of the land, from public-domain data that were reduced once (see ``docs/map.md``)."""

import json
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from .view import View

_FILE = Path(__file__).parent / "land.json"
#: The file counts in tenths of a degree.
_TENTHS = 10.0
_TURN = 360.0
#: Points of the coast that are nearer to one another are drawn as one, in units.
_SEEN = 2

Point = tuple[float, float]


class Ring(NamedTuple):
    """A coast that closes, in degrees east and north, and the box in which it lies."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@cache
def rings() -> tuple[Ring, ...]:
    """All coasts; those of inland seas too, which lie within that of their land."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_ring(steps) for steps in data["rings"])


@lru_cache(maxsize=64)
def outline(view: View) -> str:
    """The land in a view as the path of a drawing, to be filled by the even-odd rule.

    It ends at the sides of the view. The same view gives the same path.
    """
    parts = []
    for ring in rings():
        for turn in (-_TURN, 0.0, _TURN):
            if ring.south > view.north or ring.north < view.south:
                continue
            if ring.west + turn > view.east or ring.east + turn < view.west:
                continue
            parts.append(_path(_clipped(ring, turn, view), view))
    return "".join(parts)


def _ring(steps: list[int]) -> Ring:
    east = north = 0
    points = []
    for at in range(0, len(steps), 2):
        east, north = east + steps[at], north + steps[at + 1]
        points.append((east / _TENTHS, north / _TENTHS))
    easts, norths = [each[0] for each in points], [each[1] for each in points]
    return Ring(tuple(points), min(easts), min(norths), max(easts), max(norths))


def _clipped(ring: Ring, turn: float, view: View) -> list[Point]:
    """What of a coast lies in the view (Sutherland and Hodgman: cut at one side after the other)."""
    points = [(east + turn, north) for east, north in ring.points]
    for axis, limit, sign in (
        (0, view.west, 1),
        (0, view.east, -1),
        (1, view.south, 1),
        (1, view.north, -1),
    ):
        points = _cut(points, axis, limit, sign)
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """What lies on the inner side of one line: above the limit where the sign is 1, else below."""
    kept: list[Point] = []
    for one, other in zip([*points[-1:], *points[:-1]], points, strict=True):
        before, after = (one[axis] - limit) * sign, (other[axis] - limit) * sign
        if (before < 0 < after) or (after < 0 < before):
            share = before / (before - after)
            kept.append(
                (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)
            )
        if after >= 0:
            kept.append(other)
    return kept


def _far(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two points are so far apart that a reader could tell them from one."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) >= _SEEN


def _path(points: list[Point], view: View) -> str:
    """A closed line of whole units; empty where nothing of it could be seen."""
    across = view.unit * view.squeeze
    placed: list[tuple[int, int]] = []
    for east, north in points:
        point = round((east - view.west) * across), round(view.y(north))
        if not placed or _far(placed[-1], point):
            placed.append(point)
    if len(placed) < 3:
        return ""
    x, y = placed[0]
    steps = [f"{one[0] - before[0]} {one[1] - before[1]}" for before, one in pairwise(placed)]
    return f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-")
