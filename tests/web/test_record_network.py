"""The network of the record as a page and as files: what is linked, and what it refuses."""

import re

import pytest
from django.test import Client

from prosopography.models import Status
from tests import cast

from .reading import well_made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few() -> None:
    """Three in the Committee, of whom two signed and sat in the Bureau too; and what could leak."""
    for slug in ("ivar-smilga", "leon-trotsky", "karl-radek"):
        cast.tenure(cast.person(slug), cast.organisation("committee"), "1917/1921")
    for slug in ("ivar-smilga", "leon-trotsky"):
        cast.tenure(cast.person(slug), cast.organisation("bureau"), "1917/1921")
        cast.signature(cast.person(slug))
        role, march = cast.role("signatory"), cast.event("march")
        cast.claim("participation", person=cast.person(slug), role=role, event=march)
        secret = cast.organisation("secret", status=Status.DRAFT)
        cast.tenure(cast.person(slug), secret)


def spots(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)" tabindex="-1" class="spot', html)


def test_bodies_are_drawn_and_listed_with_whom_they_share(client: Client) -> None:
    html = well_made(client, "/network/")
    assert spots(html) == ["/organisations/committee/", "/organisations/bureau/"]
    assert re.findall(r'<a href="#(link-\d+)"', html) == re.findall(r'id="(link-\d+)"', html)
    said = re.sub(
        "<[^>]*>", "", html.partition('<ol class="bodies-shared">')[2].partition("</ol>")[0]
    )
    assert said.split("\n")[1:3] == ["Bureau – Committee 2", "Ivar Smilga, Leon Trotsky"]
    # Each leads on to what links its own persons.
    link = "/groups/network/?q=%7B%22assertion%22%3A%7B%22organisation%22%3A%22committee%22%7D%7D"
    assert link in html
    assert client.get(link).status_code == 200


def test_address_says_what_is_linked_when_and_by_how_much(client: Client) -> None:
    events = well_made(client, "/network/?show=event")
    assert spots(events) == ["/events/declaration-of-the-46/", "/events/march/"]
    persons = well_made(client, "/network/?show=person")
    assert spots(persons) == ["/persons/ivar-smilga/", "/persons/leon-trotsky/"]
    assert len(spots(well_made(client, "/network/?show=person&least=1"))) == 3
    assert spots(well_made(client, "/network/?least=3")) == []
    assert "No two of them share so many persons." in well_made(
        client, "/network/?from=1930&to=1931"
    )
    # Of the march no date is known.
    assert spots(well_made(client, "/network/?show=event&from=1923&to=1923")) == []


@pytest.mark.parametrize("end", ["graphml", "gexf", "edges.csv", "nodes.csv"])
def test_files_have_the_same(client: Client, end: str) -> None:
    html = well_made(client, "/network/?show=event")
    assert f'href="/network.{end}?show=event"' in html
    for query, names in (("", {"committee", "bureau"}), ("?show=event", {"march"})):
        response = client.get(f"/network.{end}{query}")
        assert response["Content-Disposition"] == f'attachment; filename="network.{end}"'
        found = set(re.findall(r"\b(committee|bureau|march|secret)\b", response.content.decode()))
        assert found == names


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/network/?show=places", 400, "“show” is “organisation” or “event” or “person”"),
        ("/network/?least=0", 400, "“least” is a number from 1 to 1,000, and not “0”."),
        ("/network/?show=person&from=1917", 400, "the links of persons are of any time."),
        ("/network/?persons=x", 400, "This page knows no parameter “persons”."),
        ("/network.dot", 404, "There is nothing at this address."),
    ],
)
def test_bad_questions_are_refused_with_a_sentence(
    client: Client, address: str, status: int, sentence: str
) -> None:
    response = client.get(address)
    assert (response.status_code, sentence in response.content.decode()) == (status, True)
