"""Derivations at the desk: which text copies which, how far, and how surely."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from prosopography.models import Derivation, Source
from prosopography.queries.titles import by_words

from .base import RecordAdmin
from .search import tidy

_SEARCHED = ("label", "title", "authors", "slug")


@admin.register(Derivation)
class DerivationAdmin(RecordAdmin):
    """That one text copies another. What changes here changes the number of witnesses."""

    list_display = ("source", "derived_from", "extent", "certainty", "note")
    list_display_links = ("source", "derived_from")
    list_filter = ("extent", "certainty")
    ordering = ("source__label", "derived_from__label")
    autocomplete_fields = ("source", "derived_from")
    search_fields = ("note",)  # that there is a search; get_search_results says how
    search_help_text = "Words of either text's label, title or authors: Serge, Wikipedia."
    fieldsets: Any = [
        (None, {"fields": ["source", "derived_from", ("extent", "certainty"), "note"]})
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With both texts, in the same query."""
        return super().get_queryset(request).select_related("source", "derived_from")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By words of what is printed on one of the two texts."""
        if text := tidy(search_term):
            texts = by_words(Source.objects.all(), text, _SEARCHED)
            queryset = queryset.filter(source__in=texts) | queryset.filter(derived_from__in=texts)
        return queryset, False
