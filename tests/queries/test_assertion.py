"""One claim, whole."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.assertion import Column, Day, assertion_page
from tests import cast

pytestmark = pytest.mark.django_db


def test_assertion_page_shows_every_filled_column_and_the_limits(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    claim = cast.tenure(edtf="1917-09-12/", calendar="julian", value="acting")
    # the claim, its citations, whom else they may mean; its conflicts (none); how the sources
    # derive from one another (2)
    with django_assert_num_queries(6):
        page = assertion_page(claim.identifier)
    assert page is not None
    assert page.sentence == "Ivar Smilga – member, Tsentrobalt (acting)"
    assert page.subject == cast.person()
    assert page.columns == [
        Column("Person", "Ivar Smilga", cast.person()),
        Column("Role", "member", cast.role("member")),
        Column("Organisation", "Tsentrobalt", cast.organisation()),
        Column("Detail", "acting", None),
    ]
    assert page.limits == [
        Day("earliest start", "1917-09-25"),
        Day("latest start", "1917-09-25"),
        Day("earliest end", "1917-09-25"),
        Day("latest end", ""),
    ]


def test_assertion_page_tells_what_speaks_against_the_claim() -> None:
    claim = cast.claim("death", person=cast.person(), edtf="1937")
    other = cast.claim("death", person=cast.person(), edtf="1938")
    cast.claim("death", person=cast.person(), edtf="1950", status=Status.DRAFT)
    cast.birth(edtf="1892-11-10")
    cast.birth(edtf="1880")
    page = assertion_page(claim.identifier)
    assert page is not None
    assert page.claim.disputed
    assert [
        (found.key, [[each.identifier for each in side.claims] for side in found.sides])
        for found in page.conflicts.open
    ] == [("single_date:person:ivar-smilga:death", [[claim.identifier], [other.identifier]])]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_assertion_page_is_for_public_claims_only(status: str) -> None:
    assert assertion_page(cast.birth(status=status).identifier) is None
    assert assertion_page(cast.birth(cited=False).identifier) is None
    hidden = cast.person("hidden", status=status)
    assert assertion_page(cast.birth(hidden).identifier) is None
    assert assertion_page("a00000000") is None
