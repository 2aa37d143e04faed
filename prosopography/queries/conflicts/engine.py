"""Finding the conflicts of some things, or of all, in a number of queries that does not grow."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from prosopography.models import (
    Assertion,
    Citation,
    Event,
    Identification,
    Organisation,
    Person,
    Place,
    Role,
    Stance,
)
from prosopography.models.validators import calendar_reform
from prosopography.queries.address import visible
from prosopography.queries.claims import about, public_claims
from prosopography.queries.tree import Tree

from .conflict import Conflict, Side
from .dossier import Dossier, Heard, Surroundings
from .rules import RULES

#: What can have conflicts.
NOUNS: dict[str, Any] = {"person": Person, "organisation": Organisation, "event": Event}


def conflicts_of(
    noun: str, keys: Iterable[int], *, only: Collection[str] | None = None
) -> list[Conflict]:
    """The conflicts of the persons, organisations or events of these primary keys.

    From public claims only. Seven queries, for any number of keys: the claims, when the events and
    bodies were that they name, who says so, and the trees of places, organisations, events and
    roles; where there are conflicts, those of ``public_claims()`` for what stands in them. ``only``
    are the keys of the conflicts that are wanted: of a large body, the few that a page shows.
    """
    found = _found(noun, list(_claims(noun, list(keys))), _trees())
    return _in_full([each for each in found if only is None or each.key in only])


def conflicts_in_short(noun: str, keys: Iterable[int]) -> list[Conflict]:
    """The same with as much of their claims as the index needs: what ``all_conflicts`` gives."""
    claims = list(_claims(noun, list(keys)))
    return _with_citations(list(_found(noun, claims, _trees()))) if claims else []


def all_conflicts(chunk: int = 500) -> Iterator[Conflict]:
    """Every conflict of the record: of the persons, then of the organisations, then of the events.

    In the order of the primary keys, ``chunk`` rows and ``chunk`` conflicts at a time, so that memory
    does not grow with the record: four queries for all, and four for each chunk. The claims come with
    their citations, without whom else the names in these may mean.
    """
    trees = _trees()
    for noun, model in NOUNS.items():
        for keys in _chunks(visible(model), chunk):
            found = _found(noun, list(_claims(noun, keys)), trees)
            while some := list(islice(found, chunk)):
                yield from _with_citations(some)


def _chunks(rows: QuerySet, size: int) -> Iterator[list[int]]:
    last = 0
    while keys := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size]):
        yield keys
        last = keys[-1]


def _claims(noun: str, keys: Sequence[int]) -> QuerySet:
    """The claims about these things, and those that name them and that a rule compares."""
    condition = Q(kind__in=about(noun))
    if noun == "organisation":
        condition |= Q(kind="tenure", role__sole=True)
    if noun == "event":
        condition |= _dated_otherwise()
    return _in_short(Q(condition, **{f"{noun}__in": keys}))


def _in_short(condition: Q) -> QuerySet:
    """The public claims that meet a condition, without their citations."""
    return Assertion.objects.public().filter(condition).with_subjects().in_time_order()


def _dated_otherwise() -> Q:
    """Claims of part taken in an event that give another date than a claim of when it was."""
    occurrences = Assertion.objects.filter(
        kind="occurrence", role=None, event=OuterRef("event")
    ).dated()
    same = occurrences.filter(edtf=OuterRef("edtf"), calendar=OuterRef("calendar"))
    part = Q(kind__in=("participation", "life_event", "relationship")) & ~Q(edtf="")
    return part & Q(Exists(occurrences)) & ~Q(Exists(same))


def _trees() -> Surroundings:
    """The trees, without the claims around; four queries."""
    return Surroundings(
        places=Tree.of(visible(Place)),
        organisations=Tree.of(visible(Organisation)),
        events=Tree.of(visible(Event)),
        roles=Tree.of(Role.objects.all(), "broader_id"),
        reform=calendar_reform(),
    )


def _found(noun: str, claims: Sequence[Assertion], trees: Surroundings) -> Iterator[Conflict]:
    """What the rules find in these claims, subject by subject; the claims are in short."""
    by_subject: dict[int, list[Assertion]] = {}
    for claim in claims:
        by_subject.setdefault(getattr(claim, f"{noun}_id"), []).append(claim)
    around = _with_claims(trees, noun, claims)
    rules = [rule for rule in RULES.values() if noun in rule.nouns]
    for key in sorted(by_subject):
        subject = getattr(by_subject[key][0], noun)
        dossier = Dossier(noun, subject, by_subject[key], around)
        for rule in rules:
            yield from rule.find(dossier)


def _in_full(found: list[Conflict]) -> list[Conflict]:
    """The conflicts with their claims as pages show them; what is no longer public is left out."""
    keys = {claim.pk for conflict in found for claim in conflict.claims}
    full = {claim.pk: claim for claim in public_claims().filter(pk__in=keys)}
    return [
        replace(
            conflict,
            sides=tuple(
                Side(side.text, tuple(full[claim.pk] for claim in side.claims))
                for side in conflict.sides
            ),
        )
        for conflict in found
        if all(claim.pk in full for claim in conflict.claims)
    ]


def _with_citations(found: list[Conflict]) -> list[Conflict]:
    """The conflicts whose claims have their citations; one query."""
    claims = {
        id(claim): claim for conflict in found for side in conflict.sides for claim in side.claims
    }
    citations = Citation.objects.readable().with_sources().in_document_order()
    prefetch_related_objects(list(claims.values()), Prefetch("citations", citations))
    return found


def _with_claims(trees: Surroundings, noun: str, claims: Sequence[Assertion]) -> Surroundings:
    """With when the events were, and the bodies, that these claims name, and who says what."""
    events = {claim.event_id for claim in claims if claim.event_id is not None}
    bodies: set[int] = set()
    if noun == "event":
        events = {above for key in events for above in [key, *trees.events.above(key)]}
    if noun == "person":
        bodies = {
            claim.organisation_id
            for claim in claims
            if claim.kind == "tenure" and claim.organisation_id is not None
        }
    wanted = Q(kind="occurrence", event__in=events) | Q(kind="existence", organisation__in=bodies)
    dating = list(_in_short(wanted & ~Q(edtf=""))) if events or bodies else []
    occurrences: dict[int, list[Assertion]] = {}
    existences: dict[int, list[Assertion]] = {}
    for claim in dating:
        if claim.kind == "occurrence":
            occurrences.setdefault(claim.event_id or 0, []).append(claim)
        else:
            existences.setdefault(claim.organisation_id or 0, []).append(claim)
    return replace(
        trees,
        occurrences=occurrences,
        existences=existences,
        heard=_heard({claim.pk for claim in [*claims, *dating]}),
    )


def _heard(keys: set[int]) -> dict[int, list[Heard]]:
    """The readable citations of these claims in short; one query."""
    columns = ("assertion", "source", "attributed_to_source", "attributed_to_person")
    rows = Citation.objects.readable().filter(assertion__in=keys).order_by("pk")
    heard: dict[int, list[Heard]] = {}
    for claim, read, work, person, stance, identification in rows.values_list(
        *columns, "stance", "identification"
    ):
        voice = ("source", work) if work else ("person", person) if person else ("source", read)
        supports = stance == Stance.SUPPORTS
        sure = identification == Identification.CERTAIN
        heard.setdefault(claim, []).append(Heard(voice, supports, sure))
    return heard
