"""A life in short: who it was, career, spellings, and who stands around and beside."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.models import Role, Status
from prosopography.queries.claims import public_claims
from prosopography.queries.loading import claims_naming
from prosopography.queries.neighbours import claim_neighbours, neighbours
from prosopography.queries.people import MOST_PEOPLE, people_around
from prosopography.queries.person import person_page
from prosopography.queries.sentence import plain
from prosopography.queries.who import who
from tests import cast

pytestmark = pytest.mark.django_db


def test_career_goes_office_by_office_with_the_days_that_are_sure() -> None:
    smilga = cast.person()
    body = cast.organisation("vesenkha")
    first = cast.tenure(smilga, edtf="1917-07-26", calendar="gregorian")
    member = cast.tenure(smilga, body, edtf="1921/1928", calendar="gregorian")
    again = cast.tenure(smilga, body, edtf="1924-05/", calendar="gregorian")
    undated = cast.tenure(smilga, body, edtf="")
    cast.tenure(smilga, body, edtf="1930", polarity="denied")
    cast.tenure(smilga, body, edtf="1931", status=Status.DRAFT)
    cast.tenure(cast.person("leon-trotsky"), body)
    cast.claim("life_event", person=smilga, organisation=body, role=cast.role("expelled"))
    found = [
        (
            plain(office.parts),
            [(one.claim.identifier, one.begin, one.end, one.surely) for one in office.stretches],
        )
        for office in person_page(smilga).career
    ]
    assert found == [
        ("Member, Tsentrobalt", [(first.identifier, "", "", "26 July 1917")]),
        (
            "Member, Vesenkha",
            [
                (member.identifier, "1921", "1928", "31 December 1921 – 1 January 1928"),
                (again.identifier, "May 1924", "…", ""),
                (undated.identifier, "", "", ""),
            ],
        ),
    ]
    assert [one.is_interval for one in person_page(smilga).career[1].stretches] == [
        True,
        True,
        False,
    ]
    assert [office.sources for office in person_page(smilga).career] == [1, 1]


def test_who_it_was_follows_a_rule_and_counts_nothing_doubtful() -> None:
    smilga = cast.person()
    assert person_page(smilga).who == ()
    doubt = {"identification": "doubtful", "identification_note": "Or another."}
    cast.tenure(smilga, cast.organisation("a"), edtf="1901", certainty="possible")
    cast.tenure(smilga, cast.organisation("b"), edtf="1902", **doubt)
    cast.tenure(smilga, cast.organisation("c"), edtf="1903", polarity="denied")
    cast.tenure(smilga, cast.organisation("d"), rank="deprecated", rank_reason="A slip.")
    cast.tenure(smilga, cast.organisation("e"), status=Status.DRAFT)
    assert person_page(smilga).who == ()
    plainly = cast.tenure(smilga, cast.organisation("f"), edtf="1905")
    twice = cast.tenure(smilga, cast.organisation("g"), edtf="1906")
    claims.cite(twice, source=cast.source("other"), locator="¶2")
    cast.role("chairman")
    Role.objects.filter(slug="chairman").update(sole=True)
    chair = cast.tenure(smilga, cast.organisation("h"), edtf="1907", role_slug="chairman")
    trade = cast.claim("occupation", person=smilga, role=cast.role("journalist"),
                       rank="preferred", rank_reason="What he is known for.")  # fmt: skip
    found = person_page(smilga).who
    assert [(was.text, was.claims, was.witnesses) for was in found] == [
        ("journalist", (trade.identifier,), 1),
        ("chairman, H", (chair.identifier,), 1),
        ("member, G", (twice.identifier,), 2),
    ]
    assert [(was.preferred, was.sole) for was in found] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert plainly.identifier not in str(found)


def test_who_it_was_names_offices_before_memberships_as_the_vocabulary_has_them(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    leader, member = cast.role("leader"), cast.role("member")
    Role.objects.filter(pk=cast.role("chairman").pk).update(sole=True, broader=leader)
    Role.objects.filter(pk=cast.role("leading-member").pk).update(broader=member)
    for year, slug in enumerate(("leading-member", "member", "commissar", "leader"), 1901):
        cast.tenure(cast.person(), cast.organisation(f"body-{year}"), str(year), role_slug=slug)
        found = list(claims_naming("person", cast.person().pk))
        with django_assert_num_queries(1):  # the roles
            who(found)
    assert [was.text for was in person_page(cast.person()).who] == [
        "leader, Body 1904",
        "commissar, Body 1903",
        "leading member, Body 1901",
    ]


def test_spellings_say_where_each_stands() -> None:
    smilga = cast.person()
    name = cast.name("Смилга", role=cast.role("also-known-as"), locator="¶3")
    claims.cite(name, source=cast.source(), locator="¶9")
    claims.cite(name, source=cast.source(), locator="¶9", quotation="again", stance="contradicts")
    cast.name("Smilga", source=cast.source("info-list"))
    cast.name("Secret", status=Status.DRAFT)
    cast.name("No Name", polarity="denied")
    cast.birth(named_as="Srnilga", locator="¶5")
    cast.birth(edtf="1893", named_as="Srnilga", locator="¶7")
    doubt = {"identification": "doubtful", "identification_note": "Or another."}
    cast.birth(edtf="1894", named_as="Smirnov", **doubt)
    found = [
        (each.text, each.uses, each.is_claimed,
         [(there.source.slug, there.locators) for there in each.sources])
        for each in person_page(smilga).spellings
    ]  # fmt: skip
    assert found == [
        ("Смилга", ["also known as"], True, [("smilga-article", ["¶3", "¶9"])]),
        ("Smilga", [], True, [("info-list", ["¶1"])]),
        ("Srnilga", [], False, [("smilga-article", ["¶5", "¶7"])]),
    ]


def test_people_around_are_those_most_strongly_linked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, spouse = cast.person(), cast.person("nadezhda-poluyan")
    hidden = cast.person("hidden", status=Status.DRAFT)
    bond = {"role": cast.role("spouse-of"), "person": smilga}
    cast.claim("relationship", related_person=spouse, **bond)
    cast.claim("relationship", related_person=hidden, **bond)
    cast.tenure(smilga, edtf="1917-05-01", calendar="gregorian")
    for number in range(MOST_PEOPLE):
        cast.tenure(cast.person(f"member-{number:02}"), edtf="1917-05-01", calendar="gregorian")
    # the relationships 2; which bodies, how many in them, who is there; which events; the
    # persons; the claims
    with django_assert_num_queries(8):
        people = people_around(smilga)
    named = [near.person.slug for near in people.rows]
    assert named == ["nadezhda-poluyan", *(f"member-{n:02}" for n in range(MOST_PEOPLE - 1))]
    assert (people.total, people.more) == (MOST_PEOPLE + 1, 1)
    assert [(way.by, way.label) for way in people.rows[0].ways] == [("relationship", "spouse of")]
    assert [(way.by, way.label) for way in people.rows[1].ways] == [("organisation", "Tsentrobalt")]


def test_neighbours_follow_the_order_of_the_list_and_pass_over_drafts(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.person("x-sobolev", status=Status.DRAFT)
    # Of the same name: the address decides.
    other = cast.person("ivar-smilga-2", "Ivar Smilga")
    with django_assert_num_queries(2):
        beside = neighbours(other)
    assert (beside.before, beside.after) == (smilga, trotsky)
    assert (neighbours(smilga).before, neighbours(trotsky).after) == (None, None)
    trotsky.delete()
    other.delete()
    assert not neighbours(smilga)


def test_claims_follow_the_order_of_their_source_each_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first = cast.birth(locator="¶2")
    second = cast.birth(edtf="1893", locator="¶10")
    claims.cite(first, source=cast.source(), locator="¶11")
    cast.birth(edtf="1894", locator="¶3", status=Status.DRAFT)
    cast.birth(edtf="1895", locator="¶4", source=cast.source("other"))
    third = cast.birth(edtf="1896", locator="¶12")
    loaded = {claim.pk: claim for claim in public_claims()}
    with django_assert_num_queries(2):
        beside = claim_neighbours(loaded[second.pk])
    assert beside is not None
    assert (beside.source, beside.before, beside.after) == (cast.source(), first, third)
    assert (beside.before_said, beside.after_said) == (
        "Ivar Smilga was born",
        "Ivar Smilga was born",
    )
    ends = claim_neighbours(loaded[first.pk]), claim_neighbours(loaded[third.pk])
    assert [(each.before, each.after) for each in ends if each] == [(None, second), (second, None)]
