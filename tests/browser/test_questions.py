"""The pages of questions in a browser: accessible, legible, used by keys alone and without scripts."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open
from .walk import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MEMBER: Any = {"assertion": {"organisation": "tsentrobalt", "date": {"overlaps": "1917"}}}
NESTED: Any = {
    "all": [
        {"any": [MEMBER, {"compare": [{"age_at": MEMBER}, "<", 30]}]},
        {"not": {"any": [{"linked_to": {"person": "lev-kamenev"}}, {"not": MEMBER}]}},
    ]
}


def asked(question: Any, **more: str) -> str:
    return urlencode({"q": json.dumps(question), **more})


PAGES = (
    "/questions/",
    f"/questions/?{asked(MEMBER)}",
    f"/questions/?{asked(NESTED)}",
    f"/questions/edit/?{asked(NESTED, do='add:all[0]:any')}",
    f"/questions/edit/?{asked(NESTED, do='edit:all[0].any[1]')}",
    f"/questions/edit/?{asked(MEMBER, do='add::all:persons')}",
)
FAULTY = (
    f"/questions/?{asked({'assertion': {'role': 'nobody-has-it'}})}",
    f"/questions/edit/?{asked(MEMBER, do='put', joint='all', sort='overlaps_with', person='Kamenev')}",
)


def record() -> None:
    """A member of a body with a long name, and two of one surname."""
    body = cast.organisation(label="Central Committee of the " + "Very " * 12 + "Long Fleet")
    cast.tenure(cast.person(), body, calendar="gregorian")
    cast.name("Смилга", cast.person())
    cast.birth(cast.person(), edtf="1892")
    cast.tenure(cast.person("lev-kamenev"), body, edtf="")
    cast.person("sergei-kamenev")
    cast.role("chairman")


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    return page


def test_pages_are_accessible_at_any_width_and_without_a_complaint(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    record()
    url = live_server.url
    refused = [f"{url}{each}" for each in FAULTY]
    shown = [f"{url}{each}" for each in PAGES]
    assert faults(open_page(), [*shown, *refused], complaints, refused=refused) == {}


def test_a_question_is_built_without_scripts(live_server: LiveServer, open_page: Open) -> None:
    record()
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/questions/")
    page.get_by_label("Organisation", exact=True).fill("Long Fleet")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("2 persons: 2 certain, 0 possible.")).to_be_visible()
    page.get_by_text("Change the question").click()
    page.get_by_role("button", name="And …").click()
    page.get_by_role("button", name="Served with somebody").click()
    page.get_by_label("Served with", exact=True).fill("Kamenev")
    page.get_by_role("button", name="Add it").click()
    page.get_by_label("Lev Kamenev").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=3)).to_have_text(["Ivar Smilga born 1892 possible"])
    page.get_by_text("Evidence: 2 claims").click()
    expect(page.locator(".claim").first).to_be_visible()
    page.get_by_role("button", name="Remove clause 2").click()
    expect(page.get_by_text("2 persons: 2 certain, 0 possible.")).to_be_visible()


def test_a_name_is_chosen_and_a_date_understood_by_keys_alone(
    live_server: LiveServer, open_page: Open
) -> None:
    record()
    page = open_page()
    page.goto(f"{live_server.url}/questions/edit/?{asked(MEMBER, do='add::all:linked_to')}")
    field = page.get_by_role("combobox", name="Linked to")
    field.focus()
    page.keyboard.type("Смил")
    offered = page.get_by_role("listbox", name="Linked to").get_by_role("option")
    expect(offered).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "f-person-offers-0")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Ivar Smilga")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ivar Smilga")
    page.goto(f"{live_server.url}/questions/")
    page.get_by_label("Date", exact=True).focus()
    page.keyboard.type("1917-11")
    expect(page.get_by_text("1917-11: 1 November 1917 to 30 November 1917")).to_be_visible()
    page.keyboard.type("-31")
    expect(page.locator("p.field-error")).to_have_count(1)
    page.get_by_label("Date", exact=True).fill("December 1927")
    expect(page.get_by_text("1927-12: 1 December 1927 to 31 December 1927")).to_be_visible()
    expect(page.locator("p.field-error")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_refused_form_says_first_and_once_what_is_wrong(
    live_server: LiveServer, open_page: Open, scripts: bool
) -> None:
    record()
    page = open_page(java_script_enabled=scripts)
    sent = asked(MEMBER, do="put", joint="all", sort="assertion", date="..")
    page.goto(f"{live_server.url}/questions/edit/?{sent}", wait_until="networkidle")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_text("A date is missing.")).to_have_count(1)
    if scripts:
        page.get_by_label("Date", exact=True).fill("1917")
        expect(page.get_by_text("1917: 1 January 1917 to 31 December 1917")).to_be_visible()
        expect(page.get_by_text("A date is missing.")).to_have_count(0)


def test_of_several_names_the_one_at_the_cursor_is_completed(
    live_server: LiveServer, open_page: Open
) -> None:
    record()
    page = open_page()
    page.goto(f"{live_server.url}/questions/edit/?{asked(MEMBER, do='add::all:persons')}")
    field = page.get_by_role("textbox", name="Persons")
    field.focus()
    page.keyboard.type("Ivar Smilga")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.keyboard.type("sergei")
    page.get_by_role("option", name="Sergei Kamenev").click()
    expect(field).to_have_value("Ivar Smilga\nSergei Kamenev")


def test_a_comparison_shows_only_what_it_needs(live_server: LiveServer, open_page: Open) -> None:
    record()
    page = open_page()
    page.goto(f"{live_server.url}/questions/edit/?{asked(MEMBER, do='add::all:compare')}")

    def shown() -> list[str]:
        fields = page.locator(".clause-form :is(select, input):visible")
        return [each.get_attribute("name") or "" for each in fields.all()]

    page.locator("#f-left").select_option("birth.date")
    page.locator("#f-right").select_option("date")
    assert shown() == ["left", "age", "operator", "right", "right_date", "right_date_calendar"]
    page.locator("#f-right").select_option("event")
    assert shown() == ["left", "age", "operator", "right", "right_event"]
    page.locator("#f-age").select_option("true")
    assert shown() == ["left", "age", "operator", "years"]


def test_evidence_is_printed_whether_it_was_opened_or_not(
    live_server: LiveServer, open_page: Open
) -> None:
    record()
    page = open_page()
    page.goto(f"{live_server.url}/questions/?{asked(MEMBER)}")
    page.get_by_text("Change the question").click()
    expect(page.get_by_role("button", name="Is not so")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Is not so")).to_be_hidden()
    printed = page.evaluate(
        "[...document.querySelectorAll('.claim')].map(e => e.checkVisibility())"
    )
    assert printed == [True, True]
