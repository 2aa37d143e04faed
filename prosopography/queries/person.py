"""Persons: the list, and the life as the sources tell it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from prosopography.models import (
    Assertion,
    Event,
    Identifier,
    Organisation,
    Person,
    Place,
    Polarity,
    Rank,
    Role,
    Source,
)

from .address import visible
from .below import with_parts
from .claims import Claim, brief, prepare, word_of
from .conflict import ConflictBox, conflict_box
from .conflict_index import condition, disputed_among
from .identity import Mention, doubtful_claims, doubtful_mentions
from .life import LifeDates, LifePlaces, life_dates, life_places
from .loading import claims_naming, with_claim_count
from .pattern import matching_claims, named_in
from .sentence import Part, predicate
from .slices import Slice
from .timeline import Dated, Timeline, timeline
from .tree import Tree
from .witness import Stemma

#: By what the list of persons can be narrowed, with the table in which the slug is looked up.
NARROWED_BY: dict[str, Any] = {
    "organisation": Organisation,
    "role": Role,
    "event": Event,
    "place": Place,
    "source": Source,
}
#: More than this cannot be chosen from in a list; the page of each thing leads to its persons.
MOST_CHOICES = 300


@dataclass(frozen=True)
class NameShown:
    """One of a person's names, with its use where the claim says it."""

    text: str
    use: str


@dataclass(frozen=True)
class Section:
    """A part of a life: claims of related kinds in time order."""

    key: str
    title: str
    claims: list[Claim]


@dataclass(frozen=True)
class PersonPage:
    """Everything that the page of a person shows."""

    person: Person
    called: str  # by a preferred claim of a name, else as the record calls the person
    life: LifeDates
    where: LifePlaces
    names: list[NameShown]
    timeline: Timeline | None  # none without a dated claim
    sections: list[Section]
    conflicts: ConflictBox
    doubtful: list[Mention]  # where a name may mean this person, or somebody else
    identifiers: list[Identifier]
    word: Slice  # the claims that rest on this person's word
    claims: int
    sources: int


#: The parts of a life, in their order. What no part names comes last.
_SECTIONS = (
    ("names", "Names", ("name",)),
    ("life", "Life", ("birth", "life_event", "residence", "death")),
    ("offices", "Offices and memberships", ("tenure",)),
    ("occupations", "Occupations", ("occupation",)),
    ("events", "Events", ("participation",)),
    ("relationships", "Relationships", ("relationship",)),
    ("works", "Works", ("authorship",)),
    ("descriptions", "Descriptions", ("description",)),
)
_OTHER = ("other", "Other claims")


def persons(
    narrowed: Mapping[str, Any], *, doubtful: str = "include", witnesses: int = 0
) -> QuerySet:
    """The published persons with ``claim_count``, in their order.

    ``narrowed`` holds rows by the names in NARROWED_BY: then only the persons of whom one affirmed
    public claim meets all of it. What is part of an organisation, event, place or role counts as it
    does; each of these costs one query here. ``doubtful`` says whether the claim may, must not
    (exclude) or must (only) be of a doubtful identification, ``witnesses`` how many independent ones
    it has at least.
    """
    rows = visible(Person)
    if narrowed or doubtful != "include" or witnesses:
        claim, citation = Q(witnesses__gte=witnesses), Q()
        if doubtful != "include":
            claim &= doubtful_claims() if doubtful == "only" else ~doubtful_claims()
        for name, row in narrowed.items():
            if name == "source":
                citation &= Q(source=row)
            else:
                claim &= Q(**{f"{name}__in": with_parts(NARROWED_BY[name], [row.pk])})
        rows = named_in(rows, "person", matching_claims(claim, citation, affirmed=True))
    return with_claim_count(rows, "person")


def choices() -> dict[str, list[Any]]:
    """What the list of persons can be narrowed by; five queries.

    For each name in NARROWED_BY all that the public may see, or nothing if there is more than
    MOST_CHOICES of it.
    """
    found = {name: list(visible(NARROWED_BY[name])[: MOST_CHOICES + 1]) for name in NARROWED_BY}
    return {name: rows if len(rows) <= MOST_CHOICES else [] for name, rows in found.items()}


def person_page(person: Person, *, number: int = 1) -> PersonPage:
    """The life of a person from all public claims, also those of which the person is the other end.

    Twelve queries: the claims, their citations with whom else they may mean, the places, two for how
    the sources derive from one another, which claims are disputed, the conflicts (those of
    ``conflict_box`` where there is one), the doubtful mentions, the identifiers, and two for what
    rests on the person's word (of which ``number`` is the page). Raises PageNumberError.
    """
    claims = list(claims_naming("person", person.pk))
    own = [claim for claim in claims if claim.person_id == person.pk]
    places, stemma = Tree.of(visible(Place)), Stemma.load()
    sections = _sections(person, claims, disputed_among(claims), stemma)
    return PersonPage(
        person=person,
        called=_called(person, own),
        life=life_dates(own, stemma),
        where=life_places(own, stemma, places),
        names=_names(claims),
        timeline=_timeline(claims, sections),
        sections=sections,
        conflicts=conflict_box(condition("person", [person.pk])),
        doubtful=doubtful_mentions(person),
        identifiers=list(Identifier.objects.filter(person=person).select_related("authority")),
        word=word_of(Q(attributed_to_person=person), number),
        claims=len(claims),
        sources=len({citation.source_id for each in claims for citation in each.citations.all()}),
    )


def _called(person: Person, claims: list[Assertion]) -> str:
    """The name that editors prefer, else the label, which is no claim but what the record says."""
    preferred = (
        claim.value
        for claim in claims
        if claim.kind == "name"
        and claim.polarity == Polarity.AFFIRMED
        and claim.rank == Rank.PREFERRED
    )
    return next(preferred, person.label)


def _names(claims: list[Assertion]) -> list[NameShown]:
    """The forms of the name that are affirmed, each once, in the order of the claims."""
    found = {
        (claim.value, claim.role.label if claim.role else "")
        for claim in claims
        if claim.kind == "name" and claim.polarity == Polarity.AFFIRMED
    }
    by_text: dict[str, str] = {}
    for text, use in sorted(found):
        by_text[text] = by_text.get(text) or use
    return [NameShown(text, use) for text, use in by_text.items()]


def _sections(
    person: Person, claims: list[Assertion], at_odds: Collection[int], stemma: Stemma
) -> list[Section]:
    """The claims by the part of the life that they tell; empty parts are left out."""
    by_kind = {kind: key for key, _, kinds in _SECTIONS for kind in kinds}
    sorted_out: dict[str, list[Assertion]] = {}
    for claim in claims:
        sorted_out.setdefault(by_kind.get(claim.kind, _OTHER[0]), []).append(claim)
    titles = [*((key, title) for key, title, _ in _SECTIONS), _OTHER]
    return [
        _section(person, (key, title), sorted_out[key], at_odds, stemma)
        for key, title in titles
        if key in sorted_out
    ]


def _timeline(claims: list[Assertion], sections: list[Section]) -> Timeline | None:
    """The dated claims on an axis, each section a band of it."""
    rows = {claim.identifier: claim for claim in claims}
    return timeline(
        (section.title, [Dated(rows[claim.identifier], claim) for claim in section.claims])
        for section in sections
    )


def _section(
    person: Person,
    heading: tuple[str, str],
    claims: list[Assertion],
    at_odds: Collection[int],
    stemma: Stemma,
) -> Section:
    key, title = heading
    if key == "names":
        ordered = sorted(claims, key=lambda claim: (claim.value.casefold(), claim.identifier))
    else:
        ordered = sorted(claims, key=_first_and_last)
    return Section(
        key=key,
        title=title,
        claims=[
            prepare(claim, said=_said(claim, person), disputed=at_odds, stemma=stemma)
            for claim in ordered
        ],
    )


def _first_and_last(claim: Assertion) -> int:
    """Birth comes first; without a date, death last, after all else that has none."""
    if claim.kind == "birth":
        return -1
    return 1 if claim.kind == "death" and not claim.edtf else 0


def _said(claim: Assertion, person: Person) -> list[Part]:
    """The claim as it stands on the page of this person, told from the person's side."""
    is_other = claim.related_person_id == person.pk
    return predicate(claim, converse=True) if is_other else brief(claim)
