"""Questions across people: who answers, how surely, and on what evidence."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from django.http.response import HttpResponseBase
from rest_framework.exceptions import ErrorDetail
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.queries.questions import Answer, Question, QuestionError, answer, read_text

from .addresses import Addresses
from .assertion import attest
from .base import StrictView
from .errors import RefusedError, did_you_mean, fault, refuse
from .pagination import PAGE_SIZE, Pages
from .question_format import FORMATS, WHOLE, QuestionNegotiation, QuestionParser, table
from .question_schema import PARAMETERS, AnswerSchema, AnswerSerializer

#: The longest address that is given as ``next``; servers refuse longer ones.
LONGEST_ADDRESS = 4000


class AnswerPages(Pages):
    """Pages of an answer, each at an address with the whole question, however it was asked."""

    page: Any
    request: Any

    def __init__(self, question: Question) -> None:
        self.question = question

    def get_next_link(self) -> str | None:
        """The next page, if there is one."""
        return self._link(self.page.next_page_number()) if self.page.has_next() else None

    def get_previous_link(self) -> str | None:
        """The previous page, if there is one."""
        return self._link(self.page.previous_page_number()) if self.page.has_previous() else None

    def _link(self, number: int) -> str:
        """The address of a page: with the question, or to post it to where that is too long."""
        here = Addresses(self.request).resources("questions")
        asked = {"page": str(number)}
        if PAGE_SIZE in self.request.query_params:
            asked[PAGE_SIZE] = self.request.query_params[PAGE_SIZE]
        whole = f"{here}?{urlencode({'q': self.question.canonical, **asked})}"
        return whole if len(whole) <= LONGEST_ADDRESS else f"{here}?{urlencode(asked)}"


class Questions(StrictView):
    """Who answers a question across people, certainly or possibly, each with the evidence.

    A POST asks the same as a GET: it changes nothing.
    """

    serializer_class = AnswerSerializer
    schema = AnswerSchema()
    summary = "Who answers a question"
    content_negotiation_class = QuestionNegotiation
    renderer_classes = list(FORMATS.values())
    parser_classes = [QuestionParser]
    long_parameters = ("q",)

    def common_parameters(self) -> set[str]:
        """In a POST the question is the body."""
        return {
            each.name for each in PARAMETERS if self.request.method != "POST" or each.name != "q"
        }

    def get(self, request: Request) -> HttpResponseBase:
        """Persons, the certain first, then by name; the question is in the address."""
        if "q" not in request.query_params:
            raise refuse("q", "Give a question, as JSON.", code="required")
        return self._answer(request.query_params["q"])

    def post(self, request: Request) -> HttpResponseBase:
        """Persons, the certain first, then by name; the question is the body."""
        if not isinstance(request.data, str):
            message = "The body is empty, or sent without its length: give a question, as JSON."
            raise refuse(WHOLE, message, code="required")
        return self._answer(request.data)

    def handle_exception(self, exc: Exception) -> Response:
        """Every error in JSON, whatever form the answer was to have."""
        self.request.accepted_renderer = JSONRenderer()
        self.request.accepted_media_type = JSONRenderer.media_type
        return super().handle_exception(exc)

    def _answer(self, text: str) -> HttpResponseBase:
        """The answer in the form that is asked for. Raises RefusedError (400)."""
        form = self._form()
        question = _read(text)
        found = answer(question)
        if form != JSONRenderer.format:
            return table(found, form)
        return self._page(question, found)

    def _form(self) -> str:
        """json, csv or xlsx. Raises RefusedError (400)."""
        asked = self.request.query_params
        word = asked.get("format", JSONRenderer.format)
        if word not in FORMATS:
            message = f"“{word}” is not one of: {', '.join(FORMATS)}.{did_you_mean(word, FORMATS)}"
            raise refuse("format", message)
        form = str(self.request.accepted_renderer.format)
        if form != JSONRenderer.format:
            message = "A table has the whole answer: leave this out."
            pages = {name: fault(message, code="no_effect") for name in ("page", PAGE_SIZE)}
            if given := {name: pages[name] for name in pages if name in asked}:
                raise RefusedError(given)
        return form

    def _page(self, question: Question, found: Answer) -> Response:
        pages = AnswerPages(question)
        results = pages.paginate_queryset(found, self.request, view=self)
        attest(
            claim
            for answered in results
            for evidence in answered.evidence
            for claim in evidence.assertions
        )
        told = {
            "asked": question,
            "count": found.count,
            "certain": len(found.certain),
            "possible": len(found.possible),
            "next": pages.get_next_link(),
            "previous": pages.get_previous_link(),
            "results": results,
        }
        context = {"request": self.request, "addresses": Addresses(self.request)}
        return Response(AnswerSerializer(told, context=context).data)


def _read(text: str) -> Question:
    """The question. Raises RefusedError (400) with every fault, each at its path."""
    try:
        return read_text(text)
    except QuestionError as error:
        faults: dict[str, list[ErrorDetail]] = defaultdict(list)
        for each in error.faults:
            faults[each.path or WHOLE] += fault(each.message)
        raise RefusedError(faults) from error
