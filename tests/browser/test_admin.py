"""The desk in a browser: a claim from the search for its person to its publication."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from prosopography.models import Assertion, Status
from tests import cast

from .conftest import Open
from .walk import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: What Django's own templates leave to be desired: the empty head of a column of an inline.
DJANGOS = {"empty-table-header"}
PASSWORD = "for the tests only"


@pytest.fixture
def desk(live_server: LiveServer, open_page: Open) -> "Desk":
    """The desk of a record with Smilga, his chair and two sources."""
    import_module("prosopography.migrations.0002_groups").make_groups(apps)
    for name, group in (("anna", "Editor"), ("boris", "Reviewer")):
        account = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        account.groups.add(Group.objects.get(name=group))
    cast.name("Смилга", locator="¶2")
    cast.person("leon-trotsky")
    for role in ("member", "chairman", "arrested", "signatory"):
        cast.role(role)
    cast.organisation(), cast.event(), cast.source("serge-memoirs", "Serge, Memoirs")
    return Desk(live_server.url, open_page)


class Desk:
    """What an editor does with the mouse and the keys."""

    def __init__(self, url: str, open_page: Open) -> None:
        self.url = f"{url}/admin/"
        self.open_page = open_page

    def enter(self, name: str, **window: object) -> Page:
        """Logs in, in a browser of its own."""
        page = self.open_page(**window)
        page.goto(self.url)
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        return page

    def pick(self, page: Page, field: str, text: str) -> None:
        """Types into a field that names a row, and takes the first that is offered."""
        page.click(f"#id_{field} + .select2-container")
        with page.expect_response(re.compile(r"/pick/.*term=[^&]")):
            page.fill(".select2-dropdown .select2-search__field", text)
        first = page.locator(".select2-results__option:not(.loading-results)").first
        expect(first).to_have_class(re.compile("highlighted"))
        first.click()


def chosen(page: Page, field: str) -> str:
    """What a field that names a row shows."""
    return page.locator(
        f"#id_{field} + .select2-container .select2-selection__rendered"
    ).inner_text()


def test_list_of_claims_shows_every_column_at_1280_pixels(desk: Desk) -> None:
    cast.tenure(role_slug="chairman", edtf="1917-10-25", calendar="julian", status=Status.DRAFT)
    page = desk.enter("boris", width=1280)
    page.goto(f"{desk.url}prosopography/assertion/")
    room = page.locator(".results").evaluate("each => [each.scrollWidth, each.clientWidth]")
    assert room[0] == room[1]
    assert page.locator("th.column-identifier").is_visible()


def test_claim_goes_from_the_search_to_the_public(desk: Desk, complaints: list[str]) -> None:
    page = desk.enter("anna")
    page.goto(f"{desk.url}prosopography/person/?q=Смилга")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    page.click("th.field-label a")
    page.click("text=Add a claim")
    page.click("dl.kinds >> text=Tenure")
    assert "Ivar Smilga" in chosen(page, "person")
    desk.pick(page, "role", "chair")
    desk.pick(page, "organisation", "Центробалт")

    page.fill("#id_date_text", "31 September 1917")
    expect(page.locator(".field-date_text .date-fault")).to_contain_text("30 days")
    page.fill("#id_date_text", "12th September 1917 O.S.")
    page.click(".field-date_text button")
    assert page.input_value("#id_edtf") == "1917-09-12"
    assert page.input_value("#id_calendar") == "julian"
    expect(page.locator(".field-edtf .date-words")).to_contain_text("25 September 1917 Gregorian")

    desk.pick(page, "citations-0-source", "smilga article")
    page.fill("#id_citations-0-locator", "¶7")
    page.fill("#id_citations-0-quotation", "elected chairman of Tsentrobalt")
    page.click("text=Add another Citation")
    desk.pick(page, "citations-1-source", "serge")
    page.fill("#id_citations-1-locator", "p. 12")
    page.fill("#id_edtf", "1917-09-31")
    page.click("input[name=_submit]")
    expect(page.locator(".field-edtf .errorlist")).to_contain_text("There is no 31 September 1917")
    page.fill("#id_edtf", "1917-09-12")
    page.fill("#id_reason", "read in the article and in Serge")
    page.click("input[name=_submit]")
    expect(page.locator(".messagelist")).to_contain_text("It is in review.")
    claim = Assertion.objects.get(kind="tenure")
    assert (claim.status, claim.citations.count()) == (Status.REVIEW, 2)

    page = desk.enter("boris")
    page.goto(f"{desk.url}prosopography/assertion/?status__exact=review")
    page.click("th.field-claim a")
    expect(page.locator("#content h2").first).to_contain_text("chairman, Tsentrobalt")
    page.fill("#id_reason", "checked")
    page.click("input[name=_publish]")
    expect(page.locator(".messagelist")).to_contain_text("It is published.")
    assert claim in Assertion.objects.public()
    page.goto(f"{desk.url}prosopography/assertion/{claim.pk}/history/")
    table = page.locator("#change-history tbody tr")
    expect(table).to_have_count(3)
    expect(table.first).to_contain_text("boris")
    expect(table.first).to_contain_text("review → published")
    assert complaints == []


def test_fields_follow_the_kind_at_once(desk: Desk) -> None:
    page = desk.enter("anna")
    page.goto(f"{desk.url}prosopography/assertion/add/?kind=tenure")
    desk.pick(page, "role", "member")
    page.select_option("#id_kind", "participation")
    expect(page.locator(".form-row.field-event")).to_be_visible()
    assert chosen(page, "role").startswith("e.g.")
    desk.pick(page, "role", "sign")
    assert "signatory" in chosen(page, "role")
    page.select_option("#id_kind", "birth")
    for column, is_there in (("person", True), ("role", False), ("event", False), ("place", True)):
        row = page.locator(f".form-row.field-{column}")
        (expect(row).to_be_visible if is_there else expect(row).to_be_hidden)()
    expect(page.locator(".form-row.field-place label")).to_have_text("Place of birth:")


def test_form_works_without_scripts(desk: Desk) -> None:
    page = desk.enter("anna", java_script_enabled=False)
    person = Assertion.objects.get().person
    assert person is not None
    page.goto(f"{desk.url}prosopography/assertion/add/?kind=birth&person={person.pk}")
    page.fill("#id_date_text", "early 1892")
    page.click("input[name=_save]")
    expect(page.locator(".field-date_text .errorlist")).to_contain_text(
        "How is this date to be read?"
    )
    page.check("input[name=reading] >> nth=0")
    page.click("input[name=_save]")
    assert Assertion.objects.get(kind="birth").edtf == "[1892-01..1892-04]"


def pages(desk: Desk) -> list[str]:
    """A page of every sort."""
    claim = Assertion.objects.get()
    return [
        desk.url,
        *(
            f"{desk.url}prosopography/{path}"
            for path in (
                "assertion/",
                "assertion/add/",
                "assertion/add/?kind=relationship",
                f"assertion/{claim.pk}/change/",
                f"assertion/{claim.pk}/history/",
                f"assertion/{claim.pk}/history/{claim.history.get().pk}/",
                "person/?q=Smilga",
                f"person/{claim.person_id}/change/",
                "source/add/",
                "role/",
                "citation/",
            )
        ),
    ]


def test_desk_is_accessible_at_any_width_and_without_a_complaint(
    desk: Desk, complaints: list[str]
) -> None:
    page, given = desk.enter("boris"), {"ignored": DJANGOS, "widths": (360, 1280)}
    assert faults(page, pages(desk), complaints, shifts=True, **given) == {}
