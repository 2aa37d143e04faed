"""Organisations, events and places: where they stand, and which claims name them."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import publication, row
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]

MAKE = {"organisations": cast.organisation, "events": cast.event, "places": cast.place}
each = pytest.mark.parametrize("path", list(MAKE))


@each
def test_row_tells_where_it_stands(get: Get, path: str) -> None:
    make = MAKE[path]
    larger = make("larger")
    middle = make("middle", part_of=larger)
    make("smaller", part_of=middle)
    make("hidden", part_of=middle, status="draft")
    noun = path.removesuffix("s")
    cast.claim("name", **{noun: middle}, value="Середина")
    told = get(f"{path}/middle/")
    api = f"http://testserver/api/v1/{path}"
    position = {"latitude": None, "longitude": None} if path == "places" else {}
    assert told == {
        "slug": "middle",
        "label": "Middle",
        "sort_label": "Middle",
        "note": "",
        "url": f"{api}/middle/",
        "page": f"http://testserver/{path}/middle/",
        "part_of": {"slug": "larger", "label": "Larger", "url": f"{api}/larger/"},
        "parts": [{"slug": "smaller", "label": "Smaller", "url": f"{api}/smaller/"}],
        **position,
        "names": ["Середина"],
        "identifiers": [],
        "counts": {"assertions": 1},
    }


@each
def test_part_of_what_is_not_published_is_part_of_nothing(get: Get, path: str) -> None:
    make = MAKE[path]
    make("shown", part_of=make("hidden", status="draft"))
    assert get(f"{path}/shown/", fields="part_of") == {"part_of": None}


@each
def test_part_of_finds_all_below(keys: Keys, path: str) -> None:
    make = MAKE[path]
    larger = make("larger")
    make("smaller", part_of=make("middle", part_of=larger))
    assert keys(f"{path}/", part_of="larger") == ["middle", "smaller"]
    assert keys(f"{path}/", part_of="larger", exact="true") == ["middle"]
    assert keys(f"{path}/", part_of="smaller") == []


@each
def test_search_says_which_name_matched(get: Get, path: str) -> None:
    make = MAKE[path]
    noun = path.removesuffix("s")
    make("another")
    cast.claim("name", **{noun: make("first")}, value="Центробалт")
    [found] = get(f"{path}/", search="Tsentrobalt", fields="slug,match")["results"]
    assert (found["slug"], found["match"]["name"]) == ("first", "Центробалт")


@each
def test_embed_gives_the_claims(get: Get, path: str) -> None:
    noun = path.removesuffix("s")
    thing = MAKE[path]("first")
    claim = cast.claim("description", **{noun: thing}, value="Much is said of it.")
    cast.claim("description", **{noun: thing}, value="Nothing of this.", status="draft")
    told = get(f"{path}/first/", embed="assertions")
    assert told["assertions"] == [get(f"assertions/{claim.identifier}/")]


@each
def test_rows_are_chosen_by_one_claim(keys: Keys, path: str) -> None:
    noun = path.removesuffix("s")
    first, second = MAKE[path]("first"), MAKE[path]("second")
    kind, role = {
        "organisations": ("tenure", "member"),
        "events": ("participation", "signatory"),
        "places": ("residence", ""),
    }[path]
    columns = {"role": cast.role(role)} if role else {}
    cast.claim(kind, person=cast.person(), **{noun: first}, edtf="1917", **columns)
    cast.claim(kind, person=cast.person("leon-trotsky"), **{noun: second}, edtf="1920", **columns)
    assert keys(f"{path}/", person="ivar-smilga") == ["first"]
    assert keys(f"{path}/", kind=kind, certain_after="1918") == (
        ["second"] if path == "events" else []
    )
    assert keys(f"{path}/", person="ivar-smilga", certain_on="1920") == []
    assert keys(f"{path}/", person="ivar-smilga,leon-trotsky") == ["first", "second"]


@each
def test_own_noun_cannot_be_asked_for(refused: Callable[..., Any], path: str) -> None:
    noun = path.removesuffix("s")
    MAKE[path]("first")
    assert refused(f"{path}/", **{noun: "first"}) == [(noun, "unknown_parameter")]


@each
def test_old_slug_and_retracted_row(ask: Callable[..., Any], path: str) -> None:
    thing = MAKE[path]("first")
    row.revise(thing, slug="renamed")
    assert ask(f"{path}/first/")["Location"] == f"http://testserver/api/v1/{path}/renamed/"
    publication.retract(thing, reason="A mistake.")
    assert ask(f"{path}/renamed/").status_code == 410
    assert ask(f"{path}/first/").status_code == 410


def test_place_has_its_position(get: Get) -> None:
    cast.place(latitude="57.76600", longitude="24.87600")
    told = get("places/aloja/", fields="latitude,longitude")
    assert told == {"latitude": 57.766, "longitude": 24.876}
