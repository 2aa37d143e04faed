"""The paths between two persons: by what chain of links they are joined, with the claims of each step."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.chains import LONGEST
from prosopography.queries.links import LINKS
from prosopography.queries.paths import Asked, Paths, Way, paths
from prosopography.queries.sentence import plain

from .asking import YES_OR_NO, QuestionView
from .assertion import AssertionSerializer, attest
from .compare import Thing
from .errors import refuse
from .fields import Reference
from .linking import FILTER, FilterSerializer, number, only, told

_PARAMETERS = [
    OpenApiParameter("from", required=True, description="The slug of a person."),
    OpenApiParameter("to", required=True, description="The slug of another person."),
    *FILTER,
    OpenApiParameter(
        "longest", int, description=f"How many steps at most: {LONGEST} unless said otherwise."
    ),
]


class PathLinkSerializer(serializers.Serializer):
    """One link of two persons."""

    by = serializers.ChoiceField(LINKS, source="link.by", help_text="What sort of link it is.")
    certain = serializers.BooleanField(source="link.certain")
    through = Thing(allow_null=True, help_text="The body or event; null of a relationship.")
    size = serializers.IntegerField(source="link.size", help_text="How many persons are in it.")
    text = serializers.SerializerMethodField(help_text="The link in English.")
    assertions = AssertionSerializer(
        many=True, help_text="One of a relationship, else one of each of the two."
    )

    def get_text(self, way: Way) -> str:
        """The link in English."""
        return plain(way.parts)


class PathStepSerializer(serializers.Serializer):
    """From one person to the next."""

    one = Reference("person")
    other = Reference("person")
    certain = serializers.BooleanField(help_text="Whether one of the links is certain.")
    links = PathLinkSerializer(many=True, source="ways", help_text="The strongest ones first.")
    more = serializers.IntegerField(help_text="How many further links are left out.")


class PathSerializer(serializers.Serializer):
    """A chain of links."""

    length = serializers.SerializerMethodField(help_text="How many steps it has.")
    certain = serializers.BooleanField(help_text="Whether every step is.")
    persons = serializers.ListField(child=Reference("person"))
    steps = PathStepSerializer(many=True)

    def get_length(self, path: Any) -> int:
        """How many steps it has."""
        return len(path.steps)


class PathsAskedSerializer(FilterSerializer):
    """What is asked."""

    one = Reference("person", help_text="From whom.")
    other = Reference("person", help_text="To whom.")
    longest = serializers.IntegerField(help_text="Steps at most.")


class PathsSerializer(serializers.Serializer):
    """The shortest paths, and those that come next; five at most."""

    asked = PathsAskedSerializer()
    count = serializers.IntegerField(help_text="How many are given.")
    searched = serializers.IntegerField(
        help_text="Every chain of at most so many steps was looked at."
    )
    apart = serializers.BooleanField(help_text="Whether there is none, however long.")
    results = PathSerializer(many=True, help_text="The best ones first.")


class PathsView(QuestionView):
    """The paths between two persons, each step in words and with its claims and their citations."""

    serializer_class = PathsSerializer
    summary = "The paths between two persons"
    own = _PARAMETERS

    def get(self, request: Request) -> Response:
        """The shortest first."""
        asked = self._asked()
        found = paths(asked)
        attest(_claims(found))
        answer = {
            "asked": {
                **told(asked.only, asked.certain),
                "one": asked.one,
                "other": asked.other,
                "longest": asked.longest,
            },
            "count": len(found.paths),
            "searched": found.searched,
            "apart": found.apart,
            "results": found.paths,
        }
        context = self.context()
        return Response(PathsSerializer(answer, context=context).data)

    def _asked(self) -> Asked:
        """What is asked; a query for both slugs, one for the rows. Raises RefusedError (400)."""
        query = self.request.query_params
        counting = only(query)
        longest = number(query, "longest", LONGEST, LONGEST)
        certain = self.word("certain", YES_OR_NO, "false")
        one, other = self._persons()
        return Asked(one, other, counting, certain, longest)

    def _persons(self) -> list[Person]:
        query = self.request.query_params
        for name in ("from", "to"):
            if name not in query:
                raise refuse(name, "Give the slugs of two persons.", code="required")
        slugs = {name: query[name].strip() for name in ("from", "to")}
        keys = keys_of(Person, slugs.values())
        for name, slug in slugs.items():
            if slug not in keys:
                raise refuse(name, f"There is no person “{slug}”.", code="unknown")
        if keys[slugs["from"]] == keys[slugs["to"]]:
            raise refuse("to", "Give another person than in “from”.")
        rows = visible(Person).in_bulk(keys.values())
        return [rows[keys[slug]] for slug in slugs.values()]


def _claims(found: Paths) -> list[Any]:
    return [
        claim
        for path in found.paths
        for step in path.steps
        for way in step.ways
        for claim in way.assertions
    ]
