"""Survival by age and after an event: who is observed, how long, and who is left out."""

from typing import Any

import pytest

from prosopography.dates import iso_day
from prosopography.queries.profile.ages import occurred
from prosopography.queries.profile.survival import Survival, after_event, by_age, last_seen
from tests import cast

from .people import GREGORIAN, befell, born, dated, died, held, material, slugs

pytestmark = pytest.mark.django_db


def age() -> Survival:
    return by_age(*dated())


def left_out(survival: Survival) -> dict[str, list[str]]:
    return {each.key: slugs(each.persons) for each in survival.left_out}


def test_deaths_and_last_sight_by_age() -> None:
    born("dies-at-40", "1880-01-01")
    died("dies-at-40", "1920-06-01")
    born("seen-at-45", "1880-01-01")
    befell("seen-at-45", "arrested", "1925-06-01")
    born("dies-at-50", "1880-01-01")
    died("dies-at-50", "1930-06-01")
    cast.person("unborn")
    born("unseen", "1880")
    survival = age()
    assert [(step.at_risk, step.died, step.survival) for step in survival.curve] == [
        (3, 1, pytest.approx(2 / 3)),
        (1, 1, 0.0),
    ]
    assert [round(step.time, 1) for step in survival.curve] == [40.4, 50.4]
    assert survival.curve == survival.shortest == survival.longest
    assert (survival.known.count, survival.died.count, survival.lost.count) == (3, 2, 1)
    assert slugs(survival.lost.persons) == ["seen-at-45"]
    assert left_out(survival) == {"unborn": ["unborn"], "unseen": ["unseen"]}
    assert survival.unknown == 2
    rows = [
        (row.first, row.at_risk, row.died.count, row.lost.count, round(row.survival))
        for row in survival.rows
    ]
    assert rows[3:] == [(30, 3, 0, 0, 100), (40, 3, 1, 1, 67), (50, 1, 1, 0, 0)]


def test_vague_dates_make_a_band_around_their_middle() -> None:
    born("vague", "1880")
    died("vague", "1920")
    survival = age()
    [middle], [least], [most] = survival.curve, survival.shortest, survival.longest
    assert [round(each.time, 1) for each in (least, middle, most)] == [39.0, 40.0, 41.0]
    assert survival.median is not None
    assert survival.median == (least.time, most.time)


def seen(slug: str) -> tuple[str, str] | None:
    found = last_seen(material())
    key = cast.person(slug).pk
    return (iso_day(found[key].first), iso_day(found[key].last)) if key in found else None


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("1921/1928", ("1928-01-01", "1928-12-31")),
        ("1917", ("1917-01-01", "1917-12-31")),
        ("1924/", ("1924-01-01", "1924-12-31")),
        ("", None),
        ("../1920-05-01", ("1920-05-01", "1920-05-01")),
    ],
)
def test_a_state_shows_alive_until_it_surely_ended(edtf: str, days: Any) -> None:
    held("one", "member", edtf=edtf)
    assert seen("one") == days


def test_what_can_be_said_of_the_dead_shows_nobody_alive() -> None:
    cast.role("rehabilitated", joins="life", lasting=False, posthumous=True)
    befell("one", "rehabilitated", "1987")
    befell("one", "expelled", "1927-12")
    befell("one", "arrested", "1935", polarity="denied")
    befell("one", "exiled", "1936", status="draft")
    cast.claim("description", person=cast.person("one"), value="remembered", edtf="1990")
    cast.name("Uno", cast.person("one"), edtf="1991")
    assert seen("one") == ("1927-12-01", "1927-12-31")


def test_after_an_event_only_those_count_who_outlived_it() -> None:
    event = cast.event()
    cast.claim("occurrence", event=event, edtf="1920-01-01", **GREGORIAN)
    died("dead-before", "1919")
    died("dead-after", "1930-01-01")
    held("lost-before", "member", edtf="1917")
    held("lost-after", "member", edtf="1925-01-01")
    cast.person("unknown")
    survival = after_event(*dated(), event, occurred(event))
    assert left_out(survival) == {"dead": ["dead-before"], "unseen": ["lost-before", "unknown"]}
    assert slugs(survival.died.persons) == ["dead-after"]
    assert slugs(survival.lost.persons) == ["lost-after"]
    assert [(step.at_risk, round(step.time, 1)) for step in survival.curve] == [(1, 10.0)]
    assert survival.title == "Survival after Declaration Of The 46"


def test_an_event_of_unknown_time_leaves_everybody_out() -> None:
    died("one", "1930")
    survival = after_event(*dated(), cast.event(), None)
    assert (survival.known.count, survival.curve, survival.rows) == (0, (), ())
    assert survival.median is None
