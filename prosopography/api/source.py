"""Sources: what was read, what is reported, and which text copies which."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from rest_framework import serializers

from prosopography.models import Certainty, Derivation, Extent, Person, Source, SourceKind
from prosopography.queries.loading import (
    citation_counts,
    citations_with_claims,
    sources_with_relations,
)
from prosopography.queries.pattern import cited_for
from prosopography.queries.titles import WORDS

from .citation import CitationSerializer
from .claim_filters import CitationFilters, ClaimReferences
from .fields import Address, MatchSerializer, PageAddress, SourceReference, Sparse
from .fields import Reference as RowReference
from .filters import SearchedFilters
from .parameters import Choice, Exactly, Flag, Level, Reference, Search, Text
from .resource import Resource


class PublicationSerializer(serializers.Serializer):
    """When a source was published."""

    text = serializers.CharField(source="date_text", help_text="As printed.")
    edtf = serializers.CharField(help_text="EDTF (ISO 8601-2).")


class DerivationSerializer(serializers.Serializer):
    """That one text copies another."""

    source = SourceReference(help_text="The other text.")  # type: ignore[assignment]
    extent = serializers.ChoiceField(
        Extent.choices,
        help_text="whole: whatever it says is the other's word; parts: only what its citations say is.",
    )
    certainty = serializers.ChoiceField(Certainty.choices)
    note = serializers.CharField(help_text="How far it copies, and how that is known.")


class OriginSerializer(DerivationSerializer):
    """The text that is copied."""

    source = SourceReference(source="derived_from", help_text="The text that is copied.")  # type: ignore[assignment]


class PassageSerializer(serializers.Serializer):
    """A place that was read and holds no claim."""

    locator = serializers.CharField()
    reason = serializers.CharField()


class SourceCountsSerializer(serializers.Serializer):
    """How much is taken from a source."""

    citations = serializers.IntegerField(source="citation_count")
    assertions = serializers.IntegerField(source="claim_count")


class SourceSerializer(Sparse):
    """Something that can be cited: a document read, or a work that a document reports."""

    slug = serializers.SlugField(help_text="Permanent; if it ever changes, the old one redirects.")
    label = serializers.CharField(help_text="How it is cited in short.")  # type: ignore[assignment]
    url = Address("source")
    page = PageAddress("source")
    kind = serializers.ChoiceField(SourceKind.choices, help_text="What sort of thing it is.")
    title = serializers.CharField(help_text="In full, as printed.")
    authors = serializers.CharField(help_text="As printed, several separated by semicolons.")
    author = RowReference(
        "person", allow_null=True, help_text="The person of the record whose word it is."
    )
    date = PublicationSerializer(source="*")
    publisher = serializers.CharField()
    licence = serializers.CharField(help_text="As the source itself states it.")
    web_address = serializers.CharField(source="url", help_text="Where it can be read.")
    language = serializers.CharField(help_text="Language tag (BCP 47).")
    file = serializers.CharField(help_text="The file it was read from; empty if it was not read.")
    checksum = serializers.CharField(help_text="SHA-256 of that file.")
    note = serializers.CharField(help_text="What a reader should know of its worth.")
    derived_from = OriginSerializer(many=True, source="derivations", help_text="What it copies.")
    copies = DerivationSerializer(many=True, source="derivatives", help_text="What copies it.")
    passages = PassageSerializer(many=True, help_text="Places without claims, and why.")
    counts = SourceCountsSerializer(source="*")
    match = MatchSerializer(
        required=False, help_text="Only in a search: where the words stand, and how."
    )
    citations = CitationSerializer(
        many=True,
        required=False,
        source="embedded_citations",
        help_text="Only with embed=citations: every public citation, in document order.",
    )


class Copies(Reference):
    """That a source copies another, as far as the public can see both."""

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """The sources that derive from one of these."""
        return Q(pk__in=Derivation.objects.filter(derived_from__in=value).values("source"))


class SourceFilters(ClaimReferences, CitationFilters, SearchedFilters):
    """What a source is, and what is taken from it."""

    noun = "source"
    orderings = {"label": ("label",), "slug": ("slug",), "kind": ("kind", "label")}

    search = Search("Words of its label, title, authors, or document (document 003).")
    source = None  # type: ignore[assignment]
    kind = Choice("What sort of thing it is.", "kind", SourceKind.values, Level.ROW)
    language = Exactly("Its language tag, exactly: en.", "language", Level.ROW)
    file = Exactly("The file it was read from, exactly.", "file", Level.ROW)
    read = Flag("Whether the editors have read it themselves.", Level.ROW, ~Q(file=""))
    author = Reference("Whose word it is.", "author", Person, Level.ROW)
    derived_from = Copies("What copies this source.", "derived_from", Source, Level.ROW)
    text = Text("Words in its label, title, authors or file name.", WORDS["source"], Level.ROW)

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """The sources in which one citation says so, of one claim that says so."""
        return cited_for(queryset, claim, citation)


def embedded_citations(source: Any) -> QuerySet:
    """What ``embed=citations`` tells with a source; two queries."""
    return citations_with_claims().filter(source=source).order_by("locator_sort", "identifier")


class SourceResource(Resource):
    """Sources: documents that were read, and the works that they report."""

    noun = "source"
    serializer_class = SourceSerializer
    filterset_class = SourceFilters
    embeds = {"citations": embedded_citations}

    def get_queryset(self) -> QuerySet:
        """The published sources with copies and passages; four queries."""
        return sources_with_relations()

    def prepare(self, rows: list[Any]) -> None:
        """With the counts; one query."""
        counts = citation_counts(rows)
        for source in rows:
            source.citation_count, source.claim_count = counts.get(source.pk, (0, 0))
