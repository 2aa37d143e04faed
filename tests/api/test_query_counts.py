"""Every list and every embedded form costs the same number of queries at one row and at three."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Authority, Derivation, Identifier, Passage
from prosopography.queries.search import search
from tests import cast

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]


@cast.at_once()
def life(number: int) -> None:
    """One more of everything, connected with one another."""
    who = cast.person(f"person-{number}")
    source = cast.source(f"source-{number}", kind="article")
    body = cast.organisation(f"body-{number}", part_of=cast.organisation())
    cast.organisation(f"part-{number}", part_of=body)
    happening = cast.event(f"event-{number}", part_of=cast.event())
    cast.event(f"part-of-event-{number}", part_of=happening)
    town = cast.place(f"place-{number}", part_of=cast.place())
    cast.place(f"part-of-place-{number}", part_of=town)
    chairman = cast.role(f"office-{number}", joins="organisation", broader=cast.role("member"))
    cast.role(f"lesser-office-{number}", joins="organisation", broader=chairman)
    named = {"source": source, "attributed_to_person": cast.person("witness")}
    cast.name(f"Person {number}", who, role=cast.role("also-known-as"), **named)
    cast.birth(who, place=town, **named)
    tenure = cast.claim(
        "tenure", person=who, organisation=body, role=chairman, place=town, edtf="1917", **named
    )
    claims.cite(tenure, source=cast.source(), locator="¶2", attributed_to_source=source)
    signatory = cast.role("signatory")
    cast.claim("participation", person=who, event=happening, role=signatory, **named)
    cast.claim(
        "relationship", person=who, related_person=cast.person("witness"),
        role=cast.role("supporter-of"), **named,
    )  # fmt: skip
    for noun, thing in (("organisation", body), ("event", happening), ("place", town)):
        cast.claim("name", **{noun: thing}, value=f"Name {number}", **named)
    row.create(Derivation, source=source, derived_from=cast.source())
    row.create(Derivation, source=cast.source("copy"), derived_from=source)
    row.save(Passage(source=source, locator="¶9", reason="heading"))
    wikidata = Authority.objects.filter(slug="wikidata").first() or row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
    )
    row.create(Identifier, authority=wikidata, value=f"Q{number}", person=who)


#: What is asked, narrowed to the rows of ``life``, and what it costs.
LISTS = [
    # count, page, names, identifiers, two counts; for the life dates the claims, their citations,
    # whom else they may mean, derivations, the sources in them; the organisation, with its parts
    ("persons/", {"organisation": "tsentrobalt"}, 13),
    # the same without a filter
    ("persons/", {}, 11),
    # count, page, names, identifiers, parts, counts; what is above
    ("organisations/", {"part_of": "tsentrobalt", "exact": "true", "ordering": "slug"}, 7),
    ("events/", {"part_of": "declaration-of-the-46", "exact": "true"}, 7),
    ("places/", {"part_of": "aloja", "exact": "true"}, 7),
    # count, page, narrower roles, counts; the broader one
    ("roles/", {"broader": "member", "exact": "true"}, 5),
    # count, page, what it derives from, what derives from it, passages, counts
    ("sources/", {"kind": "article"}, 6),
    # count, page, citations, whom else they may mean; derivations, the sources in them
    ("assertions/", {"kind": "tenure"}, 6),
    ("assertions/", {"witnesses_min": "1", "doubtful": "exclude", "ordering": "-witnesses"}, 6),
    ("names/", {"text": "Person"}, 6),
    # count, page, claims, whom else they may mean
    ("citations/", {"kind": "tenure"}, 4),
]  # fmt: skip


def cost(get: Get, path: str, key: str, **parameters: str) -> tuple[int, int]:
    """How many queries an answer takes, and how many rows it shows."""
    with CaptureQueriesContext(connection) as queries:
        shown = len(get(path, **parameters)[key])
    return len(queries), shown


def test_lists_cost_the_same_at_one_row_and_at_three(get: Get) -> None:
    def costs() -> list[tuple[int, int]]:
        return [cost(get, path, "results", **parameters) for path, parameters, _ in LISTS]

    expected = [number for *_, number in LISTS]
    life(1)
    before = costs()
    life(2)
    life(3)
    after = costs()
    assert [number for number, _ in before] == expected
    assert [number for number, _ in after] == expected
    assert all(0 < fewer < more for (_, fewer), (_, more) in zip(before, after, strict=True))


def test_search_adds_only_its_own_queries(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 2, 3):
        life(number)
        with CaptureQueriesContext(connection) as own:
            assert len(search("Person")) == number
        # the search's own; count, page, names, identifiers, two counts, life dates 5
        with django_assert_num_queries(len(own) + 11):
            assert get("persons/", search="Person")["count"] == number


SINGLE = [
    # the row, names, identifiers, two counts, life dates 5; claims, citations, whom else they may
    # mean, derivations, the sources in them
    ("persons/person-1/", "assertions", 15),
    # the row, names, identifiers, parts, counts; claims, citations, whom else they may mean,
    # derivations, the sources in them
    ("organisations/body-1/", "assertions", 10),
    ("events/event-1/", "assertions", 10),
    ("places/place-1/", "assertions", 10),
    # the row, what it derives from, what derives from it, passages, counts; citations, claims,
    # whom else they may mean
    ("sources/source-1/", "citations", 8),
]


def test_embedded_forms_cost_the_same_at_one_row_and_at_three(get: Get) -> None:
    def costs() -> list[tuple[int, int]]:
        return [cost(get, path, embed, embed=embed) for path, embed, _ in SINGLE]

    expected = [number for *_, number in SINGLE]
    life(1)
    before = costs()
    for year in ("1918", "1919", "1920"):
        cast.claim(
            "tenure", person=cast.person("person-1"), organisation=cast.organisation("body-1"),
            role=cast.role("office-1"), place=cast.place("place-1"), edtf=year,
            source=cast.source("source-1"), attributed_to_person=cast.person("witness"),
        )  # fmt: skip
        cast.claim("description", event=cast.event("event-1"), value=f"It was in {year}.")
    after = costs()
    assert [number for number, _ in before] == expected
    assert [(number, shown - 3) for number, shown in after] == before


def test_single_claim_and_citation(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    claim = cast.tenure()
    citation = claim.citations.get()
    # the claim, its citations, whom else they may mean, derivations, the sources in them
    with django_assert_num_queries(5):
        get(f"assertions/{claim.identifier}/")
    # the citation, its claim, whom else it may mean
    with django_assert_num_queries(3):
        get(f"citations/{citation.identifier}/")


def test_root_asks_nothing(get: Get, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        get("")
