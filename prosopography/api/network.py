"""Networks: around a person, and within the group that answers a question."""

import json
from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Person
from prosopography.queries.links import LINKS
from prosopography.queries.network import MOST_GIVEN, Network, Tie, around, within
from prosopography.queries.questions import QuestionError, answer, read_text, sentence

from .asking import OF_GROUP, YES_OR_NO, QuestionView
from .compare import Thing
from .errors import refuse
from .fields import Reference
from .linking import FILTER, FilterSerializer, number, only, told
from .of_person import OfPerson

#: How many steps a network goes from its person at most.
MOST_STEPS = 2
_OF_PERSON = [
    *FILTER,
    OpenApiParameter("steps", int, description="How far it goes: 1 unless said otherwise, or 2."),
    OpenApiParameter(
        "among", bool, description="Whether with the links of the farthest to one another."
    ),
]


class NetworkNodeSerializer(serializers.Serializer):
    """A person of the network."""

    person = Reference("person")
    distance = serializers.IntegerField(
        allow_null=True, help_text="How many links from the person asked about; null in a group."
    )
    certain = serializers.BooleanField(
        help_text="Whether certain links lead there; in a group, whether it surely belongs to it."
    )


class NetworkLinkSerializer(serializers.Serializer):
    """One link of two persons."""

    by = serializers.ChoiceField(LINKS)
    certain = serializers.BooleanField()
    through = Thing(source="row", help_text="The body or event; of a relationship its role.")
    label = serializers.CharField(  # type: ignore[assignment]
        help_text="What it is called, from the side of the source."
    )
    claims = serializers.ListField(
        child=serializers.CharField(), help_text="The identifiers of its claims."
    )


class NetworkEdgeSerializer(serializers.Serializer):
    """All that links two persons."""

    source = serializers.SlugField(source="one.slug")  # type: ignore[assignment]
    target = serializers.SlugField(source="other.slug")
    weight = serializers.SerializerMethodField(help_text="How many links there are.")
    certain = serializers.BooleanField(help_text="Whether one of the links is.")
    links = NetworkLinkSerializer(many=True, source="ways", help_text="The strongest ones first.")

    def get_weight(self, tie: Tie) -> int:
        """How many links there are."""
        return len(tie.ways)


class NetworkSerializer(serializers.Serializer):
    """Persons and what links them."""

    left_out = serializers.IntegerField(
        help_text=f"How many persons more there are: at most {MOST_GIVEN} are given."
    )
    nodes = NetworkNodeSerializer(many=True)
    edges = NetworkEdgeSerializer(many=True, source="ties")


class PersonNetworkAskedSerializer(FilterSerializer):
    """What is asked."""

    person = Reference("person")
    steps = serializers.IntegerField()
    among = serializers.BooleanField(help_text="With the links of the farthest to one another.")


class PersonNetworkSerializer(NetworkSerializer):
    """The network around a person."""

    asked = PersonNetworkAskedSerializer()


class GroupNetworkAskedSerializer(FilterSerializer):
    """What is asked."""

    q = serializers.JSONField(help_text="The question.")
    sentence = serializers.CharField(help_text="The question in English.")


class GroupNetworkSerializer(NetworkSerializer):
    """The network within a group."""

    asked = GroupNetworkAskedSerializer()


class PersonNetwork(OfPerson):
    """Whom few links join to a person, and these links, each with the identifiers of its claims."""

    serializer_class = PersonNetworkSerializer
    summary = "The network around a person"
    own = _OF_PERSON
    below = "network"

    def answer(self, person: Person, request: Request) -> Response:
        """The nearest first."""
        query = request.query_params
        counting = only(query)
        steps = number(query, "steps", MOST_STEPS, 1)
        certain = self.word("certain", YES_OR_NO, "false")
        among = self.word("among", YES_OR_NO, "false")
        found = around(person, steps, counting, certain=certain, among=among)
        asked = {**told(counting, certain), "person": person, "steps": steps, "among": among}
        return Response(PersonNetworkSerializer(_answer(found, asked), context=self.context()).data)


class GroupNetwork(QuestionView):
    """What links those who answer a question with one another."""

    serializer_class = GroupNetworkSerializer
    summary = "The network within a group"
    own = (OF_GROUP, *FILTER)
    long_parameters = ("q",)

    def get(self, request: Request) -> Response:
        """Persons by their names."""
        query = request.query_params
        if "q" not in query:
            raise refuse("q", "Give a question, as JSON.", code="required")
        counting = only(query)
        certain = self.word("certain", YES_OR_NO, "false")
        try:
            question = read_text(str(query["q"]))
        except QuestionError as error:
            raise refuse("q", f"{error.faults[0]}.") from error
        group = answer(question)
        found = within(group.certain, group.possible, counting, certain=certain)
        asked = {
            **told(counting, certain),
            "q": json.loads(question.canonical),
            "sentence": sentence(question),
        }
        context = self.context()
        return Response(GroupNetworkSerializer(_answer(found, asked), context=context).data)


def _answer(found: Network, asked: dict[str, Any]) -> dict[str, Any]:
    return {
        "asked": asked,
        "left_out": found.left_out,
        "nodes": found.nodes,
        "ties": found.ties,
    }
