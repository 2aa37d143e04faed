"""Organisations, events and places form trees."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from .entity import EntityAdmin


class TreeAdmin(EntityAdmin):
    """An identity that can be part of another of its kind."""

    list_display: Any = ("label", "part_of", "claims", "status", "slug")
    list_select_related = ("part_of",)
    autocomplete_fields = ("part_of",)
    fieldsets: Any = [(None, {"fields": ["label", "sort_label", "slug", "part_of", "note"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With what each is part of, in the same query."""
        return super().get_queryset(request).select_related("part_of")
