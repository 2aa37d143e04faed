"""What the six lists have in common."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from prosopography.queries.listing import listed
from prosopography.queries.slices import Slice

from .page import Page, api_address


class ListPage(Page):
    """A list of rows in their order, a page at a time, narrowed by a name."""

    known: tuple[str, ...] = ("q",)
    numbers = ("page",)
    noun: str
    description: str

    def rows(self) -> QuerySet:
        """The rows of the whole list."""
        raise NotImplementedError

    def more(self) -> dict[str, Any]:
        """What the template needs beyond the rows."""
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page of the list that is asked for."""
        more = self.more()
        page: Slice = listed(
            self.rows(), self.noun, text=self.asked.get("q", ""), number=self.number()
        )
        title = self.plural.capitalize()
        meta = self.meta(title, self.description, json=api_address(self.plural))
        return super().get_context_data(
            meta=self.with_pages(meta, page),
            page=page,
            noun=self.noun,
            address=reverse(f"web:{self.noun}-list"),
            text=self.asked.get("q", ""),
            **more,
            **kwargs,
        )
