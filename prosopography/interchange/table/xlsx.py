"""XLSX: a sheet of rows under headings that stay in sight, and a sheet that says what they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .formula import looks_like_a_formula

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: How many rows a sheet has at most, the headings among them, and how many characters a cell.
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
#: The narrowest and the widest column, in characters; by how many rows the widths are chosen.
_NARROWEST, _WIDEST = 8, 60
_SAMPLE = 100

Row = Mapping[str, object]


def write_xlsx(
    rows: Iterable[Row],
    columns: Sequence[str],
    *,
    title: str,
    about: tuple[str, Sequence[tuple[str, object]]] | None = None,
) -> IO[bytes]:
    """The file, open at its beginning; it is no more when it is closed.

    The rows stand on a sheet of this title, and where they are more than it holds on “title 2” and
    so on. ``about`` is the title of one sheet more, and what stands on it in two columns.
    """
    with ExitStack() as unless_done:
        file = unless_done.enter_context(TemporaryFile())
        # What is written on the way goes with its folder, also when the rows cannot be read.
        with TemporaryDirectory() as folder:
            book = Workbook(file, {"constant_memory": True, "tmpdir": folder})
            writer = _Writer(book)
            writer.rows(iter(rows), columns, title)
            if about is not None:
                writer.pairs(*about)
            book.close()
        file.seek(0)
        unless_done.pop_all()
    return file


class _Writer:
    """Writes the sheets of one book."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        # What a formula could be stays text, also when the cell is edited.
        self.quoted = book.add_format({"quote_prefix": True})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def rows(self, rows: Iterator[Row], columns: Sequence[str], title: str) -> None:
        """All rows, on as many sheets as they need."""
        sample = list(islice(rows, _SAMPLE))
        widths = [_width(column, sample) for column in columns]
        left = chain(sample, rows)
        number, opening = 1, next(left, None)
        while number == 1 or opening is not None:
            sheet = self.book.add_worksheet(title if number == 1 else f"{title} {number}")
            sheet.freeze_panes(1, 0)
            for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
                sheet.set_column(place, place, width)
                sheet.write_string(0, place, column, self.bold)
            here = islice(left, MOST_ROWS - 2)
            there = here if opening is None else chain([opening], here)
            for line, row in enumerate(there, start=1):
                for place, column in enumerate(columns):
                    self._cell(sheet, line, place, row[column])
            number, opening = number + 1, next(left, None)

    def pairs(self, title: str, pairs: Sequence[tuple[str, object]]) -> None:
        """A sheet of two columns: what it is called, and what it is."""
        sheet = self.book.add_worksheet(title)
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 100)
        for line, (name, value) in enumerate(pairs):
            sheet.write_string(line, 0, name, self.bold)
            self._cell(sheet, line, 1, value, self.wrapped)

    def _cell(
        self, sheet: Worksheet, line: int, place: int, value: object, form: Format | None = None
    ) -> None:
        if isinstance(value, int) and not isinstance(value, bool):
            sheet.write_number(line, place, value, form)
        elif value not in (None, ""):
            quoted = self.quoted if looks_like_a_formula(value) else form
            sheet.write_string(line, place, _short(str(value)), quoted)


def _short(text: str) -> str:
    """The text, or as much of it as a cell can hold, and then “…” says that it was cut."""
    if len(text) <= MOST_CHARACTERS // 2 or len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return text
    kept = text.encode("utf-16-le")[: (MOST_CHARACTERS - 1) * 2]
    return kept.decode("utf-16-le", errors="ignore") + "…"


def _width(column: str, sample: Sequence[Row]) -> int:
    longest = max((len(str(row[column] or "")) for row in sample), default=0)
    return min(max(len(column), longest, _NARROWEST), _WIDEST) + 1
