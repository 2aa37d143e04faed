"""Chains of links from one person to another: the shortest, and those that come next.

The search goes out from both ends, a step at a time from where fewer persons were reached last,
until they meet. Of the chains of one length the best come first: fewer steps that are only
possible, then more independent witnesses, then smaller bodies and events, then by the names.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import NamedTuple

from prosopography.models import Person

from .keys import keyed
from .link_claims import TooManyError
from .links import Filter, Link, Reader, cost, rank, turned

#: The longest chain that is looked for.
LONGEST = 6
#: How many chains are told.
MOST_CHAINS = 5
#: Where more persons than this were reached last, it is not searched on for the sake of chains
#: that are longer than one that is found.
_WIDE = 50

_Cost = tuple[int, int, int]
_NOTHING: _Cost = (0, 0, 0)


class Chain(NamedTuple):
    """Persons, by their keys, and the links of each to the next, in the order in which they are told."""

    persons: tuple[int, ...]
    steps: list[list[Link]]

    @property
    def certain(self) -> bool:
        """Whether every step is."""
        return all(any(link.certain for link in links) for links in self.steps)


@dataclass(frozen=True)
class Found:
    """What a search found."""

    chains: list[Chain]  # the best first
    searched: int  # every chain of at most so many steps was looked at
    apart: bool  # there is no chain, however long


@dataclass
class _Links:
    """The links of the persons who were asked about so far, by whom they lead to."""

    reader: Reader
    certain: bool
    of: dict[int, dict[int, list[Link]]] = field(default_factory=dict)

    def load(self, persons: Collection[int]) -> None:
        """Reads the links of those of whom they are not known yet; the queries of ``Reader.links``."""
        for one, links in self.reader.links(set(persons) - self.of.keys()).items():
            others = self.of[one] = dict[int, list[Link]]()
            for link in links:
                if link.certain or not self.certain:
                    others.setdefault(link.other, []).append(link)

    def between(self, one: int, other: int) -> list[Link]:
        """The links of one person to another, of whom one at least was asked about."""
        if one in self.of:
            return self.of[one][other]
        return [turned(link) for link in self.of[other][one]]


@dataclass
class _End:
    """One end of the chains."""

    walks: list[set[int]]  # where one can be after so many steps
    last: set[int]  # who was reached by the last step, and not before
    seen: set[int]

    def go_on(self, links: _Links) -> None:
        """A step more from everybody who was reached last."""
        links.load(self.last)
        self.walks.append({other for one in self.walks[-1] for other in links.of[one]})
        self.last = self.walks[-1] - self.seen
        self.seen |= self.last


def chains(
    one: int,
    other: int,
    only: Filter,
    *,
    certain: bool = False,
    longest: int = LONGEST,
    most: int = MOST_CHAINS,
) -> Found:
    """The chains between two different persons.

    ``certain`` counts certain links alone. The queries of ``Reader.links`` for each step, and one for
    each length at which there are chains.
    """
    links = _Links(Reader(only), certain)
    ends = [_End([{key}], {key}, {key}) for key in (one, other)]
    found: list[Chain] = []
    for length in range(1, longest + 1):
        end = min(ends, key=lambda each: (len(each.last), len(each.walks)))
        if found and len(end.last) > _WIDE:
            return Found(found, length - 1, apart=False)
        try:
            end.go_on(links)
        except TooManyError:
            return Found(found, length - 1, apart=False)
        if not end.last and not {one, other} <= end.seen:
            return Found([], length, apart=True)
        found += _of_length(ends, links, most - len(found))
        if len(found) == most:
            return Found(found, length, apart=False)
    return Found(found, longest, apart=False)


def _of_length(ends: list[_End], links: _Links, most: int) -> list[Chain]:
    """The best chains that are as long as both ends have gone together; one query if there are any."""
    layers = _layers(ends, links)
    if not layers[0]:
        return []
    graph = _Graph(layers, len(ends[0].walks) - 1, links)
    return [
        Chain(
            persons,
            [sorted(links.between(*pair), key=rank) for pair in pairwise(persons)],
        )
        for persons in islice(graph.chains(), most)
    ]


def _layers(ends: list[_End], links: _Links) -> list[set[int]]:
    """Who can stand at each place of a walk of this length from the one end to the other."""
    front, back = (end.walks for end in ends)
    layers = [front[-1] & back[-1]]
    for walk in reversed(front[:-1]):
        layers.insert(0, {one for one in walk if not links.of[one].keys().isdisjoint(layers[0])})
    for walk in reversed(back[:-1]):
        layers.append({one for one in walk if not links.of[one].keys().isdisjoint(layers[-1])})
    return layers


class _Graph:
    """The walks of one length, with what each step costs at least."""

    def __init__(self, layers: list[set[int]], met: int, links: _Links) -> None:
        """``met`` is the place where both ends met: up to there, links are known from the left."""
        self.layers = layers
        self.met = met
        self.links = links
        everybody = Person.objects.filter(keyed("pk", set().union(*layers))).order_by()
        self.names = dict(everybody.values_list("pk", "slug"))
        self.costs: dict[tuple[int, int], _Cost] = {}
        self.left = self._left()

    def chains(self) -> Iterator[tuple[int, ...]]:
        """Those walks that come to nobody twice, the best first."""
        [start] = self.layers[0]
        heap: list[tuple[_Cost, tuple[str, ...], _Cost, tuple[int, ...]]] = []
        heappush(heap, (self.left[0][start], (self.names[start],), _NOTHING, (start,)))
        while heap:
            _, names, so_far, persons = heappop(heap)
            place = len(persons) - 1
            if place == len(self.layers) - 1:
                yield persons
                continue
            for other in self._next(place, persons[-1]):
                if other not in persons:
                    paid = _sum(so_far, self._cost(persons[-1], other))
                    least = _sum(paid, self.left[place + 1][other])
                    more = (*names, self.names[other])
                    heappush(heap, (least, more, paid, (*persons, other)))

    def _left(self) -> list[dict[int, _Cost]]:
        """What the way from each person at each place to the end costs at least."""
        [end] = self.layers[-1]
        left = [{end: _NOTHING}]
        for place in range(len(self.layers) - 2, -1, -1):
            after = left[0]
            before = {
                one: min(
                    _sum(self._cost(one, other), after[other]) for other in self._next(place, one)
                )
                for one in self.layers[place]
            }
            left.insert(0, before)
        return left

    def _next(self, place: int, one: int) -> Iterable[int]:
        """Who can come after a person at a place."""
        others = self.layers[place + 1]
        if place < self.met:
            return self.links.of[one].keys() & others
        return [other for other in others if one in self.links.of[other]]

    def _cost(self, one: int, other: int) -> _Cost:
        pair = (one, other)
        if pair not in self.costs:
            self.costs[pair] = min(cost(link) for link in self.links.between(*pair))
        return self.costs[pair]


def _sum(one: _Cost, other: _Cost) -> _Cost:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
