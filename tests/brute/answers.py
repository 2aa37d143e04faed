"""The whole question: its tree, for every person."""

from collections.abc import Iterator
from typing import Any

from . import leaves
from .days import Sure
from .rows import Record

Node = dict[str, Any]

LEAVES = {
    "assertion": leaves.assertion,
    "persons": leaves.persons,
    "overlaps_with": leaves.overlaps_with,
    "linked_to": leaves.linked_to,
    "compare": leaves.compare,
}
#: The leaves of which the claims that bear on them are told.
WITH_EVIDENCE = ("assertion", "overlaps_with", "compare")


def brute(question: Node, record: Record) -> tuple[set[str], set[str]]:
    """The slugs of those who answer for certain, and of those who only possibly do."""
    sure = {
        record.rows["person"][person]["slug"]: holds(question, record, person)
        for person in record.persons
    }
    certain = {slug for slug, each in sure.items() if each == Sure.CERTAIN}
    possible = {slug for slug, each in sure.items() if each == Sure.POSSIBLE}
    return certain, set() if question.get("match") == "certain" else possible


def brute_evidence(question: Node, record: Record, slug: str) -> dict[str, set[str]]:
    """By the path of each leaf that has such, the claims that make the person an answer."""
    person = record.key("person", slug)
    found = dict(_evidence(question, record, person, path="", negated=False))
    return {path: claims for path, claims in found.items() if claims}


#: Between not and possible: of a birth or death that no claim tells, its date is not known.
UNKNOWN = 0.5
_CONTRARY = {
    Sure.NOT: Sure.CERTAIN,
    UNKNOWN: Sure.POSSIBLE,
    Sure.POSSIBLE: Sure.POSSIBLE,
    Sure.CERTAIN: Sure.NOT,
}


def holds(node: Node, record: Record, person: int, *, blind: bool = False) -> float:
    """How surely a node holds for a person; ``blind`` takes what is unknown not to be so."""
    name, value = _parted(node)
    if name == "all":
        return min(holds(part, record, person, blind=blind) for part in value)
    if name == "any":
        return max(holds(part, record, person, blind=blind) for part in value)
    if name == "not":
        return _CONTRARY[holds(value, record, person, blind=blind)]
    if name == "compare" and not blind and leaves.is_unknown(record, value, person):
        return UNKNOWN
    return LEAVES[name](record, value, person)[0]


def _evidence(
    node: Node, record: Record, person: int, *, path: str, negated: bool
) -> Iterator[tuple[str, set[str]]]:
    """The claims of the leaves below a node that holds; ``negated``: of one that does not."""
    sure = holds(node, record, person, blind=True)
    if sure == (Sure.CERTAIN if negated else Sure.NOT):
        return
    name, value = _parted(node)
    here = f"{path}.{name}" if path else name
    if name in ("all", "any"):
        for at, part in enumerate(value):
            yield from _evidence(part, record, person, path=f"{here}[{at}]", negated=negated)
    elif name == "not":
        yield from _evidence(value, record, person, path=here, negated=not negated)
    elif name in WITH_EVIDENCE:
        yield here, LEAVES[name](record, value, person)[1]


def _parted(node: Node) -> tuple[str, Any]:
    ((name, value),) = ((name, value) for name, value in node.items() if name != "match")
    return name, value
