"""Claims of several persons beside one another, sorted out by what they name. No query."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext

from prosopography.models import KINDS, Assertion, Person, Polarity, Rank
from prosopography.queries.language import later as _

from .claims import Claim, brief, prepare
from .pairs import Held, Nearness, Pair, doubt, pair_up
from .script import label_of
from .sentence import Part, predicate
from .timeline import Dated
from .timeline.words import sources

#: What is said of the time, where two persons have the same thing but no common body.
_AT_ONE_TIME = {
    Nearness.CERTAIN: _("at the same time"),
    Nearness.POSSIBLE: _("perhaps at the same time"),
    Nearness.OPEN: "",
}
APART = _("at different times")
#: How many pairs of claims are given of each two persons who have the same thing.
MOST_PAIRS = 25


class Topic(NamedTuple):
    """Claims that are compared by what they name in one column; for ``kind``, by their kind."""

    key: str
    title: str
    column: str
    kinds: tuple[str, ...]


LIFE = Topic("life", _("Birth and death"), "kind", ("birth", "death"))
BODIES = Topic("bodies", _("Bodies"), "organisation", ("tenure",))
EVENTS = Topic("events", _("Events"), "event", ("participation",))
ACTS = Topic("acts", _("Acts and fates"), "role", ("life_event",))
OCCUPATIONS = Topic("occupations", _("Occupations"), "role", ("occupation",))
#: Of a place it matters that both were there, and not who alone was: that stands with the claims.
PLACES = Topic("places", _("Places"), "place", ())
SHARED = (BODIES, EVENTS, ACTS, OCCUPATIONS, PLACES)
ALONE = (BODIES, EVENTS, ACTS, OCCUPATIONS)


class Stated(NamedTuple):
    """A claim as its row and as it is shown."""

    assertion: Assertion
    claim: Claim

    @property
    def sources(self) -> str:
        """The sources in one line."""
        return sources(self.claim)


@dataclass(frozen=True)
class Together:
    """How two who have the same thing stand to one another in time."""

    one: Person
    other: Person
    pairs: list[Pair]  # the strongest; empty where their dates exclude one another
    more: int  # how many weaker pairs there are
    text: str  # empty where there is nothing to say

    @property
    def nearness(self) -> Nearness | None:
        """That of the strongest pair; None at different times."""
        return self.pairs[0].nearness if self.pairs else None


@dataclass(frozen=True)
class Row:
    """One thing with what is said of it of each person."""

    title: str
    row: Any  # what the title names; None for birth and death
    persons: list[Person]
    cells: list[list[Stated]]  # one for each person, in their order; denials are among them
    holders: list[Person]  # those of whom a claim affirms it
    match: str  # certain where no doubt is left of two of them (of the only one), else possible
    together: list[Together]  # of bodies and acts

    @property
    def beside(self) -> list[tuple[Person, list[Stated]]]:
        """Each person with what is said."""
        return list(zip(self.persons, self.cells, strict=True))

    @property
    def remarks(self) -> list[tuple[str, list[Together]]]:
        """What there is to say of the time, with those of whom it is said."""
        found: dict[str, list[Together]] = {}
        for each in self.together:
            if each.text:
                found.setdefault(each.text, []).append(each)
        return list(found.items())

    @property
    def differs(self) -> bool:
        """Whether two of them have it at different times."""
        return any(not each.pairs for each in self.together)


@dataclass(frozen=True)
class Group:
    """The rows of a topic; there is at least one."""

    key: str
    title: str
    rows: list[Row]


class Table:
    """The claims of several persons, sorted out by what they name."""

    def __init__(
        self, persons: Sequence[Person], of: list[list[Assertion]], disputed: Collection[int]
    ) -> None:
        self._persons = persons
        self._of = of
        self._disputed = disputed

    def rows(self, topic: Topic) -> list[Row]:
        """One for each thing that a claim of any of them affirms; what most have comes first."""
        found: dict[Any, list[list[Stated]]] = defaultdict(lambda: [[] for _ in self._persons])
        things: dict[Any, Any] = {}
        for at, person in enumerate(self._persons):
            for claim in self._of[at]:
                thing = self._thing(topic, claim, person)
                if thing is not None:
                    key = getattr(thing, "pk", thing)
                    things[key] = thing
                    found[key][at].append(self._stated(topic, claim))
        if topic is LIFE:
            found = {kind: found[kind] for kind in topic.kinds if kind in found}
        rows = [self._row(topic, things[key], cells) for key, cells in found.items()]
        kept = [row for row in rows if row.holders]
        if topic is LIFE:
            return kept
        return sorted(kept, key=lambda row: (-len(row.holders), row.title.casefold()))

    def drawn(self, claim: Assertion, person: Person) -> Dated:
        """A claim for the axis, told from the side of the person."""
        said = brief(claim)
        if claim.related_person_id == person.pk:
            said = predicate(claim, converse=True)
        return Dated(claim, self._prepared(claim, said))

    def _thing(self, topic: Topic, claim: Assertion, person: Person) -> Any:
        """What a claim names in the column of the topic; None where it is of no account."""
        if topic.kinds and claim.kind not in topic.kinds:
            return None
        if claim.person_id != person.pk:
            return None
        return getattr(claim, topic.column)

    def _stated(self, topic: Topic, claim: Assertion) -> Stated:
        left_out = topic.column if topic in (BODIES, EVENTS) else ""
        return Stated(claim, self._prepared(claim, predicate(claim, without=left_out)))

    def _prepared(self, claim: Assertion, said: list[Part]) -> Claim:
        return prepare(claim, said=said, disputed=self._disputed)

    def _row(self, topic: Topic, thing: Any, cells: list[list[Stated]]) -> Row:
        affirmed = [[each for each in cell if _counts(each.assertion)] for cell in cells]
        there = [at for at, cell in enumerate(affirmed) if cell]
        sure = [at for at in there if any(not _doubt(each) for each in affirmed[at])]
        kind = thing if topic is LIFE else ""
        compared = combinations(there, 2) if topic in (BODIES, ACTS) else ()
        return Row(
            title=capfirst(gettext(KINDS[kind].label)) if kind else label_of(thing),
            row=None if kind else thing,
            persons=list(self._persons),
            cells=cells,
            holders=[self._persons[at] for at in there],
            match="certain" if len(sure) >= min(2, len(there)) else "possible",
            together=[
                self._together(topic, (one, affirmed[one]), (other, affirmed[other]))
                for one, other in compared
            ],
        )

    def _together(
        self, topic: Topic, one: tuple[int, list[Stated]], other: tuple[int, list[Stated]]
    ) -> Together:
        pairs = pair_up(map(_held, one[1]), map(_held, other[1]))
        text = str(APART)
        if pairs:
            text = pairs[0].text if topic is BODIES else str(_AT_ONE_TIME[pairs[0].nearness])
        return Together(
            one=self._persons[one[0]],
            other=self._persons[other[0]],
            pairs=pairs[:MOST_PAIRS],
            more=len(pairs[MOST_PAIRS:]),
            text=text,
        )


def _counts(claim: Assertion) -> bool:
    return claim.polarity == Polarity.AFFIRMED and claim.rank != Rank.DEPRECATED


def _doubt(stated: Stated) -> str:
    return doubt(stated.assertion.certainty, not stated.claim.doubtful)


def _held(stated: Stated) -> Held:
    """A claim in short, as two of them are weighed against one another."""
    claim = stated.assertion
    return Held(
        claim.pk, claim.person_id or 0, ("", ""), claim.organisation_id or 0, claim.bounds,
        _doubt(stated), claim.edtf, claim.calendar,
    )  # fmt: skip
