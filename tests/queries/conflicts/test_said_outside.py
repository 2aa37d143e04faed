"""Something said of a body at a time when it did not exist."""

from typing import Any

import pytest

from prosopography.models import Nature, Status
from tests import cast

from .finding import conflicts, found

pytestmark = pytest.mark.django_db

RULE = "said_outside"


def existed(edtf: str) -> None:
    cast.claim(
        "existence", organisation=cast.organisation(), role=cast.role("existed"), edtf=edtf,
    )  # fmt: skip


def described(edtf: str, **columns: Any) -> None:
    cast.claim(
        "description", organisation=cast.organisation(), value="Stood in elections", edtf=edtf,
        **columns,
    )  # fmt: skip


def test_what_a_body_did_after_its_end_is_in_conflict_with_it() -> None:
    existed("1923/1927")
    described("1929")
    (conflict,) = conflicts(cast.organisation(), RULE)
    assert (conflict.nature, conflict.topic) == (Nature.DISAGREEMENT, "end")
    assert conflict.sentence == (
        "Tsentrobalt is described at a time after its end (1923 to 1927): "
        "“Stood in elections (1929)”."
    )
    assert [side.text for side in conflict.sides] == [
        "the body existed 1923 to 1927",
        "Stood in elections (1929)",
    ]


def test_and_before_its_beginning() -> None:
    existed("1923/1927")
    described("1921")
    assert list(found(cast.organisation(), RULE)) == ["beginning"]


def test_what_is_said_of_its_time_or_of_none_is_not() -> None:
    existed("1923/1927")
    described("1925")
    described("1927")
    described("1926/1930")
    described("")
    described("1929", polarity="denied")
    described("1929", status=Status.DRAFT)
    described("1929", rank="deprecated", rank_reason="A misprint.")
    assert found(cast.organisation(), RULE) == {
        "end": ["the body existed 1923 to 1927", "Stood in elections (1926 to 1930)"]
    }


def test_a_body_whose_end_is_not_known_has_none() -> None:
    existed("1923/")
    existed("1924")
    described("1929")
    assert found(cast.organisation(), RULE) == {}
