"""Names: the assertions of this kind, told as names."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import publication
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def test_name_tells_of_whom_it_is_and_on_what_evidence(get: Get) -> None:
    claim = cast.name("Смилга", role=cast.role("also-known-as"), certainty="probable")
    told = get(f"names/{claim.identifier}/")
    as_assertion = get(f"assertions/{claim.identifier}/")
    assert told == {
        "identifier": claim.identifier,
        "url": f"http://testserver/api/v1/names/{claim.identifier}/",
        "assertion": as_assertion["url"],
        "page": as_assertion["page"],
        "value": "Смилга",
        "role": as_assertion["role"],
        "person": as_assertion["person"],
        "organisation": None,
        "event": None,
        "place": None,
        "date": None,
        "certainty": "probable",
        "basis": "stated",
        "polarity": "affirmed",
        "rank": "normal",
        "rank_reason": "",
        "note": "",
        "testimony": as_assertion["testimony"],
        "citations": as_assertion["citations"],
    }


def test_names_of_bodies_and_places_are_names_too(keys: Keys) -> None:
    body = cast.claim("name", organisation=cast.organisation(), value="Центробалт").identifier
    place = cast.claim("name", place=cast.place(), value="Allendorf").identifier
    person = cast.name("Smilga").identifier
    cast.birth()
    assert keys("names/") == [place, person, body]
    assert keys("names/", organisation="tsentrobalt") == [body]
    assert keys("names/", text="центро") == [body]
    assert keys("names/", person="ivar-smilga", named_as="Smilga") == [person]


def test_other_claims_are_no_names(ask: Callable[..., Any]) -> None:
    birth = cast.birth()
    assert ask(f"names/{birth.identifier}/").status_code == 404
    publication.retract(birth, reason="Misread.")
    assert ask(f"names/{birth.identifier}/").status_code == 404


def test_retracted_name_is_gone(ask: Callable[..., Any]) -> None:
    name = cast.name("Smilga")
    publication.retract(name, reason="Misread.")
    assert ask(f"names/{name.identifier}/").status_code == 410


def test_what_a_name_never_has_cannot_be_asked_for(refused: Callable[..., Any]) -> None:
    assert refused("names/", kind="name") == [("kind", "unknown_parameter")]
