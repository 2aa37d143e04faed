"""What the measures are computed from: the claims about a group, in short, and what they name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from prosopography.dates import Bounds
from prosopography.models import (
    Assertion,
    Citation,
    Event,
    Joins,
    Marks,
    Organisation,
    Person,
    Place,
    Role,
    Stance,
)
from prosopography.queries.address import visible
from prosopography.queries.keys import keyed
from prosopography.queries.script import label_by_key
from prosopography.queries.tree import Tree

from .figure import Evidence, Figure, Leaf

#: A claim with so many independent witnesses is corroborated.
WITNESSES = 2
#: The columns of a claim that are read, in the order of ``Told`` after its person.
COLUMNS = (
    "pk", "kind", "role", "organisation", "event", "place", "earliest_start", "latest_start",
    "earliest_end", "latest_end", "calendar", "certainty", "rank", "witnesses",
)  # fmt: skip
_TREES: dict[str, Any] = {
    "organisation": Organisation,
    "event": Event,
    "place": Place,
    "role": Role,
}


class Told(NamedTuple):
    """A claim about a person of the group, in keys and numbers."""

    person: int
    key: int
    kind: str
    role: int | None
    organisation: int | None
    event: int | None
    place: int | None
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    calendar: str
    certainty: str
    rank: str
    witnesses: int
    converse: bool = False  # the person is the other one of a relationship

    @property
    def bounds(self) -> Bounds:
        """The four day numbers of its date."""
        return Bounds(self.earliest_start, self.latest_start, self.earliest_end, self.latest_end)


class Thing(NamedTuple):
    """A row that claims name, in short."""

    slug: str
    label: str
    parent: int | None


class Word(NamedTuple):
    """A role, in short, with what it means for a life."""

    slug: str
    label: str
    parent: int | None
    joins: str
    marks: str
    posthumous: bool
    symmetrical: bool


@dataclass(frozen=True)
class Forest:
    """The rows of a table, and which of them each belongs to."""

    noun: str
    rows: dict[int, Any]
    _above: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def tree(self) -> Tree:
        """Which belongs to which."""
        return Tree({key: row.parent for key, row in self.rows.items()})

    def chain(self, key: int) -> tuple[int, ...]:
        """The row, and all that it belongs to."""
        if key not in self._above:
            self._above[key] = (key, *self.tree.above(key))
        return self._above[key]


@dataclass(frozen=True)
class Material:
    """All that the measures of a group need; none of them asks the database again."""

    persons: dict[int, Thing]  # in the order of their names
    claims: list[Told]
    sources: dict[int, list[int]]  # by the key of a claim
    forests: dict[str, Forest]

    @property
    def total(self) -> int:
        """How many persons the group has."""
        return len(self.persons)

    @property
    def roles(self) -> dict[int, Word]:
        """The roles by their keys."""
        return self.forests["role"].rows

    @cached_property
    def by_kind(self) -> dict[str, list[Told]]:
        """The claims that are told of the members themselves, kind by kind."""
        found = defaultdict(list)
        for told in self.claims:
            if not told.converse:
                found[told.kind].append(told)
        return found

    @cached_property
    def by_person(self) -> dict[int, list[Told]]:
        """The same, person by person."""
        found = defaultdict(list)
        for told in self.claims:
            if not told.converse:
                found[told.person].append(told)
        return found

    @cached_property
    def witnesses(self) -> dict[int, int]:
        """How many independent witnesses each claim has."""
        return {told.key: told.witnesses for told in self.claims}

    def ends_life(self, told: Told) -> bool:
        """Whether the claim is of the end of the life: a death, or what brought it."""
        if told.kind == "death":
            return True
        return told.role is not None and self.roles[told.role].marks == Marks.END

    def ending_roles(self) -> list[str]:
        """The slugs of the roles of persons that end a life; of narrower ones only the broadest."""
        ends = {
            key: row
            for key, row in self.roles.items()
            if row.joins == Joins.LIFE and row.marks == Marks.END
        }
        return sorted(row.slug for row in ends.values() if row.parent not in ends)

    def death_leaf(self) -> Leaf:
        """What a question asks to find the claims of a death."""
        death: Leaf = {"assertion": {"kind": "death"}}
        if ends := self.ending_roles():
            return {"any": [death, {"assertion": {"kind": "life_event", "role": ends}}]}
        return death

    def evidence(self, claims: Iterable[int]) -> Evidence:
        """On what these claims rest; what does not count as said (a denial) is no ground."""
        keys = self.witnesses.keys() & set(claims)
        return Evidence(
            claims=len(keys),
            sources=len({source for key in keys for source in self.sources.get(key, ())}),
            corroborated=sum(self.witnesses[key] >= WITNESSES for key in keys),
        )

    def figure(self, key: str, label: str, told: Iterable[Told], **more: Any) -> Figure:
        """The figure of the persons of whom these claims are."""
        given = list(told)
        return Figure(
            key=key,
            label=label,
            persons=tuple(sorted({each.person for each in given})),
            claims=tuple(sorted({each.key for each in given})),
            corroborated=len({each.person for each in given if each.witnesses >= WITNESSES}),
            **more,
        )


def load(keys: Collection[int]) -> Material:
    """All that is said of these persons in public and counts as said; eight queries.

    Without what is denied, what a source is silent about and what the editors deprecate. A person
    who is not public is not in it.
    """
    persons = {
        key: Thing(slug, label_by_key("person", key, label), None)
        for key, slug, label in visible(Person)
        .filter(keyed("pk", keys))
        .order_by("sort_label", "slug")
        .values_list("pk", "slug", "label")
    }
    claims = list(_claims(persons))
    return Material(
        persons=persons,
        claims=claims,
        sources=_sources({told.key for told in claims}),
        forests={noun: forest(noun) for noun in _TREES},
    )


def forest(noun: str) -> Forest:
    """The public rows of a table in short; one query."""
    if noun == "role":
        rows = Role.objects.order_by("pk").values_list(
            "pk", "slug", "label", "broader", "joins", "marks", "posthumous", "converse_label"
        )
        return Forest(
            noun,
            {
                key: Word(
                    slug,
                    label_by_key(noun, key, label),
                    parent,
                    joins,
                    marks,
                    posthumous,
                    converse == label,
                )
                for key, slug, label, parent, joins, marks, posthumous, converse in rows
            },
        )
    columns = ("pk", "slug", "label", "part_of")
    things = visible(_TREES[noun]).order_by("pk").values_list(*columns)
    return Forest(
        noun,
        {
            key: Thing(slug, label_by_key(noun, key, label), parent)
            for key, slug, label, parent in things
        },
    )


def _claims(persons: Iterable[int]) -> Iterator[Told]:
    """The claims about these persons, then the relationships in which they are the other one."""
    counted = Assertion.objects.public().counted().order_by("pk")
    own = counted.filter(keyed("person", persons)).values_list("person", *COLUMNS)
    for row in own.iterator(chunk_size=5000):
        yield Told(*row)
    others = counted.filter(keyed("related_person", persons), kind="relationship")
    for row in others.values_list("related_person", *COLUMNS).iterator(chunk_size=5000):
        yield Told(*row)._replace(converse=True)


def _sources(claims: Iterable[int]) -> dict[int, list[int]]:
    """In which sources each of these claims stands, for the public to read."""
    found = defaultdict(list)
    cited = Citation.objects.readable().filter(keyed("assertion", claims), stance=Stance.SUPPORTS)
    pairs = cited.order_by().values_list("assertion", "source").distinct()
    for claim, source in pairs.iterator(chunk_size=5000):
        found[claim].append(source)
    return dict(found)


def identifiers(claims: Iterable[int]) -> dict[int, str]:
    """The identifiers of these claims, which are public, by their keys; one query."""
    rows = Assertion.objects.filter(keyed("pk", claims)).order_by()
    return dict(rows.values_list("pk", "identifier"))
