"""Sources: what is taken from one, what it copies, whose words it reports."""

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Derivation, Passage, Source, Status
from prosopography.queries.sentence import plain
from prosopography.queries.source import Voice, source_page, sources
from tests import cast

pytestmark = pytest.mark.django_db


def derivation(copy: Source, original: Source, **columns: str) -> Derivation:
    made: Derivation = row.create(Derivation, source=copy, derived_from=original, **columns)
    return made


def test_source_page_gives_the_claims_in_document_order(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article = cast.source()
    cast.signature(locator="¶10")
    cast.birth(locator="¶9")
    cast.name("Смилга", locator="¶9")
    row.save(Passage(source=article, locator="¶2", reason="Heading."))
    # the author, the derivations 2, the stemma (of nothing) 1, the voices 2, what is taken 3, what
    # is reported 2 (nothing), the passages
    with django_assert_num_queries(12):
        page = source_page(article)
    assert [
        (place.locator, [plain(claim.parts) for claim in place.claims])
        for place in page.claims.rows
    ] == [
        ("¶9", ["Ivar Smilga is called “Смилга”", "Ivar Smilga was born"]),
        ("¶10", ["Ivar Smilga – signatory, Declaration Of The 46"]),
    ]
    assert [(each.locator, each.reason) for each in page.passages] == [("¶2", "Heading.")]


def test_source_page_tells_derivations_in_both_directions() -> None:
    article, wikipedia, copy = cast.source(), cast.source("wikipedia"), cast.source("copy")
    up = derivation(article, wikipedia, certainty="probable", note="The same sentence.")
    down = derivation(copy, article)
    page = source_page(article)
    assert (page.copied_from, page.copied_by) == ([up], [down])


def test_source_page_counts_the_voices_that_it_reports() -> None:
    serge, molotov = cast.source("serge-memoirs"), cast.person("vyacheslav-molotov")
    cast.birth(attributed_to_source=serge)
    cast.signature(attributed_to_source=serge)
    cast.tenure(attributed_to_person=molotov)
    assert source_page(cast.source()).voices == [Voice(serge, 2), Voice(molotov, 1)]


def test_source_page_of_a_work_that_is_only_reported_shows_its_claims() -> None:
    serge = cast.source("serge-memoirs")
    cast.birth(attributed_to_source=serge, locator="¶25")
    page = source_page(serge)
    assert page.claims.total == 0
    assert [(each.source.slug, each.locator) for each, _ in page.reported.rows] == [
        ("smilga-article", "¶25")
    ]


def test_source_page_shows_no_draft_from_any_side() -> None:
    article, secret = cast.source(), cast.source("secret", status=Status.DRAFT)
    hidden = cast.person("hidden", status=Status.DRAFT)
    derivation(article, secret)
    derivation(cast.source("secret-copy", status=Status.DRAFT), article)
    cast.birth(status=Status.DRAFT)
    cast.birth(edtf="1893", attributed_to_source=secret)
    cast.birth(edtf="1894", attributed_to_person=hidden)
    cast.birth(hidden)
    cast.signature(source=secret, attributed_to_source=article)
    page = source_page(article)
    assert (page.copied_from, page.copied_by, page.voices) == ([], [], [])
    assert (page.claims.total, page.reported.total) == (0, 0)
    assert [each.slug for each in sources()] == ["smilga-article"]
