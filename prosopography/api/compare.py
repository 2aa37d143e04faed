"""Two to five persons side by side: what they share, and where they part."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.beside import MOST_PAIRS, Group, Row
from prosopography.queries.compared import Comparison, Side, compare, fault
from prosopography.queries.pairs import Nearness
from prosopography.queries.preferred import Shown

from .asking import QuestionView
from .assertion import AssertionSerializer, attest
from .errors import refuse
from .fields import Reference, ReferenceSerializer, short_of
from .overlaps import PairSerializer, RelationshipSerializer, pair
from .person import LifeSerializer

_MATCH = "certain where no doubt is left of two of them (of the only one), else possible."


@extend_schema_field(ReferenceSerializer(allow_null=True))
class Thing(serializers.Field):
    """What is compared, in short: a body, an event, a role or a place; null for birth and death."""

    def to_representation(self, value: Any) -> dict[str, str]:
        """Slug, label and address."""
        return short_of(value._meta.model_name, value, self.context["addresses"])


class PlaceShownSerializer(serializers.Serializer):
    """A place of the life as the header of the person's page shows it."""

    text = serializers.CharField(help_text="Empty where nothing is said.")
    disagree = serializers.BooleanField(help_text="Whether the sources exclude one another.")


class ClaimsOfSerializer(serializers.Serializer):
    """A person with the claims."""

    person = Reference("person")
    claims = AssertionSerializer(many=True)


class TogetherInTimeSerializer(serializers.Serializer):
    """How two of the persons stand to one another in time."""

    one = Reference("person")
    other = Reference("person")
    nearness = serializers.ChoiceField(
        list(Nearness), allow_null=True, help_text="null: certainly at different times."
    )
    text = serializers.CharField(help_text="In words; empty where there is nothing to say.")
    pairs = PairSerializer(
        many=True, help_text=f"Claim by claim, the strongest first: {MOST_PAIRS} at most."
    )
    more = serializers.IntegerField(help_text="How many pairs there are beside these.")


class SharedSerializer(serializers.Serializer):
    """One thing with what is said of it of each person."""

    title = serializers.CharField()
    thing = Thing(allow_null=True)
    match = serializers.ChoiceField(["certain", "possible"], help_text=_MATCH)
    holders = serializers.ListField(
        child=Reference("person"), help_text="Those of whom a claim affirms it."
    )
    together = TogetherInTimeSerializer(
        many=True, help_text="Of each two of the holders of a body or an act; else empty."
    )
    claims = ClaimsOfSerializer(many=True, help_text="Of each person; denials are among them.")


class TopicSerializer(serializers.Serializer):
    """Things of one sort."""

    topic = serializers.CharField(help_text="bodies, events, acts, occupations or places.")
    rows = SharedSerializer(many=True)


class ComparedSerializer(serializers.Serializer):
    """A person with what none of the others has."""

    person = Reference("person")
    life = LifeSerializer()
    born_in = PlaceShownSerializer()
    died_in = PlaceShownSerializer()
    claims = serializers.IntegerField(help_text="How many name the person.")
    sources = serializers.IntegerField(help_text="How many these are from.")
    alone = TopicSerializer(many=True, help_text="What none of the others has.")


class SpeakingSerializer(serializers.Serializer):
    """A source that speaks of all of them."""

    source = Reference("source")  # type: ignore[assignment]
    claims = serializers.ListField(
        child=serializers.IntegerField(), help_text="How many of each person, in their order."
    )


class ComparisonSerializer(serializers.Serializer):
    """Persons side by side."""

    persons = ComparedSerializer(many=True, help_text="In the order in which they are asked for.")
    life = SharedSerializer(many=True, help_text="Birth and death.")
    shared = TopicSerializer(many=True, help_text="What two of them have at least.")
    differing = TopicSerializer(many=True, help_text="The same act, at different times.")
    relationships = RelationshipSerializer(many=True, help_text="Among them.")
    sources = SpeakingSerializer(many=True, help_text="Those that speak of all of them.")


class Compare(QuestionView):
    """Two to five persons side by side, with the claims of what they share and where they part."""

    serializer_class = ComparisonSerializer
    summary = "Two to five persons side by side"

    own = (
        OpenApiParameter(
            "persons",
            required=True,
            description="The slugs of two to five persons, separated by commas.",
        ),
    )

    def get(self, request: Request) -> Response:
        """What they share and where they part."""
        found = compare(self._persons())
        context = self.context()
        return Response(ComparisonSerializer(_told(found), context=context).data)

    def _persons(self) -> list[Person]:
        """Two queries, one more for former slugs. Raises RefusedError (400)."""
        given = self.request.query_params.get("persons")
        if given is None:
            raise refuse("persons", "Give two to five persons.", code="required")
        slugs = [slug.strip() for slug in given.split(",")]
        if "" in slugs:
            raise refuse("persons", "A value between the commas is empty.", code="blank")
        if problem := fault(slugs):
            raise refuse("persons", problem)
        keys = keys_of(Person, slugs)
        for slug in slugs:
            if slug not in keys:
                raise refuse("persons", f"There is no person “{slug}”.", code="unknown")
        rows = visible(Person).in_bulk(keys.values())
        persons = [rows[keys[slug]] for slug in slugs]
        if problem := fault([person.slug for person in persons]):
            raise refuse("persons", problem)
        return persons


def _told(found: Comparison) -> dict[str, Any]:
    """The comparison as its serializer takes it, with the testimony of its claims; two queries."""
    groups = [*found.shared, *found.differing, *(each for s in found.sides for each in s.alone)]
    rows = [*found.life, *(row for group in groups for row in group.rows)]
    claims = {
        each.assertion.pk: each.assertion for row in rows for cell in row.cells for each in cell
    }
    claims |= {each.assertion.pk: each.assertion for each in found.relationships}
    attest(claims.values())
    return {
        "persons": [_side(each) for each in found.sides],
        "life": [_row(each) for each in found.life],
        "shared": _topics(found.shared),
        "differing": _topics(found.differing),
        "relationships": found.relationships,
        "sources": found.sources,
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "person": side.person,
        "life": side.life,
        "born_in": _shown(side.where.born),
        "died_in": _shown(side.where.died),
        "claims": side.claims,
        "sources": side.sources,
        "alone": _topics(side.alone),
    }


def _shown(value: Shown) -> dict[str, Any]:
    return {"text": value.text, "disagree": value.disagree}


def _topics(groups: list[Group]) -> list[dict[str, Any]]:
    return [{"topic": each.key, "rows": [_row(row) for row in each.rows]} for each in groups]


def _row(row: Row) -> dict[str, Any]:
    identifiers = {
        each.assertion.pk: each.assertion.identifier for cell in row.cells for each in cell
    }
    return {
        "title": row.title,
        "thing": row.row,
        "match": row.match,
        "holders": row.holders,
        "together": [
            {
                "one": each.one,
                "other": each.other,
                "nearness": each.nearness,
                "text": each.text,
                "pairs": [pair(one, identifiers) for one in each.pairs],
                "more": each.more,
            }
            for each in row.together
        ],
        "claims": [
            {"person": person, "claims": [each.assertion for each in cell]}
            for person, cell in row.beside
        ],
    }
