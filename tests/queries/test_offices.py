"""The offices of a body in short, what it shares members with, what is below it: bounded, public."""

import json

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Organisation, Status
from prosopography.queries.address import visible
from prosopography.queries.offices import OfficeInShort, offices_in_short
from prosopography.queries.questions import answer, read_text
from prosopography.queries.shared_members import shared_members
from prosopography.queries.tenures import Office, tenures
from prosopography.queries.tree import branch
from prosopography.queries.twigs import Twig, twigs
from tests import cast

pytestmark = pytest.mark.django_db


def hold(slug: str, edtf: str, role: str = "chairman", **columns: object) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, role_slug=role, calendar="gregorian", **columns)


def offices() -> list[OfficeInShort]:
    body = Organisation.objects.get(slug="tsentrobalt")
    return offices_in_short(body, tenures(Office(body, None)))


def test_offices_tell_their_holders_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    hold("second", "1922/1923", certainty="probable")
    hold("first", "1919-01-01/1920")
    hold("attested", "1930")
    hold("undated", "")
    hold("first", "1919", polarity="denied")
    for each in range(3):
        hold(f"member-{each}", "1917", "member")
    part = cast.organisation("staff", part_of=cast.organisation())
    hold("of-the-part", "1917", what=part)
    hold("draft", "1917", status=Status.DRAFT)
    monkeypatch.setattr("prosopography.queries.offices.MOST_HOLDERS", 4)
    told, members = offices()
    assert (told.role.slug, told.persons, members.role.slug, members.persons) == (
        "chairman", 4, "member", 3,
    )  # fmt: skip
    assert [
        (each.person.slug, each.undated, each.certain, each.disputed) for each in told.holders
    ] == [
        ("first", False, True, True),
        ("second", False, False, False),
        ("attested", False, True, False),
        ("undated", True, True, False),
    ]
    first, _, attested, _ = told.holders
    assert (first.began, first.ended, first.attested) == (
        "on 1 January 1919", "between 1 January 1920 and 31 December 1920", None,
    )  # fmt: skip
    assert attested.attested == ("1 January 1930", "31 December 1930")
    monkeypatch.setattr("prosopography.queries.offices.MOST_HOLDERS", 3)
    assert [(each.persons, len(each.holders)) for each in offices()] == [(4, 0), (3, 3)]


@pytest.mark.parametrize("number", [1, 3])
def test_offices_and_shared_members_cost_the_same_at_one_row_and_at_three(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number):
        hold(f"head-{each}", "1917", f"office-{each}")
        hold(f"head-{each}", "1917", what=cast.organisation(f"other-{each}"))
    body = Organisation.objects.get(slug="tsentrobalt")
    read = tenures(Office(body, None))
    # the roles, the persons
    with django_assert_num_queries(2):
        assert len(offices_in_short(body, read)) == number
    # the tenures of these persons, the tree, the bodies
    with django_assert_num_queries(3):
        found = shared_members(body, {each.person for each in read.affirmed})
    assert found is not None
    assert len(found) == number


def test_shared_members_are_those_of_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    party = cast.organisation("party")
    body = cast.organisation("tsentrobalt", part_of=party)
    fleet = cast.organisation("fleet")
    ship = cast.organisation("ship", part_of=fleet)
    one, two, three = (cast.person(f"sailor-{each}") for each in range(3))
    for person in (one, two, three):
        cast.tenure(person, body)
    cast.tenure(one, party)  # what the body is part of says nothing new
    cast.tenure(one, fleet, edtf="1905")
    cast.tenure(two, ship)
    cast.tenure(two, ship, role_slug="chairman")  # the same person does not count twice
    cast.tenure(three, fleet, polarity="denied")
    cast.tenure(three, ship, status=Status.DRAFT)
    cast.tenure(three, ship, rank="deprecated", rank_reason="A slip.")
    cast.tenure(three, cast.organisation("secret", status=Status.DRAFT))
    cast.tenure(cast.person("stranger"), fleet)
    found = shared_members(body, {one.pk, two.pk, three.pk})
    assert found is not None
    assert [(each.organisation.slug, each.persons) for each in found] == [("fleet", 2), ("ship", 1)]
    assert [len(answer(read_text(each.question)).keys) for each in found] == [2, 1]
    assert json.loads(found[0].question) == {
        "all": [
            {"assertion": {"kind": "tenure", "organisation": "tsentrobalt"}},
            {"assertion": {"kind": "tenure", "organisation": "fleet"}},
        ]
    }
    monkeypatch.setattr("prosopography.queries.shared_members.MOST_PERSONS", 2)
    assert shared_members(body, {one.pk, two.pk, three.pk}) is None


def nested(found: list[Twig]) -> dict[str, object]:
    return {each.row.slug: nested(each.twigs) for each in found}


def test_twigs_are_all_that_is_below(
    django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    cast.organisation("bureau", part_of=committee)
    cast.organisation("cell", part_of=party)
    cast.organisation("secret", part_of=party, status=Status.DRAFT)
    within = branch(party, visible(Organisation)).within
    with django_assert_num_queries(1):
        found = twigs(party, visible(Organisation), within)
    assert nested(found.twigs) == {"cell": {}, "committee": {"bureau": {}}}
    assert (found.total, found.shown, found.more, found.deep) == (3, 3, 0, True)
    monkeypatch.setattr("prosopography.queries.twigs.MOST_TWIGS", 2)
    few = twigs(party, visible(Organisation), within)
    assert (nested(few.twigs), few.more, few.deep) == ({"cell": {}, "committee": {}}, 1, False)
