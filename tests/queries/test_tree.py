"""Trees of bodies, events, places and roles, as far as the public may see them."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Organisation, Status
from prosopography.queries.tree import Branch, Tree, branch
from tests import cast


def test_within_goes_to_any_depth_and_ends_in_a_circle() -> None:
    assert Tree({1: None, 2: 1, 3: 2, 4: 1, 5: None}).within(1) == [1, 2, 4, 3]
    assert sorted(Tree({1: 3, 2: 1, 3: 2}).within(1)) == [1, 2, 3]


def test_nested_knows_both_directions() -> None:
    tree = Tree({1: None, 2: 1, 3: 2, 4: 1})
    assert [tree.nested(*pair) for pair in ((1, 3), (3, 1), (2, 2), (3, 4))] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.django_db
def test_branch_stops_at_what_is_not_published(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    bureau = cast.organisation("bureau", part_of=committee)
    secret = cast.organisation("secret-bureau", part_of=committee, status=Status.DRAFT)
    cast.organisation("cell-of-the-secret-bureau", part_of=secret)
    published = Organisation.objects.published()
    # the tree of the whole table, and the rows that are shown
    with django_assert_num_queries(2):
        found = branch(committee, published)
    assert found == Branch(above=[party], parts=[bureau], within=[committee.pk, bureau.pk])
