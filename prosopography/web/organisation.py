"""The pages of organisations."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Organisation
from prosopography.queries.organisation import organisation_page, organisations

from .lists import ListPage
from .page import RowPage


class OrganisationList(ListPage):
    """The list of organisations."""

    template_name = "organisation/list.html"
    noun, plural = "organisation", "organisations"
    description = "Every organisation of the record: parties, committees, armies, offices, groups."

    def rows(self) -> QuerySet:
        """All of them."""
        return organisations()


class OrganisationDetail(RowPage):
    """A body, its members and their times."""

    template_name = "organisation/detail.html"
    numbers = ("members", "mentions")
    model, plural = Organisation, "organisations"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The organisation's page."""
        row = self.row()
        page = organisation_page(
            row, members=self.number("members"), mentions=self.number("mentions")
        )
        description = (
            f"{row.label}: {page.members.total} claims of membership and office, with their times, "
            "and what else the sources say of it."
        )
        meta = self.row_meta(row, row.label, description, *page.branch.above)
        return super().get_context_data(
            meta=meta,
            page=page,
            here=row,
            members_pager=self.pager("members"),
            mentions_pager=self.pager("mentions"),
            **kwargs,
        )
