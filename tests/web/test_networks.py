"""The pages of paths and networks: what they show, refusals, cost, files, and nothing hidden."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Redirect, Status
from tests import cast
from tests.cast import tied

from .links import broken
from .reading import assert_asks_nothing_while_written, assert_citable, assert_well_made, text

pytestmark = pytest.mark.django_db

SIGNED = '{"assertion":{"role":"signatory"}}'
GROUP = f"/groups/network/?{urlencode({'q': SIGNED})}"
NETWORK = "/persons/ivar-smilga/network/"
PATH = "/paths/?from=ivar-smilga&to=nadezhda-poluyan"
ADDRESSES = (
    "/paths/",
    "/paths/?from=ivar-smilga",
    PATH,
    f"{PATH}&by=event&certain=true&largest=10&longest=1",
    NETWORK,
    f"{NETWORK}?steps=2&among=true&by=relationship%2Cevent&certain=true&largest=50",
    GROUP,
    f"{GROUP}&by=organisation",
)
FILES = ("graphml", "gexf", "edges.csv", "nodes.csv")


@pytest.fixture(autouse=True)
def few() -> None:
    """Smilga signed with Trotsky, whom Poluyan perhaps supported, and sat with her."""
    cast.signature(), cast.signature(cast.person("leon-trotsky"))
    tied("nadezhda-poluyan", "leon-trotsky", certainty="probable")
    cast.tenure(edtf="1917/1918"), cast.tenure(cast.person("nadezhda-poluyan"), edtf="")
    cast.person("alone")


def test_paths_tell_each_step_with_its_claims(client: Client) -> None:
    html = text(client, PATH)
    assert re.findall(r"<h2 id=\"path-\d\">(\d) step", html) == ["1", "2"]
    said = [
        re.sub("<[^>]*>", "", each)
        for each in re.findall(r'<p class="path-said[^"]*">(.*?)</p>', html)
    ]
    assert said == [
        "Ivar Smilga may have served with Nadezhda Poluyan in Tsentrobalt: "
        "Ivar Smilga as member (1917 to 1918), Nadezhda Poluyan as member.",
        "Ivar Smilga took part in Declaration Of The 46 as signatory (October 1923), "
        "as did Leon Trotsky.",
        "Leon Trotsky – supported by – Nadezhda Poluyan (not certain).",
    ]
    assert html.count('<li class="claim"') == 5


def test_persons_are_found_by_any_spelling(client: Client) -> None:
    html = text(client, "/paths/?from=Smilga&to=Poluyan")
    [canonical] = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    assert canonical.replace("&amp;", "&") == f"http://testserver{PATH}"
    cast.person("pauls-smilga")
    html = text(client, "/paths/?from=Smilga&to=Nobody+whosoever")
    assert "Which “Smilga” do you mean?" in html
    assert 'href="?from=pauls-smilga&amp;to=Nobody+whosoever"' in html
    assert "The record has no person “Nobody whosoever”." in html
    assert "Both are the same person." in text(client, "/paths/?from=alone&to=Alone")


def test_where_there_is_no_path_it_says_how_far_and_what_to_widen(client: Client) -> None:
    html = text(client, "/paths/?from=ivar-smilga&to=alone")
    assert "no chain of links leads from one to the other, however long. You could" in html
    assert 'href="?from=ivar-smilga&amp;to=alone&amp;largest=300"' in html
    html = text(client, f"{PATH}&by=relationship,event&longest=1")
    assert "Chains of up to 1 step were looked at. You could" in html
    assert ">look for paths of up to 6 steps</a>" in html
    assert ">count relationships, bodies and events</a>" in html


def test_network_is_drawn_and_listed(client: Client) -> None:
    html = text(client, NETWORK)
    titles = re.findall(r"<title>([^<]*)</title><", html)
    assert titles == [
        "Ivar Smilga and Nadezhda Poluyan: Tsentrobalt (possible)",
        "Ivar Smilga and Leon Trotsky: Declaration Of The 46",
        "Ivar Smilga: linked with 2",
        "Nadezhda Poluyan: linked with 1; only possibly in this network",
        "Leon Trotsky: linked with 1",
    ]
    assert html.count('"-1" class="line by-organisation is-possible"') == 1
    assert html.count('"-1" class="line by-event"') == 1
    assert re.findall(r'<article class="network-entry">\s*<h3><a href="/persons/([a-z-]*)/">', html) == [
        "ivar-smilga", "nadezhda-poluyan", "leon-trotsky",
    ]  # fmt: skip
    anchors = re.findall(r' href="#(link-\d)"', html)
    assert [html.count(f'id="{anchor}"') for anchor in anchors] == [1, 1]
    assert "2 steps" not in html
    assert "3 persons, 3 pairs linked." in text(client, f"{NETWORK}?steps=2")


def test_who_is_named_several_times_is_named_once(client: Client) -> None:
    for _ in range(3):
        tied("ivar-smilga", "leon-trotsky")
    html = text(client, f"{NETWORK}?by=relationship")
    [listed] = re.findall(r"supporter of</span>: (.*?)</li>", html)
    assert re.sub("<[^>]*>", "", listed) == "Leon Trotsky (3 claims)"
    assert html.count('id="link-1"') == 1


def test_what_would_cost_too_much_is_refused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.link_claims.MOST_WEIGHED", 1)
    linked = {"linked_to": {"person": "ivar-smilga", "within": 2}}
    question = {"any": [{"persons": ["alone"]}, linked]}
    query = urlencode({"q": json.dumps(question)})
    for page in (
        f"{NETWORK}?steps=2", "/persons/ivar-smilga/network.gexf?steps=2",
        *(f"{end}?{query}" for end in ("/questions/", "/questions/download.csv", "/groups/")),
    ):  # fmt: skip
        response = client.get(page)
        assert response.status_code == 400, page
        assert "Too many persons and links would have to be looked at" in response.content.decode()
    for page, attr in (
        ("/api/v1/persons/ivar-smilga/network/?steps=2", "largest"),
        (f"/api/v1/questions/?{query}", "any[1].linked_to"),
    ):
        response = client.get(page)
        assert response.status_code == 400, page
        assert [error["attr"] for error in response.json()["errors"]] == [attr]


def test_network_of_a_group(client: Client) -> None:
    html = text(client, GROUP)
    assert "2 persons, 1 pair linked." in html
    assert "Nadezhda" not in html
    canonical = urlencode({"q": SIGNED}).replace("&", "&amp;")
    for page in ("groups", "questions"):
        assert f'href="/{page}/?{canonical}"' in html


def test_a_network_of_too_many_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.web.network.MOST_DRAWN", 2)
    html = text(client, NETWORK)
    assert "2 persons, 1 pair linked. 1 more person is left out: at most 2 are drawn" in html


@pytest.mark.parametrize("name", FILES)
def test_files_for_other_programs(client: Client, name: str) -> None:
    response = client.get(f"/persons/ivar-smilga/network.{name}?by=event")
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="network-ivar-smilga.{name}"'
    content = response.content.decode()
    assert ("leon-trotsky" in content, "poluyan" in content) == (True, False)
    group = client.get(f"/groups/network.{name}?{urlencode({'q': SIGNED})}")
    assert "leon-trotsky" in group.content.decode()
    assert client.get(f"/persons/nobody/network.{name}").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        (f"{PATH}&longest=7", 400, "“longest” is a number from 1 to 6, and not “7”."),
        (f"{PATH}&by=money", 400, "and not “money”."),
        (f"{PATH}&certain=1", 400, "“certain” is “true” or “false”, and not “1”."),
        (f"{NETWORK}?steps=3", 400, "“steps” is a number from 1 to 2, and not “3”."),
        (f"{NETWORK}?largest=1001", 400, "“largest” is a number from 1 to 1,000"),
        ("/groups/network/", 400, "A network of a group needs a group"),
        ("/groups/network/?q=x", 400, "The question in “q” cannot be read"),
        ("/persons/nobody/network/", 404, "The record has no person at this address."),
        ("/persons/ivar-smilga/network.pdf", 404, "There is nothing at this address."),
    ],
)
def test_what_cannot_be_read_is_refused(
    client: Client, address: str, status: int, sentence: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert sentence in response.content.decode()


def test_a_former_address_leads_on(client: Client) -> None:
    Redirect.objects.create(noun="person", slug="smilga", person=cast.person())
    moved = client.get("/persons/smilga/network/?steps=2")
    assert (moved.status_code, moved["Location"]) == (301, f"{NETWORK}?steps=2")
    moved = client.get("/persons/smilga/network.gexf")
    assert (moved.status_code, moved["Location"]) == (301, "/persons/ivar-smilga/network.gexf")


def test_nothing_hidden_is_told(client: Client) -> None:
    files = [f"/persons/ivar-smilga/network.{name}" for name in FILES]
    files += [GROUP.replace("network/", f"network.{name}") for name in FILES]
    addresses = (*ADDRESSES, "/paths/?from=zzsecret&to=ivar-smilga", *files)
    before = [text(client, address) for address in addresses]
    cast.person("zzsecret", status=Status.DRAFT)
    cast.organisation("zzsecret-body", status=Status.DRAFT)
    cast.event("zzsecret-event", status=Status.DRAFT)
    cast.signature(cast.person("zzsecret")), tied("ivar-smilga", "zzsecret")
    tied("ivar-smilga", "leon-trotsky", status=Status.RETRACTED, note="zzsecret")
    tied("alone", "ivar-smilga", cited=False)
    for who in (cast.person(), cast.person("leon-trotsky")):
        cast.tenure(who, cast.organisation("zzsecret-body"))
        cast.signature(who, source=cast.source("zzsecret-source", status=Status.DRAFT))
    assert [text(client, address) for address in addresses] == before


def test_pages_cost_the_same_at_one_row_and_at_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for each in range(number):
            slug = f"other-{each}"
            tied("ivar-smilga", slug), cast.tenure(cast.person(slug), edtf="1917")
            cast.signature(cast.person(slug))
        # each name 2; the persons; one step of 8, and a second for those who come next; the names
        # on the way of either length; persons; claims, citations, whom else these may mean
        with django_assert_num_queries(27):
            client.get("/paths/?from=ivar-smilga&to=other-0&longest=2")
        # the person; the links 8; persons, claims
        for address in (NETWORK, "/persons/ivar-smilga/network.gexf"):
            with django_assert_num_queries(11):
                client.get(address)
        # the role, its narrower ones, who answers 2; the same without the person
        with django_assert_num_queries(14):
            client.get(GROUP)


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
