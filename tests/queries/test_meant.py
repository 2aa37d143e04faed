"""Which row somebody means: by address, by label, under any spelling; never one that is not public."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.queries.address import visible
from prosopography.queries.meant import TABLES, Meant, meant, offers, written
from tests import cast

pytestmark = pytest.mark.django_db


def slugs(found: Meant) -> tuple[str | None, list[str]]:
    return found.row and found.row.slug, [each.slug for each in found.candidates]


@pytest.fixture(autouse=True)
def several() -> None:
    cast.person("lev-kamenev", "Lev Kamenev")
    cast.person("sergei-kamenev", "Sergei Kamenev")
    cast.person("ivan-smirnov", "Ivan Smirnov", status="draft")
    cast.name("Смилга", cast.person())
    cast.organisation("central-committee")
    cast.role("member")
    cast.role("chairman")
    cast.source("serge-memoirs", "Serge, Memoirs")
    cast.source("serge-letters", "Serge, Letters", status="draft")


@pytest.mark.parametrize(
    "text", ["ivar-smilga", "Ivar Smilga", "ivar  SMILGA", "Смилга", "Shmilga"]
)
def test_a_person_is_meant_by_address_label_or_any_spelling(text: str) -> None:
    assert slugs(meant(text, "person")) == ("ivar-smilga", [])


def test_an_old_address_leads_to_its_row() -> None:
    row.revise(cast.person("lev-kamenev"), slug="lev-borisovich-kamenev")
    assert slugs(meant("lev-kamenev", "person")) == ("lev-borisovich-kamenev", [])


def test_several_are_offered_with_the_reason() -> None:
    found = meant("Kamenev", "person")
    assert slugs(found) == (None, ["lev-kamenev", "sergei-kamenev"])
    assert found.candidates[0].why == "“Kamenev” is part of “Lev Kamenev”."


def test_a_whole_name_is_taken_before_parts_of_others() -> None:
    cast.person("kamenev", "Kamenev (commander)")
    cast.name("Kamenev", cast.person("kamenev"))
    assert slugs(meant("Каменев", "person")) == ("kamenev", [])


def test_roles_and_sources_are_found_by_the_words_of_their_labels() -> None:
    assert slugs(meant("memoirs", "source")) == ("serge-memoirs", [])
    assert slugs(meant("chair", "role")) == ("chairman", [])
    assert slugs(meant("membre", "role")) == (None, ["member"])
    assert slugs(meant("xyzzy", "role")) == (None, [])


def test_a_name_may_be_looked_up_in_two_tables() -> None:
    cast.person("victor-serge")
    assert slugs(meant("serge", "source", "person")) == (None, ["serge-memoirs", "victor-serge"])
    cast.person("serge-memoirs", "Somebody Else")
    assert slugs(meant("serge-memoirs", "source", "person")) == ("serge-memoirs", [])


def test_what_is_not_public_is_neither_meant_nor_offered() -> None:
    for text in ("ivan-smirnov", "Ivan Smirnov", "Smirnov", "Смирнов"):
        assert slugs(meant(text, "person"))[0] is None
        assert "ivan-smirnov" not in slugs(meant(text, "person"))[1]
    assert offers("smirnov", "person") == []
    assert [each.slug for each, _ in offers("serge", "source")] == ["serge-memoirs"]


def test_what_is_offered_is_found_again_as_it_is_written() -> None:
    cast.organisation("committee-a", "The same; and again")
    cast.organisation("committee-b", "Twice")
    cast.organisation("committee-c", "Twice")
    rows = visible(TABLES["organisation"])
    assert written("organisation", rows) == {
        "central-committee": "Central Committee",
        "committee-a": "committee-a",
        "committee-b": "committee-b",
        "committee-c": "committee-c",
    }
    for slug, text in written("organisation", rows).items():
        assert slugs(meant(text, "organisation")) == (slug, [])
    assert [each for _, each in offers("сми", "person")] == ["Ivar Smilga"]
    assert offers("", "person") == []


def test_the_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    # the row by its slug, and as it is
    with django_assert_num_queries(2):
        meant("ivar-smilga", "person")
    # no slug, no old one; the label
    with django_assert_num_queries(3):
        meant("Ivar Smilga", "person")
    # the same, the search 2, the rows
    with django_assert_num_queries(6):
        meant("Kamenev", "person")
    # the same, all labels, the row
    with django_assert_num_queries(5):
        meant("chair", "role")
    # the search 2, the rows, their labels
    with django_assert_num_queries(4):
        offers("kamenev", "person")
