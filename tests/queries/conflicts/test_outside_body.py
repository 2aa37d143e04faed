"""A post held in a body that did not exist yet, or no more."""

import pytest

from prosopography.models import Nature
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "outside_body"


def being(role: str, edtf: str, **columns) -> None:
    marks = {"founded": "beginning", "dissolved": "end", "existed": ""}[role]
    made = cast.role(role, joins="existence", lasting=role == "existed", marks=marks)
    cast.claim("existence", organisation=cast.organisation(), role=made, edtf=edtf, **columns)


def test_a_post_before_the_founding_cannot_be() -> None:
    being("founded", "1917-04")
    cast.tenure(edtf="1916")
    cast.tenure(edtf="1917")
    (conflict,) = conflicts(cast.person(), RULE)
    assert (conflict.nature, conflict.topic) == (Nature.IMPOSSIBLE, "tsentrobalt:beginning")
    assert [side.text for side in conflict.sides] == [
        "beginning of the body: April 1917",
        "member, Tsentrobalt (1916)",
    ]
    assert conflict.sentence == (
        "Ivar Smilga: “member, Tsentrobalt (1916)” would lie before the beginning of Tsentrobalt "
        "(April 1917)."
    )


def test_a_post_that_outlasted_the_body_cannot_be() -> None:
    being("dissolved", "1918")
    cast.tenure(edtf="1917/1920")
    assert found(cast.person(), RULE) == {
        "tsentrobalt:end": ["end of the body: 1918", "member, Tsentrobalt (1917 to 1920)"]
    }


def test_the_span_of_a_body_has_two_ends() -> None:
    being("existed", "1917/1918")
    cast.tenure(edtf="1910")
    cast.tenure(edtf="1930", role_slug="chairman")
    assert found(cast.person(), RULE) == {
        "tsentrobalt:beginning": [
            "the body existed 1917 to 1918",
            "member, Tsentrobalt (1910)",
        ],
        "tsentrobalt:end": ["the body existed 1917 to 1918", "chairman, Tsentrobalt (1930)"],
    }


def test_a_body_that_is_attested_may_be_older_and_younger() -> None:
    being("existed", "1917")
    being("existed", "1917/")
    cast.tenure(edtf="1930")
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize("edtf", ["1917", "1917/1918", "1916?", "/1918", ""])
def test_what_may_lie_within_does(edtf) -> None:
    being("founded", "1917-04")
    being("dissolved", "1918")
    cast.tenure(edtf=edtf)
    assert found(cast.person(), RULE) == {}


@pytest.mark.parametrize("columns", [{"status": "draft"}, {"polarity": "denied"}])
def test_a_draft_and_a_denial_do_not_count(columns) -> None:
    being("founded", "1917", **columns)
    cast.tenure(edtf="1910")
    being("dissolved", "1918")
    cast.tenure(edtf="1930", role_slug="chairman", **columns)
    assert found(cast.person(), RULE) == {}
