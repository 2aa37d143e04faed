"""Organisations."""

from rest_framework import serializers

from prosopography.models import Organisation

from .entity import EntityFilters, EntityHead, EntityTail, TreeResource, embedded_claims
from .fields import Address, PageAddress, Reference, Sparse
from .parameters import Below, Level


class OrganisationHead(Sparse):
    """Where it is to be found, and where it stands in its tree."""

    url = Address("organisation")
    page = PageAddress("organisation")
    part_of = Reference("organisation", allow_null=True, help_text="The larger one it belongs to.")
    parts = serializers.ListField(
        child=Reference("organisation"),
        source="parts.all",
        help_text="What belongs to it directly.",
    )


class OrganisationSerializer(EntityHead, OrganisationHead, EntityTail):
    """A body."""


class OrganisationFilters(EntityFilters):
    """What one claim says that names it, and where it stands in its tree."""

    noun = column = "organisation"

    organisation = None  # type: ignore[assignment]
    part_of = Below("What belongs to this.", "part_of", Organisation, Level.ROW, tree=True)


class OrganisationResource(TreeResource):
    """Organisations: the bodies in which persons hold roles, from a party to a ministry."""

    noun = "organisation"
    model = Organisation
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilters
    embeds = {"assertions": embedded_claims("organisation")}
