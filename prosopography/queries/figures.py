"""The figures of the record."""

from dataclasses import dataclass

from prosopography.models import (
    Assertion,
    Citation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
)

from .conflict_index import open_conflicts
from .reading import Known, known


@dataclass(frozen=True)
class Figures:
    """How much of everything the public can see."""

    persons: int
    organisations: int
    events: int
    places: int
    roles: int
    sources: Known  # those read, and the others that these name
    assertions: int
    citations: int
    conflicts: int  # that no settlement holds for


def figures() -> Figures:
    """The counts of what is public; nine queries."""
    claims = Assertion.objects.public()
    return Figures(
        persons=Person.objects.published().count(),
        organisations=Organisation.objects.published().count(),
        events=Event.objects.published().count(),
        places=Place.objects.published().count(),
        roles=Role.objects.count(),
        sources=known(Source.objects.published()),
        assertions=claims.count(),
        citations=Citation.objects.readable().filter(assertion__in=claims.values("pk")).count(),
        conflicts=open_conflicts(),
    )


def is_empty() -> bool:
    """Whether nothing of a record is there yet, published or not."""
    return not any(model.objects.exists() for model in (Person, Source, Assertion))
