"""Organisations at the desk."""

from django.contrib import admin

from prosopography.models import Organisation

from .tree import TreeAdmin


@admin.register(Organisation)
class OrganisationAdmin(TreeAdmin):
    """A body, and what it is part of."""
