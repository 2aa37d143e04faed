"""The search: offered while one types, told in full on its page; the head that holds it."""

import re
from html import unescape

import pytest
from django.test import Client

from tests import cast

from .conftest import Fill
from .record import PAGES

pytestmark = pytest.mark.django_db

HITS = "/search/hits/"


def text_of(client: Client, address: str) -> str:
    """What a reader reads at an address."""
    content = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


def test_what_is_offered_says_which_name_was_found_and_where_it_stands(client: Client) -> None:
    trotsky = cast.person("leon-trotsky")
    cast.birth(trotsky, edtf="1879")
    cast.name("Trotsky", trotsky, source=cast.source("memoirs", "Memoirs"), locator="¶3")
    cast.person("hidden-trotsky", status="draft")
    assert text_of(client, f"{HITS}?q=Trotzki") == (
        "Leon Trotsky born 1879 person “Trotsky” in Memoirs, ¶3 by its sound "
        "All that is found under “Trotzki” 1 is found; choose with the arrow keys."
    )
    assert text_of(client, f"{HITS}?q=Srnirnov") == (
        "Nothing is found under “Srnirnov”. Try the surname alone, or fewer letters. "
        "Nothing is found."
    )
    assert text_of(client, HITS) == ""
    assert client.get(HITS)["X-Robots-Tag"] == "noindex"
    cast.claim("residence", person=trotsky, place=cast.place(), named_as="Trotzky", locator="¶7")
    assert "“Trotzky”, as printed in Smilga article, ¶7 this spelling" in text_of(
        client, f"{HITS}?q=Trotzky"
    )


def test_what_only_the_label_gives_is_offered_as_the_record_calls_it(client: Client) -> None:
    cast.person("leon-trotsky")
    cast.event("murder", "Murder of Trotsky")
    assert text_of(client, f"{HITS}?q=Trotsky") == (
        "Leon Trotsky person as the record calls it this spelling "
        "Murder of Trotsky event as the record calls it this spelling "
        "All that is found under “Trotsky” 2 are found; choose with the arrow keys."
    )


def test_what_is_offered_is_a_list_of_options_and_says_if_there_are_more(client: Client) -> None:
    for number in range(9):
        cast.person(f"smilga-{number}", "Smilga")
    content = client.get(f"{HITS}?q=Smilga").content.decode()
    assert re.findall(r'role="(\w+)"', content) == ["listbox", *["option"] * 8]
    assert re.findall(r'id="([a-z0-9-]+)"', content) == [
        "site-hits-list", *[f"site-hit-{number}" for number in range(1, 9)],
    ]  # fmt: skip
    assert "The best 8 are shown; choose with the arrow keys, or press Enter for all." in content


def test_what_is_typed_is_read_as_strictly_as_everything(client: Client) -> None:
    for query in ("?name=Smilga", "?q=a&q=b", f"?q={'x' * 201}", "?q=%00"):
        assert client.get(f"{HITS}{query}").status_code == 400
    assert client.post(HITS).status_code == 405
    assert "<b>" not in client.get(f"{HITS}?q=%3Cb%3E").content.decode()


def test_search_offers_first_what_alone_is_called_so_and_says_where_names_stand(
    client: Client,
) -> None:
    cast.name("Trotsky", cast.person("leon-trotsky"), locator="¶3")
    cast.event("murder", "Murder of Trotsky")
    text = text_of(client, "/search/?q=Trotsky")
    assert "Just this name Leon Trotsky Persons 1 Leon Trotsky" in text
    assert "“Trotsky” is this name. In Smilga article , ¶3" in text
    assert "Events 1 Murder of Trotsky" in text
    cast.name("Trotsky", cast.person("natalia-trotsky"))
    assert "Just this name" not in text_of(client, "/search/?q=Trotsky")


def test_sources_and_roles_are_offered_and_found_with_what_they_are_found_by(
    client: Client,
) -> None:
    cast.source("info-list", "The Info List", file="003_8dc4.txt")
    cast.role("signatory")
    assert text_of(client, f"{HITS}?q=document+3") == (
        "The Info List source “003”, its document this spelling "
        "All that is found under “document 3” 1 is found; choose with the arrow keys."
    )
    text = text_of(client, "/search/?q=document+3")
    assert "Sources 1 The Info List “document 3” is its document “003_8dc4.txt”." in text
    assert "Roles 1 signatory “signatory” is this name." in text_of(client, "/search/?q=signatory")


def test_where_nothing_is_found_the_words_can_be_looked_for_elsewhere(client: Client) -> None:
    cast.claim("description", person=cast.person(), value="a “fiery” firebrand")
    content = client.get("/search/?q=fiery%E2%80%9D+fire").content.decode()
    links = re.findall(r'<li><a href="([^"]*)" rel="nofollow">', content)
    assert links[0] == "/assertions/?q=fiery%E2%80%9D+fire"
    assert ["Ivar Smilga" in text_of(client, unescape(link)) for link in links] == [True, True]
    for text in ('"', "\\", "%", "ё" * 200):
        content = client.get("/search/", {"q": text}).content.decode()
        links = re.findall(r'<li><a href="([^"]*)" rel="nofollow">', content)
        assert [client.get(unescape(link)).status_code for link in links] == [200, 200], text


def test_every_page_has_one_search_box_and_at_most_two_scripts(client: Client, fill: Fill) -> None:
    claim = fill(1)
    for page in PAGES:
        content = client.get(page.format(claim=claim)).content.decode()
        assert content.count('role="search"') == content.count('id="site-q"') == 1, page
        assert content.count("<script src=") <= 2, page
        assert content.count('<link rel="stylesheet"') == 1, page


def test_the_navigation_marks_where_the_reader_is(client: Client) -> None:
    cast.person()

    def marked(address: str) -> list[tuple[str, str]]:
        head, _, _ = client.get(address).content.decode().partition("</header>")
        return re.findall(r'<a href="([^"]*)" aria-current="(\w+)"', head)

    assert marked("/") == []
    assert marked("/persons/") == [("/persons/", "page")]
    assert marked("/persons/ivar-smilga/") == [("/persons/", "true")]
    assert marked("/sources/stemma/") == [("/sources/stemma/", "page")]
    assert marked("/nowhere/") == []
    head, _, _ = client.get("/persons/").content.decode().partition("</header>")
    assert re.findall(r'<details class="([^"]*)"', head) == [
        "nav-group is-here", "nav-group", "nav-group", "nav-group",
    ]  # fmt: skip
