"""Questions about the Left Opposition, with the answers that were found by reading the documents.

They were written before anything evaluated them: who answers, how surely, and where it stands.
"""

from prosopography.models import Stance
from prosopography.queries.questions import Answered, Match, answer, read
from tests.record_questions import persons, times
from tests.record_questions.expected import Expected, Places
from tests.test_record import Record

ALL = [*persons.QUESTIONS, *times.QUESTIONS]


class QuestionTests(Record):
    def test_who_answers(self) -> None:
        for expected in ALL:
            with self.subTest(expected.title):
                found = answered(expected)
                assert {
                    match: {each.person.slug for each in found if each.match is match}
                    for match in Match
                } == {
                    Match.CERTAIN: set(expected.certain),
                    Match.POSSIBLE: set(expected.possible),
                }

    def test_on_what_evidence(self) -> None:
        for expected in ALL:
            with self.subTest(expected.title):
                places: Places = {**expected.certain, **expected.possible}
                told = {slug: set(at) for slug, at in places.items() if at is not None}
                found = {each.person.slug: places_of(each) for each in answered(expected)}
                assert {slug: found.get(slug) for slug in told} == told


def answered(expected: Expected) -> list[Answered]:
    """Whoever answers a question."""
    return list(answer(read(expected.question)).everybody())


def places_of(answered: Answered) -> set[str]:
    """The places of all citations that support the evidence of an answer."""
    return {
        f"{citation.source.slug} {citation.locator}"
        for evidence in answered.evidence
        for claim in evidence.assertions
        for citation in claim.citations.all()
        if citation.stance == Stance.SUPPORTS
    }
