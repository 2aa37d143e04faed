"""Questions through the API: both ways to ask, the evidence, pages, tables, faults, what must not leak."""

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from rest_framework.throttling import AnonRateThrottle

from prosopography.editing import row
from prosopography.models import Citation, Status
from tests import cast
from tests.api.test_schema import Judge

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]
Refused = Callable[..., list[tuple[str, str]]]

PATH = "/api/v1/questions/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIGNED = {"assertion": {"kind": "participation", "role": "signatory"}}
SERVED = {"assertion": {"kind": "tenure", "date": {"on": "1917-06"}}}
SIGNED_AND_STAYED = {"all": [SIGNED, {"not": {"assertion": {"role": "expelled"}}}]}


@pytest.fixture
@cast.at_once()
def signed() -> list[str]:
    """Three who signed: surely, perhaps, and one who was expelled."""
    cast.signature(cast.person("aleksandr-beloborodov"))
    cast.signature(cast.person("ivar-smilga"), certainty="probable")
    cast.signature(cast.person("leon-trotsky"))
    cast.claim("life_event", person=cast.person("leon-trotsky"), role=cast.role("expelled"))
    cast.person("nobody-in-particular")
    return ["aleksandr-beloborodov", "ivar-smilga", "leon-trotsky"]


def post(client: Client, question: Any, query: str = "", **more: Any) -> Any:
    return client.post(f"{PATH}?{query}", json.dumps(question), "application/json", **more)


def answers(told: Any) -> list[tuple[str, str]]:
    return [(each["person"]["slug"], each["match"]) for each in told["results"]]


def faults(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 400, answer.content
    assert answer.json()["type"] == "validation_error"
    return [(error["attr"], error["detail"]) for error in answer.json()["errors"]]


@pytest.mark.usefixtures("signed")
def test_answer_says_what_was_asked_and_how_many_answer(client: Client) -> None:
    told = post(client, SIGNED).json()
    assert answers(told) == [
        ("aleksandr-beloborodov", "certain"),
        ("leon-trotsky", "certain"),
        ("ivar-smilga", "possible"),
    ]
    del told["results"]
    assert told == {
        "asked": SIGNED,
        "sentence": "Everybody who is on record as “signatory”",
        "count": 3,
        "certain": 2,
        "possible": 1,
        "next": None,
        "previous": None,
    }


@pytest.mark.usefixtures("signed")
def test_get_and_post_answer_alike(client: Client, get: Get) -> None:
    for question in (SIGNED, SIGNED_AND_STAYED, {**SIGNED, "match": "certain"}):
        text = json.dumps(question, indent=1)
        assert get("questions/", q=text) == post(client, question).json()
    assert answers(post(client, {**SIGNED, "match": "certain"}).json()) == [
        ("aleksandr-beloborodov", "certain"),
        ("leon-trotsky", "certain"),
    ]


@pytest.mark.usefixtures("signed")
def test_every_leaf_comes_with_its_claims(client: Client, get: Get) -> None:
    first, second = post(client, SIGNED_AND_STAYED).json()["results"]
    assert [first["person"]["slug"], second["person"]["slug"]] == [
        "aleksandr-beloborodov",
        "ivar-smilga",
    ]
    [signature, absence] = first["evidence"]
    [claim] = signature.pop("assertions")
    assert claim == get(f"assertions/{claim['identifier']}/")
    assert signature == {
        "leaf": "all[0].assertion",
        "text": "who is on record as “signatory”",
        "match": "certain",
        "negated": False,
        "certain": [claim["identifier"]],
    }
    assert absence == {
        "leaf": "all[1].not.assertion",
        "text": "who is on record as “expelled”",
        "match": None,
        "negated": True,
        "certain": [],
        "assertions": [],
    }
    assert [(each["match"], each["certain"]) for each in second["evidence"]] == [
        ("possible", []),
        (None, []),
    ]


def test_only_those_claims_make_it_certain_that_do(client: Client) -> None:
    hedged = cast.tenure(edtf="1917-06", certainty="possible")
    sure = cast.tenure(edtf="1917-06-07")
    [answered] = post(client, SERVED).json()["results"]
    [evidence] = answered["evidence"]
    assert evidence["certain"] == [sure.identifier]
    assert [claim["identifier"] for claim in evidence["assertions"]] == [
        sure.identifier,
        hedged.identifier,
    ]


def test_who_contradicts_makes_it_disputed(client: Client) -> None:
    claim = cast.signature()
    assert [each["disputed"] for each in post(client, SIGNED).json()["results"]] == [False]
    Citation(
        assertion=claim, source=cast.source("other"), locator="¶1", stance="contradicts"
    ).save()
    assert [each["disputed"] for each in post(client, SIGNED).json()["results"]] == [True]


@pytest.mark.usefixtures("signed")
def test_an_old_slug_is_understood_and_told_as_it_is_now(get: Get) -> None:
    row.revise(cast.event(), slug="platform-of-the-46")
    told = get("questions/", q='{"assertion": {"event": "declaration-of-the-46"}}')
    assert (told["asked"], told["count"]) == ({"assertion": {"event": "platform-of-the-46"}}, 3)


# Pages


@pytest.mark.usefixtures("signed")
@pytest.mark.parametrize("size", ["", "&page_size=1"])
def test_pages_of_a_post_can_be_followed(client: Client, settings: Any, size: str) -> None:
    settings.API_PAGE_SIZE = 1
    page = post(client, SIGNED, f"page=1{size}").json()
    found, addresses = answers(page), []
    while page["next"]:
        addresses.append(page["next"])
        page = client.get(page["next"].removeprefix("http://testserver")).json()
        found += answers(page)
    assert [slug for slug, _ in found] == ["aleksandr-beloborodov", "leon-trotsky", "ivar-smilga"]
    query = urlencode({"q": json.dumps(SIGNED, separators=(",", ":"))})
    assert addresses == [
        f"http://testserver{PATH}?{query}&page=2{size}",
        f"http://testserver{PATH}?{query}&page=3{size}",
    ]
    assert page["previous"] == addresses[0]
    assert (
        client.get(page["previous"]).json()["results"]
        == post(client, SIGNED, f"page=2{size}").json()["results"]
    )


def test_question_too_long_for_an_address_is_to_be_posted_again(
    client: Client, signed: list[str]
) -> None:
    many = [cast.person(f"somebody-with-a-long-name-{number:03}").slug for number in range(150)]
    question = {"persons": [*many, *signed]}
    page = post(client, question, "page_size=100").json()
    assert page["next"] == f"http://testserver{PATH}?page=2&page_size=100"
    rest = post(client, question, "page=2&page_size=100").json()
    assert (len(rest["results"]), rest["next"]) == (53, None)
    assert rest["previous"] == f"http://testserver{PATH}?page=1&page_size=100"


# What is refused


def test_all_faults_are_told_with_their_paths(client: Client, ask: Callable[..., Any]) -> None:
    cast.role("signatory")
    question = {
        "any": [
            {"assertion": {"role": "signatary", "date": {"on": "yesterday"}}},
            {"not": {"linked_to": {"within": 7}}},
        ]
    }
    told = [
        ("any[0].assertion.date.on", "Not an EDTF date; write 1917-11-07, 1917-11 or 1917."),
        ("any[0].assertion.role", 'no role "signatary"; did you mean "signatory"?'),
        ("any[1].not.linked_to", "the person is missing"),
        ("any[1].not.linked_to.within", "7 is no whole number from 1 to 3"),
    ]
    assert faults(post(client, question)) == told
    assert faults(ask("questions/", q=json.dumps(question))) == told
    assert faults(post(client, question, "format=csv")) == told
    assert faults(post(client, question, "format=xlsx")) == told


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "required"),
        (b"{", "invalid"),
        (b"\xff\xfe", "unreadable"),
        (b"null", "invalid"),
        (b"[]", "invalid"),
        (b"{}", "invalid"),
        (b'"all"', "invalid"),
        (b"NaN", "invalid"),
        (b"1" * 6000, "invalid"),
        (b"\0", "invalid"),
        (b"[" * 19_000, "invalid"),
        (b'{"not":' * 2_800, "invalid"),
        (b'{"all":[' * 800 + b"]}" * 800, "invalid"),
        (b" " * 20_001, "invalid"),
        (b" " * 3_000_000, "invalid"),
        ("я".encode() * 100_000, "invalid"),
        ("xя".encode() * 100_000, "invalid"),
        ("🜨".encode() * 100_000, "invalid"),
        ("x🜨".encode() * 100_000, "invalid"),
        ('{"persons":["' + "x" * 20_000 + '"]}', "invalid"),
    ],
)
def test_body_that_is_no_question_is_refused_as_a_whole(
    client: Client, body: Any, code: str
) -> None:
    answer = client.post(PATH, body, "application/json")
    assert answer.status_code == 400
    assert [(error["attr"], error["code"]) for error in answer.json()["errors"]] == [
        ("question", code)
    ]


def test_body_may_have_a_byte_order_mark_and_a_charset(client: Client) -> None:
    cast.signature()
    body = b"\xef\xbb\xbf" + json.dumps(SIGNED).encode()
    assert client.post(PATH, body, "application/json; charset=utf-8").json()["count"] == 1


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_body_of_another_type_is_refused(client: Client, kind: str) -> None:
    answer = client.post(PATH, b'{"persons": ["x"]}', kind)
    assert answer.status_code == 415
    assert answer.json()["type"] == "client_error"
    assert answer.json()["errors"][0]["code"] == "unsupported_media_type"


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({}, [("q", "required")]),
        ({"q": ""}, [("q", "blank")]),
        ({"q": "{}\0"}, [("q", "null_character")]),
        ({"q": ["{}", "{}"]}, [("q", "repeated")]),
        ({"q": "{"}, [("question", "invalid")]),
        ({"q": " " * 19_999 + "{}"}, [("question", "invalid")]),
        ({"q": "{}"}, [("question", "invalid")]),
        ({"question": "{}"}, [("question", "unknown_parameter")]),
        ({"q": json.dumps(SIGNED), "page": "2"}, [("page", "invalid")]),
        ({"q": json.dumps(SIGNED), "page_size": "0"}, [("page_size", "invalid")]),
        ({"q": json.dumps(SIGNED), "format": "xml"}, [("format", "invalid")]),
        ({"q": json.dumps(SIGNED), "format": ""}, [("format", "blank")]),
        ({"q": json.dumps(SIGNED), "format": "csv", "page": "1"}, [("page", "no_effect")]),
        (
            {"q": json.dumps(SIGNED), "format": "xlsx", "page": "1", "page_size": "9"},
            [("page", "no_effect"), ("page_size", "no_effect")],
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(
    refused: Refused, parameters: dict[str, Any], told: list[tuple[str, str]]
) -> None:
    cast.role("signatory")
    assert refused("questions/", **parameters) == told


def test_body_and_parameter_are_not_asked_together(client: Client) -> None:
    cast.role("signatory")
    answer = post(client, SIGNED, urlencode({"q": json.dumps(SIGNED)}))
    assert [error["code"] for error in answer.json()["errors"]] == ["unknown_parameter"]


def test_nothing_can_be_written(client: Client) -> None:
    for method in ("put", "patch", "delete"):
        answer = getattr(client, method)(PATH)
        assert answer.status_code == 405
        assert answer["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert client.post("/api/v1/as-of/").status_code == 405


@pytest.mark.usefixtures("signed")
def test_any_page_may_ask_and_nobody_is_known() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = post(client, SIGNED, headers={"origin": "https://example.org"})
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert (answer.cookies.output(), "Cookie" in answer["Vary"]) == ("", False)
    asked = {
        "origin": "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    before = client.options(PATH, headers=asked)
    assert before.status_code == 200
    assert before["Access-Control-Allow-Methods"] == "GET, POST, HEAD, OPTIONS"
    assert before["Access-Control-Allow-Headers"] == "*"
    table = client.get(PATH, {"q": json.dumps(SIGNED), "format": "csv"})
    assert table["Access-Control-Allow-Origin"] == "*"


def test_questions_count_against_the_limit(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.signature()
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": "2/minute"})
    cache.clear()
    told = [post(client, SIGNED, f"format={form}").status_code for form in ("json", "csv", "csv")]
    cache.clear()
    assert told == [200, 200, 429]


# Tables


def slugs_in(answer: bytes) -> set[str]:
    """Who answers, in JSON or in CSV."""
    text = answer.decode("utf-8-sig")
    if text.startswith("{"):
        return {each["person"]["slug"] for each in json.loads(text)["results"]}
    return {each["person"] for each in csv.DictReader(StringIO(text))}


def read_csv(answer: Any) -> list[dict[str, str]]:
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="answers.csv"'
    return list(csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig"))))


def read_xlsx(answer: Any) -> Any:
    assert answer["Content-Type"] == XLSX
    assert answer["Content-Disposition"] == 'attachment; filename="answers.xlsx"'
    return load_workbook(BytesIO(answer.getvalue()))


@pytest.mark.usefixtures("signed")
def test_tables_have_a_row_for_each_claim_of_everybody(client: Client, settings: Any) -> None:
    settings.API_PAGE_SIZE = 1
    answer = post(client, SIGNED_AND_STAYED, "format=csv")
    assert answer.streaming
    found = read_csv(answer)
    assert [(each["person"], each["match"], each["leaf"], each["kind"]) for each in found] == [
        ("aleksandr-beloborodov", "certain", "all[0].assertion", "participation"),
        ("aleksandr-beloborodov", "certain", "all[1].not.assertion", ""),
        ("ivar-smilga", "possible", "all[0].assertion", "participation"),
        ("ivar-smilga", "possible", "all[1].not.assertion", ""),
    ]
    book = read_xlsx(post(client, SIGNED_AND_STAYED, "format=xlsx"))
    heads, *lines = book["Answers"].values
    assert list(heads) == list(found[0])
    assert [
        {head: "" if cell is None else str(cell) for head, cell in zip(heads, line, strict=True)}
        for line in lines
    ] == found
    told = dict(book["Question"].values)
    assert json.loads(told["As JSON"]) == SIGNED_AND_STAYED
    assert (told["Persons"], told["Certain"], told["Possible"]) == (2, 1, 1)


@pytest.mark.usefixtures("signed")
@pytest.mark.parametrize(
    ("accept", "query", "kind"),
    [
        ("*/*", "", "application/json"),
        ("text/csv", "", "text/csv; charset=utf-8"),
        ("text/csv;q=0.5, application/json", "", "application/json"),
        (XLSX, "", XLSX),
        ("application/json", "format=csv", "text/csv; charset=utf-8"),
        ("text/csv", "format=json", "application/json"),
    ],
)
def test_form_is_what_is_asked_for(client: Client, accept: str, query: str, kind: str) -> None:
    answer = post(client, SIGNED, query, headers={"accept": accept})
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert "Accept" in answer["Vary"]
    if answer.streaming:  # read to its end, for close() would close the connection too
        answer.getvalue()


def test_errors_are_in_json_whatever_is_asked_for(client: Client) -> None:
    answer = post(client, {}, headers={"accept": "text/csv"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    answer = post(client, {}, headers={"accept": "text/html"})
    assert (answer.status_code, answer["Content-Type"]) == (406, "application/json")


@pytest.mark.usefixtures("signed")
def test_more_persons_than_xlsx_is_made_of_are_told_to_take_csv(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.questions.rows.MOST_IN_XLSX", 2)
    answer = post(client, SIGNED, "format=xlsx")
    assert faults(answer) == [
        (
            "format",
            "3 persons answer; in XLSX there are 2 at most: take the table as CSV, which has all "
            "of them.",
        )
    ]
    assert len(read_csv(post(client, SIGNED, "format=csv"))) == 3


@pytest.mark.usefixtures("signed")
def test_question_without_answers_has_tables_without_rows(client: Client) -> None:
    nobody = {"all": [SIGNED, {"not": SIGNED}], "match": "certain"}
    assert post(client, nobody).json()["results"] == []
    assert read_csv(post(client, nobody, "format=csv")) == []
    assert read_xlsx(post(client, nobody, "format=xlsx"))["Answers"].max_row == 1


# What must not leak


def everything(client: Client) -> list[Any]:
    """What can be told of a few questions in every form."""
    told = []
    for question in (
        SIGNED,
        {"not": SIGNED},
        {"assertion": {"text": "leak"}},
        {"assertion": {"name": "leak"}},
        {"assertion": {"organisation": "tsentrobalt"}},
        {"linked_to": {"person": "ivar-smilga", "within": 3}},
        {"overlaps_with": {"person": "ivar-smilga"}},
        {"compare": ["birth.date", "<", "1900"]},
    ):
        told.append(post(client, question).json())
        told.append(post(client, question, "format=csv").getvalue())
        told.append(
            [list(sheet.values) for sheet in read_xlsx(post(client, question, "format=xlsx"))]
        )
    return told


def test_nothing_hidden_is_told(client: Client) -> None:
    smilga, other = cast.person(), cast.person("leon-trotsky")
    shown = cast.signature(smilga)
    cast.tenure(smilga)
    cast.tenure(other)
    before = everything(client)
    hidden = {"status": Status.DRAFT}
    person = cast.person("leaked-person", **hidden)
    source = cast.source("leaked-source", **hidden)
    body = cast.organisation("leaked-body", part_of=cast.organisation(), **hidden)
    cast.signature(person)
    cast.signature(other, value="leak", **hidden)
    cast.signature(other, value="leak", status=Status.REVIEW)
    cast.signature(other, value="leak", cited=False)
    cast.signature(other, value="leak", source=source)
    cast.name("leak", other, **hidden)
    cast.birth(other, edtf="1879", **hidden)
    cast.tenure(other, body)
    cast.tenure(person)
    more = {"assertion": shown, "quotation": "leak", "named_as": "leak"}
    Citation(source=source, locator="¶2", **more).save()
    Citation(source=cast.source(), locator="¶3", attributed_to_person=person, **more).save()
    assert everything(client) == before


@pytest.mark.parametrize(
    ("part", "noun"),
    [
        ("organisation", "organisation"),
        ("event", "event"),
        ("place", "place"),
        ("person", "person"),
        ("source", "source"),
        ("attributed_to", "source or person"),
    ],
)
def test_what_is_hidden_is_as_unknown_as_what_never_was(
    client: Client, part: str, noun: str
) -> None:
    for make in (cast.organisation, cast.event, cast.place, cast.person, cast.source):
        make("leaked-thing", status=Status.DRAFT)
    for slug in ("leaked-thing", "leaked-thin"):
        told = faults(post(client, {"assertion": {part: slug}}))
        assert told == [(f"assertion.{part}", f'no {noun} "{slug}"')]


# What it costs, and what it promises


@pytest.mark.parametrize(
    ("question", "query", "queries"),
    [
        # the role; the roles below it, who answers; the persons, their claims in short, in full,
        # citations, whom else these may mean, conflicts; on whose word they rest 2
        (SIGNED, "", 11),
        # for the other leaf: the roles below, whether one is the same from both sides, who, claims
        (SIGNED_AND_STAYED, "", 15),
        # the same without on whose word they rest; first the persons in their order, by key alone
        (SIGNED_AND_STAYED, "format=csv", 14),
    ],
)
def test_answer_costs_the_same_at_one_row_and_at_three(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    question: Any,
    query: str,
    queries: int,
) -> None:
    cast.role("expelled")
    for number in (1, 2, 3):
        cast.signature(cast.person(f"person-{number}"))
        if number == 2:
            continue
        with django_assert_num_queries(queries):
            answer = post(client, question, query).getvalue()
        assert slugs_in(answer) == {f"person-{each}" for each in range(1, number + 1)}


@pytest.mark.usefixtures("signed")
def test_answer_is_as_the_schema_says(client: Client) -> None:
    judge = Judge(client.get("/api/v1/schema/").json())
    for question in (SIGNED, SIGNED_AND_STAYED, {"persons": "ivar-smilga", "match": "certain"}, {}):
        judge.judge(client.get(PATH, {"q": json.dumps(question)}), PATH)
        judge.judge(post(client, question), PATH, "post")
    judge.judge(client.get(PATH), PATH)
    judge.judge(client.post(PATH, b"x", "text/plain"), PATH, "post")
    assert (judge.faults, judge.judged) == ([], 10)
