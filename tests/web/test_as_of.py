"""The page and the table of a day: what they say, refuse, cost, and never tell."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Status
from tests import cast

from .links import broken
from .reading import (
    assert_asks_nothing_while_written,
    assert_citable,
    assert_well_made,
    sections,
    text,
)

pytestmark = pytest.mark.django_db

PAGE = "/as-of/?organisation=tsentrobalt&role=member&date=1925-06-15"
TABLE = PAGE.replace("/?", "/download.csv?")
ADDRESSES = (
    "/as-of/",
    "/as-of/?date=1917",
    "/as-of/?organisation=tsentrobalt",
    "/as-of/?role=member",
    PAGE,
    "/as-of/?organisation=tsentrobalt&date=1925",
    "/as-of/?role=member&date=1925-05&calendar=julian&exact=true&doubtful=exclude",
    "/as-of/?organisation=tsentrobalt&date=1700",
)


@pytest.fixture(autouse=True)
@cast.at_once()
def five() -> None:
    """One person in each class, one who had gone, one disputed."""
    for slug, edtf in (
        ("attested-later", "1930"),
        ("attested-earlier", "1917"),
        ("here", "1921/1928"),
        ("perhaps-here", "1925-06/1926"),
        ("never-dated", ""),
        ("over-by-then", "1919/1920"),
    ):
        hold(slug, edtf)
    hold("here", "", polarity="denied", source=cast.source("other"))


def hold(slug: str, edtf: str, **columns: Any) -> None:
    cast.tenure(cast.person(slug), edtf=edtf, calendar="gregorian", **columns)


def test_persons_stand_under_their_classes(client: Client) -> None:
    assert sections(text(client, PAGE)) == {
        "certain": ["here"],
        "possible": ["perhaps-here"],
        "attested_before": ["attested-earlier"],
        "attested_after": ["attested-later"],
        "undated": ["never-dated"],
    }


def test_what_is_against_stands_beside_and_is_marked(client: Client) -> None:
    html = text(client, PAGE)
    holder = html.partition("/persons/here/")[2].partition("</article>")[0]
    assert "disputed</span>" in holder
    assert "Claims that deny it:" in holder
    assert html.count("Claims that deny it:") == 1


def test_a_day_is_told_in_both_calendars(client: Client) -> None:
    head = text(client, PAGE).partition("</header>\n<form")[0]
    told = re.sub(r"<[^>]+>", "", head.rpartition("<h1>")[2])
    assert "15 June 1925 Gregorian = 2 June 1925 Julian" in told
    year = text(client, "/as-of/?organisation=tsentrobalt&date=1925")
    assert "On some day of that time, in the Gregorian calendar" in year


def test_ways_through_time_keep_the_question(client: Client) -> None:
    html = text(client, PAGE)
    ways = re.findall(r'href="\?([^"]+)" rel="nofollow"', html)
    dates = [way.replace("organisation=tsentrobalt&amp;role=member&amp;date=", "") for way in ways]
    assert dates == [
        "1925-06-14", "1925-06-16", "1925-05-15", "1925-07-15", "1924-06-15", "1926-06-15",
        "1925-05-31", "1925-06-30",
    ]  # fmt: skip
    assert "The answer is the same from 1 June 1925 to 29 June 1925." in html
    julian = text(client, f"{PAGE.replace('1925-06-15', '1925-06-02')}&calendar=julian")
    assert "The answer is the same from 19 May 1925 to 16 June 1925." in julian
    assert [client.get(f"/as-of/?{way.replace('&amp;', '&')}").status_code for way in ways] == (
        [200] * len(ways)
    )


def test_one_day_gives_the_same_persons_in_both_calendars(client: Client) -> None:
    julian = f"{PAGE.replace('1925-06-15', '1925-06-02')}&calendar=julian"
    assert sections(text(client, julian)) == sections(text(client, PAGE))


def test_without_a_date_the_page_tells_of_which_time_the_claims_speak(client: Client) -> None:
    html = text(client, "/as-of/?organisation=tsentrobalt&role=member")
    told = re.sub(r"<[^>]+>", "", html.partition('<p role="status">')[2].partition("</p>")[0])
    assert told == (
        "6 claims tell who held it. Give a date. The claims speak of this time: "
        "1 January 1917 – 31 December 1930."
    )


def test_an_empty_form_says_what_to_ask_and_not_that_nothing_is_known(client: Client) -> None:
    html = text(client, "/as-of/?organisation=&role=&date=")
    assert re.findall(r'<p role="status">(.*?)</p>', html) == [
        "Choose an organisation, a role, or both, and give a date."
    ]


def test_without_an_office_examples_are_offered(client: Client) -> None:
    html = text(client, "/as-of/?date=1917")
    assert "without either, the answer for 1917 would be everybody" in html
    assert 'href="?date=1930-12-31&amp;organisation=tsentrobalt"' in html
    assert sections(html) == {"lacking": []}


def test_form_keeps_what_was_asked(client: Client) -> None:
    html = text(client, f"{PAGE}&calendar=julian&exact=true&doubtful=exclude")
    chosen = re.findall(r'<option value="([a-z-]+)" selected>', html)
    assert chosen == ["tsentrobalt", "member", "julian", "true", "exclude"]
    assert 'name="date" value="1925-06-15"' in html


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("organisation=nothing&date=1917", "The record has no organisation “nothing”."),
        ("organisation=hidden-body&date=1917", "The record has no organisation “hidden-body”."),
        ("role=signatory&date=1917", "The role “signatory” is not one that is held"),
        ("role=member&date=1917-02-30", "“date” cannot be read:"),
        ("role=member&date=yesterday", "“date” cannot be read:"),
        ("role=member&date=../..", "“date” cannot be read:"),
        ("role=member&date=1917&calendar=unknown", "“calendar” is “gregorian” or “julian”"),
        ("role=member&date=1917&exact=1", "“exact” is “true” or “false”"),
        ("role=member&date=1917&page=x", "“page” is the number of a page"),
        ("role=member&data=1917", "This page knows no parameter “data”."),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_look_of_the_site(
    client: Client, query: str, sentence: str
) -> None:
    cast.organisation("hidden-body", status=Status.DRAFT)
    cast.role("signatory")
    response = client.get(f"/as-of/?{query}")
    assert response.status_code == 400
    assert sentence in response.content.decode()
    if "page" not in query:
        assert client.get(f"/as-of/download.csv?{query}").status_code == 400


def test_table_has_a_row_for_each_claim(client: Client) -> None:
    response = client.get(TABLE)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="as-of.csv"'
    assert response.streaming
    found = list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"))))
    assert [(each["standing"], each["claim_standing"], each["person"]) for each in found] == [
        ("certain", "certain", "here"),
        ("certain", "against", "here"),
        ("possible", "possible", "perhaps-here"),
        ("attested_before", "attested_before", "attested-earlier"),
        ("attested_after", "attested_after", "attested-later"),
        ("undated", "undated", "never-dated"),
    ]
    assert client.get("/as-of/download.csv?role=member").status_code == 400
    assert client.get("/as-of/download.csv?date=1917").status_code == 400


def test_formulas_in_the_record_stay_text(client: Client) -> None:
    hold("formula", "1925", date_text="=HYPERLINK(A1)")
    found = list(csv.DictReader(StringIO(client.get(TABLE).getvalue().decode("utf-8-sig"))))
    assert "'=HYPERLINK(A1)" in [each["date_text"] for each in found]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_hidden_is_told(client: Client, status: str) -> None:
    before = [text(client, address) for address in (*ADDRESSES, TABLE)]
    hold("zzsecret", "1925", status=status)
    hold("here", "1925", value="zzsecret", status=status)
    hold("attested-later", "1925", polarity="denied", note="zzsecret", status=status)
    hold("here", "1931", value="zzsecret", cited=False)
    hold("here", "1931", source=cast.source("zzsecret-source", status=status))
    part = cast.organisation("zzsecret-part", part_of=cast.organisation(), status=status)
    cast.tenure(cast.person("here"), part, edtf="1925")
    assert [text(client, address) for address in (*ADDRESSES, TABLE)] == before


def test_answer_costs_the_same_at_one_row_and_at_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = cast.organisation("body")
    for number in (1, 3):
        for each in range(number):
            who = cast.person(f"person-{number}-{each}")
            cast.tenure(who, body, edtf="1921/1928")
            cast.tenure(who, body, edtf="", polarity="denied")
        # body and role 2 each; offered 2; their parts 2; the claims in short; the tree of bodies,
        # entering and leaving, deaths; the claims in full, their citations, whom else these may mean
        with django_assert_num_queries(15):
            client.get("/as-of/?organisation=body&role=member&date=1925")
        # the same without what is offered
        with django_assert_num_queries(13):
            client.get("/as-of/download.csv?organisation=body&role=member&date=1925").getvalue()
        # body 2; offered 2; its parts, the claims in short
        with django_assert_num_queries(6):
            client.get("/as-of/?organisation=body")
        # offered 2; which bodies, their days, their rows
        with django_assert_num_queries(5):
            client.get("/as-of/")


def test_pages_ask_nothing_while_they_are_written(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ADDRESSES:
        assert_asks_nothing_while_written(rf, address, django_assert_num_queries)


def test_pages_are_valid_citable_and_the_same_for_everybody(client: Client) -> None:
    public = {address: text(client, address) for address in ADDRESSES}
    client.force_login(get_user_model().objects.create_superuser("editor"))
    for address, html in public.items():
        assert_well_made(html, address)
        assert_citable(client, html, address)
        [description] = re.findall(r'<meta name="description" content="([^"]+)">', html)
        assert 20 < len(description) < 300
        assert text(client, address) == html


def test_links_lead_somewhere(client: Client) -> None:
    assert broken(client, ADDRESSES) == {}


def test_organisation_and_role_lead_here(client: Client) -> None:
    assert 'href="/as-of/?organisation=tsentrobalt"' in text(client, "/organisations/tsentrobalt/")
    assert 'href="/as-of/?role=member"' in text(client, "/roles/member/")
    cast.role("signatory")
    assert "/as-of/?" not in text(client, "/roles/signatory/")


def test_an_old_slug_is_understood(client: Client) -> None:
    row.revise(cast.organisation(), slug="the-new-slug")
    assert sections(text(client, PAGE))["certain"] == ["here"]


def test_long_answers_come_in_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.web.as_of.PAGE_OF_PERSONS", 2)
    first, last = text(client, PAGE), text(client, f"{PAGE}&page=3")
    assert sections(first) == {"certain": ["here"], "possible": ["perhaps-here"]}
    assert sections(last) == {"undated": ["never-dated"]}
    assert "1 to 2 of 5 persons" in first
    assert client.get(f"{PAGE}&page=4").status_code == 404


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    date=st.text(max_size=12)
    | st.sampled_from(("9999-12-31", "-9999-01-01", "Y170000002", "[..1917]", "1917/..", "XXXX"))
    | st.from_regex(r"-?[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?", fullmatch=True),
    calendar=st.sampled_from(("gregorian", "julian")),
)
def test_no_date_breaks_the_page(client: Client, date: str, calendar: str) -> None:
    asked = {"organisation": "tsentrobalt", "date": date.encode(errors="replace").decode()}
    for address in ("/as-of/", "/as-of/download.csv", "/api/v1/as-of/"):
        response = client.get(address, {**asked, "calendar": calendar})
        assert response.status_code in (200, 400)


def test_the_date_may_be_in_words_and_is_kept_in_edtf(client: Client) -> None:
    """A calendar that the words tell goes before the one that is chosen."""
    spoken = PAGE.replace("1925-06-15", "15+June+1925")
    assert text(client, spoken).count('value="1925-06-15"') == 1
    assert sections(text(client, spoken)) == sections(text(client, PAGE))
    julian = text(client, PAGE.replace("1925-06-15", "25+October+1917+O.S."))
    assert "date=1917-10-25&amp;calendar=julian" in julian
    assert "There is no 31 February" in text(client, PAGE.replace("1925-06-15", "31+Feb+1925"), 400)
