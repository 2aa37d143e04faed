"""The largest page of a person is light: what it weighs, and how many files it takes."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.core.management import call_command
from django.db.models import Count
from django.test import Client
from playwright.sync_api import Request
from pytest_django.live_server_helper import LiveServer

from prosopography.models import Person

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: In bytes, over the wire, with everything that the page needs.
MOST = 100_000


def test_largest_page_is_light(
    live_server: LiveServer, open_page: Open, fixture_files: list[Path]
) -> None:
    call_command("loaddata", *fixture_files, verbosity=0)
    person = Person.objects.annotate(claims=Count("assertions")).latest("claims")
    address = f"/persons/{person.slug}/"
    page, asked = open_page(), list[Request]()

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    page.goto(f"{live_server.url}{address}", wait_until="networkidle")
    sorts = sorted(each.resource_type for each in asked)
    assert [each for each in sorts if each not in ("image", "other")] == [
        "document",
        "script",
        "script",
        "stylesheet",
    ]
    packed = Client(headers={"Accept-Encoding": "gzip"}).get(address)
    assert packed["Content-Encoding"] == "gzip"
    weight = len(packed.content)
    for each in asked:
        path = urlsplit(each.url).path
        if path.startswith(settings.STATIC_URL):
            found = find(path.removeprefix(settings.STATIC_URL))
            assert isinstance(found, str), path
            weight += len(gzip.compress(Path(found).read_bytes()))
    assert weight <= MOST, weight
