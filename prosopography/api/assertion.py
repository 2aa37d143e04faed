"""Assertions: what is claimed, when, how surely, and on what evidence."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from rest_framework import serializers

from prosopography.models import Assertion, Basis, Certainty, Polarity, Rank
from prosopography.models.kinds import KIND_CHOICES
from prosopography.queries.address import Former, former_assertion
from prosopography.queries.pattern import matching_claims
from prosopography.queries.sentence import sentence
from prosopography.queries.witness import Stemma, testimony

from .citation import EmbeddedCitation
from .claim_filters import CitationFilters, ClaimFilters
from .fields import Address, ClaimDate, PageAddress, Reference, Sparse
from .resource import Resource
from .testimony import TestimonySerializer


class AssertionHead(Sparse):
    """What a claim says."""

    identifier = serializers.CharField(help_text="Permanent.")
    url = Address("assertion", "identifier")
    page = PageAddress("assertion", "identifier")
    kind = serializers.ChoiceField(KIND_CHOICES, help_text="The kind, which says what is filled.")
    sentence = serializers.SerializerMethodField(help_text="The claim in English.")
    person = Reference("person", allow_null=True, help_text="Whom it is about.")
    related_person = Reference("person", allow_null=True, help_text="The other person.")
    role = Reference("role", allow_null=True)
    organisation = Reference("organisation", allow_null=True)
    event = Reference("event", allow_null=True)
    place = Reference("place", allow_null=True)
    value = serializers.CharField(help_text="The name, the title, what is said, a detail.")

    def get_sentence(self, claim: Assertion) -> str:
        """The claim in English."""
        return sentence(claim)


class AssertionTail(Sparse):
    """When it was so, how surely, and on what evidence."""

    date = ClaimDate()
    certainty = serializers.ChoiceField(Certainty.choices, help_text="How sure the source is.")
    basis = serializers.ChoiceField(
        Basis.choices, help_text="How the claim comes out of its source."
    )
    polarity = serializers.ChoiceField(
        Polarity.choices,
        help_text="denied: the claim is that it is not so; silent: the source does not say.",
    )
    rank = serializers.ChoiceField(
        Rank.choices, help_text="The editors' judgement between claims that exclude one another."
    )
    rank_reason = serializers.CharField(help_text="Why it is preferred or deprecated.")
    note = serializers.CharField(help_text="A note of the editors.")
    testimony = TestimonySerializer(
        help_text="How many sources support it, and how many of these are independent witnesses."
    )
    citations = EmbeddedCitation(many=True, help_text="The evidence.")


def attest(claims: Iterable[Assertion]) -> None:
    """Adds to claims, loaded with their citations, on whose word they rest; two queries."""
    stemma = Stemma.load()
    for claim in claims:
        claim.testimony = testimony(claim, stemma)  # type: ignore[attr-defined]


class AssertionSerializer(AssertionHead, AssertionTail):
    """One claim."""


class AssertionFilters(ClaimFilters, CitationFilters):
    """Everything that a claim and its citations say."""

    unique = "identifier"
    orderings = {
        "date": ("earliest_start", "latest_end"),
        "identifier": ("identifier",),
        "kind": ("kind",),
        "person": ("person__sort_label", "person__slug"),
        "witnesses": ("witnesses",),
    }

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """The claims themselves."""
        return matching_claims(claim, citation, among=queryset)


class AssertionResource(Resource):
    """Claims, each with its citations: what a source says, of whom, when, and how surely."""

    noun = "assertion"
    lookup_field = "identifier"
    serializer_class = AssertionSerializer
    filterset_class = AssertionFilters

    def get_queryset(self) -> QuerySet:
        """The public claims with all that they name, citations and alternatives; three queries."""
        return Assertion.objects.public().with_subjects().with_citations(public=True)

    def prepare(self, rows: list[Any]) -> None:
        """With the testimony; two queries."""
        attest(rows)

    def former(self, key: str) -> Former:
        """Whether it was public once."""
        return former_assertion(key)
