"""What a question is made of: the tree, and its leaves as they are read (see docs/questions.md)."""

from dataclasses import dataclass, field
from enum import StrEnum

from prosopography.dates import Bounds, Calendar, Span

from ..links import LARGEST, LINKS


class Match(StrEnum):
    """How surely a person answers."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Named:
    """A row that a question names: as it is asked for, and as the record calls it."""

    slug: str
    key: int
    label: str


@dataclass(frozen=True)
class When:
    """A relation to a date; ``text`` is the date as it is asked for, ``span`` its days."""

    relation: str  # on, overlaps, before, after, during
    text: str
    calendar: Calendar
    span: Span


@dataclass(frozen=True)
class Pattern:
    """What one claim must satisfy. An empty part asks nothing."""

    kind: tuple[str, ...] = ()
    role: tuple[Named, ...] = ()
    organisation: tuple[Named, ...] = ()
    event: tuple[Named, ...] = ()
    place: tuple[Named, ...] = ()
    exact: bool = False
    person: tuple[Named, ...] = ()
    converse: bool = False
    source: tuple[Named, ...] = ()
    attributed_to_source: tuple[Named, ...] = ()
    attributed_to_person: tuple[Named, ...] = ()
    name: tuple[str, ...] = ()
    text: str = ""
    date: When | None = None
    calendar: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    rank: tuple[str, ...] = ()
    independent_witnesses: int = 0
    doubtful: bool = True


@dataclass(frozen=True)
class Node:
    """A node of the tree; ``path`` is where it stands in the question: all[1].not."""

    path: str


@dataclass(frozen=True)
class All(Node):
    """Every part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Some(Node):
    """One part at least holds (``any`` in the question)."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not(Node):
    """The part does not hold."""

    part: Node


@dataclass(frozen=True)
class Claimed(Node):
    """One claim about the person satisfies a pattern (``assertion``)."""

    pattern: Pattern


@dataclass(frozen=True)
class Listed(Node):
    """The person is in a list (``persons``)."""

    persons: tuple[Named, ...]


@dataclass(frozen=True)
class OverlapsWith(Node):
    """The person served in the same body at the same time as another."""

    person: Named
    organisation: tuple[Named, ...] = ()
    role: tuple[Named, ...] = ()
    exact: bool = False


#: How many links a question follows at most, and how many persons a body or event may have.
MOST_WITHIN = 3
MOST_LARGEST = 1000


@dataclass(frozen=True)
class LinkedTo(Node):
    """Few links join the person to another."""

    person: Named
    within: int = 1
    by: tuple[str, ...] = LINKS
    largest: int = LARGEST


@dataclass(frozen=True)
class OwnDate:
    """A side of a comparison: the dates of such claims about the person.

    ``said`` is “birth” or “death” where the question says it so.
    """

    pattern: Pattern
    said: str = ""


@dataclass(frozen=True)
class EventDate:
    """When an event occurred."""

    event: Named


@dataclass(frozen=True)
class FixedDate:
    """A date that the question gives."""

    text: str
    calendar: Calendar
    bounds: Bounds


Side = OwnDate | EventDate | FixedDate


@dataclass(frozen=True)
class Compare(Node):
    """Two dates, or an age and a number of years, stand in a relation.

    With ``years`` the left side is the act at which the age is asked for.
    """

    left: Side
    operator: str  # of dates <, >, =; of ages <, <=, =, >=, >
    right: Side | None
    years: int | None = None


Leaf = Claimed | Listed | OverlapsWith | LinkedTo | Compare


@dataclass(frozen=True)
class Question:
    """A question: its tree, and how surely whoever answers must."""

    root: Node
    match: Match = Match.POSSIBLE  # CERTAIN: only these
    canonical: str = field(default="", compare=False)  # as JSON, the same for the same question


def leaves(node: Node) -> list[Leaf]:
    """The leaves below a node, in the order of the question."""
    match node:
        case All(parts=parts) | Some(parts=parts):
            return [leaf for part in parts for leaf in leaves(part)]
        case Not(part=part):
            return leaves(part)
    return [node]  # type: ignore[list-item]
