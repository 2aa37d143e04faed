"""The pages of sources."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from prosopography.models import Source
from prosopography.queries.source import source_page, sources
from prosopography.queries.stemma import whole_stemma

from .lists import ListPage
from .page import Crumb, Page, RowPage, api_address


class SourceList(ListPage):
    """The list of sources."""

    template_name = "source/list.html"
    noun, plural = "source", "sources"
    description = "Every source of the record: the documents read, and the works that they report."

    def rows(self) -> QuerySet:
        """All of them."""
        return sources()


class SourceStemma(Page):
    """How the sources derive from one another, drawn and as a table."""

    template_name = "source/stemma.html"
    plural = "sources"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The drawing."""
        meta = self.meta(
            "Stemma of the sources",
            "Which source of the record copies or quotes which, how far and how surely.",
            Crumb("Sources", reverse("web:source-list")),
            json=api_address("sources"),
        )
        return super().get_context_data(meta=meta, page=whole_stemma(), **kwargs)


class SourceDetail(RowPage):
    """A source and every claim taken from it, in document order."""

    template_name = "source/detail.html"
    numbers = ("page", "reported")
    model, plural = Source, "sources"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The source's page."""
        row = self.row()
        page = source_page(row, number=self.number(), reported=self.number("reported"))
        description = (
            f"{row.label}: {page.claims.total} citations in document order, what it copies and "
            "whose words it reports."
        )
        meta = self.row_meta(row, row.label, description)
        return super().get_context_data(
            meta=self.with_pages(meta, page.claims),
            page=page,
            here=row,
            reported_pager=self.pager("reported"),
            **kwargs,
        )
