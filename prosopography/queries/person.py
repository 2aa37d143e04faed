"""Persons: the list, and the life as the sources tell it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from prosopography.models import (
    Assertion,
    Identifier,
    Person,
    Place,
    Polarity,
    Rank,
    Source,
)

from .address import visible
from .career import Office, career
from .claims import Claim, brief, prepare, word_of
from .conflict import ConflictBox, conflict_box
from .conflict_index import condition, disputed_among
from .identity import Mention, doubtful_mentions
from .life import LifeDates, LifePlaces, life_dates, life_places
from .loading import claims_naming, with_claim_count
from .neighbours import Neighbours, neighbours
from .people import People, people_around
from .script import label_of
from .sentence import Part, predicate
from .slices import Slice
from .sources_used import MOST_SOURCES, SourcesUsed, Used
from .spellings import Spelling, spellings
from .timeline import Dated, Timeline, timeline
from .tree import Tree
from .who import Was, who
from .witness import Stemma

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
    who: tuple[Was, ...]  # by which offices and occupations the person is best known
    life: LifeDates
    where: LifePlaces
    names: list[NameShown]
    spellings: list[Spelling]  # all names, and where each stands
    timeline: Timeline | None  # none without a dated claim
    sections: list[Section]
    career: list[Office]
    people: People
    conflicts: ConflictBox
    doubtful: list[Mention]  # where a name may mean this person, or somebody else
    identifiers: list[Identifier]
    word: Slice  # the claims that rest on this person's word
    claims: int
    sources: SourcesUsed
    beside: Neighbours  # in the list of persons


#: The parts of a life, in their order. What no part names comes last.
_SECTIONS = (
    ("names", _("Names"), ("name",)),
    ("life", _("Life"), ("birth", "life_event", "residence", "death")),
    ("offices", _("Offices and memberships"), ("tenure",)),
    ("occupations", _("Occupations"), ("occupation",)),
    ("events", _("Events"), ("participation",)),
    ("relationships", _("Relationships"), ("relationship",)),
    ("works", _("Works"), ("authorship",)),
    ("descriptions", _("Descriptions"), ("description",)),
)
_OTHER = ("other", _("Other claims"))


def persons() -> QuerySet:
    """The published persons with ``claim_count``, in their order. (Narrowed: ``queries.facets``.)"""
    return with_claim_count(visible(Person), "person")


def person_page(person: Person, *, number: int = 1) -> PersonPage:
    """The life of a person from all public claims, also those of which the person is the other end.

    Fourteen queries: the claims, their citations with whom else they may mean, the places, two for
    how the sources derive from one another, which claims are disputed, the conflicts (those of
    ``conflict_box`` where there is one), the doubtful mentions, the identifiers, two for what rests
    on the person's word (of which ``number`` is the page), and two for who stands beside the person
    in the list; and those of ``who`` and of ``people_around``. Raises PageNumberError.
    """
    claims = list(claims_naming("person", person.pk))
    own = [claim for claim in claims if claim.person_id == person.pk]
    places, stemma = Tree.of(visible(Place)), Stemma.load()
    sections = _sections(person, claims, disputed_among(claims), stemma)
    rows = {claim.identifier: claim for claim in claims}
    told = [(rows[claim.identifier], claim) for each in sections for claim in each.claims]
    return PersonPage(
        person=person,
        called=_called(person, own),
        who=who(own),
        life=life_dates(own, stemma),
        where=life_places(own, stemma, places),
        names=_names(claims),
        spellings=spellings(person.pk, claims),
        timeline=_timeline(claims, sections),
        sections=sections,
        career=career(told),
        people=people_around(person),
        conflicts=conflict_box(condition("person", [person.pk])),
        doubtful=doubtful_mentions(person),
        identifiers=list(Identifier.objects.filter(person=person).select_related("authority")),
        word=word_of(Q(attributed_to_person=person), number),
        claims=len(claims),
        sources=_sources(claims),
        beside=neighbours(person),
    )


def _sources(claims: list[Assertion]) -> SourcesUsed:
    """The sources of these claims, those first that tell most; no query."""
    told: dict[Source, list[int]] = {}
    for claim in claims:
        for citation in claim.citations.all():
            told.setdefault(citation.source, []).append(claim.pk)
    used = [Used(source, len(set(keys)), len(keys)) for source, keys in told.items()]
    used.sort(key=lambda each: (-each.claims, -each.citations, each.source.label))
    return SourcesUsed(used[:MOST_SOURCES], len(used))


def _called(person: Person, claims: list[Assertion]) -> str:
    """The name that editors prefer, else what the record calls the person in the reader's script."""
    preferred = (
        claim.value
        for claim in claims
        if claim.kind == "name"
        and claim.polarity == Polarity.AFFIRMED
        and claim.rank == Rank.PREFERRED
    )
    return next(preferred, label_of(person))


def _names(claims: list[Assertion]) -> list[NameShown]:
    """The forms of the name that are affirmed, each once, in the order of the claims."""
    found = {
        (claim.value, label_of(claim.role) if claim.role else "")
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
    by_kind = {kind: key for key, _title, kinds in _SECTIONS for kind in kinds}
    sorted_out: dict[str, list[Assertion]] = {}
    for claim in claims:
        sorted_out.setdefault(by_kind.get(claim.kind, _OTHER[0]), []).append(claim)
    titles = [*((key, str(title)) for key, title, _kinds in _SECTIONS), (_OTHER[0], str(_OTHER[1]))]
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
