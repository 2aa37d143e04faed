"""In which form a question comes, and in which its answer goes."""

from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from prosopography.interchange.table import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx
from prosopography.queries.questions import Answer
from prosopography.queries.questions.read_json import MOST_CHARACTERS
from prosopography.queries.questions.rows import COLUMNS, about, rows, too_many_for_xlsx

from .base import Negotiation
from .errors import refuse

#: What is at fault where no part of the question is.
WHOLE = "question"


class QuestionParser(BaseParser):
    """The text of a body in JSON, unread: how it is read is the same for an address."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        """As much of the text as says that it is too long. Raises RefusedError (400)."""
        # A character has four bytes at most.
        body = stream.read(4 * (MOST_CHARACTERS + 1))
        try:
            return str(body, "utf-8-sig")
        except UnicodeDecodeError as error:
            if len(body) > 4 * MOST_CHARACTERS and error.end == len(body):
                return str(body[: error.start], "utf-8-sig")
            message = "The body cannot be read: it is not UTF-8."
            raise refuse(WHOLE, message, code="unreadable") from error


class CsvTable(BaseRenderer):
    """A table in CSV; the view sends it itself, row by row."""

    media_type = "text/csv"
    format = "csv"


class XlsxTable(BaseRenderer):
    """A table in XLSX; likewise."""

    media_type = XLSX_TYPE
    format = "xlsx"


FORMATS: dict[str, type[BaseRenderer]] = {
    "json": JSONRenderer,
    CsvTable.format: CsvTable,
    XlsxTable.format: XlsxTable,
}


class QuestionNegotiation(Negotiation):
    """By the parameter ``format``, and without it by the Accept header."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[Any, str]:
        """The renderer, and the media type. A word that is no format is left to the view."""
        for renderer in renderers:
            if renderer.format == request.query_params.get("format"):
                return renderer, renderer.media_type
        return super().select_renderer(request, renderers, format_suffix)


def table(answer: Answer, form: str) -> HttpResponseBase:
    """The whole answer as a file in CSV, sent while it is read, or in XLSX.

    Raises RefusedError (400) for more persons than XLSX is made of.
    """
    everybody = rows(answer.everybody())
    if form == CsvTable.format:
        response = StreamingHttpResponse(write_csv(everybody, COLUMNS), content_type=CSV_TYPE)
        response["Content-Disposition"] = 'attachment; filename="answers.csv"'
        return response
    if problem := too_many_for_xlsx(answer):
        raise refuse("format", problem, code="too_many")
    told = ("Question", about(answer))
    file = write_xlsx(everybody, COLUMNS, title="Answers", about=told)
    return FileResponse(file, as_attachment=True, filename="answers.xlsx", content_type=XLSX_TYPE)
