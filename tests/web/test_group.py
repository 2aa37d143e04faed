"""The page of a group: what it says, refuses, costs, and never tells."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.web.group_view import percent, signed
from tests import cast

from .reading import assert_asks_nothing_while_written, assert_well_made, text

pytestmark = pytest.mark.django_db

GREGORIAN = {"calendar": "gregorian"}
SIGNED = {"assertion": {"event": "declaration-of-the-46", "role": "signatory"}}
MEMBERS = {"assertion": {"kind": "tenure", "organisation": "tsentrobalt"}}


def address(question: Any = SIGNED, **more: Any) -> str:
    texts = {"q": question, **more}
    asked = {
        name: value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        for name, value in texts.items()
    }
    return f"/groups/?{urlencode(asked)}"


ADDRESSES = (
    "/groups/",
    address(),
    address(event="declaration-of-the-46"),
    address(**{"with": MEMBERS}),
    address({"persons": ["one"]}, event="declaration-of-the-46", **{"with": SIGNED}),
    address({**SIGNED, "match": "certain"}),
    address(event="some congress"),
    address(event="nothing at all", **{"with": MEMBERS}),
    address({"assertion": {"role": "expelled"}}),
)


@cast.at_once()
def member(slug: str, birth: str, death: str = "") -> None:
    who = cast.person(slug)
    cast.birth(who, edtf=birth, place=cast.place(), **GREGORIAN)
    cast.birth(who, edtf="1860", source=cast.source("other"), certainty="possible")
    if death:
        cast.claim("death", person=who, edtf=death, **GREGORIAN)
    cast.tenure(who, edtf="1917/1919", **GREGORIAN)
    cast.tenure(who, edtf="1921", role_slug="chairman", **GREGORIAN)
    cast.signature(who, **GREGORIAN)


@pytest.fixture(autouse=True)
def three() -> None:
    """Three who signed, of whom two died; one member besides; the Declaration is dated."""
    cast.role("expelled")
    cast.claim("occurrence", event=cast.event(), edtf="1923-10-15", **GREGORIAN)
    member("one", "1890-01-01", "1938-01-01")
    member("two", "1889", "1937-06")
    member("three", "1892")
    cast.tenure(cast.person("four"), edtf="1917", certainty="probable")


def table(html: str, key: str) -> list[str]:
    """The rows of the first table of a measure, as words."""
    body = html.partition(f'aria-labelledby="{key}"')[2].partition("<tbody>")[2]
    rows = body.partition("</tbody>")[0].split("<tr>")[1:]
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", row)).split()) for row in rows]


def test_each_measure_is_a_table(client: Client) -> None:
    html = text(client, address(event="declaration-of-the-46"))
    assert "3 persons</a>" in html
    assert table(html, "births") == [
        "1860s 3 100 % none certain",
        "1870s 3 100 % none certain",
        "1880s 3 100 % none certain",
        "1890s 2 67 % none certain",
    ]
    assert table(html, "bodies") == ["Tsentrobalt 3 100 %"]
    assert table(html, "tenure-roles") == ["chairman 3 100 %", "member 3 100 %"]
    assert table(html, "ways") == ["member → chairman 3 100 % none certain"]
    assert table(html, "ends") == ["died, not told how 2 67 %", "no death known 1 33 %"]
    assert "Known of" in html


def test_two_groups_stand_side_by_side_with_their_difference(client: Client) -> None:
    html = text(client, address(MEMBERS, **{"with": SIGNED}))
    assert table(html, "events") == ["Declaration Of The 46 3 75 % 3 100 % −25 (slight)"]
    assert "fewer than ten persons: shares and differences say little" in html
    assert 'class="curve"' in html
    assert html.count('class="band"') == 2


def test_numbers_lead_to_the_questions_that_give_them(client: Client) -> None:
    html = text(client, address(event="declaration-of-the-46"))
    links = {unescape(link) for link in re.findall(r'href="(/questions/\?[^"]*)"', html)}
    assert len(links) > 10
    for link in links:
        assert client.get(link).status_code == 200, link
    [bodies] = re.findall(
        r'Tsentrobalt</a></th><td class="number"><a href="([^"]*)" rel="nofollow">3</a>',
        html.partition('aria-labelledby="bodies"')[2].partition("</table>")[0],
    )
    asked = {"all": [SIGNED, MEMBERS]}
    assert unescape(bodies) == f"/questions/?{urlencode({'q': _canonical(asked)})}"


def _canonical(data: Any) -> str:
    """With the parts of a claim in the order of the software."""
    order = ("kind", "role", "organisation", "event")
    parts = [
        {"assertion": {key: each["assertion"][key] for key in order if key in each["assertion"]}}
        for each in data["all"]
    ]
    return json.dumps({"all": parts}, separators=(",", ":"))


def test_a_group_of_nobody_says_so(client: Client) -> None:
    html = text(client, address({"assertion": {"role": "expelled"}}))
    assert "Nobody answers this question: there is no group." in html


def between(html: str, start: str, end: str) -> str:
    """What stands between two texts, as words."""
    return " ".join(
        unescape(re.sub(r"<[^>]*>", "", html.partition(start)[2].partition(end)[0])).split()
    )


def test_two_groups_say_how_many_are_in_both(client: Client) -> None:
    html = text(client, address(MEMBERS, **{"with": SIGNED}))
    assert between(html, '<p class="group-both">', "</p>") == "3 persons are in both groups."
    [link] = re.findall(r'<p class="group-both"><a href="([^"]*)"', html)
    both = {"all": [MEMBERS, SIGNED]}
    assert unescape(link) == f"/questions/?{urlencode({'q': _canonical(both)})}"
    one = text(client, address({"persons": ["one", "four"]}, **{"with": SIGNED}))
    assert between(one, '<p class="group-both">', "</p>") == "1 person is in both groups."
    none = text(client, address({"persons": ["four"]}, **{"with": SIGNED}))
    assert between(none, '<p class="group-both">', "</p>") == "Nobody is in both groups."
    assert "group-both" not in text(client, address())


def test_an_event_is_asked_for_by_any_of_its_names(client: Client) -> None:
    declaration = cast.event()
    cast.claim("name", event=declaration, value="Заявление 46-ти")
    by_slug = text(client, address(event="declaration-of-the-46"))
    assert 'name="event" value="Declaration Of The 46"' in by_slug
    assert '<option value="Declaration Of The 46"></option>' in by_slug
    assert "Age at Declaration Of The 46" in by_slug
    for name in ("declaration of the 46", "Zayavlenie 46-ti"):
        assert text(client, address(event=name)) == by_slug


def test_groups_are_cited_by_what_they_are(client: Client) -> None:
    asked = address(MEMBERS, event="declaration of the 46", **{"with": SIGNED})
    [sentence] = re.findall(r'<p class="citation-text">([^<]*)</p>', text(client, asked))
    title, site, link = unescape(sentence).rsplit(", ", 2)
    assert (title[:8], title.count(" – beside – "), site) == (
        "“Group: ", 1, "Prosopography of the Left Opposition",
    )  # fmt: skip
    assert title.endswith(" (Declaration Of The 46)”")
    page, _, query = link.partition("?")
    told = dict(parse_qsl(query))
    assert (page, told["event"]) == ("http://testserver/groups/", "declaration-of-the-46")
    assert [json.loads(told[name]) for name in ("q", "with")] == [MEMBERS, SIGNED]


def test_events_that_may_be_meant_are_offered(client: Client) -> None:
    cast.event("some-congress")
    cast.event("some-congress-of-soviets")
    cast.event("some-congress-hidden", status=Status.DRAFT)
    for asked in ("Congress Some", "congr"):
        html = text(client, address(event=asked))
        title = '<h2 id="choose-event" role="status">'
        assert between(html, title, "</h2>") == f"Which “{asked}” do you mean?"
        assert f'name="event" value="{asked}"' in html
        links = re.findall(
            r'<li><a href="([^"]*)" rel="nofollow">', html.partition(title)[2].partition("</ul>")[0]
        )
        ages = [re.findall(r"Age at (Some[^<]*)<", text(client, unescape(each))) for each in links]
        assert ages == [["Some Congress"], ["Some Congress Of Soviets"]]
        assert "hidden" not in between(html, title, "</ul>").lower()
    cast.event("xvth-party-meeting")
    assert "Age at Xvth Party Meeting" in text(client, address(event="XV Meeting"))
    nothing = text(client, address(event="nothing at all"))
    assert "The record has no event “nothing at all”." in nothing
    assert "Births" in nothing


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("/groups/?event=declaration-of-the-46", "needs a group: a question as “q”"),
        (address("{"), "The question in “q” cannot be read: this is no JSON"),
        (address(**{"with": {"assertion": {"role": "nothing"}}}), "The question in “with”"),
        ("/groups/?q=1&whom=2", "This page knows no parameter “whom”."),
    ],
)
def test_what_cannot_be_read_is_refused(client: Client, where: str, sentence: str) -> None:
    response = client.get(where)
    assert response.status_code == 400
    assert sentence in unescape(response.content.decode())


def test_nothing_hidden_is_told(client: Client) -> None:
    before = [text(client, where) for where in ADDRESSES]
    one = cast.person("one")
    secret = cast.organisation("zzsecret", status=Status.DRAFT)
    cast.tenure(one, secret)
    cast.tenure(one, role_slug="zzrole", status=Status.DRAFT)
    cast.birth(one, edtf="1850", status=Status.REVIEW)
    cast.claim("death", person=cast.person("three"), edtf="1930", status=Status.RETRACTED)
    cast.signature(cast.person("zzperson", status=Status.DRAFT))
    cast.signature(cast.person("four"), source=cast.source("zzsource", status=Status.DRAFT))
    cast.claim("occurrence", event=cast.event(), edtf="1900", status=Status.DRAFT)
    assert [text(client, where) for where in ADDRESSES] == before


def test_page_costs_the_same_at_one_person_and_at_three(
    client: Client, settings: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.EXAMPLE_QUESTIONS = ""
    for slugs in (["one"], ["one", "two", "three"]):
        group = {"persons": slugs}
        # the persons of the list; of the group 10; how the events are written; the version
        with django_assert_num_queries(13):
            client.get(address(group))
        # the event 3; the persons; its days 2; of the group 10; how the events are written
        with django_assert_num_queries(17):
            client.get(address(group, event="declaration-of-the-46"))
        # the persons of both lists 2; of both groups 20; how the events are written
        with django_assert_num_queries(24):
            client.get(address(group, **{"with": {"persons": ["four"]}}))
    # bodies 3
    with django_assert_num_queries(3):
        client.get("/groups/")


def test_pages_are_valid_and_ask_nothing_while_they_are_written(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for where in ADDRESSES:
        assert_asks_nothing_while_written(rf, where, django_assert_num_queries)
        html = text(client, where)
        assert_well_made(html, where)
        [canonical] = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
        assert client.get(unescape(canonical)).status_code == 200
        for link in re.findall(r'type="application/json" href="([^"]*)">', html):
            assert client.get(unescape(link)).status_code == 200, link
        [description] = re.findall(r'<meta name="description" content="([^"]+)">', html)
        assert 20 < len(description) < 300


def test_the_ways_to_other_groups_lead_there(client: Client) -> None:
    for where in ADDRESSES:
        for link in set(re.findall(r'href="(/groups/[^"]*)"', text(client, where))):
            assert client.get(unescape(link)).status_code == 200, link


def test_groups_to_begin_with_are_examples_and_bodies(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    file = tmp_path / "questions.json"
    file.write_text(json.dumps([{"title": "Who signed?", "question": SIGNED}]), encoding="utf-8")
    settings.EXAMPLE_QUESTIONS = str(file)
    html = text(client, "/groups/")
    assert re.findall(r'">([^<]*)</a> <span class="count">(\d+)', html) == [("Tsentrobalt", "4")]
    [link] = re.findall(r'href="([^"]*)">Who signed\?</a>', html)
    assert "3 persons</a>" in text(client, unescape(link))
    assert "Who signed?" in text(client, address(MEMBERS))
    assert "Who signed?" not in text(client, address())


def test_a_group_is_written_down_by_names(client: Client) -> None:
    """Who is meant by a name of several is asked back, as in the form of a question."""
    html = text(client, "/groups/")
    assert 'name="persons" rows="4" data-names="/questions/names/?of=person"' in html
    asked = urlencode({"persons": "One\ntwo", "with": json.dumps(MEMBERS)})
    response = client.get(f"/groups/?{asked}")
    rest = urlencode({"with": json.dumps(MEMBERS)})
    q = urlencode({"q": '{"persons":["one","two"]}'})
    assert (response.status_code, response["Location"]) == (302, f"/groups/?{q}&{rest}")
    cast.person("vladimir-smirnov"), cast.person("ivan-smirnov")
    html = text(client, "/groups/?persons=Smirnov", 400)
    assert re.findall(r'type="radio" name="([^"]+)" value="([^"]+)"', html) == [
        ("persons.is", "ivan-smirnov:Smirnov"), ("persons.is", "vladimir-smirnov:Smirnov"),
    ]  # fmt: skip
    assert_well_made(html)
    chosen = urlencode({"persons": "Smirnov", "persons.is": "ivan-smirnov:Smirnov"})
    found = client.get(f"/groups/?{chosen}")["Location"]
    one = urlencode({"q": '{"persons":["ivan-smirnov"]}'})
    assert found == f"/groups/?{one}"
    assert "Nothing is changed" not in html
    assert "give one of the two" in text(client, f"/groups/?{q}&persons=one", 400)


def test_numbers_are_written_so_that_nothing_is_lost() -> None:
    assert [percent(each) for each in (0, 0.2, 0.6, 66.7, 100)] == [
        "0 %", "<1 %", "1 %", "67 %", "100 %",
    ]  # fmt: skip
    assert [signed(each) for each in (0, 0.4, -0.4, 12.3, -25.0)] == ["0", "0", "0", "+12", "−25"]
