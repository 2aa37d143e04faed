"""Changing a question, one clause at a time: a form that is sent, or a button that is pressed.

Nothing is kept here: what comes out is another address. See ``question_json`` for what the buttons do.
"""

import json
from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from prosopography.queries.language import later as _
from prosopography.queries.questions import QuestionError, read, read_text, sentence

from . import question_json
from .clause import Reading, read_clause, typed_of
from .clause_fields import PARAMETERS, SORTS
from .clause_form import Form, form, place_faults
from .errors import RefusalError
from .page import Page
from .question import address, crumbs
from .question_json import GROUPS, Data, node_at

#: The buttons that change the question at once, without a form.
_CHANGES: dict[str, Callable[[Data, str], Data]] = {
    "remove": question_json.remove,
    "negate": question_json.negate,
    "turn": question_json.turn,
    "certain": lambda data, _: question_json.only_certain(data, True),
    "possible": lambda data, _: question_json.only_certain(data, False),
}
_DESCRIPTION = _(
    "A clause of a question across people: what is asked of one claim, or between people."
)


class QuestionEdit(Page):
    """Takes a button or a form, and leads to the question as it is then.

    ``do`` is the button: ``remove:all[1]``, ``edit:all[0]``, ``add:all[1]:any:linked_to``, ``put``.
    """

    template_name = "question/edit.html"
    known = ("q", "do", "at", "joint", "sort", *PARAMETERS)
    long = ("q", *PARAMETERS)
    plural = "questions"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """302 to the question as it is then, or the form of a clause. Raises RefusalError."""
        text = self.asked.get("q", "")
        try:
            self.data: Data = json.loads(read_text(text).canonical) if text else {}
        except QuestionError:
            return _to(text)
        button, *words = self.asked.get("do", "add").split(":")
        place = words[0] if words else self.asked.get("at", "")
        try:
            if button in _CHANGES:
                return self.leave(_CHANGES[button](self.data, place))
            if button == "put":
                return self.put(place)
            if button == "edit":
                return self.edit(place)
            if button == "add":
                joint, sort, *_ = [*words[1:], "", ""]
                return self.add(place, joint or "all", sort or "assertion")
        except LookupError as error:
            raise RefusalError(
                gettext("The question has no clause at “{place}”.").format(place=place)
            ) from error
        except QuestionError as error:
            raise RefusalError(
                gettext("That cannot be asked: {faults}.").format(faults=error.faults[0])
            ) from error
        raise RefusalError(gettext("There is no button “{button}”.").format(button=button))

    def leave(self, data: Data) -> HttpResponse:
        """To the page of a question; to the beginning where nothing is left of it."""
        if not node_at(data, ""):
            return _to("")
        # Whoever changes a question goes on changing it; whoever has asked the first clause reads.
        return _to(read(data).canonical, change="q" in self.asked)

    def edit(self, place: str) -> HttpResponse:
        """The form of a clause that is there."""
        node = node_at(self.data, place)
        if not node:
            raise LookupError(place)
        (sort,) = node
        _check("sort", sort, SORTS)
        return self.show(form(sort, Reading(typed=typed_of(node))), place)

    def add(self, place: str, joint: str, sort: str) -> HttpResponse:
        """The empty form of a clause that comes beside what stands at a place."""
        _check("sort", sort, SORTS)
        _check("joint", joint, GROUPS)
        node_at(self.data, place)
        return self.show(form(sort), place, joint)

    def put(self, place: str) -> HttpResponse:
        """The question with what the form says; or the form again, with what is wrong.

        Without ``joint`` it takes the place of the clause that is there.
        """
        sort, joint = self.asked.get("sort", "assertion"), self.asked.get("joint", "")
        _check("sort", sort, SORTS)
        _check("joint", joint, ("", *GROUPS))
        before = node_at(self.data, place)
        reading = read_clause(sort, self.asked, None if joint else before)
        if joint:
            changed = question_json.add(self.data, place, reading.node, joint)
        else:
            changed = question_json.put(self.data, place, reading.node)
        faults: list[str] = []
        try:
            leaving = self.leave(changed)
            if not reading.errors:
                return leaving
        except QuestionError as error:
            faults = place_faults(error.faults, sort, reading)
        return self.show(form(sort, reading, faults), place, joint, status=400)

    def show(self, clause: Form, place: str, joint: str = "", *, status: int = 200) -> HttpResponse:
        """The form of a clause."""
        meta = self.meta(gettext("A clause of a question"), _DESCRIPTION, *crumbs())
        meta.canonical = self.request.build_absolute_uri(self.request.path)
        context = self.get_context_data(
            meta=meta,
            text=self.asked.get("q", ""),
            sentence=_said(self.data),
            beside=_said(node_at(self.data, place)) if joint and place else "",
            back=address(self.asked["q"]) if "q" in self.asked else address(""),
            form=clause,
            place=place,
            joint=joint,
            sorts=[(sort, title) for sort, (title, _) in SORTS.items()] if joint else [],
        )
        return self.render_to_response(context, status=status)


def _to(text: str, *, change: bool = False) -> HttpResponse:
    """302 to the page of a question; not Django's own, which refuses addresses as long as some are."""
    return HttpResponse(status=302, headers={"Location": address(text, change=change)})


def _said(data: Data) -> str:
    """A question, or a part of it, as a sentence; empty where there is none."""
    return sentence(read(data)) if data else ""


def _check(name: str, given: str, known: Collection[str]) -> None:
    """That a word is one of those known. Raises RefusalError."""
    if given not in known:
        raise RefusalError(
            gettext("“{name}” is one of {words}, not “{given}”.").format(
                name=name, words=", ".join(filter(None, known)), given=given
            )
        )
