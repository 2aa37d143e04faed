"""Two dates of what happens once."""

from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.models import Nature, Status
from tests import cast

from .finding import conflicts, found, said, source

pytestmark = pytest.mark.django_db

RULE = "single_date"


def death(edtf: str, number: int = 1, **columns: Any) -> Any:
    return cast.claim("death", person=cast.person(), edtf=edtf, source=source(number), **columns)


def end(edtf: str, number: int = 1, role: str = "executed", **columns: Any) -> Any:
    return cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role(role, joins="life", lasting=False, marks="end"),
        edtf=edtf,
        source=source(number),
        **columns,
    )


def test_deaths_that_exclude_one_another_are_told_with_their_claims() -> None:
    one, two, three = death("1937"), death("1938", 2), death("1938-02", 3)
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.nature == Nature.DISAGREEMENT
    assert conflict.key == "single_date:person:ivar-smilga:death"
    assert [(each.text, each.claims) for each in conflict.sides] == [
        ("1937", (one,)),
        ("1938, February 1938", (two, three)),
    ]
    assert conflict.sentence == (
        "The death of Ivar Smilga is dated 1937 by one source and February 1938 by others."
    )


def test_dates_that_may_be_one_agree() -> None:
    death("1938")
    death("1938-02-10", 2)
    death("1937?", 3)
    death("193X", 4)
    death("", 5)
    assert found(cast.person(), RULE) == {}


def test_a_vague_date_that_agrees_with_both_sides_is_on_neither() -> None:
    death("1937")
    death("1938", 2)
    death("193X", 3)
    assert found(cast.person(), RULE) == {"death": ["1937", "1938"]}


def test_three_dates_are_three_sides_of_one_conflict() -> None:
    for number, edtf in enumerate(("1886", "1888", "1890")):
        cast.birth(edtf=edtf, source=source(number))
    assert found(cast.person(), RULE) == {"birth": ["1886", "1888", "1890"]}
    assert said(cast.person(), RULE) == [
        "The birth of Ivar Smilga is dated 1886, 1888 and 1890 by different sources."
    ]


def test_what_ends_a_life_dates_the_death() -> None:
    death("1937")
    end("1938", 2)
    cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role("arrested"),
        edtf="1935",
        source=source(3),
    )
    assert found(cast.person(), RULE) == {"death": ["1937", "1938"]}


def test_a_side_that_nobody_is_certain_of_says_so() -> None:
    death("1937")
    death("1938", 2, certainty="probable")
    end("1938", 3, certainty="possible")
    assert found(cast.person(), RULE) == {"death": ["1937", "1938 (probable)"]}
    death("1938", 4)
    assert found(cast.person(), RULE) == {"death": ["1937", "1938"]}


def test_one_source_that_contradicts_itself_is_not_two() -> None:
    death("1937")
    death("1938")
    assert said(cast.person(), RULE) == ["The death of Ivar Smilga is dated 1937 and 1938."]


def test_a_deprecated_date_stays_in_the_conflict() -> None:
    death("1937", rank="deprecated", rank_reason="A misprint.")
    death("1938", 2)
    assert found(cast.person(), RULE) == {"death": ["1937", "1938"]}


@pytest.mark.parametrize(
    "columns",
    [
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"status": Status.DRAFT},
        {"status": Status.RETRACTED},
        {"identification": "doubtful", "identification_note": "Another Smilga may be meant."},
    ],
)
def test_what_does_not_say_so_of_him_in_public_is_no_side(columns) -> None:
    death("1937")
    death("1938", 2, **columns)
    assert found(cast.person(), RULE) == {}


def test_a_date_from_an_unpublished_source_is_no_side() -> None:
    death("1937")
    cast.claim(
        "death",
        person=cast.person(),
        edtf="1938",
        source=cast.source("secret", status=Status.DRAFT),
    )
    assert found(cast.person(), RULE) == {}


def test_one_doubtful_mention_beside_a_sure_one_is_enough() -> None:
    death("1937")
    two = death("1938", 2)
    claims.cite(
        two,
        source=source(3),
        locator="¶2",
        identification="doubtful",
        identification_note="Another Smilga may be meant.",
    )
    assert found(cast.person(), RULE) == {"death": ["1937", "1938"]}


def test_an_event_has_one_date() -> None:
    war = cast.event("polish-soviet-war")
    cast.claim("occurrence", event=war, edtf="1920", source=source(1))
    cast.claim("occurrence", event=war, edtf="1919/1921", source=source(2))
    assert found(war, RULE) == {}
    cast.claim("occurrence", event=war, edtf="1922", source=source(3))
    assert found(war, RULE) == {"": ["1919 to 1921, 1920", "1922"]}
    assert said(war, RULE) == [
        "“Polish Soviet War” is dated 1920 by several sources and 1922 by another."
    ]


def test_the_beginning_and_the_end_of_a_body_have_one_date_each() -> None:
    body = cast.organisation()
    founded = cast.role("founded", marks="beginning")
    dissolved = cast.role("dissolved", joins="existence", lasting=False, marks="end")
    renamed = cast.role("renamed", joins="existence", lasting=False)
    for number, year in enumerate(("1917", "1918")):
        for role in (founded, renamed):
            cast.claim("existence", organisation=body, role=role, edtf=year, source=source(number))
    cast.claim("existence", organisation=body, role=dissolved, edtf="1920", source=source(3))
    assert found(body, RULE) == {"beginning": ["1917", "1918"]}
    assert said(body, RULE) == [
        "The beginning of Tsentrobalt is dated 1917 by one source and 1918 by another."
    ]


def test_one_day_in_two_calendars_is_a_remark() -> None:
    cast.birth(edtf="1892-11-29", source=source(1))
    cast.birth(edtf="1892-12-11", source=source(2))
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.nature == Nature.CALENDAR
    assert conflict.sentence == (
        "The birth of Ivar Smilga is dated 29 November 1892 and 11 December 1892, "
        "probably one day in two calendars."
    )


def test_a_third_date_makes_the_remark_a_conflict_of_the_same_key() -> None:
    cast.birth(edtf="1892-11-29", source=source(1))
    cast.birth(edtf="1892-12-11", source=source(2))
    (before,) = conflicts(cast.person(), RULE)
    cast.birth(edtf="1891", source=source(3))
    (after,) = conflicts(cast.person(), RULE)
    assert (before.key, after.nature) == (after.key, Nature.DISAGREEMENT)
    assert before.fingerprint != after.fingerprint


def test_one_day_that_is_written_in_both_calendars_agrees() -> None:
    cast.birth(edtf="1892-11-29", calendar="julian", source=source(1))
    cast.birth(edtf="1892-12-11", calendar="gregorian", source=source(2))
    assert found(cast.person(), RULE) == {}
