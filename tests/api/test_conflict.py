"""Conflicts in the API: what is told of one, how the list is narrowed, and what it costs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import publication, row
from tests import cast
from tests.conflicts import (
    BIRTH,
    DEATH,
    EVENT,
    EXPELLED,
    births,
    death,
    deaths,
    expulsion,
    finding,
    occurrences,
    settle,
)

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
Ask = Callable[..., HttpResponse]


@pytest.fixture
def keys(get: Get) -> Callable[..., list[str]]:
    """The keys of a list, in its order."""
    return lambda **asked: [each["key"] for each in get("conflicts/", **asked)["results"]]


def test_conflict_tells_everything(get: Get) -> None:
    first, second = deaths()
    made = settle(DEATH, second, "The court record.")
    (each,) = get("conflicts/")["results"]
    sides = each.pop("sides")
    date = each["settlement"].pop("date")
    assert each == {
        "key": DEATH,
        "url": f"http://testserver/api/v1/conflicts/{DEATH}/",
        "page": f"http://testserver/conflicts/{DEATH}/",
        "rule": "single_date",
        "title": "Two dates of what can have one only",
        "nature": "disagreement",
        "state": "settled",
        "sentence": "The death of Ivar Smilga is dated 1937 by one source and 1938 by another.",
        "subject": {
            "noun": "person",
            "slug": "ivar-smilga",
            "label": "Ivar Smilga",
            "url": "http://testserver/api/v1/persons/ivar-smilga/",
        },
        "settlement": {
            "verdict": "prefer",
            "reason": "The court record.",
            "preferred": second.identifier,
        },
    }
    assert date.startswith(made.history.get().history_date.isoformat()[:19])
    assert [(side["text"], side["preferred"]) for side in sides] == [
        ("1937", False),
        ("1938", True),
    ]
    assert [side["claims"] for side in sides] == [
        [get(f"assertions/{claim.identifier}/")] for claim in (first, second)
    ]
    assert sides[1]["claims"][0]["citations"][0]["attributed_to_source"]["slug"] == "memoirs"


def test_single_conflict_is_as_in_the_list(get: Get) -> None:
    deaths()
    (each,) = get("conflicts/")["results"]
    assert each["settlement"] is None
    assert get(f"conflicts/{DEATH}/") == each
    assert get(f"conflicts/{DEATH}/", fields="key,state") == {"key": DEATH, "state": "open"}


def test_list_is_narrowed(keys: Callable[..., list[str]]) -> None:
    births()
    occurrences()
    expulsion()
    _, second = deaths()
    settle(EXPELLED)
    settle(DEATH, second)
    death("1939")
    assert keys() == [EXPELLED, EVENT, BIRTH, DEATH]
    assert keys(ordering="-key") == [DEATH, BIRTH, EVENT, EXPELLED]
    assert keys(state="open") == [EVENT, BIRTH]
    assert keys(state="reopened,settled") == [EXPELLED, DEATH]
    assert keys(nature="calendar") == [BIRTH]
    assert keys(rule="denied") == [EXPELLED]
    assert keys(event="declaration-of-the-46") == [EVENT]
    assert keys(person="ivar-smilga", rule="single_date") == [BIRTH, DEATH]
    assert keys(source="info-list", nature="disagreement") == [EXPELLED, DEATH]
    assert keys(source="memoirs") == []


def test_list_is_narrowed_by_a_body_with_its_parts(keys: Callable[..., list[str]]) -> None:
    body = cast.organisation(part_of=cast.organisation("baltic-fleet"))
    columns = {"person": cast.person(), "role": cast.role("arrested"), "organisation": body}
    cast.claim("life_event", **columns)
    cast.claim("life_event", **columns, polarity="denied")
    found = ["denied:person:ivar-smilga:life_event:arrested:tsentrobalt"]
    assert keys(organisation="tsentrobalt") == keys(organisation="baltic-fleet") == found
    assert keys(organisation="baltic-fleet", exact="true") == []
    assert keys(organisation="tsentrobalt", exact="true") == found


def test_list_refuses_what_it_does_not_know(refused: Callable[..., list[tuple[str, str]]]) -> None:
    cast.person("secret", status="draft")
    assert refused("conflicts/", state="closed") == [("state", "invalid")]
    assert refused("conflicts/", nature="calender") == [("nature", "invalid")]
    assert refused("conflicts/", rule="single-date") == [("rule", "invalid")]
    assert refused("conflicts/", person="secret") == [("person", "unknown")]
    assert refused("conflicts/", persons="x") == [("persons", "unknown_parameter")]
    assert refused("conflicts/", page="2") == [("page", "invalid")]


def test_conflict_that_is_no_more_is_gone(ask: Ask) -> None:
    first, _ = deaths()
    assert ask("conflicts/nothing/").status_code == 404
    assert ask(f"conflicts/{DEATH}:more/").status_code == 404
    assert ask("conflicts/%00/").status_code == ask(f"conflicts/{DEATH}%00/").status_code == 404
    settle(DEATH)
    publication.retract(first, reason="Misread.")
    assert ask(f"conflicts/{DEATH}/").status_code == 410
    assert ask("conflicts/").json()["count"] == 0


def test_old_slug_of_its_subject_leads_to_the_new_key(ask: Ask) -> None:
    deaths()
    row.revise(cast.person(), slug="ivars-smilga")
    answer = ask(f"conflicts/{DEATH}/")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "http://testserver/api/v1/conflicts/single_date:person:ivars-smilga:death/",
    )


def test_nothing_unpublished_is_told(ask: Ask) -> None:
    deaths()
    text = ask("conflicts/").content.decode()
    assert "leak" not in text
    assert [year for year in ("1934", "1935", "1936") if f'"{year}' in text] == []


def test_assertions_and_persons_are_found_by_being_disputed(get: Get) -> None:
    births()
    first, second = deaths()
    name = cast.name("Смилга")
    cast.birth(cast.person("leon-trotsky"))

    def identifiers(**asked: str) -> set[str]:
        return {each["identifier"] for each in get("assertions/", **asked)["results"]}

    assert identifiers(disputed="true") == {first.identifier, second.identifier}
    assert name.identifier in identifiers(disputed="false")
    assert len(identifiers(disputed="false")) == 4
    persons = get("persons/", disputed="true")["results"]
    assert [each["slug"] for each in persons] == ["ivar-smilga"]
    assert get("citations/", disputed="true")["count"] == 2
    publication.retract(first, reason="Misread.")
    assert identifiers(disputed="true") == set()


def test_list_costs_the_same_at_one_conflict_and_at_three(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, name in enumerate(("ivar-smilga", "pauls-smilga", "leon-trotsky")):
        deaths(cast.person(name))
        # count, page; the conflicts, settlements, what may be copied; two for how the sources derive
        with django_assert_num_queries(finding() + 6):
            assert len(get("conflicts/")["results"]) == number + 1
        # the entry; the same
        with django_assert_num_queries(finding() + 5):
            get(f"conflicts/{DEATH}/")
