"""As of a day through the API: the classes, strictness, pages, what it costs, what must not leak."""

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
Refused = Callable[..., list[tuple[str, str]]]
CLASSES = ("certain", "possible", "attested_before", "attested_after", "undated")


def hold(slug: str, edtf: str, **columns: Any) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, calendar="gregorian", **columns)


@pytest.fixture
def five() -> None:
    """One person in each class, and one who had gone."""
    for slug, edtf in (
        ("attested-later", "1930"),
        ("attested-earlier", "1917"),
        ("here", "1921/1928"),
        ("perhaps-here", "1925-06/1926"),
        ("never-dated", ""),
        ("over-by-then", "1919/1920"),
    ):
        hold(slug, edtf)


def slugs(answer: Any) -> dict[str, list[str]]:
    return {name: [each["person"]["slug"] for each in answer[name]] for name in CLASSES}


@pytest.mark.usefixtures("five")
def test_classes_counts_and_what_is_asked(get: Get) -> None:
    answer = get("as-of/", organisation="tsentrobalt", role="member", date="1925-06-15")
    assert slugs(answer) == {
        "certain": ["here"],
        "possible": ["perhaps-here"],
        "attested_before": ["attested-earlier"],
        "attested_after": ["attested-later"],
        "undated": ["never-dated"],
    }
    assert answer["counts"] == {**dict.fromkeys(CLASSES, 1), "excluded": 1, "denied": 0}
    assert {key: answer[key] for key in ("count", "next", "previous", "earlier", "later")} == {
        "count": 5,
        "next": None,
        "previous": None,
        "earlier": "1925-05-31",
        "later": "1925-06-30",
    }
    asked = answer["asked"]
    assert (asked["organisation"]["slug"], asked["role"]["slug"]) == ("tsentrobalt", "member")
    assert {key: asked[key] for key in ("date", "calendar", "first", "last", "exact")} == {
        "date": "1925-06-15",
        "calendar": "gregorian",
        "first": "1925-06-15",
        "last": "1925-06-15",
        "exact": False,
    }


def test_claims_come_with_their_standing_and_evidence(get: Get) -> None:
    hold("ivar-smilga", "1921/1928", certainty="probable", locator="¶7")
    hold("ivar-smilga", "", polarity="denied")
    [holder] = get("as-of/", organisation="tsentrobalt", date="1925")["possible"]
    assert (holder["disputed"], holder["reason"]) == (True, "")
    [claim] = holder["claims"]
    assert (claim["standing"], claim["reason"]) == (
        "possible",
        "the source is not certain: probable",
    )
    assert claim["assertion"]["date"]["edtf"] == "1921/1928"
    assert [each["locator"] for each in claim["assertion"]["citations"]] == ["¶7"]
    assert [each["assertion"]["polarity"] for each in holder["against"]] == ["denied"]


def test_one_day_has_one_answer_in_both_calendars(get: Get) -> None:
    hold("ivar-smilga", "1917-11-07")
    gregorian = get("as-of/", organisation="tsentrobalt", date="1917-11-07")
    julian = get("as-of/", organisation="tsentrobalt", date="1917-10-25", calendar="julian")
    assert slugs(julian)["certain"] == ["ivar-smilga"]
    gregorian["asked"] |= {"date": "1917-10-25", "calendar": "julian"}
    assert gregorian == julian


@pytest.mark.parametrize(
    ("parameters", "faults"),
    [
        ({}, [("date", "required")]),
        ({"date": "1917"}, [("organisation", "required")]),
        ({"organisation": "tsentrobalt"}, [("date", "required")]),
        ({"organisation": "tsentrobalt", "date": "yesterday"}, [("date", "invalid")]),
        ({"organisation": "tsentrobalt", "date": "1917-02-30"}, [("date", "invalid")]),
        ({"organisation": "tsentrobalt", "date": ""}, [("date", "blank")]),
        ({"organisation": "tsentrobalt", "date": ["1917", "1918"]}, [("date", "repeated")]),
        ({"organisation": "nothing", "date": "1917"}, [("organisation", "unknown")]),
        ({"organisation": "leaked-body", "date": "1917"}, [("organisation", "unknown")]),
        ({"role": "nothing", "date": "1917"}, [("role", "unknown")]),
        ({"role": "signatory", "date": "1917"}, [("role", "invalid")]),
        ({"role": "member", "date": "1917", "calendar": "unknown"}, [("calendar", "invalid")]),
        ({"role": "member", "date": "1917", "exact": "yes"}, [("exact", "invalid")]),
        ({"role": "member", "date": "1917", "doubtful": "no"}, [("doubtful", "invalid")]),
        ({"role": "member", "date": "1917", "page": "2"}, [("page", "invalid")]),
        ({"role": "member", "date": "1917", "page_size": "0"}, [("page_size", "invalid")]),
        ({"role": "member", "dat": "1917"}, [("dat", "unknown_parameter")]),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Refused, parameters: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    cast.organisation()
    cast.organisation("leaked-body", status=Status.DRAFT)
    cast.role("member")
    cast.role("signatory")
    assert refused("as-of/", **parameters) == faults


@pytest.mark.usefixtures("five")
def test_pages_go_through_the_classes_in_order(get: Get) -> None:
    asked = {"organisation": "tsentrobalt", "date": "1925-06-15", "page_size": "2"}
    pages = [get("as-of/", **asked, page=str(number)) for number in (1, 2, 3)]
    assert [[each for name in CLASSES for each in slugs(page)[name]] for page in pages] == [
        ["here", "perhaps-here"],
        ["attested-earlier", "attested-later"],
        ["never-dated"],
    ]
    assert "page=2" in pages[0]["next"]
    assert [page["count"] for page in pages] == [5, 5, 5]


def test_an_old_slug_is_understood(get: Get) -> None:
    hold("ivar-smilga", "1917")
    row.revise(cast.organisation(), slug="the-new-slug")
    answer = get("as-of/", organisation="tsentrobalt", date="1917")
    assert answer["asked"]["organisation"]["slug"] == "the-new-slug"
    assert slugs(answer)["certain"] == ["ivar-smilga"]


def test_nothing_hidden_is_told(get: Get) -> None:
    hold("ivar-smilga", "1917")
    before = get("as-of/", organisation="tsentrobalt", date="1917")
    hold("leaked", "1917", status=Status.DRAFT)
    hold("ivar-smilga", "1917", polarity="denied", note="leaked", status=Status.REVIEW)
    hold("ivar-smilga", "1917", value="leaked", cited=False)
    part = cast.organisation("leaked-part", part_of=cast.organisation(), status=Status.DRAFT)
    cast.tenure(cast.person("of-a-leaked-part"), part, edtf="1917")
    assert get("as-of/", organisation="tsentrobalt", date="1917") == before


def test_answer_costs_the_same_at_one_row_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cast.organisation()
    asked = {"organisation": "tsentrobalt", "role": "member", "date": "1917"}
    for number in (1, 3):
        for each in range(number):
            hold(f"person-{number}-{each}", "1917")
            hold(f"person-{number}-{each}", "", polarity="denied")
        # body and role 2 each, their parts 1 each; the claims in short; the tree of bodies, entering
        # and leaving, deaths; the claims in full, their citations, whom else these may mean; on
        # whose word they rest 2
        with django_assert_num_queries(15):
            assert len(get("as-of/", **asked)["certain"]) >= number


@pytest.mark.usefixtures("five")
def test_answer_is_as_the_schema_says(client: Client) -> None:
    hold("ivar-smilga", "1925", polarity="denied")
    hold("ivar-smilga", "1921/1928")
    judge = Judge(client.get("/api/v1/schema/").json())
    path = "/api/v1/as-of/"
    asked = {"organisation": "tsentrobalt", "date": "1925-06-15"}
    judge.judge(client.get(path, asked), path)
    judge.judge(client.get(path, {"role": "member", "date": "1925/.."}), path)
    judge.judge(client.get(path), path)
    assert (judge.faults, judge.judged) == ([], 3)
