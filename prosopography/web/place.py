"""The pages of places."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Place
from prosopography.queries.place import place_page, places

from .lists import ListPage
from .page import RowPage


class PlaceList(ListPage):
    """The list of places."""

    template_name = "place/list.html"
    noun, plural = "place", "places"
    description = "Every place of the record: towns, provinces, countries, buildings."

    def rows(self) -> QuerySet:
        """All of them."""
        return places()


class PlaceDetail(RowPage):
    """A place, and who and what was there."""

    template_name = "place/detail.html"
    numbers = ("page",)
    model, plural = Place, "places"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The place's page."""
        row = self.row()
        page = place_page(row, number=self.number())
        description = f"{row.label}: who and what was there, in {page.claims.total} claims."
        meta = self.row_meta(row, row.label, description, *page.branch.above)
        return super().get_context_data(
            meta=self.with_pages(meta, page.claims), page=page, here=row, **kwargs
        )
