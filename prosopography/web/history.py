"""The pages of public history: what changed of a row and its claims, when and why."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from prosopography.queries.changes import history_page

from .cite import address_key, title_of
from .claim_page import ClaimPage
from .nouns import LISTS
from .page import Crumb, Page, RowPage


class _History(Page):
    """The public history of one row."""

    template_name = "history/detail.html"
    known = ("page",)

    def told(self, row: Any, *above: Crumb) -> dict[str, Any]:
        """What the template needs. Raises PageNumberError."""
        noun, name = row._meta.model_name, title_of(row)
        page = history_page(noun, row, self.number())
        meta = self.meta(
            _("History of %(name)s") % {"name": name},
            _(
                "What the record says of %(name)s: what changed, when and why, as far as it was public."
            )
            % {"name": name},
            *above,
            Crumb(name, reverse(f"web:{noun}", args=[address_key(row)])),
        )
        return {
            "meta": self.with_pages(meta, page.changes),
            "page": page,
            "here": row,
            "noun": noun,
            "name": name,
            "address": reverse(f"web:{noun}", args=[address_key(row)]),
        }


class RowHistory(_History, RowPage):
    """The history of a person, body, event, place, role or source, and of the claims about it."""

    model: Any = None  # said where the address is

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The history."""
        row = self.row()
        listed = Crumb(str(LISTS[self.plural]), reverse(f"web:{row._meta.model_name}-list"))
        return super().get_context_data(**self.told(row, listed), **kwargs)


class AssertionHistory(_History, ClaimPage):
    """The history of a claim and of its citations."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The history."""
        return super().get_context_data(**self.told(self.claim()), **kwargs)
