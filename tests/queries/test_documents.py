"""Quotations held against documents, and what of the documents is cited."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from prosopography.models import Passage
from prosopography.queries.documents import (
    DocumentError,
    check_quotations,
    coverage,
    read_document,
)
from tests import cast

pytestmark = pytest.mark.django_db

TEXT = """Ivar Smilga

Smilga was born in
Aloja  in 1892.
 \t
Photographs
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document, and its source."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    cast.source("article", file="a.txt", checksum=read_document(tmp_path / "a.txt").checksum)
    return tmp_path


def cited(quotation: str, locator: str = "¶2", **columns: str) -> None:
    cast.birth(source=cast.source("article"), quotation=quotation, locator=locator, **columns)


def test_paragraphs_are_runs_of_lines_with_white_space_collapsed(folder: Path) -> None:
    document = read_document(folder / "a.txt")
    assert document.paragraphs == (
        "Ivar Smilga", "Smilga was born in Aloja in 1892.", "Photographs",
    )  # fmt: skip
    assert document.paragraph("¶3") == "Photographs"
    assert [document.paragraph(p) for p in ("¶0", "¶4", "¶02", "p. 2", "¶2x")] == [None] * 5


def test_quotation_over_a_line_break_is_found(folder: Path) -> None:
    cited("born in Aloja in 1892", named_as="Smilga")
    assert check_quotations(folder).found == 1
    assert check_quotations(folder).faults == ()


@pytest.mark.parametrize(
    ("quotation", "locator", "named_as", "reason"),
    [
        ("born in Aloja in 1893", "¶2", "", "these words do not stand there"),
        ("born in Aloja", "¶1", "", "these words do not stand there"),
        ("born in Aloja", "¶9", "", "there is no such paragraph"),
        ("born in Aloja", "¶2", "Smilge", "this name does not stand there"),
    ],
)
def test_quotation_that_is_not_there_is_named(
    folder: Path, quotation: str, locator: str, named_as: str, reason: str
) -> None:
    cited(quotation, locator, named_as=named_as)
    report = check_quotations(folder)
    assert [fault.reason for fault in report.faults] == [reason]
    with pytest.raises(CommandError, match=r"found in the paragraphs cited, 1 fault\."):
        call_command("check_quotations", folder)


def test_citations_of_works_that_nobody_read_are_not_checked(folder: Path) -> None:
    cited("born in Aloja")
    cast.birth(cast.person("leon-trotsky"), source=cast.source("memoirs"), quotation="not there")
    assert check_quotations(folder).found == 1
    assert check_quotations(folder).faults == ()


def test_another_text_under_the_same_name_is_refused(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT.replace("1892", "1893"), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"a\.txt: this is not the text that article was read"):
        check_quotations(folder)


def test_missing_and_unreadable_documents_are_named(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(CommandError, match=r"a\.txt: cannot be read"):
        call_command("check_quotations", folder)
    (folder / "a.txt").unlink()
    with pytest.raises(CommandError, match=r"a\.txt: no such file"):
        call_command("coverage", folder)


def test_nothing_to_check_is_an_error(folder: Path) -> None:
    with pytest.raises(CommandError, match="Nothing to check"):
        call_command("check_quotations", folder)


def test_coverage_marks_the_cited_words(folder: Path, capsys) -> None:
    cited("Smilga was born in")
    cited("in Aloja", certainty="probable")
    cited("born in Aloja", certainty="possible")
    Passage(source=cast.source("article"), locator="¶3", reason="caption").save()
    first, second, third = coverage(folder)
    assert second.marked() == "[Smilga was born in Aloja] in 1892."
    assert (second.cited_words, second.words, second.citations) == (5, 7, 3)
    assert (first.is_open, second.is_open, third.is_open) == (True, False, False)
    with pytest.raises(CommandError) as caught:
        call_command("coverage", folder)
    assert str(caught.value) == (
        "3 paragraphs: 1 cited, 1 without a claim and with the reason, 1 left open."
    )
    assert capsys.readouterr().out.splitlines() == [
        "article ¶1: 0 of 2 words, 0 citations; NOT LOOKED AT",
        "    Ivar Smilga",
        "article ¶2: 5 of 7 words, 3 citations",
        "    [Smilga was born in Aloja] in 1892.",
        "article ¶3: 0 of 1 word, 0 citations; caption",
        "    Photographs",
    ]


def test_coverage_of_one_source(folder: Path, capsys) -> None:
    Passage.objects.bulk_create(
        Passage(source=cast.source("article"), locator=f"¶{n}", reason="heading") for n in (1, 2, 3)
    )
    call_command("coverage", folder, source="article", summary=True)
    assert capsys.readouterr().out.splitlines()[-1] == (
        "3 paragraphs: 0 cited, 3 without a claim and with the reason, 0 left open."
    )
    with pytest.raises(CommandError, match="No source “memoirs”"):
        call_command("coverage", folder, source="memoirs")
