"""The editors' desk: every noun in Django's admin, saved by editing/ and by nothing else."""

from django.contrib import admin

from . import (
    assertion,
    citation,
    conflict,
    derivation,
    event,
    identifier,
    organisation,
    person,
    place,
    role,
    source,
    user,
)

admin.site.site_header = "The editors' desk"
admin.site.site_title = "Editors' desk"
admin.site.index_title = "The record"

__all__ = [
    "assertion",
    "citation",
    "conflict",
    "derivation",
    "event",
    "identifier",
    "organisation",
    "person",
    "place",
    "role",
    "source",
    "user",
]
