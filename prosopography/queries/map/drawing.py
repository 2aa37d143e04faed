"""A map as a drawing: the land, a net of degrees, and a circle for each place.

The surface of a circle says how many there are, its sectors of which layers; a name stands beside it
wherever it is on nothing else. The same places give the same drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from ..script import label_of
from ..timeline.lanes import width_of
from .land import outline
from .sites import Site
from .view import NetLine, Scale, View

#: So many places are drawn, the largest.
MOST_DRAWN = 300
#: The radius of a circle for one, as far as the largest becomes no wider than the most.
_OF_ONE, _LEAST, _MOST = 6.5, 5.0, 30.0
#: The height of a line of names, and how far it stands from its circle.
_LINE, _SPACE = 15.0, 4.0
#: How much larger names are written for a narrow screen, where the drawing is scaled down.
_NARROW = 2.4
#: Of a circle, from its top.
_TOP, _ROUND = -pi / 2, 2 * pi


class Sector(NamedTuple):
    """A layer's share of a circle."""

    layer: str
    path: str  # around the middle of the circle; empty for the whole circle


class Label(NamedTuple):
    """A name, and where it stands."""

    text: str
    x: float
    y: float
    anchor: str  # start, middle or end


@dataclass(frozen=True)
class Circle:
    """A place on the map."""

    site: Site
    x: float
    y: float
    radius: float
    sectors: list[Sector]
    label: Label | None


class Measure(NamedTuple):
    """A circle of the legend: how large so many are."""

    number: int
    radius: float
    size: float  # of the drawing around it


@dataclass(frozen=True)
class Drawing:
    """The whole map."""

    view: View
    land: str  # a path, filled by the even-odd rule
    meridians: list[NetLine]
    parallels: list[NetLine]
    scale: Scale
    circles: list[Circle]  # the largest first
    narrow: list[Label]  # the names for a narrow screen: larger letters, and so fewer of them
    measures: list[Measure]
    outside: int  # how many places lie outside of the view
    left_out: int  # how many more there are than are drawn

    @property
    def layers(self) -> list[str]:
        """The layers that occur."""
        found = {sector.layer for circle in self.circles for sector in circle.sectors}
        return sorted(found)


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Whether the two have something in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def drawing(found: list[Site], view: View) -> Drawing:
    """The drawing of these places, which come the largest first, in a view; no query."""
    seen = [each for each in found if each.position and view.holds(each.position)]
    drawn = seen[:MOST_DRAWN]
    most = max((each.total for each in drawn), default=1)
    unit = min(_OF_ONE, _MOST / sqrt(most))
    bare = [_circle(each, view, unit) for each in drawn]
    circles = _labelled(bare, view)
    narrow = _labelled(bare, view, _NARROW)
    return Drawing(
        view=view,
        land=outline(view),
        meridians=view.meridians(),
        parallels=view.parallels(),
        scale=view.scale(),
        circles=circles,
        narrow=[circle.label for circle in narrow if circle.label],
        measures=_measures(most, unit),
        outside=len(found) - len(seen),
        left_out=len(seen) - len(drawn),
    )


def _circle(site: Site, view: View, unit: float) -> Circle:
    assert site.position is not None  # noqa: S101 -- only these are drawn
    x, y = view.x(site.position.longitude), view.y(site.position.latitude)
    radius = round(max(_LEAST, unit * sqrt(site.total)), 1)
    return Circle(site, round(x, 1), round(y, 1), radius, list(_sectors(site, radius)), None)


def _sectors(site: Site, radius: float) -> Iterator[Sector]:
    counts = site.counts
    if len(counts) == 1:
        yield Sector(next(iter(counts)), "")
        return
    angle = _TOP
    for layer, number in counts.items():
        turn = _ROUND * number / site.total
        x, y = radius * cos(angle), radius * sin(angle)
        angle += turn
        u, v = radius * cos(angle), radius * sin(angle)
        far = int(turn > pi)
        yield Sector(layer, f"M0 0L{x:.1f} {y:.1f}A{radius} {radius} 0 {far} 1 {u:.1f} {v:.1f}z")


def _labelled(circles: list[Circle], view: View, size: float = 1.0) -> list[Circle]:
    """The same circles with their names, those of the largest places before the others.

    ``size`` is that of the letters.
    """
    taken = [
        _Box(each.x - each.radius, each.y - each.radius, each.x + each.radius, each.y + each.radius)
        for each in circles
    ]
    result = []
    for at, circle in enumerate(circles):
        others = [*taken[:at], *taken[at + 1 :]]
        label = next(
            (
                label
                for label, box in _places(circle, size)
                if _inside(box, view) and not any(box.meets(other) for other in others)
            ),
            None,
        )
        if label is not None:
            taken.append(_box(label, size))
        result.append(Circle(circle.site, circle.x, circle.y, circle.radius, circle.sectors, label))
    return result


def _places(circle: Circle, size: float) -> Iterator[tuple[Label, _Box]]:
    """Where the name can stand, the best place first."""
    text, away = f"{label_of(circle.site.place)} {circle.site.total}", circle.radius + _SPACE
    slant = away * 0.75
    for x, y, anchor in (
        (away, 4.0 * size, "start"),
        (-away, 4.0 * size, "end"),
        (slant, -slant, "start"),
        (slant, slant + 8 * size, "start"),
        (-slant, -slant, "end"),
        (-slant, slant + 8 * size, "end"),
        (0.0, -away, "middle"),
        (0.0, away + 9 * size, "middle"),
    ):
        label = Label(text, round(circle.x + x, 1), round(circle.y + y, 1), anchor)
        yield label, _box(label, size)


def _box(label: Label, size: float = 1.0) -> _Box:
    width = width_of(label.text) * size
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return _Box(left, label.y - (_LINE - 3) * size, left + width, label.y + 3 * size)


def _inside(box: _Box, view: View) -> bool:
    return box.left >= 0 and box.right <= view.width and box.top >= 0 and box.bottom <= view.height


def _measures(most: int, unit: float) -> list[Measure]:
    """One, the largest, and something between, side by side."""
    between = round(most / 4) or 1
    radii = {
        number: round(max(_LEAST, unit * sqrt(number)), 1) for number in sorted({1, between, most})
    }
    return [Measure(number, radius, 2 * radius + 2) for number, radius in radii.items()]
