"""What the pages of single things show, and in which words."""

import html
import re

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.models import Status
from tests import cast

pytestmark = pytest.mark.django_db


def words(client: Client, address: str) -> str:
    """The text of a page as it is read, white space collapsed."""
    response = client.get(address)
    assert response.status_code == 200
    _, _, main = response.content.decode().partition("<main")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def claim_of(client: Client, address: str, identifier: str) -> str:
    """The words of one claim on a page."""
    text = client.get(address).content.decode()
    (found,) = re.findall(
        rf'<li class="claim[^"]*" id="{identifier}">(.*?)\n</div>\n</li>', text, re.DOTALL
    )
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found)).split())


def test_person_page_shows_a_claim_with_its_date_signs_and_evidence(client: Client) -> None:
    claim = cast.tenure(
        edtf="1917-09-12/",
        date_text="from 12th September",
        certainty="probable",
        basis="interpreted",
        note="The year is taken from the sentence before.",
        quotation="he became a member",
        named_as="Srnilga",
        locator="¶7",
        attributed_to_source=cast.source("serge-memoirs", "Serge, Memoirs"),
        identification="doubtful",
        identification_note="Or another Smilga.",
    )
    assert claim_of(client, "/persons/ivar-smilga/", claim.identifier) == (
        "from 12 September 1917, end unknown calendar not stated “from 12th September” "
        f"Claim {claim.identifier} "
        "Member , Tsentrobalt probable interpreted "
        "The year is taken from the sentence before. "
        "Smilga article , ¶7 : he became a member (named there “Srnilga”) "
        "on the word of Serge, Memoirs identification doubtful Or another Smilga."
    )


def test_person_page_shows_denial_and_judgement(client: Client) -> None:
    claim = cast.claim(
        "life_event",
        person=cast.person(),
        role=cast.role("expelled"),
        polarity="denied",
        rank="deprecated",
        rank_reason="The minutes say otherwise.",
    )
    claims.cite(claim, source=cast.source(), locator="¶9", stance="contradicts")
    assert claim_of(client, "/persons/ivar-smilga/", claim.identifier) == (
        f"Claim {claim.identifier} Not: expelled denied in conflict deprecated "
        "Deprecated: The minutes say otherwise. 2 citations in 1 source, 1 independent witness "
        "Smilga article , ¶1 Smilga article , ¶9 contradicts "
        "Whose word it is, and how it came here: Smilga article , ¶1"
    )


def test_person_page_folds_several_citations_and_counts_their_sources(client: Client) -> None:
    claim = cast.birth(quotation="born in 1892")
    claims.cite(claim, source=cast.source(), locator="¶9", quotation="was born")
    claims.cite(claim, source=cast.source("info-list"), locator="¶6", quotation="(1892–1938)")
    shown = claim_of(client, "/persons/ivar-smilga/", claim.identifier)
    assert "3 citations in 2 sources" in shown
    assert "Info list , ¶6 : (1892–1938) Smilga article , ¶1 : born in 1892" in shown


def test_person_page_says_where_sources_disagree(client: Client) -> None:
    for edtf, source in (("1937", cast.source("info-list")), ("1938", cast.source())):
        cast.claim("death", person=cast.person(), edtf=edtf, date_text=edtf, source=source)
    text = words(client, "/persons/ivar-smilga/")
    assert "Ivar Smilga died 1937 or 1938 sources disagree" in text
    assert "The death of Ivar Smilga is dated 1937 by one source and 1938 by another." in text


def test_person_page_marks_names_in_other_scripts(client: Client) -> None:
    cast.name("Смилга")
    text = client.get("/persons/ivar-smilga/").content.decode()
    assert '<span lang="und-Cyrl">Смилга</span>' in text
    assert ' lang="ru"' not in text.partition("<main")[2].partition("</main>")[0]


def test_person_page_without_claims_says_so(client: Client) -> None:
    cast.person()
    assert "No claim about this person has been published yet." in words(
        client, "/persons/ivar-smilga/"
    )


def test_organisation_page_marks_what_is_said_of_a_part(client: Client) -> None:
    fleet = cast.organisation("baltic-fleet")
    claim = cast.tenure(what=cast.organisation(part_of=fleet))
    assert "in a part of it" in claim_of(client, "/organisations/baltic-fleet/", claim.identifier)
    assert "in a part of it" not in claim_of(
        client, "/organisations/tsentrobalt/", claim.identifier
    )
    assert "Part of Baltic Fleet" in words(client, "/organisations/tsentrobalt/")


def test_event_page_shows_when_it_was_and_who_was_there(client: Client) -> None:
    cast.signature()
    cast.claim("occurrence", event=cast.event(), edtf="1923-10-15", place=cast.place("moscow"))
    text = words(client, "/events/declaration-of-the-46/")
    assert "Declaration Of The 46 When 15 October 1923 Where Moscow How these were chosen" in text
    assert "Occurrences 1 15 October 1923" in text
    assert "Signatory 1 person · 1 claim" in text
    assert "Ivar Smilga , October 1923 Smilga article , ¶1" in text  # one citation stands open
    assert "No other event of the record is certainly before or after it." in text


def test_source_page_shows_its_record_and_the_places_without_a_claim(client: Client) -> None:
    cast.source(
        "memoirs",
        "Serge, Memoirs",
        title="Воспоминания",
        authors="Victor Serge",
        date_text="1945",
        licence="CC BY-SA 4.0",
        language="ru",
        file="001.txt",
        kind="memoir",
    )
    cast.birth(source=cast.source("memoirs"), locator="¶3", quotation="родился")
    text = client.get("/sources/memoirs/").content.decode()
    assert '<dd lang="ru">Воспоминания</dd>' in text
    assert '<q lang="ru"><span lang="und-Cyrl">родился</span></q>' in text
    assert "001.txt" in text
    assert "¶3 " in words(client, "/sources/memoirs/")


def test_claim_page_shows_everything_about_the_claim(client: Client) -> None:
    claim = cast.birth(edtf="1892-10-25", calendar="julian", named_as="Smilga")
    text = words(client, f"/assertions/{claim.identifier}/")
    for shown in (
        "Ivar Smilga was born",
        "25 October 1892 Julian; 6 November 1892 Gregorian",
        "EDTF 1892-10-25",
        "Calendar Julian (Old Style)",
        "Earliest start 1892-11-06",
        "Certainty certain",
        "Basis stated by the source",
        "Name as printed: “Smilga”",
        f"“Ivar Smilga was born, 25 October 1892 ({claim.identifier})”, "
        "Prosopography of the Left Opposition, version of ",
        f", http://testserver/assertions/{claim.identifier}/",
    ):
        assert shown in text


def test_search_page_says_which_name_was_found_and_how(client: Client) -> None:
    cast.name("Смилга")
    cast.person("smilga-the-hidden", status=Status.DRAFT)
    text = words(client, "/search/?q=Šmilga")
    assert "Persons 1 Ivar Smilga" in text
    assert "Šmilga" in text
    assert "hidden" not in text
    assert "Nothing is found under “qqqq”." in words(client, "/search/?q=qqqq")


def test_home_shows_the_figures_and_says_when_there_is_nothing(client: Client) -> None:
    assert "Nothing has been published here yet." in words(client, "/")
    cast.tenure()
    text = words(client, "/")
    assert "Persons 1 Claims 1 Citations 1 Sources read 1 Works that they name 0" in text
    assert "Ivar Smilga 1" in text


def test_about_has_every_sign_in_its_legend(client: Client) -> None:
    text = words(client, "/about/")
    for sign in (
        "probable",
        "possible",
        "denied",
        "in conflict",
        "contradicts",
        "identification doubtful",
        "interpreted",
        "inferred",
        "preferred",
        "deprecated",
    ):
        assert f"{sign} " in text


def test_what_editors_write_is_never_taken_for_html(client: Client) -> None:
    evil = "<script>alert(1)</script>"
    claim = cast.claim(
        "description",
        person=cast.person(label=evil, note=evil),
        value=evil,
        note=evil,
        quotation=evil,
        named_as=evil,
        source=cast.source(label=evil),
        date_text=evil,
    )
    for address in (
        "/persons/",
        "/persons/ivar-smilga/",
        "/sources/smilga-article/",
        f"/assertions/{claim.identifier}/",
        "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    ):
        text = client.get(address).content.decode()
        assert evil not in text
        assert "&lt;script&gt;" in text
