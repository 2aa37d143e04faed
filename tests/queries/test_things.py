"""The pages of organisations and roles: what they show, and what they must not."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.queries.organisation import organisation_page, organisations
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
    # the tree (3), the body (4), its conflicts (none), members and mentions (5 each), its tenures (2)
    # and what else tells of them (4), the axis (4), the day, the offices (2), what it shares (3), the
    # sources (2), identifiers, what is beside it (2)
    with django_assert_num_queries(38):
        page = organisation_page(party)
    assert own(page.own) == {
        "Existences": ["Founded"],
        "Names": ["Bolsheviks"],
        "Descriptions": ["A party of a new type"],
    }
    assert under(page.members.rows) == {
        "Member": ["Ivar Smilga – member", "Leon Trotsky – member, Central Committee"]
    }
    [members] = page.members.rows
    assert [claim.of_part for claim in members.claims] == [None, committee]
    assert [plain(claim.parts) for claim in page.existence] == ["Founded"]
    assert flat(page.mentions) == ["Ivar Smilga – expelled: Bolshevik Party"]
    assert (page.branch.above, page.branch.parts) == ([], [committee])
    assert organisation_page(committee).branch.above == [party]


def test_organisation_page_marks_members_about_whom_sources_disagree() -> None:
    body = cast.organisation()
    cast.tenure(cast.person(), body)
    cast.tenure(cast.person("leon-trotsky"), body)
    cast.tenure(cast.person(), body, polarity="denied", edtf="")
    page = organisation_page(body)
    [members] = page.members.rows
    assert {plain(claim.parts): claim.disputed for claim in members.claims} == {
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


def test_role_page_shows_every_public_claim_that_uses_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    head = cast.role("head")
    chairman = cast.role("chairman", broader=head)
    cast.tenure(role_slug="chairman")
    cast.tenure(cast.person("hidden", status=Status.DRAFT), role_slug="chairman")
    cast.tenure(cast.person("leon-trotsky"), role_slug="chairman", status=Status.DRAFT)
    # the tree (3), its tenures (2) and what else tells of them (3), the axis (3), the day, the bodies,
    # the claims (5), what is beside it (2)
    with django_assert_num_queries(20):
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
    assert [under(page.rows) for page in shown] == [
        {"Member": ["Member 0 – member", "Member 1 – member"]},
        {"Member": ["Member 2 – member", "Member 3 – member"]},
        {"Member": ["Member 4 – member"]},
    ]
    assert {page.total for page in shown} == {5}
