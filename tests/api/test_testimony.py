"""Witnesses, doubtful identifications and what is not stated, as a client can ask for them."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Citation, Derivation, Status
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]
Refused = Callable[..., list[tuple[str, str]]]

DOUBT = {"identification": "doubtful", "identification_note": "Or Vladimir Smirnov."}


def witnessed(number: int, **columns: Any) -> str:
    """A birth that so many independent sources tell, and a copy of the first, and a hidden one."""
    who = columns.pop("who", cast.person(f"person-{number}"))
    claim = cast.birth(who, source=cast.source("source-1"), **columns)
    for each in range(2, number + 1):
        claims.cite(claim, source=cast.source(f"source-{each}"), locator="¶2")
    copy = cast.source("copy")
    if not Derivation.objects.exists():
        row.create(Derivation, source=copy, derived_from=cast.source("source-1"))
    claims.cite(claim, source=copy, locator="¶3")
    hidden = cast.source("hidden", status=Status.DRAFT)
    row.create(Citation, assertion=claim, source=hidden, locator="¶4")
    return claim.identifier


def test_claims_are_narrowed_and_sorted_by_independent_witnesses(keys: Keys, get: Get) -> None:
    one, two, three = (witnessed(number) for number in (1, 2, 3))
    assert keys("assertions/", ordering="-witnesses") == [three, two, one]
    assert keys("assertions/", ordering="witnesses") == [one, two, three]
    assert sorted(keys("assertions/", witnesses_min="2")) == sorted([two, three])
    assert keys("assertions/", witnesses_min="4") == []
    assert len(keys("assertions/", witnesses_min="0")) == 3
    told = get(f"assertions/{two}/")["testimony"]
    assert (told["sources"], told["witnesses"], len(told["chains"])) == (3, 2, 3)
    for path in ("assertions/", "persons/person-2/"):
        whole = get(path, **({"embed": "assertions"} if "persons" in path else {}))
        rows = whole.get("assertions") or whole["results"]
        assert [each["testimony"] for each in rows if each["identifier"] == two] == [told]


def test_persons_are_narrowed_by_the_witnesses_of_the_claim_that_is_asked_for(keys: Keys) -> None:
    witnessed(1)
    witnessed(2)
    cast.tenure(cast.person("person-1"))
    assert keys("persons/", witnesses_min="2") == ["person-2"]
    assert keys("persons/", witnesses_min="2", kind="tenure") == []


@pytest.mark.parametrize("value", ["-1", "two", "1.5", "1001", "٢", "1,2", "99999"])
def test_number_of_witnesses_is_a_whole_number(refused: Refused, value: str) -> None:
    assert refused("assertions/", witnesses_min=value) == [("witnesses_min", "invalid")]


def test_doubtful_identifications_are_included_excluded_or_asked_for_alone(keys: Keys) -> None:
    ivan, vladimir = cast.person("ivan-smirnov"), cast.person("vladimir-smirnov")
    doubtful = cast.signature(ivan, named_as="Srnirnov", **DOUBT)
    claims.name_alternatives(doubtful.citations.get(), [vladimir])
    sure = cast.signature()
    half = cast.birth(ivan, **DOUBT)
    claims.cite(half, source=cast.source("list"), locator="¶2")
    everything = sorted([doubtful.identifier, sure.identifier, half.identifier])
    assert sorted(keys("assertions/")) == everything
    assert sorted(keys("assertions/", doubtful="include")) == everything
    assert keys("assertions/", doubtful="only") == [doubtful.identifier]
    assert sorted(keys("assertions/", doubtful="exclude")) == sorted(
        [sure.identifier, half.identifier]
    )
    signed = {"event": "declaration-of-the-46", "role": "signatory"}
    assert keys("persons/", **signed) == ["ivar-smilga", "ivan-smirnov"]
    assert keys("persons/", doubtful="exclude", **signed) == ["ivar-smilga"]
    assert keys("persons/", doubtful="only", **signed) == ["ivan-smirnov"]
    assert keys("events/", person="ivan-smirnov", doubtful="exclude") == []
    [citation] = keys("citations/", doubtful="only")
    assert citation == doubtful.citations.get().identifier


def test_doubtful_takes_one_of_three_words(refused: Refused) -> None:
    assert refused("assertions/", doubtful="true") == [("doubtful", "invalid")]
    assert refused("persons/", doubtful="only,exclude") == [("doubtful", "invalid")]
    assert refused("sources/", doubtful="only") == [("doubtful", "unknown_parameter")]


def test_alternatives_are_told_as_long_as_there_is_a_doubt(get: Get) -> None:
    citation = cast.signature(cast.person("ivan-smirnov"), **DOUBT).citations.get()
    assert get(f"citations/{citation.identifier}/")["alternatives"] == []
    others = [cast.person("vladimir-smirnov"), cast.person("hidden", status=Status.DRAFT)]
    claims.name_alternatives(citation, others)
    assert get(f"citations/{citation.identifier}/")["alternatives"] == [
        {
            "slug": "vladimir-smirnov",
            "label": "Vladimir Smirnov",
            "url": "http://testserver/api/v1/persons/vladimir-smirnov/",
        }
    ]


def test_what_is_not_stated_is_asked_for_and_never_counts_as_so(keys: Keys, get: Get) -> None:
    silent = cast.claim("death", person=cast.person(), polarity="silent", quotation="(1892–?)")
    denied = cast.claim("death", person=cast.person("leon-trotsky"), polarity="denied")
    cast.claim("death", person=cast.person("karl-radek"))
    assert keys("assertions/", polarity="silent") == [silent.identifier]
    told = get(f"assertions/{silent.identifier}/")
    assert (told["polarity"], told["sentence"]) == (
        "silent",
        "Ivar Smilga – nothing is said of the death",
    )
    assert keys("persons/", kind="death") == ["karl-radek"]
    assert keys("persons/", kind="death", polarity="silent") == ["ivar-smilga"]
    assert keys("assertions/", polarity="denied") == [denied.identifier]
    assert get("persons/ivar-smilga/")["life"]["death"] == ""
