"""The page on which requests to the API are tried: it works under the strict policy."""

import pytest
from pytest_django.live_server_helper import LiveServer

from tests import cast

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_request_is_tried_without_a_complaint(
    live_server: LiveServer, open_page: Open, complaints: list[str]
) -> None:
    cast.name("Смилга")
    page = open_page()
    page.goto(f"{live_server.url}/api/v1/docs/", wait_until="networkidle")
    page.wait_for_selector(".opblock")
    assert page.locator(".opblock").count() == 31
    persons = page.locator("#operations-persons-persons_list")
    persons.locator(".opblock-summary-control").click()
    persons.locator(".try-out__btn").click()
    persons.locator("[data-param-name=search] input").fill("Smilga")
    persons.locator(".execute").click()
    answer = persons.locator(".live-responses-table")
    answer.wait_for()
    assert answer.locator("tr.response .response-col_status").inner_text().split() == ["200"]
    assert "Смилга" in answer.locator(".microlight").first.inner_text()
    assert complaints == []


@pytest.mark.parametrize("width", [360, 2560])
def test_page_never_scrolls_sideways(live_server: LiveServer, open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.goto(f"{live_server.url}/api/v1/docs/", wait_until="networkidle")
    page.wait_for_selector(".opblock")
    page.locator("#operations-persons-persons_list .opblock-summary-control").click()
    page.wait_for_selector("#operations-persons-persons_list .parameters")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
