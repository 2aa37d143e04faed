"""Whom few links lead to from one person: how surely, and by what claims.

It goes out step by step, along all links and along the certain ones alone, body by body and event
by event. Of each who is reached only the strongest last link is kept, and who is settled is not
weighed again.
"""

from dataclasses import dataclass, field

from .link_claims import Budget
from .links import Filter, Link, Place, Reader, across, strength


@dataclass(frozen=True)
class Spread:
    """The last link of a chain to each person: of a shortest one, and of a shortest certain one.

    The person from whom it goes out is not in it.
    """

    person: int
    anyhow: dict[int, Link] = field(default_factory=dict)
    certain: dict[int, Link] = field(default_factory=dict)

    @property
    def verdicts(self) -> dict[int, bool]:
        """Who is reached, and whether certain links alone lead there."""
        return {other: other in self.certain for other in self.anyhow}

    def claims(self, other: int) -> tuple[int, ...]:
        """The keys of the claims of the chain to somebody who is reached, in its order.

        It is the shortest certain one, or else the shortest.
        """
        last = self.certain if other in self.certain else self.anyhow
        chain: list[Link] = []
        while other != self.person:
            chain.append(last[other])
            other = last[other].one
        return tuple(claim for link in reversed(chain) for claim in link.claims)


def spread(person: int, within: int, only: Filter) -> Spread:
    """Whom at most so many links lead to from a person.

    The queries of ``Reader.links`` for each step. Raises TooManyError.
    """
    found = Spread(person)
    reader = Reader(only)
    known = _Known(reader)
    anyhow, certain = {person}, {person}
    for _ in range(within):
        last = anyhow | certain
        known.read(last)
        step = _Step(found, anyhow, certain, reader.budget)
        for one in last:
            for link in known.related[one]:
                step.add(link)
        for place in known.places:
            if not last.isdisjoint(place.members):
                step.cross(place)
        anyhow, certain = step.done()
    return found


class _Known:
    """The relationships of those who were reached, and the bodies and events that they were in."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.related: dict[int, list[Link]] = {}
        self.places: list[Place] = []

    def read(self, persons: set[int]) -> None:
        """Reads what is not known yet of these persons; the queries of ``Reader.links``."""
        new = persons - self.related.keys()
        self.related |= {person: [] for person in new}
        if new:
            for link in self.reader.related(new):
                self.related[link.one].append(link)
            self.places += self.reader.places(new, once=True)


class _Step:
    """One step further from those who were reached last."""

    def __init__(self, found: Spread, anyhow: set[int], certain: set[int], budget: Budget) -> None:
        """``anyhow`` and ``certain`` were reached last, along all links and certain ones alone."""
        self.found = found
        self.anyhow, self.certain = anyhow, certain
        self.budget = budget
        self.new: dict[int, Link] = {}
        self.sure: dict[int, Link] = {}

    def cross(self, place: Place) -> None:
        """Adds the links through a body or event to those who are not settled."""
        members = place.members.keys()
        certain = members & self.certain & place.sure
        either = certain | (members & self.anyhow)
        reached, surely = self.found.anyhow, self.found.certain
        for other in members:
            if other in surely or other == self.found.person:
                continue
            ones = either
            if other in reached:
                ones = certain if other in place.sure else set()
            for link in across(place, ones - {other}, other, self.budget):
                self.add(link)

    def add(self, link: Link) -> None:
        """Keeps a link if it is the strongest to somebody who was not reached before."""
        if link.other == self.found.person:
            return
        if link.one in self.anyhow and link.other not in self.found.anyhow:
            _keep(link, self.new)
        if link.certain and link.one in self.certain and link.other not in self.found.certain:
            _keep(link, self.sure)

    def done(self) -> tuple[set[int], set[int]]:
        """Who was reached by the step, along all links and along certain ones alone."""
        self.found.anyhow.update(self.new)
        self.found.certain.update(self.sure)
        return set(self.new), set(self.sure)


def _keep(link: Link, best: dict[int, Link]) -> None:
    before = best.get(link.other)
    if before is None or strength(link) < strength(before):
        best[link.other] = link
