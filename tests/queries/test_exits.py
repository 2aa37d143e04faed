"""What entering and leaving a body, and death, tell of a tenure on a day."""

from typing import Any

import pytest

from prosopography.dates import Standing
from prosopography.models import Assertion, Status
from prosopography.queries.as_of import Weighing, weigh
from prosopography.queries.tenures import Office
from prosopography.queries.when import read_span
from tests import cast

pytestmark = pytest.mark.django_db


def on(day: str, *, role: str = "", doubtful: bool = True) -> Weighing:
    asked = Office(cast.organisation(), cast.role(role) if role else None, doubtful=doubtful)
    return weigh(asked, read_span(day, "gregorian"))


def standing(day: str, **more: Any) -> str:
    """The class of the only person, empty for none."""
    found = on(day, **more).found
    return found[0].standing.value if found else ""


def move(role: str, edtf: str, **columns: Any) -> Assertion:
    """That Smilga was expelled from Tsentrobalt, or elected to it."""
    columns.setdefault("organisation", cast.organisation())
    return cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role(role),
        edtf=edtf,
        date_text=edtf,
        calendar="gregorian",
        **columns,
    )


def test_nobody_is_attested_before_a_day_on_which_they_are_dead() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    assert standing("1926") == "attested_before"
    cast.claim("death", person=cast.person(), edtf="1924-01", calendar="gregorian")
    assert (standing("1926"), on("1926").excluded) == ("", 1)
    assert standing("1920") == "attested_before"
    assert on("1920-01-01").later == read_span("1924-02-01", "gregorian").first


def test_of_two_dates_of_a_death_the_later_counts() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    for year in ("1924", "1930"):
        cast.claim("death", person=cast.person(), edtf=year, calendar="gregorian")
    assert (standing("1926"), standing("1931")) == ("attested_before", "")


@pytest.mark.parametrize(
    "columns",
    [
        {"status": Status.DRAFT},
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"certainty": "possible"},
        {"identification": "doubtful", "identification_note": "Or another."},
        {"rank": "deprecated", "rank_reason": "A misprint."},
    ],
    ids=["draft", "denied", "not stated", "possible", "doubtful name", "deprecated"],
)
def test_a_death_that_does_not_count_ends_nothing(columns: dict[str, str]) -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    columns = {"edtf": "1924", "calendar": "gregorian", **columns}
    cast.claim("death", person=cast.person(), **columns)
    assert standing("1926") == "attested_before"


def test_an_execution_is_a_death() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    move("executed", "1924", organisation=None)
    assert standing("1926") == ""


def test_who_was_expelled_was_in_it_until_then() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    expelled = move("expelled", "1929")
    assert standing("1930") == ""
    found = on("1926").found[0]
    assert [(each.tenure.key, each.standing) for each in found.held] == [
        (Assertion.objects.get(kind="tenure").pk, Standing.POSSIBLE),
        (expelled.pk, Standing.AFTER),
    ]
    assert found.held[0].reason == (
        "not said when it ended; at the latest with “expelled: Tsentrobalt, 1929”"
    )


def test_leaving_the_whole_is_leaving_the_part() -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    cast.tenure(what=committee, edtf="1917", calendar="gregorian")
    move("expelled", "1927", organisation=party)
    asked = Office(committee, None)
    assert weigh(asked, read_span("1930", "gregorian")).found == []
    [held] = weigh(asked, read_span("1926", "gregorian")).found
    assert held.standing is Standing.BEFORE


def test_leaving_the_part_is_not_leaving_the_whole() -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    cast.tenure(what=party, edtf="1917", calendar="gregorian")
    move("expelled", "1927", organisation=committee)
    [held] = weigh(Office(party, None, exact=True), read_span("1930", "gregorian")).found
    assert held.standing is Standing.BEFORE


def test_an_expulsion_before_says_nothing_of_a_later_tenure() -> None:
    cast.tenure(edtf="1929", calendar="gregorian")
    move("expelled", "1927")
    assert standing("1932") == "attested_before"


def test_an_election_is_evidence_by_itself_of_the_body_but_not_of_a_role() -> None:
    move("elected", "1917-04")
    assert (standing("1917-04-20"), standing("1918")) == ("possible", "attested_before")
    assert standing("1918", role="member") == ""


def test_a_doubtful_expulsion_is_left_out_with_doubtful_identifications() -> None:
    move("expelled", "1929", identification="doubtful", identification_note="Or another.")
    assert standing("1926") == "attested_after"
    assert standing("1926", doubtful=False) == ""


def test_who_was_attested_and_expelled_in_one_year_is_out_unless_elected_again() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    move("expelled", "1917")
    assert standing("1926") == ""
    move("elected", "1917-12")
    assert standing("1926") == "attested_before"


def test_the_dead_hold_nothing_without_a_date_either() -> None:
    cast.tenure(edtf="", calendar="gregorian")
    cast.claim("death", person=cast.person(), edtf="1924", calendar="gregorian")
    assert (standing("1923"), standing("1926")) == ("undated", "")


def test_nobody_is_attested_after_a_day_on_which_they_are_not_yet_born() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    cast.birth(edtf="1892", calendar="gregorian")
    assert (standing("1893"), standing("1850")) == ("attested_after", "")


def test_a_possible_or_doubtful_expulsion_ends_nothing() -> None:
    cast.tenure(edtf="1917", calendar="gregorian")
    move("expelled", "1919", certainty="possible")
    move("expelled", "1920", identification="doubtful", identification_note="Or another.")
    assert standing("1926") == "attested_before"


def test_who_entered_a_part_is_in_the_whole_whoever_else_is_there() -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    move("expelled", "1918", organisation=committee)
    [held] = weigh(Office(party, None), read_span("1918", "gregorian")).found
    assert held.standing is Standing.CERTAIN
    assert weigh(Office(party, None, exact=True), read_span("1918", "gregorian")).found == []


def test_a_tenure_attested_in_the_year_of_the_death_ends_with_it() -> None:
    cast.tenure(edtf="1924", calendar="gregorian")
    cast.claim("death", person=cast.person(), edtf="1924", calendar="gregorian")
    assert (standing("1924"), standing("1926")) == ("certain", "")


def test_a_beginning_that_is_told_stands_against_the_birth() -> None:
    cast.tenure(edtf="1880/1890", calendar="gregorian")
    cast.birth(edtf="1892", calendar="gregorian")
    assert standing("1885") == "certain"
