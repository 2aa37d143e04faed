"""Where sources disagree, and where they only seem to."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.models import Assertion, Status
from prosopography.queries.claims import public_claims
from prosopography.queries.disagreement import (
    Cited,
    disagreements,
    disputed,
    disputed_anywhere,
    place_tree,
)
from tests import cast

pytestmark = pytest.mark.django_db


def claim(kind: str = "death", edtf: str = "", **columns: Any) -> Assertion:
    return cast.claim(kind, person=cast.person(), edtf=edtf, date_text=edtf, **columns)


def event(kind: str = "life_event", role: str = "expelled", **columns: Any) -> Assertion:
    return claim(kind, role=cast.role(role), **columns)


def topics() -> dict[str, list[str]]:
    """What the public claims disagree about, with the values."""
    found = disagreements(public_claims(), place_tree())
    return {each.about: [side.text for side in each.sides] for each in found}


def test_deaths_that_exclude_one_another_are_told_with_their_evidence() -> None:
    list_, article = cast.source("info-list"), cast.source("smilga-article")
    serge = cast.source("serge-memoirs")
    one = claim(edtf="1937", source=list_, locator="¶6")
    two = claim(edtf="1938", source=article, locator="¶10", place=cast.place("moscow"))
    three = claim(edtf="1938", source=article, locator="¶9")
    claims.cite(three, source=article, locator="¶2", attributed_to_source=serge)
    (found,) = disagreements(public_claims(), place_tree())
    assert found.about == "the date of death"
    assert [side.text for side in found.sides] == ["1937", "1938"]
    assert found.sides[0].identifiers == (one.identifier,)
    assert set(found.sides[1].identifiers) == {two.identifier, three.identifier}
    assert found.sides[0].cited == (Cited(list_, "¶6", ()),)
    assert found.sides[1].cited == (Cited(article, "¶2", (serge,)), Cited(article, "¶9, ¶10", ()))


def test_dates_that_may_be_the_same_do_not_disagree() -> None:
    claim(edtf="1938")
    claim(edtf="1937?")  # a doubtful year reaches to its neighbours
    claim(edtf="1938-01-10")
    claim(edtf="")
    claim(edtf="1940", polarity="denied")
    assert topics() == {}


def test_births_in_two_places_disagree_unless_one_lies_in_the_other() -> None:
    latvia = cast.place("latvia")
    aloja = cast.place("aloja", part_of=latvia)
    claim("birth", place=aloja)
    claim("birth", place=latvia)
    assert topics() == {}
    claim("birth", place=cast.place("moscow"))
    assert topics() == {"the place of birth": ["Aloja", "Latvia", "Moscow"]}


def test_an_event_and_a_founding_can_have_one_date_only() -> None:
    body, congress = cast.organisation(), cast.event("fifteenth-congress")
    for edtf in ("1927-12", "1928-01"):
        cast.claim("occurrence", event=congress, edtf=edtf)
        cast.claim("existence", organisation=body, role=cast.role("founded"), edtf=edtf)
        cast.claim("existence", organisation=body, role=cast.role("existed"), edtf=edtf)
    assert topics() == {
        "the date of the event": ["December 1927", "January 1928"],
        "the date of “founded”": ["December 1927", "January 1928"],
    }


def test_a_body_can_be_renamed_twice() -> None:
    renamed = cast.role("renamed", joins="existence", lasting=False)
    for edtf, value in (("1918", "Communist Party"), ("1925", "All-Union Party")):
        cast.claim(
            "existence", organisation=cast.organisation(), role=renamed, edtf=edtf, value=value
        )
    assert topics() == {}


def test_what_is_affirmed_and_denied_disagrees() -> None:
    party = cast.organisation("bolshevik-party")
    event(organisation=party)
    event(organisation=party, polarity="denied")
    assert topics() == {"“expelled: Bolshevik Party”": ["affirmed", "denied"]}


def test_a_general_denial_denies_the_particular_and_not_the_other_way() -> None:
    party = cast.organisation("bolshevik-party")
    event(organisation=party)
    event(polarity="denied")
    event(role="arrested")
    event(role="arrested", organisation=party, polarity="denied")
    assert topics() == {"“expelled: Bolshevik Party”": ["affirmed", "denied"]}


def test_a_denial_for_another_time_or_person_denies_nothing() -> None:
    event(edtf="1927")
    event(edtf="1935", polarity="denied")
    event(role="exiled")
    event(role="exiled", edtf="1935", polarity="denied")
    event(role="arrested")
    cast.claim(
        "life_event",
        person=cast.person("leon-trotsky"),
        role=cast.role("arrested"),
        polarity="denied",
    )
    claim("description", value="a firebrand")
    claim("description", value="a scholar", polarity="denied")
    assert topics() == {}


def test_a_claim_that_one_source_contradicts_is_disputed() -> None:
    signed = event(role="arrested", source=cast.source("first"), locator="¶1")
    claims.cite(signed, source=cast.source("second"), locator="¶2", stance="contradicts")
    (found,) = disagreements(public_claims(), place_tree())
    assert found.about == "“arrested”"
    assert [(side.text, [each.source.slug for each in side.cited]) for side in found.sides] == [
        ("supported", ["first"]),
        ("contradicted", ["second"]),
    ]
    assert disputed(public_claims(), place_tree()) == {signed.pk}


def test_a_draft_disagrees_with_nothing() -> None:
    claim(edtf="1937")
    claim(edtf="1938", status=Status.DRAFT)
    event()
    event(polarity="denied", status=Status.RETRACTED)
    claim("birth", edtf="1892", source=cast.source("public"))
    claim("birth", edtf="1880", source=cast.source("secret", status=Status.DRAFT))
    assert topics() == {}


def test_disputed_anywhere_knows_the_claims_that_are_not_in_the_list(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one = claim(edtf="1937")
    claim(edtf="1938")
    affirmed, denied = event(), event(polarity="denied")
    undisputed = event(role="arrested")
    for shown in (one, affirmed, denied, undisputed):
        rows = list(public_claims().filter(pk=shown.pk))
        # the claims that could exclude it, and the places
        with django_assert_num_queries(2):
            found = disputed_anywhere(rows)
        assert found == ({shown.pk} if shown != undisputed else set())
