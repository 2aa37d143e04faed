"""Events at the desk."""

from django.contrib import admin

from prosopography.models import Event

from .tree import TreeAdmin


@admin.register(Event)
class EventAdmin(TreeAdmin):
    """Something in which persons take part."""
