"""Finding by name across persons, bodies, events and places, and what to begin with."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from prosopography.models import SUBJECTS, Assertion, Citation, Event, Organisation, Person, Source

from .address import visible
from .event import events
from .life import life_dates_of
from .listing import Listed, listed
from .loading import with_claim_count
from .organisation import organisations
from .person import persons
from .place import places

_MOST_EXAMPLES = 6
_LIKELY = 12
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
    sources: list[Source]  # those with most citations first
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
    """What the record says most about; thirteen queries."""
    nouns = {"person": Person, "organisation": Organisation, "event": Event}
    most = {
        noun: list(
            with_claim_count(visible(model), noun)
            .filter(pk__in=_named_most(Assertion, noun), claim_count__gt=0)
            .order_by("-claim_count", "label", "slug")[:_MOST_EXAMPLES]
        )
        for noun, model in nouns.items()
    }
    likely = _named_most(Citation, "source")
    cited = visible(Source).in_bulk(likely)
    lives = life_dates_of(most["person"])
    return Examples(
        persons=[Listed(row, row.claim_count, life=lives.get(row.pk)) for row in most["person"]],
        organisations=[Listed(row, row.claim_count) for row in most["organisation"]],
        events=[Listed(row, row.claim_count) for row in most["event"]],
        sources=[cited[key] for key in likely if key in cited][:_MOST_EXAMPLES],
        spellings=_spellings(most["person"]),
    )


def _named_most(model: Any, column: str) -> list[int]:
    """The keys of the rows that most claims, or citations, name in a column; one query.

    Through an index, public or not: to find out what is public for every row of a large record
    takes seconds. What is shown of these rows is counted by itself.
    """
    named = model.objects.exclude(**{column: None}).order_by().values_list(column)
    most = named.annotate(number=Count("pk")).order_by("-number", column)
    return [key for key, _ in most[:_LIKELY]]


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
