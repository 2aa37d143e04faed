"""What holds for every public page: no cookie, a strict policy, and a head that can be cited."""

import json
import re

import pytest
from django.test import Client

from tests import cast

from .conftest import Fill
from .record import PAGES

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "object-src 'none'",
}
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
#: Data for search engines; no browser runs it.
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: The scripts of the site, which lie in files of their own.
SCRIPTS = re.compile(r'<script src="/static/[\w./-]+\.js" defer></script>')
INLINE = re.compile(r"<script|<style|\sstyle\s*=|<[^>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def test_every_page_is_public_safe_and_citable(client: Client, fill: Fill) -> None:
    claim = fill(1)
    for page in PAGES:
        address = page.format(claim=claim)
        response = client.get(address)
        assert response.cookies == {}, page
        assert set(response["Content-Security-Policy"].split("; ")) == POLICY
        assert {name: response[name] for name in HEADERS} == HEADERS
        html = response.content.decode()
        head, _, body = html.partition("<body>")
        scripts = SCRIPTS.findall(html)
        assert INLINE.findall(SCRIPTS.sub("", DATA.sub("", html))) == [], page
        assert len(scripts) <= 2, page
        assert len(re.findall(r"<link rel=\"stylesheet\"", html)) == 1
        assert len(re.findall(r"<h1[ >]", body)) == 1
        (title,) = re.findall(r"<title>(.+)</title>", head)
        (description,) = re.findall(r'<meta name="description" content="([^"]+)">', head)
        (canonical,) = re.findall(r'<link rel="canonical" href="([^"]+)">', head)
        graph = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]+)">', head))
        kind = "article" if DATA.search(head) else "website"
        assert title.startswith(graph["title"])
        assert {name: graph[name] for name in ("description", "url", "type", "site_name")} == {
            "description": description,
            "url": canonical,
            "type": kind,
            "site_name": "Prosopography of the Left Opposition",
        }


#: A row of each noun.
CHOSEN = {
    "persons": "ivar-smilga",
    "organisations": "baltic-fleet",
    "events": "declaration-of-the-46",
    "places": "latvia",
    "roles": "member",
    "sources": "smilga-article",
}
TYPES = {
    "persons": "Person",
    "organisations": "Organization",
    "events": "Event",
    "places": "Place",
    "roles": "DefinedTerm",
    "sources": "CreativeWork",
    "assertions": "Claim",
}


def test_the_page_of_a_row_says_what_it_is_to_search_engines(client: Client, fill: Fill) -> None:
    claim = fill(1)
    told = {}
    for plural, key in (*CHOSEN.items(), ("assertions", claim)):
        address = f"/{plural}/{key}/"
        (found,) = DATA.findall(client.get(address).content.decode())
        assert re.findall("[<>&]", found) == []
        told[plural] = json.loads(found)
        assert told[plural]["url"] == f"http://testserver{address}"
        assert told[plural]["@id"] == f"http://testserver{address}#this"
    assert {plural: each["@type"] for plural, each in told.items()} == TYPES
    # Of Smilga's birth there are two claims that exclude one another, and of his death one in doubt.
    assert {name for name in told["persons"] if name.startswith(("birth", "death"))} == {
        "birthPlace"
    }


def test_a_thing_is_called_the_same_in_every_language(client: Client) -> None:
    cast.birth()
    (found,) = DATA.findall(client.get("/ru/persons/ivar-smilga/").content.decode())
    told = json.loads(found)
    assert told["url"] == "http://testserver/ru/persons/ivar-smilga/"
    assert told["@id"] == "http://testserver/persons/ivar-smilga/#this"


def test_what_is_told_to_search_engines_cannot_end_its_element(client: Client) -> None:
    evil = "</script><script>alert(1)</script>\u2028&amp;"
    person = cast.person(label=evil)
    cast.name(evil, person)
    (found,) = DATA.findall(client.get("/persons/ivar-smilga/").content.decode())
    assert json.loads(found)["name"] == evil
    assert re.findall("[<>&\u2028]", found) == []
