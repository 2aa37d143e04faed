"""The pages of conflicts, and their boxes on the pages of what they are about."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prosopography.editing import publication, row
from tests import cast
from tests.conflicts import (
    BIRTH,
    DEATH,
    EVENT,
    EXPELLED,
    births,
    death,
    deaths,
    expulsion,
    finding,
    occurrences,
    settle,
)

from .reading import refusal

pytestmark = pytest.mark.django_db

PERSON = "/persons/ivar-smilga/"


def text_of(client: Client, address: str) -> str:
    """The page as it is sent."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def words(markup: str) -> str:
    """Markup as it is read, white space collapsed."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def boxes(client: Client, address: str) -> dict[str, str]:
    """The conflicts on a page, by their anchors, each as it is read."""
    found = re.findall(
        r'<article class="conflict[^"]*" id="([^"]*)"[^>]*>(.*?)</article>',
        text_of(client, address),
        re.DOTALL,
    )
    return {key: words(markup) for key, markup in found}


def test_list_shows_a_conflict_with_both_sides_and_their_evidence(client: Client) -> None:
    first, second = deaths()
    assert boxes(client, "/conflicts/") == {
        DEATH: "sources disagree Two dates of what can have one only "
        "The death of Ivar Smilga is dated 1937 by one source and 1938 by another. "
        "This conflict: link "
        f"1937 1 source Died, 1937 Claim {first.identifier} Info list , ¶1 : (1892–1937) "
        f"1938 1 source Died, 1938 Claim {second.identifier} Smilga article , ¶1 : finally executed "
        "on the word of Memoirs"
    }


def test_list_tells_how_it_was_settled_and_that_new_data_has_come(client: Client) -> None:
    _, second = deaths()
    settle(DEATH, second, "The court record.")
    told = boxes(client, "/conflicts/")[DEATH]
    assert "Settled : the editors prefer “1938”. The court record." in told
    assert "1938 preferred 1 source Died" in told
    death("1939")
    told = boxes(client, "/conflicts/")[DEATH]
    assert "reopened by new data" in told
    assert "Settled before , on other claims than these: the editors prefer “1938”." in told
    settle(DEATH, reason="Nobody can say.")
    assert "Settled : all sides stand. Nobody can say." in boxes(client, "/conflicts/")[DEATH]


def test_list_is_narrowed_by_its_form(client: Client) -> None:
    births()
    occurrences()
    deaths()
    expulsion()
    settle(DEATH)
    assert list(boxes(client, "/conflicts/?rule=&nature=&state=&person=&event=&source=")) == [
        EXPELLED,
        EVENT,
        DEATH,
        BIRTH,
    ]
    assert list(boxes(client, "/conflicts/?state=settled")) == [DEATH]
    assert list(boxes(client, "/conflicts/?nature=calendar")) == [BIRTH]
    assert list(boxes(client, "/conflicts/?rule=denied&person=ivar-smilga")) == [EXPELLED]
    assert list(boxes(client, "/conflicts/?event=declaration-of-the-46")) == [EVENT]
    assert list(boxes(client, "/conflicts/?source=memoirs")) == []
    text = text_of(client, "/conflicts/?state=settled")
    assert '<option value="settled" selected>settled (1)</option>' in text
    assert "Only: state: settled" in words(text)


def test_list_has_pages_that_keep_what_was_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.conflict.PAGE_OF_CONFLICTS", 1)
    deaths()
    expulsion()
    text = text_of(client, "/conflicts/?person=ivar-smilga&page=2")
    assert '<link rel="prev" href="?person=ivar-smilga&amp;page=1">' in text
    assert list(boxes(client, "/conflicts/?person=ivar-smilga&page=2")) == [DEATH]
    assert refusal(client, "/conflicts/?page=3") == (404, "There is no page 3: this list has 2.")


def test_list_refuses_what_it_does_not_know(client: Client) -> None:
    cast.person("secret", status="draft")
    assert refusal(client, "/conflicts/?state=setled") == (
        400,
        "There is no state “setled”. Do you mean “settled”?",
    )
    status, sentence = refusal(client, "/conflicts/?nature=x")
    assert (status, sentence) == (
        400,
        "There is no nature “x”. It is one of disagreement, impossible, calendar.",
    )
    assert refusal(client, "/conflicts/?rule=singledate")[1].endswith("“single_date”?")
    for slug in ("secret", "nobody"):
        assert refusal(client, f"/conflicts/?person={slug}") == (
            400,
            f"The record has no person “{slug}”, so the list cannot be narrowed by it.",
        )
    assert refusal(client, "/conflicts/?persons=x")[0] == 400


def test_conflict_has_an_address_of_its_own(client: Client) -> None:
    deaths()
    text = text_of(client, f"/conflicts/{DEATH}/")
    assert f'<link rel="canonical" href="http://testserver/conflicts/{DEATH}/">' in text
    assert "<h1>The death of Ivar Smilga is dated 1937 by one source" in text
    (json,) = re.findall(r'<link rel="alternate" type="application/json" href="([^"]*)">', text)
    assert client.get(json).json()["key"] == DEATH


def test_conflict_whose_key_holds_a_date_has_an_address_too(client: Client) -> None:
    columns = {"person": cast.person(), "role": cast.role("exiled"), "edtf": "1928/1929?"}
    cast.claim("life_event", **columns)
    cast.claim("life_event", **columns, polarity="denied", source=cast.source("info-list"))
    ((key, _),) = boxes(client, "/conflicts/").items()
    assert key.endswith(":1928/1929?")
    (link,) = re.findall(r'href="(/conflicts/[^"?]*)"><span', text_of(client, "/conflicts/"))
    text = text_of(client, link)
    assert f'<link rel="canonical" href="http://testserver{link}">' in text
    (json,) = re.findall(r'<link rel="alternate" type="application/json" href="([^"]*)">', text)
    answer = client.get(json).json()
    assert answer["key"] == key
    for address in (answer["url"], answer["page"]):
        assert client.get(address).status_code == 200


def test_conflict_that_is_no_more_says_so(client: Client) -> None:
    first, _ = deaths()
    for key in ("nothing", "%00", "a%00b:person:ivar-smilga", f"{DEATH}%00"):
        assert refusal(client, f"/conflicts/{key}/") == (
            404,
            "The record has no conflict at this address.",
        ), key
    settle(DEATH)
    publication.retract(first, reason="Misread.")
    assert refusal(client, f"/conflicts/{DEATH}/") == (
        410,
        "This conflict is no more: the claims that were at odds have been mended or taken back.",
    )
    assert boxes(client, "/conflicts/") == boxes(client, PERSON) == {}


def test_address_with_an_old_slug_leads_to_the_new_one(client: Client) -> None:
    deaths()
    row.revise(cast.person(), slug="ivars-smilga")
    response = client.get(f"/conflicts/{DEATH}/")
    assert (response.status_code, response["Location"]) == (
        301,
        "/conflicts/single_date:person:ivars-smilga:death/",
    )


def test_person_page_has_a_box_with_open_settled_and_remarks(client: Client) -> None:
    births()
    _, second = deaths()
    expulsion()
    settle(DEATH, second, "The court record.")
    text = text_of(client, PERSON)
    _, _, rest = text.partition('<h2 id="conflicts">')
    section, _, _ = rest.partition("</section>")
    assert words(section).startswith("Conflicts 2 1 open, 1 settled. In the list of conflicts")
    assert '<a href="/conflicts/?person=ivar-smilga">' in section
    assert section.index(EXPELLED) < section.index(DEATH) < section.index(BIRTH)
    folded = re.findall(r'id="([^"]*)"[^>]*>\s*<details>', section)
    assert folded == [DEATH, BIRTH]
    assert "Settled : the editors prefer “1938”. The court record." in words(section)
    assert words(section.partition("<h3>")[2]).startswith("Probably one day in two calendars 1")
    assert text.index('<h2 id="conflicts">') < text.index('<h2 id="life">')


def test_pages_without_a_conflict_have_no_box(client: Client) -> None:
    cast.tenure()
    claim = cast.signature()
    for address in (
        PERSON,
        "/organisations/tsentrobalt/",
        "/events/declaration-of-the-46/",
        f"/assertions/{claim.identifier}/",
    ):
        assert 'id="conflicts"' not in text_of(client, address)


def test_event_and_claim_pages_have_a_box(client: Client) -> None:
    occurrences()
    first, second = deaths()
    assert list(boxes(client, "/events/declaration-of-the-46/")) == [EVENT]
    assert list(boxes(client, f"/assertions/{second.identifier}/")) == [DEATH]
    assert f"Claim {first.identifier}" in boxes(client, f"/assertions/{second.identifier}/")[DEATH]


def test_home_counts_open_conflicts(client: Client) -> None:
    births()
    first, _ = deaths()
    expulsion()

    def count() -> str:
        (number,) = re.findall(r'<a href="/conflicts/">(\d+)</a>', text_of(client, "/"))
        return str(number)

    assert count() == "2"
    settle(EXPELLED)
    assert count() == "1"
    publication.retract(first, reason="Misread.")
    assert count() == "0"


def test_pages_cost_the_same_at_one_conflict_and_at_three(client: Client) -> None:
    found, own = [], []
    for name in ("ivar-smilga", "pauls-smilga", "leon-trotsky"):
        deaths(cast.person(name))
        each = []
        for address in ("/conflicts/", "/conflicts/?person=ivar-smilga", f"/conflicts/{DEATH}/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            each.append(len(queries))
        found.append(each)
        own.append(finding())
    assert own == own[:1] * 3
    # count, page, counts; the conflicts, settlements, derivations; choices 4; the person asked for 2.
    # The subject; the conflicts; settlements, derivations
    assert found == [[own[0] + 9, own[0] + 11, own[0] + 3]] * 3


def test_nothing_unpublished_is_on_any_page(client: Client) -> None:
    _, second = deaths()
    for address in ("/conflicts/", f"/conflicts/{DEATH}/", PERSON,
                    f"/assertions/{second.identifier}/"):  # fmt: skip
        text = text_of(client, address)
        assert "leak" not in text
        assert re.findall(r"193[456]", text) == []
