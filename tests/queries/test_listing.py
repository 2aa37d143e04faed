"""Lists a page at a time, narrowed by a name; the search across them; what to begin with."""

import pytest

from prosopography.models import Person, Status
from prosopography.queries.finding import examples, find
from prosopography.queries.listing import listed
from prosopography.queries.organisation import organisations
from prosopography.queries.person import persons
from prosopography.queries.role import roles
from prosopography.queries.slices import PageNumberError
from prosopography.queries.source import sources
from prosopography.queries.titles import by_words
from tests import cast

pytestmark = pytest.mark.django_db


def test_listed_persons_have_years_and_numbers_of_claims() -> None:
    cast.birth()
    cast.person("leon-trotsky")
    cast.person("hidden", status=Status.DRAFT)
    page = listed(persons(), "person")
    assert [(each.row.slug, str(each.life or ""), each.claims) for each in page.rows] == [
        ("ivar-smilga", "born 1892", 1),
        ("leon-trotsky", "", 0),
    ]


def test_listed_under_a_name_are_the_best_first_and_say_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("prosopography.queries.listing.PAGE_OF_ROWS", 1)
    cast.name("Смилга", cast.person())
    cast.person("father-of-ivar-smilga", "Father of Ivar Smilga", sort_label="Smilga, father of")
    cast.person("leon-trotsky")
    first, second = (listed(persons(), "person", text="Смилга", number=n) for n in (1, 2))
    assert [each.row.slug for each in (*first.rows, *second.rows)] == [
        "ivar-smilga",
        "father-of-ivar-smilga",
    ]
    assert first.rows[0].match is not None
    assert first.rows[0].match.name == "Смилга"
    with pytest.raises(PageNumberError):
        listed(persons(), "person", text="Смилга", number=3)


def test_listed_parts_name_a_whole_that_is_public_only() -> None:
    secret = cast.organisation("a-secret", status=Status.DRAFT)
    cast.organisation("b-part-of-the-secret", part_of=secret)
    party = cast.organisation("c-party")
    cast.organisation("d-committee", part_of=party)
    page = listed(organisations(), "organisation")
    assert [(each.row.slug, each.part_of) for each in page.rows] == [
        ("b-part-of-the-secret", None),
        ("c-party", None),
        ("d-committee", party),
    ]


def test_roles_and_sources_are_found_by_the_beginnings_of_their_words() -> None:
    cast.role("chairman")
    cast.role("vice-chairman", joins="organisation")
    cast.role("member")
    cast.source("memoirs", "Serge, Memoirs", title="Воспоминания революционера")
    cast.source("secret", "Serge, Secret", status=Status.DRAFT)
    assert [each.row.slug for each in listed(roles(), "role", text="Chair").rows] == [
        "chairman",
        "vice-chairman",
    ]
    for text in ("serge", "MEMOIRS serge", "воспоминания", "vospominan"):
        assert [each.row.slug for each in listed(sources(), "source", text=text).rows] == [
            "memoirs"
        ]
    assert listed(roles(), "role", text="?!").rows == []


def test_listed_sources_have_numbers_of_their_public_citations() -> None:
    cast.birth()
    cast.birth(edtf="1880", status=Status.DRAFT)
    cast.birth(edtf="1881", attributed_to_person=cast.person("hidden", status=Status.DRAFT))
    memoirs = cast.source("memoirs", "Zz Memoirs")
    cast.signature(attributed_to_source=memoirs)
    cast.signature(cast.person("leon-trotsky"), attributed_to_source=memoirs, status=Status.DRAFT)
    page = listed(sources(), "source")
    assert [(each.row.slug, each.claims, each.reported) for each in page.rows] == [
        ("smilga-article", 2, 0),
        ("memoirs", 0, 1),
    ]


def test_by_words_finds_nothing_under_no_words() -> None:
    cast.person()
    assert by_words(Person.objects.published(), "—", ("label",)) == []


def test_find_looks_through_every_sort_of_thing() -> None:
    cast.person("leon-trotsky")
    cast.event("murder-of-trotsky")
    cast.place("trotsk")
    cast.person("trotsky-the-hidden", status=Status.DRAFT)
    found = {each.noun: [hit.row.slug for hit in each.rows] for each in find("Троцкий")}
    assert found["person"] == ["leon-trotsky"]
    assert found["event"] == ["murder-of-trotsky"]
    assert "organisation" not in found


def test_examples_are_what_the_sources_say_most_about() -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.name("Смилга", smilga)
    cast.birth(smilga)
    cast.tenure(trotsky)
    cast.name("Секрет", trotsky, status=Status.DRAFT)
    hidden = cast.person("hidden", status=Status.DRAFT)
    for year in range(1880, 1885):
        cast.birth(hidden, edtf=str(year))
        cast.birth(trotsky, edtf=str(year), status=Status.DRAFT)
    found = examples()
    assert [(each.row.slug, each.claims) for each in found.persons] == [
        ("ivar-smilga", 2),
        ("leon-trotsky", 1),
    ]
    assert [each.row.slug for each in found.organisations] == ["tsentrobalt"]
    assert found.events == []
    assert [each.slug for each in found.sources] == ["smilga-article"]
    assert found.spellings == ["Смилга"]
