"""The pages of roles."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Joins, Role
from prosopography.queries.axis import Day, Order
from prosopography.queries.role import role_day, role_page
from prosopography.queries.script import label_of
from prosopography.queries.years import years_of

from .axis import AxisPage, DayFragment, read_day
from .cite import cited
from .errors import RefusalError
from .lists import ListPage, same


class RoleList(ListPage):
    """The list of roles, with its facets."""

    template_name = "role/list.html"
    noun, plural = "role", "roles"
    title = gettext_lazy("Roles")
    description = gettext_lazy(
        "The roles in which persons stand to bodies, events and one another."
    )
    views = ("table",)
    how = ()
    in_api = same("joins", "broader")

    def number_of(self, total: int) -> str:
        """So many roles."""
        return ngettext("%(n)s role", "%(n)s roles", total) % {"n": total}


class RoleDetail(AxisPage):
    """A role, who held it when and where, and every claim that uses it."""

    template_name = "role/detail.html"
    numbers = ("page", "rows")
    orders = (Order.BEGINNING, Order.ORGANISATION)
    model, plural = Role, "roles"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The role's page."""
        row = self.row()
        if "day" in self.asked:
            _must_be_held(row)
        page = role_page(
            row,
            number=self.number(),
            rows=self.number("rows"),
            order=self.order(),
            on=read_day(self.asked),
        )
        description = ngettext(
            "The role “%(label)s” in %(total)s claim.",
            "The role “%(label)s” in %(total)s claims, in the order of time.",
            page.claims.total,
        ) % {"label": label_of(row), "total": page.claims.total}
        meta = self.row_meta(row, label_of(row), description, *page.branch.above)
        return super().get_context_data(
            meta=self.with_pages(meta, page.claims),
            page=page,
            here=row,
            cite=cited(self.request, row),
            axis=self.axis_view(
                page.axis, page.day, (each.identifier for each in page.claims.rows)
            ),
            spoken=years_of(page.spoken),
            bodies=[(each, years_of(each.spoken)) for each in page.bodies],
            **kwargs,
        )


class RoleDay(DayFragment):
    """Who held a role on a day."""

    model, plural = Role, "roles"

    def on(self, row: Any, number: int) -> Day:
        """The holders of that day. Raises RefusalError for a role that nobody holds in a body."""
        _must_be_held(row)
        return role_day(row, number)


def _must_be_held(role: Role) -> None:
    """Raises RefusalError where a day is asked of a role that is not held in a body."""
    if role.joins != Joins.ORGANISATION:
        raise RefusalError(
            _("“%(label)s” is no role in a body: nobody holds it on a day.")
            % {"label": label_of(role)}
        )
