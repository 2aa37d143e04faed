"""Conflicts: where public claims are at odds, with both sides and how the editors settled it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.db.models import Q, QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from prosopography.models import Event, Nature, Organisation, Person, Source, Verdict
from prosopography.queries.address import Former
from prosopography.queries.below import with_parts
from prosopography.queries.conflict import find, of_entries, was_settled
from prosopography.queries.conflict_index import State, condition, entries
from prosopography.queries.conflicts import RULES

from .assertion import AssertionSerializer, attest
from .fields import Address, ReferenceSerializer, Sparse
from .filters import Filters
from .parameters import Choice, Flag, Level, Reference
from .resource import Resource


class ConflictAddress(Address):
    """The address of a conflict in the API, or of its page: its key may hold a date in EDTF."""

    def __init__(self, kind: str, help_text: str) -> None:
        super().__init__("conflict", "key", help_text=help_text)
        self.kind = kind

    def to_representation(self, value: Any) -> str:
        """The address, whole."""
        return str(
            getattr(self.context["addresses"], self.kind)(self.noun, quote(value.key, safe=":/"))
        )


class SubjectSerializer(ReferenceSerializer):
    """Whose conflict it is, in short."""

    noun = serializers.ChoiceField(["person", "organisation", "event"])


@extend_schema_field(SubjectSerializer)
class Subject(serializers.Field):
    """The person, organisation or event whose conflict it is."""

    def to_representation(self, value: Any) -> dict[str, str]:
        """Noun, slug, label and address."""
        noun = value._meta.model_name
        return {
            "noun": noun,
            "slug": value.slug,
            "label": value.label,
            "url": self.context["addresses"].resource(noun, value.slug),
        }


class SideSerializer(serializers.Serializer):
    """One of the things said that cannot all be so."""

    text = serializers.CharField(help_text="What this side says, in short.")
    preferred = serializers.BooleanField(
        source="is_preferred", help_text="Whether the editors have preferred it."
    )
    claims = AssertionSerializer(
        many=True, source="rows", help_text="Who says so: the claims with their citations."
    )


class SettlementSerializer(serializers.Serializer):
    """How the editors settled it; of a reopened conflict, how they had."""

    verdict = serializers.ChoiceField(
        Verdict.choices, help_text="prefer: one side; stand: all sides stand."
    )
    reason = serializers.CharField(help_text="Why.")
    preferred = serializers.CharField(
        help_text="The identifier of a claim of the preferred side; empty if all stand."
    )
    date = serializers.DateTimeField(
        allow_null=True, help_text="When it was entered in this database."
    )


class ConflictSerializer(Sparse):
    """Claims at odds, as a rule found them: computed, never typed in."""

    key = serializers.CharField(help_text="Rule, subject, topic; it stays while data comes in.")
    url = ConflictAddress("resource", "Its address in the API.")
    page = ConflictAddress("page", "The page that shows it to readers.")
    rule = serializers.CharField(help_text="The key of the rule that found it.")
    title = serializers.CharField(source="shown.title", help_text="What the rule looks for.")
    nature = serializers.ChoiceField(
        Nature.choices, help_text="calendar is no conflict: probably one day in two calendars."
    )
    state = serializers.ChoiceField(
        State.choices,
        source="shown.state",
        help_text="settled, as long as the claims are those that were settled; else reopened.",
    )
    sentence = serializers.CharField(
        source="shown.conflict.sentence", help_text="What disagrees, in English."
    )
    subject = Subject(source="shown.conflict.subject", help_text="Whose conflict it is.")
    sides = SideSerializer(many=True, source="shown.sides", help_text="What is said, side by side.")
    settlement = SettlementSerializer(
        source="shown.settlement", allow_null=True, help_text="null where there never was one."
    )


class Involved(Reference):
    """That the conflict is about a row, or one of its claims names it or is cited there."""

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """That it is one of these."""
        has_parts = self.tree and not given.get("exact")
        return condition(
            str(self.field_name), with_parts(self.table, value) if has_parts else value
        )


class ConflictFilters(Filters):
    """What a conflict is, and what it is about."""

    unique = "key"
    orderings = {"rule": ("rule", "key"), "nature": ("nature", "rule"), "key": ("key",)}

    rule = Choice("The rule that found it.", "rule", RULES, Level.ROW)
    nature = Choice("What sort of conflict it is.", "nature", Nature.values, Level.ROW)
    state = Choice("How far the editors have come with it.", "state", State.values, Level.ROW)
    person = Involved("It is about this person, or a claim in it is.", "person", Person, Level.ROW)
    organisation = Involved(
        "It is about this body, or a claim in it names it.",
        "organisation",
        Organisation,
        Level.ROW,
        tree=True,
    )
    event = Involved(
        "It is about this event, or a claim in it names it.", "event", Event, Level.ROW, tree=True
    )
    source = Involved("A claim in it is cited from this source.", "source", Source, Level.ROW)
    exact = Flag("Whether organisations and events are without their parts.", Level.HOW)


class ConflictResource(Resource):
    """Conflicts: claims that cannot all be so, each side with its evidence and whose word it is."""

    noun = "conflict"
    lookup_field = "key"
    lookup_value_regex = ".+"
    serializer_class = ConflictSerializer
    filterset_class = ConflictFilters

    def get_queryset(self) -> QuerySet:
        """The index, with whose conflict each is; one query."""
        return entries()

    def prepare(self, rows: list[Any]) -> None:
        """With each conflict as the claims make it now, and the testimony of its claims.

        The queries of ``queries.conflict.of_entries``, and two.
        """
        for row, shown in zip(rows, of_entries(rows), strict=True):
            row.shown = shown
        attest(
            claim
            for row in rows
            if row.shown is not None
            for side in row.shown.sides
            for claim in side.rows
        )
        if self.action == "retrieve" and rows[0].shown is None:
            raise Http404

    def paginate_queryset(self, queryset: Any) -> Any:
        """Without what no longer holds."""
        rows = super().paginate_queryset(queryset)
        return None if rows is None else [row for row in rows if row.shown is not None]

    def former(self, key: str) -> Former:
        """Where it is now if its subject has another slug; gone, if it was settled once."""
        conflict = find(key)
        if conflict is not None and conflict.key != key:
            return Former(slug=quote(conflict.key, safe=":/"))
        return Former(gone=was_settled(key))
