"""The page of a place: who was born, died, lived and acted there, and what befell whom."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.place import place_page, places
from prosopography.queries.sentence import plain
from tests import cast
from tests.queries.headings import told

pytestmark = pytest.mark.django_db


def test_place_page_shows_who_and_what_was_there(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    latvia = cast.place("latvia", latitude="57", longitude="25")
    aloja = cast.place("aloja", part_of=latvia)
    trotsky = cast.person("leon-trotsky")
    banished = cast.role("banished", joins="life", lasting=False, broader=cast.role("exiled"))
    cast.birth(place=aloja)
    cast.birth(trotsky, place=latvia, polarity="denied")
    cast.claim("life_event", person=cast.person(), role=banished, place=latvia)
    cast.claim("life_event", person=trotsky, role=cast.role("exiled"), place=aloja)
    cast.claim("residence", person=cast.person(), place=latvia)
    bond = {"role": cast.role("supporter-of"), "place": latvia}
    cast.claim("relationship", person=cast.person(), related_person=trotsky, **bond)
    cast.claim("occurrence", event=cast.event(), place=latvia, edtf="1923")
    cast.signature()
    cast.claim("name", place=latvia, value="Livonia")
    cast.birth(cast.person("hidden", status=Status.DRAFT), place=latvia)
    cast.birth(place=latvia, status=Status.DRAFT)
    cast.claim(
        "residence", person=trotsky, place=cast.place("cell", part_of=latvia, status="draft")
    )
    # the tree (2), the place (4), the claims (8), those of itself, events (4), sources (2),
    # identifiers
    with django_assert_num_queries(22):
        page = place_page(latvia)
    assert told(page.there.page.rows) == [
        ("Born here", 1, ["Ivar Smilga was born in Aloja"], ["Leon Trotsky was not born"]),
        ("Exiled", 2, ["Ivar Smilga – banished", "Leon Trotsky – exiled, Aloja"], []),
        ("Lived here", 1, ["Ivar Smilga lived in Latvia"], []),
        ("Relationships here", 0, ["Ivar Smilga – supporter of Leon Trotsky"], []),
        ("Events here", 0, ["Declaration Of The 46 took place"], []),
    ]
    assert [each.question for each in page.there.sections] == [
        '{"assertion":{"kind":"birth","place":"latvia"}}',
        '{"assertion":{"kind":"life_event","place":"latvia","role":"exiled"}}',
        '{"assertion":{"kind":"residence","place":"latvia"}}',
        "",
        "",
    ]
    assert (page.there.total, page.itself) == (7, 5)
    assert [(each.event.slug, each.when, each.persons) for each in page.events] == [
        ("declaration-of-the-46", "1923", 1)
    ]
    assert [
        (group.title, [plain(claim.parts) for claim in group.claims]) for group in page.own.groups
    ] == [("Names", ["Livonia"])]
    assert [(each.source.slug, each.claims) for each in page.sources.rows] == [
        ("smilga-article", 8)
    ]
    assert page.locator is not None
    assert {each.slug: each.claim_count for each in places()} == {"aloja": 2, "latvia": 6}


def test_place_page_of_nothing_is_empty() -> None:
    page = place_page(cast.place())
    assert (told(page.there.page.rows), page.itself, page.events, page.locator) == ([], 0, [], None)
