"""How the answer to a question looks, and how both ways to ask are described in OpenAPI."""

import json
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from prosopography.queries.questions import Evidence, Match, leaf_sentence, sentence

from .asking import QuestionSchema
from .assertion import AssertionSerializer
from .errors import ErrorSerializer
from .fields import Reference
from .pagination import PAGE_SIZE
from .question_format import FORMATS
from .question_tree import QuestionSerializer

_EXAMPLE = {
    "all": [
        {"assertion": {"kind": "participation"}},
        {"not": {"assertion": {"kind": "death"}}},
    ]
}
_TEXT = json.dumps(_EXAMPLE)
_TITLE = "took part in something, and nothing is told of a death"

PARAMETERS = [
    OpenApiParameter(
        "q",
        required=True,
        description="The question: the same JSON as in the body of a POST.",
        examples=[OpenApiExample(_TITLE, _TEXT, parameter_only=("q", "query"))],
    ),
    OpenApiParameter("page", int, description="The number of the page, from 1."),
    OpenApiParameter(PAGE_SIZE, int, description="How many results a page has."),
    OpenApiParameter(
        "format",
        enum=list(FORMATS),
        description="csv and xlsx: the whole answer as a table, with a row for each claim.",
    ),
]


class EvidenceSerializer(serializers.Serializer):
    """Why a leaf of the question counts for a person."""

    leaf = serializers.CharField(
        source="leaf.path", help_text="Where the leaf stands in the question: all[1].not.assertion."
    )
    text = serializers.SerializerMethodField(help_text="The leaf in English.")
    match = serializers.ChoiceField(
        list(Match),
        allow_null=True,
        help_text="How surely it holds; null: it does not, which is what a not asks.",
    )
    negated = serializers.BooleanField(help_text="Whether it stands under an odd number of nots.")
    certain = serializers.SerializerMethodField(
        help_text="The identifiers of those of the assertions that make it certain."
    )
    assertions = AssertionSerializer(many=True, help_text="The claims by which it holds.")

    def get_text(self, evidence: Evidence) -> str:
        """The leaf in English."""
        return leaf_sentence(evidence.leaf)

    def get_certain(self, evidence: Evidence) -> list[str]:
        """The identifiers, in the order of the assertions."""
        return [claim.identifier for claim in evidence.assertions if claim.pk in evidence.certain]


class AnsweredSerializer(serializers.Serializer):
    """A person who answers, with the evidence."""

    person = Reference("person")
    match = serializers.ChoiceField(list(Match), help_text="How surely the person answers.")
    disputed = serializers.BooleanField(
        help_text="Whether a claim of the evidence about this very person is in a conflict, or "
        "contradicted."
    )
    evidence = EvidenceSerializer(
        many=True, help_text="The leaves that bear on it, in the order of the question."
    )


class AnswerSerializer(serializers.Serializer):
    """Who answers a question: the certain first, then by name."""

    asked = QuestionSerializer(help_text="The question, with the slugs that are in use now.")
    sentence = serializers.SerializerMethodField(help_text="The question in English.")
    count = serializers.IntegerField(help_text="Persons on all pages.")
    certain = serializers.IntegerField(help_text="Those of them who answer certainly.")
    possible = serializers.IntegerField(help_text="Those who answer only possibly.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = AnsweredSerializer(many=True)

    def get_sentence(self, answer: Any) -> str:
        """The question in English."""
        return sentence(answer["asked"])


class AnswerSchema(QuestionSchema):
    """Describes both ways to ask, and all forms of the answer."""

    def get_override_parameters(self) -> list[Any]:
        """In a POST the question is the body."""
        return [each for each in PARAMETERS if self.method != "POST" or each.name != "q"]

    def get_request_serializer(self) -> Any:
        """The body."""
        return QuestionSerializer

    def get_examples(self) -> list[OpenApiExample]:
        """A question to try."""
        return [OpenApiExample(_TITLE, _EXAMPLE, request_only=True)]

    def map_renderers(self, attribute: str) -> list[str]:
        """Errors are in JSON whatever was asked for."""
        return ["application/json"] if attribute == "media_type" else list(FORMATS)

    def get_response_serializers(self) -> Any:
        """With the tables, and for a POST with what cannot be its body."""
        errors = dict(super().get_response_serializers())
        answers = {
            (200, "application/json"): errors.pop(200),
            (200, "text/csv"): OpenApiTypes.STR,
            (200, FORMATS["xlsx"].media_type): OpenApiTypes.BINARY,
        }
        if self.method == "POST":
            errors[415] = OpenApiResponse(ErrorSerializer, description="The body is no JSON.")
        return {**answers, **errors}
