"""Part taken in an event on another date than that of the event."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "outside_event"


def fought(who: str, edtf: str, role: str = "combatant", **columns) -> None:
    cast.claim(
        "participation",
        person=cast.person(who),
        event=cast.event("polish-soviet-war"),
        role=cast.role(role, joins="event", lasting=False, posthumous=role == "depicted"),
        edtf=edtf,
        **columns,
    )


@pytest.fixture
def war():
    event = cast.event("polish-soviet-war")
    cast.claim("occurrence", event=event, edtf="1920")
    return event


def test_those_who_fought_in_another_year_are_one_conflict_of_the_event(war) -> None:
    fought("ivar-smilga", "1921")
    fought("mikhail-tukhachevsky", "1921")
    fought("joseph-stalin", "1920-08")
    (conflict,) = conflicts(war, RULE)
    assert (conflict.nature, conflict.topic) == (Nature.DISAGREEMENT, "")
    assert [side.text for side in conflict.sides] == ["the event: 1920", "part in it: 1921"]
    assert sorted(claim.person.slug for claim in conflict.sides[1].claims) == [
        "ivar-smilga",
        "mikhail-tukhachevsky",
    ]
    assert conflict.sentence == (
        "“Polish Soviet War” is dated 1920, but what persons did in it 1921."
    )


@pytest.mark.parametrize(
    ("edtf", "columns"),
    [
        ("1920", {}),
        ("1920-08-13", {}),
        ("1921?", {}),
        ("", {}),
        ("1921", {"polarity": "denied"}),
        ("1921", {"status": "draft"}),
        ("1921", {"rank": "deprecated", "rank_reason": "A misprint."}),
        ("1921", {"role": "depicted"}),
    ],
)
def test_what_agrees_or_does_not_count(war, edtf, columns) -> None:
    fought("ivar-smilga", edtf, **columns)
    assert found(war, RULE) == {}


def test_a_part_that_agrees_with_one_date_of_the_event_agrees(war) -> None:
    cast.claim("occurrence", event=war, edtf="1921")
    fought("ivar-smilga", "1921-02")
    assert found(war, RULE) == {}


def test_an_event_without_a_date_excludes_nothing() -> None:
    fought("ivar-smilga", "1921")
    fought("joseph-stalin", "1925")
    assert found(cast.event("polish-soviet-war"), RULE) == {}


def test_one_day_in_two_calendars_is_a_remark() -> None:
    event = cast.event("polish-soviet-war")
    cast.claim("occurrence", event=event, edtf="1917-10-25")
    fought("ivar-smilga", "1917-11-07")
    (conflict,) = conflicts(event, RULE)
    assert conflict.nature == Nature.CALENDAR
    assert conflict.sentence == (
        "“Polish Soviet War” is dated 25 October 1917, but what somebody did in it "
        "7 November 1917, probably one day in two calendars."
    )
