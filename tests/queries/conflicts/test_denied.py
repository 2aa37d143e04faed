"""What one claim affirms and another denies."""

from typing import Any

import pytest

from prosopography.models import Nature, Status
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "denied"


def event(role: str = "expelled", **columns: Any) -> Any:
    columns = {"person": cast.person(), **columns}
    return cast.claim("life_event", role=cast.role(role), **columns)


def test_what_is_affirmed_and_denied_disagrees() -> None:
    party = cast.organisation("bolshevik-party")
    one, two = event(organisation=party), event(organisation=party, polarity="denied")
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.nature == Nature.DISAGREEMENT
    assert conflict.key == "denied:person:ivar-smilga:life_event:expelled:bolshevik-party"
    assert [(side.text, side.claims) for side in conflict.sides] == [
        ("affirmed", (one,)),
        ("denied", (two,)),
    ]
    assert conflict.sentence == (
        "It is affirmed and denied of Ivar Smilga: “expelled: Bolshevik Party”."
    )


def test_a_general_denial_denies_the_particular_and_not_the_other_way() -> None:
    party = cast.organisation("bolshevik-party")
    event(organisation=party)
    event(polarity="denied")
    event("arrested")
    event("arrested", organisation=party, polarity="denied")
    assert found(cast.person(), RULE) == {"life_event:expelled": ["affirmed", "denied"]}


def test_a_wider_role_and_a_larger_place_are_more_general() -> None:
    russia = cast.place("russia")
    cast.role("expelled", joins="life", lasting=False, broader=cast.role("arrested"))
    event("expelled", place=cast.place("moscow", part_of=russia))
    event("arrested", place=russia, polarity="denied")
    assert found(cast.person(), RULE) == {"life_event:arrested:russia": ["affirmed", "denied"]}
    event("expelled", place=cast.place("kremlin", part_of=cast.place("moscow")), polarity="denied")
    assert list(found(cast.person(), RULE)) == ["life_event:arrested:russia"]


def test_two_denials_of_one_thing_are_one_conflict() -> None:
    event(edtf="1927")
    denied = {event(polarity="denied"), event(polarity="denied", certainty="possible")}
    (conflict,) = conflicts(cast.person(), RULE)
    assert set(conflict.sides[1].claims) == denied


def test_a_denial_for_another_time_or_person_denies_nothing() -> None:
    event(edtf="1927")
    event(edtf="1935", polarity="denied")
    event("exiled")
    event("exiled", edtf="1935", polarity="denied")
    event("arrested")
    event("arrested", person=cast.person("leon-trotsky"), polarity="denied")
    for polarity, value in (("affirmed", "a firebrand"), ("denied", "a scholar")):
        cast.claim("description", person=cast.person(), value=value, polarity=polarity)
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize(
    "columns",
    [
        {"polarity": "silent"},
        {"polarity": "denied", "status": Status.DRAFT},
        {"polarity": "denied", "status": Status.RETRACTED},
        {"polarity": "denied", "identification": "doubtful", "identification_note": "A brother?"},
    ],
)
def test_silence_and_what_is_not_public_deny_nothing(columns) -> None:
    event()
    event(**columns)
    assert found(cast.person(), RULE) == {}


def test_bodies_and_events_can_be_denied_too() -> None:
    body, congress = cast.organisation(), cast.event()
    for polarity in ("affirmed", "denied"):
        cast.claim(
            "existence",
            organisation=body,
            role=cast.role("founded"),
            edtf="1917",
            polarity=polarity,
        )
        cast.claim("occurrence", event=congress, polarity=polarity)
    assert list(found(body, RULE)) == ["existence:founded:tsentrobalt:1917"]
    assert list(found(congress, RULE)) == ["occurrence:declaration-of-the-46"]
