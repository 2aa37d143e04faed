"""Persons side by side through the API: what is told, strictness, cost, shape, and no leak."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Status
from tests import cast
from tests.api.test_schema import Judge

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
BOTH = {"persons": "ivar-smilga,leon-trotsky"}


@pytest.fixture(autouse=True)
def two() -> None:
    """Two who share a body and an act; each has something alone."""
    for slug, edtf, day in (
        ("ivar-smilga", "1917-03-01/1917-12-31", "1927-12-18"),
        ("leon-trotsky", "1917-05-04", "1927-11-14"),
    ):
        who = cast.person(slug)
        cast.tenure(who, edtf=edtf, calendar="gregorian")
        cast.claim(
            "life_event", person=who, role=cast.role("expelled"), edtf=day, calendar="gregorian"
        )
    cast.signature()
    cast.birth(place=cast.place())
    cast.claim(
        "relationship", person=cast.person(), related_person=cast.person("leon-trotsky"),
        role=cast.role("supporter-of"),
    )  # fmt: skip


def test_answer_tells_what_is_shared_and_where_they_part(get: Get) -> None:
    answer = get("compare/", **BOTH)
    smilga, trotsky = answer["persons"]
    assert smilga["life"]["text"] == "born 1892"
    assert smilga["born_in"] == {"text": "Aloja", "disagree": False}
    assert [each["topic"] for each in smilga["alone"]] == ["events"]
    assert (trotsky["alone"], trotsky["claims"], trotsky["sources"]) == ([], 3, 1)
    [bodies] = answer["shared"]
    [body] = bodies["rows"]
    assert (bodies["topic"], body["thing"]["slug"], body["match"]) == (
        "bodies",
        "tsentrobalt",
        "certain",
    )
    [together] = body["together"]
    assert (together["nearness"], together["text"], together["pairs"][0]["least"]) == (
        "certain",
        "certainly, for 1 to 306 days, surely on 4 May 1917",
        1,
    )
    assert (len(together["pairs"]), together["more"]) == (1, 0)
    claims = [[one["identifier"] for one in each["claims"]] for each in body["claims"]]
    assert claims == [[together["pairs"][0]["one"]], [together["pairs"][0]["other"]]]
    [differing] = answer["differing"]
    [act] = differing["rows"]
    assert (act["title"], act["together"][0]["nearness"], act["together"][0]["text"]) == (
        "expelled",
        None,
        "at different times",
    )
    assert [(each["title"], each["together"]) for each in answer["life"]] == [("Birth", [])]
    assert [each["there"] for each in answer["relationships"]] == ["supported by Ivar Smilga"]
    assert [(each["source"]["slug"], each["claims"]) for each in answer["sources"]] == [
        ("smilga-article", [5, 3])
    ]


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        ({}, ("persons", "required")),
        ({"persons": "ivar-smilga"}, ("persons", "invalid")),
        ({"persons": "a,b,c,d,e,f"}, ("persons", "invalid")),
        ({"persons": "ivar-smilga,ivar-smilga"}, ("persons", "invalid")),
        ({"persons": "ivar-smilga,old-smilga"}, ("persons", "invalid")),
        ({"persons": "ivar-smilga,"}, ("persons", "blank")),
        ({"persons": "ivar-smilga,nobody"}, ("persons", "unknown")),
        ({"persons": "ivar-smilga,hidden"}, ("persons", "unknown")),
        ({**BOTH, "page": "2"}, ("page", "unknown_parameter")),
    ],
)
def test_what_cannot_be_compared_is_refused(
    refused: Callable[..., Any], parameters: dict[str, str], fault: tuple[str, str]
) -> None:
    cast.person("hidden", status=Status.DRAFT)
    smilga = cast.person()
    row.revise(smilga, slug="old-smilga")
    row.revise(smilga, slug="ivar-smilga")
    assert refused("compare/", **parameters) == [fault]


def test_nothing_hidden_is_told(get: Get) -> None:
    before = get("compare/", **BOTH)
    for who in (cast.person(), cast.person("leon-trotsky")):
        cast.tenure(who, status=Status.DRAFT)
        cast.tenure(who, cast.organisation("secret", status=Status.REVIEW))
        cast.signature(who, cited=False)
        cast.signature(who, source=cast.source("secret-source", status=Status.RETRACTED))
    assert get("compare/", **BOTH) == before


def test_answer_costs_the_same_with_two_and_with_five(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (2, 5):
        slugs = [f"person-{number}-{each}" for each in range(number)]
        for slug in slugs:
            cast.tenure(cast.person(slug))
            cast.signature(cast.person(slug))
        # the addresses, the persons; the comparison 7; on whose word the claims rest 2
        with django_assert_num_queries(11):
            get("compare/", persons=",".join(slugs))


def test_answer_is_as_the_schema_says(client: Client) -> None:
    judge = Judge(client.get("/api/v1/schema/").json())
    judge.judge(client.get("/api/v1/compare/", BOTH), "/api/v1/compare/")
    judge.judge(client.get("/api/v1/compare/"), "/api/v1/compare/")
    assert (judge.faults, judge.judged) == ([], 2)
