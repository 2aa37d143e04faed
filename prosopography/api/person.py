"""Persons."""

from typing import Any

from django.db.models import Q, QuerySet
from rest_framework import serializers

from prosopography.models import Person
from prosopography.queries.facets import LISTINGS, Asked, narrowed, sure
from prosopography.queries.life import LifeDates, life_dates_of
from prosopography.queries.pattern import matching_claims, named_in

from .claim_filters import both
from .entity import EntityFilters, EntityHead, EntityResource, EntityTail, embedded_claims
from .fields import Address, PageAddress, Sparse
from .parameters import Flag, Level, OfFacet

#: The facets of the list of persons that are not parameters of every list.
OF_LISTS = ("fate", "born", "died", "disagreement")


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

    fate = OfFacet(
        "What befell the person, or what they did: the role of a life event, or what is narrower. A "
        "claim of its own, apart from what else is asked of a claim.",
        "fate",
    )
    born = OfFacet("A decade in which they may have been born: 1890s.", "born")
    died = OfFacet("A decade in which they may have died: 1930s.", "died")
    disagreement = OfFacet(
        "Whether the sources disagree about them: open, settled by the editors, or none.",
        "disagreement",
        ("open", "settled", "none"),
    )
    certain = Flag(
        "Whether what is uncertain is left out: then a claim that is asked for must be certain and "
        "surely of this person, and a decade that of the birth or death whatever the true day was.",
        Level.HOW,
    )

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As always; and of the birth, and of the death, one dated claim that says what is asked."""
        queryset = super().filter_queryset(queryset)
        asked = self._asked_of_lists()
        if asked.chosen:
            found = narrowed(LISTINGS["person"](), asked).order_by()
            queryset = queryset.filter(pk__in=found.values("pk"))
        for kind, level in (("birth", Level.BIRTH), ("death", Level.DEATH)):
            condition = self._asked(level)
            if condition:
                dated = Q(kind=kind) & ~Q(edtf="") & condition
                claims = matching_claims(dated, Q(), affirmed=True)
                queryset = named_in(queryset, "person", claims)
        return queryset

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """As always; a certain claim, where what is uncertain is left out."""
        return super().narrow(queryset, claim & sure(self._asked_of_lists()), citation)

    def _asked_of_lists(self) -> Asked:
        """What the facets are asked that the list of the site has and other lists have not."""
        given = self.form.cleaned_data
        chosen = {name: given[name] for name in OF_LISTS if name in self.data}
        return Asked(chosen=chosen, certain=bool(given.get("certain")))


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
