"""The page of a source: the whole, what it says of one person, and how it is cited itself."""

import json

import pytest
from django.test import Client

from prosopography.models import Status
from tests import cast

from .reading import refusal
from .test_details import words

pytestmark = pytest.mark.django_db


def test_source_page_leads_to_what_it_says_of_a_person(client: Client) -> None:
    cast.birth(locator="¶9")
    cast.birth(cast.person("leon-trotsky"), locator="¶3")
    text = client.get("/sources/smilga-article/").content.decode()
    assert '<a href="?person=ivar-smilga">Ivar Smilga</a>' in text
    assert '<option value="leon-trotsky">Trotsky, Leon</option>' in text
    assert '<a href="#at-¶9">¶9</a>' in text
    assert '<h3 class="locator-head" id="at-¶9">¶9</h3>' in text
    said = words(client, "/sources/smilga-article/?person=ivar-smilga")
    assert "What Smilga article says of Ivar Smilga, in the order of the text." in said
    assert "1 citation." in said
    assert "Leon Trotsky was born" not in said
    assert "¶9 1892" in said


def test_source_page_finds_a_person_by_any_spelling(client: Client) -> None:
    cast.name("Смилга")
    said = words(client, "/sources/smilga-article/?person=Smilga")
    assert "Ivar Smilga is called “Смилга” only here" in said


def test_source_page_says_what_nobody_is_and_what_it_cannot_show(client: Client) -> None:
    cast.birth()
    cast.birth(cast.person("pauls-smilga"))
    cast.person("hidden", status=Status.DRAFT)
    page = "/sources/smilga-article/"
    assert refusal(client, f"{page}?person=hidden") == (400, "The record has no person “hidden”.")
    assert refusal(client, f"{page}?person=Smilga") == (
        400,
        "“Smilga” may mean several persons: Ivar Smilga (ivar-smilga), Pauls Smilga (pauls-smilga). "
        "Write the address of one of them.",
    )
    assert refusal(client, f"{page}?only=mine") == (
        400,
        "“only” is “alone” or “shared” or “disputed”, and not “mine”.",
    )
    assert refusal(client, f"{page}?only=alone&reported=2") == (
        400,
        "“reported” is a page of the whole source; “person” and “only” ask for a part.",
    )
    assert refusal(client, f"{page}?only=shared&page=2") == (
        404,
        "There is no page 2: this list has 1.",
    )
    said = words(client, f"{page}?only=shared")
    assert "Nothing, as far as the record has excerpted it." in said


def test_source_itself_can_be_cited_in_every_format(client: Client) -> None:
    cast.source(
        "serge-memoirs",
        "Serge, Memoirs",
        title="Memoirs of a {Revolutionary} & more",
        authors="Victor Serge; P. Sedgwick",
        date_text="May 1945",
        edtf="1945-05",
        publisher="OUP",
        licence="CC BY",
        url="https://example.org/a_b",
        language="en",
        kind="memoir",
    )
    address = "/sources/serge-memoirs/reference."
    found = {form: client.get(f"{address}{form}") for form in ("txt", "bib", "ris", "json")}
    assert found["txt"].content.decode() == (
        "Victor Serge, P. Sedgwick, Memoirs of a {Revolutionary} & more, OUP, May 1945, "
        "https://example.org/a_b\n"
    )
    assert found["bib"].content.decode() == (
        "@book{serge-memoirs,\n"
        "  title = {{Memoirs of a \\{Revolutionary\\} \\& more}},\n"
        "  author = {{Victor Serge} and {P. Sedgwick}},\n"
        "  publisher = {OUP},\n"
        "  year = {1945},\n"
        "  url = {https://example.org/a_b},\n"
        "  language = {en},\n"
        "}\n"
    )
    assert found["ris"].content.decode() == (
        "TY  - BOOK\r\nID  - serge-memoirs\r\nTI  - Memoirs of a {Revolutionary} & more\r\n"
        "AU  - Victor Serge\r\nAU  - P. Sedgwick\r\nPB  - OUP\r\nPY  - 1945\r\nDA  - 1945/05//\r\n"
        "UR  - https://example.org/a_b\r\nLA  - en\r\nER  - \r\n"
    )
    assert json.loads(found["json"].content) == [
        {
            "id": "serge-memoirs",
            "type": "book",
            "title": "Memoirs of a {Revolutionary} & more",
            "author": [{"literal": "Victor Serge"}, {"literal": "P. Sedgwick"}],
            "publisher": "OUP",
            "issued": {"date-parts": [[1945, 5]]},
            "license": "CC BY",
            "URL": "https://example.org/a_b",
            "language": "en",
        }
    ]
    assert found["ris"]["Content-Disposition"] == 'attachment; filename="serge-memoirs.ris"'
    assert client.get(f"{address}docx").status_code == 404
    assert f'href="{address}bib"' in client.get("/sources/serge-memoirs/").content.decode()


def test_what_is_not_known_of_a_source_is_not_told(client: Client) -> None:
    cast.source("letter", title="A letter", kind="letter", date_text="before Christmas")
    address = "/sources/letter/reference."
    assert client.get(f"{address}txt").content.decode() == "A letter, before Christmas\n"
    assert client.get(f"{address}bib").content.decode() == (
        "@misc{letter,\n  title = {{A letter}},\n  year = {before Christmas},\n}\n"
    )
    assert client.get(f"{address}ris").content.decode() == (
        "TY  - PCOMM\r\nID  - letter\r\nTI  - A letter\r\nER  - \r\n"
    )
    assert json.loads(client.get(f"{address}json").content) == [
        {
            "id": "letter",
            "type": "personal_communication",
            "title": "A letter",
            "issued": {"literal": "before Christmas"},
        }
    ]
