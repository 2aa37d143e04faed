"""Search as one types, menus and terms: by keys alone, without scripts, without a complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def record() -> None:
    """Two of one surname, one of them under a name that a source prints wrong."""
    cast.name("Смилга", cast.person())
    cast.birth(cast.person(), edtf="1892")
    cast.person("pauls-smilga")
    cast.tenure(cast.person("leon-trotsky"), named_as="Trotzky")


def test_a_person_is_found_by_keys_alone_while_one_types(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    record()
    page = open_page(width=360)
    page.goto(f"{live_server.url}/about/")
    field = page.get_by_role("combobox", name="Find a person")
    before = page.locator("main").bounding_box()
    field.focus()
    page.keyboard.type("Smilga")
    offered = page.get_by_role("listbox", name="Found").get_by_role("option")
    expect(offered).to_have_count(3)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#site-hits-said")).to_have_text("3 are found; choose with the arrow keys.")
    assert page.locator("main").bounding_box() == before  # nothing moved
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    expect(offered).to_have_count(0)
    expect(field).to_have_value("Smilga")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Backspace")
    expect(offered).to_have_count(3)
    page.keyboard.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", "site-hit-3")
    page.keyboard.press("ArrowDown")
    expect(field).not_to_have_attribute("aria-activedescendant", "site-hit-3")
    page.keyboard.press("ArrowDown")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ivar Smilga")
    page.get_by_role("combobox", name="Find a person").focus()
    page.keyboard.type("Trotsk")
    expect(offered).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Trotsk")
    assert complaints == []


def test_menus_and_terms_open_and_close_by_keys(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    record()
    page = open_page()
    page.goto(live_server.url)
    menu = page.locator(".nav-group summary").first
    menu.focus()
    page.keyboard.press("Enter")
    link = page.locator(".site-nav").get_by_role("link", name="Organisations")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()
    term = page.locator("main a.term").first
    term.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("note")
    expect(box).to_contain_text("The study of a group of people")
    page.keyboard.press("Tab")
    expect(box.get_by_role("link", name="In the glossary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(term).to_be_focused()
    assert complaints == []


def test_search_menus_and_terms_work_without_scripts(
    live_server: LiveServer, open_page: Open
) -> None:
    record()
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/about/")
    page.get_by_label("Find a person").fill("Смилга")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ivar Smilga").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ivar Smilga")
    page.locator(".nav-group summary").last.click()
    page.locator(".site-nav").get_by_role("link", name="Glossary").click()
    page.goto(live_server.url)
    page.locator("main a.term").first.click()
    page.wait_for_url("**/glossary/#prosopography")
