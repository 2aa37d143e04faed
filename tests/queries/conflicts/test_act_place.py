"""One act that befalls somebody once, told of different places."""

from typing import Any

import pytest

from tests import cast

from .finding import found, said, source

pytestmark = pytest.mark.django_db

RULE = "act_place"


def banished(place: str, number: int = 1, edtf: str = "", once: bool = True, **columns: Any) -> Any:
    return cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role("banished", joins="life", lasting=False, once=once),
        place=cast.place(place) if place else None,
        edtf=edtf,
        source=source(number),
        **columns,
    )


def test_a_banishment_to_two_places_is_told() -> None:
    banished("siberia", certainty="probable")
    banished("khabarovsk", 2)
    banished("", 3)
    assert found(cast.person(), RULE) == {"banished": ["Khabarovsk", "Siberia (probable)"]}
    assert said(cast.person(), RULE) == [
        "Ivar Smilga: “banished” is placed in Khabarovsk by one source and Siberia (probable) by "
        "another."
    ]


def test_dates_that_agree_are_one_act_and_others_are_two() -> None:
    banished("siberia", edtf="1927")
    banished("khabarovsk", 2, edtf="1927-12")
    banished("vologda", 3, edtf="1911")
    banished("kem", 4)
    assert found(cast.person(), RULE) == {"banished:1927": ["Khabarovsk", "Siberia"]}


def test_a_place_within_the_other_is_one_place() -> None:
    cast.place("khabarovsk", part_of=cast.place("siberia"))
    banished("siberia")
    banished("khabarovsk", 2)
    assert found(cast.person(), RULE) == {}


def test_a_source_that_tells_of_two_says_nothing_about_either() -> None:
    banished("siberia")
    banished("vologda")
    banished("khabarovsk", 2)
    assert found(cast.person(), RULE) == {}


def test_what_may_befall_one_twice_is_left_out() -> None:
    banished("siberia", once=False)
    banished("khabarovsk", 2)
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize("columns", [{"status": "draft"}, {"polarity": "denied"}])
def test_a_draft_and_a_denial_are_no_sides(columns) -> None:
    banished("siberia")
    banished("khabarovsk", 2, **columns)
    assert found(cast.person(), RULE) == {}
