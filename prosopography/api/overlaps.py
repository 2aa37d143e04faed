"""Who served with a person, in what and how long; and the relationships of the person."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from prosopography.models import Organisation, Person
from prosopography.queries.address import keys_of, visible
from prosopography.queries.overlaps import Companion, overlaps, tell
from prosopography.queries.pairs import Nearness, Pair
from prosopography.queries.relationships import MOST_RELATIONSHIPS, bonds, relationships

from .asking import YES_OR_NO
from .assertion import AssertionSerializer, attest
from .errors import refuse
from .fields import Reference
from .of_person import OfPerson
from .pagination import PAGE_SIZE, Pages
from .succession import IsoDay

_MATCHES = ("possible", "certain")
_OWN = [
    OpenApiParameter(
        "organisation", description="In this body; its parts are one with it unless exact=true."
    ),
    OpenApiParameter("exact", bool, description="Whether parts of the body do not count."),
    OpenApiParameter(
        "match",
        enum=list(_MATCHES),
        description="certain: only persons and bodies of which it is certain.",
    ),
    OpenApiParameter("page", int, description="The number of the page, from 1."),
    OpenApiParameter(PAGE_SIZE, int, description="How many persons a page has."),
]
_MATCH = "certain or possible, as questions have it."
_NEARNESS = (
    "certain; possible: the dates speak of common days without settling it, or a source hedges; "
    "open: nothing excludes it, and no date speaks for it."
)
_LEAST = "The days in common whatever the true days were; null: without a limit."
_MOST = "The days in common at most; null: without a limit."


class OverlapsAskedSerializer(serializers.Serializer):
    """What is asked."""

    person = Reference("person")
    organisation = Reference("organisation", allow_null=True)
    exact = serializers.BooleanField(help_text="Without parts of the body.")
    match = serializers.ChoiceField(_MATCHES, help_text="The least that is given.")


class NearnessCountsSerializer(serializers.Serializer):
    """How many persons there are of each nearness, on all pages."""

    certain = serializers.IntegerField()
    possible = serializers.IntegerField()
    open = serializers.IntegerField()


class DaysSerializer(serializers.Serializer):
    """From the first to the last day; null where there is no limit."""

    first = IsoDay()
    last = IsoDay()


class PairSerializer(serializers.Serializer):
    """A claim of each of the two, and what these have in common."""

    one = serializers.CharField(help_text="The identifier of the claim of the first person.")
    other = serializers.CharField(help_text="That of the other one.")
    match = serializers.ChoiceField(_MATCHES, help_text=_MATCH)
    nearness = serializers.ChoiceField(list(Nearness), help_text=_NEARNESS)
    least = serializers.IntegerField(allow_null=True, help_text=_LEAST)
    most = serializers.IntegerField(allow_null=True, help_text=_MOST)
    certain = DaysSerializer(
        allow_null=True, help_text="The days on which both surely were there; null where unknown."
    )
    possible = DaysSerializer(help_text="The days on which both can have been there.")
    text = serializers.CharField(help_text="How surely and how long, in words.")
    reason = serializers.CharField(
        help_text="Why it is not certain, where that is not the dates; else empty."
    )


class TogetherSerializer(serializers.Serializer):
    """A body in which both held something."""

    organisation = Reference("organisation")
    match = serializers.ChoiceField(_MATCHES, help_text="Of the strongest pair.")
    nearness = serializers.ChoiceField(list(Nearness), help_text=_NEARNESS)
    least = serializers.IntegerField(allow_null=True, help_text="Of the strongest pair.")
    most = serializers.IntegerField(allow_null=True, help_text="The same.")
    pairs = PairSerializer(many=True, help_text="Claim by claim, the strongest first.")
    claims = AssertionSerializer(many=True, help_text="What the other one held in it.")


class CompanionSerializer(serializers.Serializer):
    """Somebody who served with the person."""

    person = Reference("person")
    match = serializers.ChoiceField(_MATCHES, help_text=_MATCH)
    nearness = serializers.ChoiceField(list(Nearness), help_text=_NEARNESS)
    bodies = TogetherSerializer(many=True, help_text="In what, the strongest first.")


class RelationshipSerializer(serializers.Serializer):
    """What two persons are to one another, as one claim has it."""

    person = Reference("person", help_text="The other one.")
    here = serializers.CharField(help_text="How the person asked about stands to the other one.")
    there = serializers.CharField(help_text="The same from the other side.")
    assertion = AssertionSerializer()


class RelationshipCountsSerializer(serializers.Serializer):
    """How many claims of relationships there are of the person."""

    affirmed = serializers.IntegerField()
    apart = serializers.IntegerField(
        help_text="Denied, searched for in vain, or deprecated: they do not count."
    )


class OverlapsSerializer(serializers.Serializer):
    """Who served with a person, in what and how long."""

    asked = OverlapsAskedSerializer()
    counts = NearnessCountsSerializer()
    count = serializers.IntegerField(help_text="Persons on all pages.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = CompanionSerializer(many=True)
    claims = AssertionSerializer(
        many=True, help_text="What the person held in the bodies of these results."
    )
    relationships = RelationshipSerializer(
        many=True,
        help_text="Those of the person, whichever side the claim is told from: on the first page, "
        f"and {MOST_RELATIONSHIPS} at most; those that do not count come last.",
    )
    relationship_counts = RelationshipCountsSerializer(help_text="Of all of them, on every page.")


def pair(weighed: Pair, identifiers: dict[int, str]) -> dict[str, Any]:
    """A pair as its serializer takes it, with the identifiers of its claims."""
    days = weighed.common
    return {
        "one": identifiers[weighed.one],
        "other": identifiers[weighed.other],
        "match": weighed.match,
        "nearness": weighed.nearness,
        "least": weighed.least,
        "most": days.most,
        "certain": None if weighed.reason else days.certain,
        "possible": days.possible,
        "text": weighed.text,
        "reason": weighed.reason,
    }


def _companion(each: Companion) -> dict[str, Any]:
    bodies = []
    for body in each.bodies:
        claims = [one.assertion for one in (*body.one, *body.other)]
        identifiers = {claim.pk: claim.identifier for claim in claims}
        pairs = [pair(one, identifiers) for one in body.pairs]
        best = {name: pairs[0][name] for name in ("match", "nearness", "least", "most")}
        theirs = [one.assertion for one in body.other]
        bodies.append({"organisation": body.organisation, **best, "pairs": pairs, "claims": theirs})
    return {
        "person": each.person,
        "match": each.match,
        "nearness": each.nearness,
        "bodies": bodies,
    }


class Overlaps(OfPerson):
    """Who served with a person in the same body, in what and how long, each with the claims."""

    serializer_class = OverlapsSerializer
    summary = "Who served with a person"
    own = _OWN
    below = "overlaps"

    def answer(self, person: Person, request: Request) -> Response:
        """Persons by how surely they served together, then by name."""
        organisation = self._organisation()
        exact = self.word("exact", YES_OR_NO, "false")
        if organisation is None and "exact" in request.query_params:
            raise refuse("exact", "It has no effect without an organisation.", code="no_effect")
        match = self.word("match", {each: each for each in _MATCHES}, "possible")
        found = overlaps(person, organisation, exact=exact, certain=match == "certain")
        pages = Pages()
        companions = tell(pages.paginate_queryset(found.found, request, view=self))
        bodies = [body for each in companions for body in each.bodies]
        own = {one.assertion.pk: one.assertion for body in bodies for one in body.one}
        known = bonds(person)
        previous = pages.get_previous_link()
        told = None if previous else relationships(known)
        bound = [*told.affirmed, *told.apart] if told else []
        theirs = [one.assertion for body in bodies for one in body.other]
        attest([*own.values(), *theirs, *(each.assertion for each in bound)])
        answer: dict[str, Any] = {
            "asked": {
                "person": person,
                "organisation": organisation,
                "exact": exact,
                "match": match,
            },
            "counts": {nearness.value: number for nearness, number in found.counts.items()},
            "count": len(found.found),
            "next": pages.get_next_link(),
            "previous": previous,
            "results": [_companion(each) for each in companions],
            "claims": list(own.values()),
            "relationships": bound,
            "relationship_counts": {
                "affirmed": len(known.affirmed),
                "apart": len(known.apart),
            },
        }
        return Response(OverlapsSerializer(answer, context=self.context()).data)

    def _organisation(self) -> Any:
        """The body asked about; two queries, and one more where its slug is an old one."""
        given = self.request.query_params.get("organisation")
        if given is None:
            return None
        slug = given.strip()
        key = keys_of(Organisation, [slug]).get(slug)
        if key is None:
            raise refuse("organisation", f"There is no organisation “{slug}”.", code="unknown")
        return visible(Organisation).get(pk=key)
