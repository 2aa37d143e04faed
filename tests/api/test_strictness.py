"""What is not understood is refused and named, never passed over; and every error has one shape."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

from prosopography.api.addresses import PLURALS
from tests import cast

pytestmark = pytest.mark.django_db

Refused = Callable[..., list[tuple[str, str]]]
LISTS = [f"{plural}/" for plural in PLURALS.values()]
everywhere = pytest.mark.parametrize("path", LISTS)


def details(ask: Callable[..., Any], path: str, **parameters: Any) -> list[str]:
    return [error["detail"] for error in ask(path, **parameters).json()["errors"]]


@everywhere
def test_unknown_parameter_is_refused_in_every_list(refused: Refused, path: str) -> None:
    assert refused(path, pgae="2") == [("pgae", "unknown_parameter")]


@everywhere
def test_empty_value_is_refused_in_every_list(refused: Refused, path: str) -> None:
    assert refused(path, ordering="") == [("ordering", "blank")]
    assert refused(path, page=" ") == [("page", "blank")]


@everywhere
def test_null_character_is_refused_in_every_list(refused: Refused, path: str) -> None:
    assert refused(path, fields="slug\0") == [("fields", "null_character")]
    assert refused(path, **{"a\0b": "x"}) == [("a\\0b", "unknown_parameter")]


@everywhere
@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "٣", "9" * 400, "501"])
def test_bad_page_size_is_refused_in_every_list(refused: Refused, path: str, value: str) -> None:
    assert refused(path, page_size=value) == [("page_size", "invalid")]


@everywhere
@pytest.mark.parametrize("value", ["0", "-1", "last", "1e3", "2", "9" * 400])
def test_bad_page_is_refused_in_every_list(refused: Refused, path: str, value: str) -> None:
    assert refused(path, page=value) == [("page", "invalid")]


@everywhere
def test_unknown_order_is_refused_in_every_list(refused: Refused, path: str) -> None:
    assert refused(path, ordering="height") == [("ordering", "invalid")]
    assert refused(path, ordering="--slug") == [("ordering", "invalid")]
    assert refused(path, ordering="pk") == [("ordering", "invalid")]


@everywhere
def test_unknown_field_is_refused_in_every_list(refused: Refused, path: str) -> None:
    assert refused(path, fields="slug,pk") in (
        [("fields", "invalid")],
        [("fields", "invalid"), ("fields", "invalid")],
    )


@everywhere
def test_parameter_given_twice_is_refused(refused: Refused, path: str) -> None:
    assert refused(path, page=["1", "1"]) == [("page", "repeated")]


def test_near_miss_is_told(ask: Callable[..., Any]) -> None:
    asked = {"organization": "x", "certian_on": "1917"}
    assert details(ask, "persons/", **asked) == [
        "There is no such parameter. Did you mean “certain_on”?",
        "There is no such parameter. Did you mean “organisation”?",
    ]
    [detail] = details(ask, "persons/", kind="births")
    assert detail.endswith("Did you mean “birth”?")
    assert details(ask, "persons/", ordering="sortlabel")[0].endswith("Did you mean “sort_label”?")
    assert details(ask, "persons/", fields="lable")[0].endswith("Did you mean “label”?")


def test_all_faults_are_named_at_once(refused: Refused) -> None:
    asked = {"person": "nobody", "kind": "x", "dated": "maybe", "text": "x" * 201}
    assert sorted(refused("assertions/", **asked)) == [
        ("dated", "invalid"),
        ("kind", "invalid"),
        ("person", "unknown"),
        ("text", "too_long"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("person", "nobody", "unknown"),
        ("person", "hidden", "unknown"),
        ("person", "ivar-smilga,nobody", "unknown"),
        ("person", "ivar-smilga,", "blank"),
        ("related_person", "Ivar Smilga", "unknown"),
        ("role", "nothing", "unknown"),
        ("organisation", "nothing", "unknown"),
        ("event", "nothing", "unknown"),
        ("place", "nothing", "unknown"),
        ("source", "nothing", "unknown"),
        ("attributed_to_source", "nothing", "unknown"),
        ("attributed_to_person", "nobody", "unknown"),
        ("person", "100%", "unknown"),
        ("kind", "%s", "invalid"),
        ("kind", "Birth", "invalid"),
        ("certainty", "sure", "invalid"),
        ("basis", "x", "invalid"),
        ("polarity", "x", "invalid"),
        ("rank", "x", "invalid"),
        ("calendar", "x", "invalid"),
        ("stance", "x", "invalid"),
        ("identification", "x", "invalid"),
        ("exact", "yes", "invalid"),
        ("dated", "1", "invalid"),
        ("date_calendar", "unknown", "invalid"),
        ("date_calendar", "julian,gregorian", "invalid"),
        ("possible_on", "1917-02-30", "invalid"),
        ("certain_on", "yesterday", "invalid"),
        ("possible_before", "../..", "invalid"),
        ("certain_before", "1917-13", "invalid"),
        ("possible_after", "[", "invalid"),
        ("certain_after", "9" * 300, "too_long"),
        ("possible_during", "1918/1917", "invalid"),
        ("certain_during", "25 October 1917", "invalid"),
        ("text", "x" * 201, "too_long"),
        ("text", "x" * 2001, "too_long"),
        ("person", ",".join(["ivar-smilga"] * 101), "too_many"),
    ],
)
def test_bad_value_is_refused(refused: Refused, name: str, value: str, code: str) -> None:
    cast.birth()
    cast.person("hidden", status="draft")
    assert refused("assertions/", **{name: value}) == [(name, code)]
    if name != "person":
        assert refused("persons/", **{name: value}) == [(name, code)]


NO_TREE = "a role, organisation, event, place, part_of or broader"


@pytest.mark.parametrize("path", ["assertions/", "persons/", "roles/", "places/", "citations/"])
def test_exact_without_a_tree_is_refused(
    refused: Refused, ask: Callable[..., Any], path: str
) -> None:
    cast.source()
    for value in ("true", "false"):
        assert refused(path, exact=value, source="smilga-article") == [("exact", "no_effect")]
    assert details(ask, path, exact="true") == [f"It has no effect without {NO_TREE} parameter."]


@pytest.mark.parametrize("path", ["assertions/", "persons/", "names/"])
def test_calendar_without_a_date_is_refused(
    refused: Refused, ask: Callable[..., Any], get: Callable[..., Any], path: str
) -> None:
    asked = {"date_calendar": "julian", "calendar": "julian"}
    assert refused(path, **asked) == [("date_calendar", "no_effect")]
    assert details(ask, path, **asked) == ["It has no effect without a date parameter."]
    assert get(path, **asked, possible_on="1917")["count"] == 0


def test_text_that_is_not_utf_8_is_refused(client: Client) -> None:
    answer = client.get("/api/v1/persons/?search=%ff")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {
            "code": "unreadable",
            "detail": "The value cannot be read: it is not UTF-8.",
            "attr": "search",
        }
    ]


@pytest.mark.parametrize("value", ["yesterday", "25.10.1917", "7/11/1917"])
def test_date_that_is_no_edtf_is_told_what_to_write(ask: Callable[..., Any], value: str) -> None:
    said = ["Not an EDTF date; write 1917-11-07, 1917-11 or 1917."]
    assert details(ask, "assertions/", certain_on=value) == said
    assert details(ask, "persons/", born_possible_before=value) == said


def test_search_text_has_a_longest(refused: Refused, get: Callable[..., Any]) -> None:
    assert refused("persons/", search="x" * 201) == [("search", "too_long")]
    assert get("persons/", search="x" * 200)["count"] == 0


def test_a_thousand_parameters_are_a_bad_request(client: Client) -> None:
    answer = client.get("/api/v1/persons/?" + "&".join(f"p{n}=1" for n in range(1001)))
    assert answer.status_code == 400
    assert answer.json() == {
        "type": "client_error",
        "errors": [{"code": "parse_error", "detail": "The request cannot be read.", "attr": None}],
    }
    answer = client.get("/api/v1/persons/?" + "&".join(f"p{n}=1" for n in range(900)))
    assert answer.status_code == 400
    assert len(answer.json()["errors"]) == 20


# A single row


def test_single_row_is_as_strict(refused: Refused) -> None:
    cast.person()
    assert refused("persons/ivar-smilga/", page="1") == [("page", "unknown_parameter")]
    assert refused("persons/ivar-smilga/", fields="x") == [("fields", "invalid")]
    assert refused("persons/ivar-smilga/", embed="x") == [("embed", "invalid")]
    assert refused("persons/ivar-smilga/", format="xml") == [("format", "unknown_parameter")]
    assert refused("roles/member/", embed="assertions") == [("embed", "unknown_parameter")]
    assert refused("", x="1") == [("x", "unknown_parameter")]


# The other errors


def shape(code: str, detail: str) -> dict[str, Any]:
    return {"type": "client_error", "errors": [{"code": code, "detail": detail, "attr": None}]}


@everywhere
def test_unknown_row_is_not_found(ask: Callable[..., Any], path: str) -> None:
    answer = ask(f"{path}nobody/")
    assert answer.status_code == 404
    assert answer.json() == shape("not_found", "Not found.")


@pytest.mark.parametrize("path", ["nothing/", "persons/a/b/", "persons/Ivar/", "persons/é/", "%00"])
@pytest.mark.parametrize("method", ["get", "post", "options"])
def test_unknown_address_is_not_found_in_json(client: Client, path: str, method: str) -> None:
    answer = getattr(client, method)(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.json() == shape("not_found", "There is nothing at this address.")


@pytest.mark.parametrize("path", ["persons", "persons/ivar-smilga", "schema"])
def test_forgotten_slash_leads_to_the_address(client: Client, path: str) -> None:
    answer = client.get(f"/api/v1/{path}?fields=slug")
    assert answer.status_code == 301
    assert answer["Location"] == f"/api/v1/{path}/?fields=slug"


@everywhere
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, path: str, method: str) -> None:
    answer = getattr(client, method)(f"/api/v1/{path}")
    assert answer.status_code == 405
    assert answer.json() == shape("method_not_allowed", f'Method "{method.upper()}" not allowed.')
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_other_media_types_are_not_acceptable(client: Client) -> None:
    answer = client.get("/api/v1/persons/", headers={"accept": "text/csv"})
    assert answer.status_code == 406
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["errors"][0]["code"] == "not_acceptable"


def test_too_many_requests(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": "2/minute"})
    cache.clear()
    answers = [client.get("/api/v1/persons/") for _ in range(3)]
    cache.clear()
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["type"] == "client_error"
    assert answers[2].json()["errors"][0]["code"] == "throttled"
    assert 0 < int(answers[2]["Retry-After"]) <= 60


def test_our_own_fault_is_told_in_the_same_shape(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr("prosopography.api.person.life_dates_of", fail)
    client.raise_request_exception = False
    answer = client.get("/api/v1/persons/")
    assert answer.status_code == 500
    assert answer.json() == {
        "type": "server_error",
        "errors": [{"code": "error", "detail": "Server Error (500)", "attr": None}],
    }
