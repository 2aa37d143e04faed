"""Networks through the API: nodes and edges, strictness, cost, shape, and no leak."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Redirect, Status
from tests import cast
from tests.api.test_schema import Judge
from tests.cast import tied

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
SIGNED = json.dumps({"assertion": {"kind": "participation", "role": "signatory"}})
PERSON = "persons/ivar-smilga/network/"
GROUP = "groups/network/"


def test_network_around_a_person(get: Get) -> None:
    tie = tied("leon-trotsky", "ivar-smilga", certainty="probable")
    own, other = cast.signature(), cast.signature(cast.person("leon-trotsky"))
    tied("leon-trotsky", "far")
    answer = get(PERSON)
    assert answer["asked"]["person"]["slug"] == "ivar-smilga"
    assert [
        (node["person"]["slug"], node["distance"], node["certain"]) for node in answer["nodes"]
    ] == [("ivar-smilga", 0, True), ("leon-trotsky", 1, True)]
    [edge] = answer["edges"]
    assert {key: edge[key] for key in ("source", "target", "weight", "certain")} == {
        "source": "ivar-smilga",
        "target": "leon-trotsky",
        "weight": 2,
        "certain": True,
    }
    assert [
        (link["by"], link["certain"], link["through"]["slug"], link["label"], link["claims"])
        for link in edge["links"]
    ] == [
        ("event", True, "declaration-of-the-46", "Declaration Of The 46",
         [own.identifier, other.identifier]),
        ("relationship", False, "supporter-of", "supported by", [tie.identifier]),
    ]  # fmt: skip
    assert [node["distance"] for node in get(PERSON, steps="2")["nodes"]] == [0, 1, 2]


def test_network_within_a_group(get: Get) -> None:
    cast.signature(), cast.signature(cast.person("leon-trotsky"), certainty="possible")
    tied("ivar-smilga", "leon-trotsky"), tied("ivar-smilga", "nobody")
    answer = get(GROUP, q=SIGNED, by="relationship")
    assert [
        (node["person"]["slug"], node["distance"], node["certain"]) for node in answer["nodes"]
    ] == [("ivar-smilga", None, True), ("leon-trotsky", None, False)]
    assert [edge["weight"] for edge in answer["edges"]] == [1]
    assert answer["asked"]["q"] == json.loads(SIGNED)
    assert (answer["asked"]["by"], answer["left_out"]) == (["relationship"], 0)


@pytest.mark.parametrize(
    ("path", "parameters", "faults"),
    [
        (PERSON, {"steps": "3"}, [("steps", "invalid")]),
        (PERSON, {"among": "yes"}, [("among", "invalid")]),
        (PERSON, {"certain": "yes"}, [("certain", "invalid")]),
        (PERSON, {"q": SIGNED}, [("q", "unknown_parameter")]),
        (GROUP, {}, [("q", "required")]),
        (GROUP, {"q": "{"}, [("q", "invalid")]),
        (GROUP, {"q": SIGNED, "certain": "yes"}, [("certain", "invalid")]),
        (GROUP, {"q": SIGNED, "by": "event,money"}, [("by", "invalid")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Callable[..., Any],
    path: str,
    parameters: dict[str, str],
    faults: list[tuple[str, str]],
) -> None:
    cast.signature()
    assert refused(path, **parameters) == faults


def test_a_former_address_leads_on_and_a_draft_is_not_there(client: Client) -> None:
    person = cast.person()
    Redirect.objects.create(noun="person", slug="smilga", person=person)
    cast.person("draft", status=Status.DRAFT)
    moved = client.get("/api/v1/persons/smilga/network/?steps=2")
    assert moved.status_code == 301
    assert moved["Location"] == f"http://testserver/api/v1/{PERSON}?steps=2"
    assert client.get("/api/v1/persons/draft/network/").status_code == 404


def test_nothing_hidden_is_told(get: Get) -> None:
    cast.signature(), cast.signature(cast.person("leon-trotsky"))
    before = get(PERSON, steps="2", among="true"), get(GROUP, q=SIGNED)
    cast.person("draft", status=Status.DRAFT)
    cast.signature(cast.person("draft")), tied("ivar-smilga", "draft")
    cast.signature(cast.person("third"), status=Status.DRAFT)
    tied("ivar-smilga", "leon-trotsky", cited=False)
    assert (get(PERSON, steps="2", among="true"), get(GROUP, q=SIGNED)) == before


def test_answers_cost_the_same_at_one_row_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for each in range(number):
            other = f"other-{each}"
            tied("ivar-smilga", other), cast.signature(cast.person(other))
            cast.tenure(cast.person(other), edtf="1917")
        cast.signature(), cast.tenure(edtf="1917")
        # the person; the links 8; persons, claims
        with django_assert_num_queries(11):
            assert len(get(PERSON)["edges"]) == number
        # the role, its narrower ones; who answers; the same without the person
        with django_assert_num_queries(13):
            assert len(get(GROUP, q=SIGNED)["nodes"]) == number + 1


def test_answers_are_as_the_schema_says(client: Client) -> None:
    tied("leon-trotsky", "ivar-smilga")
    cast.signature(), cast.signature(cast.person("leon-trotsky"))
    judge = Judge(client.get("/api/v1/schema/").json())
    judge.judge(client.get(f"/api/v1/{PERSON}"), "/api/v1/persons/{slug}/network/")
    judge.judge(client.get(f"/api/v1/{PERSON}?steps=9"), "/api/v1/persons/{slug}/network/")
    judge.judge(client.get(f"/api/v1/{GROUP}", {"q": SIGNED}), "/api/v1/groups/network/")
    judge.judge(client.get(f"/api/v1/{GROUP}"), "/api/v1/groups/network/")
    assert (judge.faults, judge.judged) == ([], 4)
