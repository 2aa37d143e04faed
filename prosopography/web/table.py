"""Tables for a spreadsheet: CSV that no spreadsheet takes for formulas."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from django.http import HttpResponse

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A value as it stands in a cell; what looks like a formula comes after an apostrophe.

    So does a year before the common era (-0043): a spreadsheet would reckon with it.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def table(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> HttpResponse:
    """The rows as a file in CSV (RFC 4180, UTF-8) with a line of headings."""
    heads = list(columns)
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([cell(row[head]) for head in heads] for row in rows)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
