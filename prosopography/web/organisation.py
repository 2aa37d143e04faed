"""The pages of organisations."""

from typing import Any

from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Organisation
from prosopography.queries.axis import Day, Order
from prosopography.queries.organisation import (
    organisation_day,
    organisation_page,
)
from prosopography.queries.script import label_of
from prosopography.queries.years import years_of

from .axis import AxisPage, DayFragment, read_day
from .cite import cited
from .lists import ListPage, same


class OrganisationList(ListPage):
    """The list of organisations, with its facets."""

    template_name = "organisation/list.html"
    noun, plural = "organisation", "organisations"
    title = gettext_lazy("Organisations")
    description = gettext_lazy(
        "Every organisation of the record: parties, committees, armies, offices, groups."
    )
    in_api = {"q": "search"} | same("part_of", "role", "certainty", "source")

    def number_of(self, total: int) -> str:
        """So many organisations."""
        return ngettext("%(n)s organisation", "%(n)s organisations", total) % {"n": total}


class OrganisationDetail(AxisPage):
    """A body: what it was, who was in it when, its offices, and what it shares members with."""

    template_name = "organisation/detail.html"
    numbers = ("members", "mentions", "rows")
    orders = (Order.ROLE, Order.BEGINNING)
    model, plural = Organisation, "organisations"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The organisation's page."""
        row = self.row()
        page = organisation_page(
            row,
            members=self.number("members"),
            mentions=self.number("mentions"),
            rows=self.number("rows"),
            order=self.order(),
            on=read_day(self.asked),
            asked="by" in self.asked or "rows" in self.request.GET,
        )
        description = ngettext(
            "%(label)s: %(total)s claim of membership and office, with its time, and what else the "
            "sources say of it.",
            "%(label)s: %(total)s claims of membership and office, with their times, and what else "
            "the sources say of it.",
            page.members.total,
        ) % {"label": label_of(row), "total": page.members.total}
        meta = self.row_meta(row, label_of(row), description, *page.branch.above)
        shown = (claim.identifier for group in page.members.rows for claim in group.claims)
        return super().get_context_data(
            meta=meta,
            page=page,
            here=row,
            cite=cited(self.request, row),
            axis=self.axis_view(page.axis, page.day, shown),
            attested=years_of(page.attested),
            members_pager=self.pager("members"),
            mentions_pager=self.pager("mentions"),
            **kwargs,
        )


class OrganisationDay(DayFragment):
    """Who was in a body on a day."""

    model, plural = Organisation, "organisations"

    def on(self, row: Any, number: int) -> Day:
        """The members of that day."""
        return organisation_day(row, number)
