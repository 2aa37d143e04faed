"""The page of persons side by side: how they are chosen, what it says, refuses, and costs."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Person, Status
from tests import cast

from .reading import assert_asks_nothing_while_written, assert_well_made, text

pytestmark = pytest.mark.django_db

PAGE = "/compare/?persons=ivar-smilga%2Cleon-trotsky"
ADDRESSES = ("/compare/", "/compare/?persons=ivar-smilga", PAGE, "/compare/?add=Smilga")


@pytest.fixture(autouse=True)
def two() -> None:
    """Two who share a body, an event and an act; each has something alone."""
    for slug, edtf in (("ivar-smilga", "1917-03-01/1917-12-31"), ("leon-trotsky", "1917-05-04")):
        who = cast.person(slug)
        cast.tenure(who, edtf=edtf, calendar="gregorian")
        cast.signature(who)
        cast.birth(who)
    for slug, day, alone in (
        ("ivar-smilga", "1927-12-18", "arrested"),
        ("leon-trotsky", "1927-11-14", "executed"),
    ):
        columns = {"person": cast.person(slug), "calendar": "gregorian"}
        cast.claim("life_event", role=cast.role("expelled"), edtf=day, **columns)
        cast.claim("life_event", role=cast.role(alone), edtf="", **columns)
    cast.claim(
        "relationship", person=cast.person(), related_person=cast.person("leon-trotsky"),
        role=cast.role("supporter-of"),
    )  # fmt: skip


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def part(html: str, heading: str, until: str) -> str:
    return html.partition(f'<h2 id="{heading}">')[2].partition(f'<h2 id="{until}">')[0]


def test_page_tells_what_is_shared_and_where_they_part(client: Client) -> None:
    html = text(client, PAGE)
    shared, apart = part(html, "shared", "apart"), part(html, "apart", "none")
    assert re.findall(r'<th scope="row"><a href="([^"]+)">', shared) == [
        "/organisations/tsentrobalt/",
        "/events/declaration-of-the-46/",
        "/sources/smilga-article/",
    ]
    told = plain(shared)
    assert (
        "Ivar Smilga and Leon Trotsky: certainly, for 1 to 306 days, surely on 4 May 1917" in told
    )
    assert "Leon Trotsky: supported by Ivar Smilga" in told
    assert re.findall(r'<th scope="row"><a href="([^"]+)">', apart) == ["/roles/expelled/"]
    assert "Ivar Smilga and Leon Trotsky: at different times" in plain(apart)
    assert re.findall(r'<h3 id="alone-([a-z-]+)">', apart) == ["ivar-smilga", "leon-trotsky"]


def test_marks_on_the_axis_lead_to_the_pages_of_the_claims(client: Client) -> None:
    html = text(client, PAGE)
    drawing = html.partition("<svg")[2].partition("</svg>")[0]
    assert re.findall(r'class="b"[^>]*><path[^>]*/><text[^>]*>([^<]+)<', drawing) == [
        "Ivar Smilga",
        "Leon Trotsky",
    ]
    links = set(re.findall(r'<a href="([^"]+)"', drawing))
    assert len(links) == 8
    assert [client.get(link).status_code for link in links] == [200] * 8


def test_persons_are_added_by_any_name_and_taken_away(client: Client) -> None:
    cast.name("Троцкий", cast.person("leon-trotsky"))
    html = text(client, "/compare/?persons=ivar-smilga&add=Троцкий")
    assert f'<link rel="canonical" href="http://testserver{PAGE}">' in html
    assert 'name="persons" value="ivar-smilga,leon-trotsky"' in html
    assert re.findall(r'class="compare-remove" href="([^"]+)"', html) == [
        "/compare/?persons=leon-trotsky",
        "/compare/?persons=ivar-smilga",
    ]
    assert "one more is needed" in text(client, "/compare/?persons=ivar-smilga")


def test_who_may_be_meant_is_offered(client: Client) -> None:
    cast.person("lev-kamenev")
    cast.person("sergey-kamenev")
    html = text(client, "/compare/?persons=ivar-smilga&add=Kamenev")
    assert "Who is meant by “Kamenev”?" in html
    assert re.findall(r'<li><a href="(/compare/[^"]+)"', html) == [
        "/compare/?persons=ivar-smilga%2Clev-kamenev",
        "/compare/?persons=ivar-smilga%2Csergey-kamenev",
    ]
    assert "Nobody is found under this name" in text(client, "/compare/?persons=qqqq%2Civar-smilga")


def test_former_address_of_a_person_is_understood(client: Client) -> None:
    row.revise(cast.person(), slug="ivars-smilga")
    html = text(client, PAGE)
    assert "http://testserver/compare/?persons=ivars-smilga%2Cleon-trotsky" in html


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "persons=ivar-smilga,leon-trotsky,a,b,c,d",
            "Two to five persons can be compared, and not 6.",
        ),
        ("persons=ivar-smilga,ivar-smilga", "“ivar-smilga” is given twice"),
        ("persons=ivar-smilga&add=Smilga", "“ivar-smilga” is given twice"),
        ("person=ivar-smilga", "Do you mean “persons”?"),
    ],
)
def test_what_cannot_be_compared_is_refused(client: Client, query: str, sentence: str) -> None:
    response = client.get(f"/compare/?{query}")
    assert response.status_code == 400
    assert sentence in response.content.decode()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_hidden_is_told(client: Client, status: str) -> None:
    before = [text(client, address) for address in ADDRESSES]
    secret: dict[str, Any] = {"status": status, "value": "zzsecret"}
    body = cast.organisation("zzsecret-body", status=status)
    hidden = cast.person("zzsecret-smilga", status=status)
    for slug in ("ivar-smilga", "leon-trotsky"):
        who = cast.person(slug)
        cast.tenure(who, **secret)
        cast.tenure(who, body)
        cast.signature(who, value="zzsecret", cited=False)
        cast.signature(who, source=cast.source("zzsecret-source", status=status))
        bond = {"role": cast.role("supporter-of"), "value": "zzsecret"}
        cast.claim("relationship", person=who, related_person=hidden, **bond)
    cast.name("Smilga", hidden)
    assert [text(client, address) for address in ADDRESSES] == before
    assert "Nobody is found" in text(client, "/compare/?persons=ivar-smilga&add=zzsecret-smilga")


def test_page_costs_the_same_with_two_and_with_five(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (2, 5):
        slugs = [f"person-{number}-{each}" for each in range(number)]
        for slug in slugs:
            who = cast.person(slug)
            cast.tenure(who)
            cast.signature(who)
        # the addresses, the persons; the comparison 7
        with django_assert_num_queries(9):
            client.get(f"/compare/?persons={','.join(slugs)}")


def test_pages_are_valid_and_ask_nothing_while_they_are_written(
    rf: RequestFactory, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ADDRESSES:
        assert_asks_nothing_while_written(rf, address, django_assert_num_queries)
        html = text(client, address)
        assert_well_made(html, address)


def test_page_is_the_same_for_everybody(client: Client) -> None:
    public = [text(client, address) for address in ADDRESSES]
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert [text(client, address) for address in ADDRESSES] == public


def test_page_offers_itself_as_json(client: Client) -> None:
    [address] = re.findall(r'type="application/json" href="([^"]*)"', text(client, PAGE))
    assert address == "/api/v1/compare/?persons=ivar-smilga%2Cleon-trotsky"
    assert client.get(address).status_code == 200
    assert "application/json" not in text(client, "/compare/")


def test_without_persons_those_of_whom_most_is_told_are_an_example(client: Client) -> None:
    html = text(client, "/compare/")
    assert re.findall(r'most is told: <a href="([^"]*)">Ivar Smilga, Leon Trotsky</a>', html) == [
        PAGE
    ]
    assert "most is told" not in text(client, "/compare/?persons=ivar-smilga")
    Person.objects.filter(slug="leon-trotsky").update(status=Status.DRAFT)
    assert "most is told" not in text(client, "/compare/")


def test_without_names_a_path_between_those_of_whom_most_is_told_is_an_example(
    client: Client,
) -> None:
    html = text(client, "/paths/")
    assert re.findall(r'most is told: <a href="([^"]*)">Ivar Smilga, Leon Trotsky</a>', html) == [
        "?from=ivar-smilga&amp;to=leon-trotsky"
    ]
    assert "From Ivar Smilga to Leon Trotsky" in text(
        client, "/paths/?from=ivar-smilga&to=leon-trotsky"
    )
    Person.objects.filter(slug="leon-trotsky").update(status=Status.DRAFT)
    assert "most is told" not in text(client, "/paths/")
