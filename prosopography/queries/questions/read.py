"""A question out of JSON: every part checked, every name looked up, every fault told with its path."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_noop as noop

from prosopography.dates import Bounds
from prosopography.models import (
    Event,
    Joins,
    Organisation,
    Person,
    Role,
)

from ..links import LARGEST, LINKS
from .canonical import canonical
from .faults import QuestionError, did_you_mean
from .lookup import Lookup
from .node import (
    MOST_LARGEST,
    MOST_WITHIN,
    All,
    Claimed,
    Compare,
    EventDate,
    FixedDate,
    LinkedTo,
    Listed,
    Match,
    Named,
    Node,
    Not,
    OverlapsWith,
    OwnDate,
    Pattern,
    Question,
    Side,
    Some,
)
from .read_json import MOST_DEEP, check_size, check_text, parsed, refused
from .read_pattern import Patterns
from .values import join, one_of, shown

MOST_LEAVES = 20
MOST_PERSONS = 500
MOST_YEARS = 150

_NODES = ("all", "any", "not", "assertion", "persons", "overlaps_with", "linked_to", "compare")
_DATE_OPERATORS = ("<", "=", ">")
_AGE_OPERATORS = ("<", "<=", "=", ">=", ">")
_OWN_DATES = {"birth.date": "birth", "death.date": "death"}

_IS_NOT = noop("{value} is not {words}")
_LEAVES = noop("the question has {number} leaves; {most} are the most")
_NO_OBJECT = noop("{value} is no object with {words}")
_NO_KEY = noop('there is no "{key}" here{hint}')
_ONE = noop("exactly one is needed, of {words}")
_DEEP = noop("the question has more than {most} nodes within one another")
_NOT_HELD = noop('"{slug}" is not held in an organisation')
_THREE = noop("a list of three is needed: one side, an operator, the other")
_NO_AGES = noop("{value} does not compare ages: {words}")
_NO_DATES = noop("{value} does not compare dates: {words}")
_NO_SIDE = noop(
    '{value} is no side of a comparison: give "birth.date", "death.date", an assertion, '
    '"event:….date" or a date'
)


def read_text(text: str) -> Question:
    """The question that a JSON text asks. Raises QuestionError."""
    return read(parsed(text))


def read(data: Any) -> Question:
    """The question that parsed JSON asks; a query for each sort of thing that it names.

    One more for each sort of which something is not found by its slug. Raises QuestionError with
    all that is wrong.
    """
    if not isinstance(data, dict):
        raise refused(noop("a question is an object: {words}"), words=one_of(_NODES))
    check_size(data)
    check_text(data)
    reader = _Reader(Lookup(data))
    question = reader.question(data)
    if reader.faults:
        raise QuestionError(reader.faults)
    return canonical(question)


class _Reader(Patterns):
    """Reads the nodes of a question."""

    def __init__(self, lookup: Lookup) -> None:
        super().__init__(lookup)
        self.leaves = 0

    def question(self, data: dict[str, Any]) -> Question:
        """The whole, with how surely it must be answered."""
        rest = dict(data)
        match = rest.pop("match", Match.POSSIBLE)
        if match not in list(Match):
            self.fault("match", _IS_NOT, value=shown(match), words=one_of(Match))
            match = Match.POSSIBLE
        root = self.node(rest, "", 1)
        if self.leaves > MOST_LEAVES:
            self.fault("", _LEAVES, number=self.leaves, most=MOST_LEAVES)
        return Question(root, Match(match))

    def node(self, data: Any, path: str, depth: int) -> Node:
        """A node; ``path`` is that of the place where it stands."""
        nothing = Listed(path, ())
        if not isinstance(data, dict):
            self.fault(path, _NO_OBJECT, value=shown(data), words=one_of(_NODES))
            return nothing
        known = [key for key in data if key in _NODES]
        for key in data:
            if key not in _NODES:
                hint = did_you_mean(key, _NODES) or f": {one_of(_NODES)}"
                self.fault(join(path, key), _NO_KEY, key=key, hint=hint)
        if len(known) != 1:
            if known or not data:
                self.fault(path, _ONE, words=", ".join(_NODES))
            return nothing
        if depth > MOST_DEEP:
            self.fault(path, _DEEP, most=MOST_DEEP)
            return nothing
        return self.known(known[0], data[known[0]], join(path, known[0]), depth)

    def known(self, key: str, value: Any, path: str, depth: int) -> Node:
        """A node by its key."""
        if key == "not":
            return Not(path, self.node(value, path, depth + 1))
        if key in ("all", "any"):
            if not isinstance(value, list) or not value:
                self.fault(path, noop("a list of one part at least is needed"))
                return Listed(path, ())
            parts = tuple(
                self.node(part, f"{path}[{at}]", depth + 1) for at, part in enumerate(value)
            )
            return All(path, parts) if key == "all" else Some(path, parts)
        self.leaves += 1
        leaf: dict[str, Callable[[Any, str], Node]] = {
            "assertion": lambda data, where: Claimed(where, self.pattern(data, where)),
            "persons": self.listed,
            "overlaps_with": self.overlaps,
            "linked_to": self.linked,
            "compare": self.compare,
        }
        return leaf[key](value, path)

    # Leaves ---------------------------------------------------------------------------------------

    def listed(self, data: Any, path: str) -> Listed:
        """A list of persons."""
        return Listed(path, self.rows(Person, data, path, MOST_PERSONS))

    def overlaps(self, data: Any, path: str) -> Node:
        """Whoever served with somebody."""
        asked = self.parts_of(data, path, ("person", "organisation", "role", "exact"))
        person = self.one_person(asked, path)
        bodies = self.rows(Organisation, asked["organisation"], f"{path}.organisation") \
            if "organisation" in asked else ()  # fmt: skip
        roles: tuple[Named, ...] = ()
        if "role" in asked:
            roles = self.rows(Role, asked["role"], f"{path}.role")
            for role in roles:
                joins = self.lookup.joins.get(role.key, Joins.ORGANISATION)
                if joins != Joins.ORGANISATION:
                    self.fault(f"{path}.role", _NOT_HELD, slug=role.slug)
        exact = self.flag(asked.get("exact", False), f"{path}.exact")
        return OverlapsWith(path, person, bodies, roles, exact)

    def linked(self, data: Any, path: str) -> Node:
        """Whoever few links join to somebody."""
        asked = self.parts_of(data, path, ("person", "within", "by", "largest"))
        person = self.one_person(asked, path)
        by: tuple[str, ...] = LINKS
        if "by" in asked:
            by = tuple(sorted(self.words(asked["by"], f"{path}.by", LINKS), key=LINKS.index))
        within = self.number(asked.get("within", 1), f"{path}.within", 1, MOST_WITHIN)
        largest = self.number(asked.get("largest", LARGEST), f"{path}.largest", 2, MOST_LARGEST)
        return LinkedTo(path, person, within, by, largest)

    def compare(self, data: Any, path: str) -> Node:
        """Two dates, or an age and a number."""
        nothing = Listed(path, ())
        if not isinstance(data, list) or len(data) != 3:
            self.fault(path, _THREE)
            return nothing
        left, operator, right = data
        aged = isinstance(left, dict) and set(left) == {"age_at"}
        operators = _AGE_OPERATORS if aged else _DATE_OPERATORS
        if operator not in operators:
            told = _NO_AGES if aged else _NO_DATES
            self.fault(f"{path}[1]", told, value=shown(operator), words=one_of(operators))
            return nothing
        if aged:
            one = self.side(left["age_at"], f"{path}[0].age_at")
            years = self.number(right, f"{path}[2]", 0, MOST_YEARS)
            return Compare(path, one, operator, None, years) if one else nothing
        one, other = self.side(left, f"{path}[0]"), self.side(right, f"{path}[2]")
        if one is None or other is None:
            return nothing
        if not isinstance(one, OwnDate) and not isinstance(other, OwnDate):
            self.fault(path, noop("neither side speaks of the person"))
        return Compare(path, one, operator, other)

    def side(self, data: Any, path: str) -> Side | None:
        """A side of a comparison; None where it cannot be read."""
        if isinstance(data, str) and data in _OWN_DATES:
            said = _OWN_DATES[data]
            return OwnDate(Pattern(kind=(said,)), said)
        if isinstance(data, str) and data.startswith("event:"):
            slug = data.removeprefix("event:").removesuffix(".date")
            if not data.endswith(".date"):
                self.fault(path, noop('write "{text}"'), text=f"event:{slug}.date")
                return None
            rows = self.rows(Event, slug, path)
            return EventDate(rows[0]) if rows else None
        if isinstance(data, dict) and set(data) == {"assertion"}:
            return OwnDate(self.pattern(data["assertion"], f"{path}.assertion"))
        if isinstance(data, str) or (isinstance(data, dict) and "date" in data):
            return self.fixed(data, path)
        self.fault(path, _NO_SIDE, value=shown(data))
        return None

    def fixed(self, data: Any, path: str) -> FixedDate | None:
        """A date that the question gives, with its calendar or without."""
        given = {"date": data} if isinstance(data, str) else data
        asked = self.parts_of(given, path, ("date", "calendar"))
        calendar = self.calendar(asked, path)
        where = path if isinstance(data, str) else f"{path}.date"
        span = self.span(asked["date"], calendar, where)
        if span is None:
            return None
        bounds = Bounds(span.first, span.first, span.last, span.last)
        return FixedDate(asked["date"].strip(), calendar, bounds)
