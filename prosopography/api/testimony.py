"""Testimony: on whose word a claim rests, and how it came to the sources that were read."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from .fields import ReferenceSerializer, short_of


class StepSerializer(ReferenceSerializer):
    """A person or a source in short."""

    noun = serializers.ChoiceField(["person", "source"])


@extend_schema_field(StepSerializer)
class Step(serializers.Field):
    """A person or a source in short, and which of the two it is."""

    def to_representation(self, value: Any) -> dict[str, str]:
        """Noun, slug, label and address."""
        noun = value._meta.model_name
        return {"noun": noun, **short_of(noun, value, self.context["addresses"])}


class ChainSerializer(serializers.Serializer):
    """The way from whose word it is to the source that was read."""

    origin = Step(help_text="Whose word it is in the end.")
    steps = serializers.ListField(
        child=Step(), help_text="From the origin to the source that was read, both included."
    )
    locators = serializers.ListField(
        child=serializers.CharField(), help_text="The places in the source that was read."
    )


class TestimonySerializer(serializers.Serializer):
    """How many sources support a claim, how many of them are independent, and the chains."""

    sources = serializers.IntegerField(help_text="The sources read that support it.")
    witnesses = serializers.IntegerField(
        help_text="How many of these are independent: a copy adds none."
    )
    chains = ChainSerializer(many=True, help_text="Each way once.")
    contradicting = ChainSerializer(many=True, help_text="The same of what contradicts it.")
