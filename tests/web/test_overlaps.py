"""The page of who served with a person: what it says, refuses, costs, and never tells."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Status
from tests import cast
from tests.cast import hold, tied

from .reading import sections, text

pytestmark = pytest.mark.django_db

PAGE = "/persons/ivar-smilga/overlaps/"


@pytest.fixture(autouse=True)
def three() -> None:
    """One of each nearness, and a relationship."""
    hold("ivar-smilga", "1917-03-01/1917-12-31")
    hold("certain-one", "1917-05-04")
    hold("possible-one", "1917")
    hold("open-one", "1927")
    hold("gone-one", "1915/1916")
    tied("ivar-smilga", "karl-radek")


def test_persons_stand_under_how_surely_they_served_together(client: Client) -> None:
    html = text(client, PAGE)
    assert sections(html) == {
        "certain": ["certain-one"],
        "possible": ["possible-one"],
        "open": ["open-one"],
        "own": [],
        "relationships": [],
    }
    assert "certainly, for 1 to 306 days, surely on 4 May 1917" in html
    assert "Karl Radek: supported by Ivar Smilga" in html
    own = html.partition('<h2 id="own">')[2]
    assert len(re.findall(r'id="a[0-9a-z]+"', own.partition('<h2 id="relationships">')[0])) == 1


def test_denied_relationships_stand_apart_marked_and_are_not_counted(client: Client) -> None:
    bond = {"role": cast.role("supporter-of"), "related_person": cast.person()}
    cast.claim("relationship", person=cast.person("andrei"), polarity="denied", **bond)
    part = text(client, PAGE).partition('<h2 id="relationships">')[2]
    affirmed, _, apart = part.partition('<h3 id="no-relationships">')
    assert re.findall(r'class="count">(\d+)<', affirmed) == ["1"]
    assert re.findall(r'class="count">(\d+)<', apart) == ["1"]
    assert re.findall(r'<li class="claim([^"]*)"', affirmed) == [""]
    assert re.findall(r'<li class="claim([^"]*)"', apart) == [" is-denied"]
    assert '<span class="sign sign-denied">denied</span>' in apart
    assert "And 1 more" not in part


def test_many_relationships_are_cut_short(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    bond = {"role": cast.role("supporter-of"), "related_person": cast.person()}
    cast.claim("relationship", person=cast.person("andrei"), **bond)
    monkeypatch.setattr("prosopography.queries.relationships.MOST_RELATIONSHIPS", 1)
    part = text(client, PAGE).partition('<h2 id="relationships">')[2]
    assert re.findall(r'class="count">(\d+)<', part) == ["2"]
    assert part.count('<li class="claim') == 1
    assert 'And 1 more, on <a href="/persons/ivar-smilga/">' in part


def test_list_is_narrowed_by_body_and_by_how_surely(client: Client) -> None:
    hold("ivar-smilga", "1918", "staff")
    hold("staff-one", "1918", "staff")
    html = text(client, f"{PAGE}?organisation=staff&exact=true")
    assert sections(html)["possible"] == ["staff-one"]
    assert re.findall(r'<option value="([a-z-]+)" selected>', html) == ["staff", "true"]
    certain = sections(text(client, f"{PAGE}?match=certain"))
    assert (list(certain), certain["certain"]) == (
        ["certain", "own", "relationships"],
        ["certain-one"],
    )
    empty = text(client, "/persons/karl-radek/overlaps/")
    assert "The record has nobody who served with Karl Radek." in empty


def test_list_has_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.web.overlaps.PAGE_OF_COMPANIONS", 2)
    second = text(client, f"{PAGE}?page=2")
    assert sections(second) == {"open": ["open-one"], "own": []}
    assert '<link rel="prev" href="?page=1">' in second
    assert client.get(f"{PAGE}?page=3").status_code == 404


def test_former_address_leads_to_this_page_at_the_new_one(client: Client) -> None:
    row.revise(cast.person(), slug="ivars-smilga")
    response = client.get(f"{PAGE}?match=certain")
    assert (response.status_code, response["Location"]) == (
        301,
        "/persons/ivars-smilga/overlaps/?match=certain",
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("organisation=nothing", "The record has no organisation “nothing”"),
        ("organisation=hidden-body", "The record has no organisation “hidden-body”"),
        ("exact=1", "“exact” is “true” or “false”"),
        ("match=sure", "“match” is “certain” or “possible”"),
        ("page=x", "“page” is the number of a page"),
        ("date=1917", "This page knows no parameter “date”."),
    ],
)
def test_what_cannot_be_read_is_refused(client: Client, query: str, sentence: str) -> None:
    cast.organisation("hidden-body", status=Status.DRAFT)
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_nobody_unknown_or_hidden_has_the_page(client: Client) -> None:
    cast.person("hidden", status=Status.DRAFT)
    assert [
        client.get(f"/persons/{slug}/overlaps/").status_code for slug in ("nobody", "hidden")
    ] == [
        404,
        404,
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_hidden_is_told(client: Client, status: str) -> None:
    before = text(client, PAGE)
    hold("zzsecret", "1917", status=status)
    hold("certain-one", "1917-06", value="zzsecret", status=status)
    hold("ivar-smilga", "1917-06", "zzsecret-body", status=status)
    hold("certain-one", "1917-06", "zzsecret-body")
    cast.person("zzsecret-person", status=status)
    hold("zzsecret-person", "1917")
    hold("uncited", "1917", cited=False)
    bond = {"role": cast.role("supporter-of")}
    for who, status_of in (
        (cast.person("zzsecret-person"), "published"),
        (cast.person("x"), status),
    ):
        cast.claim(
            "relationship", person=cast.person(), related_person=who, status=status_of, **bond
        )
    assert text(client, PAGE) == before


def test_page_costs_the_same_at_one_row_and_at_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    radek = cast.person("karl-radek")
    for number in (1, 3):
        for each in range(number):
            hold(f"person-{number}-{each}", "1917")
            cast.claim(
                "relationship", person=radek, related_person=cast.person(),
                role=cast.role("supporter-of"),
            )  # fmt: skip
        # the person; the tenures, those of the bodies; the claims, their citations, whom else they
        # may mean, the bodies; what is offered 3; the relationships 5
        with django_assert_num_queries(15):
            client.get(PAGE)
        # and the body 2, its parts
        with django_assert_num_queries(18):
            client.get(f"{PAGE}?organisation=tsentrobalt")
