"""A day on the axis of a body: it slides with scripts and from the keyboard, and is asked without."""

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def record() -> None:
    """One who certainly sat there from 1918 to 1920, and one from 1924 to 1926."""
    for slug, edtf in (("early", "1917-12-31/1921"), ("late", "1923-12-31/1927")):
        cast.tenure(cast.person(slug), edtf=edtf, calendar="gregorian")


def test_a_day_slides_from_the_keyboard(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    record()
    page = open_page()
    page.goto(f"{live_server.url}/organisations/tsentrobalt/?by=beginning&day=1919-06-15")
    line, names = page.locator("#axis-line"), page.locator("#axis-day")
    before = line.get_attribute("x1")
    expect(names.get_by_role("link", name="Early")).to_be_visible()
    page.get_by_label("Slide the day").press("End")
    expect(page.locator("#day")).to_contain_text("31 December 1927")
    assert line.get_attribute("x1") != before
    assert page.url.endswith("/?by=beginning&day=1927-12-31")
    page.get_by_label("Day (Gregorian)").fill("1925-06-15")
    page.get_by_role("button", name="Show the day").press("Enter")
    expect(page.locator("#day-certain + p + ul")).to_have_text("Late")
    expect(page.locator("#axis-said")).to_have_text("15 June 1925, Certainly 1")
    assert complaints == []


def test_a_day_is_asked_without_scripts(live_server: LiveServer, open_page: Open) -> None:
    record()
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/organisations/tsentrobalt/?by=beginning")
    assert page.get_by_label("Slide the day").is_visible() is False
    page.get_by_label("Day (Gregorian)").fill("1925-06-15")
    page.get_by_role("button", name="Show the day").click()
    assert "by=beginning&day=1925-06-15" in page.url
    assert page.locator("#day-certain + p + ul").inner_text() == "Late"
