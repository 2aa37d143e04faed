"""Names: every form that a source gives, of whom or what."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from prosopography.models import Assertion
from prosopography.queries.address import Former, former_assertion

from .assertion import AssertionFilters, AssertionTail, attest
from .fields import Address, PageAddress, Reference, Sparse
from .resource import Resource


class NameHead(Sparse):
    """The name, and of what it is the name: one of the four is filled."""

    identifier = serializers.CharField(help_text="Permanent: that of the assertion.")
    url = Address("name", "identifier")
    assertion = Address("assertion", "identifier", help_text="The same as an assertion.")
    page = PageAddress("assertion", "identifier")
    value = serializers.CharField(help_text="The name, in the script of its source.")
    role = Reference("role", allow_null=True, help_text="Its use: party name, Russian form …")
    person = Reference("person", allow_null=True)
    organisation = Reference("organisation", allow_null=True)
    event = Reference("event", allow_null=True)
    place = Reference("place", allow_null=True)


class NameSerializer(NameHead, AssertionTail):
    """One form of a name, as a source gives it."""


class NameFilters(AssertionFilters):
    """As for assertions, but for what a name never has."""

    orderings = {
        "value": ("value",),
        "identifier": ("identifier",),
        "date": ("earliest_start", "latest_end"),
        "person": ("person__sort_label", "person__slug"),
        "witnesses": ("witnesses",),
    }

    kind = None  # type: ignore[assignment]
    related_person = None  # type: ignore[assignment]


class NameResource(Resource):
    """Names: assertions of the kind name, each a form that a source gives."""

    noun = "name"
    lookup_field = "identifier"
    serializer_class = NameSerializer
    filterset_class = NameFilters

    def get_queryset(self) -> QuerySet:
        """The public name claims with all that they name, and their citations; three queries."""
        names = Assertion.objects.public().filter(kind="name")
        return names.with_subjects().with_citations(public=True)

    def prepare(self, rows: list[Any]) -> None:
        """With the testimony; two queries."""
        attest(rows)

    def former(self, key: str) -> Former:
        """Whether it was public once."""
        return former_assertion(key, kind="name")
