"""Who served with a person through the API: how surely, strictness, cost, shape, and no leak."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.editing.publication import retract
from prosopography.models import Status
from tests import cast
from tests.api.test_schema import Judge
from tests.cast import hold, tied

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
PATH = "persons/ivar-smilga/overlaps/"


@pytest.fixture(autouse=True)
def three() -> None:
    """One of each nearness, and a relationship."""
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("certain-one", "1917-05-04")
    hold("possible-one", "1917")
    hold("open-one", "1927")
    tied("karl-radek", "ivar-smilga")


def test_answer_tells_who_how_surely_how_long_and_by_which_claims(get: Get) -> None:
    answer = get(PATH)
    assert answer["asked"]["person"]["slug"] == "ivar-smilga"
    assert (answer["asked"]["organisation"], answer["asked"]["match"]) == (None, "possible")
    assert answer["counts"] == {"certain": 1, "possible": 1, "open": 1}
    assert [
        (each["person"]["slug"], each["match"], each["nearness"]) for each in answer["results"]
    ] == [
        ("certain-one", "certain", "certain"),
        ("possible-one", "possible", "possible"),
        ("open-one", "possible", "open"),
    ]
    [body] = answer["results"][0]["bodies"]
    [own] = answer["claims"]
    [theirs] = body["claims"]
    assert {key: body[key] for key in ("match", "nearness", "least", "most")} == {
        "match": "certain",
        "nearness": "certain",
        "least": 1,
        "most": 306,
    }
    assert body["pairs"] == [
        {
            "one": own["identifier"],
            "other": theirs["identifier"],
            "match": "certain",
            "nearness": "certain",
            "least": 1,
            "most": 306,
            "certain": {"first": "1917-05-04", "last": "1917-05-04"},
            "possible": {"first": "1917-03-01", "last": "1917-12-31"},
            "text": "certainly, for 1 to 306 days, surely on 4 May 1917",
            "reason": "",
        }
    ]
    assert [each["citations"][0]["locator"] for each in (own, theirs)] == ["¶1", "¶1"]
    assert [
        (each["person"]["slug"], each["here"], each["there"]) for each in answer["relationships"]
    ] == [("karl-radek", "supported by Karl Radek", "supporter of Ivar Smilga")]
    assert answer["relationship_counts"] == {"affirmed": 1, "apart": 0}


def test_relationships_stand_on_the_first_page_and_are_bounded(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    bond = {"role": cast.role("supporter-of"), "related_person": cast.person()}
    cast.claim("relationship", person=cast.person("andrei"), polarity="denied", **bond)
    cast.claim("relationship", person=cast.person("zinaida"), **bond)

    def told(**parameters: str) -> tuple[list[tuple[str, str]], dict[str, int]]:
        answer = get(PATH, **parameters)
        bonds = [
            (each["person"]["slug"], each["assertion"]["polarity"])
            for each in answer["relationships"]
        ]
        return bonds, answer["relationship_counts"]

    counts = {"affirmed": 2, "apart": 1}
    affirmed = [("karl-radek", "affirmed"), ("zinaida", "affirmed")]
    assert told() == ([*affirmed, ("andrei", "denied")], counts)
    assert told(page="2", page_size="2") == ([], counts)
    monkeypatch.setattr("prosopography.queries.relationships.MOST_RELATIONSHIPS", 2)
    assert told() == (affirmed, counts)


def test_answer_is_narrowed_and_has_pages(get: Get) -> None:
    fleet = cast.organisation("baltic-fleet")
    cast.organisation("staff", part_of=fleet)
    hold("ivar-smilga", "1920", "baltic-fleet")
    hold("staff-one", "1920", "staff")
    certain = get(PATH, match="certain")
    assert [each["person"]["slug"] for each in certain["results"]] == ["certain-one"]
    within = get(PATH, organisation="baltic-fleet")
    assert [each["person"]["slug"] for each in within["results"]] == ["staff-one"]
    assert get(PATH, organisation="baltic-fleet", exact="true")["results"] == []
    second = get(PATH, page_size="2", page="2")
    assert (second["count"], [each["person"]["slug"] for each in second["results"]]) == (
        3,
        ["open-one"],
    )


@pytest.mark.parametrize(
    ("parameters", "faults"),
    [
        ({"organisation": "nothing"}, [("organisation", "unknown")]),
        ({"organisation": "hidden"}, [("organisation", "unknown")]),
        ({"exact": "true"}, [("exact", "no_effect")]),
        ({"organisation": "tsentrobalt", "exact": "1"}, [("exact", "invalid")]),
        ({"match": "sure"}, [("match", "invalid")]),
        ({"page": "2"}, [("page", "invalid")]),
        ({"page_size": "0"}, [("page_size", "invalid")]),
        ({"role": "member"}, [("role", "unknown_parameter")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Callable[..., Any], parameters: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    cast.organisation("hidden", status=Status.DRAFT)
    assert refused(PATH, **parameters) == faults


def test_what_became_of_a_person_is_told(ask: Callable[..., Any]) -> None:
    row.revise(cast.person(), slug="ivars-smilga")
    moved = ask(PATH, match="certain")
    assert (moved.status_code, moved["Location"]) == (
        301,
        "http://testserver/api/v1/persons/ivars-smilga/overlaps/?match=certain",
    )
    cast.person("hidden", status=Status.DRAFT)
    retract(cast.person("retracted"), reason="Another man.")
    codes = [
        ask(f"persons/{slug}/overlaps/").status_code for slug in ("nobody", "hidden", "retracted")
    ]
    assert codes == [404, 404, 410]


def test_nothing_hidden_is_told(get: Get) -> None:
    before = get(PATH)
    hold("certain-one", "1917-05-04", status=Status.DRAFT)
    hold("drafted", "1917", status=Status.REVIEW)
    hold("uncited", "1917", cited=False)
    bond = {"role": cast.role("supporter-of"), "status": Status.DRAFT}
    cast.claim("relationship", person=cast.person(), related_person=cast.person("x"), **bond)
    assert get(PATH) == before


def test_answer_costs_the_same_at_one_row_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for each in range(number):
            hold(f"person-{each}", "1917")
            bond = {"role": cast.role("supporter-of"), "related_person": cast.person()}
            cast.claim("relationship", person=cast.person(f"person-{each}"), **bond)
        # the person; the tenures, those of the bodies; the claims, their citations, whom else they
        # may mean, the bodies; the relationships 5; on whose word they rest 2
        with django_assert_num_queries(14):
            answer = get(PATH)
        assert (answer["count"], answer["relationship_counts"]["affirmed"]) == {
            1: (4, 2),
            3: (6, 5),
        }[number]
        # and the body 2, its parts
        with django_assert_num_queries(17):
            get(PATH, organisation="tsentrobalt")
        # of the relationships only how many there are
        with django_assert_num_queries(10):
            get(PATH, page="2", page_size="1")


def test_answer_is_as_the_schema_says(client: Client) -> None:
    hold("ivar-smilga", "")
    hold("certain-one", "../1917", certainty="possible")
    judge = Judge(client.get("/api/v1/schema/").json())
    path = "/api/v1/persons/{slug}/overlaps/"
    judge.judge(client.get(f"/api/v1/{PATH}"), path)
    judge.judge(client.get(f"/api/v1/{PATH}", {"organisation": "tsentrobalt"}), path)
    judge.judge(client.get(f"/api/v1/{PATH}", {"match": "x"}), path)
    judge.judge(client.get("/api/v1/persons/nobody/overlaps/"), path)
    assert (judge.faults, judge.judged) == ([], 4)
