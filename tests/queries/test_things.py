"""The pages of organisations, events, places and roles: what they show, and what they must not."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.event import event_page, events
from prosopography.queries.organisation import organisation_page, organisations
from prosopography.queries.place import place_page, places
from prosopography.queries.role import role_page, roles
from prosopography.queries.sections import Group, Own
from prosopography.queries.sentence import plain
from prosopography.queries.slices import Slice
from tests import cast

pytestmark = pytest.mark.django_db


def flat(page: Slice) -> list[str]:
    return [plain(claim.parts) for claim in page.rows]


def under(groups: list[Group]) -> dict[str, list[str]]:
    return {group.title: [plain(claim.parts) for claim in group.claims] for group in groups}


def own(shown: Own) -> dict[str, list[str]]:
    return under(shown.groups)


def test_organisation_page_shows_the_body_its_members_and_its_parts(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    party = cast.organisation("bolshevik-party")
    committee = cast.organisation("central-committee", part_of=party)
    cast.tenure(trotsky, committee, edtf="1917-07")
    cast.tenure(smilga, party, edtf="1907", role_slug="member")
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), organisation=party)
    cast.claim("name", organisation=party, value="Bolsheviks")
    cast.claim("description", organisation=party, value="a party of a new type")
    cast.claim("existence", organisation=party, role=cast.role("founded"), edtf="1912")
    # the tree (2), the body (4), its conflicts (none), members and mentions (5 each), identifiers
    with django_assert_num_queries(18):
        page = organisation_page(party)
    assert own(page.own) == {
        "Existences": ["Founded"],
        "Names": ["Bolsheviks"],
        "Descriptions": ["A party of a new type"],
    }
    assert flat(page.members) == [
        "Ivar Smilga – member",
        "Leon Trotsky – member, Central Committee",
    ]
    assert [claim.of_part for claim in page.members.rows] == [None, committee]
    assert flat(page.mentions) == ["Ivar Smilga – expelled: Bolshevik Party"]
    assert (page.branch.above, page.branch.parts) == ([], [committee])
    assert organisation_page(committee).branch.above == [party]


def test_organisation_page_marks_members_about_whom_sources_disagree() -> None:
    body = cast.organisation()
    cast.tenure(cast.person(), body)
    cast.tenure(cast.person("leon-trotsky"), body)
    cast.tenure(cast.person(), body, polarity="denied", edtf="")
    page = organisation_page(body)
    assert {plain(claim.parts): claim.disputed for claim in page.members.rows} == {
        "Ivar Smilga – member": True,
        "Ivar Smilga – not: member": True,
        "Leon Trotsky – member": False,
    }


def test_organisation_page_shows_no_draft_from_any_side() -> None:
    body = cast.organisation()
    secret = cast.organisation("secret-bureau", part_of=body, status=Status.DRAFT)
    cast.tenure(cast.person(), body, status=Status.DRAFT)
    cast.tenure(cast.person("hidden", status=Status.DRAFT), body)
    cast.tenure(cast.person(), secret)
    cast.tenure(cast.person(), cast.organisation("cell-of-the-bureau", part_of=secret))
    cast.claim("name", organisation=body, value="Secret", status=Status.REVIEW)
    page = organisation_page(body)
    assert (own(page.own), page.members.total, page.mentions.total) == ({}, 0, 0)
    assert page.branch.parts == []


def test_organisations_come_with_their_number_of_public_claims() -> None:
    body = cast.organisation(part_of=cast.organisation("secret", status=Status.DRAFT))
    cast.tenure(what=body)
    cast.tenure(what=body, status=Status.DRAFT)
    assert [(each.slug, each.claim_count) for each in organisations()] == [("tsentrobalt", 1)]


def test_event_page_shows_participants_by_role(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    congress = cast.event("congress")
    session = cast.event("secret-session", part_of=congress)
    speaker = cast.role("speaker", joins="event", lasting=False)
    cast.claim("participation", person=trotsky, event=congress, role=speaker)
    cast.claim("participation", person=smilga, event=congress, role=cast.role("signatory"))
    cast.claim("participation", person=smilga, event=session, role=speaker)
    cast.claim("occurrence", event=congress, edtf="1927-12-02/1927-12-19")
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), event=congress)
    # the tree (2), the event (4), its conflicts (none), participants and mentions (5 each), identifiers
    with django_assert_num_queries(18):
        page = event_page(congress)
    assert own(page.own) == {"Occurrences": ["Took place"]}
    assert under(page.participants.rows) == {
        "Signatory": ["Ivar Smilga – signatory"],
        "Speaker": ["Ivar Smilga – speaker, Secret Session", "Leon Trotsky – speaker"],
    }
    assert flat(page.mentions) == ["Ivar Smilga – expelled, Congress"]
    assert page.branch.parts == [session]


def test_event_page_shows_no_draft_from_any_side() -> None:
    congress = cast.event()
    cast.event("secret-session", part_of=congress, status=Status.DRAFT)
    cast.signature(status=Status.DRAFT)
    cast.signature(cast.person("hidden", status=Status.DRAFT))
    cast.claim("occurrence", event=congress, edtf="1923", status=Status.RETRACTED)
    page = event_page(congress)
    assert (own(page.own), page.participants.total, page.branch.parts) == ({}, 0, [])
    assert [each.claim_count for each in events()] == [0]


def test_place_page_shows_who_and_what_was_there(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    latvia = cast.place("latvia")
    aloja = cast.place("aloja", part_of=latvia)
    cast.birth(place=aloja)
    cast.claim("residence", person=cast.person(), place=latvia)
    cast.claim("occurrence", event=cast.event(), place=latvia)
    cast.claim("name", place=latvia, value="Livonia")
    cast.birth(cast.person("hidden", status=Status.DRAFT), place=latvia)
    cast.birth(place=latvia, status=Status.DRAFT)
    # the tree (2), the place (4), the claims (5), identifiers
    with django_assert_num_queries(12):
        page = place_page(latvia)
    assert own(page.own) == {"Names": ["Livonia"]}
    assert under(page.claims.rows) == {
        "Births": ["Ivar Smilga was born in Aloja"],
        "Residences": ["Ivar Smilga lived in Latvia"],
        "Occurrences": ["Declaration Of The 46 took place in Latvia"],
    }
    assert {each.slug: each.claim_count for each in places()} == {"aloja": 1, "latvia": 3}


def test_role_page_shows_every_public_claim_that_uses_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    head = cast.role("head")
    chairman = cast.role("chairman", broader=head)
    cast.tenure(role_slug="chairman")
    cast.tenure(cast.person("hidden", status=Status.DRAFT), role_slug="chairman")
    cast.tenure(cast.person("leon-trotsky"), role_slug="chairman", status=Status.DRAFT)
    # the tree (2), the claims (5)
    with django_assert_num_queries(7):
        page = role_page(chairman)
    assert flat(page.claims) == ["Ivar Smilga – chairman, Tsentrobalt"]
    assert (page.branch.above, role_page(head).branch.parts) == ([head], [chairman])
    assert {each.slug: each.claim_count for each in roles()} == {"chairman": 1, "head": 0}


def test_long_lists_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.sections.PAGE_OF_CLAIMS", 2)
    body = cast.organisation()
    for number in range(5):
        cast.tenure(cast.person(f"member-{number}"), body, edtf=f"190{number}")
    shown = [organisation_page(body, members=number).members for number in (1, 2, 3)]
    assert [flat(page) for page in shown] == [
        ["Member 0 – member", "Member 1 – member"],
        ["Member 2 – member", "Member 3 – member"],
        ["Member 4 – member"],
    ]
    assert {page.total for page in shown} == {5}
