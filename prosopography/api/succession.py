"""The succession of an office: its holders in order, and what lies between them."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.dates import Between, iso_day
from prosopography.queries import succession

from .assertion import AssertionSerializer, attest
from .errors import refuse
from .fields import Reference
from .office import TABLES, LargePages, OfficeSerializer, OfficeView, told


class IsoDay(serializers.CharField):
    """A day number as a Gregorian day in ISO 8601; null for no limit."""

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_null=True, **more)

    def to_representation(self, value: Any) -> Any:
        """The day."""
        return iso_day(value)


class HandoverSerializer(serializers.Serializer):
    """What lies between this holder and all before."""

    between = serializers.ChoiceField(list(Between), help_text="In a word.")
    text = serializers.CharField(source="*", help_text="In a sentence.")
    gap = serializers.CharField(help_text="A gap: certain, possible or excluded.")
    overlap = serializers.CharField(help_text="An overlap: the same.")
    first = IsoDay(help_text="The first day of the gap, certain or at the longest.")
    last = IsoDay(help_text="The last day of it.")

    def to_representation(self, instance: Any) -> Any:
        """The same, with its sentence."""
        return {**super().to_representation(instance), "text": succession.in_words(instance)}


class SuccessorSerializer(serializers.Serializer):
    """One tenure of one person."""

    person = Reference("person")
    certain = serializers.BooleanField(help_text="Whether a claim says so without any doubt.")
    disputed = serializers.BooleanField(
        help_text="Whether a claim, or a citation of these claims, says that it was not so."
    )
    began = serializers.CharField(help_text="In words; all days are Gregorian.")
    ended = serializers.CharField(help_text="The same.")
    earliest_start = IsoDay(source="bounds.earliest_start")
    latest_start = IsoDay(source="bounds.latest_start")
    earliest_end = IsoDay(source="bounds.earliest_end")
    latest_end = IsoDay(source="bounds.latest_end")
    handover = HandoverSerializer(
        allow_null=True, help_text="Null for the first, and for those without a date."
    )
    claims = AssertionSerializer(
        many=True, source="assertions", help_text="The claims that may be about this tenure."
    )
    against = AssertionSerializer(many=True, source="denials", help_text="Those that deny it.")


class SuccessionSerializer(serializers.Serializer):
    """The holders of an office in the order of time, the undated last."""

    asked = OfficeSerializer()
    undated = serializers.IntegerField(help_text="How many of the results have no date.")
    denied = serializers.IntegerField(help_text="Persons of whom it is only denied.")
    count = serializers.IntegerField(help_text="Results on all pages.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = SuccessorSerializer(many=True)


class Succession(OfficeView):
    """The holders of an office in order, with the gaps and overlaps between them."""

    serializer_class = SuccessionSerializer
    summary = "The succession of an office"

    def get(self, request: Request) -> Response:
        """The tenures in order."""
        office = self.office()
        for name in TABLES:
            if getattr(office, name) is None:
                raise refuse(name, "Give an organisation and a role in it.", code="required")
        found = succession.succession(office)
        pages = LargePages()
        results = succession.tell(pages.paginate_queryset(found.places, request, view=self))
        attest(claim for each in results for claim in (*each.assertions, *each.denials))
        answer = {
            "asked": told(office),
            "undated": found.undated,
            "denied": found.denied,
            "count": len(found.places),
            "next": pages.get_next_link(),
            "previous": pages.get_previous_link(),
            "results": results,
        }
        return Response(SuccessionSerializer(answer, context=self.context()).data)
