"""Many keys in one parameter."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Assertion, Person
from prosopography.queries.keys import keyed
from tests import cast

pytestmark = pytest.mark.django_db


def slugs(keys: list[int]) -> list[str]:
    found = Person.objects.filter(keyed("pk", keys)).order_by("slug")
    return list(found.values_list("slug", flat=True))


def test_only_the_rows_of_these_keys() -> None:
    one, other, _ = cast.person("a"), cast.person("b"), cast.person("c")
    assert slugs([other.pk, one.pk, other.pk, -1]) == ["a", "b"]


def test_no_keys_no_rows() -> None:
    cast.person()
    assert slugs([]) == []


def test_what_names_nobody_has_no_key() -> None:
    smilga = cast.person()
    cast.birth(smilga)
    assert [
        Assertion.objects.filter(keyed(column, [smilga.pk])).count()
        for column in ("person", "related_person")
    ] == [1, 0]


def test_far_more_than_a_list_of_parameters_may_hold(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga = cast.person()
    with django_assert_num_queries(1):
        assert slugs([*range(-300_000, 0), smilga.pk]) == ["ivar-smilga"]


def test_the_largest_key() -> None:
    cast.person()
    assert slugs([2**63 - 1, -(2**63)]) == []


def test_two_sets_of_keys_and_their_opposite() -> None:
    one, other, last = cast.person("a"), cast.person("b"), cast.person("c")
    both = Person.objects.filter(keyed("pk", [one.pk, other.pk]) & keyed("pk", [other.pk, last.pk]))
    rest = Person.objects.filter(~keyed("pk", [other.pk]))
    assert [[person.slug for person in both], sorted(person.slug for person in rest)] == [
        ["b"],
        ["a", "c"],
    ]
