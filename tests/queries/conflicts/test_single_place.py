"""Two places of what happens in one."""

import pytest

from prosopography.models import Status
from tests import cast

from .finding import found, said, source

pytestmark = pytest.mark.django_db

RULE = "single_place"


def test_births_in_two_places_disagree_unless_one_lies_in_the_other() -> None:
    latvia = cast.place("latvia")
    cast.birth(edtf="", place=cast.place("aloja", part_of=latvia), source=source(1))
    cast.birth(edtf="1892", place=latvia, source=source(2))
    cast.birth(edtf="1892", source=source(3))
    assert found(cast.person(), RULE) == {}
    cast.birth(place=cast.place("moscow"), source=source(4))
    assert found(cast.person(), RULE) == {"birth": ["Aloja, Latvia", "Moscow"]}


def test_the_place_of_an_execution_is_that_of_the_death() -> None:
    executed = cast.role("executed", joins="life", lasting=False, marks="end")
    who = {"person": cast.person()}
    cast.claim("death", place=cast.place("moscow"), source=source(1), **who)
    cast.claim(
        "life_event", role=executed, place=cast.place("verkhneuralsk"), source=source(2), **who
    )
    cast.claim(
        "life_event",
        role=cast.role("arrested"),
        place=cast.place("leningrad"),
        source=source(3),
        **who,
    )
    assert found(cast.person(), RULE) == {"death": ["Moscow", "Verkhneuralsk"]}
    assert said(cast.person(), RULE) == [
        "The death of Ivar Smilga is placed in Moscow by one source and Verkhneuralsk by another."
    ]


def test_an_event_is_in_one_place() -> None:
    rally = cast.event("rally")
    for number, slug in enumerate(("moscow", "petrograd")):
        cast.claim("occurrence", event=rally, place=cast.place(slug), source=source(number))
        cast.claim(
            "participation",
            event=cast.event("walkout"),
            role=cast.role("signatory"),
            person=cast.person(),
            place=cast.place(slug),
            source=source(number),
        )
    assert found(rally, RULE)[""] == ["Moscow", "Petrograd"]
    assert found(cast.event("walkout"), RULE) == {}


def test_a_draft_and_a_denial_are_no_sides() -> None:
    cast.birth(place=cast.place("moscow"), source=source(1))
    cast.birth(place=cast.place("aloja"), source=source(2), status=Status.DRAFT)
    cast.birth(place=cast.place("riga"), source=source(3), polarity="denied")
    assert found(cast.person(), RULE) == {}
