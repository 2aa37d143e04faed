"""Dates on the form of a claim: read as they are typed, asked about before they are saved."""

import pytest
from django.test import Client

from prosopography.admin.date_reading import meaning
from prosopography.dates import Bounds, date_bounds
from prosopography.models import Assertion, Status
from tests import cast
from tests.admin.desk import Data, address, errors, new_claim, values

pytestmark = pytest.mark.django_db

ADD = "/admin/prosopography/assertion/add/"
READ = "/admin/prosopography/assertion/read-date/"
ASKED = "How is this date to be read? Choose below, or give the EDTF yourself."


def read(client: Client, **asked: object) -> dict:
    """What the form is answered while a date is typed."""
    return client.get(READ, asked).json()


# As one types --------------------------------------------------------------------------------------


def test_nothing_typed_is_answered_by_nothing(editor: Client) -> None:
    assert read(editor) == {"text": None, "edtf": None}
    assert read(editor, text=" ", edtf=" ") == {"text": None, "edtf": None}


def test_text_is_answered_by_a_proposal_and_why(editor: Client) -> None:
    assert read(editor, text="12th September 1917 O.S.", kind="birth") == {
        "text": {
            "readings": [
                {
                    "edtf": "1917-09-12",
                    "calendar": "julian",
                    "calendar_label": "Julian (Old Style)",
                    "described": "12 September 1917 (Julian; 25 September 1917 Gregorian)",
                    "meaning": "It happened on 25 September 1917.",
                    "bounds": dict.fromkeys(Bounds._fields, "1917-09-25"),
                    "explanation": "Read as the day 12 September 1917 in the Julian calendar, "
                    "because “O.S.” stands there.",
                }
            ]
        },
        "edtf": None,
    }


def test_text_with_several_readings_is_answered_by_all(editor: Client) -> None:
    readings = read(editor, text="1933-35", kind="tenure")["text"]["readings"]
    assert [each["edtf"] for each in readings] == ["1933/1935", "[1933..1935]", "1933-35"]


def test_calendar_that_the_editor_has_chosen_holds_where_the_text_says_none(
    editor: Client,
) -> None:
    (chosen,) = read(editor, text="25 October 1917", calendar="julian")["text"]["readings"]
    assert (chosen["calendar"], chosen["bounds"]["earliest_start"]) == ("julian", "1917-11-07")
    assert chosen["explanation"] == (
        "Read as the day 25 October 1917. Taken in the Julian calendar, which you have chosen."
    )
    (said,) = read(editor, text="25 October 1917 O.S.", calendar="gregorian")["text"]["readings"]
    assert said["calendar"] == "julian"


def test_day_that_the_chosen_calendar_does_not_have_is_no_reading(editor: Client) -> None:
    answer = read(editor, text="29 February 1900", calendar="gregorian")
    assert "readings" not in answer["text"]
    assert "1900" in answer["text"]["fault"]
    (there,) = read(editor, text="29 February 1900", calendar="julian")["text"]["readings"]
    assert there["bounds"]["earliest_start"] == "1900-03-13"


@pytest.mark.parametrize(
    "text", ["31 November 1937", "30 February 1938", "some day", "…", "1" * 200]
)
def test_text_that_cannot_be_read_is_answered_by_a_sentence(editor: Client, text: str) -> None:
    assert list(read(editor, text=text)["text"]) == ["fault"]


def test_edtf_is_answered_by_what_it_means_for_the_kind(editor: Client) -> None:
    asked = {"edtf": "1924", "calendar": "gregorian"}
    assert read(editor, kind="birth", **asked)["edtf"]["meaning"] == (
        "It happened at some time from 1 January 1924 to 31 December 1924."
    )
    assert read(editor, kind="tenure", **asked)["edtf"]["meaning"] == (
        "It was so at some time from 1 January 1924 to 31 December 1924. "
        "When it began and when it ended is not said."
    )


def test_role_says_whether_a_date_is_that_of_a_state(editor: Client) -> None:
    exiled, arrested = cast.role("exiled"), cast.role("arrested")
    for role, lasting in ((exiled.pk, True), (arrested.pk, False), ("x", False), ("9" * 30, False)):
        answer = read(editor, edtf="1929", kind="life_event", role=role)["edtf"]
        assert answer["meaning"].startswith("It was so") is lasting


def test_impossible_edtf_is_answered_by_the_sentence_of_its_error(editor: Client) -> None:
    fault = read(editor, edtf="1938-02-30")["edtf"]
    assert fault == {"fault": "There is no 30 February 1938: February has at most 29 days."}


def test_unknown_calendar_and_kind_are_taken_as_unknown(editor: Client) -> None:
    answer = read(editor, edtf="1929", calendar="maya", kind="ghost")
    assert answer["edtf"]["calendar"] == "unknown"


def test_reading_is_for_the_desk_only(client: Client) -> None:
    answer = client.get(READ, {"text": "1917"})
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


@pytest.mark.parametrize(
    ("edtf", "lasting", "sentence"),
    [
        ("1924-05-01", False, "It happened on 1 May 1924."),
        ("[..1924-05-01]", False, "It happened on 1 May 1924 or earlier."),
        ("[1924-05-01..]", False, "It happened on 1 May 1924 or later."),
        ("1924-05-01/1924-05-03", False, "It was certainly so from 1 May 1924 to 3 May 1924."),
        ("1924-05-01", True, "It was certainly so on 1 May 1924. When it began and when it ended "
         "is not said."),
        ("1924-05-01/", True, "It was certainly so on 1 May 1924. When it ended is not said."),
        ("1924-05-01/..", True, "It was certainly so from 1 May 1924 on."),
        ("../1924-05-01", True, "It was certainly so until 1 May 1924."),
        ("1924/1926", True, "It was certainly so from 31 December 1924 to 1 January 1926. It began "
         "on 1 January 1924 at the earliest. It ended on 31 December 1926 at the latest."),
        ("", False, "It happened at some time."),
        ("-0043-03-15", False, "It happened on 15 March 44 BCE."),
    ],
)  # fmt: skip
def test_meaning_says_what_the_bounds_say(edtf: str, lasting: bool, sentence: str) -> None:
    assert meaning(date_bounds(edtf, "gregorian", lasting=lasting), lasting=lasting) == sentence


# Before it is saved --------------------------------------------------------------------------------


def birth(client: Client, **date: str) -> Data:
    """The form of a birth with this date."""
    return new_claim(client, person=cast.person().pk, **date)


def readings(answer) -> list[str]:
    """The values of the choices that the form offers for the reading of its date."""
    field = answer.context["adminform"].form.fields["reading"]
    assert not field.widget.is_hidden
    return [value for value, _ in field.choices]


def test_date_without_edtf_comes_back_with_the_proposal_and_nothing_chosen(editor: Client) -> None:
    answer = editor.post(ADD, birth(editor, date_text="early 1928"))
    assert errors(answer) == {"date_text": [ASKED]}
    assert readings(answer) == ["unknown [1928-01..1928-04]", "unread"]
    page = answer.content.decode()
    assert "“early” of a year is taken as its first four months." in page
    assert "checked" not in str(answer.context["adminform"].form["reading"])
    assert not Assertion.objects.exists()


def test_reading_that_is_ticked_is_saved(editor: Client) -> None:
    ticked = {"date_text": "12 Sept. 1917 O.S.", "reading": "julian 1917-09-12"}
    assert editor.post(ADD, birth(editor, **ticked)).status_code == 302
    claim = Assertion.objects.get()
    assert (claim.date_text, claim.calendar, claim.edtf) == (
        "12 Sept. 1917 O.S.",
        "julian",
        "1917-09-12",
    )


def test_reading_of_other_words_is_not_taken(editor: Client) -> None:
    ticked = {"date_text": "13 Sept. 1917 O.S.", "reading": "julian 1917-09-12"}
    answer = editor.post(ADD, birth(editor, **ticked))
    assert set(errors(answer)) == {"reading", "date_text"}
    assert readings(answer) == ["julian 1917-09-13", "unread"]
    assert not Assertion.objects.exists()


def test_date_can_stay_unread_when_that_is_ticked(editor: Client) -> None:
    ticked = {"date_text": "in his youth", "reading": "unread"}
    assert editor.post(ADD, birth(editor, **ticked)).status_code == 302
    claim = Assertion.objects.get()
    assert (claim.date_text, claim.edtf) == ("in his youth", "")


def test_date_that_stays_unread_is_not_asked_about_again(editor: Client) -> None:
    claim = cast.claim("birth", person=cast.person(), date_text="in his youth", status=Status.DRAFT)
    page = address("assertion", "change", claim.pk)
    data = values(editor.get(page)) | {"note": "no date"}
    assert editor.post(page, data).status_code == 302
    assert errors(editor.post(page, data | {"date_text": "in 1910"})) == {"date_text": [ASKED]}


def test_impossible_date_as_written_is_refused_with_its_sentence(editor: Client) -> None:
    answer = editor.post(ADD, birth(editor, date_text="31 November 1937"))
    assert errors(answer) == {
        "date_text": [
            "There is no 31 November 1937: November has at most 30 days. "
            "Give the EDTF yourself, or say below that it stays without."
        ]
    }
    assert readings(answer) == ["unread"]


@pytest.mark.parametrize("edtf", ["1938-02-30", "1938-13", "nonsense", "../.."])
def test_impossible_edtf_is_refused_at_its_field(editor: Client, edtf: str) -> None:
    answer = editor.post(ADD, birth(editor, date_text="30 February 1938", edtf=edtf))
    assert list(errors(answer)) == ["edtf"]
    assert not Assertion.objects.exists()


def test_edtf_that_is_given_is_taken_whatever_the_words(editor: Client) -> None:
    given = {"date_text": "31 November 1937", "edtf": "1937-11", "reading": "unread"}
    assert editor.post(ADD, birth(editor, **given)).status_code == 302
    assert Assertion.objects.get().edtf == "1937-11"


def test_day_of_the_julian_calendar_only(editor: Client) -> None:
    julian = {"edtf": "1900-02-29", "calendar": "julian"}
    assert list(errors(editor.post(ADD, birth(editor, **julian | {"calendar": "gregorian"})))) == [
        "edtf"
    ]
    assert editor.post(ADD, birth(editor, **julian)).status_code == 302
