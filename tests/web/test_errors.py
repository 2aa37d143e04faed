"""Errors in the site's own look, also when nothing else works any more."""

import re
from typing import Any

import pytest
from django.conf import settings as project
from django.http import HttpRequest
from django.test import Client, RequestFactory

from prosopography.web.errors import bad_request, server_error


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("address", ["/nowhere/", "/nowhere", "/persons/a/b/", "/%00/", "/a%0Ab"])
def test_unknown_addresses_answer_404_in_the_look_of_the_site(
    client: Client, settings: Any, address: str, debug: bool
) -> None:
    settings.DEBUG = debug
    response = client.get(address)
    text = response.content.decode()
    assert response.status_code == 404
    assert "<title>Page not found – " in text
    assert 'href="/persons/"' in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/persons/ivar-smilgaa/", "ivar smilgaa"),
        ("/nowhere/Ivar_Smilga.html", "Ivar Smilga"),
        ("/%D0%A1%D0%BC%D0%B8%D0%BB%D0%B3%D0%B0", "Смилга"),
        ("/%22%3E%3Cscript%3E/", "script"),
        ("/--/", ""),
    ],
)
def test_where_nothing_is_one_can_look_for_what_the_address_says(
    client: Client, address: str, words: str
) -> None:
    text = client.get(address).content.decode()
    box = re.findall(r'<input id="site-q" type="search" name="q" value="([^"]*)"', text)
    assert box == [words]
    main = text[text.index("<main") :]
    links = re.findall(r'<li><a href="(/[a-z]+/)">', main)
    assert links[:3] == ["/persons/", "/organisations/", "/events/"]
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.django_db
def test_other_refusals_offer_no_search_of_their_own(client: Client) -> None:
    for address in ("/persons/?page=99", "/persons/?height=2"):
        text = client.get(address).content.decode()
        assert text.count('id="site-q"') == 1
        assert "Or look through a list" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_for_reading_only(method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)("/persons/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert "This page can only be read." in response.content.decode()


@pytest.mark.django_db
def test_head_answers_as_get_without_the_page(client: Client) -> None:
    response = client.head("/persons/")
    assert (response.status_code, response.content) == (200, b"")


def test_bad_request_keeps_its_reason_to_itself(rf: RequestFactory) -> None:
    response = bad_request(rf.get("/"), ValueError("a secret"))
    assert response.status_code == 400
    assert "secret" not in response.content.decode()
    assert "The request is not one that this site understands." in response.content.decode()


def test_server_error_needs_nothing_that_may_be_broken(settings: Any) -> None:
    """No database is allowed in this test, no context processor works, no file was collected."""
    settings.TEMPLATES[0]["OPTIONS"]["context_processors"] = ["nowhere.to.be.found"]
    settings.TEMPLATES = list(settings.TEMPLATES)
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    try:
        response = server_error(HttpRequest())
    finally:
        settings.TEMPLATES[0]["OPTIONS"]["context_processors"] = PROCESSORS
    text = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong" in text
    assert project.SITE_NAME in text
    assert "/static/prosopography/site.css" in text


PROCESSORS = list(project.TEMPLATES[0]["OPTIONS"]["context_processors"])


@pytest.mark.django_db
def test_an_error_in_a_page_is_answered_by_that_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr("prosopography.web.home.figures", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()
    assert "secret" not in response.content.decode()
