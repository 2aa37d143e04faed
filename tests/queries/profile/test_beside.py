"""Two groups side by side: shares, differences, and when they say little."""

import pytest

from prosopography.queries.profile.beside import apart, is_few, rows
from prosopography.queries.profile.births import decades
from prosopography.queries.profile.bodies import bodies
from prosopography.queries.profile.dated import lives
from prosopography.queries.profile.figure import Evidence, Figure, Measure, Range
from prosopography.queries.profile.material import load
from prosopography.queries.profile.shared import shared
from tests import cast

from .people import born, held

pytestmark = pytest.mark.django_db


def measure(total: int, **counts: int) -> Measure:
    """A measure with figures of so many persons."""
    figures = tuple(Figure(key, key, tuple(range(count))) for key, count in counts.items())
    known = Figure("known", "known", tuple(range(total)))
    return Measure("measure", "Measure", total, known, figures, Evidence(0, 0, 0))


def test_difference_is_of_shares() -> None:
    one, other = measure(20, a=10, b=2), measure(40, a=10, c=40)
    found = rows([one, other])
    assert [(row.label, row.shares, row.difference, row.is_slight) for row in found] == [
        ("c", (0.0, 100.0), -100.0, False),
        ("a", (50.0, 25.0), 25.0, False),
        ("b", (10.0, 0.0), 10.0, False),
    ]
    assert [row.difference for row in rows([one])] == [None, None]


def test_what_one_person_makes_is_slight() -> None:
    [row] = rows([measure(20, a=10), measure(20, a=9)])
    assert (row.difference, row.is_slight) == (5.0, True)


def test_few_are_fewer_than_ten() -> None:
    assert is_few([measure(9, a=1)])
    assert not is_few([measure(10, a=1)])
    assert is_few([measure(100, a=1), measure(9, a=1)])


def test_a_group_without_members_has_no_difference() -> None:
    [row] = rows([measure(20, a=10), measure(0)])
    assert (row.shares, row.difference) == ((50.0, 0.0), None)


def test_medians_lie_apart_by_a_range() -> None:
    assert apart(Range(30, 31), Range(28, 32)) == Range(-2, 3)


def test_what_only_the_other_group_lists_is_not_taken_for_nothing() -> None:
    """A body that says no more than its part in one group; what less than three quarters share."""
    party = cast.organisation("party")
    cast.organisation("committee", part_of=party)
    held("one", "member", "committee")
    held("two", "member", "party")
    held("three", "member", "soviet")
    groups = [load([cast.person("one").pk]), load([cast.person("two").pk])]
    told = {row.label: row.shares for row in rows([bodies(each) for each in groups])}
    assert told == {"Committee": (100.0, 0.0), "Party": (100.0, 100.0)}
    everybody = load([cast.person(slug).pk for slug in ("one", "two", "three")])
    both = load([cast.person(slug).pk for slug in ("one", "two")])
    shares = {row.label: row.shares for row in rows([shared(everybody), shared(both)])}
    assert {label: [round(share) for share in each] for label, each in shares.items()} == {
        "Party": [67, 100],
        "member": [100, 100],
    }


def test_decades_keep_their_order() -> None:
    born("one", "1892")
    born("two", "1875")
    groups = [load([cast.person(slug).pk]) for slug in ("one", "two")]
    found = rows([decades(each, lives(each).born) for each in groups])
    assert [row.label for row in found] == ["1870s", "1890s"]
