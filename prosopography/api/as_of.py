"""Who held an office on a day: certainly, possibly, or attested before it or after it."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.dates import Calendar, DateError, Span, Standing, iso_day
from prosopography.queries import as_of
from prosopography.queries.when import CALENDARS, read_span

from .assertion import AssertionSerializer, attest
from .errors import refuse
from .fields import Reference
from .office import LargePages, OfficeSerializer, OfficeView, told

_OWN = (
    OpenApiParameter(
        "date", required=True, description="EDTF: 1917-11-07; of 1917-11 and 1917, some day of it."
    ),
    OpenApiParameter(
        "calendar",
        enum=list(CALENDARS),
        description="The calendar of the date; Gregorian unless said otherwise.",
    ),
)


class DaySerializer(OfficeSerializer):
    """What is asked."""

    date = serializers.CharField(help_text="As it was asked.")
    calendar = serializers.CharField(help_text="gregorian or julian.")
    first = serializers.CharField(
        allow_null=True, help_text="The first of the days, Gregorian, in ISO 8601; null: no limit."
    )
    last = serializers.CharField(allow_null=True, help_text="The last of them.")


class WeighedSerializer(serializers.Serializer):
    """A claim, with how it stands to the date."""

    standing = serializers.ChoiceField(list(Standing))
    reason = serializers.CharField(
        help_text="Why it is not certain, where that is not the date; else empty."
    )
    assertion = AssertionSerializer(source="told.assertion")


class HolderSerializer(serializers.Serializer):
    """A person with the claims that say so."""

    person = Reference("person")
    reason = serializers.CharField(help_text="Why in this class; empty where the claims tell.")
    disputed = serializers.BooleanField(
        help_text="Whether a claim, or a citation of these claims, says that it was not so."
    )
    claims = WeighedSerializer(many=True, help_text="Those that bear on it, the strongest first.")
    against = WeighedSerializer(many=True, help_text="Those that deny it.")


class StandingCountsSerializer(serializers.Serializer):
    """How many persons there are in each class, on all pages."""

    certain = serializers.IntegerField()
    possible = serializers.IntegerField()
    attested_before = serializers.IntegerField()
    attested_after = serializers.IntegerField()
    undated = serializers.IntegerField()
    excluded = serializers.IntegerField(help_text="Who held it, but certainly at other times.")
    denied = serializers.IntegerField(help_text="Of whom it is only denied.")


class AsOfSerializer(serializers.Serializer):
    """Who held an office on a date, class by class."""

    asked = DaySerializer()
    counts = StandingCountsSerializer()
    earlier = serializers.CharField(
        allow_null=True, help_text="The nearest day before on which the answer may be another."
    )
    later = serializers.CharField(allow_null=True, help_text="The nearest day after.")
    count = serializers.IntegerField(help_text="Persons on all pages.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    certain = HolderSerializer(many=True, help_text="Whatever the true days were.")
    possible = HolderSerializer(many=True, help_text="Their dates or sources do not settle it.")
    attested_before = HolderSerializer(many=True, help_text="Earlier, and not excluded.")
    attested_after = HolderSerializer(many=True, help_text="Later, and not excluded.")
    undated = HolderSerializer(many=True, help_text="Without any date.")


class AsOf(OfficeView):
    """Who held an office on a date, class by class, each with the claims that say so."""

    serializer_class = AsOfSerializer
    summary = "Who held an office on a date"
    own = _OWN

    def get(self, request: Request) -> Response:
        """Persons in the order of the classes and of their names."""
        span, calendar = self._span()
        office = self.office()
        if office.organisation is None and office.role is None:
            message = "Give an organisation, a role, or both."
            raise refuse("organisation", message, code="required")
        weighing = as_of.weigh(office, span)
        pages = LargePages()
        holders = as_of.tell(pages.paginate_queryset(weighing.found, request, view=self))
        claims = (one for each in holders for one in (*each.claims, *each.against))
        attest(claim.told.assertion for claim in claims)
        classes: dict[str, list[as_of.Holder]] = {each.value: [] for each in as_of.CLASSES}
        for holder in holders:
            classes[holder.standing].append(holder)
        days = {"first": iso_day(span.first), "last": iso_day(span.last)}
        date = request.query_params["date"].strip()
        answer: dict[str, Any] = {
            "asked": {**told(office), "date": date, "calendar": calendar.value, **days},
            "counts": {
                **{standing.value: number for standing, number in weighing.counts.items()},
                "excluded": weighing.excluded,
                "denied": weighing.denied,
            },
            "earlier": iso_day(weighing.earlier),
            "later": iso_day(weighing.later),
            "count": len(weighing.found),
            "next": pages.get_next_link(),
            "previous": pages.get_previous_link(),
            **classes,
        }
        return Response(AsOfSerializer(answer, context=self.context()).data)

    def _span(self) -> tuple[Span, Calendar]:
        """The days asked about. Raises RefusedError (400)."""
        calendar = self.word("calendar", CALENDARS, "gregorian")
        given = self.request.query_params.get("date")
        if given is None:
            raise refuse("date", "Give a date: 1917-11-07, 1917-11 or 1917.", code="required")
        try:
            return read_span(given.strip(), calendar), calendar
        except DateError as error:
            raise refuse("date", str(error)) from error
