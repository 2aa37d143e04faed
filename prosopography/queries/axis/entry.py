"""The claims of an axis in short, and the rows that they make."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from enum import StrEnum
from math import inf
from typing import NamedTuple

from prosopography.dates import Bounds, Span, reach
from prosopography.models import Assertion, Role

from ..below import with_parts
from ..tenures import Tenures


class Order(StrEnum):
    """Under what the rows stand; within it, always in the order of their first known day."""

    BEGINNING = "beginning"  # under nothing
    ROLE = "role"
    ORGANISATION = "organisation"


class Entry(NamedTuple):
    """A claim in short."""

    key: int
    person: int
    sorting: tuple[str, str]  # by which its person is sorted
    organisation: int | None
    role: int
    bounds: Bounds
    known: Span  # the days from the first to the last of which its date speaks
    ended: str = ""  # what else tells when it was over at the latest (see ``exits``)
    implied: bool = False  # it tells of entering or leaving the body, and so of having been in it

    @property
    def dated(self) -> bool:
        """Whether any day is known of it."""
        return self.known.first is not None or self.known.last is not None


class Coverage(NamedTuple):
    """Of how many persons any day is known."""

    dated: int
    persons: int

    @property
    def enough(self) -> bool:
        """Whether a time axis would show at least half of them, and so not mislead."""
        return 2 * self.dated >= self.persons


class Line(NamedTuple):
    """The claims of one person that make one row, in time order; ``under`` is its heading's key."""

    under: int | None
    person: int
    entries: tuple[Entry, ...]


def entries_of_tenures(read: Tenures, claims: Tenures) -> list[Entry]:
    """The affirmed tenures as they were read, with what else is known of their ends; no query.

    ``claims`` are the same with their exits: what is there alone tells of entering or leaving.
    """
    told = {each.key for each in read.affirmed}
    return [
        Entry(
            each.key, each.person, each.sorting, each.organisation, each.role, each.bounds,
            reach(each.bounds), each.ended, each.key not in told,
        )
        for each in claims.affirmed
    ]  # fmt: skip


def entries_of_role(role: Role) -> list[Entry]:
    """The claims that count about persons in a role that is not held in a body, or a narrower one.

    Two queries.
    """
    claims = Assertion.objects.public().counted().filter(role__in=with_parts(Role, [role.pk]))
    rows = claims.exclude(person=None).in_time_order().values_list(
        "pk", "person_id", "person__sort_label", "person__slug", "organisation_id", "role_id",
        "earliest_start", "latest_start", "earliest_end", "latest_end",
    )  # fmt: skip
    return [
        Entry(
            key, person, (label.casefold(), slug), body, found, Bounds(*days), reach(Bounds(*days))
        )
        for key, person, label, slug, body, found, *days in rows
    ]


def coverage(entries: Collection[Entry]) -> Coverage:
    """Of how many of the persons of these claims any day is known; no query."""
    dated = {each.person for each in entries if each.dated}
    return Coverage(len(dated), len({each.person for each in entries}))


def lines_of(entries: Iterable[Entry], order: Order) -> tuple[list[Line], list[Line]]:
    """The rows of the axis in their order, and those of which no claim has a date; no query.

    The heading with most persons comes first. What tells of entering or leaving a body stands with a
    role that the person held there; of whom no role is told, without a heading, at the end.
    """
    found: dict[tuple[int | None, int], list[Entry]] = defaultdict(list)
    held: dict[int, int] = {}
    for each in sorted(entries, key=lambda entry: (entry.implied, _place(entry))):
        under = None if order is Order.BEGINNING else getattr(each, order.value)
        if each.implied and order is Order.ROLE:
            under = held.get(each.person)
        elif under is not None:
            held.setdefault(each.person, under)
        found[under, each.person].append(each)
    dated: list[Line] = []
    undated: list[Line] = []
    for (under, person), own in found.items():
        line = Line(under, person, tuple(sorted(own, key=_place)))
        (dated if any(each.dated for each in own) else undated).append(line)
    persons = Counter(line.under for line in dated)
    dated.sort(
        key=lambda line: (
            line.under is None,
            -persons[line.under],
            line.under or 0,
            _place(line.entries[0]),
        )
    )
    return dated, undated


def spoken(entries: Iterable[Entry]) -> Span | None:
    """From the first to the last day of which any of the claims speaks; None without a date."""
    known = [each.known for each in entries if each.dated]
    if not known:
        return None
    days = [day for span in known for day in span if day is not None]
    return Span(min(days), max(days))


def _place(entry: Entry) -> tuple[float, float, tuple[str, str], int]:
    first, last = entry.known
    begins = first if first is not None else last
    return (
        inf if begins is None else begins,
        inf if last is None else last,
        entry.sorting,
        entry.key,
    )
