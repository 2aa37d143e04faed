"""What a source speaks of: whom and what most often, and what it alone says."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from prosopography.models import Assertion, Citation, Event, Organisation, Person, Source, Stance

from .address import public_citations, visible
from .conflict_index import is_disputed

#: So many of those named most are shown.
MOST_NAMED = 12
#: So many persons can be chosen from in a list; of more, a name is to be typed.
MOST_PERSONS = 300


@dataclass(frozen=True)
class Named:
    """A person, a body or an event, and how many claims of the source name it."""

    row: Any
    claims: int


@dataclass(frozen=True)
class Content:
    """What a source speaks of."""

    persons: list[Named]
    events: list[Named]
    organisations: list[Named]
    choices: list[Person]  # all persons, in their order; none where they are too many for a list
    of_persons: int  # how many there are of each, with those that are not shown
    of_events: int
    of_organisations: int


@dataclass(frozen=True)
class Shares:
    """What a source alone says, and what others say too."""

    claims: int
    shared: int  # also cited from another source, which may be its copy
    corroborated: int  # on the word of two independent witnesses or more
    disputed: int

    @property
    def alone(self) -> int:
        """How many no other source of the record tells."""
        return self.claims - self.shared


def claims_of(source: Source) -> QuerySet:
    """The public claims that are cited from a source, whether it supports them or not."""
    cited = public_citations().filter(source=source).order_by()
    return Assertion.objects.filter(pk__in=cited.values("assertion")).order_by()


def content(source: Source) -> Content:
    """Whom and what a source speaks of most; four queries: one for all, one for each sort of row."""
    persons: Counter[int] = Counter()
    events: Counter[int] = Counter()
    organisations: Counter[int] = Counter()
    columns = ("person", "related_person", "event", "organisation")
    # Counted here: the database would look four times for the claims, which is what takes time.
    for person, related, event, organisation in claims_of(source).values_list(*columns):
        persons.update(key for key in (person, related) if key is not None)
        events.update(key for key in (event,) if key is not None)
        organisations.update(key for key in (organisation,) if key is not None)
    choices = _choices(persons)
    return Content(
        persons=_most(persons, Person, {person.pk: person for person in choices}),
        events=_most(events, Event),
        organisations=_most(organisations, Organisation),
        choices=choices,
        of_persons=len(persons),
        of_events=len(events),
        of_organisations=len(organisations),
    )


def to_choose_from(source: Source) -> list[Person]:
    """The persons whom a source names, in their order; two queries.

    Nobody, where there are more than MOST_PERSONS; then one.
    """
    pairs = claims_of(source).values_list("person", "related_person")
    return _choices({key for pair in pairs for key in pair if key is not None})


def shares(source: Source) -> Shares:
    """How much of it no other source says; one query."""
    counted = (
        claims_of(source)
        .annotate(is_shared=told_elsewhere(source), is_disputed=_disputed())
        .aggregate(
            claims=Count("pk"),
            shared=Count("pk", filter=Q(is_shared=True)),
            corroborated=Count("pk", filter=Q(witnesses__gte=2)),
            disputed=Count("pk", filter=Q(is_disputed=True)),
        )
    )
    return Shares(**counted)


def told_elsewhere(source: Source, claim: str = "pk") -> Exists:
    """That another source, too, supports the claim of the outer query, which is public.

    ``claim`` is the column that holds its key.
    """
    others = Citation.objects.readable().filter(assertion=OuterRef(claim), stance=Stance.SUPPORTS)
    return Exists(others.exclude(source=source))


def _disputed() -> Any:
    """As a column, that a claim is in a conflict."""
    (found,) = is_disputed().children
    return found


def _choices(persons: Collection[int]) -> list[Person]:
    """The persons of these keys in their order; one query, none where they are too many."""
    if len(persons) > MOST_PERSONS:
        return []
    return list(visible(Person).filter(pk__in=persons))


def _most(counted: Counter[int], model: Any, loaded: dict[int, Any] | None = None) -> list[Named]:
    """Those that are named most; one query, none where they are loaded."""
    keys = sorted(counted, key=lambda key: (-counted[key], key))[:MOST_NAMED]
    rows = loaded or visible(model).in_bulk(keys)
    return [Named(rows[key], counted[key]) for key in keys if key in rows]
