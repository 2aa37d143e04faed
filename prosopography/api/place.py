"""Places."""

from rest_framework import serializers

from prosopography.models import Place

from .entity import EntityFilters, EntityHead, EntityTail, TreeResource, embedded_claims
from .fields import Address, PageAddress, Reference, Sparse
from .parameters import Below, Level


class PlaceHead(Sparse):
    """Where it is to be found, and where it stands in its tree."""

    url = Address("place")
    page = PageAddress("place")
    part_of = Reference("place", allow_null=True, help_text="The larger one it belongs to.")
    parts = serializers.ListField(
        child=Reference("place"), source="parts.all", help_text="What belongs to it directly."
    )
    latitude = serializers.FloatField(allow_null=True, help_text="Degrees north (WGS 84).")
    longitude = serializers.FloatField(allow_null=True, help_text="Degrees east (WGS 84).")


class PlaceSerializer(EntityHead, PlaceHead, EntityTail):
    """A place."""


class PlaceFilters(EntityFilters):
    """What one claim says that names it, and where it stands in its tree."""

    noun = column = "place"

    place = None  # type: ignore[assignment]
    part_of = Below("What belongs to this.", "part_of", Place, Level.ROW, tree=True)


class PlaceResource(TreeResource):
    """Places: towns, provinces, palaces, countries."""

    noun = "place"
    model = Place
    serializer_class = PlaceSerializer
    filterset_class = PlaceFilters
    embeds = {"assertions": embedded_claims("place")}
