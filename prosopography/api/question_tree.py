"""The form of a question in OpenAPI: a tree whose nodes are questions again (docs/questions.md)."""

import json
from collections.abc import Iterable
from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

from prosopography.models import KINDS, Basis, CalendarChoice, Certainty, Polarity, Rank
from prosopography.queries.questions import Match, Question
from prosopography.queries.questions.node import LARGEST, LINKS, MOST_LARGEST, MOST_WITHIN


class QuestionSerializer(serializers.Serializer):
    """A question across people."""

    def to_representation(self, instance: Question) -> Any:
        """As JSON, the same for the same question."""
        return json.loads(instance.canonical)


class QuestionComponent(OpenApiSerializerExtension):
    """The form of a question: a tree."""

    target_class = "prosopography.api.question_tree.QuestionSerializer"

    def get_name(self, auto_schema: AutoSchema, direction: Any) -> str:
        """Its name in the schema."""
        return "Question"

    def map_serializer(self, auto_schema: AutoSchema, direction: Any) -> dict[str, Any]:
        """One node, whose parts are nodes again."""
        node = {"$ref": "#/components/schemas/Question"}
        nodes = {"type": "array", "items": node, "minItems": 1}
        person = _described(_text(), "The slug of a person.")
        claim = _claim()
        return _object(
            "Exactly one of these, and for the whole question match beside it.",
            {
                "all": _described(nodes, "Every part holds."),
                "any": _described(nodes, "One part at least holds."),
                "not": {"allOf": [node], "description": "The part does not hold."},
                "assertion": _described(claim, "One claim about the person is so."),
                "persons": _described(_one_or_many(_text()), "Who is in this list."),
                "overlaps_with": _object(
                    "Served in the same body at the same time.",
                    {
                        "person": person,
                        "organisation": _slugs(),
                        "role": _slugs(),
                        "exact": _flag(),
                    },
                ),
                "linked_to": _object(
                    "Few links lead there.",
                    {
                        "person": person,
                        "within": {"type": "integer", "minimum": 1, "maximum": MOST_WITHIN},
                        "by": _one_or_many(_text(LINKS)),
                        "largest": {
                            "type": "integer",
                            "minimum": 2,
                            "maximum": MOST_LARGEST,
                            "default": LARGEST,
                        },
                    },
                ),
                "compare": {
                    "type": "array",
                    "items": {},
                    "minItems": 3,
                    "maxItems": 3,
                    "description": "A date or an age, an operator, and another.",
                },
                "match": _described(_text(Match), "certain: only certain answers."),
            },
        )


def _claim() -> dict[str, Any]:
    words: dict[str, Iterable[str]] = {
        "kind": KINDS,
        "calendar": CalendarChoice.values,
        "certainty": Certainty.values,
        "basis": Basis.values,
        "polarity": Polarity.values,
        "rank": Rank.values,
    }
    slugs = ("role", "organisation", "event", "place", "person", "source", "attributed_to")
    relations = ("on", "overlaps", "before", "after", "during")
    date = {
        **dict.fromkeys(relations, _text()),
        "calendar": _text(("gregorian", "julian")),
    }
    return _object(
        "What one claim must satisfy.",
        {
            **{name: _slugs() for name in slugs},
            **{name: _one_or_many(_text(known)) for name, known in words.items()},
            **dict.fromkeys(("exact", "converse", "doubtful"), _flag()),
            "name": _one_or_many(_text()),
            "text": _text(),
            "date": _object("A relation to a date in EDTF.", date),
            "independent_witnesses": {"type": "integer", "minimum": 1},
        },
    )


def _text(words: Iterable[str] = ()) -> dict[str, Any]:
    return {"type": "string", "enum": list(words)} if words else {"type": "string"}


def _flag() -> dict[str, Any]:
    return {"type": "boolean"}


def _slugs() -> dict[str, Any]:
    return _one_or_many(_text())


def _one_or_many(shape: dict[str, Any]) -> dict[str, Any]:
    return {"oneOf": [shape, {"type": "array", "items": shape, "minItems": 1}]}


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "description": description, "properties": properties}


def _described(shape: dict[str, Any], description: str) -> dict[str, Any]:
    return {**shape, "description": description}
