"""The timeline of the record as a page: overview, a month with its evidence, what it refuses."""

import re

import pytest
from django.test import Client

from prosopography.models import Status
from tests import cast

from .reading import well_made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few() -> None:
    """A congress with a session; an expulsion in its month and one in its year; two lives."""
    congress = cast.event("congress")
    session = cast.event("session", part_of=congress)
    cast.claim("occurrence", event=congress, edtf="1927-12")
    cast.claim("occurrence", event=session, edtf="1927-12-18")
    for slug, edtf in (("ivar-smilga", "1927-12"), ("karl-radek", "1927")):
        role = cast.role("expelled")
        cast.claim("life_event", person=cast.person(slug), role=role, event=congress, edtf=edtf)
        cast.birth(cast.person(slug), "1892")
    cast.claim("death", person=cast.person(), edtf="1937")
    secret = cast.event("secret", status=Status.DRAFT)
    cast.claim("occurrence", event=secret, edtf="1927-12")
    cast.claim("occurrence", event=congress, edtf="1666", status=Status.DRAFT)


def test_overview_has_events_with_their_parts_and_lives(client: Client) -> None:
    html = well_made(client, "/timeline/")
    drawn = re.findall(r'<a href="([^"]*)" tabindex="-1"', html)
    assert drawn == ["/events/congress/", "/persons/karl-radek/", "/persons/ivar-smilga/"]
    events = html.partition('class="timeline-events"')[2].partition("</ol>")[0]
    assert re.findall(r'<a href="([^"]*)"', events) == [
        "/events/congress/",
        "/timeline/?event=congress",
    ]
    assert "with 1 part" in events
    assert re.findall(r"<td>([^<]*)<", html) == ["born 1892", "1892–1937"]
    # Each column leads to its time; the years outside of the record are none.
    assert re.findall(r'<a href="(\?from=[^"]*)"', html) == [
        "?from=1892-01-01&amp;to=1892-12-31",
        "?from=1927-01-01&amp;to=1927-12-31",
        "?from=1937-01-01&amp;to=1937-12-31",
    ]
    assert "1666" not in html


def test_a_month_is_told_claim_by_claim(client: Client) -> None:
    html = well_made(client, "/timeline/?from=1927-12&to=1927-12")
    assert "<h1>Timeline: December 1927</h1>" in html
    assert re.findall(r"<h3>([^<]*)</h3>", html) == [
        "December 1927", "18 December 1927", "Possibly then: dated more loosely",
    ]  # fmt: skip
    assert html.count('<li class="claim"') == 4
    # Every mark leads to its claim on this page.
    marks = re.findall(r'<a href="#([^"]*)" tabindex="-1"', html)
    claims = re.findall(r'<li class="claim[^"]*" id="([^"]*)"', html)
    assert (sorted(marks), len(claims)) == (sorted(claims), 4)
    ways = html.partition('class="timeline-ways"')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]*)" rel="nofollow">([^<]*)<', ways) == [
        ("?from=1927-11&amp;to=1927-11", "Earlier"),
        ("?from=1928-01&amp;to=1928-01", "Later"),
        ("?from=1927&amp;to=1927", "The whole year"),
        ("/timeline/", "All times"),
    ]
    sure = well_made(client, "/timeline/?from=1927-12&to=1927-12&match=certain")
    assert sure.count('<li class="claim"') == 3


@pytest.mark.parametrize(
    ("query", "heading", "claims"),
    [
        ("event=congress", "Timeline", 4),
        ("event=session&from=1927-12-18&to=1927-12-18", "Timeline: 18 December 1927", 1),
        ("persons=Smilga", "Timeline", 3),
        ("from=1920&to=1929", "Timeline: 1920 to 1929", 4),
        ("from=1930&to=1931", "Timeline: 1930 to 1931", 0),
        ("organisation=party", "Timeline", 0),
        ("from=-0043&to=-0040", "Timeline: 44 BCE to 41 BCE", 0),
    ],
)
def test_it_can_be_narrowed(client: Client, query: str, heading: str, claims: int) -> None:
    cast.organisation("party")
    html = well_made(client, f"/timeline/?{query}")
    assert (f"<h1>{heading}</h1>" in html, html.count('<li class="claim"')) == (True, claims)


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("from=-0044&to=-0043", "January 45 BCE", "December 44 BCE"),
        ("from=-0001&to=0001", "January 2 BCE", "December 1 CE"),
        ("from=-0043-03-10&to=-0043-04-10", "10", "10"),
        ("from=-0050&to=0010", "51 BCE", "10 CE"),
        ("from=-0150&to=0010", "151 BCE to 142 BCE", "10 CE to 19 CE"),
        ("from=-9999", "10,001 BCE to 9002 BCE", "9000–9999"),
        ("from=1666&to=9999", "1000–1999", "9000–9999"),
    ],
)
def test_times_before_year_1_and_far_away_have_columns(
    client: Client, query: str, first: str, last: str
) -> None:
    happened = cast.event("ides", "Ides of March")
    for edtf in ("-0043-03-15", "0001-06", "-9999", "9999"):
        cast.claim("occurrence", event=happened, edtf=edtf, calendar="gregorian")
    html = well_made(client, f"/timeline/?{query}")
    labels = re.findall(r'class="columns-label[^"]*"[^>]*>([^<]*)<', html)
    assert (labels[0], labels[-1]) == (first, last)
    assert client.get(f"/ru/timeline/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["from=1900", "to=1900", "from=2000", "from=1800&to=1950"])
def test_long_and_open_times_have_events_and_lives(client: Client, query: str) -> None:
    html = well_made(client, f"/timeline/?{query}")
    assert ('<h2 id="events">' in html, '<h2 id="lives">' in html) == (True, True)


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("event=secret", 400, "The record has no event “secret”"),
        ("organisation=none", 400, "The record has no organisation “none”"),
        ("from=1927-13", 400, "“from” cannot be read:"),
        ("to=1900&from=1901", 400, "The time asked for ends (1900) before it begins (1901)."),
        ("match=undated", 400, "“match” is “possible” or “certain”, and not “undated”."),
        ("page=2", 404, "There is no page 2"),
        ("lives=x", 400, "“lives” is the number of a page"),
        ("persons=,", 400, "“persons” names nobody: write one person or several, with commas."),
        ("place=moscow", 400, "This page knows no parameter “place”."),
    ],
)
def test_bad_questions_are_refused_with_a_sentence(
    client: Client, query: str, status: int, sentence: str
) -> None:
    response = client.get(f"/timeline/?{query}")
    assert (response.status_code, sentence in response.content.decode()) == (status, True)
