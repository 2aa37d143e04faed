"""Claims in plain English: every kind, affirmed and denied, from both sides, without a query."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.models import KINDS, Assertion, Polarity
from prosopography.queries.sentence import parts, plain, predicate, sentence
from tests import cast

pytestmark = pytest.mark.django_db


def smilga(kind: str, role: str = "", **columns: Any) -> Assertion:
    if role:
        columns["role"] = cast.role(role)
    return cast.claim(kind, person=cast.person(), **columns)


def of_each_kind() -> dict[str, tuple[Assertion, str, str]]:
    """A claim of each kind with the sentence, and the sentence when it is denied."""
    party = cast.organisation("bolshevik-party")
    return {
        "name": (
            smilga("name", "also-known-as", value="Смилга"),
            "Ivar Smilga is called “Смилга” (also known as)",
            "Ivar Smilga is not called “Смилга” (also known as)",
        ),
        "birth": (
            smilga("birth", place=cast.place()),
            "Ivar Smilga was born in Aloja",
            "Ivar Smilga was not born in Aloja",
        ),
        "death": (
            smilga("death", event=cast.event("great-purge")),
            "Ivar Smilga died in the course of Great Purge",
            "Ivar Smilga did not die in the course of Great Purge",
        ),
        "tenure": (
            smilga("tenure", "chairman", organisation=cast.organisation(), value="acting"),
            "Ivar Smilga – chairman, Tsentrobalt (acting)",
            "Ivar Smilga – not: chairman, Tsentrobalt (acting)",
        ),
        "participation": (
            smilga("participation", "signatory", event=cast.event(), organisation=party),
            "Ivar Smilga – signatory, Declaration Of The 46 (for Bolshevik Party)",
            "Ivar Smilga – not: signatory, Declaration Of The 46 (for Bolshevik Party)",
        ),
        "relationship": (
            smilga("relationship", "supporter-of", related_person=cast.person("leon-trotsky")),
            "Ivar Smilga – supporter of Leon Trotsky",
            "Ivar Smilga – not: supporter of Leon Trotsky",
        ),
        "life_event": (
            smilga("life_event", "expelled", organisation=party, place=cast.place("moscow")),
            "Ivar Smilga – expelled: Bolshevik Party, Moscow",
            "Ivar Smilga – not: expelled: Bolshevik Party, Moscow",
        ),
        "residence": (
            smilga("residence", place=cast.place("vologda")),
            "Ivar Smilga lived in Vologda",
            "Ivar Smilga did not live in Vologda",
        ),
        "occupation": (
            smilga("occupation", "journalist"),
            "Ivar Smilga – journalist",
            "Ivar Smilga – not: journalist",
        ),
        "authorship": (
            smilga("authorship", "author", value="Na povorote"),
            "Ivar Smilga – author: Na povorote",
            "Ivar Smilga – not: author: Na povorote",
        ),
        "description": (
            smilga("description", value="a young firebrand"),
            "Ivar Smilga – a young firebrand",
            "Ivar Smilga – not: a young firebrand",
        ),
        "occurrence": (
            cast.claim("occurrence", event=cast.event(), organisation=party),
            "Declaration Of The 46 took place (Bolshevik Party)",
            "Declaration Of The 46 did not take place (Bolshevik Party)",
        ),
        "existence": (
            cast.claim("existence", organisation=party, role=cast.role("founded")),
            "Bolshevik Party – founded",
            "Bolshevik Party – not: founded",
        ),
    }


def test_sentence_of_every_kind_names_its_subject_and_drops_what_is_empty() -> None:
    claims = of_each_kind()
    assert {kind: sentence(claim) for kind, (claim, _, _) in claims.items()} == {
        kind: affirmed for kind, (_, affirmed, _) in claims.items()
    }
    assert claims.keys() == KINDS.keys()


def test_sentence_of_every_kind_says_when_it_is_denied() -> None:
    claims = of_each_kind()
    for claim, _, _ in claims.values():
        claim.polarity = Polarity.DENIED
    assert {kind: sentence(claim) for kind, (claim, _, _) in claims.items()} == {
        kind: denied for kind, (_, _, denied) in claims.items()
    }


def test_sentence_of_an_occurrence_is_about_the_event_and_not_the_organisation() -> None:
    claim = cast.claim("occurrence", event=cast.event(), organisation=cast.organisation())
    assert claim.subject_column == "event"


def test_parts_link_every_row_and_leave_plain_words_alone() -> None:
    claim = smilga("tenure", "chairman", organisation=cast.organisation(), value="acting")
    assert parts(claim) == [
        ("Ivar Smilga", cast.person()),
        (" – ", None),
        ("chairman", cast.role("chairman")),
        (", ", None),
        ("Tsentrobalt", cast.organisation()),
        (" (acting)", None),
    ]


def test_parts_without_a_column_leave_out_what_joins_it() -> None:
    body = cast.organisation()
    claims = {
        "tenure": smilga("tenure", "chairman", organisation=body, value="acting"),
        "life_event": smilga("life_event", "expelled", organisation=body, value="by vote"),
        "participation": smilga(
            "participation", "signatory", event=cast.event(), organisation=body
        ),
    }
    assert {kind: plain(parts(each, without="organisation")) for kind, each in claims.items()} == {
        "tenure": "Ivar Smilga – chairman (acting)",
        "life_event": "Ivar Smilga – expelled (by vote)",
        "participation": "Ivar Smilga – signatory, Declaration Of The 46",
    }


def test_predicate_tells_a_relationship_from_the_other_side() -> None:
    claim = smilga(
        "relationship", "supporter-of", related_person=cast.person("leon-trotsky"), value="always"
    )
    assert plain(predicate(claim)) == "supporter of Leon Trotsky (always)"
    assert plain(predicate(claim, converse=True)) == "supported by Ivar Smilga (always)"


def test_sentence_reads_loaded_columns_only(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    of_each_kind()
    claims = list(Assertion.objects.with_subjects())
    with django_assert_num_queries(0):
        assert len([sentence(claim) for claim in claims]) == len(KINDS)
