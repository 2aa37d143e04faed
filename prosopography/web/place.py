"""The pages of places."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Place
from prosopography.queries.place import place_page
from prosopography.queries.script import label_of

from .cite import cited
from .lists import ListPage, same
from .page import RowPage


class PlaceList(ListPage):
    """The list of places, with its facets."""

    template_name = "place/list.html"
    noun, plural = "place", "places"
    title = gettext_lazy("Places")
    description = gettext_lazy("Every place of the record: towns, provinces, countries, buildings.")
    in_api = {"q": "search"} | same("part_of", "kind", "role", "certainty", "source")

    def number_of(self, total: int) -> str:
        """So many places."""
        return ngettext("%(n)s place", "%(n)s places", total) % {"n": total}


class PlaceDetail(RowPage):
    """A place, and who and what was there."""

    template_name = "place/detail.html"
    numbers = ("page",)
    model, plural = Place, "places"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The place's page."""
        row = self.row()
        page = place_page(row, number=self.number())
        description = _(
            "%(place)s: who was born, lived, died, was exiled or acted there, as the sources say."
        ) % {"place": label_of(row)}
        meta = self.row_meta(row, label_of(row), description, *page.branch.above)
        return super().get_context_data(
            meta=self.with_pages(meta, page.there.page),
            page=page,
            here=row,
            cite=cited(self.request, row),
            **kwargs,
        )
