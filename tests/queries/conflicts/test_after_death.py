"""What somebody did or held after the death."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found, source

pytestmark = pytest.mark.django_db

RULE = "after_death"


def die(edtf: str = "1938", **columns) -> None:
    cast.claim("death", person=cast.person(), edtf=edtf, **columns)


def act(role: str, edtf: str, **columns) -> None:
    cast.claim("life_event", person=cast.person(), role=cast.role(role, **columns), edtf=edtf)


def test_an_act_after_the_death_cannot_be() -> None:
    die()
    act("arrested", "1940")
    act("exiled", "1935")
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.topic) == (Nature.IMPOSSIBLE, "")
    assert [side.text for side in conflict.sides] == ["died 1938", "arrested (1940)"]
    assert conflict.sentence == (
        "“arrested (1940)” would lie after the death of Ivar Smilga (1938)."
    )


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1930/1940", ["died 1938", "member, Tsentrobalt (1930 to 1940)"]),
        ("1940", ["died 1938", "member, Tsentrobalt (1940)"]),
        ("1938", None),
        ("1930/", None),
        ("1930/..", None),
        ("1930/1939?", None),
        ("", None),
    ],
)
def test_a_state_counts_if_it_surely_lasted_longer(edtf, expected) -> None:
    die()
    cast.tenure(edtf=edtf)
    assert found(cast.person(), RULE).get("") == expected


def test_what_can_be_said_of_the_dead_is_left_out() -> None:
    die()
    act("rehabilitated", "1987", joins="life", lasting=False, posthumous=True)
    cast.name("Smilga", edtf="1987")
    cast.claim("description", person=cast.person(), value="a firebrand", edtf="1987")
    cast.claim(
        "authorship", person=cast.person(), role=cast.role("author"), value="Works", edtf="1987"
    )
    assert found(cast.person(), RULE) == {}


def test_two_dates_of_the_end_are_no_act_after_the_death() -> None:
    die("1937")
    act("executed", "1938", joins="life", lasting=False, marks="end")
    assert found(cast.person(), RULE) == {}


def test_a_deprecated_death_does_not_count_and_a_preferred_one_takes_nothing_away() -> None:
    die("1930", source=source(1))
    die("1931", source=source(2), rank="deprecated", rank_reason="A misprint.")
    die("1938", source=source(3), rank="preferred", rank_reason="The file of the court.")
    act("arrested", "1935")
    assert found(cast.person(), RULE) == {"": ["died 1930", "arrested (1935)"]}


def test_a_draft_and_a_denied_death_do_not_count() -> None:
    die("1930", status="draft")
    die("1931", polarity="denied")
    act("arrested", "1935")
    assert found(cast.person(), RULE) == {}
