"""The network of bodies or events: whom they share, what counts, how it is drawn, what it costs."""

import re
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.dates import Calendar
from prosopography.interchange.network import FORMATS
from prosopography.models import Status
from prosopography.queries.links import Filter
from prosopography.queries.network import (
    Asked,
    Bodies,
    as_network,
    best_linked,
    bodies,
    bodies_drawing,
)
from prosopography.queries.when import read_span
from tests import cast

pytestmark = pytest.mark.django_db


def sat(who: str, *where: str, edtf: str = "1917/1921", **columns: Any) -> None:
    for each in where:
        cast.tenure(cast.person(who), cast.organisation(each), edtf, **columns)


@cast.at_once()
def few() -> None:
    """Two sat in the Committee and in the Bureau, one in the Soviet too; and what could leak."""
    sat("a", "committee", "bureau", "soviet"), sat("b", "committee", "bureau", edtf="1917/1918")
    sat("c", "committee", edtf=""), sat("c", "soviet", certainty="probable")
    for who in ("draft-a", "draft-b"):
        sat(who, "committee", "soviet", status=Status.DRAFT)
        sat(who, "committee", "soviet", polarity="denied", edtf="")
    sat("a", "secret"), sat("b", "secret")
    hidden = cast.organisation("hidden", status=Status.DRAFT)
    cast.tenure(cast.person("a"), hidden), cast.tenure(cast.person("b"), hidden)


def pairs(found: Bodies) -> list[tuple[str, str, list[str], int]]:
    return [
        (each.one.slug, each.other.slug, [one.slug for one in each.persons], each.certain)
        for each in found.shared
    ]


def test_bodies_share_whoever_was_in_both() -> None:
    few()
    found = bodies(Asked())
    assert [(each.row.slug, each.persons, each.linked) for each in found.bodies] == [
        ("committee", 3, 3), ("bureau", 2, 2), ("secret", 2, 2), ("soviet", 2, 1),
    ]  # fmt: skip
    assert pairs(found) == [
        ("bureau", "committee", ["a", "b"], 2),
        ("bureau", "secret", ["a", "b"], 2),
        ("committee", "secret", ["a", "b"], 2),
        ("committee", "soviet", ["a", "c"], 1),
    ]
    assert found.left_out == 0
    assert len(bodies(Asked(least=1)).shared) == 6
    assert bodies(Asked(least=3)).shared == []
    # Of too many pairs, those that share most; what only the others link is not linked.
    few_of_them = bodies(Asked(least=1), most=1)
    assert (pairs(few_of_them), few_of_them.fewer) == ([("bureau", "committee", ["a", "b"], 2)], 5)
    assert [each.row.slug for each in few_of_them.linked] == ["committee", "bureau"]


def test_time_and_certainty_narrow_it() -> None:
    few()
    span = read_span("1920", Calendar.GREGORIAN)
    # Of c's place in the Committee no date is known, and b had left.
    assert pairs(bodies(Asked(span=span, least=1))) == [
        ("bureau", "committee", ["a"], 1),
        ("bureau", "secret", ["a"], 1),
        ("bureau", "soviet", ["a"], 1),
        ("committee", "secret", ["a"], 1),
        ("committee", "soviet", ["a"], 1),
        ("secret", "soviet", ["a"], 1),
    ]
    assert pairs(bodies(Asked(certain=True)))[-1] == ("committee", "secret", ["a", "b"], 2)


def test_events_share_who_took_part_in_both() -> None:
    for slug in ("a", "b"):
        for where in ("declaration-of-the-46", "congress"):
            cast.claim(
                "participation", person=cast.person(slug), role=cast.role("signatory"),
                event=cast.event(where), edtf="1923",
            )  # fmt: skip
    assert pairs(bodies(Asked(by="event"))) == [
        ("congress", "declaration-of-the-46", ["a", "b"], 2)
    ]


def test_drawing_shows_the_linked_alone_and_is_the_same_each_time() -> None:
    few()
    cast.tenure(cast.person("alone"), cast.organisation("elsewhere"))
    found = bodies(Asked())
    drawn = bodies_drawing(found)
    assert sorted(disc.body.row.slug for disc in drawn.discs) == [
        "bureau", "committee", "secret", "soviet",
    ]  # fmt: skip
    sizes = {disc.body.persons: disc.radius for disc in drawn.discs}
    assert sizes[3] ** 2 / sizes[2] ** 2 == pytest.approx(1.5, rel=0.05)
    assert [band.number for band in drawn.bands] == [1, 2, 3, 4]
    assert len({(disc.y, disc.is_left) for disc in drawn.discs}) == 4
    assert bodies_drawing(bodies(Asked())) == drawn
    assert bodies_drawing(bodies(Asked(least=9))).discs == []


def test_numbers_of_lines_stand_apart_and_off_the_discs() -> None:
    names = [f"body-{number}" for number in range(12)]
    sat("a", *names), sat("b", *names)
    drawn = bodies_drawing(bodies(Asked()))
    assert len(drawn.numbered) > 8
    assert all(
        hypot(one.x - other.x, one.y - other.y) >= 20
        for one, other in combinations(drawn.numbered, 2)
    )
    assert all(
        hypot(each.x - disc.x, each.y - disc.y) > disc.radius + 10
        for each in drawn.numbered
        for disc in drawn.discs
    )


def test_a_long_name_has_two_lines_and_is_cut_after_them() -> None:
    long = cast.organisation(
        "long", label="The Committee for Committees of the Committees of Committees"
    )
    for person in ("a", "b"):
        cast.tenure(cast.person(person), long)
        sat(person, "soviet")
    [disc] = [each for each in bodies_drawing(bodies(Asked())).discs if each.body.row == long]
    assert disc.lines == ("The Committee for Committees", "of the Committees of …")


@pytest.mark.parametrize("name", FORMATS)
def test_other_programs_get_it_too(name: str) -> None:
    few()
    text = FORMATS[name][1](as_network(bodies(Asked())), "Network")
    named = re.findall(r"\b(?:committee|bureau|soviet|secret|hidden|draft-a)\b", text)
    assert set(named) == {"committee", "bureau", "soviet", "secret"}


def test_best_linked_are_those_in_most_bodies_and_events() -> None:
    few()
    cast.person("nobody")
    found = best_linked(Filter(), least=2)
    assert [node.person.slug for node in found.nodes] == ["a", "b", "c"]
    assert [(tie.one.slug, tie.other.slug, len(tie.ways)) for tie in found.ties] == [
        ("a", "b", 3), ("a", "c", 2),
    ]  # fmt: skip
    assert best_linked(Filter(), least=9).nodes == []


def test_it_costs_the_same_for_few_and_for_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    few()
    for _ in range(2):
        with django_assert_num_queries(4):  # sizes, members, bodies, persons
            found = bodies(Asked())
        with django_assert_num_queries(0):
            bodies_drawing(found), as_network(found)
        for number in range(3):
            sat(f"person-{number}", "committee", "bureau", f"body-{number}", "one", "two")
