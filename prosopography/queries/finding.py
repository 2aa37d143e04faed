"""Finding by name across all nouns of the record, and what to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count

from prosopography import names
from prosopography.models import (
    SUBJECTS,
    Assertion,
    Citation,
    Event,
    Organisation,
    Person,
    Source,
)

from .address import TABLES, visible
from .event import events
from .life import life_dates_of
from .listing import Listed, listed
from .loading import with_claim_count
from .name_source import name_sources
from .organisation import organisations
from .person import persons
from .place import places
from .search import Hit, search
from .titles import search_words

_MOST_EXAMPLES = 6
_LIKELY = 12
#: How many hits of each sort a search across all of them shows.
MOST_SHOWN = 20
#: How many hits of all sorts together are offered while a name is typed.
MOST_OFFERED = 8
#: What is found by its own words, having no names that sources give.
_WORDED = ("source", "role")
NOUNS = (*SUBJECTS, *_WORDED)


@dataclass(frozen=True)
class Found:
    """What a name finds among the things of one sort."""

    noun: str
    rows: list[Listed]  # the best of them
    total: int


@dataclass(frozen=True)
class Offered:
    """The best of what a name finds among things of all sorts."""

    rows: list[tuple[str, Listed]]  # each with its noun, the best first; claims are not counted
    more: bool  # whether the name finds more than these


@dataclass(frozen=True)
class Examples:
    """What a newcomer may begin with: what the record says most about."""

    persons: list[Listed]
    organisations: list[Listed]
    events: list[Listed]
    sources: list[Source]  # those with most citations first
    spellings: list[str]


def find(text: str) -> list[Found]:
    """What a name finds, sort by sort, with how each was found and where its name stands.

    Empty sorts are left out. For each of the four sorts with names the search's queries and two more,
    for the persons three; for sources and roles one, and one more if there are any; one for where the
    names stand.
    """
    rows = {
        "person": persons(),
        "organisation": organisations(),
        "event": events(),
        "place": places(),
    }
    pages = [(noun, listed(rows[noun], noun, text=text)) for noun in SUBJECTS]
    best = [(noun, each) for noun, page in pages for each in page.rows[:MOST_SHOWN]]
    with_names = _with_sources(best)
    found = [
        Found(noun, [each for its, each in with_names if its == noun], page.total)
        for noun, page in pages
    ]
    found += [_worded(noun, text) for noun in _WORDED]
    return [each for each in found if each.total]


def _worded(noun: str, text: str) -> Found:
    """The sources or roles in whose words a text stands; two queries, one where there are none."""
    hits = search_words(text, noun)
    best = hits[:MOST_SHOWN]
    rows = visible(TABLES[noun]).in_bulk([hit.pk for hit in best])
    return Found(noun, [Listed(rows[hit.pk], 0, match=hit) for hit in best], len(hits))


def only_namesake(text: str, found: Sequence[Found]) -> Listed | None:
    """What alone, of all that was found, is called just this; None if none is, or several; no query.

    What a source only prints so, where it speaks of something else, is not called so. A source or a
    role is told only where nothing else is called so: “Stalin” is the title of many a book.
    """
    asked = names.fold(text)
    for nouns in (SUBJECTS, _WORDED):
        called = [
            each
            for sort in found
            for each in sort.rows
            if sort.noun in nouns and each.match is not None
            if names.fold(each.match.name) == asked and each.match.column != "authors"
            if each.stands is None or not each.stands.is_printed
        ]
        if called:
            return called[0] if len(called) == 1 else None
    return None


def offer(text: str) -> Offered:
    """The best that a name finds, of all sorts together, while it is typed.

    The search's queries for each of the four sorts with names, one each for sources and roles, one
    for the rows of each sort that is offered, five for the life dates of persons, one for where the
    names stand.
    """
    asked = names.fold(text)
    hits = [(noun, hit) for noun in SUBJECTS for hit in search(text, noun, limit=MOST_OFFERED + 1)]
    hits += [(noun, hit) for noun in _WORDED for hit in search_words(text, noun)]
    # Stable: what is equally good stays in the order of the sorts, and within one of the search.
    hits.sort(key=lambda each: (names.fold(each[1].name) != asked, -each[1].score))
    best = hits[:MOST_OFFERED]
    rows = {
        noun: visible(TABLES[noun]).in_bulk([hit.pk for its, hit in best if its == noun])
        for noun in NOUNS
        if any(its == noun for its, _ in best)
    }
    lives = life_dates_of(list(rows.get("person", {}).values()))
    shown = [
        (
            noun,
            Listed(
                rows[noun][hit.pk], 0, life=lives.get(hit.pk) if noun == "person" else None,
                match=hit,
            ),
        )
        for noun, hit in best
        if hit.pk in rows[noun]
    ]  # fmt: skip
    return Offered(_with_sources(shown), more=len(hits) > len(best))


def _with_sources(found: list[tuple[str, Listed]]) -> list[tuple[str, Listed]]:
    """The same, each with where the name stands by which it was found; one query."""
    matched: list[tuple[str, Hit]] = [
        (noun, each.match) for noun, each in found if each.match and noun in SUBJECTS
    ]
    stands = name_sources(matched)
    return [(noun, replace(each, stands=stands.get((noun, each.row.pk)))) for noun, each in found]


def examples() -> Examples:
    """What the record says most about; thirteen queries."""
    persons = most_told(Person, "person")
    likely = _named_most(Citation, "source")
    cited = visible(Source).in_bulk(likely)
    lives = life_dates_of(persons)
    return Examples(
        persons=[Listed(row, row.claim_count, life=lives.get(row.pk)) for row in persons],
        organisations=_listed(most_told(Organisation, "organisation")),
        events=_listed(most_told(Event, "event")),
        sources=[cited[key] for key in likely if key in cited][:_MOST_EXAMPLES],
        spellings=_spellings(persons),
    )


def most_told(model: Any, noun: str, most: int = _MOST_EXAMPLES) -> list[Any]:
    """The rows of which most claims tell, with ``claim_count``, at most ``most``; two queries."""
    rows = with_claim_count(visible(model), noun).filter(
        pk__in=_named_most(Assertion, noun), claim_count__gt=0
    )
    return list(rows.order_by("-claim_count", "label", "slug")[:most])


def _listed(rows: list[Any]) -> list[Listed]:
    return [Listed(row, row.claim_count) for row in rows]


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
