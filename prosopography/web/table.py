"""Tables for a spreadsheet, sent as files while they are read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from django.http import FileResponse, StreamingHttpResponse

from prosopography.interchange.table import CSV_TYPE, XLSX_TYPE, write_csv


def csv_file(
    name: str, rows: Iterable[Mapping[str, object]], columns: Sequence[str]
) -> StreamingHttpResponse:
    """The rows as a file in CSV."""
    response = StreamingHttpResponse(write_csv(rows, columns), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def xlsx_file(name: str, file: IO[bytes]) -> FileResponse:
    """What ``write_xlsx`` has written."""
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)
