"""What has not changed is not sent again, nor made again; what has changed is."""

import time
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from prosopography.editing import row
from prosopography.models import Version
from prosopography.web import unchanged
from tests import cast

from .conftest import Fill
from .record import GROUP, QUESTION

pytestmark = [pytest.mark.django_db, pytest.mark.version]

PERSON = "/persons/ivar-smilga/"
#: Of every sort of answer one.
ADDRESSES = (
    "/",
    PERSON,
    "/persons/?q=Smilga",
    "/assertions/{claim}/",
    QUESTION,
    GROUP,
    "/ru/persons/ivar-smilga/",
    "/persons/ivar-smilga.ttl",
    "/persons/ivar-smilga/network.gexf",
    "/sitemap.xml",
    "/robots.txt",
    "/changes/feed.atom",
    QUESTION.replace("/?", "/download.csv?"),
    "/api/v1/",
    "/api/v1/persons/",
    "/api/v1/persons/ivar-smilga/",
    "/api/v1/assertions/?kind=tenure",
)


def tag(client: Client, address: str = PERSON, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response["ETag"]


def test_whoever_has_a_page_gets_304_for_one_query(client: Client, fill: Fill) -> None:
    claim = fill(1)
    tags = {}
    for page in ADDRESSES:
        address = page.replace("{claim}", claim)
        response = client.get(address)
        if response.streaming:
            response.getvalue()
        tags[address] = response["ETag"]
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response["Vary"] == "Accept, Accept-Encoding"
        with CaptureQueriesContext(connection) as queries:
            again = client.get(address, headers={"If-None-Match": f'"other", {tags[address]}'})
        assert (again.status_code, again.content, len(queries)) == (304, b"", 1), address
        for name in ("ETag", "Cache-Control", "Vary"):
            assert again[name] == response[name]
        assert not again.has_header("Content-Type")
    assert len(set(tags.values())) == len(tags)


def test_every_act_changes_the_tag_of_every_page(client: Client) -> None:
    cast.birth()
    before = tag(client)
    assert tag(client) == before
    connection.run_on_commit.clear()  # a test is one transaction, which never ends
    with TestCase.captureOnCommitCallbacks(execute=True):
        row.revise(cast.event(), note="A note.")
    changed = tag(client)
    connection.run_on_commit.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("refresh", stdout=StringIO())
    assert len({before, changed, tag(client)}) == 3
    assert client.get(PERSON, headers={"If-None-Match": before}).status_code == 200


def test_settings_templates_and_software_change_the_tag(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.birth()
    found = [tag(client)]
    settings.SITE_NAME = "Another name"
    found.append(tag(client))
    monkeypatch.setattr(unchanged, "_software", lambda: "newer")
    found.append(tag(client))
    settings.DEBUG = True
    found.append(tag(client))
    monkeypatch.setattr(unchanged, "_templates", lambda: "newer")
    found.append(tag(client))
    assert len(set(found)) == 5


def test_the_digest_of_the_software_knows_code_templates_and_styles() -> None:
    names = {path.name for path in unchanged._files(*unchanged._MADE_OF)}
    assert {"unchanged.py", "base.html", "site.css", "site.js", "requirements.txt"} <= names
    assert {name.rpartition(".")[2] for name in names} <= {
        suffix[1:] for suffix in unchanged._SUFFIXES
    }


def test_another_host_language_parameter_or_form_has_another_tag(
    client: Client, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "example.org"]
    cast.birth()
    found = [
        tag(client),
        tag(client, host="example.org"),
        tag(client, "/ru/persons/ivar-smilga/"),
        tag(client, f"{PERSON}?word=1"),
        client.get(PERSON, headers={"Accept": "image/png"}).get("ETag", ""),
        tag(client, "/api/v1/schema/"),
        tag(client, "/api/v1/schema/", accept="application/vnd.oai.openapi"),
        tag(client, "/api/v1/schema/", accept="application/vnd.oai.openapi+json"),
    ]
    assert found[4] == ""
    assert len(set(found)) == 8
    # A page is the same for whoever asks for it.
    assert found[0] == tag(client, hx_request="true") == tag(client, accept="text/html, */*;q=0.8")


def test_another_name_of_an_editor_changes_the_tag_where_it_is_told(
    client: Client, settings: Any
) -> None:
    cast.birth()
    editor = get_user_model().objects.create_user("natalia", first_name="Natalia")
    found = [tag(client)]
    settings.NAME_EDITORS = True
    found.append(tag(client))
    editor.first_name = "Natasha"
    editor.save()
    found.append(tag(client))
    assert len(set(found)) == 3
    # The user name is told to nobody.
    editor.username = "nata"
    editor.save()
    assert tag(client) == found[-1]


def test_refusals_and_redirects_have_no_tag(client: Client) -> None:
    cast.person()
    for address, status in (
        ("/persons/nobody/", 404),
        ("/persons/ivar-smilga", 301),
        (f"{PERSON}?what=1", 400),
        ("/api/v1/persons/nobody/", 404),
        ("/nowhere/", 404),
    ):
        response = client.get(address, headers={"If-None-Match": "*"})
        assert response.status_code == status
        assert not response.has_header("ETag")
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not client.post(PERSON).has_header("ETag")


def test_an_error_is_kept_by_nobody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(request: HttpRequest) -> None:
        raise RuntimeError

    monkeypatch.setattr("prosopography.web.sitemap.Robots.get", broken)
    client.raise_request_exception = False
    response = client.get("/robots.txt")
    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")


def test_a_date_alone_is_understood_once_its_second_is_over(client: Client, settings: Any) -> None:
    cast.birth()
    long_ago = timezone.now() + timedelta(seconds=5)  # later than this server was started
    version = Version.objects.create(token="one", changed=long_ago)
    assert not client.get(PERSON).has_header("Last-Modified")
    unchanged_since = {"If-Modified-Since": http_date(time.time() + 10)}
    assert client.get(PERSON, headers=unchanged_since).status_code == 200
    version.changed = unchanged._STARTED + timedelta(seconds=1)
    version.save()
    while timezone.now() - version.changed <= timedelta(seconds=1):
        time.sleep(0.1)  # only where this is the first test that runs
    response = client.get(PERSON)
    assert response["Last-Modified"] == http_date(int(version.changed.timestamp()))
    again = client.get(PERSON, headers={"If-Modified-Since": response["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")
    earlier = http_date(int(version.changed.timestamp()) - 1)
    assert client.get(PERSON, headers={"If-Modified-Since": earlier}).status_code == 200
    nowhere = client.get("/persons/nobody/", headers={"If-Modified-Since": http_date()})
    assert nowhere.status_code == 404
    settings.NAME_EDITORS = True  # to rename an editor leaves no date
    assert not client.get(PERSON).has_header("Last-Modified")


def test_public_answers_are_packed_and_the_desk_is_not(client: Client) -> None:
    cast.birth()
    packed = {"Accept-Encoding": "gzip"}
    for address in (PERSON, "/persons/ivar-smilga.ttl", "/api/v1/assertions/", "/nowhere/"):
        whole, small = client.get(address), client.get(address, headers=packed)
        assert small["Content-Encoding"] == "gzip"
        assert len(small.content) < len(whole.content)
        assert client.get(address, headers=packed).content == small.content
        assert small.get("ETag") == whole.get("ETag")
    client.force_login(get_user_model().objects.create_superuser("editor"))
    desk = client.get("/admin/prosopography/person/", headers=packed)
    assert desk.status_code == 200
    assert not desk.has_header("Content-Encoding")
    assert not desk.has_header("ETag")
    assert "public" not in desk["Cache-Control"]
