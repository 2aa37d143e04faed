"""Questions taken apart and put together again, and what is not there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.web.question_json import (
    Data,
    add,
    negate,
    node_at,
    only_certain,
    put,
    remove,
    turn,
    written,
)

A, B, C, D = ({"persons": [name]} for name in "abcd")
NESTED: Data = {"all": [A, {"not": {"any": [B, C]}}], "match": "certain"}


@pytest.mark.parametrize(
    ("place", "node"),
    [
        ("", {"all": NESTED["all"]}),
        ("all[0]", A),
        ("all[1]", {"not": {"any": [B, C]}}),
        ("all[1].not", {"any": [B, C]}),
        ("all[1].not.any[1]", C),
    ],
)
def test_a_place_leads_to_its_node(place: str, node: Data) -> None:
    assert node_at(NESTED, place) == node


@pytest.mark.parametrize(
    "place",
    ["all", "all[2]", "any[0]", "all[0].not", "all[1].not.any[7]", "all[0].persons[0]", "x"],
)
def test_a_place_that_is_not_there_is_refused(place: str) -> None:
    for act in (lambda: node_at(NESTED, place), lambda: remove(NESTED, place),
                lambda: negate(NESTED, place), lambda: add(NESTED, place, D)):  # fmt: skip
        with pytest.raises(LookupError):
            act()


@pytest.mark.parametrize(
    ("data", "place", "key", "expected"),
    [
        ({}, "", "all", D),
        ({"match": "certain"}, "", "any", {**D, "match": "certain"}),
        (A, "", "all", {"all": [A, D]}),
        (A, "", "any", {"any": [A, D]}),
        ({"all": [A, B]}, "", "all", {"all": [A, B, D]}),
        ({"all": [A, B]}, "", "any", {"any": [{"all": [A, B]}, D]}),
        ({"all": [A, B]}, "all[1]", "any", {"all": [A, {"any": [B, D]}]}),
        (
            NESTED,
            "all[1].not",
            "any",
            {"all": [A, {"not": {"any": [B, C, D]}}], "match": "certain"},
        ),
    ],
)
def test_a_part_is_added(data: Data, place: str, key: str, expected: Data) -> None:
    assert add(data, place, D, key) == expected


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        (A, "", {}),
        ({"all": [A, B]}, "all[0]", B),
        ({"all": [A, B], "match": "certain"}, "all[0]", {**B, "match": "certain"}),
        ({"all": [A, B, C]}, "all[1]", {"all": [A, C]}),
        ({"all": [A, {"not": B}]}, "all[1].not", A),
        ({"all": [A, {"any": [B]}]}, "all[1].any[0]", A),
        ({"all": [A, {"any": [B, C]}]}, "all[1].any[0]", {"all": [A, {"any": [C]}]}),
        ({"not": A}, "not", {}),
    ],
)
def test_a_part_is_removed_with_what_is_empty_then(data: Data, place: str, expected: Data) -> None:
    assert remove(data, place) == expected


def test_a_part_is_denied_and_affirmed() -> None:
    denied = negate(NESTED, "all[0]")
    assert denied == {"all": [{"not": A}, NESTED["all"][1]], "match": "certain"}
    assert negate(denied, "all[0]") == NESTED
    assert negate(NESTED, "all[1]") == {"all": [A, {"any": [B, C]}], "match": "certain"}
    assert negate({**A, "match": "certain"}, "") == {"not": A, "match": "certain"}


def test_a_group_is_turned() -> None:
    assert turn(NESTED, "") == {"any": NESTED["all"], "match": "certain"}
    assert turn(NESTED, "all[1].not") == {
        "all": [A, {"not": {"all": [B, C]}}],
        "match": "certain",
    }
    with pytest.raises(LookupError):
        turn(NESTED, "all[0]")


def test_a_part_takes_the_place_of_another() -> None:
    assert put(NESTED, "all[1].not.any[0]", D) == {
        "all": [A, {"not": {"any": [D, C]}}],
        "match": "certain",
    }
    assert put(NESTED, "", D) == {**D, "match": "certain"}


def test_certain_answers_alone_are_asked_for_and_not() -> None:
    assert only_certain(A, True) == {**A, "match": "certain"}
    assert only_certain(NESTED, False) == {"all": NESTED["all"]}


LEAVES = st.sampled_from([A, B, C, D])
TREES = st.recursive(
    LEAVES,
    lambda nodes: st.one_of(
        st.builds(lambda node: {"not": node}, nodes),
        st.builds(
            lambda key, parts: {key: parts},
            st.sampled_from(["all", "any"]),
            st.lists(nodes, min_size=1, max_size=3),
        ),
    ),
    max_leaves=8,
)


def places(node: Data, place: str = "") -> list[str]:
    """Every place of a tree."""
    found = [place]
    dot = "." if place else ""
    for key, value in node.items():
        if key == "not":
            found += places(value, f"{place}{dot}not")
        elif key in ("all", "any"):
            for at, part in enumerate(value):
                found += places(part, f"{place}{dot}{key}[{at}]")
    return found


@given(TREES, st.data())
def test_nothing_else_changes_and_nothing_given_is_changed(tree: Data, data: st.DataObject) -> None:
    before = written(tree)
    place = data.draw(st.sampled_from(places(tree)))
    assert put(tree, place, node_at(tree, place)) == tree
    assert node_at(put(tree, place, D), place) == D
    joint = data.draw(st.sampled_from(["all", "any"]))
    there = node_at(tree, place)
    if "not" not in there.get("not", {}):
        assert negate(negate(tree, place), place) == tree
    added = node_at(add(tree, place, D, joint), place)
    assert added == {joint: [*there.get(joint, [there]), D]}
    if remove(tree, place):
        assert written(remove(tree, place)) != before
    assert written(tree) == before
    assert json.loads(before) == tree
