"""Claims as a reader sees them."""

from typing import Any

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import KINDS, Assertion, Citation, Status
from prosopography.queries.claims import (
    Evidence,
    When,
    about,
    cited_claims,
    prepare,
    public_claims,
    when,
    word_of,
)
from prosopography.queries.sentence import plain
from tests import cast

pytestmark = pytest.mark.django_db


def dated(kind: str, edtf: str, date_text: str = "", **columns: Any) -> When | None:
    return when(Assertion(kind=kind, edtf=edtf, date_text=date_text, **columns))


def test_when_says_the_date_and_what_was_written() -> None:
    assert dated("death", "1938", "1938") == When("1938", "", "", attested=False)
    assert dated("death", "1938-02-12", "12 Feb. 1938") == When(
        "12 February 1938", "12 Feb. 1938", "", attested=False
    )


def test_when_says_the_calendar_where_it_matters() -> None:
    assert dated("birth", "1917-09-12") == When(
        "12 September 1917", "", "calendar not stated", attested=False
    )
    assert dated("birth", "1917-10-25", calendar="julian") == When(
        "25 October 1917", "", "Julian; 7 November 1917 Gregorian", attested=False
    )
    assert dated("birth", "1917-11-07", calendar="gregorian") == When(
        "7 November 1917", "", "", attested=False
    )


def test_when_tells_what_is_only_attested_from_what_has_limits() -> None:
    assert dated("tenure", "1917") == When("1917", "", "", attested=True)
    assert dated("tenure", "1917/1918") == When("1917 to 1918", "", "", attested=False)
    assert dated("participation", "1917") == When("1917", "", "", attested=False)


def test_when_without_a_reading_gives_the_words_of_the_source() -> None:
    assert dated("death", "", "during the war") == When("during the war", "", "", attested=False)
    assert dated("death", "") is None


def test_prepare_marks_only_what_departs_from_the_usual() -> None:
    cast.claim("birth", person=cast.person(), edtf="1892", note="Read twice.")
    (claim,) = [prepare(each) for each in public_claims()]
    assert (claim.certainty, claim.basis, claim.denied, claim.rank, claim.disputed) == (
        "",
        "",
        False,
        "",
        False,
    )
    assert claim.note == "Read twice."
    assert claim.sources == 1


def test_prepare_marks_doubt_denial_reading_and_judgement() -> None:
    made = cast.claim(
        "birth",
        person=cast.person(),
        certainty="possible",
        basis="inferred",
        polarity="denied",
        rank="deprecated",
        rank_reason="A misprint.",
    )
    (claim,) = [prepare(each, disputed={made.pk}) for each in public_claims()]
    assert (claim.certainty, claim.basis, claim.denied, claim.rank, claim.rank_reason) == (
        "possible",
        "inferred",
        True,
        "deprecated",
        "A misprint.",
    )
    assert claim.disputed


def test_evidence_says_whose_word_it_is_and_what_is_doubtful() -> None:
    serge, molotov = cast.source("serge-memoirs"), cast.person("vyacheslav-molotov")
    cast.claim(
        "birth",
        person=cast.person(),
        locator="¶14",
        quotation="Srnirnov was born",
        named_as="Srnirnov",
        attributed_to_source=serge,
        attributed_to_person=molotov,
        identification="doubtful",
        identification_note="Or Vladimir Smirnov.",
    )
    made = Assertion.objects.get()
    claims.cite(made, source=cast.source(), locator="¶15", stance="contradicts")
    (claim,) = [prepare(each) for each in public_claims()]
    evidence, against = claim.evidence
    assert (against.contradicts, against.doubt) == (True, "")
    assert evidence == Evidence(
        identifier=evidence.identifier,
        source=cast.source(),
        locator="¶14",
        quotation="Srnirnov was born",
        named_as="Srnirnov",
        word_of=(serge, molotov),
        contradicts=False,
        doubt="Or Vladimir Smirnov.",
    )


def test_public_claims_stand_in_time_order_the_attested_at_their_date() -> None:
    body = cast.organisation()
    for edtf in ("", "1921/1928", "[..1900]", "1917", "1918-05", "/1915"):
        cast.tenure(what=body, edtf=edtf)
    assert [claim.edtf for claim in public_claims()] == [
        "[..1900]",
        "/1915",
        "1917",
        "1918-05",
        "1921/1928",
        "",
    ]


def test_about_knows_the_subject_of_every_kind() -> None:
    assert about("event") == ["name", "description", "occurrence"]
    assert about("organisation") == ["name", "description", "existence"]
    assert about("place") == ["name", "description"]
    assert set(about("person")) == KINDS.keys() - {"occurrence", "existence"}


def test_cited_claims_show_each_public_citation_with_its_claim(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article, secret = cast.source(), cast.source("secret", status=Status.DRAFT)
    signed = cast.signature(locator="¶10", quotation="he signed")
    claims.cite(signed, source=article, locator="¶2")
    row.create(
        Citation, assertion=signed, source=article, locator="¶3", attributed_to_source=secret
    )
    cast.birth(source=secret)
    cast.birth(status=Status.DRAFT, locator="¶1")
    cast.birth(cast.person("hidden", status=Status.DRAFT), locator="¶1", status=Status.DRAFT)
    # the count, the citations with all that is named, and whom else they may mean
    with django_assert_num_queries(3):
        page = cited_claims(Q(source=article), 1, order=("locator_sort",))
    assert [(each.locator, each.quotation) for each, _ in page.rows] == [
        ("¶2", ""),
        ("¶10", "he signed"),
    ]
    assert [[each.locator for each in claim.evidence] for _, claim in page.rows] == [
        ["¶2"],
        ["¶10"],
    ]
    assert {plain(claim.parts) for _, claim in page.rows} == {
        "Ivar Smilga – signatory, Declaration Of The 46"
    }


def test_word_of_finds_what_a_source_reports_of_somebody() -> None:
    molotov = cast.person("vyacheslav-molotov")
    cast.birth(attributed_to_person=molotov)
    cast.birth(edtf="1893", attributed_to_person=molotov, status=Status.DRAFT)
    assert word_of(Q(attributed_to_person=molotov), 1).total == 1
