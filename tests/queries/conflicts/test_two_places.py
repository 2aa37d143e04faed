"""The same on one day in two places."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found, source

pytestmark = pytest.mark.django_db

RULE = "two_places"


def arrest(place: str, edtf: str = "1927-11-07", **columns) -> None:
    columns = {"role": cast.role("arrested"), **columns}
    cast.claim("life_event", person=cast.person(), place=cast.place(place), edtf=edtf, **columns)


def test_nobody_is_arrested_in_two_places_on_one_day() -> None:
    arrest("moscow")
    arrest("leningrad", source=source(2))
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.topic) == (Nature.IMPOSSIBLE, "arrested:1927-11-07")
    assert [side.text for side in conflict.sides] == ["Leningrad", "Moscow"]
    assert conflict.sentence == (
        "Ivar Smilga: “arrested” in Leningrad and Moscow on one day, 7 November 1927."
    )


def test_one_day_in_both_calendars_is_one_day() -> None:
    arrest("moscow", "1917-10-25", calendar="julian")
    arrest("leningrad", "1917-11-07", calendar="gregorian")
    assert found(cast.person(), RULE) == {"arrested:1917-11-07": ["Leningrad", "Moscow"]}


def test_a_place_within_the_other_is_one_place() -> None:
    moscow = cast.place("moscow")
    cast.place("kremlin", part_of=moscow)
    arrest("moscow")
    arrest("kremlin")
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize(
    "columns",
    [
        {"edtf": "1927-11-08"},
        {"edtf": "1927-11"},
        {"edtf": "1927-11-07?"},
        {"status": "draft"},
        {"polarity": "denied"},
        {"rank": "deprecated", "rank_reason": "A misprint."},
    ],
)
def test_another_day_a_vague_one_and_what_does_not_count(columns) -> None:
    arrest("moscow")
    arrest("leningrad", **columns)
    assert found(cast.person(), RULE) == {}


def test_different_things_may_befall_one_on_a_day_in_two_places() -> None:
    arrest("moscow")
    arrest("leningrad", role=cast.role("tried", joins="life", lasting=False))
    cast.claim("residence", person=cast.person(), place=cast.place("riga"), edtf="1927-11-07")
    assert found(cast.person(), RULE) == {}
