"""An event outside the time of the event that it is a part of."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "outside_parent"


def happened(event, edtf: str, **columns) -> None:
    cast.claim("occurrence", event=event, edtf=edtf, **columns)


def test_a_session_before_its_congress_cannot_be() -> None:
    congress = cast.event("tenth-congress")
    session = cast.event("secret-session", part_of=congress)
    happened(congress, "1921-03")
    happened(session, "1920")
    (conflict,) = conflicts(session, RULE)
    assert (conflict.nature, conflict.topic) == (Nature.IMPOSSIBLE, "tenth-congress")
    assert [side.text for side in conflict.sides] == [
        "Tenth Congress: March 1921",
        "Secret Session: 1920",
    ]
    assert conflict.sentence == (
        "“Secret Session” (1920) is a part of “Tenth Congress” (March 1921) and lies outside of it."
    )
    assert conflicts(congress, RULE) == []


def test_every_larger_event_is_looked_at_and_also_its_end() -> None:
    revolution = cast.event("revolution")
    october = cast.event("october", part_of=revolution)
    storm = cast.event("storm", part_of=october)
    happened(revolution, "1917")
    happened(storm, "1917/1919")
    assert found(storm, RULE) == {"revolution": ["Revolution: 1917", "Storm: 1917 to 1919"]}


@pytest.mark.parametrize("edtf", ["1921-03-08", "1921", "1920?", "[1920,1921]", ""])
def test_what_may_lie_within_does(edtf) -> None:
    congress = cast.event("tenth-congress")
    happened(congress, "1921-03")
    session = cast.event("secret-session", part_of=congress)
    happened(session, edtf)
    assert found(session, RULE) == {}


def test_a_draft_a_denial_and_a_parent_that_is_not_public_do_not_count() -> None:
    hidden = cast.event("hidden", status="draft")
    congress = cast.event("tenth-congress")
    session = cast.event("secret-session", part_of=congress)
    other = cast.event("other-session", part_of=hidden)
    happened(congress, "1930", status="draft")
    happened(congress, "1931", polarity="denied")
    happened(hidden, "1930")
    happened(session, "1921")
    happened(other, "1921")
    assert (found(session, RULE), found(other, RULE)) == ({}, {})
