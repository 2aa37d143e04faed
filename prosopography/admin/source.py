"""Sources at the desk, with what they copy and the places in them that hold no claim."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from prosopography.models import Citation, Source
from prosopography.queries.titles import by_words

from .base import RecordAdmin
from .counting import number_of
from .inlines import DerivationInline, PassageInline
from .search import tidy

_LABELS = {"date_text": "Date as printed", "edtf": "EDTF", "url": "Web address"}


class ReadFilter(admin.SimpleListFilter):
    """By whether the source was read, or only reported by one that was."""

    title = "how it is known"
    parameter_name = "known"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Read, reported, neither."""
        return [("read", "read"), ("reported", "only reported"), ("uncited", "cited nowhere")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """The sources that were read, or not."""
        if self.value() == "read":
            return queryset.exclude(citations=None)
        if self.value() == "reported":
            return queryset.filter(citations=None).exclude(attributed_citations=None).distinct()
        if self.value() == "uncited":
            return queryset.filter(citations=None, attributed_citations=None)
        return queryset


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Anything that can be cited."""

    list_display = ("label", "kind", "authors", "date_text", "file", "number", "status")
    list_filter = ("status", "kind", ReadFilter)
    search_fields = ("label",)  # that there is a search; get_search_results says how
    search_help_text = "Words of the label, title, authors or file: Serge memoirs, 001."
    prepopulated_fields = {"slug": ("label",)}
    autocomplete_fields = ("author",)
    inlines = [DerivationInline, PassageInline]
    fieldsets: Any = [
        (None, {"fields": ["label", "slug", "kind", "title", "authors", "author", "language"]}),
        (
            "Publication",
            {"fields": [("date_text", "edtf"), "publisher", "licence", "url", "note"]},
        ),
        ("The document read", {"classes": ["collapse"], "fields": ["file", "checksum"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the author, in the same query, and the number of citations."""
        rows = super().get_queryset(request).select_related("author")
        return rows.annotate(citation_count=number_of(Citation, "source"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By words of what is printed on it."""
        if text := tidy(search_term):
            columns = ("label", "title", "authors", "slug", "file")
            queryset = queryset.filter(pk__in=by_words(queryset, text, columns))
        return queryset, False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the way to the claims taken from it."""
        context = {"claims_about": f"source-{object_id}"}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """An address without a scheme is taken as https."""
        if db_field.name == "url":
            kwargs["assume_scheme"] = "https"
        if db_field.name in _LABELS:
            kwargs["label"] = _LABELS[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="citations", ordering="citation_count")
    def number(self, row: Any) -> int:
        """How often it is cited."""
        return int(row.citation_count)
