"""CSV (RFC 4180, UTF-8) with a line of headings.

It begins with a byte order mark, without which spreadsheets read Cyrillic wrongly.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice

from .formula import looks_like_a_formula

CSV_TYPE = "text/csv; charset=utf-8"
#: How many rows are given out at once.
_BATCH = 200


def cell(value: object) -> str:
    """A value as it stands in a cell; what looks like a formula comes after an apostrophe."""
    if value is None:
        return ""
    return f"'{value}" if looks_like_a_formula(value) else str(value)


def write_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[bytes]:
    """The file, piece by piece; the rows are read as it is sent."""
    yield BOM_UTF8
    yield _lines([columns])
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield _lines([cell(row[column]) for column in columns] for row in batch)


def _lines(lines: Iterable[Sequence[str]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8")
