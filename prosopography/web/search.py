"""The page of the search by name."""

from typing import Any

from prosopography.queries.finding import find

from .page import Page


class Search(Page):
    """What a name finds, under any spelling."""

    template_name = "search.html"
    known = ("q",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The hits, sort by sort, or an invitation to search."""
        text = self.asked.get("q", "")
        title = f"Search: {text}" if text else "Search"
        description = "Persons, organisations, events and places under any spelling of their names."
        return super().get_context_data(
            meta=self.meta(title, description),
            text=text,
            found=find(text) if text else [],
            **kwargs,
        )
