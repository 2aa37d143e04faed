"""The twenty journeys of a visitor (journeys.md), with and without scripts, wide and on a phone.

Each is made with scripts and without, once wide and once on a phone; with ``JOURNEYS=all`` in each of
the four ways. The record is loaded once for all of them; what fails is told for all together.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Error, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE, PHONE = 1280, 360
ALL = os.environ.get("JOURNEYS") == "all"
#: In milliseconds; long enough for a busy machine, for a journey that fails must not take minutes.
PATIENCE = 5000
SMILGA, COMMITTEE = "/persons/ivar-smilga/", "/organisations/central-committee/"


class Visitor:
    """Somebody at a browser, with or without scripts, a mouse or the keyboard alone."""

    def __init__(self, page: Page, url: str, *, scripts: bool, keys: bool = False) -> None:
        self.page, self.url, self.scripts, self.keys = page, url, scripts, keys
        page.set_default_timeout(PATIENCE)

    def go(self, path: str) -> None:
        """Opens an address of the site."""
        self.page.goto(f"{self.url}{path}")

    @property
    def path(self) -> str:
        """Where the visitor is, with what is asked."""
        return self.page.url.removeprefix(self.url)

    def link(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        """The first link of this name that can be seen."""
        place = within or self.page.locator("main")
        return place.get_by_role("link", name=name, exact=isinstance(name, str)).first

    def press(self, what: Locator) -> None:
        """Clicks, or goes there with the Tab key's focus and presses Enter."""
        if self.keys:
            self.reach(what)
            self.page.keyboard.press("Enter")
        else:
            what.click()

    def follow(self, link: Locator) -> None:
        """Presses a link, and is where it leads."""
        address = link.evaluate("each => new URL(each.getAttribute('href'), location).href")
        self.press(link)
        self.page.wait_for_url(lambda url: url == address)

    def tick(self, what: Locator) -> None:
        """Ticks a box."""
        if self.keys:
            self.reach(what)
            self.page.keyboard.press("Space")
        else:
            what.check()

    def reach(self, what: Locator) -> None:
        """Goes on with Tab until the focus is there; whoever never comes there cannot use it."""
        expect(what).to_be_visible()
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if what.evaluate("each => each === document.activeElement"):
                return
        raise AssertionError(f"The keyboard never comes to {what}.")

    def write(self, what: Locator, text: str) -> None:
        """Types into a field."""
        if self.keys:
            self.reach(what)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(text)
        else:
            what.fill(text)

    def open(self, what: Locator) -> None:
        """Opens something folded, unless it is open."""
        if what.locator("xpath=..").get_attribute("open") is None:
            self.press(what)

    def heading(self) -> str:
        """What the page is about."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def section(self, name: str) -> Locator:
        """A part of the page by the identifier of its heading."""
        return self.page.locator(f"[aria-labelledby={name}]").first


def names_what_it_is(visit: Visitor) -> None:
    """1"""
    visit.go("/")
    main = visit.page.locator("main")
    assert "what sources say" in main.inner_text()
    example = main.get_by_role("heading", name=re.compile("When did .* die")).locator("xpath=..")
    assert example.locator("q").count() >= 2
    expect(example.get_by_text("sources disagree")).to_be_visible()
    visit.follow(visit.link(re.compile("^Ivar Smilga$"), example))
    assert visit.heading() == "Ivar Smilga"


def finds_in_cyrillic(visit: Visitor) -> None:
    """2"""
    visit.go("/roles/")
    field = visit.page.get_by_role("search").locator("input")
    visit.write(field, "Троцкий")
    if visit.scripts:
        expect(visit.page.get_by_role("option").first).to_contain_text("Leon Trotsky")
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("Enter")
    else:
        visit.page.keyboard.press("Enter")
        visit.follow(visit.link("Leon Trotsky"))
    visit.page.wait_for_url("**/persons/leon-trotsky/")
    assert visit.heading() == "Leon Trotsky"


def finds_in_spite_of_a_slip(visit: Visitor) -> None:
    """3"""
    visit.go("/about/")
    field = visit.page.get_by_role("search").locator("input")
    visit.write(field, "Smigla")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search/?q=Smigla")
    hit = visit.section("person").locator("li").first
    expect(hit).to_contain_text("Ivar Smilga")
    expect(hit.locator(".match")).to_contain_text("Smilga")
    visit.follow(visit.link("Ivar Smilga"))
    assert visit.heading() == "Ivar Smilga"


def reads_how_he_died(visit: Visitor) -> None:
    """4"""
    visit.go(SMILGA)
    life = visit.section("life")
    deaths = life.locator("li.claim", has_text="died")
    assert {"1937", "1938"} <= set(re.findall(r"\d{4}", " ".join(deaths.all_text_contents())))
    folded = deaths.locator("details.evidence summary").first
    visit.press(folded)
    cited = deaths.locator("details.evidence[open] li").first
    expect(cited).to_be_visible()
    assert "“" in cited.inner_text()
    assert visit.path.partition("#")[0] == SMILGA


def learns_who_sat_with_him(visit: Visitor) -> None:
    """5"""
    visit.go(SMILGA)
    visit.follow(visit.link("Who served with whom"))
    main = visit.page.locator("main")
    expect(main).to_contain_text("Central Committee")
    expect(main).to_contain_text("Grigori Sokolnikov")
    expect(main).to_contain_text("both attested on 26 July 1917 (calendar not stated)")


def narrows_and_widens(visit: Visitor) -> None:
    """6"""
    visit.go("/persons/")
    visit.follow(facet(visit, "organisation"))
    only_body = visit.path
    visit.follow(facet(visit, "fate"))
    both, said = visit.path, status(visit).inner_text()
    assert both != only_body
    assert re.search(r"\d+", said)
    visit.go(both)
    assert status(visit).inner_text() == said
    visit.follow(visit.page.locator(".chosen .chip-remove").last)
    assert "fate=" not in visit.path


def facet(visit: Visitor, name: str) -> Locator:
    """The first value of a facet; on a phone the facets are folded."""
    folded = visit.page.locator("details.facets > summary")
    value = visit.page.locator(f"#facet-{name}").get_by_role("link").first
    if folded.is_visible() and not value.is_visible():
        visit.press(folded)
    return value


def leaves_out_the_uncertain(visit: Visitor) -> None:
    """7"""
    visit.go("/persons/?organisation=left-opposition")
    before = counted(visit)
    visit.tick(visit.page.get_by_label("Leave out what is uncertain"))
    visit.press(visit.page.get_by_role("button", name="Narrow the list"))
    visit.page.wait_for_url("**certain=true**")
    assert counted(visit) <= before
    expect(visit.page.locator(".chosen")).to_contain_text("certain")


def counted(visit: Visitor) -> int:
    """How many the list says there are."""
    return int(re.findall(r"\d+", status(visit).inner_text())[-1])


def status(visit: Visitor) -> Locator:
    """What a list says of its length."""
    return visit.page.locator("main p[role=status].count-line")


def takes_a_table_away(visit: Visitor) -> None:
    """8"""
    visit.go("/persons/?organisation=left-opposition")
    number = counted(visit)
    with visit.page.expect_download() as download:
        visit.press(visit.link("CSV"))
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == number + 1


def asks_further(visit: Visitor) -> None:
    """9"""
    visit.go("/persons/?organisation=united-opposition")
    number = counted(visit)
    visit.follow(visit.link("As a question"))
    assert visit.path.startswith("/questions/?")
    expect(visit.page.locator("main")).to_contain_text(f"{number} ")
    visit.press(visit.page.locator("main details summary").first)


def reads_of_bubnov(visit: Visitor) -> None:
    """10"""
    visit.go("/sources/")
    visit.follow(visit.link(re.compile("Info List")))
    choice = visit.page.get_by_label("What it says of")
    choice.select_option(label="Bubnov, Andrei")
    visit.press(visit.page.get_by_role("button", name="Show").first)
    visit.page.wait_for_url("**person=andrei-bubnov**")
    expect(visit.section("claims").locator("li").first).to_contain_text("Bubnov")


def asks_what_happened_then(visit: Visitor) -> None:
    """11"""
    visit.go("/timeline/")
    visit.write(visit.page.get_by_label("From"), "1927-12")
    visit.write(visit.page.get_by_label("To"), "1927-12")
    visit.press(visit.page.get_by_role("button", name="Show").first)
    visit.page.wait_for_url("**from=1927-12**")
    expect(visit.page.locator("main")).to_contain_text(re.compile("expelled", re.IGNORECASE))
    expect(visit.link(re.compile("Trotsky"))).to_be_visible()


def asks_who_sat_on_a_day(visit: Visitor) -> None:
    """12"""
    visit.go(COMMITTEE)
    field = visit.page.get_by_label("Day (Gregorian)")
    field.fill("1917-10-23")
    visit.press(visit.page.get_by_role("button", name="Show the day"))
    day = visit.page.locator("#axis-day")
    expect(day).to_contain_text("23 October 1917")
    expect(day.get_by_role("link").first).to_be_visible()


def goes_on_from_an_event(visit: Visitor) -> None:
    """13"""
    visit.go("/events/platform-of-the-46/")
    signed = visit.section("participants")
    expect(signed).to_contain_text("Yevgeni Preobrazhensky")
    after = visit.section("around").locator("li.dated-here ~ li a").first
    there = after.inner_text()
    visit.follow(after)
    assert visit.heading() == there


def learns_of_a_place(visit: Visitor) -> None:
    """14"""
    visit.go("/places/siberia/")
    claims = visit.section("claims")
    expect(claims).to_contain_text(re.compile("exile", re.IGNORECASE))
    visit.go("/places/?q=Aloja")
    visit.follow(visit.page.locator("main table a").first)
    expect(visit.section("claims")).to_contain_text("Ivar Smilga")


def looks_at_the_map(visit: Visitor) -> None:
    """15"""
    visit.go("/map/")
    visit.write(visit.page.get_by_label("From", exact=True), "1927")
    visit.write(visit.page.get_by_label("To", exact=True), "1929")
    visit.press(visit.page.get_by_role("button", name="Show").first)
    visit.page.wait_for_url("**from=1927**")
    expect(visit.page.locator("svg.map-drawing a.site").first).to_be_attached()
    listed = visit.page.locator(".map-sites a[href*='/places/']").first
    there = listed.inner_text()
    visit.follow(listed)
    assert visit.heading() == there


def walks_through_the_network(visit: Visitor) -> None:
    """16"""
    visit.go("/network/")
    main = visit.page.locator("main")
    visit.follow(main.locator("a[href*='/organisations/']:visible").first)
    assert "/organisations/" in visit.path
    visit.follow(visit.section("members").locator("a[href^='/persons/']").first)
    assert "/persons/" in visit.path


def cites(visit: Visitor) -> None:
    """17"""
    visit.go(SMILGA)
    section = visit.section("cite")
    visit.open(section.locator("summary", has_text="BibTeX"))
    assert section.locator("details[open] textarea").input_value().startswith("@")
    with visit.page.expect_download() as download:
        visit.press(visit.link("Download as BibTeX", section))
    assert "Ivar Smilga" in Path(download.value.path()).read_text(encoding="utf-8")


def looks_up_what_changed(visit: Visitor) -> None:
    """18"""
    visit.go(SMILGA)
    visit.follow(visit.link("What changed, and why"))
    assert visit.path.startswith(f"{SMILGA}history/")
    assert "Ivar Smilga" in visit.page.locator("main").inner_text()


def changes_the_language(visit: Visitor) -> None:
    """19"""
    visit.go(SMILGA)
    footer = visit.page.locator("body")
    visit.follow(visit.link("Русский", footer))
    visit.page.wait_for_url(f"**/ru{SMILGA}")
    assert visit.page.locator("html").get_attribute("lang") == "ru"
    expect(visit.page.locator("main")).to_contain_text("Смилга")
    visit.follow(visit.link("English", footer))
    visit.page.wait_for_url(re.compile(rf"{re.escape(visit.url)}{SMILGA}$"))


def is_helped(visit: Visitor) -> None:
    """20"""
    visit.go(SMILGA)
    term = visit.page.locator("main a.term:visible").first
    visit.press(term)
    if visit.scripts:
        expect(visit.page.locator("[popover]:popover-open, .term-note:visible")).to_be_visible()
        visit.page.keyboard.press("Escape")
    else:
        assert visit.path.startswith("/glossary/#")
    visit.go(f"{COMMITTEE}?day=1917-13-01")
    expect(visit.page.locator("main")).to_contain_text("There is no month 13")
    visit.go("/persons/ivar-smiga/")
    expect(visit.page.locator("main")).to_contain_text("no person at this address")
    visit.follow(visit.page.locator("main").get_by_role("link").first)
    assert "/persons/ivar-smiga/" not in visit.path


JOURNEYS: tuple[Callable[[Visitor], None], ...] = (
    names_what_it_is,
    finds_in_cyrillic,
    finds_in_spite_of_a_slip,
    reads_how_he_died,
    learns_who_sat_with_him,
    narrows_and_widens,
    leaves_out_the_uncertain,
    takes_a_table_away,
    asks_further,
    reads_of_bubnov,
    asks_what_happened_then,
    asks_who_sat_on_a_day,
    goes_on_from_an_event,
    learns_of_a_place,
    looks_at_the_map,
    walks_through_the_network,
    cites,
    looks_up_what_changed,
    changes_the_language,
    is_helped,
)
BY_KEYS = (
    finds_in_cyrillic,
    reads_how_he_died,
    narrows_and_widens,
    changes_the_language,
    is_helped,
)


def faults(open_page: Open, url: str, complaints: list[str]) -> Iterator[str]:
    """What went wrong on which journey, and how it was made."""
    others = (JOURNEYS, JOURNEYS) if ALL else (JOURNEYS[::2], JOURNEYS[1::2])
    ways = [
        (scripts, width, False, others[scripts == (width == WIDE)])
        for scripts in (True, False)
        for width in (WIDE, PHONE)
    ]
    for scripts, width, keys, journeys in [*ways, (True, WIDE, True, BY_KEYS)]:
        page = open_page(width=width, java_script_enabled=scripts, accept_downloads=True)
        how = f"{'with' if scripts else 'without'} scripts, {width}{', by keys alone' * keys}"
        for journey in journeys:
            try:
                journey(Visitor(page, url, scripts=scripts, keys=keys))
            except (AssertionError, Error, IndexError) as error:
                yield f"{journey.__doc__}: {journey.__name__}, {how}, at {page.url}: {error}"
            # Chromium complains of the status of the pages that are refused on purpose.
            heard = [each for each in complaints if "responded with a status of 40" not in each]
            yield from (f"{journey.__name__}: {each}" for each in heard)
            complaints.clear()


def test_every_journey_leads_to_its_end(
    live_server: LiveServer, open_page: Open, complaints: list[str], fixture_files: list[Path]
) -> None:
    call_command("loaddata", *fixture_files, verbosity=0)
    assert list(faults(open_page, live_server.url, complaints)) == []


def test_the_journeys_are_those_that_are_written_down() -> None:
    text = (Path(__file__).parent / "journeys.md").read_text(encoding="utf-8")
    told = re.findall(r"^(\d+)\. (⌨)?", text, flags=re.MULTILINE)
    assert [number for number, _ in told] == [each.__doc__ for each in JOURNEYS]
    assert [number for number, keys in told if keys] == [each.__doc__ for each in BY_KEYS]
