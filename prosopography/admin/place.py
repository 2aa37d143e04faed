"""Places at the desk."""

from typing import Any

from django.contrib import admin

from prosopography.models import Place

from .tree import TreeAdmin


@admin.register(Place)
class PlaceAdmin(TreeAdmin):
    """Somewhere, with its position on the earth."""

    fieldsets: Any = [
        (None, {"fields": ["label", "sort_label", "slug", "part_of", "note"]}),
        ("Position", {"fields": [("latitude", "longitude")]}),
    ]
