"""Who was there on a day: the classes of ``as_of``, with the names alone."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from prosopography.dates import Span, Standing, reach
from prosopography.models import Person

from ..address import visible
from ..as_of import CLASSES, Found, weigh
from ..tenures import Office, Tenures

#: How many of a class are named; all of them stand, with their claims, on the page “As of a day”.
MOST_NAMED = 40


@dataclass(frozen=True)
class Named:
    """A person of a class, and why they are only in this one."""

    person: Person
    reason: str
    disputed: bool


@dataclass(frozen=True)
class Class:
    """How some stand to the day, and how many they are; the first of them by name."""

    standing: Standing
    total: int
    named: list[Named]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.named)


@dataclass(frozen=True)
class Day:
    """Who was there on a day, class by class; of those without a date only how many they are."""

    number: int  # a Julian Day Number
    classes: list[Class]
    undated: int
    excluded: int  # persons all of whose claims are excluded on this day
    since: int | None  # the first day on which the answer is this one
    until: int | None  # and the last


def day(office: Office, number: int, claims: Tenures) -> Day:
    """Who held the office on a day, out of its claims with their exits (``exits.with_exits``).

    One query.
    """
    weighing = weigh(office, Span(number, number), claims)
    listed: dict[Standing, list[Found]] = {each: [] for each in CLASSES}
    for found in weighing.found:
        if len(listed[found.standing]) < MOST_NAMED:
            listed[found.standing].append(found)
    undated = listed.pop(Standing.UNDATED)
    keys = {_person(found) for some in listed.values() for found in some}
    persons = visible(Person).in_bulk(keys)
    classes = [
        Class(
            standing,
            weighing.counts[standing],
            [
                Named(persons[_person(found)], found.reason, bool(found.denied))
                for found in some
                if _person(found) in persons
            ],
        )
        for standing, some in listed.items()
    ]
    return Day(
        number=number,
        classes=classes,
        undated=weighing.counts[Standing.UNDATED] if undated else 0,
        excluded=weighing.excluded,
        since=weighing.since,
        until=weighing.until,
    )


def _person(found: Found) -> int:
    return found.held[0].tenure.person


def fullest_day(claims: Tenures) -> int | None:
    """The first day of which the dates of most persons speak; None without a date. No query."""
    turns: Counter[tuple[int, int]] = Counter()
    for tenure in claims.affirmed:
        first, last = reach(tenure.bounds)
        if first is None:
            first = last
        if first is not None:
            turns[first, tenure.person] += 1
            if last is not None:
                turns[last + 1, tenure.person] -= 1
    here: Counter[int] = Counter()
    there, most, best = 0, 0, None
    for number, of_day in groupby(sorted(turns.items()), key=lambda turn: turn[0][0]):
        for (_, person), change in of_day:
            was = here[person] > 0
            here[person] += change
            there += (here[person] > 0) - was
        if there > most:
            most, best = there, number
    return best
