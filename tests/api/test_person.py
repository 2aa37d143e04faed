"""Persons: the list, the search, the single person, and what one claim must say of them."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Authority, Identifier
from prosopography.queries.search import search
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def test_person_tells_all_that_the_public_may_see(get: Get) -> None:
    smilga = cast.person(note="Latvian form: Smilga.")
    cast.name("Смилга")
    cast.name("Smilga", polarity="affirmed")
    cast.name("Smilga")
    cast.name("Шмилга", polarity="denied")
    cast.birth()
    wikidata = row.create(
        Authority,
        slug="wikidata",
        label="Wikidata",
        url_template="https://www.wikidata.org/wiki/{}",
    )
    row.create(Identifier, authority=wikidata, value="Q382602", person=smilga)
    assert get("persons/ivar-smilga/") == {
        "slug": "ivar-smilga",
        "label": "Ivar Smilga",
        "sort_label": "Smilga, Ivar",
        "note": "Latvian form: Smilga.",
        "url": "http://testserver/api/v1/persons/ivar-smilga/",
        "page": "http://testserver/persons/ivar-smilga/",
        "life": {"birth": "1892", "death": "", "disagree": False, "text": "born 1892"},
        "names": ["Smilga", "Смилга"],
        "identifiers": [
            {
                "authority": "wikidata",
                "label": "Wikidata",
                "value": "Q382602",
                "url": "https://www.wikidata.org/wiki/Q382602",
            }
        ],
        "counts": {"assertions": 5},
    }


def test_person_without_claims_says_so(get: Get) -> None:
    cast.person()
    told = get("persons/ivar-smilga/", fields="life,names,counts")
    assert told == {
        "life": {"birth": "", "death": "", "disagree": False, "text": ""},
        "names": [],
        "counts": {"assertions": 0},
    }


def test_list_is_sorted_by_sort_label(keys: Keys) -> None:
    for slug in ("leon-trotsky", "ivar-smilga", "karl-radek"):
        cast.person(slug)
    assert keys("persons/") == ["karl-radek", "ivar-smilga", "leon-trotsky"]
    assert keys("persons/", ordering="-sort_label") == ["leon-trotsky", "ivar-smilga", "karl-radek"]
    assert keys("persons/", ordering="slug") == ["ivar-smilga", "karl-radek", "leon-trotsky"]


def test_equal_sort_labels_are_sorted_by_slug(keys: Keys) -> None:
    for slug in ("smirnov-c", "smirnov-a", "smirnov-b"):
        cast.person(slug, "Smirnov", sort_label="Smirnov")
    assert keys("persons/") == ["smirnov-a", "smirnov-b", "smirnov-c"]
    assert keys("persons/", ordering="-label") == ["smirnov-a", "smirnov-b", "smirnov-c"]


# Search


def test_search_says_which_name_matched_and_why(get: Get) -> None:
    cast.person("leon-trotsky")
    cast.name("Смилга")
    cast.name("Ivars Smilga")
    [found] = get("persons/", search="Смилга", fields="slug,match")["results"]
    assert found == {
        "slug": "ivar-smilga",
        "match": {
            "name": "Смилга",
            "how": "exact",
            "explanation": found["match"]["explanation"],
            "score": 1.0,
        },
    }
    assert "Смилга" in found["match"]["explanation"]
    # Longer than two decimals, as it decides the order.
    [found] = get("persons/", search="Smilg", fields="match")["results"]
    [hit] = search("Smilg")
    assert (found["match"]["score"], round(hit.score, 2)) == (0.64, 0.64)
    assert hit.score != 0.64


@pytest.mark.parametrize("spelling", ["Смилга", "Smilga", "Šmilga", "Smilg", "I. Smilga"])
def test_search_finds_any_spelling(keys: Keys, spelling: str) -> None:
    cast.person()
    cast.person("leon-trotsky")
    assert keys("persons/", search=spelling) == ["ivar-smilga"]


def test_search_puts_the_best_first_unless_an_order_is_asked_for(keys: Keys) -> None:
    cast.person("ivan-smirnov", "Ivan Smirnov")
    cast.person("anna-smirnova", "Anna Smirnova")
    assert keys("persons/", search="Smirnova") == ["anna-smirnova", "ivan-smirnov"]
    assert keys("persons/", search="Smirnov") == ["ivan-smirnov", "anna-smirnova"]
    assert keys("persons/", search="Smirnov", ordering="slug") == ["anna-smirnova", "ivan-smirnov"]


def test_search_is_narrowed_by_the_filters(get: Get, keys: Keys) -> None:
    cast.tenure(cast.person("ivan-smirnov"))
    cast.person("vladimir-smirnov")
    assert keys("persons/", search="Smirnov", organisation="tsentrobalt") == ["ivan-smirnov"]
    assert get("persons/", search="Smirnov", organisation="tsentrobalt")["count"] == 1


def test_search_without_a_hit_is_empty(get: Get) -> None:
    cast.person()
    assert get("persons/", search="Xqzwv")["count"] == 0
    assert get("persons/", search="!!")["count"] == 0


def test_list_without_a_search_has_no_match(get: Get) -> None:
    cast.person()
    [found] = get("persons/")["results"]
    assert "match" not in found


# What one claim must say


def test_filters_must_hold_of_one_and_the_same_claim(keys: Keys) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    committee, tsentrobalt = cast.organisation("central-committee"), cast.organisation()
    cast.tenure(smilga, committee, role_slug="member")
    cast.tenure(smilga, tsentrobalt, role_slug="chairman")
    cast.tenure(trotsky, committee, role_slug="chairman")
    asked = {"organisation": "central-committee", "role": "chairman"}
    assert keys("persons/", **asked) == ["leon-trotsky"]
    assert keys("persons/", organisation="central-committee") == ["ivar-smilga", "leon-trotsky"]
    assert keys("persons/", role="chairman") == ["ivar-smilga", "leon-trotsky"]


def test_source_must_be_that_of_the_same_claim(keys: Keys) -> None:
    smilga, other = cast.person(), cast.source("biography")
    cast.tenure(smilga)
    cast.birth(smilga, source=other)
    assert keys("persons/", kind="birth", source="biography") == ["ivar-smilga"]
    assert keys("persons/", kind="tenure", source="biography") == []


def test_citation_filters_must_hold_of_one_and_the_same_citation(keys: Keys) -> None:
    claim = cast.tenure(named_as="Smilga", stance="supports")
    claims.cite(
        claim,
        source=cast.source("biography"),
        locator="¶2",
        named_as="Srnilga",
        stance="contradicts",
    )
    assert keys("persons/", named_as="Srnilga", stance="contradicts") == ["ivar-smilga"]
    assert keys("persons/", named_as="Srnilga", stance="supports") == []
    assert keys("persons/", source="biography", named_as="Smilga") == []


def test_denied_claim_does_not_count_unless_denied_ones_are_asked_for(keys: Keys) -> None:
    cast.signature()
    cast.signature(cast.person("leon-trotsky"), polarity="denied")
    assert keys("persons/", event="declaration-of-the-46") == ["ivar-smilga"]
    assert keys("persons/", event="declaration-of-the-46", polarity="denied") == ["leon-trotsky"]
    both = {"event": "declaration-of-the-46", "polarity": "denied,affirmed"}
    assert keys("persons/", **both) == ["ivar-smilga", "leon-trotsky"]


def test_related_person_finds_whom_the_relationship_is_of(keys: Keys) -> None:
    cast.claim(
        "relationship",
        person=cast.person(),
        related_person=cast.person("leon-trotsky"),
        role=cast.role("supporter-of"),
    )
    assert keys("persons/", related_person="leon-trotsky") == ["ivar-smilga"]
    assert keys("persons/", related_person="ivar-smilga") == []


def test_born_and_died_ask_of_the_claims_of_birth_and_death(keys: Keys) -> None:
    cast.birth(cast.person("born-1892"), edtf="1892")
    cast.birth(cast.person("born-about-1893"), edtf="1893~")
    cast.birth(cast.person("born-undated"), edtf="", place=cast.place())
    cast.birth(cast.person("not-born-1892"), edtf="1892", polarity="denied")
    cast.claim("death", person=cast.person("died-1892"), edtf="1892")
    assert keys("persons/", born_certain_during="1892", date_calendar="julian") == []
    assert keys("persons/", born_certain_during="1892/1893") == ["born-1892"]
    assert keys("persons/", born_possible_on="1892-06-01") == ["born-1892", "born-about-1893"]
    assert keys("persons/", died_possible_on="1892-06-01") == ["died-1892"]
    assert keys("persons/", born_possible_after="1893") == ["born-about-1893"]


def test_born_and_died_can_be_asked_with_a_claim(keys: Keys) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.birth(smilga, edtf="1892")
    cast.birth(trotsky, edtf="1879")
    cast.tenure(smilga)
    cast.tenure(trotsky)
    asked = {"organisation": "tsentrobalt", "born_certain_after": "1880"}
    assert keys("persons/", **asked) == ["ivar-smilga"]


# The claims of one person


def test_embed_gives_every_public_claim_in_time_order(get: Get) -> None:
    smilga = cast.person()
    later = cast.tenure(smilga, edtf="1921/1928")
    earlier = cast.birth(smilga)
    towards = cast.claim(
        "relationship",
        person=cast.person("leon-trotsky"),
        related_person=smilga,
        role=cast.role("supporter-of"),
        edtf="1920/1922",
    )
    cast.tenure(smilga, edtf="1919", status="draft")
    told = get("persons/ivar-smilga/", embed="assertions")
    found = [claim["identifier"] for claim in told["assertions"]]
    assert found == [earlier.identifier, towards.identifier, later.identifier]
    assert told["counts"] == {"assertions": 3}
    assert told["assertions"][0] == get(f"assertions/{earlier.identifier}/")


def test_embed_goes_with_fields(get: Get) -> None:
    claim = cast.birth()
    told = get("persons/ivar-smilga/", embed="assertions", fields="slug")
    assert list(told) == ["slug", "assertions"]
    assert told["assertions"] == [get(f"assertions/{claim.identifier}/")]


def test_embed_of_too_many_claims_leads_to_the_list(
    refused: Callable[..., Any], ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.birth()
    cast.tenure()
    monkeypatch.setattr("prosopography.api.resource.MAX_EMBEDDED", 1)
    assert refused("persons/ivar-smilga/", embed="assertions") == [("embed", "invalid")]
    [error] = ask("persons/ivar-smilga/", embed="assertions").json()["errors"]
    assert error["detail"].endswith("http://testserver/api/v1/assertions/?person=ivar-smilga")


def test_list_embeds_nothing(refused: Callable[..., Any]) -> None:
    assert refused("persons/", embed="assertions") == [("embed", "unknown_parameter")]


# Old addresses


def test_old_slug_leads_to_the_new_one(ask: Callable[..., Any]) -> None:
    smilga = cast.person()
    row.revise(smilga, slug="ivars-smilga", reason="The Latvian form.")
    answer = ask("persons/ivar-smilga/", fields="slug")
    assert answer.status_code == 301
    assert answer["Location"] == "http://testserver/api/v1/persons/ivars-smilga/?fields=slug"
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_old_slug_is_understood_in_a_filter(keys: Keys) -> None:
    smilga = cast.person()
    claim = cast.birth(smilga)
    row.revise(smilga, slug="ivars-smilga", reason="The Latvian form.")
    assert keys("assertions/", person="ivar-smilga") == [claim.identifier]


def test_retracted_person_is_gone_and_so_are_its_old_addresses(ask: Callable[..., Any]) -> None:
    smilga = cast.person()
    row.revise(smilga, slug="ivars-smilga", reason="The Latvian form.")
    publication.retract(smilga, reason="Nobody of this name.")
    for slug in ("ivar-smilga", "ivars-smilga"):
        answer = ask(f"persons/{slug}/")
        assert answer.status_code == 410
        assert answer.json() == {
            "type": "client_error",
            "errors": [
                {
                    "code": "gone",
                    "detail": "This was published once and has been retracted.",
                    "attr": None,
                }
            ],
        }


def test_draft_is_as_if_it_were_not_there(ask: Callable[..., Any]) -> None:
    cast.person(status="draft")
    assert ask("persons/ivar-smilga/").status_code == 404
    assert ask("persons/ivar-smilga/").json() == ask("persons/nobody/").json()


def test_renamed_draft_has_no_old_address(ask: Callable[..., Any]) -> None:
    smilga = cast.person(status="draft")
    row.revise(smilga, slug="ivars-smilga")
    assert ask("persons/ivar-smilga/").status_code == 404


def test_persons_are_narrowed_by_the_facets_of_their_list(keys: Keys) -> None:
    doubt = {"identification": "doubtful", "identification_note": "Or his brother."}
    for slug, edtf in (("old", "1881"), ("middling", "1889/1891"), ("young", "1892")):
        cast.birth(cast.person(slug), edtf=edtf)
    cast.birth(cast.person("young"), edtf="1870")
    cast.claim("life_event", person=cast.person("old"), role=cast.role("expelled"), **doubt)
    cast.claim("life_event", person=cast.person("young"), role=cast.role("expelled"))
    cast.tenure(cast.person("old"), certainty="probable")
    assert keys("persons/", born="1880s") == ["middling", "old"]
    assert keys("persons/", born="1880s,1890s", fate="expelled") == ["old", "young"]
    assert keys("persons/", born="1880s,1890s", fate="expelled", certain="true") == ["young"]
    assert keys("persons/", born="1880s,1890s", certain="true") == ["old", "young"]
    assert keys("persons/", organisation="tsentrobalt") == ["old"]
    assert keys("persons/", organisation="tsentrobalt", certain="true") == []
    assert keys("persons/", disagreement="open") == ["young"]
    assert keys("persons/", disagreement="none", died="1930s") == []


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"born": "1881"}, "“born” is a decade as in 1890s, and not “1881”."),
        (
            {"fate": "nowhere"},
            "The record has no fate “nowhere”, so the list cannot be narrowed by it.",
        ),
        (
            {"disagreement": "some"},
            "“disagreement” is one or more of open, settled, none, and not “some”.",
        ),
        ({"certain": "maybe"}, "Say true or false."),
    ],
)
def test_facets_of_the_list_refuse_what_they_have_not(
    ask: Callable[..., Any], asked: dict[str, str], message: str
) -> None:
    response = ask("persons/", **asked)
    assert response.status_code == 400
    assert response.json()["errors"][0]["detail"] == message
