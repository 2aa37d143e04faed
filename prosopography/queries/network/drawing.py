"""A network as a drawing: everybody on an oval, a person in the middle if it is about one.

Those of one community stand beside one another, and the nearest to the middle before the farther.
Each name stands outside of the oval, level and in a row of its own, so that none is on another.
"""

from dataclasses import dataclass
from math import sqrt

from django.utils.translation import gettext as _

from ..script import label_of
from .communities import communities
from .network import Network, Node, Tie
from .oval import Seat, curve, half_height, half_width, row_height, seats

#: From one name of a side to the next at least, and how many letters of a name are written.
_ROW, _MOST_LETTERS = 17.0, 36
#: In the middle of the oval.
_MIDDLE = Seat(0.0, 0.0, is_left=False)
#: Of more lines than this the sort is told by their width and colour alone, and they are fainter.
_MOST_MARKED = 150


@dataclass(frozen=True)
class Spot:
    """Where a person stands."""

    node: Node
    x: float
    y: float
    radius: float
    is_left: bool  # its name ends at the spot, and does not begin there
    label: str
    title: str

    @property
    def middle(self) -> bool:
        """Whether it is the person whom the network is about."""
        return self.node.distance == 0


@dataclass(frozen=True)
class Line:
    """What is drawn of a tie."""

    tie: Tie
    number: int  # its place among the ties, from 1
    path: str
    marks: tuple[tuple[str, float, float], ...]  # the sorts of its links, and where each is marked
    title: str


@dataclass(frozen=True)
class Drawing:
    """The whole drawing, around its middle at 0, 0."""

    left: float  # from the middle to each side, and to the top
    top: float
    lines: list[Line]
    spots: list[Spot]

    @property
    def width(self) -> float:
        """From side to side."""
        return 2 * self.left

    @property
    def height(self) -> float:
        """From the top to the foot."""
        return 2 * self.top

    @property
    def is_dense(self) -> bool:
        """Whether the lines are so many that each is drawn fainter."""
        return len(self.lines) > _MOST_MARKED

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of links that occur, for the legend."""
        return frozenset(line.tie.by[0] for line in self.lines)


def drawing(network: Network) -> Drawing:
    """The drawing of a network; no query. The same network gives the same drawing."""
    order = _order(network)
    row = row_height(len(order), _ROW)
    around = seats(len(order), row)
    places = dict.fromkeys(
        (node.person.pk for node in network.nodes if node.distance == 0), _MIDDLE
    ) | dict(zip(order, around, strict=True))
    degree = dict.fromkeys(places, 0)
    for tie in network.ties:
        degree[tie.one.pk] += 1
        degree[tie.other.pk] += 1
    spots = [_spot(node, places[node.person.pk], degree[node.person.pk]) for node in network.nodes]
    is_marked = len(network.ties) <= _MOST_MARKED
    return Drawing(
        half_width([places[spot.node.person.pk] for spot in spots], [spot.label for spot in spots]),
        half_height(around, 2 * _ROW),
        [_line(tie, at, places, is_marked) for at, tie in enumerate(network.ties, start=1)],
        spots,
    )


def _order(network: Network) -> list[int]:
    """Who stands on the oval, by distance, community and name."""
    nodes = [node for node in network.nodes if node.distance != 0]
    place = {node.person.pk: at for at, node in enumerate(nodes)}
    weights = {
        (place[tie.one.pk], place[tie.other.pk]): float(len(tie.ways))
        for tie in network.ties
        if tie.one.pk in place and tie.other.pk in place
    }
    found = communities(len(nodes), weights)
    ordered = sorted(range(len(nodes)), key=lambda at: (nodes[at].distance or 0, found[at], at))
    return [nodes[at].person.pk for at in ordered]


def _spot(node: Node, place: Seat, degree: int) -> Spot:
    label = label_of(node.person)
    pattern = (
        _("%(person)s: linked with %(n)d")
        if node.certain
        else _("%(person)s: linked with %(n)d; only possibly in this network")
    )
    return Spot(
        node,
        place.x,
        place.y,
        round(3.5 + min(4.5, sqrt(degree) * 0.6), 1),
        place.is_left,
        label if len(label) <= _MOST_LETTERS else f"{label[: _MOST_LETTERS - 1].rstrip()}…",
        pattern % {"person": label, "n": degree},
    )


def _line(tie: Tie, number: int, places: dict[int, Seat], is_marked: bool) -> Line:
    one, other = places[tie.one.pk], places[tie.other.pk]
    drawn = curve(one, other)
    # Marked beyond the middle, where all lines of a person come together.
    marks = tuple(
        (sort, *drawn.at(0.62 + 0.07 * at)) for at, sort in enumerate(tie.by if is_marked else ())
    )
    return Line(tie, number, drawn.path, marks, in_words(tie))


def in_words(tie: Tie) -> str:
    """“Ivar Smilga and Leon Trotsky: Central Committee; supporter of (possible)”."""
    said = [
        way.label if way.certain else _("%(link)s (possible)") % {"link": way.label}
        for way in tie.ways
    ]
    return _("%(one)s and %(other)s: %(links)s") % {
        "one": label_of(tie.one),
        "other": label_of(tie.other),
        "links": "; ".join(said),
    }
