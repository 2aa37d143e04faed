"""The claims that can link persons: relationships, and who held what in a body or took part in an event.

They are public, affirm it, and are not deprecated by the editors.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery

from prosopography.dates import Bounds
from prosopography.models import (
    ENTITY_COLUMNS,
    KINDS,
    Assertion,
    Certainty,
    Event,
    Organisation,
    Status,
)

from .identity import is_surely_named
from .keys import keyed
from .version import record_version

#: The kind of claim that puts a person into a body, and into an event; and their tables.
_PLACES: dict[str, tuple[str, Any]] = {
    "organisation": ("tenure", Organisation),
    "event": ("participation", Event),
}

#: How many persons of bodies and events one search reads, and how many pairs of claims it weighs.
MOST_READ, MOST_WEIGHED = 150_000, 500_000


class Told(NamedTuple):
    """A claim that may make a link."""

    key: int
    person: int
    place: int  # the other person, the body, the event
    sure: bool
    witnesses: int
    bounds: Bounds
    slight: bool = False  # it can be said of the dead too (depicted), and so tells of no meeting


Members = dict[int, list[Told]]


class TooManyError(ValueError):
    """More links than can be followed at once, in a sentence for the reader."""

    def __init__(self) -> None:
        super().__init__(
            "Too many persons and links would have to be looked at: allow fewer steps, fewer sorts "
            "of links, or only smaller bodies and events (“largest”)."
        )


@lru_cache(maxsize=8)
def _remembered(token: str, noun: str, largest: int) -> dict[int, int]:
    """What searches of one version of the record have found out of sizes; filled by them."""
    return {}


class Budget:
    """What one search may cost; a search that costs more is refused.

    It also knows what was found out of sizes while the record was the same; one query, none within a
    transaction, which may see what nobody else does.
    """

    def __init__(self) -> None:
        self._read, self._weighed = MOST_READ, MOST_WEIGHED
        self._token = "" if connection.in_atomic_block else record_version().token

    def sizes(self, noun: str, largest: int) -> dict[int, int]:
        """How many persons are in bodies, or events; 0 where there are more than so many."""
        return _remembered(self._token, noun, largest) if self._token else {}

    def read(self, persons: int) -> None:
        """Before so many persons of bodies and events are read. Raises TooManyError."""
        self._read -= persons
        if self._read < 0:
            raise TooManyError

    def weigh(self, pairs: int) -> None:
        """Before so many pairs of claims are weighed. Raises TooManyError."""
        self._weighed -= pairs
        if self._weighed < 0:
            raise TooManyError


class _Persons(Subquery):
    """How many persons there are in rows with a ``person``; NULL where there may be more.

    ``most`` rows are looked at. That suffices where there are no more of them, or more than
    ``largest`` persons in them.
    """

    template = (
        "(SELECT CASE WHEN COUNT(*) < %(most)d OR COUNT(DISTINCT person) > %(largest)d "
        "THEN COUNT(DISTINCT person) END FROM (%(subquery)s) AS first)"
    )
    output_field = IntegerField()


def relationships(persons: Collection[int], among: Collection[int] | None) -> Iterator[Told]:
    """The relationships of these persons, told from their side; two queries.

    One between two of them is told twice. ``among`` leaves out those to anybody else.
    """
    claims = _counting("relationship")
    for one, other in (("person", "related_person"), ("related_person", "person")):
        rows = claims.filter(keyed(one, persons))
        if among is not None:
            rows = rows.filter(keyed(other, among))
        for told in _told(rows, "related_person"):
            yield told if one == "person" else told._replace(person=told.place, place=told.person)


def shared(
    persons: Collection[int], noun: str, largest: int, known: set[int], budget: Budget
) -> dict[int, Members]:
    """Who is in the bodies, or events, of these persons, by what claims.

    Left out are those that are ``known`` already, and those of more than so many persons; these are
    added to what is known. Three queries at most; a few more where a body has many claims about few
    persons. Raises TooManyError.
    """
    kind, _ = _PLACES[noun]
    claims = _counting(kind)
    places = set(claims.filter(keyed("person", persons)).values_list(noun, flat=True)) - known
    sizes = _sizes(places, noun, largest, budget.sizes(noun, largest))
    budget.read(sum(sizes.values()))
    found: dict[int, Members] = {key: defaultdict(list) for key in sizes}
    for told in _told(claims.filter(keyed(noun, found)), noun) if found else ():
        found[told.place][told.person].append(told)
    small = {place: members for place, members in found.items() if len(members) <= largest}
    known |= places - small.keys()
    return small


def _sizes(
    places: Collection[int], noun: str, largest: int, remembered: dict[int, int]
) -> dict[int, int]:
    """How many persons are in those of these bodies or events that are small enough.

    The first claims mostly show what is large. Where they do not, ten times as many are looked at,
    and so on: what is large is never read whole. A query, and one more for each of these times, for
    those that are not ``remembered``.
    """
    kind, model = _PLACES[noun]
    left, most = {key for key in places if key not in remembered}, 3 * (largest + 1) // 2
    while left:
        first = _quickly(kind).filter(**{noun: OuterRef("pk")}).values("person")[:most]
        number = _Persons(first, most=most, largest=largest)
        counted = model.objects.filter(keyed("pk", left)).annotate(number=number).order_by()
        numbers = dict(counted.values_list("pk", "number"))
        remembered |= {
            key: size if size <= largest else 0 for key, size in numbers.items() if size is not None
        }
        left = {key for key, size in numbers.items() if size is None}
        most *= 10
    return {key: size for key in places if (size := remembered.get(key, 0))}


@cache
def _counting(kind: str) -> QuerySet:
    """The claims of a kind that count. Put together once, for a search asks for them often."""
    return Assertion.objects.public().counted().filter(kind=kind).order_by()


@cache
def _quickly(kind: str) -> QuerySet:
    """The same claims, told by their number of witnesses: who has none is not public.

    To look for the citations of each would take long. What this finds is only ever counted.
    """
    needed, allowed = KINDS[kind].needs, KINDS[kind].allowed
    rows = Assertion.objects.filter(kind=kind, status=Status.PUBLISHED, witnesses__gt=0)
    for column in ENTITY_COLUMNS:
        published = Q(**{f"{column}__status": Status.PUBLISHED})
        if column in needed:
            rows = rows.filter(published)
        elif column in allowed:
            rows = rows.filter(published | Q(**{column: None}))
    return rows.counted().order_by()


def _told(claims: QuerySet, place: str) -> Iterator[Told]:
    """What of these claims is needed; one query."""
    rows: Any = claims.annotate(has_sure_name=is_surely_named()).values_list(
        "pk", "person_id", f"{place}_id", "certainty", "has_sure_name", "witnesses",
        "role__posthumous", *Bounds._fields,
    )  # fmt: skip
    for key, person, where, certainty, is_named, witnesses, slight, *days in rows:
        sure = is_named and certainty == Certainty.CERTAIN
        yield Told(key, person, where, sure, witnesses, Bounds(*days), bool(slight))
