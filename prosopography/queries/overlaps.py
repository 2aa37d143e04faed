"""Who served with whom: the persons who held something in the same body, and how long together.

All tenures of the shared bodies are judged in a short form, of which a large body has thousands; only
the claims of one page are then read with their evidence. Claims are taken one by one, as questions
take them (``overlaps_with``): neither death nor expulsion, which other claims tell, ends a tenure here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from prosopography.dates import Bounds
from prosopography.models import Assertion, Organisation, Person

from .address import visible
from .below import with_parts
from .identity import is_surely_named
from .pairs import PLACES, Held, Nearness, Pair, doubt, nearest, pair_up
from .tenures import Told, person_of, told
from .tree import Tree


@dataclass(frozen=True)
class Shared:
    """A body in which both held something, in short."""

    organisation: int
    nearness: Nearness
    own: list[Held]
    theirs: list[Held]


@dataclass(frozen=True)
class Found:
    """Somebody who served with the person, in short."""

    person: int
    sorting: tuple[str, str]
    nearness: Nearness  # that of the strongest body
    shared: list[Shared]


@dataclass(frozen=True)
class Overlaps:
    """Everybody who served with a person, before the claims are read in full."""

    found: list[Found]  # by nearness, then by name
    counts: dict[Nearness, int]  # persons


@dataclass(frozen=True)
class Together:
    """A body in which both held something."""

    organisation: Organisation
    nearness: Nearness
    pairs: list[Pair]
    one: list[Told]  # the claims of the person
    other: list[Told]  # those of the other one

    @property
    def text(self) -> str:
        """How surely and how long, in words, by the strongest pair."""
        return self.pairs[0].text


@dataclass(frozen=True)
class Companion:
    """Somebody who served with the person, with the claims of both."""

    person: Person
    nearness: Nearness
    bodies: list[Together]

    @property
    def match(self) -> str:
        """As an answer to a question: certain or possible."""
        return self.nearness if self.nearness is Nearness.CERTAIN else Nearness.POSSIBLE


def overlaps(
    person: Person,
    organisation: Organisation | None = None,
    *,
    exact: bool = False,
    certain: bool = False,
) -> Overlaps:
    """Who held something in a body while this person did, as far as no date excludes it.

    In any one body, the same for both; or in the organisation that is given, of which the parts are
    one with it unless ``exact``. ``certain``: only those, and in those bodies, of whom it is certain.
    Two queries, one more for the parts of an organisation.
    """
    bodies = Q()
    if organisation is not None:
        keys = [organisation.pk] if exact else sorted(with_parts(Organisation, [organisation.pk]))
        bodies = Q(organisation__in=keys)

    def body(held: Held) -> int:
        return held.organisation if organisation is None else organisation.pk

    own: dict[int, list[Held]] = defaultdict(list)
    for held in tenures_in_short(bodies & Q(person=person)):
        own[body(held)].append(held)
    if not own:
        return Overlaps([], dict.fromkeys(Nearness, 0))
    if organisation is None:
        bodies = Q(organisation__in=sorted(own))
    others: dict[tuple[int, tuple[str, str]], dict[int, list[Held]]] = defaultdict(dict)
    for held in tenures_in_short(bodies & ~Q(person=person)):
        others[held.person, held.sorting].setdefault(body(held), []).append(held)
    weighed: dict[tuple[Bounds, Bounds], Nearness | None] = {}
    found = []
    for (key, sorting), by_body in others.items():
        shared = []
        for place, theirs in by_body.items():
            nearness = nearest(own[place], theirs, weighed)
            if nearness is Nearness.CERTAIN or (nearness is not None and not certain):
                shared.append(Shared(place, nearness, own[place], theirs))
        if shared:
            best = min((each.nearness for each in shared), key=PLACES.__getitem__)
            found.append(Found(key, sorting, best, shared))
    found.sort(key=lambda each: (PLACES[each.nearness], each.sorting))
    counted = Counter(each.nearness for each in found)
    return Overlaps(found, {each: counted[each] for each in Nearness})


def tell(found: Iterable[Found]) -> list[Companion]:
    """These persons with the bodies and the claims of both; four queries.

    What was taken back since they were found is left out.
    """
    listed = list(found)
    shared = [each for one in listed for each in one.shared]
    held = [held for each in shared for held in (*each.own, *each.theirs)]
    full = told({each.key for each in held})
    rows = visible(Organisation).in_bulk({each.organisation for each in shared})
    companions = []
    for each in listed:
        bodies = [body for one in each.shared if (body := _together(one, rows, full)) is not None]
        if bodies:
            bodies.sort(key=lambda body: (PLACES[body.nearness], body.organisation.sort_label))
            person = person_of(bodies[0].other[0])
            companions.append(Companion(person, bodies[0].nearness, bodies))
    return companions


def bodies_of(person: Person) -> list[Organisation]:
    """The bodies in which the person held something, and what these are part of; three queries."""
    tree = Tree.of(visible(Organisation))
    claims = Assertion.objects.public().counted().filter(kind="tenure", person=person)
    own = set(claims.values_list("organisation", flat=True))
    keys = own.union(*(tree.above(key) for key in own if key is not None))
    return list(visible(Organisation).filter(pk__in=keys))


def tenures_in_short(condition: Q) -> list[Held]:
    """The affirmed public tenures that meet a condition, without those deprecated; one query."""
    rows = (
        Assertion.objects.public()
        .counted()
        .filter(condition, kind="tenure")
        .annotate(has_sure_name=is_surely_named())
        .order_by()
        .values_list(
            "pk", "person_id", "person__sort_label", "person__slug", "organisation_id",
            *Bounds._fields, "certainty", "has_sure_name", "edtf", "calendar",
        )
    )  # fmt: skip
    return [
        Held(
            key, person, (label.casefold(), slug), body, Bounds(*days), doubt(certainty, named),
            edtf, calendar,
        )
        for key, person, label, slug, body, *days, certainty, named, edtf, calendar in rows
    ]  # fmt: skip


def _together(
    shared: Shared, rows: dict[int, Organisation], full: dict[int, Told]
) -> Together | None:
    """A shared body in full; None where it, or all that is told of it, was taken back."""
    pairs = pair_up(
        (each for each in shared.own if each.key in full),
        (each for each in shared.theirs if each.key in full),
    )
    if not pairs or shared.organisation not in rows:
        return None
    return Together(
        organisation=rows[shared.organisation],
        nearness=pairs[0].nearness,
        pairs=pairs,
        one=[full[key] for key in dict.fromkeys(pair.one for pair in pairs)],
        other=[full[key] for key in dict.fromkeys(pair.other for pair in pairs)],
    )
