"""The canonical text of a question: read again it is the same question, and the same text."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prosopography.models import KINDS
from prosopography.queries.questions import Question, read, read_text
from tests import cast

pytestmark = pytest.mark.django_db

SLUGS = {
    "role": ["member", "chairman"],
    "organisation": ["tsentrobalt", "politburo"],
    "event": ["declaration-of-the-46", "congress"],
    "place": ["aloja", "moscow"],
    "person": ["ivar-smilga", "leon-trotsky"],
    "source": ["smilga-article", "serge"],
    "attributed_to": ["serge", "ivar-smilga", "molotov"],
}
WORDS = {
    "calendar": ["julian", "gregorian", "unknown"],
    "certainty": ["certain", "probable", "possible"],
    "basis": ["stated", "interpreted", "inferred"],
    "polarity": ["affirmed", "denied", "silent"],
    "rank": ["preferred", "normal", "deprecated"],
}


@pytest.fixture(autouse=True)
def _rows() -> None:
    for slug in (*SLUGS["person"], "molotov", "serge"):
        cast.person(slug)
    for part, make in (
        ("role", cast.role),
        ("organisation", cast.organisation),
        ("event", cast.event),
        ("place", cast.place),
        ("source", cast.source),
    ):
        for slug in SLUGS[part]:
            make(slug)


def again(data: Any) -> Question:
    """The question, which its canonical text asks again."""
    question = read(data)
    other = read_text(question.canonical)
    assert (other, other.canonical) == (question, question.canonical)
    return question


def written(data: Any) -> Any:
    return json.loads(again(data).canonical)


@pytest.mark.parametrize(
    "node",
    [
        {"assertion": {"kind": "birth"}},
        {"assertion": {"kind": ["birth", "death"]}},
        {"assertion": {"role": "member", "exact": True}},
        {"assertion": {"organisation": ["tsentrobalt", "politburo"]}},
        {"assertion": {"event": "congress"}},
        {"assertion": {"place": "aloja"}},
        {"assertion": {"person": "leon-trotsky", "converse": True}},
        {"assertion": {"source": "smilga-article"}},
        {"assertion": {"attributed_to": "molotov"}},
        {"assertion": {"attributed_to": ["smilga-article", "molotov"]}},
        {"assertion": {"name": "Смилга"}},
        {"assertion": {"text": 'a "word", {brackets} and \\'}},
        {"assertion": {"date": {"on": "1917-11-07"}}},
        {"assertion": {"date": {"overlaps": "../1920"}}},
        {"assertion": {"date": {"before": "1917-10-25", "calendar": "julian"}}},
        {"assertion": {"date": {"after": "1917"}}},
        {"assertion": {"date": {"during": "1917/1920"}}},
        {"assertion": {"calendar": ["julian", "unknown"]}},
        {"assertion": {"certainty": "probable"}},
        {"assertion": {"basis": ["stated", "inferred"]}},
        {"assertion": {"polarity": ["affirmed", "denied", "silent"]}},
        {"assertion": {"rank": "deprecated"}},
        {"assertion": {"independent_witnesses": 2}},
        {"assertion": {"kind": "birth", "doubtful": False}},
        {"persons": ["leon-trotsky", "ivar-smilga"]},
        {"overlaps_with": {"person": "ivar-smilga"}},
        {
            "overlaps_with": {
                "person": "ivar-smilga",
                "organisation": ["tsentrobalt", "politburo"],
                "role": "chairman",
                "exact": True,
            }
        },
        {"linked_to": {"person": "ivar-smilga", "within": 1}},
        {
            "linked_to": {
                "person": "ivar-smilga",
                "within": 3,
                "by": ["relationship", "event"],
                "largest": 1000,
            }
        },
        {"compare": ["birth.date", "<", "death.date"]},
        {"compare": ["event:congress.date", ">", {"assertion": {"role": "member"}}]},
        {"compare": ["birth.date", "=", "1892-11-19"]},
        {"compare": [{"date": "1892-11-19", "calendar": "julian"}, "=", "birth.date"]},
        {"compare": [{"age_at": "death.date"}, ">=", 0]},
        {"compare": [{"age_at": {"date": "1917", "calendar": "julian"}}, "<=", 150]},
        {"compare": [{"age_at": "event:congress.date"}, "<", 30]},
        {
            "all": [
                {"any": [{"assertion": {"kind": "birth"}}]},
                {"not": {"not": {"persons": ["ivar-smilga"]}}},
            ],
            "match": "certain",
        },
    ],
)
def test_what_is_written_plainly_stays_as_it_is(node: dict[str, Any]) -> None:
    one = {"persons": "ivar-smilga"}
    assert [written(node), written({"not": one})] == [node, {"not": {"persons": ["ivar-smilga"]}}]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            {"match": "possible", "assertion": {"kind": ["birth"], "doubtful": True}},
            {"assertion": {"kind": "birth"}},
        ),
        (
            {"assertion": {"exact": False, "role": [" member", "member"], "kind": "tenure"}},
            {"assertion": {"kind": "tenure", "role": "member"}},
        ),
        (
            {"assertion": {"date": {"calendar": "gregorian", "on": " 1917 "}}},
            {"assertion": {"date": {"on": "1917"}}},
        ),
        (
            {"compare": ["birth.date", "<", {"date": "1917", "calendar": "gregorian"}]},
            {"compare": ["birth.date", "<", "1917"]},
        ),
        (
            {"linked_to": {"by": ["event", "organisation", "relationship"], "largest": 100,
                           "person": "ivar-smilga"}},
            {"linked_to": {"person": "ivar-smilga", "within": 1}},
        ),
        (
            {"compare": [{"assertion": {"kind": "birth"}}, "<", "1900"]},
            {"compare": [{"assertion": {"kind": "birth"}}, "<", "1900"]},
        ),
    ],
)  # fmt: skip
def test_what_says_nothing_is_left_out(asked: Any, expected: Any) -> None:
    assert written(asked) == expected


def test_works_come_before_persons_and_what_is_both_with_the_works() -> None:
    asked = {"assertion": {"attributed_to": ["molotov", "serge", "smilga-article"]}}
    order = {"assertion": {"attributed_to": ["serge", "smilga-article", "molotov"]}}
    assert written(asked) == order


def test_the_text_is_compact_and_keeps_its_script() -> None:
    asked = {"match": "certain", "assertion": {"name": "Смилга", "kind": "name"}}
    text = '{"assertion":{"kind":"name","name":"Смилга"},"match":"certain"}'
    assert read(asked).canonical == text


def one_or_many(values: list[str]) -> st.SearchStrategy[Any]:
    return st.sampled_from(values) | st.lists(st.sampled_from(values), min_size=1, max_size=3)


DATES = st.fixed_dictionaries(
    {}, optional={"calendar": st.sampled_from(["gregorian", "julian"])}
).flatmap(
    lambda rest: st.builds(
        lambda relation, text: {relation: text, **rest},
        st.sampled_from(["on", "overlaps", "before", "after", "during"]),
        st.sampled_from(["1917", "1917-11", " 1917-11-07", "../1920", "1917/..", "191X"]),
    )
)
PATTERNS = st.fixed_dictionaries(
    {"kind": one_or_many(["relationship"])},
    optional={
        **{part: one_or_many(slugs) for part, slugs in SLUGS.items()},
        **{part: one_or_many(words) for part, words in WORDS.items()},
        "text": st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
            str.strip
        ),
        "date": DATES,
        "exact": st.booleans(),
        "converse": st.booleans(),
        "doubtful": st.booleans(),
        "independent_witnesses": st.integers(1, 100),
    },
).map(lambda asked: {**asked, "kind": [*KINDS]} if "role" in asked else asked)
CLAIMED = PATTERNS.map(lambda pattern: {"assertion": pattern})
LINKED = st.fixed_dictionaries(
    {"person": st.sampled_from(SLUGS["person"])},
    optional={
        "within": st.integers(1, 3),
        "by": one_or_many(["relationship", "organisation", "event"]),
        "largest": st.integers(2, 1000),
    },
).map(lambda asked: {"linked_to": asked})
SIDES = st.sampled_from(["birth.date", "death.date"]) | CLAIMED
COMPARED = st.tuples(SIDES, st.sampled_from("<>="), SIDES).map(
    lambda sides: {"compare": list(sides)}
)
LEAVES = CLAIMED | LINKED | COMPARED
NODES = st.recursive(
    LEAVES,
    lambda parts: (
        parts.map(lambda part: {"not": part})
        | st.lists(parts, min_size=1, max_size=3).map(lambda all_: {"all": all_})
        | st.lists(parts, min_size=1, max_size=3).map(lambda any_: {"any": any_})
    ),
    max_leaves=4,
)


def depth(node: Any) -> int:
    if isinstance(node, dict) and node.keys() & {"all", "any", "not"}:
        [value] = node.values()
        return 1 + max(map(depth, value if isinstance(value, list) else [value]))
    return 1


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(node=NODES.filter(lambda node: depth(node) <= 6), match=st.sampled_from(["certain", ""]))
def test_whatever_is_asked_is_asked_again(node: dict[str, Any], match: str) -> None:
    again({**node, "match": match} if match else node)
