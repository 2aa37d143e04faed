"""The evaluator against brute force, on random questions about random records.

QUESTIONS in the environment says how many questions are asked: QUESTIONS=10000 takes minutes.
"""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from prosopography.models import Person
from prosopography.queries.questions import answer, read
from tests.brute import Record, brute, brute_evidence, export
from tests.brute.answers import WITH_EVIDENCE
from tests.random_questions import questions
from tests.random_record import Drawn, records
from tests.random_rows import write_roles, written

pytestmark = pytest.mark.django_db

#: How many questions are asked about one record, and how many in all.
EACH = 20
QUESTIONS = int(os.environ.get("QUESTIONS", "100"))


@st.composite
def asked_records(draw: Any) -> tuple[Drawn, list[dict[str, Any]]]:
    """A record, and questions about it."""
    drawn = draw(records())
    return drawn, [draw(questions(drawn)) for _ in range(EACH)]


@settings(
    max_examples=max(1, QUESTIONS // EACH),
    deadline=None,
    suppress_health_check=[
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
        HealthCheck.large_base_example,
        HealthCheck.too_slow,
    ],
)
@given(asked=asked_records())
def test_the_evaluator_agrees_with_brute_force(
    vocabulary: None, asked: tuple[Drawn, list[dict[str, Any]]]
) -> None:
    drawn, asked_questions = asked
    with written(drawn):
        record = Record(export())
        for question in asked_questions:
            note(f"asked: {question}")
            assert evaluated(question) == tried(question, record)


@pytest.fixture
def vocabulary() -> None:
    """The roles of all random records."""
    write_roles()


def evaluated(question: dict[str, Any]) -> dict[str, Any]:
    """What the evaluator answers: by certain and possible, the evidence of everybody by leaf."""
    found = answer(read(question))
    given_to = dict(Person.objects.filter(pk__in=found.keys).values_list("pk", "slug"))
    return {
        "certain": {given_to[key] for key in found.certain},
        "possible": {given_to[key] for key in found.possible},
        "evidence": {
            answered.person.slug: {
                evidence.leaf.path: {claim.identifier for claim in evidence.assertions}
                for evidence in answered.evidence
                if evidence.assertions and _sort(evidence.leaf.path) in WITH_EVIDENCE
            }
            for answered in found.slice(0, found.count)
        },
    }


def _sort(path: str) -> str:
    return path.rpartition(".")[2]


def tried(question: dict[str, Any], record: Record) -> dict[str, Any]:
    """The same by brute force."""
    certain, possible = brute(question, record)
    return {
        "certain": certain,
        "possible": possible,
        "evidence": {slug: brute_evidence(question, record, slug) for slug in certain | possible},
    }
