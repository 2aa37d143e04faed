"""The succession of an office: its holders in order, with gaps and overlaps."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from prosopography.queries import succession
from prosopography.queries.language import later as _
from prosopography.queries.slices import cut

from .chosen import OFFICE, named, offered, office
from .page import Page, api_address

#: How many holders stand on one page.
PAGE_OF_HOLDERS = 200
_DESCRIPTION = _(
    "The holders of an office in the order of time, with what lies between them: gaps and "
    "overlaps, certain or possible, each with the claims that say so."
)


class Succession(Page):
    """Who held an office one after another."""

    template_name = "succession/detail.html"
    known = OFFICE
    numbers = ("page",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The order; or what is lacking for it."""
        asked = office(self.asked)
        context: dict[str, Any] = {
            "meta": self.meta(gettext("Succession"), _DESCRIPTION),
            "office": asked,
            "named": named(asked),
            "offered": offered(asked),
            "address": reverse("web:succession"),
        }
        if asked.organisation is None or asked.role is None:
            context["offices"] = succession.offices(asked)
            return super().get_context_data(**context, **kwargs)
        found = succession.succession(asked)
        page = cut(found.places, self.number(), PAGE_OF_HOLDERS)
        title = gettext("Succession: {asked}").format(asked=named(asked))
        total = len(found.places)
        description = ngettext(
            "{title}. {number} tenure in the order of time.",
            "{title}. {number} tenures in the order of time.",
            total,
        ).format(title=title, number=total)
        query = urlencode({name: self.asked[name] for name in OFFICE if name in self.asked})
        meta = self.meta(title, description, json=f"{api_address('succession')}?{query}")
        context |= {
            "meta": self.with_pages(meta, page),
            "succession": found,
            "page": page,
            "holders": succession.tell(page.rows),
            "as_of": f"{reverse('web:as-of')}?{query}",
        }
        return super().get_context_data(**context, **kwargs)
