"""What changed, as a page and as a feed; and what robots are told."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prosopography.editing import publication, row
from prosopography.models import Status
from prosopography.queries import sitemap
from tests import cast

from .conftest import Fill

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def parsed(response: Any) -> ElementTree.Element:
    return ElementTree.fromstring(response.content)  # noqa: S314 -- we wrote it ourselves


def test_the_feed_tells_what_changed_and_why_and_hides_what_is_hidden(client: Client) -> None:
    cast.person("secret", label="A secret name", status=Status.DRAFT)
    person, gone = cast.person(), cast.person("gone", label="A name to be forgotten")
    row.revise(person, label="Ivars Smilga", reason="So he <wrote> himself.")
    publication.retract(gone, reason="The family asked for it.")
    response = client.get("/changes/feed.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = parsed(response)
    entries = [
        tuple(entry.findtext(f"a:{name}", "", ATOM) for name in ("title", "summary"))
        for entry in root.findall("a:entry", ATOM)
    ]
    assert entries == [
        ("A person was withdrawn.", ""),
        (
            "What the record says of Ivars Smilga itself was changed.",
            "So he &lt;wrote&gt; himself.<br>name in the record: Ivar Smilga → Ivars Smilga",
        ),
        ("Ivars Smilga was added to the record.", ""),
    ]
    links = [entry.find("a:link", ATOM) for entry in root.findall("a:entry", ATOM)]
    assert [link.get("href") for link in links if link is not None] == [
        "http://testserver/changes/",
        "http://testserver/persons/ivar-smilga/",
        "http://testserver/persons/ivar-smilga/",
    ]
    names = [each.text for each in root.iterfind("a:entry/a:id", ATOM)]
    assert len(names) == len(set(names)) == 3
    assert root.findtext("a:updated", "", ATOM) == root.findtext("a:entry/a:updated", "", ATOM)
    page = client.get("/changes/").content.decode()
    for text in (response.content.decode(), page):
        assert re.findall("secret|forgotten|family", text) == []
    assert '<link rel="alternate" type="application/atom+xml" title="Changes" ' in page


def test_an_empty_feed_does_not_change_by_itself(client: Client) -> None:
    root = parsed(client.get("/changes/feed.atom"))
    assert root.findtext("a:updated", "", ATOM) == "1970-01-01T00:00:00+00:00"
    assert "No change has been kept yet." in client.get("/changes/").content.decode()


def locations(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    root = parsed(response)
    return [each.text or "" for each in root.iterfind(".//m:loc", MAP)]


def test_the_site_map_has_every_public_address_and_no_other(client: Client) -> None:
    claim = cast.tenure()
    draft = cast.birth(status=Status.DRAFT)
    cast.person("secret", status=Status.DRAFT)
    publication.retract(cast.person("gone"), reason="Gone.")
    parts = locations(client, "/sitemap.xml")
    site = "http://testserver/"
    nouns = ("pages", "persons", "organisations", "roles", "sources", "assertions")
    assert parts == [f"{site}sitemap-{noun}-1.xml" for noun in nouns]
    found = {part: locations(client, part.removeprefix("http://testserver")) for part in parts[1:]}
    assert [each for rows in found.values() for each in rows] == [
        f"{site}persons/ivar-smilga/",
        f"{site}organisations/tsentrobalt/",
        f"{site}roles/member/",
        f"{site}sources/smilga-article/",
        f"{site}assertions/{claim.identifier}/",
    ]
    assert draft.identifier not in str(found)
    pages = locations(client, "/sitemap-pages-1.xml")
    assert {client.get(each.removeprefix("http://testserver")).status_code for each in pages} == {
        200
    }
    for part in ("pages-2", "persons-2", "things-1", "persons-0", f"persons-{'9' * 23}"):
        assert client.get(f"/sitemap-{part}.xml").status_code == 404, part


def test_the_site_map_knows_other_languages_and_the_last_change(client: Client) -> None:
    person = cast.person()
    changed = person.history.latest().history_date
    root = parsed(client.get("/sitemap-persons-1.xml"))
    assert root.findtext(".//m:lastmod", "", MAP) == changed.isoformat(timespec="seconds")
    (other,) = root.iterfind(".//{http://www.w3.org/1999/xhtml}link")
    assert other.attrib == {
        "rel": "alternate",
        "hreflang": "ru",
        "href": "http://testserver/ru/persons/ivar-smilga/",
    }
    claim = cast.birth()
    root = parsed(client.get("/sitemap-persons-1.xml"))
    later = claim.history.latest().history_date
    assert root.findtext(".//m:lastmod", "", MAP) == later.isoformat(timespec="seconds")


def test_a_long_site_map_has_parts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "PAGE_OF_ADDRESSES", 2)
    for name in ("one", "two", "three"):
        cast.person(name)
    site = "http://testserver"
    assert [each for each in locations(client, "/sitemap.xml") if "persons" in each] == [
        f"{site}/sitemap-persons-1.xml",
        f"{site}/sitemap-persons-2.xml",
    ]
    assert locations(client, "/sitemap-persons-2.xml") == [f"{site}/persons/three/"]


#: What each costs, however many rows it tells of.
QUERIES = {
    # the newest versions of eight tables; 27 for what is told of them
    "/changes/feed.atom": 35,
    "/changes/": 35,
    "/sitemap.xml": 7,
    "/sitemap-pages-1.xml": 0,
    "/sitemap-persons-1.xml": 3,
    "/sitemap-roles-1.xml": 3,
    "/sitemap-sources-1.xml": 2,
    "/sitemap-assertions-1.xml": 2,
    "/robots.txt": 0,
    "/ns/": 0,
}


def costs(client: Client) -> dict[str, int]:
    found = {}
    for address in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[address] = len(queries)
    return found


def test_they_cost_the_same_at_one_row_and_at_three(client: Client, fill: Fill) -> None:
    fill(1)
    assert costs(client) == QUERIES
    fill(3)
    assert costs(client) == QUERIES


def test_robots_may_read_all_but_what_has_no_end(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert {"Disallow: /questions/?", "Disallow: /ru/paths/?", "Disallow: /*download."} <= {*lines}
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"
