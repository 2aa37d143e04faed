"""Nothing that is not published is ever told: in no list, count, search, short form or error.

Everything hidden has the word “leak” in every text it holds, in the slug too.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from prosopography.api.addresses import PLURALS
from prosopography.editing import publication, row
from prosopography.models import Authority, Citation, Derivation, Identifier, Passage
from tests import cast

pytestmark = pytest.mark.django_db

Get = Callable[..., Any]


@pytest.fixture(autouse=True)
@cast.at_once()
def record() -> None:
    """One published row of every noun, and beside each whatever could leak."""
    smilga, body, happening = cast.person(), cast.organisation(), cast.event()
    town, article = cast.place(), cast.source(file="002.txt")
    hidden = {"status": "draft", "note": "leak"}
    person = cast.person("leaked-person", **hidden)
    organisation = cast.organisation("leaked-body", part_of=body, **hidden)
    event = cast.event("leaked-event", part_of=happening, **hidden)
    place = cast.place("leaked-place", part_of=town, **hidden)
    source = cast.source("leaked-source", status="review", note="leak")
    cast.organisation("part-of-the-hidden", part_of=organisation)
    cast.person("published-of-whom-only-drafts-speak")
    other = cast.source("other-leaked-source", status="draft", note="leak")
    row.create(Derivation, source=article, derived_from=source, note="leak")
    row.create(Derivation, source=other, derived_from=article, note="leak")
    row.save(Passage(source=source, locator="¶1", reason="leak"))
    authority = row.create(
        Authority, slug="leaked", label="leak", url_template="https://example.org/leak/{}"
    )
    row.create(Identifier, authority=authority, value="leak", person=person)

    shown = cast.tenure(smilga, body)
    # A citation in a hidden source, and those of hidden witnesses, of a public claim: editing/ would
    # refuse them, and yet they must not be shown.
    more = {"assertion": shown, "quotation": "leak", "named_as": "Leakov"}
    Citation(source=source, locator="¶2", **more).save()
    Citation(source=article, locator="¶3", attributed_to_person=person, **more).save()
    Citation(source=article, locator="¶4", attributed_to_source=source, **more).save()

    # Claims that are not public: by their status, for want of evidence, for what they name.
    leak = {"value": "Leakov"}
    cast.claim("name", person=smilga, status="draft", **leak)
    cast.claim("name", person=smilga, status="review", **leak)
    cast.claim("name", person=smilga, cited=False, **leak)
    cast.claim("name", person=smilga, source=source, **leak)
    cast.claim("name", person=smilga, stance="contradicts", named_as="Leakov", **leak)
    cast.claim("name", person=person, **leak)
    retracted = cast.claim("name", person=smilga, **leak)
    publication.retract(retracted, reason="leak")
    cast.tenure(smilga, organisation, note="leak")
    cast.claim("participation", person=smilga, event=event, role=cast.role("signatory"), **leak)
    cast.claim("residence", person=smilga, place=place, **leak)
    cast.claim(
        "relationship", person=smilga, related_person=person, role=cast.role("spouse-of"), **leak
    )
    of_draft = {"person": cast.person("published-of-whom-only-drafts-speak"), "status": "draft"}
    cast.claim("birth", edtf="1888", note="leak", **of_draft)


def test_nothing_hidden_is_told_anywhere(client: Client, get: Get) -> None:
    told = []
    for plural in PLURALS.values():
        body = get(f"{plural}/")
        told.append(str(body))
        for result in body["results"]:
            embed = {
                "persons": "?embed=assertions",
                "organisations": "?embed=assertions",
                "events": "?embed=assertions",
                "places": "?embed=assertions",
                "sources": "?embed=citations",
            }.get(plural, "")
            answer = client.get(result["url"].removeprefix("http://testserver") + embed)
            assert answer.status_code == 200
            told.append(answer.content.decode())
    assert [text for text in told if "leak" in text.lower()] == []
    assert "Tsentrobalt" in "".join(told)


def test_counts_are_of_what_is_public(get: Get) -> None:
    counts = {plural: get(f"{plural}/")["count"] for plural in PLURALS.values()}
    assert counts == {
        "persons": 2,
        "names": 0,
        "organisations": 2,
        "roles": 3,
        "events": 1,
        "places": 1,
        "sources": 1,
        "assertions": 1,
        "citations": 1,
        "conflicts": 0,
    }
    assert get("persons/ivar-smilga/", fields="counts,names,life") == {
        "counts": {"assertions": 1},
        "names": [],
        "life": {"birth": "", "death": "", "disagree": False, "text": ""},
    }
    assert get("organisations/tsentrobalt/", fields="counts,parts") == {
        "parts": [],
        "counts": {"assertions": 1},
    }
    assert get("roles/signatory/", fields="counts") == {"counts": {"assertions": 0}}
    assert get("sources/smilga-article/", fields="counts,derived_from,copies") == {
        "derived_from": [],
        "copies": [],
        "counts": {"citations": 1, "assertions": 1},
    }


@pytest.mark.parametrize("noun", ["persons", "organisations", "events", "places"])
def test_hidden_names_find_nothing(get: Get, noun: str) -> None:
    for text in ("Leakov", "Leaked", "leak"):
        assert get(f"{noun}/", search=text)["count"] == 0


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("person", "leaked-person"),
        ("related_person", "leaked-person"),
        ("attributed_to_person", "leaked-person"),
        ("organisation", "leaked-body"),
        ("event", "leaked-event"),
        ("place", "leaked-place"),
        ("source", "leaked-source"),
        ("attributed_to_source", "leaked-source"),
    ],
)
def test_what_is_hidden_cannot_be_asked_for(ask: Callable[..., Any], name: str, slug: str) -> None:
    hidden = ask("assertions/", **{name: slug}).json()
    unknown = ask("assertions/", **{name: "nothing"}).json()
    assert str(hidden).replace(slug, "nothing") == str(unknown)


def test_filters_do_not_see_what_is_hidden(get: Get) -> None:
    assert get("assertions/", named_as="Leakov")["count"] == 0
    assert get("assertions/", text="leak")["count"] == 0
    assert get("citations/", quotation="leak")["count"] == 0
    assert get("persons/", named_as="Leakov")["count"] == 0
    assert get("persons/", role="spouse-of,signatory")["count"] == 0
    assert get("persons/", born_possible_on="1888")["count"] == 0
    assert get("persons/", kind="birth")["count"] == 0
    assert get("organisations/", part_of="tsentrobalt")["count"] == 0
    assert get("roles/", person="ivar-smilga")["results"] == get("roles/", text="member")["results"]


@pytest.mark.parametrize("plural", ["persons", "organisations", "events", "places", "sources"])
def test_hidden_row_answers_as_one_that_never_was(ask: Callable[..., Any], plural: str) -> None:
    slugs = {"organisations": "leaked-body"}
    answer = ask(f"{plural}/{slugs.get(plural, f'leaked-{plural[:-1]}')}/")
    assert answer.status_code == 404
    assert answer.content == ask(f"{plural}/nothing/").content
