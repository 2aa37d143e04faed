"""The pages of a day and of a succession in a browser: accessible and legible at any width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(live_server: LiveServer, open_page: Open, scheme: str) -> None:
    record()
    page = open_page(scheme=scheme)
    findings = {}
    for address in PAGES:
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = Axe().run(page)
        if found.violations_count:
            findings[address] = found.generate_report()
    assert findings == {}


@pytest.mark.parametrize("width", [320, 768, 2560])
def test_pages_never_scroll_sideways(live_server: LiveServer, open_page: Open, width: int) -> None:
    record()
    page = open_page(width=width)
    wide = {}
    for address in PAGES:
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[address] = found
    assert wide == {}


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
