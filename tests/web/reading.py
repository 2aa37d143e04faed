"""Pages as the tests read them: their text, what they refuse, whether they are well made."""

import re
from html import unescape

import html5lib
from django.test import Client, RequestFactory
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

#: What the policy of the site forbids; a script of JSON is data.
_INLINE = re.compile(
    r"""<script(?![^>]*\ssrc=| type="application/ld\+json">)|<style|\sstyle=|\son[a-z]+=|javascript:"""
)


def text(client: Client, address: str, status: int = 200) -> str:
    """What is answered at an address, be it a page or a file, with this status."""
    response = client.get(address)
    answer: str = response.getvalue().decode()
    assert response.status_code == status, answer
    return answer


def well_made(client: Client, address: str) -> str:
    """The same of a page that is well made."""
    html = text(client, address)
    assert_well_made(html, address)
    return html


def refusal(client: Client, address: str) -> tuple[int, str]:
    """The status and the sentence of a page that is refused."""
    response = client.get(address)
    (sentence,) = re.findall(r'<p class="lead">([^<]+)</p>', response.content.decode())
    return response.status_code, unescape(sentence)


def sections(html: str) -> dict[str, list[str]]:
    """The persons under each heading, by its identifier."""
    found = {}
    for part in html.split("<h2 id=")[1:]:
        key = part.partition('"')[2].partition('"')[0]
        found[key] = re.findall(r'<h3><a href="/persons/([a-z-]+)/">', part)
    return found


def assert_well_made(html: str, page: str = "") -> None:
    """Valid HTML in which no identifier stands twice, without inline style and script."""
    html5lib.HTMLParser(strict=True).parse(html)
    identifiers = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(identifiers) == sorted(set(identifiers)), page
    assert _INLINE.findall(html) == [], page


def assert_citable(client: Client, html: str, address: str) -> None:
    """Its canonical address is the one that was asked, and the same is there as JSON if it says so."""
    [canonical] = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    assert unescape(canonical) == f"http://testserver{address}"
    for link in re.findall(r'type="application/json" href="([^"]*)">', html):
        assert client.get(unescape(link)).json()["asked"], link


def assert_asks_nothing_while_written(
    rf: RequestFactory, address: str, count: DjangoAssertNumQueries
) -> None:
    """That the view has read all that the template shows; ``count`` is the fixture that counts."""
    request = rf.get(address)
    view, arguments, named = resolve(request.path_info)
    response = view(request, *arguments, **named)
    with count(0, info=address):
        response.render()
