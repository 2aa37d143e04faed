"""The public pages in a browser: accessible, legible at any width, without a complaint."""

import pytest
from pytest_django.live_server_helper import LiveServer

from prosopography.editing import publication
from tests import cast
from tests.web.record import PAGES, QUESTION, one_more

from .conftest import Open
from .walk import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: In the other language only a few: the templates and the colours are the same.
RUSSIAN = (
    "/persons/",
    "/persons/ivar-smilga/",
    "/organisations/baltic-fleet/",
    "/assertions/{claim}/",
    QUESTION,
    "/map/",
)
#: How high a page is with all its parts laid out, those below the window too.
HEIGHT = """() => {
  for (const part of document.querySelectorAll(".record-body > section")) {
    part.style.contentVisibility = "visible"
  }
  return document.documentElement.scrollHeight
}"""
#: Pages that differ from another one only in what was asked, and not in their parts.
ALIKE = (
    "/persons/?q=Smilga",
    "/organisations/?q=tsentrobalt",
    "/organisations/tsentrobalt/",
    "/organisations/baltic-fleet/?by=beginning&day=1925-06-15",
    "/roles/member/?by=organisation&day=1925-06-15",
    "/sources/?q=article",
    "/sources/serge-memoirs/",
    "/map/?from=1880&to=1925&near=latvia",
    "/timeline/?from=1923-10&to=1923-10",
    "/conflicts/?person=ivar-smilga&state=open",
)
REFUSED = ("/nowhere/", "/persons/?zzz=1", "/persons/?page=99", "/persons/taken-back/")


def addresses() -> list[str]:
    """A page of every kind, some in Russian, every kind of refusal; three of everything."""
    claim, *_ = [one_more(number) for number in range(3)]
    gone = cast.person("taken-back")
    publication.retract(gone, reason="A test.")
    russian = [f"/ru{page}" for page in RUSSIAN]
    pages = [page for page in PAGES if page not in ALIKE]
    return [page.format(claim=claim) for page in (*pages, *russian, *REFUSED)]


def test_pages_are_accessible_at_any_width_and_without_a_complaint(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    all_of_them = [f"{live_server.url}{each}" for each in addresses()]
    refused = [f"{live_server.url}{each}" for each in REFUSED]
    assert faults(open_page(), all_of_them, complaints, refused=refused) == {}


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


def test_reference_is_copied_where_the_browser_allows_it(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    addresses()
    where = f"{live_server.url}/persons/ivar-smilga/"
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(where)
    height = page.evaluate(HEIGHT)
    cite = page.locator("section.cite")
    cite.scroll_into_view_if_needed()
    assert cite.get_by_role("button").all_inner_texts() == ["Copy"]
    cite.get_by_role("button", name="Copy", exact=True).click()
    said = cite.locator(".citation [role=status]")
    said.get_by_text("Copied").wait_for()
    sentence = cite.locator(".citation-text").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == sentence
    assert page.evaluate(HEIGHT) == height
    cite.get_by_text("BibTeX", exact=True).first.click()
    cite.get_by_role("button", name="Copy BibTeX").click()
    cite.locator("details [role=status]").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{person-ivar-smilga,")
    assert complaints == []
    # Where it does not, there is no button, and its room is kept while the script is not yet there.
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(where)
    assert page.locator("section.cite").get_by_role("button").count() == 0
    assert page.evaluate(HEIGHT) == height


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
