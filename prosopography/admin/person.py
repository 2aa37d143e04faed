"""Persons at the desk."""

from django.contrib import admin

from prosopography.models import Person

from .entity import EntityAdmin


@admin.register(Person)
class PersonAdmin(EntityAdmin):
    """A human being; what sources say of them is entered as claims."""
