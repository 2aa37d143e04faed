"""What persons, organisations, events and places have in common."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet
from rest_framework import serializers

from prosopography.models import Identifier
from prosopography.queries.address import visible
from prosopography.queries.loading import claim_counts, claims_naming, with_names

from .assertion import AssertionSerializer, attest
from .claim_filters import CitationFilters, ClaimFilters, NamedFilters
from .fields import MatchSerializer, Sparse
from .filters import SearchedFilters
from .resource import Resource


class IdentifierSerializer(serializers.Serializer):
    """What another authority calls the same."""

    authority = serializers.CharField(source="authority.slug", help_text="wikidata, viaf …")
    label = serializers.CharField(source="authority.label", help_text="Wikidata, VIAF …")  # type: ignore[assignment]
    value = serializers.CharField(help_text="The identifier there.")
    url = serializers.SerializerMethodField(help_text="The entry there.")

    def get_url(self, identifier: Identifier) -> str:
        """The address of the entry."""
        return identifier.authority.url_template.replace("{}", identifier.value)


class CountsSerializer(serializers.Serializer):
    """How much is said."""

    assertions = serializers.IntegerField(
        source="claim_count", help_text="The public claims that name it."
    )


class EntityHead(Sparse):
    """What it is called."""

    slug = serializers.SlugField(help_text="Permanent; if it ever changes, the old one redirects.")
    label = serializers.CharField(help_text="What the record calls it. Not a claim.")  # type: ignore[assignment]
    sort_label = serializers.CharField(help_text="How it is sorted.")
    note = serializers.CharField(help_text="A note of the editors.")


class EntityTail(Sparse):
    """Under which names and identifiers it is known, and how much is said of it."""

    names = serializers.SerializerMethodField(help_text="Every form of its name, once each.")
    identifiers = IdentifierSerializer(many=True, help_text="In other authorities.")
    counts = CountsSerializer(source="*")
    match = MatchSerializer(
        required=False, help_text="Only in a search: which of its names was found, and why."
    )
    assertions = AssertionSerializer(
        many=True,
        required=False,
        source="embedded_assertions",
        help_text="Only with embed=assertions: every public claim that names it, in time order.",
    )

    def get_names(self, row: Any) -> list[str]:
        """The distinct forms that its public name claims give."""
        return list(dict.fromkeys(claim.value for claim in row.public_names))


def embedded_claims(noun: str) -> Callable[[Any], QuerySet]:
    """What ``embed=assertions`` tells with a row of this noun."""
    return lambda row: claims_naming(noun, row.pk)


class EntityFilters(NamedFilters, ClaimFilters, CitationFilters, SearchedFilters):
    """What one claim says that names the row, and the search for its names."""

    orderings = {"sort_label": ("sort_label",), "label": ("label",), "slug": ("slug",)}


class EntityResource(Resource):
    """Persons, organisations, events or places."""

    model: Any

    def get_queryset(self) -> QuerySet:
        """The published rows with their names and identifiers; three queries."""
        rows = with_names(visible(self.model), self.noun)
        identifiers = Identifier.objects.select_related("authority")
        return rows.prefetch_related(Prefetch("identifiers", identifiers))

    def prepare(self, rows: list[Any]) -> None:
        """With the counts; one query, for persons two."""
        counts = claim_counts(self.noun, rows)
        for row in rows:
            row.claim_count = counts[row.pk]

    def prepare_embedded(self, rows: list[Any]) -> None:
        """Claims with their testimony; two queries."""
        attest(rows)


class TreeResource(EntityResource):
    """Organisations, events or places, which have parts."""

    def get_queryset(self) -> QuerySet:
        """With what they are part of, and their published parts; one query more."""
        rows = super().get_queryset().select_related("part_of")
        return rows.prefetch_related(Prefetch("parts", visible(self.model)))
