"""Roles: the vocabulary in which claims are made."""

from typing import Any

from django.db.models import Q, QuerySet
from rest_framework import serializers

from prosopography.models import Joins, Role
from prosopography.queries.loading import claim_counts

from .claim_filters import CitationFilters, ClaimReferences, NamedFilters
from .entity import CountsSerializer
from .fields import Address, MatchSerializer, PageAddress, Reference, Sparse
from .filters import SearchedFilters
from .parameters import Below, Choice, Flag, Level, Search, Text
from .resource import Resource


class RoleSerializer(Sparse):
    """A term of the vocabulary: chairman, signatory, spouse of, arrested, journalist."""

    slug = serializers.SlugField(help_text="Permanent; if it ever changes, the old one redirects.")
    label = serializers.CharField(help_text="As it stands in a sentence.")  # type: ignore[assignment]
    url = Address("role")
    page = PageAddress("role")
    joins = serializers.ChoiceField(Joins.choices, help_text="Which kind of claim uses it.")
    lasting = serializers.BooleanField(
        help_text="A state that lasts, so that a single date only attests it."
    )
    converse_label = serializers.CharField(
        help_text="Of a role towards a person: the same from the other side."
    )
    broader = Reference("role", allow_null=True, help_text="The wider term.")
    narrower = serializers.ListField(
        child=Reference("role"), source="narrower.all", help_text="The narrower terms."
    )
    note = serializers.CharField(help_text="When to use it, and when another.")
    counts = CountsSerializer(source="*")
    match = MatchSerializer(
        required=False, help_text="Only in a search: which of its labels was found, and how."
    )


class RoleFilters(NamedFilters, ClaimReferences, CitationFilters, SearchedFilters):
    """The vocabulary, and the claims that use it."""

    column = noun = "role"
    orderings = {"joins": ("joins", "label"), "label": ("label",), "slug": ("slug",)}

    search = Search("Words of its labels.")
    role = None  # type: ignore[assignment]
    joins = Choice("What it joins a person to.", "joins", Joins.values, Level.ROW)
    lasting = Flag("Whether it lasts.", Level.ROW, Q(lasting=True))
    broader = Below("What is narrower than this.", "broader", Role, Level.ROW, tree=True)
    text = Text("Words in its label.", ["label", "converse_label"], Level.ROW)


class RoleResource(Resource):
    """Roles: the controlled vocabulary of offices, relationships, life events …"""

    noun = "role"
    serializer_class = RoleSerializer
    filterset_class = RoleFilters

    def get_queryset(self) -> QuerySet:
        """All roles with their neighbours; two queries."""
        return Role.objects.select_related("broader").prefetch_related("narrower")

    def prepare(self, rows: list[Any]) -> None:
        """With the counts; one query."""
        counts = claim_counts("role", rows)
        for row in rows:
            row.claim_count = counts[row.pk]
