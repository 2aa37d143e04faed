"""What is below a row of a tree, as far as the public can see it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Organisation, Role
from prosopography.queries.below import with_parts
from tests import cast

pytestmark = pytest.mark.django_db


def test_parts_of_parts_are_found_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    politburo = cast.organisation("politburo", part_of=committee)
    cast.organisation("another-party")
    with django_assert_num_queries(1):
        found = with_parts(Organisation, [party.pk])
    assert found == {party.pk, committee.pk, politburo.pk}
    assert with_parts(Organisation, [politburo.pk]) == {politburo.pk}
    assert with_parts(Organisation, []) == set()


def test_what_is_not_published_is_not_gone_through() -> None:
    party = cast.organisation("party")
    secret = cast.organisation("secret", part_of=party, status="draft")
    cast.organisation("below-the-secret", part_of=secret)
    assert with_parts(Organisation, [party.pk]) == {party.pk}


def test_roles_are_narrower() -> None:
    expelled = cast.role("expelled")
    narrower = row.create(
        Role, slug="expelled-abroad", label="expelled abroad", joins="life", broader=expelled
    )
    assert with_parts(Role, [expelled.pk]) == {expelled.pk, narrower.pk}
