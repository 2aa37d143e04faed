"""Tables for spreadsheets: read back with a reader of another hand."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from prosopography.interchange.table import cell, write_csv, write_xlsx

COLUMNS = ("person", "years", "note")
ROWS = [
    {"person": "Ивар Смилга", "years": 46, "note": "=HYPERLINK(A1)"},
    {"person": 'Trotsky, "Leon"', "years": -43, "note": "two\nlines"},
    {"person": "Zoë", "years": None, "note": ""},
]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+7", "'+7"),
        ("-0043", "'-0043"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("member", "member"),
        ("1917-11", "1917-11"),
        (-43, "-43"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula(value: object, written: str) -> None:
    assert cell(value) == written


def test_csv_has_headings_and_a_mark_by_which_spreadsheets_know_its_letters() -> None:
    whole = b"".join(write_csv(ROWS, COLUMNS))
    assert whole.startswith(b"\xef\xbb\xbfperson,years,note\r\n")
    assert list(csv.reader(StringIO(whole.decode("utf-8-sig"), newline=""))) == [
        list(COLUMNS),
        ["Ивар Смилга", "46", "'=HYPERLINK(A1)"],
        ['Trotsky, "Leon"', "-43", "two\nlines"],
        ["Zoë", "", ""],
    ]


def test_csv_reads_its_rows_as_it_is_sent() -> None:
    read = []

    def rows() -> Iterator[dict[str, object]]:
        for number in range(1000):
            read.append(number)
            yield {"person": number}

    pieces = write_csv(rows(), ["person"])
    assert (next(pieces), next(pieces), read) == (b"\xef\xbb\xbf", b"person\r\n", [])
    assert next(pieces).startswith(b"0\r\n1\r\n")
    assert 0 < len(read) < 1000


def test_xlsx_has_the_rows_as_text_and_numbers() -> None:
    about = ("Question", [("sentence", "Who?"), ("count", 3)])
    with write_xlsx(iter(ROWS), COLUMNS, title="Answers", about=about) as file:
        book = load_workbook(file)
    assert book.sheetnames == ["Answers", "Question"]
    sheet = book["Answers"]
    assert list(sheet.values) == [
        COLUMNS,
        ("Ивар Смилга", 46, "=HYPERLINK(A1)"),
        ('Trotsky, "Leon"', -43, "two\nlines"),
        ("Zoë", None, None),
    ]
    assert list(book["Question"].values) == [("sentence", "Who?"), ("count", 3)]
    formula = sheet["C2"]
    assert (formula.data_type, formula.quotePrefix) == ("s", True)
    assert [sheet[name].data_type for name in ("B2", "B3")] == ["n", "n"]
    assert sheet.freeze_panes == "A2"
    widths = {name: column.width for name, column in sheet.column_dimensions.items()}
    assert 15 < widths["A"] < 18
    assert 9 < widths["B"] < 10


def test_xlsx_without_rows_has_headings_alone() -> None:
    with write_xlsx([], COLUMNS, title="Answers") as file:
        book = load_workbook(file)
    assert [(sheet.title, list(sheet.values)) for sheet in book] == [("Answers", [COLUMNS])]


@pytest.mark.parametrize(("rows", "sheets"), [(2, [2]), (3, [2, 1]), (4, [2, 2]), (5, [2, 2, 1])])
def test_what_a_sheet_does_not_hold_stands_on_the_next(
    monkeypatch: pytest.MonkeyPatch, rows: int, sheets: list[int]
) -> None:
    monkeypatch.setattr("prosopography.interchange.table.xlsx.MOST_ROWS", 3)
    many = [{"number": number} for number in range(rows)]
    with write_xlsx(many, ["number"], title="Answers") as file:
        book = load_workbook(file)
    assert [sheet.max_row - 1 for sheet in book] == sheets
    numbers = [row[0] for sheet in book for row in list(sheet.values)[1:]]
    assert numbers == list(range(rows))
    assert book.sheetnames == ["Answers", "Answers 2", "Answers 3"][: len(sheets)]


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    texts = ["x" * 32_767, "x" * 32_768, "𐍈" * 20_000]
    with write_xlsx([{"text": text} for text in texts], ["text"], title="Answers") as file:
        _, *found = load_workbook(file).active.values
    assert [row[0] for row in found] == [
        "x" * 32_767,
        "x" * 32_766 + "…",
        "𐍈" * 16_383 + "…",
    ]


def test_rows_that_cannot_be_read_leave_no_file_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def rows() -> Iterator[dict[str, object]]:
        yield {"number": 1}
        raise LookupError

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(LookupError):
        write_xlsx(rows(), ["number"], title="Answers")
    assert list(tmp_path.iterdir()) == []
