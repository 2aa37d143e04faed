"""Whatever is posted as a question is answered, or refused in the one shape with a path."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests import cast

pytestmark = pytest.mark.django_db

PATH = "/api/v1/questions/"
WORDS = [
    "ivar-smilga", "leon-trotsky", "hidden", "tsentrobalt", "declaration-of-the-46", "aloja", "member",
    "signatory", "spouse-of", "smilga-article", "tenure", "birth", "certain", "possible", "affirmed",
    "julian", "gregorian", "1917", "1917-06", "1917/..", "../..", "191X", "-0043", "Y-170000002", "Y1E300",
    "birth.date", "death.date", "event:declaration-of-the-46.date", "event:.date", "event:", "<", "=", ">=",
    "organisation", "relationship", "event", "", " ", "%", "\\", "'", "\0", "\ud800", "\udc00x", "Смилга",
    "x" * 201,
]  # fmt: skip
NODES = ["all", "any", "not", "assertion", "persons", "overlaps_with", "linked_to", "compare"]
PARTS = [
    "kind", "role", "organisation", "event", "place", "exact", "person", "converse", "source",
    "attributed_to", "name", "text", "date", "calendar", "certainty", "basis", "polarity", "rank",
    "independent_witnesses", "doubtful", "within", "by", "largest", "on", "overlaps", "before", "after",
    "during", "age_at", "match",
]  # fmt: skip

#: Any text at all, halves of surrogate pairs too, which JSON can write.
anything = st.text(st.characters(exclude_categories=()), max_size=12)
words = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), anything)
scalars = st.one_of(
    words, st.none(), st.booleans(), st.integers(-2, 60), st.integers(), st.floats()
)
keys = st.one_of(st.sampled_from(NODES), st.sampled_from(PARTS), anything)
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=14,
)

# What is nearly a question, so that more than the first look is tried.
values = st.one_of(words, st.lists(words, max_size=3), scalars)
dates = st.dictionaries(
    st.sampled_from(["on", "overlaps", "before", "after", "during", "calendar"]), values, max_size=2
)
patterns = st.dictionaries(
    st.sampled_from(PARTS), st.one_of(values, values, dates), min_size=1, max_size=4
)
claims = st.fixed_dictionaries({"assertion": patterns})
sides = st.one_of(words, claims, dates, st.fixed_dictionaries({"age_at": st.one_of(words, claims)}))
kinds_of_leaf = st.one_of(
    claims,
    st.fixed_dictionaries({"persons": values}),
    st.fixed_dictionaries({"overlaps_with": patterns}),
    st.fixed_dictionaries({"linked_to": patterns}),
    st.fixed_dictionaries({"compare": st.tuples(sides, words, st.one_of(sides, scalars))}),
)


@st.composite
def leaves(draw: st.DrawFn) -> Any:
    """One leaf. (A function, for its name is short where hypothesis writes it out.)"""
    return draw(kinds_of_leaf)


questions = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=4,
)

moderately = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _record() -> None:
    """Something for the questions to be about."""
    cast.tenure()
    cast.tenure(cast.person("leon-trotsky"), edtf="1917/1920")
    cast.signature(cast.person("leon-trotsky"))
    cast.birth(place=cast.place())
    cast.name("Смилга")
    cast.role("spouse-of")
    cast.signature(cast.person("hidden", status="draft"))


def check(answer: Any) -> None:
    """An answer with as many persons as it says, or faults that each have a path."""
    if answer.status_code == 200:
        told = answer.json()
        assert told["count"] == told["certain"] + told["possible"] == len(told["results"])
        assert "hidden" not in [each["person"]["slug"] for each in told["results"]]
        return
    assert answer.status_code == 400, answer.content
    body = answer.json()
    assert (set(body), body["type"]) == ({"type", "errors"}, "validation_error")
    assert 0 < len(body["errors"]) <= 20
    for error in body["errors"]:
        assert error["attr"]
        assert error["detail"]
        assert error["code"]
        assert 'mean "hidden"' not in error["detail"]


def post(client: Client, body: Any) -> Any:
    return client.post(PATH, body, "application/json")


@moderately
@given(data=trees)
@example({"assertion": {"name": "\ud800"}})
@example({"assertion": {"text": "\ud800"}})
@example({"assertion": {"role": "\udfff"}})
@example({"\ud800": 1})
@example({"persons": ["\0"]})
@example({"all": {}, "any": []})
def test_any_json_is_answered_or_refused_with_a_path(client: Client, data: Any) -> None:
    check(post(client, json.dumps(data)))


@moderately
@given(data=questions)
def test_what_is_nearly_a_question_is_answered_or_refused(client: Client, data: Any) -> None:
    answer = post(client, json.dumps(data))
    check(answer)
    if answer.status_code == 200:
        asked = answer.json()["asked"]
        again = client.get(PATH, {"q": json.dumps(asked)})
        assert again.json() == answer.json()
    for error in answer.json().get("errors", ()):
        steps = re.findall(r"\w+", error["attr"].partition("[")[0])
        assert error["attr"] == "question" or steps[0] in data, error


@moderately
@given(body=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_any_body_is_answered_or_refused(client: Client, body: bytes) -> None:
    check(post(client, body))


@moderately
@given(depth=st.integers(1, 6000), opening=st.sampled_from(["[", '{"not":', '{"all":[', '{"x":{"']))
def test_no_depth_breaks_it(client: Client, depth: int, opening: str) -> None:
    check(post(client, opening * depth))
    closing = {"[": "]", '{"not":': "}", '{"all":[': "]}"}.get(opening)
    if closing:
        check(post(client, opening * depth + '{"persons": "ivar-smilga"}' + closing * depth))
