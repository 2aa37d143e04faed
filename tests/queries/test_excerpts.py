"""How much of a source has been excerpted: with its document at hand, and without."""

from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Passage, Status
from prosopography.queries.documents import read_document
from prosopography.queries.excerpts import Excerpts, excerpts
from tests import cast

pytestmark = pytest.mark.django_db

TEXT = "Ivar Smilga\n\nSmilga was born in Aloja.\n\nPhotographs\n\nThe end\n"


def cells(found: Excerpts) -> list[tuple[str, str, int]]:
    return [(cell.first, cell.state, cell.claims) for cell in found.cells]


def test_places_between_those_that_are_known_are_open(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article = cast.source()
    cast.birth(locator="¶5")
    cast.signature(locator="¶2")
    cast.name("Смилга", locator="¶2")
    row.save(Passage(source=article, locator="¶1", reason="Heading."))
    cast.birth(edtf="1893", locator="¶3", status=Status.DRAFT)
    cast.birth(
        edtf="1894", locator="¶9", attributed_to_source=cast.source("secret", status="draft")
    )
    with django_assert_num_queries(2):
        found = excerpts(article)
    assert cells(found) == [
        ("¶1", "without", 0),
        ("¶2", "cited", 2),
        ("¶3", "open", 0),
        ("¶4", "open", 0),
        ("¶5", "cited", 1),
    ]
    assert (found.cited, found.without, found.open, found.places) == (2, 1, 2, 5)
    assert (found.last, found.is_whole, found.words) == ("¶5", False, 0)
    assert [(cell.x, cell.y, cell.height) for cell in found.cells[1::3]] == [
        (10, 0, 40),
        (40, 12, 28),
    ]


def test_with_the_document_every_paragraph_is_known_and_its_quoted_words(
    tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    checksum = read_document(tmp_path / "a.txt").checksum
    article = cast.source("article", file="a.txt", checksum=checksum)
    cast.birth(source=article, locator="¶2", quotation="born in Aloja")
    cast.birth(source=article, locator="¶4", quotation="The end", status=Status.DRAFT)
    with django_assert_num_queries(3):
        found = excerpts(article, str(tmp_path))
    assert cells(found) == [
        ("¶1", "open", 0),
        ("¶2", "cited", 1),
        ("¶3", "open", 0),
        ("¶4", "open", 0),
    ]
    assert (found.is_whole, found.words, found.quoted) == (True, 10, 3)
    # Another text under that name is not the one that was read.
    (tmp_path / "a.txt").write_text("Another text.", encoding="utf-8")
    assert cells(excerpts(article, str(tmp_path))) == [("¶1", "open", 0), ("¶2", "cited", 1)]
    assert excerpts(article, str(tmp_path / "nowhere")).is_whole is False


def test_pages_of_a_book_are_not_taken_for_all_that_it_has() -> None:
    cast.birth(locator="p. 12")
    cast.signature(locator="p. 300")
    found = excerpts(cast.source())
    assert cells(found) == [("p. 12", "cited", 1), ("p. 300", "cited", 1)]
    assert found.open == 0


def test_many_places_are_drawn_several_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prosopography.queries.excerpts.MOST_CELLS", 2)
    monkeypatch.setattr("prosopography.queries.excerpts.PAGE_OF_CLAIMS", 1)
    cast.birth(locator="¶2")
    cast.signature(locator="¶3")
    found = excerpts(cast.source())
    assert [
        (cell.first, cell.last, cell.locator, cell.state, cell.claims, cell.page)
        for cell in found.cells
    ] == [("¶1", "¶2", "¶2", "cited", 1, 1), ("¶3", "¶3", "¶3", "cited", 1, 2)]


def test_source_without_anything_has_no_place() -> None:
    assert cells(excerpts(cast.source())) == []
