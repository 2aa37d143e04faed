"""The network of the whole record: its bodies, or its events, and the persons whom they share.

Only public claims count that affirm it and that no editor deprecates. Two bodies share whoever held
something in both, at the same time or not; a part of a body is another body.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Count, QuerySet

from prosopography.dates import Answer, Bounds, Span, overlaps
from prosopography.models import Assertion, Certainty, Event, Organisation, Person

from ..address import visible
from ..identity import is_surely_named
from ..keys import keyed
from ..when import date_condition
from .network import Network, Node, Tie, Way

#: The most bodies or events that are read: those with most persons.
MOST_BODIES = 40
#: How many persons two must share, unless said otherwise, to be linked.
LEAST = 2
#: So many pairs are drawn and listed, those that share most.
MOST_SHARED = 80
_PLACES: dict[str, tuple[str, Any]] = {
    "organisation": ("tenure", Organisation),
    "event": ("participation", Event),
}


@dataclass(frozen=True)
class Asked:
    """What the network is made of."""

    by: str = "organisation"  # or event
    span: Span | None = None  # when; None for any time
    certain: bool = False  # whether what is only possible is left out
    least: int = LEAST  # how many persons two must share


@dataclass(frozen=True)
class Body:
    """A body or an event with the number of its persons."""

    row: Any
    persons: int
    linked: int  # with how many others it shares enough


@dataclass(frozen=True)
class Shared:
    """Two of them, with whom they share."""

    one: Any
    other: Any
    persons: list[Person]  # by their names
    certain: int  # how many of them surely belong to both
    claims: dict[int, tuple[str, ...]]  # by the keys of the persons, the identifiers

    @property
    def number(self) -> int:
        """How many they share."""
        return len(self.persons)


@dataclass(frozen=True)
class Bodies:
    """Bodies or events, those with most persons first, and what links them, the strongest first."""

    bodies: list[Body]
    shared: list[Shared]
    left_out: int  # how many more there are
    fewer: int = 0  # how many pairs more there are, which share fewer

    @property
    def linked(self) -> list[Body]:
        """Those that share enough with another."""
        return [each for each in self.bodies if each.linked]


@dataclass
class _Membership:
    """What puts a person into a body."""

    sure: bool
    claims: list[str]


_Members = dict[int, dict[int, _Membership]]


def bodies(asked: Asked, *, most: int | None = MOST_SHARED) -> Bodies:
    """The largest bodies or events and whom they share; four queries.

    Of the pairs at most so many, those that share most; without a limit all of them.
    """
    noun, (kind, model) = asked.by, _PLACES[asked.by]
    claims = Assertion.objects.public().counted().filter(kind=kind)
    if asked.span is not None:
        answer = Answer.CERTAIN if asked.certain else Answer.POSSIBLE
        claims = claims.dated().filter(date_condition("on", answer, asked.span))
    counted = claims.order_by().values_list(noun).annotate(number=Count("person", distinct=True))
    sizes = sorted(counted, key=lambda each: (-each[1], each[0]))
    members = _members(claims.filter(keyed(noun, [key for key, _ in sizes[:MOST_BODIES]])), asked)
    rows = visible(model).in_bulk(members)
    persons = _persons(members)
    every = [
        _pair(one, other, members, rows, persons)
        for one, other in combinations(sorted(members, key=lambda key: _place(rows[key])), 2)
        if len(members[one].keys() & members[other].keys()) >= asked.least
    ]
    every.sort(key=lambda each: (-each.number, _place(each.one), _place(each.other)))
    pairs = every[:most]
    linked: dict[int, int] = defaultdict(int)
    for pair in pairs:
        linked[pair.one.pk] += 1
        linked[pair.other.pk] += 1
    found = [Body(rows[key], len(members[key]), linked[key]) for key in members]
    found.sort(key=lambda each: (-each.persons, _place(each.row)))
    return Bodies(
        found, pairs, len(sizes) - len(sizes[:MOST_BODIES]), fewer=len(every) - len(pairs)
    )


def as_network(found: Bodies) -> Network:
    """The same in the shape of every network, for other programs; no query.

    Its nodes are the bodies; each person whom two of them share is a way between them.
    """
    nodes = [Node(each.row, None, certain=True) for each in found.linked]
    ties = [
        Tie(
            pair.one,
            pair.other,
            tuple(
                Way("person", False, person, person.label, person.label, pair.claims[person.pk])
                for person in pair.persons
            ),
        )
        for pair in found.shared
    ]
    return Network(nodes, ties, found.left_out)


def _members(claims: QuerySet, asked: Asked) -> _Members:
    """Who is in which of them, by what claims; one query."""
    rows: Any = (
        claims.annotate(has_sure_name=is_surely_named())
        .in_time_order()  # type: ignore[attr-defined]
        .values_list(
            f"{asked.by}_id", "person_id", "identifier", "certainty", "has_sure_name",
            *Bounds._fields,
        )
    )  # fmt: skip
    found: _Members = defaultdict(dict)
    for place, person, identifier, certainty, is_named, *days in rows:
        sure = is_named and certainty == Certainty.CERTAIN
        if asked.span is not None:
            sure = sure and overlaps(Bounds(*days), asked.span) is Answer.CERTAIN
        if asked.certain and not sure:
            continue
        membership = found[place].setdefault(person, _Membership(False, []))
        membership.sure = membership.sure or sure
        membership.claims.append(identifier)
    return dict(found)


def _persons(members: _Members) -> dict[int, Person]:
    """The persons who are in more than one of them; one query."""
    seen: dict[int, int] = defaultdict(int)
    for those in members.values():
        for person in those:
            seen[person] += 1
    keys = [person for person, number in seen.items() if number > 1]
    found: dict[int, Person] = visible(Person).filter(keyed("pk", keys)).in_bulk()
    return found


def _pair(
    one: int, other: int, members: _Members, rows: dict[int, Any], persons: dict[int, Person]
) -> Shared:
    own, its = members[one], members[other]
    both: Collection[int] = own.keys() & its.keys()
    shared = sorted((persons[key] for key in both), key=_place)
    return Shared(
        one=rows[one],
        other=rows[other],
        persons=shared,
        certain=sum(own[key].sure and its[key].sure for key in both),
        claims={key: (*own[key].claims, *its[key].claims) for key in both},
    )


def _place(row: Any) -> tuple[str, str]:
    """By which rows are ordered."""
    return row.sort_label.casefold(), row.slug
