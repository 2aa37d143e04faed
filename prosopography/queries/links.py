"""What links two persons: a relationship, a body at the same time, an event (see docs/questions.md).

A link rests on public claims that affirm it and that no editor deprecates. It is certain when its
claims are and, in a body, when there surely was a day on which both held something in it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from prosopography.dates import Answer, common, overlaps

from .link_claims import Budget, Members, Told, relationships, shared

#: What can link two persons.
LINKS = ("relationship", "organisation", "event")
#: How many persons a body or event may have, unless said otherwise, to be a link.
LARGEST = 100
#: So many independent witnesses leave nothing to wish for.
_WELL_WITNESSED = 3
#: How many persons a relationship joins: its size, as that of a body or event.
_TWO = 2


@dataclass(frozen=True)
class Filter:
    """What counts as a link: the sorts, and how many persons a body or event may have at most."""

    by: tuple[str, ...] = LINKS
    largest: int = LARGEST


#: All sorts, and bodies and events of the usual size.
EVERYTHING = Filter()


class Link(NamedTuple):
    """What links one person to another."""

    one: int
    other: int
    by: str  # relationship, organisation, event
    certain: bool
    claims: tuple[int, ...]  # one of a relationship; of a body or event the one's, the other's
    through: int | None = None  # the body or event
    witnesses: int = 0  # how many independent ones the weaker claim has
    size: int = _TWO  # how many persons are in the body or event
    slight: bool = False  # it tells of no meeting: both on one photograph


class Place:
    """A body or an event, and the claims of who is in it."""

    def __init__(self, by: str, key: int, members: Members) -> None:
        self.by, self.key, self.members = by, key, members
        self.sure = {one for one, own in members.items() if any(told.sure for told in own)}


class Reader:
    """Reads links, and keeps in mind which bodies and events are too large."""

    def __init__(self, only: Filter) -> None:
        self.only = only
        self.budget = Budget()
        self._known: dict[str, set[int]] = {"organisation": set(), "event": set()}

    def links(
        self, persons: Collection[int], among: Collection[int] | None = None
    ) -> dict[int, list[Link]]:
        """Every link of each of these persons, by their keys, told from their side.

        ``among`` leaves out the links to anybody else. Eight queries, whatever the number of
        persons: two for the relationships; for bodies, and for events, which there are, which of
        them are small enough, and who is in these (see ``shared``). Raises TooManyError.
        """
        found: dict[int, list[Link]] = {person: [] for person in persons}
        if not found:
            return found
        for link in self.related(found, among):
            found[link.one].append(link)
        for place in self.places(found):
            members = place.members.keys()
            ones = members & found.keys()
            for other in members if among is None else members & among:
                for link in across(place, ones - {other}, other, self.budget):
                    found[link.one].append(link)
        return found

    def related(
        self, persons: Collection[int], among: Collection[int] | None = None
    ) -> Iterator[Link]:
        """The relationships of these persons; two queries, or none where they do not count."""
        if "relationship" in self.only.by:
            yield from map(_related, relationships(persons, among))

    def places(self, persons: Collection[int], *, once: bool = False) -> Iterator[Place]:
        """The bodies and events of these persons, unless too large; the queries of ``shared``.

        ``once`` leaves out those that were given before. Raises TooManyError.
        """
        for noun, known in self._known.items():
            if noun in self.only.by:
                small = shared(persons, noun, self.only.largest, known, self.budget)
                known.update(small if once else ())
                yield from (Place(noun, key, members) for key, members in small.items())


def turned(link: Link) -> Link:
    """The same link from the other side."""
    return link._replace(one=link.other, other=link.one, claims=link.claims[::-1])


def cost(link: Link) -> tuple[int, int, int]:
    """How weak a link is, so that costs of a chain can be added up.

    The possible weigh more than all else; then those with fewer than three independent witnesses;
    then those through a body or event of many persons.
    """
    return int(not link.certain), max(0, _WELL_WITNESSED - link.witnesses), link.size


def strength(link: Link) -> tuple[tuple[int, int, int], str, tuple[int, ...]]:
    """By which links are ordered, the strongest first."""
    return cost(link), link.by, link.claims


def rank(link: Link) -> tuple[Any, ...]:
    """By which the links of one step are told: what tells of no meeting last, else the strongest first."""
    return link.slight, *strength(link)


def _related(told: Told) -> Link:
    """The link of a relationship."""
    one, other = told.person, told.place
    return Link(one, other, "relationship", told.sure, (told.key,), None, told.witnesses)


def across(place: Place, ones: Collection[int], other: int, budget: Budget) -> Iterator[Link]:
    """The links of these members of a body or event to another one. Raises TooManyError."""
    join = _served if place.by == "organisation" else _took_part
    members, theirs = place.members, place.members[other]
    budget.weigh(sum(len(members[one]) for one in ones) * len(theirs))
    for one in ones:
        pair = join(members[one], theirs)
        if pair is not None:
            certain, own, its = pair
            weaker = min(own.witnesses, its.witnesses)
            claims = (own.key, its.key)
            slight = own.slight or its.slight
            yield Link(
                one, other, place.by, certain, claims, place.key, weaker, len(members), slight
            )


_Pair = tuple[bool, Told, Told]


def _served(own: Iterable[Told], theirs: Iterable[Told]) -> _Pair | None:
    """The strongest pair of tenures that overlap; None if none do."""
    pairs = []
    for one, other in product(own, theirs):
        answer = overlaps(one.bounds, other.bounds)
        if answer is not Answer.EXCLUDED:
            certain = answer is Answer.CERTAIN and one.sure and other.sure
            pairs.append((certain, one, other))
    if len(pairs) > 1:
        # Of what is only possible, rather claims whose dates speak of common days.
        return min(pairs, key=lambda pair: (not pair[0], not _meet(pair), _strength(pair)))
    return pairs[0] if pairs else None


def _meet(pair: _Pair) -> bool:
    _, one, other = pair
    return common(one.bounds, other.bounds).meets


def _strength(pair: _Pair) -> tuple[int, int, int, int]:
    certain, one, other = pair
    return not certain, -min(one.witnesses, other.witnesses), one.key, other.key


def _took_part(own: Iterable[Told], theirs: Iterable[Told]) -> _Pair:
    """The strongest claims of two who took part."""
    return min(
        ((one.sure and other.sure, one, other) for one, other in product(own, theirs)),
        key=_strength,
    )
