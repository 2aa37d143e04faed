"""A worked example for newcomers, out of the record itself: when somebody was born or died, of
which the sources say different things."""

from dataclasses import dataclass

from django.db.models import Case, Count, Q, Value, When

from prosopography.models import ConflictEntry, Nature

from .backing import Backing
from .claims import Claim, Evidence
from .conflict import ShownConflict, ShownSide, of_entries
from .conflict_index import entries
from .life import life_dates_of
from .preferred import Shown

_DEATH, _BIRTH = "death", "birth"
#: The most sides that are shown; the page of the conflict has them all.
MOST_SIDES = 3


@dataclass(frozen=True)
class ExampleSide:
    """One of the things said, with the claim that has most words for it."""

    text: str
    backing: Backing  # the sources that say so
    claim: Claim
    evidence: Evidence


@dataclass(frozen=True)
class Example:
    """A person, what is said of the death or the birth, and what the record makes of it."""

    conflict: ShownConflict
    is_death: bool
    shown: Shown  # what stands in the heading of the person's page, and why
    sides: list[ExampleSide]

    @property
    def person(self) -> object:
        """Of whom it is."""
        return self.conflict.conflict.subject


def example() -> Example | None:
    """The date of a death, else of a birth, that most claims are at odds about; None without any.

    Two queries, and where there is one those of ``conflict.of_entries`` for a person, and of
    ``life_dates_of``.
    """
    found = [each for each in of_entries(_entries()) if each is not None]
    if not found:
        return None
    conflict = found[0]
    person = conflict.conflict.subject
    life = life_dates_of([person]).get(person.pk)
    is_death = conflict.conflict.topic == _DEATH
    sides = [_side(side) for side in conflict.sides[:MOST_SIDES]]
    return Example(
        conflict=conflict,
        is_death=is_death,
        shown=(life.died if is_death else life.born) if life else Shown(),
        sides=[side for side in sides if side is not None],
    )


def _entries() -> list[ConflictEntry]:
    """The entry of the conflict to show, if there is one; two queries."""
    of_persons = ConflictEntry.objects.filter(rule="single_date", nature=Nature.DISAGREEMENT)
    kind = Case(When(key__endswith=f":{_DEATH}", then=Value(0)), default=Value(1))
    likely = (
        of_persons.filter(Q(key__endswith=f":{_DEATH}") | Q(key__endswith=f":{_BIRTH}"))
        .exclude(person=None)
        .annotate(sort=kind, number=Count("claims"))
        .order_by("sort", "-number", "key")
        .values_list("pk", flat=True)[:1]
    )
    return list(entries().filter(pk__in=list(likely)))


def _side(side: ShownSide) -> ExampleSide | None:
    """A side with the longest words that support it, without a hedge if it can be; None where none do."""
    told = [
        ((not claim.certainty, len(each.quotation), -number), claim, each)
        for number, claim in enumerate(side.claims)
        for each in claim.evidence
        if not each.contradicts
    ]
    if not told:
        return None
    _, claim, evidence = max(told, key=lambda each: each[0])
    return ExampleSide(side.text, side.backing, claim, evidence)
