"""The public pages in a browser: accessible, legible at any width, without a complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pytest_django.live_server_helper import LiveServer

from prosopography.editing import publication
from tests import cast
from tests.web.record import PAGES, one_more

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REFUSED = ("/nowhere/", "/persons/?zzz=1", "/persons/?page=99", "/persons/taken-back/")


def addresses() -> list[str]:
    """A page of every kind, and every kind of refusal, of a record with three of everything."""
    claim, *_ = [one_more(number) for number in range(3)]
    gone = cast.person("taken-back")
    publication.retract(gone, reason="A test.")
    return [page.format(claim=claim) for page in (*PAGES, *REFUSED)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(live_server: LiveServer, open_page: Open, scheme: str) -> None:
    page = open_page(scheme=scheme)
    findings = {}
    for address in addresses():
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = Axe().run(page)
        if found.violations_count:
            findings[address] = found.generate_report()
    assert findings == {}


def test_pages_make_the_browser_complain_of_nothing(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    page = open_page()
    for address in addresses():
        response = page.goto(f"{live_server.url}{address}", wait_until="networkidle")
        assert response is not None
        if response.status == 200:
            assert complaints == [], address
        else:  # Chromium complains of the status of the page itself
            assert len(complaints) == 1
            assert f"status of {response.status}" in complaints.pop()


@pytest.mark.parametrize("width", [320, 768, 2560])
def test_pages_never_scroll_sideways(live_server: LiveServer, open_page: Open, width: int) -> None:
    page = open_page(width=width)
    wide = {}
    for address in addresses():
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[address] = found
    assert wide == {}


def test_pages_can_be_used_from_the_keyboard(live_server: LiveServer, open_page: Open) -> None:
    addresses()
    page = open_page()
    page.goto(f"{live_server.url}/persons/ivar-smilga/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1


def test_pages_and_search_work_without_scripts(live_server: LiveServer, open_page: Open) -> None:
    addresses()
    page = open_page(java_script_enabled=False)
    page.goto(live_server.url)
    page.get_by_label("Find a person").fill("Смилга")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Ivar Smilga").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ivar Smilga"


def test_evidence_is_printed_whether_it_was_opened_or_not(
    live_server: LiveServer, open_page: Open
) -> None:
    addresses()
    page = open_page()
    page.goto(f"{live_server.url}/persons/ivar-smilga/")
    page.emulate_media(media="print")
    assert page.locator("nav.site-nav").is_hidden()
    printed = page.evaluate(
        "[...document.querySelectorAll('.evidence li')].map(each => each.checkVisibility())"
    )
    assert set(printed) == {True}
