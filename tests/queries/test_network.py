"""Networks: who is in them and by what linked, their communities, their drawing and their list."""

from itertools import pairwise
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Assertion, Status
from prosopography.queries.links import EVERYTHING, Filter
from prosopography.queries.network import Network, around, drawing, entries, within
from prosopography.queries.network.communities import communities
from tests import cast

pytestmark = pytest.mark.django_db


def tied(one: str, other: str, **columns: Any) -> Assertion:
    return cast.claim(
        "relationship", person=cast.person(one), related_person=cast.person(other),
        role=cast.role("supporter-of"), **columns,
    )  # fmt: skip


def sat(slug: str, body: str = "committee", edtf: str = "1917/1920", **columns: Any) -> Assertion:
    who = cast.person(slug)
    return cast.tenure(who, cast.organisation(body), edtf=edtf, calendar="gregorian", **columns)


def nodes(network: Network) -> list[tuple[str, int | None, bool]]:
    return [(node.person.slug, node.distance, node.certain) for node in network.nodes]


def ties(network: Network) -> list[tuple[str, bool, tuple[str, ...]]]:
    return [
        (f"{tie.one.slug}-{tie.other.slug}", tie.certain, tuple(way.label for way in tie.ways))
        for tie in network.ties
    ]


def test_around_a_person_one_step() -> None:
    tie = tied("b", "a")
    own, other = sat("a"), sat("b")
    sat("c", edtf="")
    tied("b", "c"), tied("c", "d")
    network = around(cast.person("a"), 1, EVERYTHING)
    assert nodes(network) == [("a", 0, True), ("b", 1, True), ("c", 1, False)]
    assert ties(network) == [
        ("a-b", True, ("supported by", "Committee")),
        ("a-c", False, ("Committee",)),
    ]
    related, served = network.ties[0].ways
    assert (related.claims, related.turned) == ((tie.identifier,), "supporter of")
    assert (served.claims, served.row) == ((own.identifier, other.identifier), own.organisation)
    assert network.left_out == 0


def test_around_a_person_two_steps_and_the_links_of_the_farthest() -> None:
    tied("a", "b"), tied("b", "c"), tied("b", "d"), tied("c", "d"), tied("d", "e")
    network = around(cast.person("a"), 2, EVERYTHING)
    assert [distance for _, distance, _ in nodes(network)] == [0, 1, 2, 2]
    assert [name for name, _, _ in ties(network)] == ["a-b", "b-c", "b-d"]
    more = around(cast.person("a"), 2, EVERYTHING, among=True)
    assert [name for name, _, _ in ties(more)] == ["a-b", "b-c", "b-d", "c-d"]


def test_filters_and_certain_links_alone() -> None:
    tied("a", "b", certainty="probable"), sat("a"), sat("c")
    person = cast.person("a")
    assert nodes(around(person, 1, EVERYTHING, certain=True)) == [("a", 0, True), ("c", 1, True)]
    related = around(person, 1, Filter(by=("relationship",)))
    assert nodes(related) == [("a", 0, True), ("b", 1, False)]
    assert nodes(around(person, 1, Filter(largest=1))) == [("a", 0, True), ("b", 1, False)]


def test_of_too_many_the_nearest_and_most_strongly_linked_stay() -> None:
    tied("a", "z"), tied("a", "b", certainty="possible"), tied("z", "y")
    network = around(cast.person("a"), 2, EVERYTHING, most=2)
    assert (nodes(network), network.left_out) == ([("a", 0, True), ("z", 1, True)], 2)
    assert ties(network) == [("a-z", True, ("supporter of",))]


def test_within_a_group() -> None:
    tied("b", "a"), tied("a", "d"), sat("a"), sat("c"), sat("d")
    keys = {slug: cast.person(slug).pk for slug in "abc"}
    network = within([keys["a"], keys["b"]], [keys["c"]], EVERYTHING)
    assert nodes(network) == [("a", None, True), ("b", None, True), ("c", None, False)]
    assert ties(network) == [("a-b", True, ("supported by",)), ("a-c", True, ("Committee",))]
    few = within([keys["b"], keys["a"]], [keys["c"]], EVERYTHING, most=1)
    assert (nodes(few), ties(few), few.left_out) == ([("a", None, True)], [], 2)
    # The size of a body is that of all who were in it.
    assert ties(within(keys.values(), [], Filter(largest=2)))[1:] == []


def test_nothing_hidden_is_in_a_network() -> None:
    tied("a", "b")
    before = around(cast.person("a"), 2, EVERYTHING, among=True)
    cast.person("draft", status=Status.DRAFT), cast.organisation("secret", status=Status.DRAFT)
    tied("a", "draft"), tied("draft", "b"), tied("a", "c", status=Status.DRAFT)
    sat("a", "secret"), sat("b", "secret"), sat("a"), sat("b", cited=False)
    assert around(cast.person("a"), 2, EVERYTHING, among=True) == before


def test_communities_are_those_who_hold_together() -> None:
    triangles = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (3, 4): 1.0, (4, 5): 1.0, (3, 5): 1.0}
    assert communities(7, {**triangles, (2, 3): 0.5}) == [0, 0, 0, 1, 1, 1, 2]
    assert communities(0, {}) == []


def test_everybody_is_drawn_once_and_no_name_on_another() -> None:
    for number in range(40):
        tied("a", f"p-{number}", certainty="possible" if number % 2 else "certain")
    network = around(cast.person("a"), 1, EVERYTHING)
    drawn = drawing(network)
    assert drawn == drawing(network)
    [middle] = [spot for spot in drawn.spots if spot.middle]
    assert (middle.x, middle.y, middle.node.person.slug) == (0, 0, "a")
    others = [spot for spot in drawn.spots if not spot.middle]
    assert len(others) == len(drawn.lines) == 40
    for side in (True, False):
        rows = sorted(spot.y for spot in others if spot.is_left is side)
        assert min(below - above for above, below in pairwise(rows)) > 16
    assert all(abs(spot.x) + 7 * len(spot.label) < drawn.left for spot in others)
    assert all(abs(spot.y) < drawn.top for spot in others)
    assert {line.tie.certain for line in drawn.lines} == {True, False}
    assert drawn.lines[0].title == "A and P 0: supporter of"
    assert drawn.lines[1].title == "A and P 1: supporter of (possible)"
    assert drawn.sorts == {"relationship"}
    assert not drawn.is_dense


def test_the_list_says_what_the_drawing_says() -> None:
    (
        tied("b", "a", certainty="probable"),
        tied("b", "a", certainty="possible"),
        sat("a"),
        sat("b"),
        sat("c"),
    )
    network = around(cast.person("a"), 1, EVERYTHING)
    told = [
        (
            entry.node.person.slug,
            entry.ties,
            [
                (
                    each.label,
                    each.certain,
                    [(one.person.slug, one.anchor, one.claims) for one in each.others],
                )
                for each in entry.through
            ],
        )
        for entry in entries(network)
    ]
    assert told == [
        ("a", 2, [
            ("Committee", True, [("b", "link-1", 2), ("c", "link-2", 2)]),
            ("supported by", False, [("b", "", 2)]),
        ]),
        ("b", 1, [("Committee", True, [("a", "", 2)]), ("supporter of", False, [("a", "", 2)])]),
        ("c", 1, [("Committee", True, [("a", "", 2)])]),
    ]  # fmt: skip


def test_queries_depend_on_the_steps_alone(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in (1, 3):
        for each in range(number):
            tied("a", f"b-{each}"), tied(f"b-{each}", f"c-{each}")
            for slug in ("a", f"b-{each}", f"c-{each}"):
                sat(slug), cast.signature(cast.person(slug))
        person = cast.person("a")
        keys = [cast.person(f"b-{each}").pk for each in range(number)]
        # each step 8; persons, claims
        with django_assert_num_queries(10):
            around(person, 1, EVERYTHING)
        with django_assert_num_queries(18):
            around(person, 2, Filter(largest=100))
        with django_assert_num_queries(18):
            around(person, 1, EVERYTHING, among=True)
        with django_assert_num_queries(10):
            within([person.pk], keys, EVERYTHING)
        with django_assert_num_queries(0):
            network = Network([], [], 0)
            drawing(network), entries(network)
