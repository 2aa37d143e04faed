"""Assertions: what a claim tells, and how claims are chosen."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Citation
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def test_assertion_tells_everything(get: Get) -> None:
    claim = cast.tenure(
        edtf="1917-10-25/1918",
        date_text="25 October 1917",
        calendar="julian",
        certainty="probable",
        basis="interpreted",
        rank="preferred",
        rank_reason="The only eye-witness.",
        note="The year stands in the heading.",
        place=cast.place(),
        value="for the sailors",
        source=cast.source(file="002.txt"),
        locator="¶3",
        quotation="Smilga was elected",
        named_as="Smilga",
        attributed_to_source=cast.source("serge-memoirs"),
        attributed_to_person=cast.person("victor-serge"),
        identification="doubtful",
        identification_note="Or his brother.",
    )
    [citation] = claim.citations.all()
    claims.name_alternatives(
        citation, [cast.person("pauls-smilga"), cast.person("nobody-knows", status="draft")]
    )
    api = "http://testserver/api/v1"
    serge, memoirs, article = (
        {"noun": noun, "slug": slug, "label": label, "url": f"{api}/{noun}s/{slug}/"}
        for noun, slug, label in (
            ("person", "victor-serge", "Victor Serge"),
            ("source", "serge-memoirs", "Serge memoirs"),
            ("source", "smilga-article", "Smilga article"),
        )
    )
    assert get(f"assertions/{claim.identifier}/") == {
        "identifier": claim.identifier,
        "url": f"{api}/assertions/{claim.identifier}/",
        "page": f"http://testserver/assertions/{claim.identifier}/",
        "kind": "tenure",
        "sentence": "Ivar Smilga – member, Tsentrobalt, Aloja (for the sailors)",
        "person": {
            "slug": "ivar-smilga", "label": "Ivar Smilga", "url": f"{api}/persons/ivar-smilga/",
        },
        "related_person": None,
        "role": {"slug": "member", "label": "member", "url": f"{api}/roles/member/"},
        "organisation": {
            "slug": "tsentrobalt",
            "label": "Tsentrobalt",
            "url": f"{api}/organisations/tsentrobalt/",
        },
        "event": None,
        "place": {"slug": "aloja", "label": "Aloja", "url": f"{api}/places/aloja/"},
        "value": "for the sailors",
        "date": {
            "text": "25 October 1917",
            "calendar": "julian",
            "edtf": "1917-10-25/1918",
            "described": get(f"assertions/{claim.identifier}/")["date"]["described"],
            "earliest_start": "1917-11-07",
            "latest_start": "1917-11-07",
            "earliest_end": "1918-01-14",
            "latest_end": "1919-01-13",
        },
        "certainty": "probable",
        "basis": "interpreted",
        "polarity": "affirmed",
        "rank": "preferred",
        "rank_reason": "The only eye-witness.",
        "note": "The year stands in the heading.",
        "testimony": {
            "sources": 1,
            "witnesses": 1,
            "chains": [
                {"origin": serge, "steps": [serge, memoirs, article], "locators": ["¶3"]}
            ],
            "contradicting": [],
        },
        "citations": [
            {
                "identifier": citation.identifier,
                "url": f"{api}/citations/{citation.identifier}/",
                "source": {
                    "slug": "smilga-article",
                    "label": "Smilga article",
                    "url": f"{api}/sources/smilga-article/",
                    "file": "002.txt",
                },
                "locator": "¶3",
                "quotation": "Smilga was elected",
                "stance": "supports",
                "named_as": "Smilga",
                "attributed_to_source": {
                    "slug": "serge-memoirs",
                    "label": "Serge memoirs",
                    "url": f"{api}/sources/serge-memoirs/",
                    "file": "",
                },
                "attributed_to_person": {
                    "slug": "victor-serge",
                    "label": "Victor Serge",
                    "url": f"{api}/persons/victor-serge/",
                },
                "identification": "doubtful",
                "identification_note": "Or his brother.",
                "alternatives": [
                    {
                        "slug": "pauls-smilga",
                        "label": "Pauls Smilga",
                        "url": f"{api}/persons/pauls-smilga/",
                    }
                ],
            }
        ],
    }  # fmt: skip


def test_date_keeps_what_is_written_even_where_it_cannot_be_read(get: Get) -> None:
    written = cast.tenure(edtf="", date_text="in the days of Noah")
    undated = cast.name("Смилга")
    assert get(f"assertions/{written.identifier}/")["date"] == {
        "text": "in the days of Noah",
        "calendar": "unknown",
        "edtf": "",
        "described": "in the days of Noah",
        "earliest_start": None,
        "latest_start": None,
        "earliest_end": None,
        "latest_end": None,
    }
    assert get(f"assertions/{undated.identifier}/")["date"] is None


def test_date_before_the_common_era_is_an_iso_day(get: Get) -> None:
    claim = cast.claim(
        "death", person=cast.person("julius-caesar"), edtf="-0043-03-15", calendar="julian"
    )
    assert get(f"assertions/{claim.identifier}/")["date"]["earliest_start"] == "-0043-03-13"


def test_citations_come_in_document_order(get: Get) -> None:
    claim = cast.birth(source=cast.source("b-source"), locator="¶10")
    for slug, locator in (("b-source", "¶9"), ("a-source", "¶2")):
        claims.cite(claim, source=cast.source(slug), locator=locator)
    found = get(f"assertions/{claim.identifier}/")["citations"]
    places = [(citation["source"]["slug"], citation["locator"]) for citation in found]
    assert places == [("a-source", "¶2"), ("b-source", "¶9"), ("b-source", "¶10")]


def test_list_is_in_time_order_with_the_undated_last_either_way(keys: Keys) -> None:
    undated = cast.name("Смилга").identifier
    tenure = cast.tenure(edtf="1921/1928").identifier
    birth = cast.birth(edtf="1892").identifier
    assert keys("assertions/") == [birth, tenure, undated]
    assert keys("assertions/", ordering="-date") == [tenure, birth, undated]
    assert keys("assertions/", ordering="kind") == [birth, undated, tenure]
    assert keys("assertions/", ordering="identifier") == sorted([birth, tenure, undated])
    assert keys("assertions/", ordering="-identifier") == sorted([birth, tenure, undated])[::-1]


def test_order_by_person_puts_claims_about_other_things_last(keys: Keys) -> None:
    smilga, radek = cast.birth(), cast.birth(cast.person("karl-radek"))
    body = cast.claim(
        "existence", organisation=cast.organisation(), role=cast.role("founded"), edtf="1917"
    )
    found = [radek.identifier, smilga.identifier, body.identifier]
    assert keys("assertions/", ordering="person") == found
    asked = keys("assertions/", ordering="kind,-person")
    assert asked == [smilga.identifier, radek.identifier, body.identifier]


# Filters by what a claim names


def test_filters_by_reference_take_several_values_in_two_ways(keys: Keys) -> None:
    smilga, radek, trotsky = (
        cast.birth(cast.person(slug)).identifier
        for slug in ("ivar-smilga", "karl-radek", "leon-trotsky")
    )
    both = {"person": "ivar-smilga,karl-radek", "ordering": "identifier"}
    assert keys("assertions/", **both) == sorted([smilga, radek])
    assert keys("assertions/", person=["ivar-smilga", "karl-radek"]) == keys("assertions/", **both)
    assert keys("assertions/", person="leon-trotsky") == [trotsky]


def test_each_reference_can_be_asked_for(keys: Keys) -> None:
    relationship = cast.claim(
        "relationship",
        person=cast.person(),
        related_person=cast.person("leon-trotsky"),
        role=cast.role("supporter-of"),
        organisation=cast.organisation(),
        event=cast.event(),
        place=cast.place(),
    ).identifier
    cast.claim(
        "relationship",
        person=cast.person("leon-trotsky"),
        related_person=cast.person("karl-radek"),
        role=cast.role("spouse-of"),
    )
    for name, slug in {
        "person": "ivar-smilga",
        "related_person": "leon-trotsky",
        "role": "supporter-of",
        "organisation": "tsentrobalt",
        "event": "declaration-of-the-46",
        "place": "aloja",
    }.items():
        assert keys("assertions/", **{name: slug}) == [relationship]


def test_parts_count_unless_exact(keys: Keys) -> None:
    party = cast.organisation("party")
    committee = cast.organisation("committee", part_of=party)
    in_party = cast.tenure(what=party).identifier
    in_committee = cast.tenure(what=committee).identifier
    everything = {"organisation": "party", "ordering": "identifier"}
    assert keys("assertions/", **everything) == sorted([in_party, in_committee])
    assert keys("assertions/", organisation="party", exact="true") == [in_party]
    assert keys("assertions/", organisation="party", exact="false") == keys(
        "assertions/", organisation="party"
    )
    assert keys("assertions/", organisation="committee") == [in_committee]


def test_narrower_roles_count_unless_exact(keys: Keys) -> None:
    expelled = cast.role("expelled")
    narrower = cast.role("deported", joins="life", lasting=False, broader=expelled)
    claim = cast.claim("life_event", person=cast.person(), role=narrower).identifier
    assert keys("assertions/", role="expelled") == [claim]
    assert keys("assertions/", role="expelled", exact="true") == []


def test_events_and_places_count_with_their_parts(keys: Keys) -> None:
    session = cast.event("session", part_of=cast.event("congress"))
    palace = cast.place("palace", part_of=cast.place("petrograd"))
    claim = cast.claim("occurrence", event=session, place=palace).identifier
    assert keys("assertions/", event="congress") == [claim]
    assert keys("assertions/", place="petrograd") == [claim]
    assert keys("assertions/", event="congress", exact="true") == []


# Filters by what a claim says


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [
        ("kind", "birth", "tenure"),
        ("certainty", "probable", "certain"),
        ("basis", "inferred", "stated"),
        ("polarity", "denied", "affirmed"),
        ("rank", "deprecated", "normal"),
        ("calendar", "julian", "unknown"),
    ],
)
def test_filters_by_choice(keys: Keys, name: str, value: str, other: str) -> None:
    odd = cast.birth(
        edtf="1892-01-01",
        certainty="probable",
        basis="inferred",
        polarity="denied",
        rank="deprecated",
        rank_reason="Misread.",
        calendar="julian",
    ).identifier
    plain = cast.tenure().identifier
    assert keys("assertions/", **{name: value}) == [odd]
    assert keys("assertions/", **{name: other}) == [plain]
    assert sorted(keys("assertions/", **{name: f"{value},{other}"})) == sorted([odd, plain])


def test_text_stands_in_the_value_in_any_capitals(keys: Keys) -> None:
    name = cast.name("Ивар Смилга").identifier
    cast.name("Trotsky", cast.person("leon-trotsky"))
    assert keys("assertions/", text="СМИЛГА") == [name]
    assert keys("assertions/", text="%") == []


def test_dated(keys: Keys) -> None:
    dated, undated = cast.birth().identifier, cast.name("Смилга").identifier
    assert keys("assertions/", dated="true") == [dated]
    assert keys("assertions/", dated="false") == [undated]


def test_source_filter_sees_public_citations_only(keys: Keys) -> None:
    claim = cast.birth()
    claims.cite(claim, source=cast.source("biography"), locator="¶2")
    hidden = cast.person("hidden", status="draft")
    # editing/ would refuse it: what is public names nothing hidden
    Citation(
        assertion=claim, source=cast.source("essay"), locator="¶2", attributed_to_person=hidden
    ).save()
    assert keys("assertions/", source="biography") == [claim.identifier]
    assert keys("assertions/", source="essay") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("source", "biography"),
        ("attributed_to_source", "serge-memoirs"),
        ("attributed_to_person", "victor-serge"),
        ("named_as", "Srnilga"),
        ("stance", "contradicts"),
        ("identification", "doubtful"),
    ],
)
def test_filters_by_citation(keys: Keys, name: str, value: str) -> None:
    claim = cast.birth()
    claims.cite(
        claim,
        locator="¶2",
        source=cast.source("biography"),
        attributed_to_source=cast.source("serge-memoirs"),
        attributed_to_person=cast.person("victor-serge"),
        named_as="Srnilga",
        stance="contradicts",
        identification="doubtful",
        identification_note="Or not.",
    )
    cast.tenure()
    assert keys("assertions/", **{name: value}) == [claim.identifier]


# Filters by date


def test_dates_are_compared_in_both_senses(keys: Keys) -> None:
    tenure = cast.tenure(edtf="1917/1921", calendar="gregorian").identifier
    name = cast.name("Смилга").identifier
    assert keys("assertions/", possible_on="1917-11-07") == [tenure, name]
    assert keys("assertions/", certain_on="1917-11-07") == []
    assert keys("assertions/", certain_on="1919") == [tenure]
    assert keys("assertions/", possible_on="1922") == [name]
    assert keys("assertions/", possible_on="1922", dated="true") == []
    assert keys("assertions/", certain_before="1922") == [tenure]
    assert keys("assertions/", certain_before="1921") == []
    assert keys("assertions/", possible_before="1921-06", dated="true") == [tenure]
    assert keys("assertions/", certain_after="1916") == [tenure]
    assert keys("assertions/", possible_after="1917-06", dated="true") == [tenure]
    assert keys("assertions/", certain_during="1917/1921") == [tenure]
    assert keys("assertions/", certain_during="1917-02/1921") == []
    assert keys("assertions/", possible_during="1917-02/1921", dated="true") == [tenure]


def test_dates_asked_for_are_gregorian_unless_julian(keys: Keys) -> None:
    claim = cast.birth(edtf="1917-10-25", calendar="julian").identifier
    assert keys("assertions/", certain_on="1917-11-07") == [claim]
    assert keys("assertions/", certain_on="1917-10-25") == []
    assert keys("assertions/", certain_on="1917-10-25", date_calendar="julian") == [claim]
    assert keys("assertions/", certain_on="1917-11-07", date_calendar="gregorian") == [claim]


def test_day_of_one_calendar_only(keys: Keys, refused: Callable[..., Any]) -> None:
    assert keys("assertions/", certain_on="1900-02-29", date_calendar="julian") == []
    assert refused("assertions/", certain_on="1900-02-29") == [("certain_on", "invalid")]


# What is not there any more


def test_retracted_claim_is_gone(ask: Callable[..., Any], get: Get) -> None:
    claim = cast.birth()
    publication.retract(claim, reason="Misread.")
    assert ask(f"assertions/{claim.identifier}/").status_code == 410
    assert get("assertions/")["count"] == 0


def test_claim_taken_back_to_a_draft_is_gone_too(ask: Callable[..., Any]) -> None:
    claim = cast.birth()
    row.revise(claim, status="draft")
    assert ask(f"assertions/{claim.identifier}/").status_code == 410


def test_draft_and_uncited_claims_are_not_there(ask: Callable[..., Any]) -> None:
    draft, uncited = cast.birth(status="draft"), cast.birth(cited=False)
    for claim in (draft, uncited):
        assert ask(f"assertions/{claim.identifier}/").status_code == 404
