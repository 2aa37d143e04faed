"""Linked data: the file of a row, and the vocabulary in which it is written."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from prosopography.interchange.linked import (
    FORMATS,
    PLURALS,
    TERMS,
    Addresses,
    graph_of,
    vocabulary,
)
from prosopography.queries.address import TABLES
from prosopography.queries.linked import linked_page

from .alternates import NotAcceptableError
from .claim_page import public_claim
from .negotiation import HTML, preferred
from .page import Page, RowPage, api_address

_NOUNS = {plural: noun for noun, plural in PLURALS.items()}


class LinkedFile(RowPage):
    """What the record says of a row, in a format of linked data; as ``.json``, the API says it."""

    numbers = ("page",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file, or a page of it where there are many claims."""
        self.plural, end = self.kwargs["plural"], self.kwargs["format"]
        noun = _NOUNS[self.plural]
        row = public_claim(self.kwargs["slug"]) if noun == "assertion" else self._row(noun)
        if end == "json":
            return redirect(api_address(self.plural, self.kwargs["slug"]), permanent=True)
        form, addresses = FORMATS[end], Addresses(request.build_absolute_uri(get_script_prefix()))
        graph = graph_of(linked_page(noun, row, self.number()), addresses, end)
        return _file(end, form.write(graph, addresses))

    def _row(self, noun: str) -> Any:
        self.model = TABLES[noun]
        return self.row()


class Vocabulary(Page):
    """The words of the linked data, each with what it means."""

    template_name = "linked/vocabulary.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page, or the file that the reader prefers."""
        ends = {each.media_type: end for end, each in FORMATS.items()}
        form = preferred(request, (HTML, *ends))
        if form is None:
            raise NotAcceptableError
        if form != HTML:
            address = reverse("web:vocabulary-file", args=[ends[form]])
            return HttpResponse(status=303, headers={"Location": address})
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words, classes first."""
        meta = self.meta(
            _("Vocabulary of the linked data"),
            _("The words in which the record says itself to programs, as Turtle and JSON-LD."),
        )
        groups = [
            {"title": title, "terms": [term for term in TERMS if term.is_class is is_class]}
            for title, is_class in ((_("Classes"), True), (_("Properties"), False))
        ]
        files = [
            {"label": form.label, "address": reverse("web:vocabulary-file", args=[end])}
            for end, form in FORMATS.items()
        ]
        return super().get_context_data(meta=meta, groups=groups, files=files, **kwargs)


class VocabularyFile(Page):
    """The same for programs."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        end = self.kwargs["format"]
        addresses = Addresses(request.build_absolute_uri(get_script_prefix()))
        return _file(end, FORMATS[end].write(vocabulary(addresses, TERMS), addresses))


def _file(end: str, text: str) -> HttpResponse:
    """A file that the scripts of every site may read."""
    response = HttpResponse(text, content_type=f"{FORMATS[end].media_type}; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    return response
