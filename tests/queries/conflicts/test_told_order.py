"""Two acts told in one order by one source and in the other order by another."""

from typing import Any

import pytest

from tests import cast

from .finding import found, said, source

pytestmark = pytest.mark.django_db

RULE = "told_order"


def act(role: str, edtf: str, number: int, **columns: Any) -> None:
    cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role(role, joins="life", lasting=False, once=True),
        edtf=edtf,
        source=source(number),
        **columns,
    )


def test_a_recantation_before_and_after_the_expulsion_is_told() -> None:
    party = cast.organisation("bolshevik-party")
    act("expelled", "1927", 1, organisation=party)
    act("recanted", "1929", 1)
    act("recanted", "1928", 2)
    act("expelled", "1929", 2, organisation=party)
    assert found(cast.person(), RULE) == {
        "expelled:bolshevik-party:recanted:": [
            "“expelled, Bolshevik Party” before “recanted” (1927, 1929)",
            "“recanted” before “expelled, Bolshevik Party” (1928, 1929)",
        ]
    }
    assert said(cast.person(), RULE) == [
        "Ivar Smilga: one source tells of “expelled, Bolshevik Party” before “recanted”, another of "
        "“recanted” before “expelled, Bolshevik Party”."
    ]


def test_a_part_in_an_event_is_known_by_the_event() -> None:
    party = cast.organisation("bolshevik-party")
    cast.signature(edtf="1923", source=source(1))
    act("expelled", "1927", 1, organisation=party)
    cast.signature(edtf="1926", source=source(2))
    act("expelled", "1925", 2, organisation=party)
    assert list(found(cast.person(), RULE)) == [
        "expelled:bolshevik-party:signatory:declaration-of-the-46"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1927", "1930"),  # the same order
        ("1928", "1928"),  # no certain order
        ("1929", ""),  # none at all
    ],
)
def test_an_order_that_agrees_or_is_not_told(first, second) -> None:
    act("expelled", "1927", 1)
    act("recanted", "1929", 1)
    act("expelled", first, 2)
    act("recanted", second, 2)
    assert found(cast.person(), RULE) == {}


def test_a_source_with_two_dates_tells_no_order() -> None:
    act("expelled", "1927", 1)
    act("recanted", "1929", 1)
    act("expelled", "1930", 2)
    act("expelled", "1926", 2)
    act("recanted", "1928", 2)
    assert found(cast.person(), RULE) == {}


def test_two_acts_of_one_sort_are_no_order() -> None:
    party = cast.organisation("bolshevik-party")
    act("arrested", "1929-01", 1)
    act("expelled", "1929-06", 1, organisation=party)
    act("expelled", "1929-05", 2, organisation=party)
    act("arrested", "1929-12", 2)
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize("columns", [{"status": "draft"}, {"polarity": "denied"}])
def test_a_draft_and_a_denial_tell_no_order(columns) -> None:
    act("expelled", "1927", 1)
    act("recanted", "1929", 1)
    act("expelled", "1930", 2)
    act("recanted", "1928", 2, **columns)
    assert found(cast.person(), RULE) == {}
