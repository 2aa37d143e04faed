"""The table of an answer: which rows there are, and what stands in them."""

from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.models import Citation
from prosopography.queries.questions import answer, read
from prosopography.queries.questions.rows import COLUMNS, about, rows, too_many_for_xlsx
from tests import cast

pytestmark = pytest.mark.django_db


def table(question: dict[str, Any]) -> list[dict[str, object]]:
    return list(rows(answer(read(question)).everybody()))


def test_row_has_the_claim_with_its_citations_and_words() -> None:
    claim = cast.tenure(
        place=cast.place(),
        edtf="1917/1918",
        value="by lot",
        quotation="=chosen by lot",
        locator="¶5",
    )
    [found] = table({"assertion": {"organisation": "tsentrobalt"}})
    assert tuple(found) == COLUMNS
    assert found == {
        "person": "ivar-smilga",
        "person_label": "Ivar Smilga",
        "match": "certain",
        "disputed": "no",
        "leaf": "assertion",
        "leaf_text": "who is on record in Tsentrobalt",
        "negated": "no",
        "leaf_match": "certain",
        "claim_match": "certain",
        "identifier": claim.identifier,
        "kind": "tenure",
        "sentence": "Ivar Smilga – member, Tsentrobalt, Aloja (by lot)",
        "subject": "ivar-smilga",
        "subject_label": "Ivar Smilga",
        "related_person": "",
        "related_person_label": "",
        "role": "member",
        "role_label": "member",
        "organisation": "tsentrobalt",
        "organisation_label": "Tsentrobalt",
        "event": "",
        "event_label": "",
        "place": "aloja",
        "place_label": "Aloja",
        "value": "by lot",
        "date_text": "1917/1918",
        "calendar": "unknown",
        "edtf": "1917/1918",
        "earliest_start": "1917-01-01",
        "latest_start": "1918-01-13",
        "earliest_end": "1918-01-01",
        "latest_end": "1918-12-31",
        "certainty": "certain",
        "basis": "stated",
        "polarity": "affirmed",
        "rank": "normal",
        "witnesses": 1,
        "citations": "smilga-article ¶5",
        "named_as": "",
        "attributed_to": "",
        "identification": "certain",
        "quotations": "smilga-article ¶5: “=chosen by lot”",
    }


def test_each_citation_says_why_the_claim_may_be_only_possible() -> None:
    doubt: dict[str, Any] = {
        "named_as": "J. Smilga",
        "identification": "doubtful",
        "identification_note": "Or his brother.",
    }
    claim = cast.signature(**doubt)
    claims.cite(claim, source=cast.source(), locator="¶1", quotation="signed too", **doubt)
    claims.cite(claim, source=cast.source("letters"), locator="¶2", **doubt | {"named_as": ""})
    claims.cite(
        claim,
        source=cast.source("zinoviev-letter"),
        locator="¶3",
        stance="contradicts",
        named_as="Smilga",
        attributed_to_source=cast.source("memoirs"),
        attributed_to_person=cast.person("leon-trotsky"),
    )
    hidden = {"attributed_to_person": cast.person("leaked-person", status="draft")}
    Citation(assertion=claim, source=cast.source(), locator="¶9", named_as="leak", **hidden).save()
    [found] = table({"assertion": {"role": "signatory"}})
    columns = ("claim_match", "citations", "named_as", "attributed_to", "identification")
    assert [found[column] for column in columns] == [
        "possible",
        "letters ¶2; smilga-article ¶1; smilga-article ¶1; zinoviev-letter ¶3 (contradicts)",
        "; J. Smilga; J. Smilga; Smilga",
        "; ; ; memoirs, leon-trotsky",
        "doubtful; doubtful; doubtful; certain",
    ]


def test_every_claim_of_every_leaf_has_a_row() -> None:
    cast.tenure(edtf="1917", certainty="probable")
    cast.tenure(edtf="1917-06")
    cast.signature()
    found = table({
        "any": [
            {"assertion": {"kind": "tenure"}},
            {"assertion": {"kind": "participation"}},
            {"assertion": {"kind": "birth"}},
        ]
    })  # fmt: skip
    told = [(each["leaf"], each["leaf_match"], each["claim_match"]) for each in found]
    assert told == [
        ("any[0].assertion", "certain", "certain"),
        ("any[0].assertion", "certain", "possible"),
        ("any[1].assertion", "certain", "certain"),
    ]


def test_what_rests_on_absence_or_a_list_has_a_row_without_a_claim() -> None:
    cast.person()
    cast.role("recanted", joins="life")
    found = table({
        "all": [{"persons": "ivar-smilga"}, {"not": {"assertion": {"role": "recanted"}}}]
    })  # fmt: skip
    told = ("leaf", "negated", "leaf_match", "claim_match", "identifier", "citations")
    assert [tuple(each[column] for column in told) for each in found] == [
        ("all[0].persons", "no", "certain", "", "", ""),
        ("all[1].not.assertion", "yes", "neither", "", "", ""),
    ]


def test_claim_of_somebody_else_says_whose_it_is() -> None:
    cast.tenure(edtf="1917/1919", calendar="gregorian")
    cast.tenure(cast.person("leon-trotsky"), edtf="1918/1920", calendar="gregorian")
    found = table({"overlaps_with": {"person": "ivar-smilga"}})
    assert [(each["person"], each["subject"], each["edtf"]) for each in found] == [
        ("leon-trotsky", "ivar-smilga", "1917/1919"),
        ("leon-trotsky", "leon-trotsky", "1918/1920"),
    ]


def test_about_says_what_was_asked_and_how_many_answer() -> None:
    cast.signature()
    cast.signature(cast.person("leon-trotsky"), certainty="possible")
    *told, when, text = about(answer(read({"assertion": {"role": "signatory"}})))
    assert told == [
        ("Question", "Everybody who is on record as “signatory”"),
        ("Persons", 2),
        ("Certain", 1),
        ("Possible", 1),
    ]
    assert when[0] == "Answered on"
    assert text == ("As JSON", '{"assertion":{"role":"signatory"}}')


def test_more_persons_than_xlsx_is_made_of_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for slug in ("ivar-smilga", "leon-trotsky"):
        cast.signature(cast.person(slug))
    found = answer(read({"assertion": {"role": "signatory"}}))
    monkeypatch.setattr("prosopography.queries.questions.rows.MOST_IN_XLSX", 2)
    assert too_many_for_xlsx(found) == ""
    monkeypatch.setattr("prosopography.queries.questions.rows.MOST_IN_XLSX", 1)
    assert too_many_for_xlsx(found) == (
        "2 persons answer; in XLSX there are 1 at most: take the table as CSV, which has all of them."
    )
