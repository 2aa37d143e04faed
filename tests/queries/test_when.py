"""The comparisons of dates in the database answer what the pure functions answer."""

from itertools import product

import pytest

from prosopography import dates
from prosopography.dates import Answer, Bounds, DateError
from prosopography.models import Assertion
from prosopography.queries.when import RELATIONS, date_condition, read_span
from tests import cast

pytestmark = pytest.mark.django_db

COMPARE = {
    "on": dates.overlaps,
    "before": dates.before,
    "after": dates.after,
    "during": dates.during,
}

#: What claims say: points and states, vague and exact, open and unknown on either side, and nothing.
CLAIMED = (
    "", "1917", "1917-11-07", "1917-11", "1917?", "191X", "-0043-03-15", "1917-11-07/1917-11-09",
    "1917/1921", "1917/", "1917/..", "/1917", "../1917", "[1917,1921]", "{1917,1921}", "[..1917]",
    "[1917..]", "{..1917}", "1916/1922", "1917-02/1917-10", "Y170000002",
)  # fmt: skip
#: What is asked for: days, months, years, decades, seasons, and what is open on a side.
ASKED = (
    "1917-11-07", "1917-11-08", "1917-11", "1917", "1916", "191X", "1917-21", "1917/1921",
    "1917/..", "../1917", "-0043", "1917-11-07/1917-11-09", "1921-12-31", "1922",
)  # fmt: skip


@pytest.fixture
def claims() -> list[Assertion]:
    """Every date as that of a birth (a point) and of a tenure (a state)."""
    who = cast.person()
    made = [cast.birth(who, edtf=edtf, calendar="gregorian") for edtf in CLAIMED]
    return made + [cast.tenure(who, edtf=edtf, calendar="gregorian") for edtf in CLAIMED]


def bounds(claim: Assertion) -> Bounds:
    return Bounds(claim.earliest_start, claim.latest_start, claim.earliest_end, claim.latest_end)


def test_database_answers_as_the_pure_functions_do(claims: list[Assertion]) -> None:
    wrong = []
    for text, relation in product(ASKED, RELATIONS):
        span = read_span(text, "gregorian")
        for answer in (Answer.POSSIBLE, Answer.CERTAIN):
            accepted = {Answer.CERTAIN} if answer is Answer.CERTAIN else set(Answer) - {"excluded"}
            pure = {c.pk for c in claims if COMPARE[relation](bounds(c), tuple(span)) in accepted}
            condition = date_condition(relation, answer, span)
            stored = set(Assertion.objects.filter(condition).values_list("pk", flat=True))
            if pure != stored:
                odd = [str(c.edtf) for c in claims if c.pk in pure ^ stored]
                wrong.append((relation, answer, text, odd))
    assert wrong == []


def on(answer: Answer, day: str) -> set[Assertion]:
    condition = date_condition("on", answer, read_span(day, "gregorian"))
    return set(Assertion.objects.filter(condition))


def test_possible_and_certain_on_a_day() -> None:
    whole, attested, undated, ongoing = (
        cast.tenure(edtf=edtf, calendar="gregorian")
        for edtf in ("1921/1928", "1919", "", "1924/..")
    )
    assert on(Answer.POSSIBLE, "1925-06-01") == {whole, attested, undated, ongoing}
    assert on(Answer.CERTAIN, "1925-06-01") == {whole, ongoing}
    assert on(Answer.POSSIBLE, "1930-01-01") == {attested, undated, ongoing}
    assert on(Answer.CERTAIN, "1921-06-01") == set()


def test_question_is_read_in_its_calendar() -> None:
    julian = read_span("1917-10-25", "julian")
    assert julian == read_span("1917-11-07", "gregorian")
    assert julian.first == julian.last == dates.day_number(1917, 11, 7, "gregorian")


def test_qualifier_of_a_question_changes_nothing() -> None:
    assert read_span("1917?", "gregorian") == read_span("1917", "gregorian")


@pytest.mark.parametrize(
    "text",
    ["yesterday", "25.10.1917", "7/11/1917", "Nov 1917", "25 October 1917", "19171107", "1917/now"],
)
def test_question_that_is_no_edtf_is_told_what_to_write(text: str) -> None:
    with pytest.raises(DateError) as refusal:
        read_span(text, "gregorian")
    assert str(refusal.value) == "Not an EDTF date; write 1917-11-07, 1917-11 or 1917."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1917-02-30", "There is no 30 February 1917: February has at most 29 days."),
        ("1917-2-3", "A month has two digits: “1917-09”."),
        ("1917/1916", "“1917/1916” ends before it starts."),
        ("1917 October", "Not an EDTF date; write 1917-11-07, 1917-11 or 1917."),
        ("../..", "An interval needs at least one date."),
        ("", "A date is missing."),
    ],
)
def test_slip_in_a_question_is_told_where_it_is(text: str, said: str) -> None:
    with pytest.raises(DateError) as refusal:
        read_span(text, "gregorian")
    assert str(refusal.value) == said


@pytest.mark.parametrize("text", ["1900-02-29", "1917-13", "yesterday", "", "../.."])
def test_question_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_span(text, "gregorian")
