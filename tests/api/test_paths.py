"""Paths through the API: steps with their claims, strictness, cost, shape, and no leak."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from tests import cast
from tests.api.test_schema import Judge
from tests.cast import tied

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
ASKED = {"from": "a", "to": "z"}


def test_each_step_has_its_words_and_its_claims(get: Get) -> None:
    tie = tied("b", "a", certainty="probable")
    signed = [cast.signature(cast.person(slug)) for slug in ("b", "z")]
    answer = get("paths/", **ASKED)
    assert {key: answer[key] for key in ("count", "searched", "apart")} == {
        "count": 1,
        "searched": 6,
        "apart": False,
    }
    [path] = answer["results"]
    assert (path["length"], path["certain"]) == (2, False)
    assert [person["slug"] for person in path["persons"]] == ["a", "b", "z"]
    told = [
        (
            step["one"]["slug"], step["other"]["slug"], step["certain"], step["more"],
            [(link["by"], link["certain"], link["text"]) for link in step["links"]],
            [each["identifier"] for link in step["links"] for each in link["assertions"]],
        )
        for step in path["steps"]
    ]  # fmt: skip
    assert told == [
        ("a", "b", False, 0, [("relationship", False, "A – supported by – B (not certain)")],
         [tie.identifier]),
        ("b", "z", True, 0, [("event", True, "B took part in Declaration Of The 46 as signatory "
                              "(October 1923), as did Z")], [each.identifier for each in signed]),
    ]  # fmt: skip
    assert path["steps"][0]["links"][0]["through"] is None
    assert path["steps"][1]["links"][0]["through"]["slug"] == "declaration-of-the-46"
    assert path["steps"][1]["links"][0]["assertions"][0]["citations"][0]["locator"] == "¶1"


def test_parameters_say_what_counts(get: Get) -> None:
    tied("a", "z", certainty="probable"), cast.signature(cast.person("a"))
    cast.signature(cast.person("z"))

    def sorts(**asked: str) -> list[str]:
        answer = get("paths/", **ASKED, **asked)
        return [
            link["by"]
            for path in answer["results"]
            for step in path["steps"]
            for link in step["links"]
        ]

    assert sorts() == ["event", "relationship"]
    assert sorts(certain="true") == ["event"]
    assert sorts(by="relationship") == ["relationship"]
    assert sorts(by="relationship,event", largest="1") == ["relationship"]
    assert get("paths/", **ASKED, by="organisation")["apart"] is True
    assert get("paths/", **ASKED, longest="1", by="event")["asked"]["by"] == ["event"]


@pytest.mark.parametrize(
    ("parameters", "faults"),
    [
        ({}, [("from", "required")]),
        ({"from": "a"}, [("to", "required")]),
        ({"from": "a", "to": "draft"}, [("to", "unknown")]),
        ({"from": "a", "to": "a"}, [("to", "invalid")]),
        ({**ASKED, "by": "friendship"}, [("by", "invalid")]),
        ({**ASKED, "largest": "0"}, [("largest", "invalid")]),
        ({**ASKED, "largest": "1001"}, [("largest", "invalid")]),
        ({**ASKED, "longest": "7"}, [("longest", "invalid")]),
        ({**ASKED, "longest": "²"}, [("longest", "invalid")]),
        ({**ASKED, "certain": "1"}, [("certain", "invalid")]),
        ({**ASKED, "page": "1"}, [("page", "unknown_parameter")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Callable[..., Any], parameters: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    cast.person("a"), cast.person("z"), cast.person("draft", status=Status.DRAFT)
    assert refused("paths/", **parameters) == faults


def test_nothing_hidden_is_told(get: Get) -> None:
    tied("a", "b"), tied("b", "z")
    before = get("paths/", **ASKED)
    cast.person("draft", status=Status.DRAFT)
    tied("a", "draft"), tied("draft", "z"), tied("a", "z", status=Status.DRAFT)
    tied("a", "z", cited=False), tied("a", "b", source=cast.source("s", status=Status.DRAFT))
    assert get("paths/", **ASKED) == before


def test_answer_costs_the_same_at_one_row_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for each in range(number):
            tied("a", f"b-{each}"), tied(f"b-{each}", "z")
            for slug in ("a", f"b-{each}", "z"):
                body = cast.organisation(f"body-{slug}")
                cast.tenure(cast.person(slug), body, edtf="1917")
                cast.claim(
                    "participation", person=cast.person(slug), role=cast.role("signatory"),
                    event=cast.event(f"event-{slug}"),
                )  # fmt: skip
        # both slugs, both rows; two steps of 8; the names of those on the way; persons; claims,
        # citations, whom else these may mean; on whose word they rest 2
        with django_assert_num_queries(25):
            assert get("paths/", **ASKED, longest="2")["count"] == number


def test_answer_is_as_the_schema_says(client: Client) -> None:
    tied("a", "b"), cast.signature(cast.person("b")), cast.signature(cast.person("z"))
    judge = Judge(client.get("/api/v1/schema/").json())
    judge.judge(client.get("/api/v1/paths/", ASKED), "/api/v1/paths/")
    judge.judge(client.get("/api/v1/paths/"), "/api/v1/paths/")
    assert (judge.faults, judge.judged) == ([], 2)
