"""The collective biography through the API: figures, refusals, cost, shape, and no leak."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from tests import cast
from tests.api.test_schema import Judge

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
GREGORIAN = {"calendar": "gregorian"}
SIGNED = json.dumps({"assertion": {"event": "declaration-of-the-46", "role": "signatory"}})
PATH = "groups/profile/"


@cast.at_once()
def member(slug: str, birth: str) -> None:
    who = cast.person(slug)
    cast.birth(who, edtf=birth, place=cast.place(), **GREGORIAN)
    cast.claim("death", person=who, edtf="1937", **GREGORIAN)
    cast.tenure(who, edtf="1917/1919", **GREGORIAN)
    cast.signature(who, **GREGORIAN)


def listed(*slugs: str) -> str:
    return json.dumps({"persons": slugs})


def measures(group: Any) -> dict[str, Any]:
    return {measure["key"]: measure for measure in group["measures"]}


def test_a_figure_has_its_persons_claims_and_question(get: Get) -> None:
    member("one", "1890")
    member("two", "1892")
    cast.person("three")
    answer = get(PATH, q=SIGNED)
    [group] = answer["groups"]
    assert (answer["event"], answer["differences"], answer["medians"]) == (None, [], [])
    assert answer["both"] is None
    assert (group["count"], group["certain"], group["possible"]) == (2, 2, 0)
    [figure] = measures(group)["bodies"]["figures"]
    claims = figure.pop("claims")
    assert figure == {
        "key": "organisation:tsentrobalt",
        "label": "Tsentrobalt",
        "noun": "organisation",
        "slug": "tsentrobalt",
        "count": 2,
        "certain": None,
        "corroborated": 0,
        "share": 100.0,
        "persons": ["one", "two"],
        "claim_count": 2,
        "question": '{"all":[{"assertion":{"role":"signatory","event":"declaration-of-the-46"}},'
        '{"assertion":{"kind":"tenure","organisation":"tsentrobalt"}}]}',
        "exact": True,
    }
    assert [get(f"assertions/{each}/")["kind"] for each in claims] == ["tenure", "tenure"]
    found = get("questions/", q=figure["question"])
    assert [each["person"]["slug"] for each in found["results"]] == ["one", "two"]
    births = measures(group)["births"]
    assert (births["unknown"], births["base"], births["evidence"]["claims"]) == (0, 2, 2)
    assert [(each["label"], each["certain"]) for each in births["figures"]] == [("1890s", 2)]


def test_an_event_gives_ages_and_survival(get: Get) -> None:
    cast.claim("occurrence", event=cast.event(), edtf="1923-10-15", **GREGORIAN)
    member("one", "1890-01-01")
    [group] = get(PATH, q=SIGNED, event="declaration-of-the-46")["groups"]
    at_event, at_death = group["ages"]
    assert at_event["median"] == {"least": 33.0, "most": 33.0}
    assert at_death["median"] == {"least": 47.0, "most": 47.0}
    assert [each["key"] for each in group["survival"]] == ["survival", "survival-after"]
    by_age, after = group["survival"]
    [step] = by_age["curve"]
    assert (step["at_risk"], step["died"], step["survival"]) == (1, 1, 0.0)
    assert [round(each["curve"][0]["time"]) for each in (by_age, after)] == [47, 14]
    assert by_age["died"]["persons"] == ["one"]


def test_two_groups_have_differences(get: Get) -> None:
    member("one", "1890")
    member("two", "1880")
    cast.person("three")
    answer = get(PATH, **{"q": listed("one", "two"), "with": listed("two", "three")})
    assert [group["count"] for group in answer["groups"]] == [2, 2]
    assert answer["both"] == {
        "count": 1,
        "persons": ["two"],
        "question": '{"all":[{"persons":["one","two"]},{"persons":["two","three"]}]}',
        "exact": True,
    }
    [difference] = [each for each in answer["differences"] if each["measure"] == "bodies"]
    assert difference == {
        "measure": "bodies",
        "figure": "organisation:tsentrobalt",
        "label": "Tsentrobalt",
        "shares": [100.0, 50.0],
        "difference": 50.0,
        "slight": True,
        "few": True,
    }
    assert {each["measure"] for each in answer["medians"]} == {"ages-at-death", "survival"}


@pytest.mark.parametrize(
    ("parameters", "faults"),
    [
        ({}, [("q", "required")]),
        ({"q": "{"}, [("q", "invalid")]),
        ({"q": '{"assertion":{"role":"nothing"}}'}, [("assertion.role", "invalid")]),
        (
            {"q": SIGNED, "with": '{"assertion":{"role":"nothing"}}'},
            [("with.assertion.role", "invalid")],
        ),
        ({"q": SIGNED, "event": "nothing"}, [("event", "unknown")]),
        ({"q": SIGNED, "page": "1"}, [("page", "unknown_parameter")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Callable[..., Any], parameters: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    cast.signature()
    assert refused(PATH, **parameters) == faults


def test_nothing_hidden_is_told(get: Get) -> None:
    member("one", "1890")
    before = get(PATH, q=SIGNED)
    one = cast.person("one")
    cast.tenure(one, cast.organisation("secret", status=Status.DRAFT))
    cast.birth(one, edtf="1850", status=Status.REVIEW)
    cast.birth(one, edtf="1850", cited=False)
    cast.signature(cast.person("leaked", status=Status.DRAFT))
    assert get(PATH, q=SIGNED) == before


def test_answer_costs_the_same_at_one_person_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    slugs = ["one", "two", "three"]
    for slug in slugs:
        member(slug, "1890")
    for number in (1, 3):
        # the persons of the list; of the group 10; the identifiers of the claims
        with django_assert_num_queries(12):
            assert get(PATH, q=listed(*slugs[:number]))["groups"][0]["count"] == number


def test_answer_is_as_the_schema_says(client: Client) -> None:
    cast.claim("occurrence", event=cast.event(), edtf="1923-10-15", **GREGORIAN)
    member("one", "1890")
    member("one", "1880")
    cast.person("two")
    judge = Judge(client.get("/api/v1/schema/").json())
    for asked in (
        {"q": SIGNED},
        {"q": SIGNED, "event": "declaration-of-the-46", "with": listed("two")},
        {"q": listed("two")},
        {},
    ):
        judge.judge(client.get(f"/api/v1/{PATH}", asked), f"/api/v1/{PATH}")
    assert (judge.faults, judge.judged) == ([], 4)
