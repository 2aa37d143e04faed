"""Who served with whom: how surely, how long, in which bodies, and the same as questions say."""

import random

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Organisation, Person, Status
from prosopography.queries.overlaps import Overlaps, bodies_of, overlaps, tell
from prosopography.queries.questions import answer, read
from prosopography.queries.relationships import bonds, relationships
from tests import cast
from tests.cast import hold

pytestmark = pytest.mark.django_db

DOUBT = {"identification": "doubtful", "identification_note": "Or another."}


def told(found: Overlaps) -> list[tuple[str, str, dict[str, str]]]:
    """Each person with the nearness, and the words for each body."""
    return [
        (
            each.person.slug,
            each.nearness.value,
            {body.organisation.slug: body.text for body in each.bodies},
        )
        for each in tell(found.found)
    ]


def test_persons_come_by_how_surely_they_served_together() -> None:
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("attested-then", "1917-05-04")
    hold("attested-later", "1927")
    hold("in-that-year", "1917")
    hold("for-two-months", "1917-03-15/1917-05-14")
    hold("gone-before", "1915/1916")
    hold("never-dated", "")
    hold("elsewhere", "1917", "baltic-fleet")
    found = overlaps(cast.person())
    assert told(found) == [
        (
            "for-two-months",
            "certain",
            {"tsentrobalt": "certainly, for 61 days, surely from 15 March 1917 to 14 May 1917"},
        ),
        (
            "attested-then",
            "certain",
            {"tsentrobalt": "certainly, for 1 to 306 days, surely on 4 May 1917"},
        ),
        (
            "in-that-year",
            "possible",
            {
                "tsentrobalt": "possibly, for at most 306 days; the dates speak of common days, "
                "1 March 1917 at the earliest and 31 December 1917 at the latest"
            },
        ),
        ("never-dated", "open", {"tsentrobalt": "not excluded, for at most 306 days"}),
        ("attested-later", "open", {"tsentrobalt": "not excluded, for at most 306 days"}),
    ]
    assert {each.value: number for each, number in found.counts.items()} == {
        "certain": 2,
        "possible": 1,
        "open": 2,
    }


def test_what_sources_or_names_leave_in_doubt_is_never_certain() -> None:
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("hedged", "1917-05-04", certainty="probable")
    hold("doubtful", "1917-05-04", **DOUBT)
    days = "possibly, for at most 306 days; the dates meet on 4 May 1917"
    assert told(overlaps(cast.person())) == [
        ("doubtful", "possible", {"tsentrobalt": f"{days}; a name may mean somebody else"}),
        ("hedged", "possible", {"tsentrobalt": f"{days}; a source is not certain: probable"}),
    ]
    assert told(overlaps(cast.person(), certain=True)) == []
    companion = tell(overlaps(cast.person("hedged")).found)[0]
    assert companion.bodies[0].pairs[0].least == 0


def test_one_date_of_both_is_told_as_one_and_not_as_a_stretch_of_days() -> None:
    """The calendars leave thirteen days between them; nobody says that they served these together."""
    for slug, edtf in (
        ("ivar-smilga", "1917-07-26/"),
        ("the-same-day", "1917-07-26"),
        ("the-next-day", "1917-07-27"),
        ("that-month", "1917-07"),
    ):
        cast.tenure(cast.person(slug), edtf=edtf)
    assert {slug: bodies["tsentrobalt"] for slug, _, bodies in told(overlaps(cast.person()))} == {
        "the-same-day": "possibly, for an unknown time; both attested on 26 July 1917 (calendar not "
        "stated)",
        "the-next-day": "possibly, for an unknown time; the dates speak of common days, 27 July 1917 "
        "at the earliest and 8 August 1917 at the latest",
        "that-month": "possibly, for an unknown time; the dates speak of common days, 26 July 1917 "
        "at the earliest and 8 August 1917 at the latest",
    }
    hold("in-the-staff", "1923-10", "staff")
    hold("in-it-too", "1923-10", "staff")
    assert told(overlaps(cast.person("in-it-too"))) == [
        (
            "in-the-staff",
            "possible",
            {"staff": "possibly, for an unknown time; both attested in October 1923"},
        )
    ]


def test_only_what_is_affirmed_and_counts_makes_an_overlap() -> None:
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("denied", "1917-05-04", polarity="denied")
    hold("silent", "1917-05-04", polarity="silent")
    hold("deprecated", "1917-05-04", rank="deprecated", rank_reason="A slip.")
    assert told(overlaps(cast.person())) == []
    assert told(overlaps(cast.person("denied"))) == []


def test_a_part_is_another_body_unless_the_larger_one_is_asked_for() -> None:
    fleet = cast.organisation("baltic-fleet")
    cast.organisation("tsentrobalt", part_of=fleet)
    cast.organisation("staff", part_of=fleet)
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("in-the-staff", "1917-05-04", "staff")
    hold("in-the-fleet", "1917-05-04", "baltic-fleet")
    hold("in-the-same", "1917-05-04")
    smilga = cast.person()
    assert [slug for slug, *_ in told(overlaps(smilga))] == ["in-the-same"]
    within = told(overlaps(smilga, fleet))
    assert [(slug, list(bodies)) for slug, _, bodies in within] == [
        ("in-the-fleet", ["baltic-fleet"]),
        ("in-the-same", ["baltic-fleet"]),
        ("in-the-staff", ["baltic-fleet"]),
    ]
    assert told(overlaps(smilga, fleet, exact=True)) == []
    assert [each.slug for each in bodies_of(smilga)] == ["baltic-fleet", "tsentrobalt"]


def test_every_claim_of_the_one_is_weighed_with_every_one_of_the_other() -> None:
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("ivar-smilga", "1925")
    hold("leon-trotsky", "1917-05-04")
    hold("leon-trotsky", "1925-06-01/1926-05-31")
    hold("leon-trotsky", "1917-05-04", "staff")
    hold("ivar-smilga", "1918", "staff")
    [companion] = tell(overlaps(cast.person()).found)
    assert [each.organisation.slug for each in companion.bodies] == ["tsentrobalt", "staff"]
    body = companion.bodies[0]
    names = {one.assertion.pk: str(one.assertion.edtf) for one in (*body.one, *body.other)}
    assert [
        (names[pair.one], names[pair.other], pair.nearness.value, pair.least, pair.common.most)
        for pair in body.pairs
    ] == [
        ("1917-03-01/1917-12-31", "1917-05-04", "certain", 1, 306),
        ("1925", "1925-06-01/1926-05-31", "possible", 0, 365),
        ("1925", "1917-05-04", "open", 0, None),
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_hidden_makes_an_overlap(status: str) -> None:
    hold("ivar-smilga", "1917")
    hold("leon-trotsky", "1917")
    before = told(overlaps(cast.person()))
    hold("drafted", "1917", status=status)
    hold("leon-trotsky", "1917-05-04", status=status)
    hold("ivar-smilga", "1917-05-04", "staff", status=status)
    hold("leon-trotsky", "1917-05-04", "staff")
    cast.organisation("secret", status=status)
    hold("leon-trotsky", "1917-05-04", "secret")
    hold("ivar-smilga", "1917-05-04", "secret")
    cast.person("secret-person", status=status)
    hold("secret-person", "1917")
    hold("uncited", "1917", cited=False)
    assert told(overlaps(cast.person())) == before
    assert [each.slug for each in bodies_of(cast.person())] == ["tsentrobalt"]


def test_costs_do_not_depend_on_how_many_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    hold("ivar-smilga", "1917")
    smilga, fleet = cast.person(), cast.organisation("baltic-fleet")
    for number in (1, 3):
        for each in range(number):
            hold(f"person-{each}", "1917")
        # the person's tenures, those of the bodies
        with django_assert_num_queries(2):
            found = overlaps(smilga)
        # the claims, their citations, whom else they may mean; the bodies
        with django_assert_num_queries(4):
            assert len(tell(found.found)) == number
        # the parts too; nothing there
        with django_assert_num_queries(2):
            overlaps(smilga, fleet)
        # the tree, the keys, the rows
        with django_assert_num_queries(3):
            bodies_of(smilga)


def test_relationships_are_told_from_both_sides(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    bond = {"role": cast.role("supporter-of")}
    cast.claim("relationship", person=smilga, related_person=trotsky, **bond)
    cast.claim("relationship", person=cast.person("karl-radek"), related_person=smilga, **bond)
    cast.claim("relationship", person=smilga, related_person=trotsky, status="draft", **bond)
    with django_assert_num_queries(1):
        known = bonds(smilga)
    with django_assert_num_queries(4):
        found = relationships(known).affirmed
    assert [(each.person.slug, each.here, each.there) for each in found] == [
        ("karl-radek", "supported by Karl Radek", "supporter of Ivar Smilga"),
        ("leon-trotsky", "supporter of Leon Trotsky", "supported by Ivar Smilga"),
    ]
    assert found[1].remark == "Leon Trotsky: supported by Ivar Smilga"


def test_relationships_that_do_not_count_stand_apart_and_come_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    smilga, bond = cast.person(), {"role": cast.role("supporter-of")}
    for slug, columns in (
        ("zinaida", {}),
        ("andrei", {"polarity": "denied"}),
        ("boris", {"polarity": "silent"}),
        ("vasili", {"rank": "deprecated", "rank_reason": "A slip."}),
        ("yakov", {"certainty": "possible"}),
    ):
        cast.claim(
            "relationship", person=cast.person(slug), related_person=smilga, **bond, **columns
        )
    found = relationships(bonds(smilga))
    assert [each.person.slug for each in found.affirmed] == ["yakov", "zinaida"]
    assert [each.person.slug for each in found.apart] == ["andrei", "boris", "vasili"]
    assert found.more == 0
    monkeypatch.setattr("prosopography.queries.relationships.MOST_RELATIONSHIPS", 3)
    few = relationships(bonds(smilga))
    assert [[each.person.slug for each in part] for part in (few.affirmed, few.apart)] == [
        ["yakov", "zinaida"],
        ["andrei"],
    ]
    assert few.more == 2


def answered(person: Person, body: Organisation | None, *, exact: bool) -> dict[str, str]:
    """Who overlaps, as a question has it."""
    asked: dict[str, object] = {"person": person.slug}
    if body is not None:
        asked |= {"organisation": body.slug, "exact": exact}
    found = answer(read({"overlaps_with": asked}))
    return {each.person.slug: each.match.value for each in found.slice(0, found.count)}


def test_questions_say_the_same() -> None:
    chance = random.Random(46)  # noqa: S311 -- no secret: the same record every time
    fleet = cast.organisation("baltic-fleet")
    bodies = ["baltic-fleet", *(f"part-{number}" for number in range(3))]
    for slug in bodies[1:]:
        cast.organisation(slug, part_of=fleet)
    dates = [
        "",
        "1917",
        "1917-05-04",
        "1917/1918",
        "1918/",
        "../1917",
        "1919/..",
        "1917-05/1917-06",
    ]
    persons = [f"person-{number}" for number in range(12)]
    for _ in range(60):
        more = chance.choice([{}] * 6 + [{"certainty": "possible"}, DOUBT, {"polarity": "denied"}])
        hold(chance.choice(persons), chance.choice(dates), chance.choice(bodies), **more)
    compared = 0
    for slug in persons:
        who = cast.person(slug)
        for body, exact in ((None, False), (fleet, False), (fleet, True)):
            here = {
                each.person.slug: each.match
                for each in tell(overlaps(who, body, exact=exact).found)
            }
            assert here == answered(who, body, exact=exact)
            compared += len(here)
    assert compared > 100
