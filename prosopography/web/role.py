"""The pages of roles."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Role
from prosopography.queries.role import role_page, roles

from .lists import ListPage
from .page import RowPage


class RoleList(ListPage):
    """The vocabulary of roles."""

    template_name = "role/list.html"
    noun, plural = "role", "roles"
    description = "The roles in which persons stand to bodies, events and one another."

    def rows(self) -> QuerySet:
        """All of them."""
        return roles()


class RoleDetail(RowPage):
    """A role and every claim that uses it."""

    template_name = "role/detail.html"
    numbers = ("page",)
    model, plural = Role, "roles"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The role's page."""
        row = self.row()
        page = role_page(row, number=self.number())
        description = f"The role “{row.label}” in {page.claims.total} claims, in the order of time."
        meta = self.row_meta(row, row.label, description, *page.branch.above)
        return super().get_context_data(
            meta=self.with_pages(meta, page.claims), page=page, here=row, **kwargs
        )
