"""What the serializers are made of: addresses, short forms of other rows, dates, sparse answers."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from prosopography.dates import describe, iso_day
from prosopography.models import Assertion, CalendarChoice, Source, Status
from prosopography.models.validators import calendar_reform
from prosopography.queries.search import Hit
from prosopography.queries.sentence import sentence

from .addresses import Addresses


class Sparse(serializers.Serializer):
    """A serializer of which a client can ask for some fields only (``?fields=slug,label``)."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """The fields asked for; all of them inside another row, or when nothing is asked."""
        fields = super().get_fields()
        asked = self.context.get("fields")
        above = (
            self.parent.parent
            if isinstance(self.parent, serializers.ListSerializer)
            else self.parent
        )
        if asked is None or above is not None:
            return fields
        return {name: field for name, field in fields.items() if name in asked}


class Address(serializers.URLField):
    """The address of a row in the API."""

    def __init__(self, noun: str, key: str = "slug", **more: Any) -> None:
        super().__init__(source="*", **{"help_text": "Its address in the API.", **more})
        self.noun = noun
        self.key = key

    def to_representation(self, value: Any) -> str:
        """The address, whole."""
        return self.context["addresses"].resource(self.noun, getattr(value, self.key))


class PageAddress(Address):
    """The address of the page that shows a row to readers."""

    def __init__(self, noun: str, key: str = "slug") -> None:
        super().__init__(noun, key, help_text="The page that shows it to readers.")

    def to_representation(self, value: Any) -> str:
        """The address, whole."""
        return self.context["addresses"].page(self.noun, getattr(value, self.key))


class ReferenceSerializer(serializers.Serializer):
    """Another row in short; its address tells the rest."""

    slug = serializers.SlugField()
    label = serializers.CharField()  # type: ignore[assignment]
    url = serializers.URLField()


class SourceReferenceSerializer(ReferenceSerializer):
    """A source in short."""

    file = serializers.CharField(help_text="The file it was read from; empty if it was not read.")


def short_of(noun: str, row: Any, addresses: Addresses) -> dict[str, str]:
    """A row in short: slug, label and address."""
    return {"slug": row.slug, "label": row.label, "url": addresses.resource(noun, row.slug)}


@extend_schema_field(ReferenceSerializer)
class Reference(serializers.Field):
    """Another row in short, None where there is none or where it is not public."""

    def __init__(self, noun: str, **more: Any) -> None:
        super().__init__(**more)
        self.noun = noun

    def to_representation(self, value: Any) -> dict[str, str] | None:
        """Slug, label and address."""
        if getattr(value, "status", Status.PUBLISHED) != Status.PUBLISHED:
            return None
        return short_of(self.noun, value, self.context["addresses"])


@extend_schema_field(SourceReferenceSerializer)
class SourceReference(Reference):
    """A source in short, with the file it was read from."""

    def __init__(self, **more: Any) -> None:
        super().__init__("source", **more)

    def to_representation(self, value: Source) -> dict[str, str] | None:
        """Slug, label, address and file."""
        short = super().to_representation(value)
        return None if short is None else {**short, "file": value.file}


class ClaimReferenceSerializer(serializers.Serializer):
    """A claim in short."""

    identifier = serializers.CharField()
    kind = serializers.CharField(help_text="As of an assertion.")
    sentence = serializers.CharField(help_text="The claim in English.")
    url = serializers.URLField()


@extend_schema_field(ClaimReferenceSerializer)
class ClaimReference(serializers.Field):
    """A claim in short; what it names must be loaded."""

    def to_representation(self, value: Assertion) -> dict[str, str]:
        """Identifier, kind, sentence and address."""
        return {
            "identifier": value.identifier,
            "kind": value.kind,
            "sentence": sentence(value),
            "url": self.context["addresses"].resource("assertion", value.identifier),
        }


class DateSerializer(serializers.Serializer):
    """A date as it is written, as it is read, and between which days it lies.

    The four days are Gregorian, in ISO 8601; null where there is no limit on that side.
    """

    text = serializers.CharField(help_text="Letter for letter as the source writes it.")
    calendar = serializers.ChoiceField(
        CalendarChoice.choices, help_text="In which it is written; unknown is never a guess."
    )
    edtf = serializers.CharField(help_text="EDTF (ISO 8601-2), in that calendar.")
    described = serializers.CharField(help_text="As a reader would say it.")
    earliest_start = serializers.CharField(allow_null=True)
    latest_start = serializers.CharField(allow_null=True)
    earliest_end = serializers.CharField(allow_null=True)
    latest_end = serializers.CharField(allow_null=True)


@extend_schema_field(DateSerializer)
class ClaimDate(serializers.Field):
    """The date of a claim; None where it has none at all."""

    def __init__(self) -> None:
        super().__init__(source="*", allow_null=True, help_text="When; null for an undated claim.")

    def to_representation(self, value: Any) -> dict[str, str | None] | None:
        """The date with its calendar and its bounds."""
        if not value.date_text and not value.edtf:
            return None
        return {
            "text": value.date_text,
            "calendar": value.calendar,
            "edtf": value.edtf,
            "described": describe(
                value.date_text, value.calendar, value.edtf, reform=calendar_reform()
            ),
            "earliest_start": iso_day(value.earliest_start),
            "latest_start": iso_day(value.latest_start),
            "earliest_end": iso_day(value.earliest_end),
            "latest_end": iso_day(value.latest_end),
        }


class MatchSerializer(serializers.Serializer):
    """Which name a search found, and why."""

    name = serializers.CharField(help_text="The form of the name that matched.")
    how = serializers.CharField(help_text="exact, spelling, initials, sound, prefix or similar.")
    explanation = serializers.CharField(help_text="The reason in a sentence.")
    score = serializers.SerializerMethodField(help_text="From 0 to 1, with two decimals.")

    def get_score(self, hit: Hit) -> float:
        """How well it matched; what comes after two decimals only decides the order."""
        return round(hit.score, 2)
