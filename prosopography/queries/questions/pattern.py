"""The claims that satisfy a pattern, seen from each of the two persons they may be about."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models import When as Where

from prosopography import names
from prosopography.dates import Answer
from prosopography.models import (
    Assertion,
    Certainty,
    Citation,
    Event,
    Identification,
    Joins,
    NameKey,
    Organisation,
    Place,
    Polarity,
    Rank,
    Role,
    Stance,
)

from ..below import with_parts
from ..keys import keyed
from ..text import contains
from ..when import date_condition
from .node import Pattern

#: The references that mean what is part of them too.
_TREES: dict[str, Any] = {
    "event": Event,
    "organisation": Organisation,
    "place": Place,
    "role": Role,
}
#: ``overlaps`` is the word for spans, ``on`` for days: both ask for a day in common.
RELATIONS = {"on": "on", "overlaps": "on", "before": "before", "after": "after", "during": "during"}


@dataclass(frozen=True)
class Side:
    """From where a claim is seen: the column of the person who answers, and of the other one."""

    own: str
    other: str
    condition: Q


@dataclass(frozen=True)
class Asked:
    """A pattern with its trees looked up: the conditions on a claim, wherever it is seen from."""

    references: Q  # what an index finds without a look at the claims
    indexed: Q  # the same, and the kinds
    condition: Q  # everything else of the claim, and what one supporting citation must say
    certain: Q  # when a claim that satisfies it does so for certain
    sides: tuple[Side, ...]

    @cached_property
    def views(self) -> list[tuple[Side, QuerySet[Assertion]]]:
        """The claims that satisfy it, seen from each side; made once, for making them costs."""
        rows = matching(self)
        return [
            (side, rows.filter(side.condition, **{f"{side.own}__isnull": False}))
            for side in self.sides
        ]


def asked(pattern: Pattern) -> Asked:
    """What the pattern asks of a claim; a query for each tree, one for relationships by a role."""
    indexed, keys = Q(), {}
    for column, model in _TREES.items():
        rows = [row.key for row in getattr(pattern, column)]
        if rows:
            keys[column] = set(rows) if pattern.exact else with_parts(model, rows)
            indexed &= keyed(column, keys[column])
    references = indexed
    if pattern.kind:
        indexed &= Q(kind__in=pattern.kind)
    condition = Q(
        polarity__in=pattern.polarity or [Polarity.AFFIRMED],
        rank__in=pattern.rank or [Rank.PREFERRED, Rank.NORMAL],
    )
    for column in ("certainty", "basis"):
        if words := getattr(pattern, column):
            condition &= Q(**{f"{column}__in": words})
    if pattern.calendar:
        condition &= ~Q(edtf="") & Q(calendar__in=pattern.calendar)
    if pattern.text:
        condition &= contains("value", pattern.text)
    if pattern.independent_witnesses:
        condition &= Q(witnesses__gte=pattern.independent_witnesses)
    if pattern.date:
        relation, span = RELATIONS[pattern.date.relation], pattern.date.span
        condition &= date_condition(relation, Answer.POSSIBLE, span)
    said = _said(pattern)
    sure = _said(pattern, identification=Identification.CERTAIN)
    certain = Q(certainty=Certainty.CERTAIN) & sure
    if pattern.date:
        certain &= date_condition(relation, Answer.CERTAIN, span)
    condition &= said if pattern.doubtful else sure
    return Asked(references, indexed, condition, certain, _sides(pattern, keys.get("role", set())))


def matching(pattern: Asked) -> QuerySet[Assertion]:
    """The public claims that satisfy the pattern; ``is_certain`` says how surely. In no order."""
    rows: Any = Assertion.objects.public().filter(pattern.indexed, pattern.condition)
    sure = Case(
        Where(pattern.certain, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return rows.annotate(is_certain=sure).order_by()


def _said(pattern: Pattern, **more: str) -> Q:
    """That one readable citation supports the claim and says what the pattern asks of it.

    Nothing, where nothing is asked: every public claim has a citation that supports it.
    """
    asked = Q(**more)
    if pattern.source:
        asked &= Q(source__in=[row.key for row in pattern.source])
    works = [row.key for row in pattern.attributed_to_source]
    persons = [row.key for row in pattern.attributed_to_person]
    if works or persons:
        asked &= Q(attributed_to_source__in=works) | Q(attributed_to_person__in=persons)
    if not asked and not pattern.name:
        return Q()
    supporting = Citation.objects.readable().filter(
        asked, assertion=OuterRef("pk"), stance=Stance.SUPPORTS
    )
    if not pattern.name:
        return Q(Exists(supporting))
    wholes = {key.value for text in pattern.name for key in names.keys(text) if key.kind == "whole"}
    forms = NameKey.objects.filter(kind="whole", value__in=sorted(wholes))
    by_value = forms.filter(form__citation=None).values("form__assertion")
    printed = forms.exclude(form__citation=None).values("form__citation")
    called = Q(pk__in=by_value) & Q(Exists(supporting))
    return called | Q(Exists(supporting.filter(pk__in=printed)))


def _sides(pattern: Pattern, roles: set[int]) -> tuple[Side, ...]:
    """From which sides claims count (see docs/questions.md, relationships)."""
    others = [row.key for row in pattern.person]
    can_relate = not pattern.kind or "relationship" in pattern.kind
    is_alike = Q(role__joins=Joins.PERSON, role__label=F("role__converse_label"))
    alike = can_relate and (
        not roles
        or Role.objects.filter(pk__in=roles, joins=Joins.PERSON, label=F("converse_label")).exists()
    )
    relationship = Q(kind="relationship")
    if pattern.converse:
        direct, turned = relationship & is_alike, relationship
    else:
        direct = relationship if others else Q()
        turned = relationship & is_alike if roles else relationship
    sides = []
    if not pattern.converse or alike:
        sides.append(Side("person", "related_person", _with(direct, "related_person", others)))
    # A name as printed is that of the person whom the claim is about.
    if (pattern.converse or alike) and not pattern.name:
        sides.append(Side("related_person", "person", _with(turned, "person", others)))
    return tuple(sides)


def _with(condition: Q, column: str, others: list[int]) -> Q:
    return condition & Q(**{f"{column}__in": others}) if others else condition
