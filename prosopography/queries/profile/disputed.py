"""Where the sources disagree about the members: what the index of conflicts has of them."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext

from prosopography.models import Nature
from prosopography.queries.conflict_index import State, entries
from prosopography.queries.conflicts import RULES
from prosopography.queries.keys import keyed

from .figure import Figure, Measure
from .material import Material
from .tally import together

#: So many conflicts are named one by one.
MOST_NAMED = 50
#: And so many persons of each.
MOST_NAMES = 3


class Conflict(NamedTuple):
    """A conflict in short: its address is that of its key."""

    key: str
    title: str
    state: str
    about: str  # whom of the group
    persons: tuple[int, ...]


@dataclass(frozen=True)
class Disputed:
    """The conflicts that concern a group: how many of each sort, whom, and which."""

    measure: Measure
    conflicts: tuple[Conflict, ...]  # the first of them
    total: int
    open: int  # that no settlement holds for
    sorts: dict[str, int]  # how many conflicts of each rule


def disputed(material: Material) -> Disputed:
    """The conflicts in which a claim about a member stands, without mere remarks; two queries."""
    rows = _rows(material.persons, "person") | _rows(material.persons, "related_person")
    by_conflict: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    by_rule: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for key, rule, state, person, claim in rows:
        by_conflict[state, rule, key].add(person)
        by_rule[rule].append((person, claim))
    conflicts = [
        Conflict(
            key=key,
            title=gettext(RULES[rule].title),
            state=str(State(state).label),
            about=_names(material, persons),
            persons=tuple(sorted(persons)),
        )
        for (state, rule, key), persons in sorted(by_conflict.items())
    ]
    figures = sorted(
        (_figure(rule, found) for rule, found in by_rule.items()),
        key=lambda each: (-each.count, each.label),
    )
    return Disputed(
        measure=together(material, "disputed", gettext("Sorts of conflicts"), figures),
        conflicts=tuple(conflicts[:MOST_NAMED]),
        total=len(conflicts),
        open=sum(state != State.SETTLED for state, _, _ in by_conflict),
        sorts=dict(Counter(rule for _, rule, _ in by_conflict)),
    )


def _rows(persons: Collection[int], column: str) -> set[tuple[str, str, str, int, int]]:
    """Key, rule and state of each conflict, with a member and the claim about the member in it."""
    found = entries().exclude(nature=Nature.CALENDAR).filter(keyed(f"claims__{column}", persons))
    columns = ("key", "rule", "state", f"claims__{column}", "claims")
    return set(found.order_by().values_list(*columns))


def _names(material: Material, persons: set[int]) -> str:
    """“Ivar Smilga, Leon Trotsky and 3 more”."""
    names = sorted(material.persons[key].label for key in persons)
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (
        gettext(" and {more} more").format(more=more) if more > 0 else ""
    )


def _figure(rule: str, found: list[tuple[int, int]]) -> Figure:
    return Figure(
        key=f"rule:{rule}",
        label=gettext(RULES[rule].title),
        persons=tuple(sorted({person for person, _ in found})),
        claims=tuple(sorted({claim for _, claim in found})),
    )
