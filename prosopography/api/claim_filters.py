"""The parameters that speak of a claim, of its citation, and of when it was so."""

from typing import ClassVar

from django.db.models import Q, QuerySet

from prosopography.dates import Answer, Calendar
from prosopography.models import (
    KINDS,
    Basis,
    CalendarChoice,
    Certainty,
    Event,
    Identification,
    Organisation,
    Person,
    Place,
    Polarity,
    Rank,
    Role,
    Source,
    Stance,
)
from prosopography.queries.conflict_index import is_disputed
from prosopography.queries.pattern import matching_claims, named_in

from .filters import Filters
from .parameters import (
    Choice,
    Doubt,
    Exactly,
    Flag,
    Least,
    Level,
    OneChoice,
    Reference,
    Text,
    When,
)

CLAIM, CITATION, HOW = Level.CLAIM, Level.CITATION, Level.HOW

#: What each comparison asks, of a claim and of a birth or death.
_COMPARED = {
    "on": ("it was so on that day, or on some day of that year", "on that day, or in that year"),
    "before": ("it was over before that day or year", "before that day or year"),
    "after": ("it began after that day or year", "after that day or year"),
    "during": ("it lay wholly within that day or year", "within that day or year"),
}
_LIVES = {Level.BIRTH: "the person was born", Level.DEATH: "the person died"}
_EDTF = "EDTF: 1917-11-07, 1917-11, 1917, 1917/1921."


def both(relation: str, level: Level) -> tuple[When, When]:
    """A comparison with a date in both senses: possible, certain."""
    of_claim, of_life = _COMPARED[relation]
    compared = f"{_LIVES[level]} {of_life}" if level in _LIVES else of_claim
    return (
        When(f"Not excluded that {compared}. {_EDTF}", relation, Answer.POSSIBLE, level),
        When(f"Certain that {compared}. {_EDTF}", relation, Answer.CERTAIN, level),
    )


class ClaimReferences(Filters):
    """What a claim names."""

    person = Reference("Whom the claim is about.", "person", Person, CLAIM)
    related_person = Reference(
        "The other person of a relationship.", "related_person", Person, CLAIM
    )
    role = Reference("The role, relationship, life event …", "role", Role, CLAIM, tree=True)
    organisation = Reference(
        "The body that the claim names.", "organisation", Organisation, CLAIM, tree=True
    )
    event = Reference("The event that the claim names.", "event", Event, CLAIM, tree=True)
    place = Reference("The place that the claim names.", "place", Place, CLAIM, tree=True)
    exact = Flag("Whether organisations, events, places and roles are without their parts.", HOW)


class ClaimFilters(ClaimReferences):
    """Everything that a claim says."""

    kind = Choice("The kind of the claim.", "kind", KINDS, CLAIM)
    certainty = Choice("How sure the source is.", "certainty", Certainty.values, CLAIM)
    basis = Choice("How the claim comes out of its source.", "basis", Basis.values, CLAIM)
    polarity = Choice(
        "Whether it is affirmed, denied, or searched for and not stated (silent).",
        "polarity",
        Polarity.values,
        CLAIM,
    )
    rank = Choice("The editors' judgement.", "rank", Rank.values, CLAIM)
    calendar = Choice(
        "The calendar in which its date is written.", "calendar", CalendarChoice.values, CLAIM
    )
    text = Text("Words in its value: the name, the description, the title …", ["value"], CLAIM)
    dated = Flag("Whether it has a date.", CLAIM, ~Q(edtf=""))
    witnesses_min = Least("It has at least so many independent witnesses.", "witnesses", CLAIM)
    doubtful = Doubt(
        "Claims of which no citation surely means the person or body: include (unless said "
        "otherwise), exclude, or only these.",
        CLAIM,
    )
    disputed = Flag("Whether it is in a conflict, settled or not.", CLAIM, is_disputed())

    possible_on, certain_on = both("on", CLAIM)
    possible_before, certain_before = both("before", CLAIM)
    possible_after, certain_after = both("after", CLAIM)
    possible_during, certain_during = both("during", CLAIM)
    date_calendar = OneChoice(
        "The calendar of the dates in this request; Gregorian unless said otherwise.",
        "",
        [Calendar.GREGORIAN.value, Calendar.JULIAN.value],
        HOW,
    )


class CitationFilters(Filters):
    """Everything that a citation of the claim says."""

    source = Reference("The source in which it stands.", "source", Source, CITATION)
    attributed_to_source = Reference(
        "The work that the source reports.", "attributed_to_source", Source, CITATION
    )
    attributed_to_person = Reference(
        "The person whom the source reports.", "attributed_to_person", Person, CITATION
    )
    named_as = Exactly("The name exactly as it is printed there.", "named_as", CITATION)
    stance = Choice(
        "Whether the words support or contradict it.", "stance", Stance.values, CITATION
    )
    identification = Choice(
        "Whether the name as printed surely means this person or body.",
        "identification",
        Identification.values,
        CITATION,
    )


class NamedFilters(Filters):
    """For rows that claims name: what one claim must say that names the row in ``column``."""

    column: ClassVar[str]

    def narrow(self, queryset: QuerySet, claim: Q, citation: Q) -> QuerySet:
        """The rows that one such public claim names; an affirmed one, unless denied are asked for."""
        affirmed = "polarity" not in self.data
        return named_in(queryset, self.column, matching_claims(claim, citation, affirmed=affirmed))
