"""The succession of an office through the API: order, strictness, cost, shape, and no leak."""

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
ASKED = {"organisation": "tsentrobalt", "role": "chairman"}


def chair(slug: str, edtf: str, **columns: Any) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, role_slug="chairman", calendar="gregorian", **columns)


def test_tenures_come_in_order_with_what_lies_between(get: Get) -> None:
    chair("second", "1922/1923")
    chair("first", "1919/1920")
    chair("undated", "")
    chair("denied-one", "1921", polarity="denied")
    answer = get("succession/", **ASKED)
    assert [each["person"]["slug"] for each in answer["results"]] == ["first", "second", "undated"]
    first, second, undated = answer["results"]
    assert (first["handover"], undated["handover"]) == (None, None)
    assert second["handover"] == {
        "between": "gap",
        "text": "Gap: held by nobody of whom the record knows from 1 January 1921 to "
        "31 December 1921",
        "gap": "certain",
        "overlap": "excluded",
        "first": "1921-01-01",
        "last": "1921-12-31",
    }
    days = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    assert [first[day] for day in days] == ["1919-01-01", "1919-12-31", "1920-01-01", "1920-12-31"]
    assert [undated[day] for day in days] == [None] * 4
    assert first["ended"] == "between 1 January 1920 and 31 December 1920"
    assert [each["sentence"] for each in first["claims"]] == ["First – chairman, Tsentrobalt"]
    assert {key: answer[key] for key in ("count", "undated", "denied", "next")} == {
        "count": 3,
        "undated": 1,
        "denied": 1,
        "next": None,
    }


@pytest.mark.parametrize(
    ("parameters", "faults"),
    [
        ({}, [("organisation", "required")]),
        ({"organisation": "tsentrobalt"}, [("role", "required")]),
        ({"role": "chairman"}, [("organisation", "required")]),
        ({**ASKED, "organisation": "nothing"}, [("organisation", "unknown")]),
        ({**ASKED, "date": "1917"}, [("date", "unknown_parameter")]),
        ({**ASKED, "page": "2"}, [("page", "invalid")]),
        ({**ASKED, "exact": "1"}, [("exact", "invalid")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Callable[..., Any], parameters: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    cast.organisation()
    cast.role("chairman")
    assert refused("succession/", **parameters) == faults


def test_nothing_hidden_is_told(get: Get) -> None:
    chair("first", "1919/1920")
    before = get("succession/", **ASKED)
    chair("leaked", "1921", status=Status.DRAFT)
    chair("first", "1919", polarity="denied", status=Status.REVIEW)
    chair("first", "1919", cited=False)
    assert get("succession/", **ASKED) == before


def test_answer_costs_the_same_at_one_row_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for each in range(number):
            chair(f"person-{number}-{each}", "1917")
            chair(f"person-{number}-{each}", "", polarity="denied")
        # body and role 2 each, their parts 1 each; the claims in short; the claims in full, their
        # citations, whom else these may mean; on whose word they rest 2
        with django_assert_num_queries(12):
            assert get("succession/", **ASKED)["count"] >= number


def test_answer_is_as_the_schema_says(client: Client) -> None:
    chair("second", "1922/1923")
    chair("first", "1919/1920", certainty="possible")
    chair("first", "", polarity="denied")
    chair("undated", "")
    judge = Judge(client.get("/api/v1/schema/").json())
    judge.judge(client.get("/api/v1/succession/", ASKED), "/api/v1/succession/")
    judge.judge(client.get("/api/v1/succession/"), "/api/v1/succession/")
    assert (judge.faults, judge.judged) == ([], 2)
