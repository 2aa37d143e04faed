"""Other authorities, their identifiers, and old addresses."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from prosopography.models import SUBJECTS, Authority, Identifier, Redirect
from prosopography.models.identifier import TARGETS

from .base import RecordAdmin


@admin.register(Authority)
class AuthorityAdmin(RecordAdmin):
    """A register that gives identifiers."""

    list_display = ("label", "url_template", "pattern", "slug")
    search_fields = ("label", "slug")
    prepopulated_fields = {"slug": ("label",)}
    fieldsets: Any = [(None, {"fields": ["label", "slug", "url_template", "pattern"]})]


class LinkedAdmin(RecordAdmin):
    """A row that names exactly one other."""

    columns: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the row that it names, in the same query."""
        return super().get_queryset(request).select_related(*self.columns)

    @admin.display(description="of")
    def target(self, row: Any) -> str:
        """What it belongs to."""
        return next(
            (
                f"{column}: {getattr(row, column)}"
                for column in self.columns
                if getattr(row, column)
            ),
            "",
        )


@admin.register(Identifier)
class IdentifierAdmin(LinkedAdmin):
    """What another authority calls a person, body, event or place."""

    columns = (*SUBJECTS, "authority")
    list_display = ("value", "authority", "target")
    list_filter = ("authority",)
    search_fields = ("value", *(f"{column}__label" for column in SUBJECTS))
    autocomplete_fields = columns
    fieldsets: Any = [
        (None, {"fields": ["authority", "value"]}),
        ("Of one of these", {"fields": [*SUBJECTS]}),
    ]


@admin.register(Redirect)
class RedirectAdmin(LinkedAdmin):
    """An address that was public once. A changed slug makes it by itself."""

    columns = TARGETS
    list_display = ("slug", "noun", "target")
    list_filter = ("noun",)
    search_fields = ("slug", *(f"{column}__label" for column in TARGETS))
    autocomplete_fields = TARGETS
    fieldsets: Any = [
        (None, {"fields": ["noun", "slug"]}),
        ("Leads to the one of its noun", {"fields": [*TARGETS]}),
    ]
