"""The conflicts in which a source takes part, and with which sources it disagrees in them."""

from collections import Counter
from dataclasses import dataclass

from prosopography.models import Nature, Source

from .conflict import PAGE_OF_CONFLICTS, ShownConflict, ShownSide, of_entries
from .conflict_index import condition, entries


@dataclass(frozen=True)
class Opponent:
    """A source that stands on another side, and in how many of the conflicts."""

    source: Source
    conflicts: int


@dataclass(frozen=True)
class Dissent:
    """The first of the conflicts, as the list of conflicts orders them, and who disagrees in them."""

    conflicts: list[ShownConflict]
    total: int  # of all, remarks on calendars left out
    opponents: list[Opponent]  # who disagrees most comes first
    itself: int  # in how many of them the source stands on two sides

    @property
    def more(self) -> int:
        """How many are not among the first."""
        return max(0, self.total - len(self.conflicts))


def dissent(source: Source) -> Dissent:
    """In which conflicts a source takes part, and with whom it disagrees most.

    Two queries, and those of ``of_entries`` for as many conflicts as a page of their list has.
    Whoever speaks on another side of a conflict disagrees in it; to contradict a claim is no word
    for it.
    """
    rows = entries().filter(condition("source", [source.pk])).exclude(nature=Nature.CALENDAR)
    first = list(rows[:PAGE_OF_CONFLICTS])
    shown = [each for each in of_entries(first) if each is not None]
    against: Counter[int] = Counter()
    sources: dict[int, Source] = {}
    itself = 0
    for conflict in shown:
        sides = [_speak(side) for side in conflict.sides]
        own = [side for side in sides if source.pk in side]
        itself += len(own) > 1
        other: dict[int, Source] = {}
        for side in sides:
            if any(each is not side for each in own):
                other |= side
        other.pop(source.pk, None)
        sources |= other
        against.update(other.keys())
    ranked = sorted(against.items(), key=lambda pair: (-pair[1], sources[pair[0]].label))
    return Dissent(
        conflicts=shown,
        total=rows.count(),
        opponents=[Opponent(sources[key], number) for key, number in ranked],
        itself=itself,
    )


def _speak(side: ShownSide) -> dict[int, Source]:
    """The sources that speak on a side, by their keys."""
    evidence = [each for claim in side.claims for each in claim.evidence]
    speaking = [each for each in evidence if not each.contradicts] or evidence
    return {each.source.pk: each.source for each in speaking}
