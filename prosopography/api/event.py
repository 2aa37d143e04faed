"""Events."""

from rest_framework import serializers

from prosopography.models import Event

from .entity import EntityFilters, EntityHead, EntityTail, TreeResource, embedded_claims
from .fields import Address, PageAddress, Reference, Sparse
from .parameters import Below, Level


class EventHead(Sparse):
    """Where it is to be found, and where it stands in its tree."""

    url = Address("event")
    page = PageAddress("event")
    part_of = Reference("event", allow_null=True, help_text="The larger one it belongs to.")
    parts = serializers.ListField(
        child=Reference("event"), source="parts.all", help_text="What belongs to it directly."
    )


class EventSerializer(EntityHead, EventHead, EntityTail):
    """An event."""


class EventFilters(EntityFilters):
    """What one claim says that names it, and where it stands in its tree."""

    noun = column = "event"

    event = None  # type: ignore[assignment]
    part_of = Below("What belongs to this.", "part_of", Event, Level.ROW, tree=True)


class EventResource(TreeResource):
    """Events: what persons took part in, from a congress to a letter."""

    noun = "event"
    model = Event
    serializer_class = EventSerializer
    filterset_class = EventFilters
    embeds = {"assertions": embedded_claims("event")}
