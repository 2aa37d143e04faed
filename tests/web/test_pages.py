"""What holds for every page: valid, citable, the same for everybody, and cheap."""

import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from .conftest import Fill
from .reading import assert_well_made
from .record import GROUP, PAGES, QUESTION

pytestmark = pytest.mark.django_db

#: What each page costs, however many rows it shows. Where there are conflicts, one of it asks which
#: sources may have copied one another. What is cited by what it was asked costs one more, for
#: the version of the record, where the middleware has not asked for it.
QUERIES = {
    # figures 9; the example: which conflict 2, its claims 10, its settlement, life dates 5; the most
    # named persons, organisations, events and sources 2 each; the life dates of persons 5; their
    # spellings; the examples of questions 8
    "/": 50,
    # figures 9
    "/about/": 9,
    "/glossary/": 0,
    "/search/": 0,
    # the search 2 for each of four sorts; of the persons, which of them are listed, the rows,
    # life dates 4; where the names stand; the words of the sources and of the roles, the sources
    "/search/?q=Smilga": 19,
    # count, rows, claims 2, life dates 5; whether the record is large; the facets
    # 18, as queries.facets says
    "/persons/": 29,
    # the search 2, which of those found are public, which are listed, the rows, claims 2, life
    # dates 5; whether the record is large; the facets 18
    "/persons/?q=Smilga": 32,
    # what is chosen is read out of the tables of the facets
    "/persons/?organisation=baltic-fleet&role=member": 29,
    # the same, and the claims on the cards
    "/persons/?view=cards&fate=expelled&born=1890s&certain=true&facet=role&like=mem": 30,
    # the person; claims, citations, whom else they may mean; places; how the sources derive 2;
    # which are disputed; which conflicts, those of persons, of events, their settlements 22;
    # doubtful mentions 2, identifiers, the person's word 2; who stands beside it in the list 2; the
    # people around 10; the last change
    "/persons/ivar-smilga/": 51,
    # the person; the tenures, those of the bodies; the claims, their citations, whom else they
    # may mean, the bodies; what is offered 3; the relationships 5
    "/persons/ivar-smilga/overlaps/": 15,
    # the person; the links 8; persons, claims
    "/persons/ivar-smilga/network/": 11,
    # the person; count, versions; those of three tables; the persons, the claims; what they name 6;
    # since when these and the evidence are public 6
    "/persons/ivar-smilga/history/": 20,
    # count, rows, claims, persons; whether the record is large; the facets 10
    "/organisations/": 16,
    # the search 2, which of those found are public, and which are listed, the rows; the rest
    "/organisations/?q=tsentrobalt": 19,
    # the row; the tree 3; itself 4; its conflicts 10, settlements; members and mentions 5 each; its
    # tenures 2, what else tells of them 4; the axis 4, the day; the offices 2; what it shares 3; the
    # sources 2; identifiers; what stands beside it in the list 2; the last change
    "/organisations/baltic-fleet/": 51,
    # the same, without the rows of what nothing is said of
    "/organisations/tsentrobalt/": 34,
    # the same, without the headings of the axis
    "/organisations/baltic-fleet/?by=beginning&day=1925-06-15": 50,
    # count, rows, claims, when and where they were 6; whether the record is large; the facets 14
    "/events/": 25,
    # the row; the tree 2; when it was 6; the parts 1; what is around it 4; itself 4; its
    # conflicts 10, settlements; the names of the parts; who took part 8; the other claims 5;
    # sources 2; identifiers; the last change
    "/events/declaration-of-the-46/": 47,
    # count, rows, claims; whether the record is large; the facets 9
    "/places/": 14,
    # the row; the tree 2; itself 4; the claims 8, how many are of no part; events 4; sources 2;
    # identifiers; the last change
    "/places/latvia/": 24,
    # count, rows, claims; whether the record is large; the facets 4
    "/roles/": 9,
    # the row; the tree; its tenures 2, what else tells of them 4; the axis 3, the day; the bodies;
    # claims 5; what stands beside it in the list 2; the last change
    "/roles/member/": 21,
    # and the headings of the axis
    "/roles/member/?by=organisation&day=1925-06-15": 22,
    # the row; the tree; the claims in short 2; the bodies; claims 5; beside it 2; the last change
    "/roles/expelled/": 14,
    # count, rows, their citations, what others report of them; whether the record is large; the
    # facets 4; the day of the last change; how many were read
    "/sources/": 11,
    # the same, and every label, title and author
    "/sources/?q=article": 12,
    # derivations, sources
    "/sources/stemma/": 2,
    # the row; twenty-five less one each where nothing stands (queries.source); its conflicts 32;
    # the last change
    "/sources/smilga-article/": 58,
    # the same, without conflicts, persons, events and bodies of its own
    "/sources/serge-memoirs/": 24,
    # the row; the person 3; whom it names 2; the claims 5
    "/sources/smilga-article/?person=ivar-smilga": 11,
    # count, rows, their citations, whom else they may mean, which are disputed; whether the record
    # is large; the facets 20
    "/assertions/": 27,
    # the claim, its citations, whom else they may mean; its conflicts: none; how the sources
    # derive 2; what stands beside it in its source 2; the last change
    "/assertions/{claim}/": 9,
    # the claim; count, versions; those of two tables; the claim as it is; what they name 4; since
    # when these and the evidence are public 4
    "/assertions/{claim}/history/": 14,
    # what the examples name: roles, bodies, events, persons, and whether they had other addresses
    "/questions/": 8,
    # what it names 2; the parts of it 2; which roles are alike from both sides; who answers; the
    # persons; by which claims; these, their citations, whom else they may mean; which are
    # disputed 2; life dates 5
    QUESTION: 19,
    # what the examples name 4, and what of it had another address 4; bodies 3
    "/groups/": 11,
    # what it names 2; the parts of it 2; which roles are alike from both sides; who answers; of
    # the group 10; the examples 8
    GROUP: 26,
    # the claims, the places; persons, events, places, roles of those that are
    # named
    "/map/": 7,
    # the same; what is looked at 2, the lives of the persons
    "/map/?from=1880&to=1925&near=latvia": 10,
    # the claims, the persons 2, life dates 5; the tree, the claims, the events, the claims in full 3,
    # which are disputed; how far they reach, the columns; offered 2
    "/timeline/": 19,
    # number, page, citations, whom else they may mean, which are disputed; the columns; offered 2
    "/timeline/?from=1923-10&to=1923-10": 8,
    # sizes, members, bodies, persons
    "/network/?least=1": 4,
    # who is in most 2; the links 8; persons, claims
    "/network/?show=person&least=1": 12,
    # count, rows, counts; the conflicts of persons, bodies and events 29, settlements; offered 4
    "/conflicts/": 38,
    # the same, without bodies; whom they are of 2
    "/conflicts/?person=ivar-smilga&state=open": 31,
    # the subject; the conflicts of the person, settlements
    "/conflicts/single_date:person:ivar-smilga:birth/": 13,
    # the newest versions of eight tables; 27 for what is told of them
    "/changes/": 35,
    "/ns/": 0,
}


#: What is asked, and how the API is asked for the same; empty where it cannot be.
AS_JSON = {
    QUESTION: QUESTION,
    GROUP: GROUP.replace("/groups/", "/groups/profile/"),
    "/persons/?q=Smilga": "/persons/?search=Smilga",
    "/persons/?organisation=baltic-fleet&role=member": (
        "/persons/?organisation=baltic-fleet&role=member"
    ),
    "/persons/?view=cards&fate=expelled&born=1890s&certain=true&facet=role&like=mem": (
        "/persons/?fate=expelled&born=1890s&certain=true"
    ),
    "/organisations/?q=tsentrobalt": "/organisations/?search=tsentrobalt",
    "/sources/?q=article": "",
}
#: Pages that the API has no answer to; without a question, or a name, there is none either.
WITHOUT_JSON = {
    "/", "/about/", "/glossary/", "/search/", "/questions/", "/groups/", "/changes/", "/ns/", "/map/",
    "/timeline/", "/network/",
}  # fmt: skip


def costs(rf: RequestFactory, claim: str) -> dict[str, int]:
    """How many queries each page takes; what it shows is valid, and asks nothing while written."""
    found = {}
    for page in PAGES:
        request = rf.get(page.format(claim=claim))
        view, arguments, named = resolve(request.path_info)
        with CaptureQueriesContext(connection) as queries:
            response = view(request, *arguments, **named)
        found[page] = len(queries)
        assert not response.is_rendered
        with CaptureQueriesContext(connection) as queries:
            text = response.render().content.decode()
        assert (response.status_code, len(queries)) == (200, 0), page
        assert_well_made(text, page)
        assert len(re.findall(r"<h1[ >]", text)) == len(re.findall(r"<main[ >]", text)) == 1
    return found


def test_pages_are_valid_and_cost_the_same_at_one_row_and_at_three(
    rf: RequestFactory, fill: Fill
) -> None:
    assert costs(rf, fill(1)) == QUERIES
    assert costs(rf, fill(3)) == QUERIES


def test_pages_can_be_cited_and_are_the_same_for_everybody(client: Client, fill: Fill) -> None:
    claim, editor = fill(1), Client()
    editor.force_login(get_user_model().objects.create_superuser("editor"))
    for page in PAGES:
        address = page.format(claim=claim)
        response = client.get(address)
        assert editor.get(address).content == response.content
        assert response.cookies == {}
        assert response["Vary"] == "Accept-Encoding"
        head, _, _ = response.content.decode().partition("<body>")
        (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)">', head)
        assert unescape(canonical) == f"http://testserver{address}"
        (title,) = re.findall(r"<title>(.+)</title>", head)
        assert title.endswith("Prosopography of the Left Opposition")
        (description,) = re.findall(r'<meta name="description" content="([^"]+)">', head)
        assert 20 < len(description) < 300
        found = re.findall(r'<link rel="alternate" type="application/json" href="([^"]*)">', head)
        json = as_json(address)
        assert [unescape(each) for each in found] == ([json] if json else [])
        assert [client.get(unescape(link)).status_code for link in found] == [200] * len(found)


def as_json(address: str) -> str:
    """Where the API answers for the same as a page; nothing where it does not."""
    if address in AS_JSON:
        return f"/api/v1{AS_JSON[address]}" if AS_JSON[address] else ""
    bare = address.partition("?")[0]
    if bare in WITHOUT_JSON or bare.endswith("/history/"):
        return ""
    return f"/api/v1{bare.removesuffix('stemma/')}"  # the derivations stand with the sources


def test_links_within_the_site_all_lead_somewhere(client: Client, fill: Fill) -> None:
    claim = fill(1)
    seen, waiting = set(), [page.format(claim=claim) for page in PAGES]
    while waiting:
        address = waiting.pop().partition("#")[0].replace("&amp;", "&")
        if not address or address in seen or address.startswith(("/static/", "/api/", "/ru/")):
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        if (
            response.streaming
        ):  # a file; read to its end, for close() would close the connection too
            response.getvalue()
            continue
        # What is marked so leads on without an end: from every figure to a question, and so forth.
        text = re.sub(r'<[^>]*\srel="nofollow"[^>]*>', "", response.content.decode())
        links = re.findall(r'\shref="(/[^"]*)"', text)
        waiting += [link for link in links if link.partition("#")[0] not in seen]
    assert len(seen) > 50
