"""The index of conflicts: listed, narrowed and counted without a look at any claim.

It is derived (``editing.consequences``); what is shown of a conflict is found anew (``conflict``).
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When

from prosopography.models import (
    Assertion,
    Citation,
    ConflictEntry,
    Nature,
    Settlement,
    Source,
)

from .address import visible
from .conflicts import NOUNS
from .language import later as _

#: By which rows a list can be narrowed, with the table in which the slug is looked up.
NARROWED_BY: dict[str, Any] = {**NOUNS, "source": Source}
#: More than this cannot be chosen from in a list.
MOST_CHOICES = 300

_LINK = ConflictEntry.claims.through


class State(TextChoices):
    """How far the editors have come with a conflict. The order of the words is that of the list."""

    OPEN = "open", _("open")
    REOPENED = "reopened", _("reopened by new data")  # the claims are not those that were settled
    SETTLED = "settled", _("settled")


@dataclass(frozen=True)
class Counts:
    """How many entries there are of each rule, each nature and each state."""

    rule: dict[str, int]
    nature: dict[str, int]
    state: dict[str, int]
    total: int


def entries() -> QuerySet:
    """The entries with their subject and ``state``, what is open first, remarks last."""
    settlements = Settlement.objects.filter(key=OuterRef("key"))
    state = Case(
        When(Exists(settlements.filter(fingerprint=OuterRef("fingerprint"))), Value(State.SETTLED)),
        When(Exists(settlements), Value(State.REOPENED)),
        default=Value(State.OPEN),
    )
    is_remark = Case(When(nature=Nature.CALENDAR, then=Value(1)), default=Value(0))
    found = ConflictEntry.objects.select_related(*NOUNS).annotate(state=state)
    return found.order_by(is_remark, "state", "-nature", "rule", "key")


def condition(name: str, values: Collection[Any]) -> Q:
    """What one filter asks of an entry: words of rule, nature or state, or keys of rows.

    A conflict is a person's, a body's or an event's if it is about it or one of its claims names
    it; a source's, if one of its claims is cited there for the public to read.
    """
    if name not in NARROWED_BY:
        return Q(**{f"{name}__in": values})
    if name == "source":
        cited = Citation.objects.readable().filter(source__in=values)
        return _with_claim(Q(assertion__in=cited.values("assertion")))
    named = Q(**{f"assertion__{name}__in": values})
    if name == "person":
        named |= Q(assertion__related_person__in=values)
    return Q(**{f"{name}__in": values}) | _with_claim(named)


def _with_claim(asked: Q) -> Q:
    return Q(pk__in=_LINK.objects.filter(asked).values("conflictentry"))


def is_disputed() -> Q:
    """That a claim is in a conflict; that it may be one day in two calendars is none."""
    of_claim = _LINK.objects.filter(assertion=OuterRef("pk"))
    return Q(Exists(of_claim.exclude(conflictentry__nature=Nature.CALENDAR)))


def disputed_among(claims: Iterable[Assertion]) -> frozenset[int]:
    """The keys of those of these claims that are in a conflict; one query."""
    rows = Assertion.objects.filter(pk__in=[claim.pk for claim in claims]).order_by()
    return frozenset(rows.filter(is_disputed()).values_list("pk", flat=True))


def open_conflicts() -> int:
    """How many conflicts no settlement holds for; remarks are not counted; one query."""
    return entries().exclude(state=State.SETTLED).exclude(nature=Nature.CALENDAR).count()


def counts(rows: QuerySet) -> Counts:
    """How many of these entries there are of each rule, nature and state; one query."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("rule", "nature", "state")}
    numbers = rows.order_by().values_list("rule", "nature", "state").annotate(Count("pk"))
    for rule, nature, state, number in numbers:
        for name, word in (("rule", rule), ("nature", nature), ("state", state)):
            found[name][word] += number
    return Counts(**{name: dict(each) for name, each in found.items()},
                  total=sum(found["rule"].values()))  # fmt: skip


def choices() -> dict[str, list[Any]]:
    """The rows by which the list can be narrowed; four queries.

    Of persons, bodies and events those that have a conflict, of sources all; nothing where there
    are more than MOST_CHOICES.
    """
    found = {}
    for name, model in NARROWED_BY.items():
        rows = visible(model)
        if name in NOUNS:
            own = ConflictEntry.objects.exclude(**{name: None})
            rows = rows.filter(pk__in=own.values(name))
        listed = list(rows[: MOST_CHOICES + 1])
        found[name] = listed if len(listed) <= MOST_CHOICES else []
    return found
