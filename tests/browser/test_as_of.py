"""The pages of a day and of a succession in a browser: accessible and legible at any width."""

import pytest
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open
from .walk import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/as-of/",
    "/as-of/?organisation=tsentrobalt",
    "/as-of/?organisation=tsentrobalt&role=member&date=1925-06-15",
    "/succession/",
    "/succession/?organisation=tsentrobalt&role=member",
)


def record() -> None:
    """Somebody in each class, of a body with a long name, and a denial."""
    body = cast.organisation(label="Central Committee of the " + "Very " * 12 + "Long Fleet")
    for slug, edtf in (
        ("attested-later", "1930"),
        ("attested-earlier", "1917"),
        ("here", "1921/1928"),
        ("perhaps-here", "1925-06/1926"),
        ("never-dated", ""),
    ):
        cast.tenure(cast.person(slug), body, edtf=edtf)
    cast.tenure(cast.person("here"), body, edtf="", polarity="denied")


def test_pages_are_accessible_at_any_width_and_without_a_complaint(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    record()
    assert faults(open_page(), [f"{live_server.url}{each}" for each in PAGES], complaints) == {}


def test_a_day_is_asked_and_stepped_through_without_scripts(
    live_server: LiveServer, open_page: Open
) -> None:
    record()
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/organisations/tsentrobalt/")
    page.locator("#content").get_by_role("link", name="As of a day").click()
    page.get_by_label("Date", exact=True).fill("1925-06-15")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="One day forward").click()
    assert "16 June 1925" in page.get_by_role("heading", level=1).inner_text()
