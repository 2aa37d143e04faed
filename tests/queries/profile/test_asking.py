"""The question for those who are in two groups."""

import json
from typing import Any

import pytest

from prosopography.queries.profile import asking as module
from prosopography.queries.profile import profile
from prosopography.queries.profile.asking import Asking, Both
from prosopography.queries.questions import answer, read_text
from tests import cast

from .people import held

pytestmark = pytest.mark.django_db

CHAIRED = {"assertion": {"role": "chairman"}}
SERVED = {"assertion": {"organisation": "tsentrobalt"}}
CERTAIN = {"match": "certain"}


@pytest.fixture(autouse=True)
def three() -> None:
    """Two chaired, of whom one possibly; a third was a member."""
    held("one", "chairman")
    held("two", "chairman", certainty="possible")
    held("three", "member")
    cast.person("four")


def both(one: dict[str, Any], other: dict[str, Any]) -> Both:
    groups = [read_text(json.dumps(each)) for each in (one, other)]
    first, second = (Asking(each, profile(answer(each).keys).persons) for each in groups)
    found = first.both(second)
    if found.asked is not None and found.asked.exact:
        assert answer(read_text(found.asked.text)).keys == set(found.persons)
    return found


def asked(one: dict[str, Any], other: dict[str, Any]) -> tuple[int, Any, bool]:
    found = both(one, other)
    assert found.asked is not None
    return len(found.persons), json.loads(found.asked.text), found.asked.exact


def test_both_questions_are_asked_in_one() -> None:
    assert asked(SERVED, CHAIRED) == (2, {"all": [SERVED, CHAIRED]}, True)
    certain = ({**SERVED, **CERTAIN}, {**CHAIRED, **CERTAIN})
    assert asked(*certain) == (1, {"all": [SERVED, CHAIRED], **CERTAIN}, True)
    assert asked(SERVED, {"all": [CHAIRED, SERVED]}) == (2, {"all": [SERVED, CHAIRED]}, True)


def test_persons_are_listed_where_only_one_question_wants_certain_answers() -> None:
    assert asked({**CHAIRED, **CERTAIN}, SERVED) == (1, {"persons": ["one"]}, True)


def test_what_cannot_be_asked_exactly_finds_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 10)
    assert asked(CHAIRED, {**SERVED, **CERTAIN})[2] is False


def test_nobody_is_asked_for_by_no_question() -> None:
    assert both(CHAIRED, {"persons": ["four"]}) == Both((), None)
