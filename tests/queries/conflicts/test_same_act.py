"""One act that befalls somebody once, dated differently by different sources."""

from typing import Any

import pytest

from prosopography.models import Nature
from prosopography.queries.conflicts import conflicts_of
from tests import cast

from .finding import conflicts, found, said, source

pytestmark = pytest.mark.django_db

RULE = "same_act"


def act(role: str, edtf: str, number: int = 1, **columns: Any) -> Any:
    made = cast.role(role, joins="life", lasting=False, once=True)
    columns = {"source": source(number), **columns}
    return cast.claim("life_event", person=cast.person(), role=made, edtf=edtf, **columns)


def expelled(edtf: str, number: int = 1, body: str = "bolshevik-party", **columns: Any) -> Any:
    cast.role("expelled", joins="life", lasting=False, once=True, marks="leaving")
    return act("expelled", edtf, number, organisation=cast.organisation(body), **columns)


def test_an_expulsion_that_three_sources_date_is_one_conflict() -> None:
    one, two, three = expelled("1927-12"), expelled("1928", 2), expelled("1929", 3)
    four = expelled("1927", 4)
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.nature == Nature.DISAGREEMENT
    assert conflict.key == "same_act:person:ivar-smilga:expelled:bolshevik-party"
    assert [(side.text, set(side.claims)) for side in conflict.sides] == [
        ("1927, December 1927", {one, four}),
        ("1928", {two}),
        ("1929", {three}),
    ]
    assert conflict.sentence == (
        "Ivar Smilga: “expelled: Bolshevik Party” is dated December 1927, 1928 and 1929 by "
        "different sources."
    )


def test_the_death_is_told_by_another_rule() -> None:
    for number, edtf in enumerate(("1937", "1938")):
        role = cast.role("executed", joins="life", lasting=False, once=True, marks="end")
        cast.claim("life_event", person=cast.person(), role=role, edtf=edtf, source=source(number))
    assert [each.rule for each in conflicts_of("person", [cast.person().pk])] == ["single_date"]


@pytest.mark.parametrize(
    "columns",
    [
        {"edtf": "1927"},
        {"edtf": "1928?"},
        {"edtf": ""},
        {"body": "central-committee"},
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"status": "draft"},
        {"identification": "doubtful", "identification_note": "His brother?"},
    ],
)
def test_what_agrees_or_speaks_of_something_else(columns) -> None:
    expelled("1927")
    expelled(**{"edtf": "1929", "number": 2, **columns})
    assert found(cast.person(), RULE) == {}


def test_a_role_that_does_not_say_once_may_befall_one_twice() -> None:
    for number, edtf in enumerate(("1927", "1929")):
        cast.claim(
            "life_event",
            person=cast.person(),
            role=cast.role("exiled"),
            edtf=edtf,
            source=source(number),
        )
    assert found(cast.person(), RULE) == {}


def test_one_source_that_dates_both_knows_two() -> None:
    act("arrested", "1927")
    act("arrested", "1929")
    assert found(cast.person(), RULE) == {}


def test_a_third_source_cannot_make_one_of_two_that_another_knows() -> None:
    act("arrested", "1927")
    act("arrested", "1929")
    act("arrested", "1929-05", 2)
    act("arrested", "1927-12", 3)
    assert found(cast.person(), RULE) == {}
    act("arrested", "1935", 4)
    assert found(cast.person(), RULE) == {
        "arrested": ["1927, December 1927, 1929, May 1929", "1935"]
    }


def test_a_source_that_has_somebody_leave_twice_contradicts_itself() -> None:
    expelled("1927-11")
    expelled("1927-12")
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.sentence == (
        "Ivar Smilga: “expelled: Bolshevik Party” is dated November 1927 and December 1927."
    )


def test_two_works_in_one_book_are_two_sources() -> None:
    expelled("1927", attributed_to_source=cast.source("medvedev"))
    expelled("1929", attributed_to_source=cast.source("serge"))
    assert found(cast.person(), RULE) == {"expelled:bolshevik-party": ["1927", "1929"]}


def test_what_was_undone_can_befall_one_again() -> None:
    cast.role("readmitted", joins="life", lasting=False, marks="entering", posthumous=True)
    expelled("1927")
    expelled("1935", 2)
    assert list(found(cast.person(), RULE)) == ["expelled:bolshevik-party"]
    readmitted = {"organisation": cast.organisation("bolshevik-party")}
    act("readmitted", "1930", 3, status="draft", **readmitted)
    act("readmitted", "1930", 3, polarity="denied", **readmitted)
    act("readmitted", "1940", 3, **readmitted)
    act("criticised", "1930", 3, **readmitted)
    act("readmitted", "1930", 3, organisation=cast.organisation("trade-union"))
    assert list(found(cast.person(), RULE)) == ["expelled:bolshevik-party"]
    act("readmitted", "1930", 4, **readmitted)
    assert found(cast.person(), RULE) == {}


def test_who_is_told_of_in_the_body_again_was_in_it_again() -> None:
    expelled("1927")
    expelled("1935", 2)
    party = cast.organisation("bolshevik-party")
    cast.tenure(what=party, edtf="193X", source=source(3))
    assert list(found(cast.person(), RULE)) == ["expelled:bolshevik-party"]
    cast.tenure(what=party, edtf="1931", source=source(3))
    assert found(cast.person(), RULE) == {}


def test_who_enters_twice_left_in_between() -> None:
    party = {"organisation": cast.organisation("bolshevik-party")}
    cast.role("joined", joins="life", lasting=False, once=True, marks="entering")
    act("joined", "1907", **party)
    act("joined", "1917", 2, **party)
    cast.tenure(what=cast.organisation("bolshevik-party"), edtf="1910", source=source(3))
    assert found(cast.person(), RULE) == {"joined:bolshevik-party": ["1907", "1917"]}
    expelled("1912", 3)
    assert found(cast.person(), RULE) == {}


def test_who_acts_between_two_arrests_was_free() -> None:
    act("arrested", "1907")
    act("arrested", "1933", 2)
    act("arrested", "1935", 3)
    assert found(cast.person(), RULE) == {"arrested": ["1907", "1933", "1935"]}
    cast.tenure(edtf="1917", source=source(4))
    assert found(cast.person(), RULE) == {"arrested": ["1933", "1935"]}
    cast.tenure(edtf="1930/1936", role_slug="chairman", source=source(4))
    assert found(cast.person(), RULE) == {"arrested": ["1933", "1935"]}


def test_two_conflicts_of_one_act_are_told_apart() -> None:
    claims = [act("arrested", edtf, number) for number, edtf in enumerate(("1907", "1908"))]
    cast.tenure(edtf="1917", source=source(9))
    claims += [act("arrested", edtf, number) for number, edtf in ((2, "1933"), (3, "1935"))]
    names = [min(each.identifier for each in some) for some in (claims[:2], claims[2:])]
    assert found(cast.person(), RULE) == {
        f"arrested:{names[0]}": ["1907", "1908"],
        f"arrested:{names[1]}": ["1933", "1935"],
    }


def test_a_narrower_role_is_the_same_act() -> None:
    wide = cast.role("removed", joins="life", lasting=False, once=True)
    cast.role("expelled", joins="life", lasting=False, once=True, marks="leaving", broader=wide)
    act("removed", "1927")
    expelled("1929", 2)
    assert found(cast.person(), RULE) == {"removed:bolshevik-party": ["1927", "1929"]}


def test_an_act_elsewhere_is_another_act() -> None:
    act("arrested", "1933", place=cast.place("moscow"))
    act("arrested", "1935", 2, place=cast.place("leningrad"))
    assert found(cast.person(), RULE) == {}
    act("arrested", "1936", 3)
    assert found(cast.person(), RULE) == {"arrested": ["1933, 1935", "1936"]}


def test_an_undated_act_in_an_event_has_its_date() -> None:
    congress = cast.event("fifteenth-congress")
    cast.claim("occurrence", event=congress, edtf="1927-12")
    expelled("", event=congress)
    expelled("1929", 2)
    assert found(cast.person(), RULE) == {"expelled:bolshevik-party": ["December 1927", "1929"]}


def test_one_day_in_two_calendars_is_a_remark() -> None:
    act("arrested", "1917-07-06")
    act("arrested", "1917-07-19", 2)
    (conflict,) = conflicts(cast.person(), RULE)
    assert conflict.nature == Nature.CALENDAR
    assert said(cast.person(), RULE) == [
        "Ivar Smilga: “arrested” is dated 6 July 1917 by one source and 19 July 1917 by another, "
        "probably one day in two calendars."
    ]
