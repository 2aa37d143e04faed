"""The whole of it: what it costs, what it never tells, and that every link gives just its persons."""

import json
from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Person, Status
from prosopography.queries.profile import Profile, profile
from prosopography.queries.profile.ages import occurred
from prosopography.queries.profile.asking import LONGEST, Asking
from prosopography.queries.profile.begin import bodies
from prosopography.queries.profile.figure import Figure
from prosopography.queries.questions import answer, read
from tests import cast

from .people import GREGORIAN, befell, born, died, everybody, held, slugs, whole

pytestmark = pytest.mark.django_db

SIGNED = {"assertion": {"event": "declaration-of-the-46", "role": "signatory"}}


@cast.at_once()
def life(number: int) -> Person:
    """One more member with something of everything."""
    slug = f"person-{number}"
    who = cast.person(slug)
    place = cast.place(f"town-{number}", part_of=cast.place("latvia"))
    body = cast.organisation(f"body-{number}", part_of=cast.organisation("party"))
    born(slug, f"188{number}", place=place)
    born(slug, f"187{number}", source=cast.source("other"))
    died(slug, "1937/1938")
    held(slug, "member", body.slug, edtf="1917/1919")
    held(slug, "chairman", "party", edtf="1921")
    cast.signature(who, **GREGORIAN)
    befell(slug, "expelled", "1927-12")
    cast.claim("occupation", person=who, role=cast.role("journalist"))
    friend = cast.person("friend")
    cast.claim("relationship", person=who, related_person=friend, role=cast.role("spouse-of"))
    return who


def figures(told: Profile) -> Iterator[Figure]:
    """All of them, with those that stand in no list."""
    for measure in (*told.measures.values(), *(ages.spans for ages in told.ages)):
        yield from (measure.known, *measure.figures)
    for ages in told.ages:
        yield from (ages.who_youngest, ages.who_oldest)
    for survival in told.survival:
        yield from (survival.known, survival.died, survival.lost, *survival.left_out)
        for row in survival.rows:
            yield from (row.died, row.lost)


def test_it_costs_the_same_of_one_person_and_of_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    event = cast.event()
    cast.claim("occurrence", event=event, edtf="1923-10-15", **GREGORIAN)
    keys = []
    for number in (1, 2, 3):
        keys.append(life(number).pk)
        # persons; claims, those from the other side; sources; bodies, events, places, roles;
        # conflicts by either side 2
        with django_assert_num_queries(10):
            assert profile(keys).total == number
        # when the event occurred
        with django_assert_num_queries(11):
            profile(keys, event)


def test_nobody_costs_only_the_trees(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):
        told = profile([])
    assert (told.total, told.evidence.claims) == (0, 0)
    assert [measure.known.count for measure in told.measures.values()] == [0] * 14


def test_an_event_that_only_its_participants_date_costs_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    life(1)
    event = cast.event()
    with django_assert_num_queries(3):
        assert occurred(event) is not None


def test_nothing_hidden_counts() -> None:
    event = cast.event()
    for number in (1, 2):
        life(number)
    keys = everybody()
    before = profile(keys, event)
    cast.person("secret", status=Status.DRAFT)
    hidden = cast.organisation("secret-body", status=Status.DRAFT)
    born("person-1", "1860", status=Status.DRAFT)
    born("person-1", "1860", cited=False)
    born("person-1", "1860", source=cast.source("secret-source", status=Status.REVIEW))
    died("person-2", "1999", status=Status.RETRACTED)
    held("person-1", "secretary", hidden.slug)
    held("person-1", "secretary", status=Status.DRAFT)
    befell("person-2", "arrested", place=cast.place("secret-place", status=Status.DRAFT))
    cast.claim("occurrence", event=event, edtf="1900", status=Status.DRAFT)
    cast.claim(
        "relationship", person=cast.person("secret"), related_person=cast.person("person-1"),
        role=cast.role("spouse-of"), place=cast.place("somewhere"),
    )  # fmt: skip
    assert profile(everybody(), event) == before


@pytest.mark.parametrize(
    "question",
    [
        SIGNED,
        {"all": [SIGNED, {"assertion": {"kind": "birth"}}]},
        {**SIGNED, "match": "certain"},
        {"not": {"persons": ["person-1"]}},
        {"persons": ["person-1", "person-2"]},
    ],
)
def test_every_link_gives_just_the_persons_of_its_figure(question: dict) -> None:
    for number in (1, 2, 3):
        life(number)
    befell("person-1", "executed", certainty="possible")
    held("person-2", "member", certainty="probable")
    held("person-2", "secretary", polarity="denied")
    held("person-3", "secretary", rank="deprecated", rank_reason="A slip.")
    cast.tenure(
        cast.person("person-3"), edtf="1918", identification="doubtful", identification_note="Or?"
    )
    asked = read(question)
    told = profile(answer(asked).keys, cast.event())
    asking = Asking(asked, told.persons)
    number = 0
    for figure in figures(told):
        link = asking.of(figure)
        if link is not None:
            found = answer(read(_parsed(link.text)))
            assert slugs(found.keys) == slugs(figure.persons), (figure.key, link.text)
            assert link.exact
            number += 1
        else:
            assert figure.persons == ()
    assert number > 60


def _parsed(text: str) -> dict:
    return json.loads(text)


def test_too_many_to_write_down_are_found_among_others() -> None:
    asked = read({"not": {"persons": [life(1).slug]}})
    persons = {}
    for number in range(200):
        who = cast.person(f"one-of-a-great-many-persons-{number}")
        persons[who.pk] = who
    asking = Asking(asked, persons)  # type: ignore[arg-type]
    keys = tuple(sorted(persons))[:-1]
    link = asking.of(Figure("some", "some", keys, leaves=({"assertion": {"kind": "birth"}},)))
    assert link is not None
    assert link.text == (
        '{"all":[{"not":{"persons":["person-1"]}},{"assertion":{"kind":"birth"}}]}'
    )
    assert not link.exact
    few = asking.of(Figure("few", "few", keys[:3]))
    assert few is not None
    assert few.exact
    assert len(few.text) < LONGEST


def test_a_question_that_is_full_takes_no_leaf_more() -> None:
    who = life(1)
    leaf = {"assertion": {"kind": "birth"}}
    asked = read({"all": [leaf] * 20})
    asking = Asking(asked, {who.pk: who})  # type: ignore[dict-item]
    link = asking.of(Figure("a", "a", (who.pk,), leaves=(leaf,), exact=True))
    assert link is not None
    assert link.text == '{"all":[{"persons":["person-1"]},{"assertion":{"kind":"birth"}}]}'


def test_everybody_else_is_the_opposite() -> None:
    asked = read({"all": [{"persons": [life(1).slug]}], "match": "certain"})
    assert Asking(asked, {}).everybody_else() == '{"not":{"all":[{"persons":["person-1"]}]}}'
    deep: dict = {"persons": ["person-1"]}
    for _ in range(5):
        deep = {"not": deep}
    assert Asking(read(deep), {}).everybody_else() == ""


def test_bodies_to_begin_with_are_those_with_most_persons(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in (1, 2, 3):
        held(f"one-{number}", "member", "large")
    held("one-1", "chairman", "large")
    held("one-1", "member", "small")
    held("two", "member", "hidden", status=Status.DRAFT)
    cast.tenure(cast.person("two"), cast.organisation("secret", status=Status.DRAFT))
    with django_assert_num_queries(3):
        found = bodies()
    assert [(each.title, each.persons) for each in found] == [("Large", 3), ("Small", 1)]
    assert found[0].text == '{"assertion":{"kind":"tenure","organisation":"large"}}'


def test_whole_tells_all_measures_in_order() -> None:
    life(1)
    assert list(whole().measures) == [
        "births", "birthplaces", "bodies", "tenure-roles", "events", "participation-roles",
        "occupation-roles", "ways", "ways-of-bodies", "ends", "life-events", "shared", "disputed",
        "evidence",
    ]  # fmt: skip
