"""One office held by two at once."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "sole_office"


def chair(who: str, edtf: str, **columns) -> None:
    cast.role("chairman", sole=True)
    cast.tenure(cast.person(who), edtf=edtf, role_slug="chairman", **columns)


def test_two_chairmen_at_once_are_told() -> None:
    chair("ivar-smilga", "1917/1920")
    chair("pavel-dybenko", "1918/1919")
    (conflict,) = conflicts(cast.organisation(), RULE)
    assert (conflict.nature, conflict.topic) == (
        Nature.DISAGREEMENT,
        "chairman:ivar-smilga:pavel-dybenko",
    )
    assert [side.text for side in conflict.sides] == [
        "Ivar Smilga (1917 to 1920)",
        "Pavel Dybenko (1918 to 1919)",
    ]
    assert conflict.sentence == (
        "The office “chairman” of Tsentrobalt is held by two at once: Ivar Smilga (1917 to 1920) and "
        "Pavel Dybenko (1918 to 1919)."
    )


@pytest.mark.parametrize("edtf", ["1920", "1920/1921", "1917-06/1918-03-01", "1917", ""])
def test_an_overlap_that_is_merely_possible_is_none(edtf) -> None:
    chair("ivar-smilga", "1918-03-01/1920-05")
    chair("pavel-dybenko", edtf)
    assert found(cast.organisation(), RULE) == {}


def test_who_comes_on_the_day_on_which_the_other_leaves_is_no_conflict() -> None:
    chair("ivar-smilga", "1917-01-01/1917-06-01")
    chair("pavel-dybenko", "1917-06-01/1918-01-01")
    assert found(cast.organisation(), RULE) == {}


def test_one_office_of_several_holders_and_another_place_are_none() -> None:
    chair("ivar-smilga", "1917/1920", place=cast.place("helsinki"))
    chair("pavel-dybenko", "1917/1920", place=cast.place("kronstadt"))
    for who in ("leon-trotsky", "lev-kamenev"):
        cast.tenure(cast.person(who), edtf="1917/1920")
    assert found(cast.organisation(), RULE) == {}


@pytest.mark.parametrize(
    "columns",
    [
        {"status": "draft"},
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"rank": "deprecated", "rank_reason": "A misprint."},
    ],
)
def test_what_does_not_count_holds_no_office(columns) -> None:
    chair("ivar-smilga", "1917/1920")
    chair("pavel-dybenko", "1917/1920", **columns)
    assert found(cast.organisation(), RULE) == {}


def test_one_person_told_of_twice_holds_it_once() -> None:
    chair("ivar-smilga", "1917/1920")
    chair("ivar-smilga", "1918/1919")
    assert found(cast.organisation(), RULE) == {}


@pytest.mark.parametrize("edtf", ["1919", "/1919", "1919/", "1910/.."])
def test_who_is_attested_within_the_time_of_another_holds_it_with_him(edtf) -> None:
    chair("ivar-smilga", "1918-03-01/1920-05")
    chair("pavel-dybenko", edtf)
    assert list(found(cast.organisation(), RULE)) == ["chairman:ivar-smilga:pavel-dybenko"]
