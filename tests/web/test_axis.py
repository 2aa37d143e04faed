"""The pages of bodies and roles: their axis, a day on it, offices, what is shared, and refusals."""

import html
import re

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prosopography.models import Status
from tests import cast

from .reading import refusal

pytestmark = pytest.mark.django_db

BODY = "/organisations/tsentrobalt/"
ROLE = "/roles/chairman/"


@pytest.fixture(autouse=True)
@cast.at_once()
def body() -> None:
    """A committee of a fleet, with members on some days, a chairman, a shared member."""
    fleet = cast.organisation("baltic-fleet")
    committee = cast.organisation(part_of=fleet)
    cast.organisation("bureau", part_of=committee)
    cast.organisation("secret-bureau", part_of=committee, status=Status.DRAFT)
    dated = {"calendar": "gregorian"}
    cast.tenure(cast.person("ivar-smilga"), edtf="1917-05-01/1919", **dated)
    cast.tenure(cast.person("leon-trotsky"), edtf="1918", **dated)
    cast.tenure(cast.person("leon-trotsky"), edtf="1918/1920", role_slug="chairman", **dated)
    cast.tenure(cast.person("nadezhda-poluyan"), edtf="")
    cast.tenure(cast.person("hidden-sailor"), edtf="1918", status=Status.DRAFT)
    cast.tenure(cast.person("leon-trotsky"), cast.organisation("red-army"), edtf="1918/1925")
    cast.claim("existence", organisation=committee, role=cast.role("founded"), edtf="1917-04")


def words(client: Client, address: str) -> str:
    """The text of a page as it is read, without the drawing, white space collapsed."""
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    text = re.sub(r"<title>[^<]*</title>", "", response.content.decode())
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def part(text: str, first: str, last: str) -> str:
    """What stands from one text to another."""
    return text[text.index(first) : text.index(last, text.index(first))].strip()


def test_body_says_when_it_was_and_where_it_stands(client: Client) -> None:
    text = words(client, BODY)
    assert part(text, "Founded", "Persons connected") == (
        "Founded April 1917 Smilga article , ¶1 Part of Baltic Fleet › Tsentrobalt Parts 1 Bureau"
    )
    army = words(client, "/organisations/red-army/")
    assert part(army, "No source says", "Persons connected") == (
        "No source says when it began or ended; tenures in it are dated from 1918 to 1925."
    )


def test_axis_says_in_words_what_it_draws(client: Client) -> None:
    assert part(words(client, BODY), "Member 2", "attested then") == (
        "Member 2 dated, 1 undated "
        "Ivar Smilga 1 May 1917 to 1919 "
        "Leon Trotsky attested 1918 "
        "Chairman 1 "
        "Leon Trotsky 1918 to 1920 "
        "1 person without a date: Nadezhda Poluyan (member)"
    )


def test_a_day_is_asked_by_a_form_and_marked_by_a_line(client: Client) -> None:
    shown = client.get(f"{BODY}?day=1919-06-01&by=beginning").content.decode()
    assert shown.count('<input type="hidden" name="by" value="beginning">') == 1
    assert 'type="date" min="1916-' in shown
    assert 'value="1919-06-01"' in shown
    assert 'href="/as-of/?organisation=tsentrobalt&amp;date=1919-06-01"' in shown
    (line,) = re.findall(r'<line id="axis-line" class="axis-line" x1="([^"]+)%"', shown)
    assert 40 < float(line) < 60
    # Numbers of a drawing have a point in every language.
    russian = client.get(f"/ru{BODY}?day=1919-06-01").content.decode()
    assert re.findall(r'"[-\d]+,\d+%?"', russian) == []
    beyond = client.get(f"{BODY}?day=1950-01-01").content.decode()
    assert '<line id="axis-line" class="axis-line" x1="-5%"' in beyond


def test_the_list_of_a_day_stands_by_itself_for_the_script(client: Client) -> None:
    fragment = words(client, f"{BODY}day/?day=1919-06-01")
    assert fragment == (
        "1 June 1919 Certainly 1 Whatever the true days were. Leon Trotsky "
        "Possibly 1 Their dates, or their sources, do not settle it. Ivar Smilga "
        "The same with all claims and their evidence . "
        "The answer is the same from 2 January 1919 to 31 December 1919. "
        "1 person more without a date: evidence for no day."
    )
    assert fragment in words(client, f"{BODY}?day=1919-06-01")
    assert words(client, f"{ROLE}day/?day=1919-06-01").startswith("1 June 1919 Certainly 1")


def test_offices_and_what_is_shared(client: Client) -> None:
    text = words(client, BODY)
    assert part(text, "Member 3", "Members and offices") == (
        "Member 3 persons "
        "Ivar Smilga began on 1 May 1917; ended between 1 January 1919 and 31 December 1919 "
        "Leon Trotsky attested between 1 January 1918 and 31 December 1918 "
        "Without a date, by name: Nadezhda Poluyan "
        "Succession, with gaps, overlaps and the claims "
        "Chairman 1 person Leon Trotsky began between 1 January 1918 and 31 December 1918; "
        "ended between 1 January 1920 and 31 December 1920 "
        "Succession, with gaps, overlaps and the claims"
    )
    assert part(text, "Red Army", "Sources 1") == "Red Army 1"
    assert "Members on a time axis 2 dated, 1 undated" in text
    assert "On a time axis 3 persons" in text
    assert "/questions/?q=%7B%22all%22%3A%5B%7B%22assertion%22" in client.get(BODY).content.decode()


def test_role_has_one_axis_over_all_bodies(client: Client) -> None:
    text = words(client, ROLE)
    assert part(text, "First and last known", "Persons in") == "First and last known 1918 – 1920"
    assert (
        part(text, "1922 Leon", " certain possible") == "1922 Leon Trotsky 1918 to 1920 Tsentrobalt"
    )
    assert part(text, "Organisation Persons", "Claims") == (
        "Organisation Persons Tsentrobalt 1918 – 1920 1"
    )


def test_what_befell_persons_has_an_axis_without_a_day(client: Client) -> None:
    cast.claim(
        "life_event", person=cast.person(), role=cast.role("expelled"), edtf="1927-12",
        organisation=cast.organisation(),
    )  # fmt: skip
    response = client.get("/roles/expelled/").content.decode()
    assert "data-axis" not in response
    text = words(client, "/roles/expelled/")
    assert part(text, "Ivar Smilga", "happened then") == "Ivar Smilga December 1927 Tsentrobalt"
    assert refusal(client, "/roles/expelled/?day=1927-12-01") == (
        400, "“expelled” is no role in a body: nobody holds it on a day.",
    )  # fmt: skip
    assert refusal(client, "/roles/expelled/day/?day=1927-12-01")[0] == 400


def test_what_is_too_much_is_folded_or_not_counted(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = f"{BODY}?day=1950-01-01"
    assert "<summary>Names</summary>" not in client.get(asked).content.decode()
    monkeypatch.setattr("prosopography.web.axis.MOST_UNFOLDED", 0)
    monkeypatch.setattr("prosopography.queries.shared_members.MOST_PERSONS", 1)
    text = words(client, asked)
    assert part(text, "Attested before", "The same") == (
        "Attested before 1 All that is known of them is earlier, and nothing excludes this day. "
        "Names Leon Trotsky"
    )
    assert "Too many persons held something in it for this to be counted here." in text


def test_nothing_hidden_is_shown(client: Client) -> None:
    for address in (BODY, f"{BODY}?day=1918-06-01", f"{BODY}day/?day=1918-06-01", "/roles/member/"):
        response = client.get(address).content.decode()
        assert (response.count("hidden-sailor"), response.count("secret-bureau")) == (0, 0)


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("day=1918", 400, "“day” is a single day such as 1917-11-07, and not “1918”."),
        ("day=../1918", 400, "“day” is a single day such as 1917-11-07, and not “../1918”."),
        ("by=name", 400, "“by” is one of “role”, “beginning”, and not “name”."),
        ("rows=0", 400, "“rows” is the number of a page: 1, 2, 3 …, and not “0”."),
        ("rows=2", 404, "There is no page 2: this list has 1."),
        ("days=1918", 400, "This page knows no parameter “days”. Do you mean “day”?"),
    ],
)
def test_bad_addresses_are_refused_in_words(
    client: Client, query: str, status: int, sentence: str
) -> None:
    assert refusal(client, f"{BODY}?{query}") == (status, sentence)


def test_a_day_that_does_not_exist_is_refused_with_the_reason(client: Client) -> None:
    status, sentence = refusal(client, f"{BODY}?day=1917-02-30")
    assert (status, sentence.startswith("“day” cannot be read: ")) == (400, True)
    assert refusal(client, f"{BODY}day/") == (400, "Give a day: day=1917-11-07.")
    assert refusal(client, "/organisations/nothing/day/?day=1917-11-07")[0] == 404


def test_pages_are_valid_and_cost_the_same_at_one_row_and_at_three(client: Client) -> None:
    addresses = (
        f"{BODY}?by=beginning&day=1918-06-01",
        f"{BODY}day/?day=1918-06-01",
        f"{ROLE}?by=organisation",
    )
    found = []
    for number in range(3):
        cast.tenure(cast.person(f"member-{number}"), edtf=f"191{number}", role_slug="chairman")
        cast.tenure(cast.person(f"member-{number}"), cast.organisation(f"body-{number}"))
        if number != 1:
            pages, costs = [], []
            for address in addresses:
                with CaptureQueriesContext(connection) as queries:
                    pages.append(client.get(address))
                costs.append(len(queries))
            found.append(costs)
    assert found == [[39, 8, 22]] * 2
    for page in (pages[0], pages[2]):
        html5lib.HTMLParser(strict=True).parse(page.content)


def test_days_before_the_common_era_are_asked_in_words(client: Client) -> None:
    senate = cast.organisation("senate")
    cast.tenure(cast.person("marcus-tullius"), senate, edtf="-0062/-0042", calendar="gregorian")
    shown = client.get("/organisations/senate/?day=-0050-03-15").content.decode()
    assert 'placeholder="-0043-03-15"' in shown
    assert 'value="-0050-03-15"' in shown
    assert "15 March 51 BCE" in shown


def test_where_few_have_a_date_the_page_begins_with_the_members(client: Client) -> None:
    """The axis is drawn where at least half have a date, or where it or a day is asked for."""
    club = cast.organisation("club")
    cast.tenure(cast.person("ivar-smilga"), club, edtf="1918", calendar="gregorian")
    cast.tenure(cast.person("nadezhda-poluyan"), club, edtf="")
    assert 'id="axis"' in client.get("/organisations/club/").content.decode()
    cast.tenure(cast.person("leon-trotsky"), club, edtf="")
    text = words(client, "/organisations/club/")
    assert part(text, "Of 3 persons", "Show the axis") == (
        "Of 3 persons 1 has a date; the time axis opens the page only where at least half have one."
    )
    plain = client.get("/organisations/club/").content.decode()
    assert ('id="axis"' in plain, 'id="day"' in plain) == (False, False)
    assert plain.index('id="members"') < plain.index('id="offices"')
    for query in ("by=beginning", "day=1918-06-01"):
        asked = client.get(f"/organisations/club/?{query}").content.decode()
        assert ('id="axis"' in asked, asked.count('id="members"')) == (True, 1), query


def test_what_only_something_else_ends_is_drawn_in_dashes(client: Client) -> None:
    cast.claim(
        "life_event", person=cast.person("karl-radek"), role=cast.role("expelled"), edtf="1927",
        organisation=cast.organisation("club"), calendar="gregorian",
    )  # fmt: skip
    cast.tenure(
        cast.person("karl-radek"), cast.organisation("club"), edtf="1917", calendar="gregorian"
    )
    html = client.get("/organisations/club/").content.decode()
    [(left, right)] = re.findall(r'<line class="u" x1="([\d.]+)%" x2="([\d.]+)%"', html)
    assert float(right) - float(left) > 60
    assert "not after 31 December 1927" in words(client, "/organisations/club/")
    # The day is one that was asked in the Gregorian calendar.
    text = words(client, "/organisations/club/?day=1917-07-26")
    assert "26 July 1917 ( 13 July 1917 in the Julian calendar )" in text.replace(
        "(", "( "
    ).replace(")", " )")
