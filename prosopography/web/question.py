"""Questions across people: the page of a question with its answer, and the same as tables."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext

from prosopography.dates import DateError
from prosopography.interchange.table import write_xlsx
from prosopography.queries.address import TABLES
from prosopography.queries.language import later as _
from prosopography.queries.meant import offers
from prosopography.queries.questions import (
    Match,
    Question,
    QuestionError,
    answer,
    read_text,
    sentence,
)
from prosopography.queries.questions.examples import examples, title_of
from prosopography.queries.questions.rows import COLUMNS, about, rows, too_many_for_xlsx
from prosopography.queries.slices import cut
from prosopography.queries.when import CALENDARS, as_edtf, read_span
from prosopography.queries.when import said as in_words

from .chosen import word
from .cite import cited_answer
from .clause_fields import SORTS
from .clause_form import form
from .errors import RefusalError
from .page import Crumb, Page, api_address
from .parameters import MAX_LONG
from .question_tree import clause, disputed_beside, shown, understood
from .table import csv_file, xlsx_file

#: How many persons stand on one page.
PAGE_OF_ANSWERS = 50
#: How long a sentence may be in a title, and in a description.
MOST_IN_TITLE, MOST_IN_DESCRIPTION = 110, 220
#: Whether the clauses are shown at once, as they are to whoever has just changed one.
_FOLD = {"open": True, "closed": False}
_DESCRIPTION = _(
    "Questions across all people of the record: who did this and that, before or after, with whom, "
    "and never something else; each answer with the claims that make it one."
)


class QuestionPage(Page):
    """A question as a sentence and as a tree, with who answers it; or how to begin one."""

    template_name = "question/detail.html"
    known = ("q", "change")
    long = ("q",)
    numbers = ("page",)
    plural = "questions"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; 400 with what is wrong, where the question cannot be read."""
        text = self.asked.get("q", "")
        if not text:
            self.template_name = "question/begin.html"
            return self.render_to_response(self.get_context_data(**self.beginning()))
        try:
            question = read_text(text)
        except QuestionError as error:
            self.template_name = "question/faulty.html"
            context = self.get_context_data(**self.faulty(text, error))
            return self.render_to_response(context, status=400)
        return self.render_to_response(self.get_context_data(**self.answered(question)))

    def beginning(self) -> dict[str, Any]:
        """What a question is, examples, and the form of the first clause."""
        return {
            "meta": self.meta(gettext("Questions"), _DESCRIPTION),
            "examples": begin_with(),
            "form": form("assertion"),
            "sorts": [(sort, title) for sort, (title, _) in SORTS.items()],
        }

    def faulty(self, text: str, error: QuestionError) -> dict[str, Any]:
        """What is wrong with a question, and where."""
        return {
            "meta": self.meta(gettext("A question that cannot be read"), _DESCRIPTION, *crumbs()),
            "text": _indented(text),
            "faults": error.faults,
        }

    def answered(self, question: Question) -> dict[str, Any]:
        """The question and who answers it: the queries of the answer and six more."""
        is_open = word(self.asked, "change", _FOLD, "closed")
        self.asked.pop("change", None)  # it is of this moment, not of the question
        found = answer(question)
        page = cut(found, self.number(), PAGE_OF_ANSWERS)  # type: ignore[arg-type]
        asked, title = sentence(question), title_of(question.canonical)
        counts = gettext("{certain} certain, {possible} possible").format(
            certain=len(found.certain), possible=len(found.possible)
        )
        meta = self.meta(
            title or _short(asked, MOST_IN_TITLE),
            f"{_short(asked, MOST_IN_DESCRIPTION)}: {counts}.",
            *crumbs(),
            json=with_question(api_address("questions"), question),
        )
        self.asked["q"] = question.canonical
        query = {"q": question.canonical} | ({"page": page.number} if page.number > 1 else {})
        meta.canonical = f"{self.request.build_absolute_uri(self.request.path)}?{urlencode(query)}"
        return {
            "meta": self.with_pages(meta, page),
            "cite": cited_answer(
                self.request,
                gettext("Question: {sentence}").format(sentence=asked),
                (),
                address(question.canonical),
            ),
            "question": question,
            "title": title,
            "sentence": asked,
            "clause": clause(question.root),
            "only_certain": question.match is Match.CERTAIN,
            "is_open": is_open,
            "certain": len(found.certain),
            "possible": len(found.possible),
            "page": page,
            "found": shown(page.rows),
            "beside": disputed_beside(page.rows),
            "json": _indented(question.canonical),
            "csv": with_question(reverse("web:questions-csv"), question),
            "xlsx": with_question(reverse("web:questions-xlsx"), question),
            "group": with_question(reverse("web:groups"), question),
            "network": with_question(reverse("web:group-network"), question),
        }


class QuestionFile(Page):
    """All who answer a question, one row an evidence, as a file."""

    known = ("q",)
    long = ("q",)

    def question(self) -> Question:
        """The question of the address. Raises RefusalError."""
        try:
            return read_text(self.asked.get("q", ""))
        except QuestionError as error:
            raise RefusalError(
                gettext("The question cannot be read: {faults}.").format(faults=error.faults[0])
            ) from error


class QuestionCsv(QuestionFile):
    """As CSV."""

    def get(  # type: ignore[override]  # no page, so no template
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """The table, sent while it is read."""
        return csv_file("answers", rows(answer(self.question()).everybody()), COLUMNS)


class QuestionXlsx(QuestionFile):
    """As XLSX, with a sheet that says what was asked."""

    def get(  # type: ignore[override]  # no page, so no template
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """The file."""
        question = self.question()
        found = answer(question)
        if problem := too_many_for_xlsx(found):
            raise RefusalError(problem)
        here = self.request.build_absolute_uri(address(question.canonical))
        what = (gettext("Question"), [*about(found), (gettext("Address"), here)])
        table = rows(found.everybody())
        return xlsx_file(
            "answers", write_xlsx(table, COLUMNS, title=gettext("Answers"), about=what)
        )


class QuestionDate(Page):
    """How a date is understood, while it is typed."""

    known = ("date", "calendar")

    def get(  # type: ignore[override]  # no page, so no template
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """``understood``, or ``fault``."""
        calendar = word(self.asked, "calendar", CALENDARS, "gregorian")
        text = self.asked.get("date", "")
        try:
            written = as_edtf(text)
            calendar = CALENDARS.get(written.calendar, calendar)
            said = understood(written.edtf, calendar, read_span(written.edtf, calendar))
        except DateError as error:
            return JsonResponse({"fault": in_words(error)} if text else {})
        if written.others:
            said = gettext("{understood}; read otherwise: {others}").format(
                understood=said, others=", ".join(written.others)
            )
        return JsonResponse({"understood": said})


class QuestionNames(Page):
    """What a name on its way may become, while it is typed."""

    known = ("text", "of")

    def get(  # type: ignore[override]  # no page, so no template
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """``names``: each with what is to be ``written``, its ``label``, and ``why`` it is found."""
        nouns = self.asked.get("of", "person").split(",")
        for noun in nouns:
            word({"of": noun}, "of", TABLES, "person")
        found = offers(self.asked.get("text", ""), *dict.fromkeys(nouns))
        names = [{"written": each, "label": row.label, "why": row.why} for row, each in found]
        return JsonResponse({"names": names})


def begin_with() -> list[tuple[str, str]]:
    """The example questions with their addresses; the queries of ``examples``."""
    return [(each.title, address(each.text)) for each in examples()]


def address(text: str, *, change: bool = False) -> str:
    """The page of a question; ``change``: with its clauses open, to be changed further."""
    asked = {"q": text} | ({"change": "open"} if change else {})
    query = f"?{urlencode(asked)}" if text else ""
    return f"{reverse('web:questions')}{query}"


def with_question(where: str, question: Question) -> str:
    """Another address with this question."""
    return f"{where}?{urlencode({'q': question.canonical})}"


def crumbs() -> list[Crumb]:
    """The way back from a question."""
    return [Crumb(gettext("Questions"), reverse("web:questions"))]


def _indented(text: str) -> str:
    """JSON that can be read; as it is, where it is none, or could not be sent back so.

    It would be too long then, or have half a character in it, which only an escape can write.
    """
    try:
        indented = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        indented.encode()
    except (ValueError, RecursionError):
        return text
    return indented if len(indented) <= MAX_LONG else text


def _short(text: str, most: int) -> str:
    """A text, or as many of its words as fit."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0]} …"
