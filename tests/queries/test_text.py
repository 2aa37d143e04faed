"""Text within text, whatever the capitals, on both databases."""

import pytest

from prosopography.models import Assertion
from prosopography.queries.text import contains
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("смилга", ["И. СМИЛГА"]),
        ("СМИЛГА", ["И. СМИЛГА"]),
        ("И. с", ["И. СМИЛГА"]),
        ("ŠMILGA", ["šmilga (100%)"]),
        ("100%", ["šmilga (100%)"]),
        ("(100", ["šmilga (100%)"]),
        ("1_0", []),
        (".*", []),
        ("\\", []),
        ("***=", []),
        ("\n", []),
        ("’", []),
    ],
)
def test_contains_takes_every_character_for_itself(text: str, found: list[str]) -> None:
    cast.name("И. СМИЛГА")
    cast.name("šmilga (100%)")
    claims = Assertion.objects.filter(contains("value", text))
    assert list(claims.values_list("value", flat=True)) == found
