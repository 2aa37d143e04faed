"""What holds for every page: valid, citable, the same for everybody, and cheap."""

import re

import html5lib
import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

from .conftest import Fill
from .record import PAGES

pytestmark = pytest.mark.django_db

#: What each page costs, however many rows it shows.
QUERIES = {
    # figures 9; the most named persons, organisations, events and sources 2 each; the life
    # dates of persons 4; their spellings
    "/": 23,
    "/about/": 0,
    "/search/": 0,
    # the search 2 for each of four sorts; of the persons, which of them are listed, the rows,
    # life dates 4
    "/search/?q=Smilga": 15,
    # offered to choose from 5; count, rows, life dates 4
    "/persons/": 12,
    # offered 5; the search 2, which of those found are listed, the rows, life dates 4
    "/persons/?q=Smilga": 14,
    # what is chosen 2 each, and its parts 1 each; offered 5; count, rows, life dates 4
    "/persons/?organisation=baltic-fleet&role=member": 18,
    # the person; claims, citations, whom else they may mean; places; how the sources derive 2;
    # which are disputed; which conflicts, those of persons, of events, their settlements 22;
    # doubtful mentions 2, identifiers, the person's word 2
    "/persons/ivar-smilga/": 36,
    "/organisations/": 2,
    # the search 2, which of those found are listed, the rows
    "/organisations/?q=tsentrobalt": 4,
    # the row; the tree 2; itself 4; its conflicts 10, settlements; members and mentions 5
    # each; identifiers
    "/organisations/baltic-fleet/": 29,
    # the same, without the rows of what nothing is said of
    "/organisations/tsentrobalt/": 13,
    "/events/": 2,
    # the same; its conflicts and their settlements 11
    "/events/declaration-of-the-46/": 30,
    "/places/": 2,
    # the row; the tree 2; itself 4; claims 5; identifiers
    "/places/latvia/": 13,
    "/roles/": 2,
    # the row; the tree; claims 5
    "/roles/member/": 7,
    # count, rows, their citations, what others report of them
    "/sources/": 4,
    # every label, title and author; the rows; their citations, what others report of them
    "/sources/?q=article": 4,
    # derivations, sources
    "/sources/stemma/": 2,
    # the row; fourteen less one each where nothing stands (queries.source)
    "/sources/smilga-article/": 14,
    "/sources/serge-memoirs/": 14,
    # the claim, its citations, whom else they may mean; its conflicts: none; how the sources
    # derive 2
    "/assertions/{claim}/": 6,
    # count, rows, counts; the conflicts of persons, bodies and events 29, settlements; offered 4
    "/conflicts/": 37,
    # the same, without bodies; whom they are of 2
    "/conflicts/?person=ivar-smilga&state=open": 30,
    # the subject; the conflicts of the person, settlements
    "/conflicts/single_date:person:ivar-smilga:birth/": 12,
}


def costs(client: Client, claim: str) -> dict[str, int]:
    """How many queries each page takes."""
    found = {}
    for page in PAGES:
        with CaptureQueriesContext(connection) as queries:
            client.get(page.format(claim=claim))
        found[page] = len(queries)
    return found


def test_pages_cost_the_same_at_one_row_and_at_three(client: Client, fill: Fill) -> None:
    assert costs(client, fill(1)) == QUERIES
    assert costs(client, fill(3)) == QUERIES


def test_pages_ask_nothing_while_they_are_written(
    rf: RequestFactory, fill: Fill, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    claim = fill(3)
    for page in PAGES:
        request = rf.get(page.format(claim=claim))
        view, arguments, named = resolve(request.path_info)
        response = view(request, *arguments, **named)
        assert not response.is_rendered
        with django_assert_num_queries(0, info=page):
            response.render()


def test_pages_are_valid_html(client: Client, fill: Fill) -> None:
    claim = fill(3)
    for page in PAGES:
        response = client.get(page.format(claim=claim))
        text = response.content.decode()
        assert response.status_code == 200, page
        html5lib.HTMLParser(strict=True).parse(text)
        identifiers = re.findall(r'\sid="([^"]*)"', text)
        assert sorted(identifiers) == sorted(set(identifiers)), page
        assert len(re.findall(r"<h1[ >]", text)) == len(re.findall(r"<main[ >]", text)) == 1


def test_pages_have_a_head_by_which_they_can_be_cited(client: Client, fill: Fill) -> None:
    claim = fill(1)
    for page in PAGES:
        address = page.format(claim=claim)
        head, _, _ = client.get(address).content.decode().partition("<body>")
        (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)">', head)
        assert canonical.replace("&amp;", "&") == f"http://testserver{address}"
        (title,) = re.findall(r"<title>(.+)</title>", head)
        assert title.endswith("Prosopography of the Left Opposition")
        (description,) = re.findall(r'<meta name="description" content="([^"]+)">', head)
        assert 20 < len(description) < 300


def test_pages_offer_themselves_as_json_at_an_address_of_the_api(
    client: Client, fill: Fill
) -> None:
    claim = fill(1)
    for page in PAGES:
        address = page.format(claim=claim)
        text = client.get(address).content.decode()
        found = re.findall(r'<link rel="alternate" type="application/json" href="([^"]*)">', text)
        bare = address.partition("?")[0]
        bare = bare.removesuffix("stemma/")  # the derivations stand with the sources
        assert found == ([] if bare in ("/", "/about/", "/search/") else [f"/api/v1{bare}"])
        assert [client.get(link).status_code for link in found] == [200] * len(found)


def test_pages_run_no_script_and_hold_no_style(client: Client, fill: Fill) -> None:
    claim = fill(1)
    for page in PAGES:
        response = client.get(page.format(claim=claim))
        text = response.content.decode()
        assert re.findall(r"<script|<style|\sstyle=|\son[a-z]+=|javascript:", text) == []
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy.split("; ")
        assert "unsafe" not in policy


def test_pages_are_the_same_for_everybody_and_set_no_cookie(client: Client, fill: Fill) -> None:
    claim = fill(1)
    public = {page: client.get(page.format(claim=claim)) for page in PAGES}
    client.force_login(get_user_model().objects.create_superuser("editor"))
    for page, response in public.items():
        assert client.get(page.format(claim=claim)).content == response.content
        assert response.cookies == {}
        assert not response.has_header("Vary")


def test_links_within_the_site_all_lead_somewhere(client: Client, fill: Fill) -> None:
    claim = fill(1)
    seen, waiting = set(), [page.format(claim=claim) for page in PAGES]
    while waiting:
        address = waiting.pop().partition("#")[0].replace("&amp;", "&")
        if not address or address in seen or address.startswith(("/static/", "/api/")):
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        links = re.findall(r'\shref="(/[^"]*)"', response.content.decode())
        waiting += [link for link in links if link.partition("#")[0] not in seen]
    assert len(seen) > 50
