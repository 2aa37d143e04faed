"""The forms and buttons that build a question: what they lead to, ask back, refuse, and never offer."""

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import html5lib
import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from prosopography.models import Status
from prosopography.web.clause import read_clause, typed_of
from tests import cast

from .reading import assert_asks_nothing_while_written

pytestmark = pytest.mark.django_db

MEMBER: Any = {"assertion": {"kind": "tenure", "organisation": "tsentrobalt"}}
EXPELLED: Any = {"assertion": {"role": "expelled"}}


@pytest.fixture(autouse=True)
def names() -> None:
    for slug in ("ivar-smilga", "lev-kamenev", "sergei-kamenev", "georgy-pyatakov"):
        cast.person(slug)
    cast.name("Пятаков", cast.person("georgy-pyatakov"))
    cast.organisation()
    cast.organisation("central-committee")
    cast.event()
    cast.place()
    cast.source()
    for slug in ("member", "chairman", "expelled", "signatory", "supporter-of"):
        cast.role(slug)


def send(client: Client, question: Any = None, **sent: str) -> Any:
    """What a form or a button leads to."""
    q = {"q": json.dumps(question)} if question else {}
    return client.get(f"/questions/edit/?{urlencode(q | {'do': 'put', **sent})}")


def asked(response: Any) -> Any:
    """The question to which the answer leads."""
    assert response.status_code == 302, errors(response)
    parts = urlsplit(response["Location"])
    assert parts.path == "/questions/"
    return json.loads(parse_qs(parts.query)["q"][0]) if parts.query else None


def errors(response: Any) -> dict[str, str]:
    """What the form says of its fields, with the status 400."""
    assert response.status_code == 400
    html = response.content.decode()
    found = re.findall(r'class="field-error" id="e-([a-z_]+)">(.*?)</', html)
    return {key: unescape(words) for key, words in found}


def picks(response: Any) -> list[str]:
    return [
        unescape(value)
        for value in re.findall(
            r'type="radio" name="[^"]*" value="([^"]*)"', response.content.decode()
        )
    ]


def test_a_claim_is_asked_for_with_all_its_parts(client: Client) -> None:
    sent = {
        "sort": "assertion", "joint": "all", "kind": "relationship", "role": "supporter of",
        "organisation": "tsentrobalt; Central  Committee", "event": "declaration of the 46",
        "place": "aloja", "relation": "during", "date": "1917-11", "date_calendar": "julian",
        "person": "Пятаков", "source": "smilga-article",
        "attributed_to": "lev-kamenev", "certainty": "certain;probable", "basis": "stated",
        "independent_witnesses": "2", "doubtful": "false", "name": "Smilga; Смилга",
        "text": "a; b", "calendar": "unknown", "polarity": "denied", "rank": "preferred",
        "exact": "true",
    }  # fmt: skip
    assert asked(send(client, **sent)) == {
        "assertion": {
            "kind": "relationship", "role": "supporter-of",
            "organisation": ["tsentrobalt", "central-committee"], "event": "declaration-of-the-46",
            "place": "aloja", "exact": True, "person": "georgy-pyatakov",
            "source": "smilga-article", "attributed_to": "lev-kamenev",
            "name": ["Smilga", "Смилга"], "text": "a; b",
            "date": {"during": "1917-11", "calendar": "julian"}, "calendar": "unknown",
            "certainty": ["certain", "probable"], "basis": "stated", "polarity": "denied",
            "rank": "preferred", "independent_witnesses": 2, "doubtful": False,
        }
    }  # fmt: skip


SENT: dict[str, tuple[dict[str, str], Any]] = {
    "other side": (
        {"sort": "assertion", "role": "supporter of", "person": "Smilga", "converse": "true"},
        {"assertion": {"role": "supporter-of", "person": "ivar-smilga", "converse": True}},
    ),
    "served": (
        {"sort": "overlaps_with", "person": "Smilga", "role": "member", "exact": "true"},
        {"overlaps_with": {"person": "ivar-smilga", "role": "member", "exact": True}},
    ),
    "linked": (
        {"sort": "linked_to", "person": "Smilga", "within": "2", "by": "event", "largest": "50"},
        {"linked_to": {"person": "ivar-smilga", "within": 2, "by": "event", "largest": 50}},
    ),
    "list": (
        {"sort": "persons", "persons": "Smilga\r\n\r\nПятаков\nivar-smilga"},
        {"persons": ["ivar-smilga", "georgy-pyatakov"]},
    ),
    "order of claims": (
        {"sort": "compare", "left": "claim", "left_role": "expelled", "operator": "<",
         "right": "claim", "right_role": "member", "right_organisation": "tsentrobalt"},
        {"compare": [
            {"assertion": {"role": "expelled"}}, "<",
            {"assertion": {"role": "member", "organisation": "tsentrobalt"}},
        ]},
    ),
    "event": (
        {"sort": "compare", "left": "death.date", "operator": ">", "right": "event",
         "right_event": "Declaration of the 46"},
        {"compare": ["death.date", ">", "event:declaration-of-the-46.date"]},
    ),
    "date": (
        {"sort": "compare", "left": "birth.date", "operator": "=", "right": "date",
         "right_date": "1892", "right_date_calendar": "julian", "right_role": "left over"},
        {"compare": ["birth.date", "=", {"date": "1892", "calendar": "julian"}]},
    ),
    "age": (
        {"sort": "compare", "left": "claim", "left_role": "expelled", "age": "true",
         "operator": "<=", "years": "30"},
        {"compare": [{"age_at": {"assertion": {"role": "expelled"}}}, "<=", 30]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENT)
def test_each_sort_of_clause_is_built(client: Client, name: str) -> None:
    sent, expected = SENT[name]
    assert asked(send(client, joint="all", **sent)) == expected


@pytest.mark.parametrize("name", SENT)
def test_a_form_that_is_sent_as_it_came_changes_nothing(client: Client, name: str) -> None:
    _, node = SENT[name]
    (sort,) = node
    assert asked(send(client, node, sort=sort, **typed_of(node))) == node
    negated = {"any": [MEMBER, {"not": node}]}
    place = {"at": "any[1].not"}
    assert asked(send(client, negated, sort=sort, **place, **typed_of(node))) == negated


def test_what_a_form_has_no_field_for_is_kept() -> None:
    side = {"assertion": {"role": "expelled", "date": {"on": "1927"}, "certainty": "certain"}}
    node = {"compare": [side, "<", {"assertion": {"source": "smilga-article", "kind": "tenure"}}]}
    assert read_clause("compare", typed_of(node), node).node == node
    typed = typed_of(node) | {"left_role": "member"}
    changed = read_clause("compare", typed, node).node["compare"][0]["assertion"]
    assert changed == {**side["assertion"], "role": "member"}
    aged = {"compare": [{"age_at": side}, ">=", 30]}
    assert read_clause("compare", typed_of(aged), aged).node == aged


def test_clauses_are_added_beside_what_is_there(client: Client) -> None:
    new = {"sort": "assertion", "role": "chairman"}
    chairman = {"assertion": {"role": "chairman"}}
    both = {"all": [MEMBER, EXPELLED]}
    assert asked(send(client, MEMBER, joint="all", **new)) == {"all": [MEMBER, chairman]}
    assert asked(send(client, MEMBER, joint="any", **new)) == {"any": [MEMBER, chairman]}
    assert asked(send(client, both, joint="all", **new)) == {"all": [MEMBER, EXPELLED, chairman]}
    assert asked(send(client, both, joint="any", at="all[1]", **new)) == {
        "all": [MEMBER, {"any": [EXPELLED, chairman]}]
    }


def test_a_clause_is_changed_where_it_stands(client: Client) -> None:
    question = {"all": [MEMBER, {"not": EXPELLED}], "match": "certain"}
    sent = {"sort": "assertion", "at": "all[1].not", "role": "chairman"}
    assert asked(send(client, question, **sent)) == {
        "all": [MEMBER, {"not": {"assertion": {"role": "chairman"}}}],
        "match": "certain",
    }


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("remove:all[0]", EXPELLED),
        ("negate:all[1]", {"all": [MEMBER, {"not": EXPELLED}]}),
        ("negate:", {"not": {"all": [MEMBER, EXPELLED]}}),
        ("turn:", {"any": [MEMBER, EXPELLED]}),
        ("certain", {"all": [MEMBER, EXPELLED], "match": "certain"}),
        ("possible", {"all": [MEMBER, EXPELLED]}),
        ("remove:", None),
    ],
)
def test_buttons_lead_to_the_question_as_it_is_then(
    client: Client, button: str, expected: Any
) -> None:
    assert asked(send(client, {"all": [MEMBER, EXPELLED]}, do=button)) == expected


def test_several_of_a_name_are_asked_back(client: Client) -> None:
    sent = {"sort": "overlaps_with", "joint": "all", "person": "Kamenev"}
    response = send(client, **sent)
    assert errors(response) == {"person": "Which person do you mean by “Kamenev”?"}
    assert picks(response) == ["lev-kamenev:Kamenev", "sergei-kamenev:Kamenev"]
    assert 'name="person" value="Kamenev"' in response.content.decode()
    chosen = {**sent, "person.is": "lev-kamenev:Kamenev"}
    assert asked(send(client, **chosen)) == {"overlaps_with": {"person": "lev-kamenev"}}
    # What was chosen for another name than now stands there chooses nothing.
    other = {**sent, "person": "Smilga", "person.is": "lev-kamenev:Kamenev"}
    assert asked(send(client, **other)) == {"overlaps_with": {"person": "ivar-smilga"}}


def test_of_several_names_each_is_asked_back_in_turn(client: Client) -> None:
    cast.organisation("committee-one", "Committee")
    cast.organisation("committee-two", "Committee")
    sent = {"sort": "assertion", "joint": "all", "organisation": "Tsentrobalt; Committee"}
    response = send(client, **sent)
    assert picks(response) == ["committee-one:Committee", "committee-two:Committee"]
    sent["organisation.is"] = "committee-two:Committee"
    assert asked(send(client, **sent)) == {
        "assertion": {"organisation": ["tsentrobalt", "committee-two"]}
    }
    sent["role"] = "nothing of the kind"
    response = send(client, **sent)
    assert set(errors(response)) == {"role"}
    assert 'name="organisation" value="Tsentrobalt; committee-two"' in response.content.decode()


WRONG: list[tuple[dict[str, str], dict[str, str]]] = [
    (
        {"sort": "assertion", "relation": "during", "date": "1917-13"},
        {"date": "There is no month 13: months are 01 to 12, seasons and other parts of a year "
                 "from 21 to 41."},
    ),
    (
        {"sort": "assertion", "date": "the day of his arrest"},
        {"date": "Not an EDTF date; write 1917-11-07, 1917-11 or 1917."},
    ),
    ({"sort": "assertion", "date": "31 February 1923"},
     {"date": "There is no 31 February 1923: February has at most 29 days."}),
    ({"sort": "assertion", "role": "member", "date_calendar": "julian"},
     {"date": "A calendar is chosen, but no date: give the date too."}),
    ({"sort": "assertion", "role": "member", "date": ".."}, {"date": "A date is missing."}),
    ({"sort": "assertion", "exact": "true"},
     {"kind": "This asks nothing of the claim: give a kind, a role, a body …"}),
    ({"sort": "assertion"}, {"kind": "This asks for nothing: fill in one field at least."}),
    ({"sort": "assertion", "relation": "before"}, {"date": "The date is missing."}),
    (
        {"sort": "assertion", "event": "declaration-of-the-46", "independent_witnesses": "two"},
        {"independent_witnesses": '"two" is no whole number from 1 to 100'},
    ),
    (
        {"sort": "assertion", "place": "Xyzzy"},
        {"place": "The record has no place that is found under “Xyzzy”."},
    ),
    ({"sort": "assertion", "kind": "tenur"}, {"kind": 'There is no "tenur"; did you mean "tenure"?'}),
    ({"sort": "overlaps_with"}, {"person": "The person is missing."}),
    ({"sort": "overlaps_with", "person": "Smilga", "role": "expelled"},
     {"role": '"expelled" is not held in an organisation'}),
    ({"sort": "linked_to", "person": "Smilga", "largest": "5000"},
     {"largest": "5000 is no whole number from 2 to 1000"}),
    ({"sort": "persons"}, {"persons": "Give one person at least."}),
    ({"sort": "compare", "right": "birth.date"}, {"left": "Choose what is compared."}),
    ({"sort": "compare", "left": "date", "left_date": "1917-13", "right": "birth.date"},
     {"left_date": "There is no month 13: months are 01 to 12, seasons and other parts of a year "
                   "from 21 to 41."}),
    ({"sort": "compare", "left": "birth.date", "right": "event"},
     {"right_event": "One event is needed."}),
    ({"sort": "compare", "left": "birth.date", "right": "date"},
     {"right_date": "The date is missing."}),
    ({"sort": "compare", "left": "death.date", "age": "true"},
     {"years": "The number of years is missing."}),
    ({"sort": "compare", "left": "death.date", "age": "true", "years": "999"},
     {"years": "999 is no whole number from 0 to 150"}),
    ({"sort": "compare", "left": "death.date", "age": "true", "years": "-4"},
     {"years": "-4 is no whole number from 0 to 150"}),
    ({"sort": "compare", "left": "claim", "left_role": "Xyzzy", "right": "birth.date"},
     {"left_role": "The record has no role that is found under “Xyzzy”."}),
    ({"sort": "compare", "left": "death.date", "operator": "<=", "right": "birth.date"},
     {"operator": '"<=" does not compare dates: one of <, =, >'}),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "expected"), WRONG)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_changed(
    client: Client, sent: dict[str, str], expected: dict[str, str]
) -> None:
    response = send(client, MEMBER, joint="all", **sent)
    assert errors(response) == expected
    html = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    assert "Nothing is changed yet: 1 thing here is to be mended." in html
    assert '<meta name="robots" content="noindex">' in html
    # What was typed stands there still.
    html = unescape(html)
    for key, value in sent.items():
        if key not in ("sort", "kind") and value not in (
            "true",
            "claim",
            "event",
            "date",
            "julian",
        ):
            assert f'value="{value}"' in html or f">{value}<" in html


def count(response: Any) -> str:
    return re.findall(r'class="faults-count"[^>]*>(.*?)</p>', response.content.decode())[0]


def test_all_that_is_wrong_is_said_at_once(client: Client) -> None:
    sent = {"sort": "assertion", "joint": "all", "role": "Xyzzy", "organisation": "Abcde; Fghij",
            "date": "1917-13", "independent_witnesses": "two", "kind": "tenur"}  # fmt: skip
    response = send(client, MEMBER, **sent)
    assert set(errors(response)) == {
        "kind", "role", "organisation", "date", "independent_witnesses"
    }  # fmt: skip
    assert "found under “Fghij”" in response.content.decode()
    assert count(response) == "Nothing is changed yet: 6 things here are to be mended."
    html5lib.HTMLParser(strict=True).parse(response.content.decode())
    sent = {"sort": "overlaps_with", "joint": "all", "person": "Xyzzy", "role": "expelled"}
    response = send(client, MEMBER, **sent)
    assert set(errors(response)) == {"person", "role"}
    assert count(response) == "Nothing is changed yet: 2 things here are to be mended."
    response = send(client, {"any": [EXPELLED] * 20}, **sent)
    assert count(response) == "Nothing is changed yet: 3 things here are to be mended."
    assert "the question has 21 leaves; 20 are the most" in response.content.decode()


def test_of_a_list_all_names_that_are_not_sure_are_asked_back_at_once(client: Client) -> None:
    cast.person("pyotr-smilga")
    cast.person("vasily-smilga")
    names = "Kamenev\r\nXyzzy\r\nSmilga\r\nKamenev"
    sent = {"sort": "persons", "joint": "all", "persons": names}
    response = send(client, **sent)
    assert count(response) == "Nothing is changed yet: 3 things here are to be mended."
    html = response.content.decode()
    assert re.findall(r'class="field-error" id="([^"]*)">(.*?)</', html) == [
        ("e-persons", "Which person do you mean by “Kamenev”?"),
        ("e-persons-2", "The record has no person that is found under “Xyzzy”."),
        ("e-persons-3", "Which person do you mean by “Smilga”?"),
    ]
    assert 'aria-describedby="e-persons e-persons-2 e-persons-3 h-persons"' in html
    assert set(re.findall(r'type="radio" name="([^"]*)" value="[^"]*:(.*?)"', html)) == {
        ("persons.is", "Kamenev"), ("persons.is2", "Smilga"),
    }  # fmt: skip
    html5lib.HTMLParser(strict=True).parse(html)
    sent["persons"] = sent["persons"].replace("Xyzzy", "Пятаков")
    chosen = {"persons.is": "lev-kamenev:Kamenev", "persons.is2": "vasily-smilga:Smilga"}
    assert asked(send(client, **sent, **chosen)) == {
        "persons": ["lev-kamenev", "georgy-pyatakov", "vasily-smilga"]
    }


def test_of_many_names_the_first_five_are_chosen_at_once(client: Client) -> None:
    names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"]
    for name in names:
        for first in ("One", "Two"):
            cast.person(f"{first}-{name}".lower(), f"{first} {name}")
    sent = {"sort": "persons", "joint": "all", "persons": "\n".join(names)}
    response = send(client, **sent)
    assert count(response) == "Nothing is changed yet: 6 things here are to be mended."
    assert len(picks(response)) == 10
    for number, name in enumerate(names[:5], start=1):
        pick = "persons.is" if number == 1 else f"persons.is{number}"
        sent[pick] = f"two-{name.lower()}:{name}"
    response = send(client, **sent)
    assert count(response) == "Nothing is changed yet: 1 thing here is to be mended."
    assert picks(response) == ["one-zeta:Zeta", "two-zeta:Zeta"]
    assert "two-alpha\ntwo-beta\ntwo-gamma\ntwo-delta\ntwo-epsilon\nZeta" in unescape(
        response.content.decode()
    )


def test_what_is_wrong_with_no_field_is_said_above(client: Client) -> None:
    twenty = {"any": [EXPELLED] * 20}
    response = send(client, twenty, sort="assertion", joint="all", role="member")
    assert response.status_code == 400
    assert "the question has 21 leaves; 20 are the most" in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"do": "remove:all[5]"}, "The question has no clause at “all[5]”."),
        ({"do": "edit:any[0]"}, "The question has no clause at “any[0]”."),
        ({"do": "edit:"}, "“sort” is one of assertion, overlaps_with, linked_to, compare, persons, "
                          "not “all”."),
        ({"do": "jump"}, "There is no button “jump”."),
        ({"do": "add::some"}, "“joint” is one of all, any, not “some”."),
        ({"do": "add::all:claim"}, "“sort” is one of"),
        ({"sort": "x"}, "“sort” is one of"),
        ({"at": "all[9]", "role": "member"}, "The question has no clause at “all[9]”."),
        ({"roll": "member"}, "This page knows no parameter “roll”. Do you mean “role”?"),
    ],
)  # fmt: skip
def test_what_no_button_sends_is_refused(
    client: Client, sent: dict[str, str], sentence: str
) -> None:
    response = send(client, {"all": [MEMBER, EXPELLED]}, **sent)
    assert (response.status_code, sentence in response.content.decode()) == (400, True)


BUTTONS = {
    "edit": 400, "edit:": 400, "put": 400, "add": 200, "add:": 200, "add::any:persons": 200,
    "remove": 302, "remove:": 302, "negate": 400, "turn": 400, "certain": 302, "possible": 302,
    "": 200, ":": 400,
}  # fmt: skip


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_without_a_question_is_no_fault_of_ours(client: Client, button: str) -> None:
    assert send(client, do=button).status_code == BUTTONS[button]


@pytest.mark.parametrize("place", ["all[0]", "not", ".", "all", "all[0].", "assertion", "all[999]"])
@pytest.mark.parametrize("button", ["edit", "add", "remove", "negate", "turn", "put"])
def test_a_place_that_is_not_there_is_refused(client: Client, button: str, place: str) -> None:
    sentence = f"The question has no clause at “{place}”."
    sent = {"do": button, "at": place} if button == "put" else {"do": f"{button}:{place}"}
    for question in (None, MEMBER, {"any": [MEMBER, EXPELLED]}):
        response = send(client, question, **sent, role="member")
        assert (response.status_code, sentence in response.content.decode()) == (400, True)


@pytest.mark.parametrize("step", ["assertion", "role", "all[0]", "not", "organisation[0]"])
@pytest.mark.parametrize("button", ["edit", "add", "remove", "negate", "turn"])
def test_a_place_within_a_leaf_is_refused(client: Client, button: str, step: str) -> None:
    response = send(client, {"all": [MEMBER, EXPELLED]}, do=f"{button}:all[0].{step}")
    sentence = f"The question has no clause at “all[0].{step}”."
    assert (response.status_code, sentence in response.content.decode()) == (400, True)


def test_a_question_deeper_than_allowed_is_not_made(client: Client) -> None:
    deep = EXPELLED
    for _ in range(5):
        deep = {"any": [deep]}
    response = send(client, deep, do="negate:")
    assert response.status_code == 400
    assert "more than 6 nodes within one another" in response.content.decode()


def test_a_question_that_cannot_be_read_leads_to_what_is_wrong(client: Client) -> None:
    response = client.get("/questions/edit/?q=%7B&do=remove:")
    assert (response.status_code, response["Location"]) == (302, "/questions/?q=%7B")


def test_a_long_question_is_led_to_like_any_other(client: Client) -> None:
    names = [f"Смилга {number}" for number in range(40)]
    long = {"any": [{"assertion": {"name": names}}] * 15}
    question = json.dumps(long, ensure_ascii=False, separators=(",", ":"))
    response = client.get(f"/questions/edit/?{urlencode({'q': question, 'do': 'negate:'})}")
    assert len(response["Location"]) > 20_000
    assert asked(response) == {"not": long}
    assert client.get(response["Location"]).status_code == 200


def test_the_forms_show_what_is_there(client: Client) -> None:
    claim = {"assertion": {"kind": ["birth", "death"], "organisation": "central-committee",
                           "date": {"on": "1917"}, "certainty": "certain"}}  # fmt: skip
    html = send(client, {"all": [MEMBER, claim]}, do="edit:all[1]").content.decode()
    assert '<option value="birth;death" selected>birth or death</option>' in html
    assert '<option value="on" selected>on</option>' in html
    assert 'name="organisation" value="Central Committee"' in html
    main = html.partition("<main")[2]
    assert main.count("<details") == main.count("</details>") == 3
    assert html.count(" open>") == 1
    html5lib.HTMLParser(strict=True).parse(html)


def test_nothing_unpublished_is_offered_or_taken(client: Client) -> None:
    cast.person("zzsecret-kamenev", "Zzsecret Kamenev", status=Status.DRAFT)
    cast.organisation("zzsecret-body", status=Status.REVIEW)
    cast.source("zzsecret-source", status=Status.RETRACTED)
    for sent in (
        {"sort": "overlaps_with", "person": "Kamenev"},
        {"sort": "overlaps_with", "person": "Zzsecre Kamenev"},
        {"sort": "assertion", "organisation": "Body"},
        {"sort": "assertion", "source": "zzsecre"},
    ):
        response = send(client, joint="all", **sent)
        assert response.status_code == 400
        assert "zzsecret" not in response.content.decode().lower()
    for key in ("organisation", "source", "person"):
        sent = {"sort": "assertion", "joint": "all", key: f"zzsecret-{key}"}
        assert send(client, **sent).status_code == 400


def test_the_question_stays_open_after_a_change_but_not_when_it_is_first_asked(
    client: Client,
) -> None:
    for sent in ({"do": "certain"}, {"do": "negate:"}, {"sort": "assertion", "role": "chairman"}):
        assert send(client, MEMBER, **sent)["Location"].endswith("&change=open")
    first = send(client, sort="assertion", joint="all", role="chairman")["Location"]
    assert first == "/questions/?q=%7B%22assertion%22%3A%7B%22role%22%3A%22chairman%22%7D%7D"


def test_a_date_may_be_typed_in_words(client: Client) -> None:
    """What is kept is EDTF; the calendar that the words tell goes before the one that is chosen."""
    sent = {"sort": "assertion", "joint": "all", "relation": "during"}
    assert [
        asked(send(client, date=words, **sent, **more))["assertion"]["date"]
        for words, more in (
            ("December 1927", {}),
            ("декабрь 1927", {"date_calendar": "julian"}),
            ("25 October 1917 O.S.", {}),
            ("7 November 1917 N.S.", {"date_calendar": "julian"}),
            ("44 BC", {}),
        )
    ] == [
        {"during": "1927-12"},
        {"during": "1927-12", "calendar": "julian"},
        {"during": "1917-10-25", "calendar": "julian"},
        {"during": "1917-11-07"},
        {"during": "-0043"},
    ]
    compared = {"sort": "compare", "joint": "all", "left": "death.date", "right": "date"}
    assert asked(send(client, right_date="before 1921", **compared))["compare"] == [
        "death.date", "<", "[..1920]",
    ]  # fmt: skip
    wrong = errors(send(client, date="31 February 1923", **sent))
    assert wrong == {"date": "There is no 31 February 1923: February has at most 29 days."}


def cost(client: Client, question: Any, **sent: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        send(client, question, **sent)
    return len(queries)


def test_the_number_of_queries(client: Client) -> None:
    # What the question names; it is read again to be told: 2 each, roles and bodies.
    one, three = {"all": [MEMBER]}, {"all": [MEMBER, EXPELLED, MEMBER]}
    assert [cost(client, each, do="add::all") for each in (MEMBER, one)] == [2, 2]
    assert cost(client, three, do="add::all") == 4
    # And how the body is written: the row, and whether another has its label.
    assert cost(client, MEMBER, do="edit:") == 4
    persons = ["ivar-smilga", "lev-kamenev", "sergei-kamenev"]
    assert [cost(client, {"persons": persons[:number]}, do="edit:") for number in (1, 3)] == [4, 4]


def test_it_asks_nothing_while_it_is_written(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for sent in ({"do": "edit:"}, {"do": "add::any:compare"}, {"role": "x", "joint": "all"}):
        asked = urlencode({"q": json.dumps(MEMBER), "do": "put", **sent})
        where = f"/questions/edit/?{asked}"
        assert_asks_nothing_while_written(rf, where, django_assert_num_queries)
