"""Who is in a network, and by what they are linked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from prosopography.models import Assertion, Person

from ..address import visible
from ..keys import keyed
from ..links import Filter, Link, Reader, strength, turned
from ..script import converse_label_of, label_of

#: How many persons are drawn, and how many are given to programs.
MOST_DRAWN, MOST_GIVEN = 150, 1000


@dataclass(frozen=True)
class Node:
    """A person of the network."""

    person: Any  # a Person; a body or an event where these are what is linked
    distance: int | None  # how many links from the person in the middle; None in a group
    certain: bool  # whether certain links lead there; in a group, whether it surely belongs to it


@dataclass(frozen=True)
class Way:
    """One link of two persons, in short."""

    by: str
    certain: bool
    row: Any  # the body, the event, the role
    label: str  # what it is called, from the side of the first of the two
    turned: str  # from the side of the other
    claims: tuple[str, ...]  # their identifiers


@dataclass(frozen=True)
class Tie:
    """All that links two persons."""

    one: Any
    other: Any
    ways: tuple[Way, ...]  # the strongest first

    @property
    def certain(self) -> bool:
        """Whether one of the links is."""
        return self.ways[0].certain

    @property
    def by(self) -> tuple[str, ...]:
        """The sorts of its links, that of the strongest first."""
        return tuple(dict.fromkeys(way.by for way in self.ways))


@dataclass(frozen=True)
class Network:
    """Persons, and what links them."""

    nodes: list[Node]  # by distance, then by name
    ties: list[Tie]  # in the order of their persons
    left_out: int  # how many persons more there are


def around(
    person: Person,
    steps: int,
    only: Filter,
    *,
    certain: bool = False,
    among: bool = False,
    most: int = MOST_GIVEN,
) -> Network:
    """Whom at most so many links lead to from a person, and these links.

    ``among`` adds the links of the farthest to one another. ``certain`` counts certain links alone.
    Of too many, the nearest and the most strongly linked are in it. The queries of
    ``Reader.links`` for each step and for ``among``, and two more.
    """
    reader = Reader(only)
    distance, sure = {person.pk: 0}, {person.pk}
    best: dict[int, Link] = {}
    links: list[Link] = []
    front = {person.pk}
    for step in range(1, steps + 1):
        found = _flat(reader.links(front), certain)
        links += found
        for link in found:
            if distance.setdefault(link.other, step) == step:
                best[link.other] = min(best.get(link.other, link), link, key=strength)
        sure |= {link.other for link in found if link.certain and link.one in sure}
        front = {key for key, far in distance.items() if far == step}
    nearest = sorted(best, key=lambda key: (distance[key], strength(best[key])))
    chosen = {person.pk, *nearest[: most - 1]}
    if among:
        last = {key for key in chosen if distance[key] == steps}
        links += _flat(reader.links(last, chosen), certain)
    return _network(
        links,
        {key: (distance[key], key in sure) for key in chosen},
        left_out=len(distance) - len(chosen),
    )


def within(
    certain_keys: Collection[int],
    possible_keys: Collection[int],
    only: Filter,
    *,
    certain: bool = False,
    most: int = MOST_GIVEN,
) -> Network:
    """The links within a group, of which some are only possibly members.

    Of too many, those who surely belong come first, then by their names. The queries of
    ``Reader.links`` and two more; two besides if there are too many.
    """
    ordered = [*_by_name(certain_keys, most), *_by_name(possible_keys, most)]
    chosen = ordered[:most]
    links = _flat(Reader(only).links(chosen, set(chosen)), certain)
    number = len(certain_keys) + len(possible_keys)
    sure = set(certain_keys)
    return _network(
        links, {key: (None, key in sure) for key in chosen}, left_out=number - len(chosen)
    )


def _by_name(keys: Collection[int], most: int) -> list[int]:
    """The first of these persons, by their names; one query where there are too many."""
    if len(keys) <= most:
        return sorted(keys)
    rows = visible(Person).filter(keyed("pk", keys)).order_by("sort_label", "slug")
    return list(rows.values_list("pk", flat=True)[:most])


def _flat(found: dict[int, list[Link]], certain: bool) -> list[Link]:
    return [link for links in found.values() for link in links if link.certain or not certain]


def _network(
    links: Iterable[Link], persons: dict[int, tuple[int | None, bool]], *, left_out: int
) -> Network:
    """The network of these persons; two queries."""
    rows = visible(Person).in_bulk(persons)
    nodes = [Node(rows[key], *persons[key]) for key in rows]
    nodes.sort(key=lambda node: (node.distance or 0, *_name(node.person)))
    place = {node.person.pk: at for at, node in enumerate(nodes)}
    pairs: dict[tuple[int, int], set[Link]] = {}
    for link in links:
        # Each link is found from both its ends: that from the first of the two is kept.
        if link.one in place and link.other in place:
            one, other = sorted((link.one, link.other), key=lambda key: place[key])
            kept = link if link.one == one else turned(link)
            pairs.setdefault((one, other), set()).add(kept)
    names = _Names({link for found in pairs.values() for link in found})
    ties = [
        Tie(rows[one], rows[other], tuple(names.way(link) for link in sorted(found, key=strength)))
        for (one, other), found in sorted(
            pairs.items(), key=lambda each: (place[each[0][0]], place[each[0][1]])
        )
    ]
    return Network(nodes, ties, left_out)


def _name(person: Person) -> tuple[str, str]:
    return person.sort_label.casefold(), person.slug


class _Names:
    """What links go through, and the identifiers of their claims."""

    def __init__(self, links: Collection[Link]) -> None:
        """One query."""
        keys = {key for link in links for key in link.claims}
        claims: Any = Assertion.objects.public().filter(keyed("pk", keys)).order_by()
        named = claims.select_related("role", "organisation", "event")
        self.claims: dict[int, Assertion] = {claim.pk: claim for claim in named}

    def way(self, link: Link) -> Way:
        """A link in short."""
        claims = [self.claims[key] for key in link.claims]
        identifiers = tuple(claim.identifier for claim in claims)
        if link.by != "relationship":
            row = getattr(claims[0], link.by)
            label = label_of(row)
            return Way(link.by, link.certain, row, label, label, identifiers)
        role: Any = claims[0].role
        is_first = claims[0].person_id == link.one
        own, other = label_of(role), converse_label_of(role)
        labels = (own, other) if is_first else (other, own)
        return Way(link.by, link.certain, role, *labels, identifiers)
