"""The first page, the page about the record, and the glossary."""

import re

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    """What a reader reads at an address."""
    content = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


def test_home_says_what_this_is_by_an_example_out_of_the_record(client: Client) -> None:
    smilga = cast.person()
    cast.claim("death", person=smilga, edtf="1937", quotation="shot in 1937")
    memoirs = cast.source("memoirs", "Memoirs")
    cast.claim("death", person=smilga, edtf="1938", source=memoirs, quotation="not before 1938")
    cast.claim("death", person=smilga, edtf="1666", status="draft", quotation="what could leak")
    text = text_of(client, "/")
    assert (
        "When did Ivar Smilga die? A claim is what one source says at one place; its citation names "
        "the source and the place, with the words. 1937 1 source Smilga article , ¶1 : shot in 1937 "
        "1938 1 source Memoirs , ¶1 : not before 1938 sources disagree"
    ) in text
    assert "1666" not in text
    content = client.get("/").content.decode()
    conflict = "/conflicts/single_date:person:ivar-smilga:death/"
    assert f'<a href="{conflict}">All claims about this death</a>' in content


def test_home_of_a_record_without_a_conflict_or_without_anything_is_a_page(client: Client) -> None:
    text = text_of(client, "/")
    assert "Nothing has been published here yet." in text
    cast.birth()
    text = text_of(client, "/")
    assert "How it works" not in text
    assert "Those of whom the sources say most" in text


def test_home_leads_to_what_the_site_has(client: Client) -> None:
    cast.birth()
    content = client.get("/").content.decode()
    ways = content[content.index('<ul class="ways">') : content.index('id="begin"')]
    links = re.findall(r'<a href="([^"]*)"', ways)
    assert {"/persons/", "/organisations/", "/events/", "/sources/"} <= set(links)
    assert {address: client.get(address).status_code for address in links} == dict.fromkeys(
        links, 200
    )


def test_about_has_the_figures_and_each_part_of_its_contents(client: Client) -> None:
    cast.birth()
    cast.person("hidden", status="draft")
    content = client.get("/about/").content.decode()
    contents = re.findall(r'<li><a href="#([a-z]+)">', content)
    assert contents == re.findall(r'<h2 id="([a-z]+)">', content)
    assert {"claims", "signs", "figures", "cite", "licence", "contribute"} <= set(contents)
    assert "<dt>Persons</dt><dd>1</dd>" in content
    assert "http://testserver/" in text_of(client, "/about/")


def test_glossary_has_an_anchor_for_every_term(client: Client) -> None:
    content = client.get("/glossary/").content.decode()
    anchors = re.findall(r'<div id="([a-z-]+)"><dt><dfn>', content)
    assert {"claim", "independent-witness", "edtf", "kaplan-meier"} <= set(anchors)
    inner = set(re.findall(r'href="#([a-z-]+)"', content)) - {"content", "contents"}
    assert inner - set(anchors) == {
        f"chapter-{slug}" for slug in ("method", "evidence", "doubt", "time", "claims")
    }
