"""Roles at the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from prosopography.models import Assertion, Joins, Role
from prosopography.queries.titles import by_words

from .base import RecordAdmin
from .counting import number_of
from .search import tidy


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    """A term of the vocabulary; every role has a public address from its first day."""

    list_display = ("label", "joins", "lasting", "broader", "converse_label", "claims", "slug")
    list_filter = ("joins", "lasting")
    list_select_related = ("broader",)
    search_fields = ("label",)  # that there is a search; get_search_results says how
    search_help_text = "Words of the label or the slug: vice-chairman, delegate."
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"slug": ("label",)}
    fieldsets: Any = [
        (
            None,
            {"fields": ["label", "slug", "joins", "lasting", "broader", "converse_label", "note"]},
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the broader role and the number of claims."""
        rows = super().get_queryset(request).select_related("broader")
        return rows.annotate(claim_count=number_of(Assertion, "role"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By words of label and slug; for the field of a claim, those that suit its kind."""
        joins = request.GET.get("joins", "")
        if joins and "field_name" in request.GET:
            queryset = queryset.filter(joins=joins) if joins in Joins.values else queryset.none()
        if text := tidy(search_term):
            queryset = queryset.filter(pk__in=by_words(queryset, text, ("label", "slug")))
        return queryset, False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the way to the claims made with the role."""
        context = {"claims_about": f"role-{object_id}"}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    @admin.display(description="claims", ordering="claim_count")
    def claims(self, row: Any) -> int:
        """How many claims are made with it."""
        return int(row.claim_count)
