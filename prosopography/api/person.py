"""Persons."""

from typing import Any

from django.db.models import Q, QuerySet
from rest_framework import serializers

from prosopography.models import Person
from prosopography.queries.life import LifeDates, life_dates_of
from prosopography.queries.pattern import matching_claims, named_in

from .claim_filters import both
from .entity import EntityFilters, EntityHead, EntityResource, EntityTail, embedded_claims
from .fields import Address, PageAddress, Sparse
from .parameters import Level


class LifeSerializer(serializers.Serializer):
    """When a person lived, computed from the claims of birth and death."""

    birth = serializers.CharField(help_text="The year, or all that is said; empty if nothing is.")
    death = serializers.CharField(help_text="The same.")
    disagree = serializers.BooleanField(help_text="Whether the sources exclude one another.")
    text = serializers.CharField(source="*", help_text="Both in one line.")


class PersonHead(Sparse):
    """Where a person is to be found."""

    url = Address("person")
    page = PageAddress("person")
    life = LifeSerializer(help_text="When the person lived.")


class PersonSerializer(EntityHead, PersonHead, EntityTail):
    """A person. What is claimed of them are assertions; here is what they are called."""


class PersonFilters(EntityFilters):
    """What one claim says of the person, and when they were born and died."""

    noun = column = "person"

    person = None  # type: ignore[assignment]

    born_possible_on, born_certain_on = both("on", Level.BIRTH)
    born_possible_before, born_certain_before = both("before", Level.BIRTH)
    born_possible_after, born_certain_after = both("after", Level.BIRTH)
    born_possible_during, born_certain_during = both("during", Level.BIRTH)
    died_possible_on, died_certain_on = both("on", Level.DEATH)
    died_possible_before, died_certain_before = both("before", Level.DEATH)
    died_possible_after, died_certain_after = both("after", Level.DEATH)
    died_possible_during, died_certain_during = both("during", Level.DEATH)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As always; and of the birth, and of the death, one dated claim that says what is asked."""
        queryset = super().filter_queryset(queryset)
        for kind, level in (("birth", Level.BIRTH), ("death", Level.DEATH)):
            condition = self._asked(level)
            if condition:
                dated = Q(kind=kind) & ~Q(edtf="") & condition
                claims = matching_claims(dated, Q(), affirmed=True)
                queryset = named_in(queryset, "person", claims)
        return queryset


class PersonResource(EntityResource):
    """Persons: everybody of whom the record says anything."""

    noun = "person"
    model = Person
    serializer_class = PersonSerializer
    filterset_class = PersonFilters
    embeds = {"assertions": embedded_claims("person")}

    def prepare(self, rows: list[Any]) -> None:
        """With the life dates too; five queries."""
        super().prepare(rows)
        lives = life_dates_of(rows)
        for person in rows:
            person.life = lives.get(person.pk, LifeDates())
