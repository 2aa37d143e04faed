"""The page of a succession: order, what lies between, refusals, cost, and nothing hidden."""

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from tests import cast

from .links import broken
from .reading import assert_asks_nothing_while_written, assert_citable, assert_well_made, text

pytestmark = pytest.mark.django_db

PAGE = "/succession/?organisation=tsentrobalt&role=chairman"
ADDRESSES = (
    "/succession/",
    "/succession/?organisation=tsentrobalt",
    "/succession/?role=chairman",
    PAGE,
    f"{PAGE}&exact=true&doubtful=exclude",
)


@pytest.fixture(autouse=True)
def three() -> None:
    """Two chairmen with a gap, one without a date, one denied."""
    chair("second", "1922/1923", certainty="probable")
    chair("first", "1919/1920")
    chair("third", "1924-01-01/")
    chair("undated", "")
    chair("first", "", polarity="denied", source=cast.source("other"))


def chair(slug: str, edtf: str, **columns: Any) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, role_slug="chairman", calendar="gregorian", **columns)


def test_holders_stand_in_order_with_what_lies_between(client: Client) -> None:
    html = text(client, PAGE)
    told = re.findall(
        r'<li class="between between-(\w+)">|<h2><a href="/persons/([a-z-]+)/">', html
    )
    assert [between or slug for between, slug in told] == [
        "first", "possible_gap", "second", "possible_gap", "third", "undated",
    ]  # fmt: skip
    assert html.count("not certain</span>") == 1
    assert html.count("disputed</span>") == html.count("Claims that deny it:") == 1
    assert "Began on 1 January 1924; ended on 1 January 1924 or later." in html
    assert "4 tenures, 1 without a date." in html


def test_without_an_office_those_are_offered_that_are_attested(client: Client) -> None:
    html = text(client, "/succession/?organisation=tsentrobalt")
    assert 'href="/succession/?organisation=tsentrobalt&amp;role=chairman"' in html
    assert '<span class="count">4</span>' in html


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("organisation=nothing&role=chairman", "The record has no organisation “nothing”."),
        ("organisation=tsentrobalt&role=signatory", "is not one that is held"),
        ("organisation=tsentrobalt&date=1917", "This page knows no parameter “date”."),
    ],
)
def test_what_cannot_be_read_is_refused(client: Client, query: str, sentence: str) -> None:
    cast.role("signatory")
    response = client.get(f"/succession/?{query}")
    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_nothing_hidden_is_told(client: Client) -> None:
    before = [text(client, address) for address in ADDRESSES]
    chair("zzsecret", "1921", status=Status.DRAFT)
    chair("first", "1921", status=Status.REVIEW)
    chair("second", "1922", polarity="denied", note="zzsecret", status=Status.RETRACTED)
    chair("second", "1922", cited=False)
    body = cast.organisation("zzsecret-body", part_of=cast.organisation(), status=Status.DRAFT)
    cast.tenure(cast.person("first"), body, edtf="1921", role_slug="chairman")
    assert [text(client, address) for address in ADDRESSES] == before


def test_page_costs_the_same_at_one_row_and_at_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = cast.organisation("body")
    for number in (1, 3):
        for each in range(number):
            who = cast.person(f"person-{number}-{each}")
            cast.tenure(who, body, edtf="1921/1928")
            cast.tenure(who, body, edtf="", polarity="denied")
        # body and role 2 each; offered 2; their parts 2; the claims in short; the claims in full,
        # their citations, whom else these may mean
        with django_assert_num_queries(12):
            client.get("/succession/?organisation=body&role=member")
        # body 2; offered 2; its parts, the claims in short; bodies, roles
        with django_assert_num_queries(8):
            client.get("/succession/?organisation=body")


def test_pages_are_valid_and_ask_nothing_while_they_are_written(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ADDRESSES:
        assert_asks_nothing_while_written(rf, address, django_assert_num_queries)
        html = text(client, address)
        assert_well_made(html, address)
        assert_citable(client, html, address)


def test_links_lead_somewhere(client: Client) -> None:
    assert broken(client, ADDRESSES) == {}


def test_long_successions_come_in_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.web.succession.PAGE_OF_HOLDERS", 3)
    assert re.findall(r'<h2><a href="/persons/([a-z-]+)/">', text(client, f"{PAGE}&page=2")) == [
        "undated"
    ]
    assert client.get(f"{PAGE}&page=3").status_code == 404
