"""Citations: where a source says so, in which words, and whose word it is."""

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from prosopography.models import Citation, Identification, Stance
from prosopography.queries.address import Former, former_citation
from prosopography.queries.claims import evidence
from prosopography.queries.loading import citations_with_claims
from prosopography.queries.pattern import matching_claims

from .claim_filters import CitationFilters, ClaimFilters
from .fields import (
    Address,
    ClaimReference,
    Reference,
    ReferenceSerializer,
    SourceReference,
    Sparse,
    short_of,
)
from .parameters import Claims, Exactly, Level, Text
from .resource import Resource


class CitationHead(Sparse):
    """Which citation it is."""

    identifier = serializers.CharField(help_text="Permanent.")
    url = Address("citation", "identifier")


class CitationTail(Sparse):
    """What it says."""

    source = SourceReference(help_text="The source that the editors have read.")  # type: ignore[assignment]
    locator = serializers.CharField(help_text="The place in it: ¶7, p. 12.")
    quotation = serializers.CharField(help_text="The words that carry the claim.")
    stance = serializers.ChoiceField(
        Stance.choices, help_text="Whether the words support the claim or contradict it."
    )
    named_as = serializers.CharField(help_text="The name as it is printed there.")
    attributed_to_source = SourceReference(
        allow_null=True, help_text="The work whose word it is, if the source reports it."
    )
    attributed_to_person = Reference(
        "person", allow_null=True, help_text="The person whose word it is."
    )
    identification = serializers.ChoiceField(
        Identification.choices,
        help_text="Whether the name as printed surely means the person or body of the claim.",
    )
    identification_note = serializers.CharField(help_text="Who else may be meant, and why.")
    alternatives = serializers.SerializerMethodField(
        help_text="Whom else of the record a doubtful name may mean."
    )

    @extend_schema_field(ReferenceSerializer(many=True))
    def get_alternatives(self, citation: Citation) -> list[dict[str, str]]:
        """The other persons in short; they are loaded with the citation."""
        return [
            short_of("person", person, self.context["addresses"])
            for person in evidence(citation).alternatives
        ]


class EmbeddedCitation(CitationHead, CitationTail):
    """A citation within its claim."""


class CitationSerializer(CitationHead, CitationTail):
    """A citation with its claim in short."""

    assertion = ClaimReference(help_text="The claim for which it is given.")


class CitationListFilters(ClaimFilters, CitationFilters):
    """Everything that a citation says, and the claim for which it is given."""

    unique = "identifier"
    orderings = {
        "source": ("source__label", "source__slug", "locator_sort"),
        "identifier": ("identifier",),
    }

    assertion = Claims("The claim for which it is given, by its identifier.", "assertion")
    locator = Exactly("The place in the source, exactly: ¶7.", "locator", Level.CITATION)
    quotation = Text("Words in the quotation.", ["quotation"], Level.CITATION)

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """The citations themselves, of such claims."""
        queryset = queryset.filter(citation)
        if claim:
            queryset = queryset.filter(assertion__in=matching_claims(claim, Q()))
        return queryset


class CitationResource(Resource):
    """Citations: the place in a source, and the words, that support or contradict a claim."""

    noun = "citation"
    lookup_field = "identifier"
    serializer_class = CitationSerializer
    filterset_class = CitationListFilters

    def get_queryset(self) -> QuerySet:
        """The public citations with their sources, claims and alternatives; three queries."""
        return citations_with_claims()

    def former(self, key: str) -> Former:
        """Whether its claim was public once, or it was withdrawn from it."""
        return former_citation(key)
