"""The people around somebody: those most strongly linked, and by what."""

from dataclasses import dataclass
from typing import Any

from prosopography.models import Person

from .link_claims import TooManyError
from .links import EVERYTHING
from .network import around
from .network.network import Way

#: So many persons stand on the page; the page of the network has the others.
MOST_PEOPLE = 12
#: So many links of each are named.
MOST_WAYS = 3


@dataclass(frozen=True)
class Near:
    """Somebody, and what links the two, the strongest first."""

    person: Person
    certain: bool
    ways: tuple[Way, ...]
    more: int  # how many links are not named


@dataclass(frozen=True)
class People:
    """The people around somebody."""

    rows: list[Near]
    total: int  # with those who are not named
    is_too_large: bool = False  # whether they are too many to be looked through for a page

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.rows)


def people_around(person: Person) -> People:
    """Those whom a relationship, a body at the same time or an event links to a person.

    The most strongly linked first: certain links before possible ones, better witnessed before
    others, relationships and small bodies before large ones (``links.strength``). Eleven queries,
    fewer where there is nothing; none of them for each person.
    """
    try:
        network = around(person, 1, EVERYTHING, most=MOST_PEOPLE + 1)
    except TooManyError:
        return People([], 0, is_too_large=True)
    rows = [_near(tie, person) for tie in network.ties if person in (tie.one, tie.other)]
    rows.sort(key=_strength)
    total = len(network.nodes) - 1 + network.left_out
    return People(rows, total)


def _near(tie: Any, person: Person) -> Near:
    other = tie.other if tie.one == person else tie.one
    seen: dict[tuple[str, str], Way] = {}
    for way in tie.ways:
        seen.setdefault((way.by, way.label), way)
    ways = tuple(seen.values())
    return Near(other, tie.certain, ways[:MOST_WAYS], max(0, len(ways) - MOST_WAYS))


def _strength(near: Near) -> tuple[bool, int, int, str]:
    sorts = ("relationship", "organisation", "event")
    return (
        not near.certain,
        sorts.index(near.ways[0].by),
        -len(near.ways) - near.more,
        near.person.sort_label.casefold(),
    )
