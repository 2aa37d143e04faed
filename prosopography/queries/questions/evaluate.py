"""Who answers a question: every leaf gives sets of persons, and the tree puts them together.

A part of an ``all`` is asked only about those who are left by the parts before it, the most telling
first. The number of queries depends on the question, never on how many persons there are.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from prosopography.models import Person

from ..link_claims import TooManyError
from ..links import Filter
from ..spread import Spread, spread
from . import claimed
from .compare import comparing, unknown, with_date
from .faults import Fault, QuestionError
from .found import Found
from .node import (
    All,
    Claimed,
    Compare,
    Leaf,
    LinkedTo,
    Listed,
    Node,
    Not,
    OverlapsWith,
    Some,
)
from .pattern import Asked, asked
from .serving import serving
from .weighed import Weighed

#: The place of a node in an ``all``, where its claims are not counted.
_FIRST, _LATE, _LAST = -1, claimed.MOST_COUNTED, claimed.MOST_COUNTED + 1


class Evaluation:
    """One evaluation of a question; it keeps what it has looked up."""

    def __init__(self) -> None:
        self._everybody: set[int] | None = None
        self._asked: dict[str, Asked] = {}
        self._spreads: dict[str, Spread] = {}

    def found(self, node: Node, among: set[int] | None = None) -> Found:
        """Who of some persons (None: of all) answers a node."""
        match node:
            case All(parts=parts):
                return self._all(parts, among)
            case Some(parts=parts):
                found = Found()
                for part in parts:
                    found = found.either(self.found(part, among))
                return found
            case Not(part=part):
                whole = self.everybody() if among is None else among
                return self.found(part, whole).negated(whole)
            case Claimed():
                return claimed.found(self.asked(node), among)
            case Listed(persons=persons):
                return Found(frozenset(row.key for row in persons)).within(among)
            case LinkedTo():
                return Found.of(self._reached(node).verdicts).within(among)
            case OverlapsWith():
                return self._by_claims(node, among)
            case Compare():
                return self._compared(node, among)
        raise TypeError(f"{node!r} is no node of a question")

    def weighed(self, leaf: Leaf, among: set[int] | None) -> Iterable[Weighed]:
        """Why a leaf holds for some persons (None: for whomever it does), claim by claim."""
        match leaf:
            case OverlapsWith():
                return serving(leaf, among)
            case Compare():
                return comparing(leaf, among)
            case Claimed():
                return claimed.weighed(self.asked(leaf), among or set())
            case LinkedTo():
                return self._linked(leaf, among or set())
            case Listed(persons=persons):
                return [Weighed(row.key, True, ()) for row in persons if row.key in (among or ())]
        raise TypeError(f"{leaf!r} is no leaf of a question")

    def everybody(self) -> set[int]:
        """The keys of all published persons; one query, the first time."""
        if self._everybody is None:
            keys = Person.objects.published().order_by().values_list("pk", flat=True)
            self._everybody = set(keys)
        return self._everybody

    def asked(self, leaf: Claimed) -> Asked:
        """The pattern of a leaf with its trees looked up; the queries of ``asked``, once."""
        if leaf.path not in self._asked:
            self._asked[leaf.path] = asked(leaf.pattern)
        return self._asked[leaf.path]

    def _by_claims(self, leaf: Leaf, among: set[int] | None) -> Found:
        """Who has claims by which a leaf holds."""
        return Found.out_of((one.person, one.is_certain) for one in self.weighed(leaf, among))

    def _compared(self, leaf: Compare, among: set[int] | None) -> Found:
        """Who has dates, or an age, that stand so; under a ``not`` also of whom none is known."""
        pattern = with_date(leaf)
        found = claimed.found(asked(pattern), among) if pattern else self._by_claims(leaf, among)
        if "not" not in leaf.path.split("."):
            return found
        lacking = unknown(leaf, self.everybody() if among is None else among)
        return replace(found, unknown=lacking - found.keys)

    def _all(self, parts: Collection[Node], among: set[int] | None) -> Found:
        """Each part asked of those whom the parts before it have left."""
        left: Found | None = None
        for part in self._in_order(parts):
            found = self.found(part, among)
            left = found if left is None else left.both(found)
            among = left.reach
            if not among:
                break
        return left or Found()

    def _in_order(self, parts: Collection[Node]) -> list[Node]:
        """What tells most comes first; a query for each leaf, where there are several."""
        if len([part for part in parts if isinstance(part, Claimed)]) < 2:
            return sorted(parts, key=_place)
        places = {
            part.path: claimed.estimate(self.asked(part))
            if isinstance(part, Claimed)
            else _place(part)
            for part in parts
        }
        return sorted(parts, key=lambda part: places[part.path])

    def _reached(self, leaf: LinkedTo) -> Spread:
        """Whom chains of links lead to; the queries of ``spread``, once. Raises QuestionError."""
        if leaf.path not in self._spreads:
            try:
                found = spread(leaf.person.key, leaf.within, chosen(leaf))
            except TooManyError as error:
                raise QuestionError([Fault(leaf.path, str(error))]) from error
            self._spreads[leaf.path] = found
        return self._spreads[leaf.path]

    def _linked(self, leaf: LinkedTo, among: set[int]) -> Iterable[Weighed]:
        found = self._reached(leaf)
        for other in among & found.anyhow.keys():
            yield Weighed(other, other in found.certain, found.claims(other))


def chosen(leaf: LinkedTo) -> Filter:
    """What counts as a link."""
    return Filter(leaf.by, leaf.largest)


def _place(node: Node) -> int:
    """Where a node stands in an ``all`` by what it costs."""
    match node:
        case Listed():
            return _FIRST
        case Claimed():
            return 0
        case Not() | Compare():
            return _LAST
    return _LATE
