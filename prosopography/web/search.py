"""The page of the search by name, and what is offered while a name is typed."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.queries.finding import Found, find, offer, only_namesake

from .page import Page

#: Of each sort: what one is, the heading of those that are found, and the link to all of them.
SORTS: dict[str, dict[str, Any]] = {
    "person": {
        "one": gettext_lazy("person"),
        "title": gettext_lazy("Persons"),
        "all": gettext_lazy("All persons found"),
    },
    "organisation": {
        "one": gettext_lazy("organisation"),
        "title": gettext_lazy("Organisations"),
        "all": gettext_lazy("All organisations found"),
    },
    "event": {
        "one": gettext_lazy("event"),
        "title": gettext_lazy("Events"),
        "all": gettext_lazy("All events found"),
    },
    "place": {
        "one": gettext_lazy("place"),
        "title": gettext_lazy("Places"),
        "all": gettext_lazy("All places found"),
    },
    "source": {
        "one": gettext_lazy("source"),
        "title": gettext_lazy("Sources"),
        "all": gettext_lazy("All sources found"),
    },
    "role": {
        "one": gettext_lazy("role"),
        "title": gettext_lazy("Roles"),
        "all": gettext_lazy("All roles found"),
    },
}
#: In which ways a name answers, in few words (``names.Match.how``).
WAYS = {
    "exact": gettext_lazy("this spelling"),
    "spelling": gettext_lazy("another spelling"),
    "initials": gettext_lazy("by its initials"),
    "sound": gettext_lazy("by its sound"),
    "prefix": gettext_lazy("begins so"),
    "similar": gettext_lazy("by likeness"),
}


class Search(Page):
    """What a name finds, under any spelling."""

    template_name = "search.html"
    known = ("q",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The hits, sort by sort, or an invitation to search."""
        text = self.asked.get("q", "")
        title = _("Search: %(text)s") % {"text": text} if text else _("Search")
        description = _(
            "Persons, organisations, events and places under any spelling of their names, sources and "
            "roles by their words."
        )
        found = find(text) if text else []
        return super().get_context_data(
            meta=self.meta(title, description),
            text=text,
            namesake=only_namesake(text, found),
            found=[_shown(each) for each in found],
            elsewhere=_elsewhere(text) if text and not found else [],
            **kwargs,
        )


class SearchHits(Page):
    """What is offered while a name is typed: a piece of a page, the best few of all sorts."""

    template_name = "search_hits.html"
    known = ("q",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The hits, and how many there are, in a sentence for those who do not see them."""
        text = self.asked.get("q", "")
        offered = offer(text) if text else None
        rows = offered.rows if offered else []
        more = bool(offered and offered.more)
        return super().get_context_data(
            text=text,
            hits=[
                {
                    "sort": SORTS[noun]["one"],
                    "shown": each,
                    "way": WAYS[each.match.how] if each.match else "",
                }
                for noun, each in rows
            ],
            said=_said(len(rows), more) if text else "",
            **kwargs,
        )

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """The piece of a page; no page of its own, and so in no index of one."""
        response = super().render_to_response(context, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


def _elsewhere(text: str) -> list[tuple[str, str]]:
    """Where else the words may stand that are no name: what a link says, and its address."""
    question = json.dumps({"assertion": {"text": text}}, ensure_ascii=False)
    return [
        (
            _("Claims with these words in their text"),
            f"{reverse('web:assertion-list')}?{urlencode({'q': text})}",
        ),
        (
            _("As a question: persons of whom a claim says these words"),
            f"{reverse('web:questions')}?{urlencode({'q': question})}",
        ),
    ]


def _shown(found: Found) -> dict[str, Any]:
    return {
        "noun": found.noun,
        "rows": found.rows,
        "total": found.total,
        **SORTS[found.noun],
    }


def _said(number: int, more: bool) -> str:
    """How many hits are offered, and how to come to them, or that there are none."""
    if not number:
        return _("Nothing is found.")
    if more:
        return ngettext(
            "The best %(number)s is shown; choose with the arrow keys, or press Enter for all.",
            "The best %(number)s are shown; choose with the arrow keys, or press Enter for all.",
            number,
        ) % {"number": number}
    return ngettext(
        "%(number)s is found; choose with the arrow keys.",
        "%(number)s are found; choose with the arrow keys.",
        number,
    ) % {"number": number}
