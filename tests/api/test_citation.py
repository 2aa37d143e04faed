"""Citations: what one tells, and how citations are chosen."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.editing import publication
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def test_citation_tells_its_claim_in_short(get: Get) -> None:
    claim = cast.birth(quotation="born in 1892", named_as="Smilga")
    [citation] = claim.citations.all()
    told = get(f"citations/{citation.identifier}/")
    [embedded] = get(f"assertions/{claim.identifier}/")["citations"]
    assert told == {
        **embedded,
        "assertion": {
            "identifier": claim.identifier,
            "kind": "birth",
            "sentence": "Ivar Smilga was born",
            "url": f"http://testserver/api/v1/assertions/{claim.identifier}/",
        },
    }


def test_list_is_in_document_order(keys: Keys) -> None:
    places = [("b-source", "¶10"), ("b-source", "¶9"), ("a-source", "¶99")]
    claim = cast.birth(cited=False)
    found = [
        claims.cite(claim, source=cast.source(slug), locator=locator).identifier
        for slug, locator in places
    ]
    assert keys("citations/") == found[::-1]
    assert keys("citations/", ordering="-source") == found
    assert keys("citations/", ordering="identifier") == sorted(found)


def test_filters_speak_of_the_citation_itself(keys: Keys) -> None:
    claim = cast.birth(quotation="born in 1892")
    first = claim.citations.get().identifier
    second = claims.cite(
        claim,
        source=cast.source("biography"),
        locator="¶2",
        quotation="geboren 1893",
        stance="contradicts",
        named_as="Srnilga",
        attributed_to_source=cast.source("serge-memoirs"),
        attributed_to_person=cast.person("victor-serge"),
        identification="doubtful",
        identification_note="Or not.",
    ).identifier
    for name, value in {
        "source": "biography",
        "locator": "¶2",
        "quotation": "GEBOREN",
        "stance": "contradicts",
        "named_as": "Srnilga",
        "attributed_to_source": "serge-memoirs",
        "attributed_to_person": "victor-serge",
        "identification": "doubtful",
    }.items():
        assert keys("citations/", **{name: value}) == [second]
    assert keys("citations/", source="smilga-article") == [first]
    assert keys("citations/", source="biography", stance="supports") == []
    both = keys("citations/", assertion=claim.identifier, ordering="identifier")
    assert both == sorted([first, second])


def test_filters_speak_of_the_claim_too(keys: Keys) -> None:
    birth = cast.birth(certainty="probable").citations.get().identifier
    tenure = cast.tenure().citations.get().identifier
    assert keys("citations/", kind="birth") == [birth]
    assert keys("citations/", organisation="tsentrobalt") == [tenure]
    assert keys("citations/", certainty="probable", certain_during="1892/1893") == [birth]
    assert keys("citations/", certainty="probable", certain_during="1893") == []
    both = keys("citations/", person="ivar-smilga", ordering="identifier")
    assert both == sorted([birth, tenure])


def test_unknown_claim_is_refused(refused: Callable[..., Any]) -> None:
    draft = cast.birth(status="draft")
    for identifier in (draft.identifier, "a00000000", "x"):
        assert refused("citations/", assertion=identifier) == [("assertion", "unknown")]


def test_withdrawn_citation_is_gone(ask: Callable[..., Any], get: Get) -> None:
    claim = cast.birth()
    second = claims.cite(claim, source=cast.source("biography"), locator="¶2")
    claims.withdraw_citation(second)
    assert ask(f"citations/{second.identifier}/").status_code == 410
    assert get("citations/")["count"] == 1


def test_citation_of_a_retracted_claim_is_gone(ask: Callable[..., Any], get: Get) -> None:
    claim = cast.birth()
    publication.retract(claim, reason="Misread.")
    assert ask(f"citations/{claim.citations.get().identifier}/").status_code == 410
    assert get("citations/")["count"] == 0


def test_citation_of_a_draft_is_not_there(ask: Callable[..., Any]) -> None:
    citation = cast.birth(status="draft").citations.get()
    assert ask(f"citations/{citation.identifier}/").status_code == 404
