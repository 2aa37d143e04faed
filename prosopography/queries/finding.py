"""Finding by name across persons, bodies, events and places, and what to begin with."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from prosopography.models import SUBJECTS, Assertion, Event, Organisation, Person, Source

from .address import visible
from .event import events
from .life import life_dates_of
from .listing import Listed, listed
from .loading import with_citation_counts, with_claim_count
from .organisation import organisations
from .person import persons
from .place import places

_MOST_EXAMPLES = 6
#: How many hits of each sort a search across all of them shows.
MOST_SHOWN = 20


@dataclass(frozen=True)
class Found:
    """What a name finds among the things of one sort."""

    noun: str
    rows: list[Listed]  # the best of them
    total: int


@dataclass(frozen=True)
class Examples:
    """What a newcomer may begin with: what the record says most about."""

    persons: list[Listed]
    organisations: list[Listed]
    events: list[Listed]
    sources: list[Listed]
    spellings: list[str]


def find(text: str) -> list[Found]:
    """What a name finds, sort by sort, with how each was found; empty sorts are left out.

    For each of the four sorts the search's queries and two more, for the persons three.
    """
    rows = {
        "person": persons({}),
        "organisation": organisations(),
        "event": events(),
        "place": places(),
    }
    pages = [(noun, listed(rows[noun], noun, text=text)) for noun in SUBJECTS]
    return [Found(noun, page.rows[:MOST_SHOWN], page.total) for noun, page in pages if page.total]


def examples() -> Examples:
    """What the record says most about; six queries."""
    most = [
        _most(with_claim_count(visible(model), noun))
        for model, noun in ((Person, "person"), (Organisation, "organisation"), (Event, "event"))
    ]
    lives = life_dates_of(most[0])
    return Examples(
        persons=[Listed(row, row.claim_count, life=lives.get(row.pk)) for row in most[0]],
        organisations=[Listed(row, row.claim_count) for row in most[1]],
        events=[Listed(row, row.claim_count) for row in most[2]],
        sources=[
            Listed(row, row.claim_count) for row in _most(with_citation_counts(visible(Source)))
        ],
        spellings=_spellings(most[0]),
    )


def _most(rows: QuerySet) -> list[Any]:
    """Those of which most claims speak, none of which no claim speaks; one query."""
    return list(
        rows.filter(claim_count__gt=0).order_by("-claim_count", "label", "slug")[:_MOST_EXAMPLES]
    )


def _spellings(rows: list[Any]) -> list[str]:
    """For each of these persons a name in letters beyond plain Latin, if the record has one."""
    names = (
        Assertion.objects.public()
        .affirmed()
        .filter(kind="name", person__in=rows)
        .order_by("identifier")
        .values_list("person", "value")
    )
    found: dict[int, str] = {}
    for person, value in names:
        if person is not None and not value.isascii():
            found.setdefault(person, value)
    return list(found.values())
