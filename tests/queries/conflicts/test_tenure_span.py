"""One tenure whose start, or whose end, is dated differently."""

from typing import Any

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found, said, source

pytestmark = pytest.mark.django_db

RULE = "tenure_span"


def held(edtf: str, number: int = 1, **columns: Any) -> Any:
    return cast.tenure(edtf=edtf, source=source(number), **columns)


def test_two_starts_of_one_membership_are_told() -> None:
    held("1917-04/")
    held("1917-07-26/", 2)
    held("1917", 3)
    held("/1928", 4)
    assert found(cast.person(), RULE) == {
        "member:tsentrobalt:start": ["April 1917", "26 July 1917"]
    }
    assert said(cast.person(), RULE) == [
        "Ivar Smilga: the start of “member, Tsentrobalt” is dated April 1917 by one source and "
        "26 July 1917 by another."
    ]


def test_the_two_ends_are_told_apart() -> None:
    held("1917/1928")
    held("1918/1929", 2)
    assert found(cast.person(), RULE) == {
        "member:tsentrobalt:start": ["1917", "1918"],
        "member:tsentrobalt:end": ["1928", "1929"],
    }


@pytest.mark.parametrize(
    ("edtf", "columns"),
    [
        ("1917/1928", {}),
        ("1917-05/1928-12", {}),
        ("1916?/", {}),
        ("1920", {}),
        ("../1928", {}),
        ("1930/1935", {}),  # another tenure
        ("1920/", {"role_slug": "chairman"}),
        ("1920/", {"what": "central-committee"}),
        ("1920/", {"value": "candidate"}),
        ("1920/", {"status": "draft"}),
        ("1920/", {"polarity": "denied"}),
        ("1920/", {"number": 1}),  # one source knows two
    ],
)
def test_what_agrees_or_is_another_tenure(edtf, columns) -> None:
    held("1917/1928", value="full")
    if "what" in columns:
        columns = {"what": cast.organisation(columns["what"])}
    held(edtf, **{"number": 2, **columns})
    assert found(cast.person(), RULE) == {}


def test_one_day_in_two_calendars_is_a_remark() -> None:
    held("1917-10-25/")
    held("1917-11-07/", 2)
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.sentence) == (
        Nature.CALENDAR,
        "Ivar Smilga: the start of “member, Tsentrobalt” is dated 25 October 1917 by one source and "
        "7 November 1917 by another, probably one day in two calendars.",
    )
