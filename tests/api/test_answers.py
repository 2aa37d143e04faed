"""What every answer has: pages, openness to other sites, plain letters, short forms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from prosopography.api.addresses import PLURALS
from prosopography.api.urls import router
from tests import cast

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
SLUGS = ["georgy-pyatakov", "karl-radek", "ivar-smilga"]  # as they are sorted


@pytest.fixture
def persons() -> None:
    for slug in SLUGS:
        cast.person(slug)


@pytest.mark.usefixtures("persons")
def test_pages_lead_from_one_to_the_next(get: Get) -> None:
    list_ = "http://testserver/api/v1/persons/"
    first = get("persons/", page_size="2", fields="slug")
    assert first == {
        "count": 3,
        "next": f"{list_}?fields=slug&page=2&page_size=2",
        "previous": None,
        "results": [{"slug": "georgy-pyatakov"}, {"slug": "karl-radek"}],
    }
    second = get("persons/", page_size="2", fields="slug", page="2")
    assert second == {
        "count": 3,
        "next": None,
        "previous": f"{list_}?fields=slug&page_size=2",
        "results": [{"slug": "ivar-smilga"}],
    }


@pytest.mark.usefixtures("persons")
def test_page_size_has_a_default_and_a_cap(
    get: Get, ask: Callable[..., Any], settings: Any
) -> None:
    settings.API_PAGE_SIZE, settings.API_MAX_PAGE_SIZE = 1, 2
    assert len(get("persons/")["results"]) == 1
    assert len(get("persons/", page_size="2")["results"]) == 2
    [error] = ask("persons/", page_size="3").json()["errors"]
    assert error == {
        "code": "invalid", "detail": "A page has 1 to 2 results.", "attr": "page_size",
    }  # fmt: skip


@pytest.mark.usefixtures("persons")
def test_page_beyond_the_last_is_refused(ask: Callable[..., Any]) -> None:
    [error] = ask("persons/", page="3", page_size="2").json()["errors"]
    assert error["detail"] == "There are 2 pages, and no page 3."


def test_empty_list_has_one_page(get: Get) -> None:
    empty = {"count": 0, "next": None, "previous": None, "results": []}
    assert get("persons/") == get("persons/", page="1") == empty


@pytest.mark.usefixtures("persons")
def test_fields_are_told_in_the_order_of_the_resource(get: Get) -> None:
    told = get("persons/ivar-smilga/", fields="label,slug,label")
    assert list(told.items()) == [("slug", "ivar-smilga"), ("label", "Ivar Smilga")]


def test_fields_do_not_reach_into_what_is_embedded(get: Get) -> None:
    claim = cast.tenure()
    [found] = get("assertions/", fields="person,citations")["results"]
    assert list(found["person"]) == ["slug", "label", "url"]
    assert found["citations"] == get(f"assertions/{claim.identifier}/")["citations"]


@pytest.mark.parametrize(
    "path", ["", "persons/", "persons/ivar-smilga/", "nothing/", "persons/?x=1"]
)
def test_every_answer_can_be_read_by_any_site(client: Client, path: str) -> None:
    cast.person()
    for method in ("get", "head", "options"):
        answer = getattr(client, method)(f"/api/v1/{path}")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer.cookies == {}


def test_preflight_allows_reading(client: Client) -> None:
    answer = client.options("/api/v1/persons/")
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Headers"] == "*"


def test_head_is_get_without_the_body(client: Client) -> None:
    cast.person()
    for path in ("persons/", "persons/ivar-smilga/"):
        got, head = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")
        assert (head.status_code, head.content) == (200, b"")
        assert head["Content-Type"] == got["Content-Type"] == "application/json"


def test_letters_are_not_escaped(client: Client) -> None:
    cast.person("ivar-smilga", "Ивар Смилга")
    assert "Ивар Смилга".encode() in client.get("/api/v1/persons/").content


def test_root_leads_everywhere(client: Client, get: Get) -> None:
    root = get("")
    assert root["title"] == settings.SITE_NAME
    assert list(root["resources"]) == list(PLURALS.values())
    for address in (*root["resources"].values(), root["schema"], root["docs"]):
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_addresses_are_those_of_the_views() -> None:
    """They are put together by hand, for speed; so each must lead to its own resource."""
    assert {noun for _, _, noun in router.registry} == set(PLURALS)
    for noun, plural in PLURALS.items():
        assert resolve(f"/api/v1/{plural}/").func.cls.noun == noun
        assert resolve(f"/api/v1/{plural}/a/").func.cls.noun == noun


def test_pages_of_the_site_are_where_the_api_says(client: Client, get: Get) -> None:
    claim = cast.tenure()
    cast.signature()
    cast.birth(place=cast.place())
    for path in (
        "persons/ivar-smilga",
        "organisations/tsentrobalt",
        "events/declaration-of-the-46",
        "places/aloja",
        "roles/member",
        "sources/smilga-article",
        f"assertions/{claim.identifier}",
    ):
        page = get(f"{path}/", fields="page")["page"]
        assert page == f"http://testserver/{path}/"
        assert client.get(page.removeprefix("http://testserver")).status_code == 200
