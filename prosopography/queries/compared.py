"""Two to five persons beside one another: their lives, what they share, and where they part."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from prosopography.models import Assertion, Person, Place, Source

from .address import visible
from .beside import ACTS, ALONE, LIFE, SHARED, Group, Row, Table, Topic
from .claims import prepare, public_claims
from .conflict_index import disputed_among
from .life import LifeDates, LifePlaces, life_dates, life_places
from .relationships import Relationship, relationship
from .timeline import Timeline, timeline
from .tree import Tree
from .witness import Stemma

#: How many persons can be compared.
FEWEST, MOST = 2, 5
#: What has no place on a common axis: it tells nothing that happened.
_NOT_DRAWN = ("name", "description")


@dataclass(frozen=True)
class Side:
    """A person with what is computed of the life, and what nobody else of these has."""

    person: Person
    life: LifeDates
    where: LifePlaces
    claims: int
    sources: int
    alone: list[Group]


@dataclass(frozen=True)
class Speaking:
    """A source that speaks of all of them: how many claims of each it has, in their order."""

    source: Source
    persons: list[Person]
    claims: list[int]

    @property
    def beside(self) -> list[tuple[Person, int]]:
        """Each person with the number."""
        return list(zip(self.persons, self.claims, strict=True))


@dataclass(frozen=True)
class Comparison:
    """Persons beside one another."""

    sides: list[Side]
    timeline: Timeline | None
    life: list[Row]
    shared: list[Group]
    differing: list[Group]  # the same act, at different times
    relationships: list[Relationship]  # among them
    sources: list[Speaking]


def fault(slugs: Collection[str]) -> str:
    """Why these cannot be compared, in a sentence; empty where they can."""
    twice = [slug for slug, number in Counter(slugs).items() if number > 1]
    if twice:
        return _("“{slug}” is given twice: nobody is compared with himself.").format(slug=twice[0])
    if not FEWEST <= len(slugs) <= MOST:
        return _("Two to five persons can be compared, and not {number}.").format(number=len(slugs))
    return ""


def compare(persons: Sequence[Person]) -> Comparison:
    """These persons side by side, in their order; seven queries.

    Only what is affirmed makes somebody share a thing; what is denied of another stands beside it.
    A body, an event or a place counts as itself, without its parts.
    """
    keys = {person.pk: at for at, person in enumerate(persons)}
    named = Q(person__in=keys) | Q(related_person__in=keys)
    claims = list(public_claims().filter(named))
    disputed = disputed_among(claims)
    stemma, places = Stemma.load(), Tree.of(visible(Place))
    of = [[claim for claim in claims if person.pk in _of(claim)] for person in persons]
    table = Table(persons, of, disputed)
    rows = {topic: table.rows(topic) for topic in (LIFE, *SHARED)}
    common = {topic: [row for row in rows[topic] if len(row.holders) > 1] for topic in SHARED}
    acts = [row for row in common[ACTS] if row.differs]
    common[ACTS] = [row for row in common[ACTS] if not row.differs]
    return Comparison(
        sides=[
            Side(
                person=person,
                life=life_dates(_own(of[at], person), stemma),
                where=life_places(_own(of[at], person), stemma, places),
                claims=len(of[at]),
                sources=len(_sources(of[at])),
                alone=_groups(
                    {topic: [r for r in rows[topic] if r.holders == [person]] for topic in ALONE}
                ),
            )
            for at, person in enumerate(persons)
        ],
        timeline=timeline(
            (
                person.label,
                [table.drawn(claim, person) for claim in of[at] if claim.kind not in _NOT_DRAWN],
            )
            for at, person in enumerate(persons)
        ),
        life=rows[LIFE],
        shared=_groups(common),
        differing=_groups({ACTS: acts}),
        relationships=[
            replace(relationship(claim, claim.person), claim=prepare(claim, disputed=disputed))
            for claim in claims
            if claim.person is not None and _of(claim) <= keys.keys() and len(_of(claim)) > 1
        ],
        sources=_speaking(persons, [_sources(claims) for claims in of]),
    )


def _of(claim: Assertion) -> set[int]:
    """The keys of the persons whom a claim is about: of a relationship both."""
    return {key for key in (claim.person_id, claim.related_person_id) if key is not None}


def _own(claims: list[Assertion], person: Person) -> list[Assertion]:
    return [claim for claim in claims if claim.person_id == person.pk]


def _groups(rows: dict[Topic, list[Row]]) -> list[Group]:
    return [Group(topic.key, str(topic.title), found) for topic, found in rows.items() if found]


def _sources(claims: list[Assertion]) -> dict[Source, int]:
    """The sources that say these things, with how many of them each says."""
    return Counter(
        source
        for claim in claims
        for source in {citation.source for citation in claim.citations.all()}
    )


def _speaking(persons: Sequence[Person], of: list[dict[Source, int]]) -> list[Speaking]:
    """The sources of all of these, the one that says most first."""
    common = set(of[0]).intersection(*of[1:])
    found = [
        Speaking(source, list(persons), [claims[source] for claims in of]) for source in common
    ]
    return sorted(found, key=lambda each: (-sum(each.claims), each.source.label, each.source.slug))
