"""The page of a question: what it shows, refuses, costs, and never tells."""

import json
import re
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Person, Status
from tests import cast

from .reading import assert_asks_nothing_while_written, assert_well_made, text

pytestmark = pytest.mark.django_db

MEMBER: Any = {"assertion": {"kind": "tenure", "organisation": "tsentrobalt"}}
IN_1917: Any = {"assertion": {"organisation": "tsentrobalt", "date": {"overlaps": "1917"}}}
NEVER_EXPELLED: Any = {"all": [MEMBER, {"not": {"assertion": {"role": "expelled"}}}]}
#: What MEMBER and NEVER_EXPELLED cost: what they name, who answers, all that is shown of it, the version.
COSTS = [16, 21]
NESTED: Any = {
    "all": [
        {"any": [IN_1917, {"compare": ["birth.date", "<", "1890-05"]}]},
        {"not": {"any": [{"linked_to": {"person": "nadezhda-poluyan"}}, {"not": MEMBER}]}},
    ]
}


def address(question: Any, where: str = "/questions/", **more: Any) -> str:
    text = question if isinstance(question, str) else json.dumps(question, separators=(",", ":"))
    return f"{where}?{urlencode({'q': text, **more})}"


@pytest.fixture(autouse=True)
def three() -> None:
    """Three members of a body: one certainly in 1917, one without a date, one expelled later."""
    cast.tenure(cast.person(), calendar="gregorian")
    cast.birth(cast.person(), edtf="1892")
    cast.person("nadezhda-poluyan")
    cast.tenure(cast.person("pauls-smilga"), edtf="", certainty="probable")
    cast.tenure(cast.person("leon-trotsky"), edtf="1920/1921")
    expelled = {"role": cast.role("expelled"), "organisation": cast.organisation()}
    cast.claim("life_event", person=cast.person("leon-trotsky"), edtf="1927", **expelled)
    cast.role("recanted", joins="life")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def answers(html: str) -> dict[str, str]:
    """Who answers, and the signs beside the name."""
    found = re.findall(r'<h3><a href="/persons/([a-z0-9-]+)/">(.*?)</h3>', html, re.DOTALL)
    return {slug: " ".join(re.findall(r"sign-(possible|disagree)", rest)) for slug, rest in found}


def test_it_lists_who_answers_certainly_and_who_possibly(client: Client) -> None:
    html = text(client, address(IN_1917))
    assert answers(html) == {"ivar-smilga": "", "pauls-smilga": "possible"}
    assert "2 persons: 1 certain, 1 possible." in html
    assert '<details class="question">' in html
    assert "1917: 1 January 1917 to 31 December 1917, Gregorian" in html


def test_only_what_is_certain_can_be_asked_for(client: Client) -> None:
    html = text(client, address({**IN_1917, "match": "certain"}))
    assert answers(html) == {"ivar-smilga": ""}
    assert "1 person: 1 certain; who is only possible is left out." in html


def test_each_answer_has_its_evidence_leaf_by_leaf(client: Client) -> None:
    html = text(client, address(NEVER_EXPELLED))
    smilga = html.partition("/persons/ivar-smilga/")[2].partition("</details>")[0]
    assert "Evidence: 1 claim on Ivar Smilga" in plain(smilga)
    assert plain(smilga).endswith("No claim of the record makes it so.")
    assert smilga.count('class="claim"') == 1
    assert "Smilga article" in smilga
    pauls = html.partition("/persons/pauls-smilga/")[2].partition("</details>")[0]
    assert pauls.count("only possibly") == 1


def test_sources_that_are_at_odds_are_marked(client: Client) -> None:
    claim = cast.tenure(cast.person(), role_slug="chairman")
    claims.cite(claim, source=cast.source("other"), stance="contradicts", locator="¶2")
    assert answers(text(client, address(MEMBER)))["ivar-smilga"] == "disagree"


def test_the_best_claim_stands_beside_the_name(client: Client) -> None:
    """The certain before others, what has a date before what has none, the shortest of these."""
    cast.tenure(cast.person(), role_slug="chairman-of-the-whole", edtf="1917")
    html = text(client, address(NEVER_EXPELLED))
    best = [
        plain(each) for each in re.findall(r'<p class="answer-best">(.*?)</p>', html, re.DOTALL)
    ]
    assert best == [
        "Member , Tsentrobalt , attested 1917 Smilga article , ¶1",
        "Member , Tsentrobalt probable Smilga article , ¶1",
    ]
    assert "answer-best" not in text(client, address({"persons": ["ivar-smilga"]}))


def test_what_is_disputed_of_somebody_else_is_said_once(client: Client) -> None:
    """Of whom the claims of the answers are not; their own are marked at their names."""
    cast.tenure(cast.person("pauls-smilga"), edtf="1917", calendar="gregorian")
    theirs = cast.tenure(cast.person("leon-trotsky"), edtf="1916/1921", calendar="gregorian")
    claims.cite(theirs, source=cast.source("other"), stance="contradicts", locator="¶2")
    served = {"overlaps_with": {"person": "leon-trotsky", "organisation": "tsentrobalt"}}
    html = text(client, address(served))
    assert answers(html) == {"ivar-smilga": "", "pauls-smilga": ""}
    (said,) = re.findall(r'<p class="answers-beside">(.*?)</p>', html, re.DOTALL)
    assert plain(said).startswith(
        "disputed What is said of Leon Trotsky , on which these answers rest too: Member , Tsentrobalt"
    )
    assert said.count(theirs.identifier) == 2
    served["overlaps_with"]["person"] = "ivar-smilga"
    html = text(client, address(served))
    assert answers(html) == {"leon-trotsky": "disagree", "pauls-smilga": "possible"}
    assert "answers-beside" not in html


def test_the_clauses_stay_open_for_whoever_changes_them(client: Client) -> None:
    html = text(client, address(MEMBER, change="open"))
    assert '<details class="question" open>' in html
    assert "change=" not in html
    assert text(client, address(MEMBER, change="x"), 400)


def test_nobody_answers(client: Client) -> None:
    html = text(client, address({"assertion": {"role": "recanted"}}))
    assert "Nobody, as far as the record tells." in html
    assert '<details class="question" open>' in html
    assert "download" not in html


def test_a_list_says_of_whom_it_speaks(client: Client) -> None:
    html = text(client, address({"persons": ["ivar-smilga"]}))
    assert "Ivar Smilga stands in the list." in html
    others = {"all": [MEMBER, {"not": {"persons": ["leon-trotsky", "pauls-smilga"]}}]}
    html = text(client, address(others))
    assert answers(html) == {"ivar-smilga": ""}
    assert "Ivar Smilga does not stand in the list." in html


def test_the_tree_is_shown_whole_with_its_buttons(client: Client) -> None:
    html = text(client, address(NESTED))
    buttons = re.findall(r'name="do" value="([^"]+)"', html)
    assert buttons == [
        "turn:", "negate:", "remove:",
        "add:all[0]:any", "turn:all[0]", "negate:all[0]", "remove:all[0]",
        "edit:all[0].any[0]", "add:all[0].any[0]:all", "negate:all[0].any[0]",
        "remove:all[0].any[0]",
        "edit:all[0].any[1]", "add:all[0].any[1]:all", "negate:all[0].any[1]",
        "remove:all[0].any[1]",
        "add:all[1].not:any", "turn:all[1].not", "negate:all[1]", "remove:all[1]",
        "edit:all[1].not.any[0]", "add:all[1].not.any[0]:all", "negate:all[1].not.any[0]",
        "remove:all[1].not.any[0]",
        "edit:all[1].not.any[1].not", "add:all[1].not.any[1]:all", "negate:all[1].not.any[1]",
        "remove:all[1].not.any[1]",
        "add::all", "add::any", "certain",
    ]  # fmt: skip
    names = [plain(each) for each in re.findall(r"<button name=\"do\"[^>]*>(.*?)</button>", html)]
    assert len(set(names)) == len(names)
    assert html.count("1890-05: 1 May 1890 to 31 May 1890, Gregorian") == 1


def test_it_offers_itself_to_other_programs(client: Client) -> None:
    html = text(client, address(MEMBER))
    head, _, body = html.partition("<body>")
    q = urlencode({"q": '{"assertion":{"kind":"tenure","organisation":"tsentrobalt"}}'})
    assert f'href="http://testserver/questions/?{q}"' in head
    assert f'type="application/json" href="/api/v1/questions/?{q}"' in head
    for where in ("/api/v1/questions/", "/questions/download.csv", "/questions/download.xlsx",
                  "/groups/", "/groups/network/"):  # fmt: skip
        assert f'href="{where}?{q}"' in body
    russian = text(client, f"/ru{address(MEMBER)}")
    for where in ("/ru/groups/", "/ru/groups/network/"):
        assert f'href="{where}?{q}"' in russian
    (shown,) = re.findall(r"<pre[^>]*><code>(.*?)</code>", body, re.DOTALL)
    assert json.loads(shown.replace("&quot;", '"')) == MEMBER


def test_its_address_is_that_of_the_same_question_written_otherwise(client: Client) -> None:
    row.revise(cast.organisation(), slug="tsentrobalt-committee")
    loose = '{ "assertion":\n{"organisation": ["tsentrobalt"], "kind": "tenure"} }'
    html = text(client, address(loose))
    q = urlencode({"q": '{"assertion":{"kind":"tenure","organisation":"tsentrobalt-committee"}}'})
    assert f'<link rel="canonical" href="http://testserver/questions/?{q}">' in html


def test_it_is_cited_by_its_sentence_and_its_address(client: Client) -> None:
    html = text(client, address(MEMBER, page=1))
    [sentence] = re.findall(r'<p class="citation-text">([^<]*)</p>', html)
    [asked] = re.findall(r"<h1>([^<]*)</h1>", html)
    q = urlencode({"q": '{"assertion":{"kind":"tenure","organisation":"tsentrobalt"}}'})
    assert unescape(sentence) == (
        f"“Question: {unescape(asked)}”, Prosopography of the Left Opposition, "
        f"http://testserver/questions/?{q}"
    )
    # Without a question there is nothing to be cited.
    assert 'class="cite"' not in text(client, "/questions/")


def test_answers_come_in_pages_of_fifty(client: Client) -> None:
    for number in range(49):
        cast.tenure(cast.person(f"member-{number:02}"))
    first, second = (text(client, address(MEMBER, page=page)) for page in (1, 2))
    assert len(answers(first)) == 50
    assert answers(second) == {"leon-trotsky": "", "pauls-smilga": "possible"}
    assert "51 to 52 of 52." in second
    assert "page 2 –" in second.partition("</title>")[0]
    assert text(client, address(MEMBER, page=3), 404)


def test_a_long_sentence_is_cut_in_the_head_only(client: Client) -> None:
    for number in range(5):
        cast.organisation(f"body-{number}", f"Body of the {'very ' * 9} long name, {number}")
    bodies = [f"body-{number}" for number in range(5)]
    html = text(client, address({"assertion": {"organisation": bodies}}))
    (title,) = re.findall(r"<title>(.+)</title>", html)
    (description,) = re.findall(r'<meta name="description" content="([^"]+)">', html)
    assert (len(title) < 180, len(description) < 300) == (True, True)
    assert "long name, 4" in re.findall(r"<h1>(.+)</h1>", html)[0]


#: What cannot be read: where, why, and what stands in the field in which it can be mended.
FAULTY: dict[str, tuple[str, str, str]] = {
    '{"all":[{"assertion":{"role":"memmber"}}]}': (
        "all[0].assertion.role",
        'no role "memmber"; did you mean "member"?',
        '{\n  "all": [\n    {\n      "assertion": {\n        "role": "memmber"\n      }\n    }\n  ]\n}',
    ),
    '{"all":[': ("As a whole", "this is no JSON", '{"all":['),
    "[]": ("As a whole", "a question is an object", "[]"),
    '{"assertion":{"date":{"on":"1917-13"}}}': (
        "assertion.date.on",
        "There is no month 13",
        '{\n  "assertion": {\n    "date": {\n      "on": "1917-13"\n    }\n  }\n}',
    ),
    '{"not":{}}': ("not", "exactly one is needed", '{\n  "not": {}\n}'),
    "{" * 200: ("As a whole", "this is no JSON", "{" * 200),
    '{"not":' * 400 + "1" + "}" * 400: (
        "As a whole",
        "the question is nested too deeply",
        '{"not":' * 400 + "1" + "}" * 400,
    ),
    '{"persons":["\\u0000"]}': (
        "persons",
        "is no text",
        '{\n  "persons": [\n    "\\u0000"\n  ]\n}',
    ),
    '{"a":"\\ud800"}': ("As a whole", "half a character", '{"a":"\\ud800"}'),
    '{"\\udfff":{}}': ("As a whole", "half a character", '{"\\udfff":{}}'),
    '{"persons":["\\ud83d\\ude00"]}': (
        "persons",
        'no person "😀"',
        '{\n  "persons": [\n    "😀"\n  ]\n}',
    ),
}


@pytest.mark.parametrize("given_text", FAULTY)
def test_a_question_that_cannot_be_read_says_where_and_can_be_mended(
    client: Client, given_text: str
) -> None:
    html = text(client, address(given_text), 400)
    where, why, expected = FAULTY[given_text]
    told = plain(html.partition('<dl class="facts faults-told">')[2].partition("</dl>")[0])
    assert told.startswith(where)
    assert why in unescape(told)
    (kept,) = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)
    assert unescape(kept) == expected
    assert_well_made(html)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=%7B%7D&q=%7B%7D", "The parameter “q” is given more than once."),
        (f"q={'x' * 20_001}", "The value of “q” is longer than 20000 characters."),
        ("q=%00", "The value of “q” holds characters that cannot be read."),
        ("q=%7B%7D&pag=1", "This page knows no parameter “pag”. Do you mean “page”?"),
    ],
)
def test_an_address_that_cannot_be_read_is_refused(
    client: Client, query: str, sentence: str
) -> None:
    assert sentence in text(client, f"/questions/?{query}", 400)


def test_the_beginning_has_examples_and_the_first_form(
    client: Client, settings: Any, tmp_path: Any
) -> None:
    (plain_title,) = re.findall(r"<h1>(.+)</h1>", text(client, address(MEMBER)))
    path = tmp_path / "questions.json"
    given_examples = [{"title": f"Members {each}?", "question": MEMBER} for each in range(4)]
    path.write_text(json.dumps(given_examples), encoding="utf-8")
    settings.EXAMPLE_QUESTIONS = str(path)
    html = text(client, "/questions/")
    assert html.count(f'<a href="{address(MEMBER)}">') == 4
    assert 'name="joint" value="all"' in html
    html = text(client, address({**MEMBER, "match": "possible"}))
    assert re.findall(r"<h1>(.+)</h1>", html) == ["Members 0?"]
    assert "<title>Members 0? – " in html
    assert re.findall(r'<p class="lead">(.+)</p>', html) == [f"{plain_title}."]
    assert "Members 0?" not in text(client, address({**MEMBER, "match": "certain"}))
    assert "Members 0?" in text(client, "/")
    assert "Members 3?" in text(client, "/")
    settings.EXAMPLE_QUESTIONS = ""
    assert "Questions to begin with" not in text(client, "/questions/")
    assert "Questions across people" not in text(client, "/")


def body(client: Client, where: str) -> bytes:
    response = client.get(where)
    assert response.status_code == 200
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def test_the_answer_is_a_table_too(client: Client) -> None:
    lines = (
        body(client, address(MEMBER, "/questions/download.csv")).decode("utf-8-sig").splitlines()
    )
    assert [line.split(",")[0] for line in lines[1:]] == [
        "ivar-smilga", "leon-trotsky", "pauls-smilga",
    ]  # fmt: skip
    book = ZipFile(BytesIO(body(client, address(MEMBER, "/questions/download.xlsx"))))
    texts = b"".join(book.read(name) for name in book.namelist())
    assert address(MEMBER, "http://testserver/questions/").encode() in texts
    for where in ("/questions/download.csv", "/questions/download.xlsx"):
        assert "The question cannot be read" in text(client, where, 400)


def test_dates_are_understood_while_they_are_typed(client: Client) -> None:
    def told(**asked: str) -> dict[str, str]:
        return json.loads(text(client, f"/questions/date/?{urlencode(asked)}"))

    assert told(date="1917-11") == {
        "understood": "1917-11: 1 November 1917 to 30 November 1917, Gregorian"
    }
    assert told(date="1917-10-25", calendar="julian") == {
        "understood": "1917-10-25: 25 October 1917, Julian"
    }
    assert told(date="../1920") == {"understood": "../1920: up to 31 December 1920, Gregorian"}
    assert told(date="1920/..") == {"understood": "1920/..: from 1 January 1920 on, Gregorian"}
    assert told(date="May 1917") == {"understood": "1917-05: 1 May 1917 to 31 May 1917, Gregorian"}
    assert told(date="25 October 1917 O.S.") == {
        "understood": "1917-10-25: 25 October 1917, Julian"
    }
    assert told(date="12.07.1936") == {
        "understood": "1936-07-12: 12 July 1936, Gregorian; read otherwise: 1936-12-07"
    }
    assert told(date="the day of his arrest") == {
        "fault": "Not an EDTF date; write 1917-11-07, 1917-11 or 1917."
    }
    assert told(date="31 February 1923") == {
        "fault": "There is no 31 February 1923: February has at most 29 days."
    }
    assert told(date="1917-13")["fault"].startswith("There is no month 13: months are 01 to 12")
    assert told() == {}
    assert text(client, "/questions/date/?date=1917&calendar=x", 400)


def test_names_are_offered_while_they_are_typed(client: Client) -> None:
    def offered(text_typed: str, of: str) -> list[str]:
        query = urlencode({"text": text_typed, "of": of})
        return [
            each["written"]
            for each in json.loads(text(client, f"/questions/names/?{query}"))["names"]
        ]

    cast.person("ivan-smirnov", status=Status.DRAFT)
    assert offered("Смилга", "person") == ["Ivar Smilga", "Pauls Smilga"]
    assert offered("Smirnov", "person") == []
    assert offered("memb", "role,organisation") == ["member"]
    assert offered("", "person") == []
    assert text(client, "/questions/names/?text=x&of=user", 400)


def hide(status: str) -> None:
    """What would change answers, counts, sentences and suggestions if it were seen."""
    secret = {"status": status}
    cast.tenure(cast.person("zzsecret-person", **secret))
    cast.tenure(cast.person("seen"), cast.organisation("zzsecret-part", part_of=cast.organisation(),
                                                       **secret))  # fmt: skip
    cast.tenure(cast.person("seen"), **secret)
    cast.tenure(cast.person("seen"), source=cast.source("zzsecret-source", **secret))
    cast.tenure(cast.person("seen"), cited=False)
    expelled = {"role": cast.role("expelled"), "edtf": "1921", **secret}
    cast.claim("life_event", person=cast.person(), **expelled)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.RETRACTED])
def test_nothing_changes_by_what_is_not_public(client: Client, status: str) -> None:
    def pages() -> list[str]:
        found = [text(client, address(each)) for each in (MEMBER, IN_1917, NEVER_EXPELLED, NESTED)]
        found.append(text(client, address({"persons": ["zzsecret-person"]}), 400))
        table = body(client, address(NEVER_EXPELLED, "/questions/download.csv")).decode()
        return [*found, table]

    cast.person("seen")
    before = pages()
    hide(status)
    assert pages() == before
    assert "zzsecret" not in "".join([*before[:4], before[-1]]).lower()


def costs(client: Client) -> list[int]:
    found = []
    for each in (MEMBER, NEVER_EXPELLED, NESTED):
        with CaptureQueriesContext(connection) as queries:
            text(client, address(each))
        found.append(len(queries))
    return found


def test_the_number_of_queries_is_that_of_the_question(client: Client) -> None:
    # Certain ones alone: those who are possible cost one more.
    Person.objects.filter(slug="pauls-smilga").update(status=Status.DRAFT)
    Person.objects.filter(slug="leon-trotsky").update(status=Status.DRAFT)
    assert answers(text(client, address(NEVER_EXPELLED))) == {"ivar-smilga": ""}
    one = costs(client)
    assert one[:2] == COSTS
    for slug in ("member-one", "member-two"):
        cast.tenure(cast.person(slug), calendar="gregorian")
    assert len(answers(text(client, address(NEVER_EXPELLED)))) == 3
    assert costs(client) == one


def test_it_asks_nothing_while_it_is_written(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for where in ("/questions/", address(MEMBER), address(NESTED), address("{")):
        assert_asks_nothing_while_written(rf, where, django_assert_num_queries)


@pytest.mark.parametrize("question", [MEMBER, IN_1917, NEVER_EXPELLED, NESTED])
def test_it_is_valid_and_the_same_for_everybody(client: Client, question: Any) -> None:
    response = client.get(address(question))
    html = response.content.decode()
    assert_well_made(html)
    assert (response.cookies, response["Vary"]) == ({}, "Accept-Encoding")
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert client.get(address(question)).content == response.content


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8)
        | st.sampled_from(["ivar-smilga", "member", "1917", "birth.date", "<"]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
            st.sampled_from(["all", "any", "not", "assertion", "persons", "compare", "linked_to",
                             "overlaps_with", "role", "person", "date", "on", "match"]),
            inner, max_size=3),
        max_leaves=12,
    )
)  # fmt: skip
def test_no_question_is_our_fault(client: Client, data: Any) -> None:
    response = client.get(address(data))
    assert response.status_code in (200, 400)


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\ude00\\ud83d"])
@pytest.mark.parametrize(
    "written", ['"%s"', '{"a":"%s"}', '{"%s":1}', '{"persons":["%s"]}', '{"match":"%s"}',
                '{"assertion":{"name":"%s"}}', '{"compare":["%s","<","1917"]}',
                '{"assertion":{"date":{"on":"%s"}}}', '{"%s":1,"%s":2}'],
)  # fmt: skip
def test_half_a_character_is_not_our_fault(client: Client, written: str, escape: str) -> None:
    given_text = written.replace("%s", escape)
    told = [
        client.get(address(given_text, where)).status_code
        for where in ("/questions/", "/questions/download.csv", "/questions/download.xlsx")
    ]
    assert told == [400, 400, 400]
    assert client.get(address(given_text, "/questions/edit/", do="remove:")).status_code == 302
