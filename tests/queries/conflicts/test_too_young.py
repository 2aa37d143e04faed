"""Who held an office as a small child."""

import pytest

from tests import cast

from .finding import found, said

pytestmark = pytest.mark.django_db

RULE = "too_young"


def test_nobody_holds_an_office_at_the_age_of_six() -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf="1898", role_slug="chairman")
    cast.tenure(edtf="1917")
    assert found(cast.person(), RULE) == {"": ["born 1892", "chairman, Tsentrobalt (1898)"]}
    assert said(cast.person(), RULE) == [
        "Ivar Smilga, born 1892, would have been younger than 12: “chairman, Tsentrobalt (1898)”."
    ]


@pytest.mark.parametrize("edtf", ["1904", "1903", "1907-01", "1902?", "/1910", "1903/1910", ""])
def test_who_may_have_been_old_enough_is(edtf) -> None:
    cast.birth(edtf="1891")
    cast.tenure(edtf=edtf)
    assert found(cast.person(), RULE) == {}


def test_what_lies_before_the_birth_is_told_by_another_rule() -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf="1880")
    assert found(cast.person(), RULE) == {}


def test_a_pupil_and_a_victim_may_be_children() -> None:
    cast.birth(edtf="1892")
    pupil = cast.role("schoolboy", joins="occupation", lasting=True)
    cast.claim("occupation", person=cast.person(), role=pupil, edtf="1899")
    victim = cast.role("victim", joins="event", lasting=False)
    cast.claim("participation", person=cast.person(), event=cast.event(), role=victim, edtf="1899")
    assert found(cast.person(), RULE) == {}


def test_a_denied_and_a_draft_tenure_do_not_count() -> None:
    cast.birth(edtf="1892")
    cast.tenure(edtf="1898", polarity="denied")
    cast.tenure(edtf="1898", role_slug="chairman", status="draft")
    assert found(cast.person(), RULE) == {}
