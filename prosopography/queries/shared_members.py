"""Which other bodies have members in common with one, and the question that shows them."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from prosopography.models import Assertion, Organisation

from .address import visible
from .keys import keyed
from .tree import Tree

#: How many bodies are listed, and in how many persons at most is looked for others.
MOST_BODIES, MOST_PERSONS = 15, 2000


@dataclass(frozen=True)
class SharedMembers:
    """Another body, how many persons held something in both, and the question for them as JSON."""

    organisation: Organisation
    persons: int
    question: str


def shared_members(
    organisation: Organisation, persons: Collection[int]
) -> list[SharedMembers] | None:
    """The other bodies in which these persons of a body held something, most of them first.

    Parts count with what they are part of, as in the question; what the body is part of, and its
    own parts, are left out. At whatever time: the question for the common days is another. Three
    queries; None, and no query, where there are more persons than MOST_PERSONS.
    """
    if len(persons) > MOST_PERSONS:
        return None
    claims = Assertion.objects.public().counted().filter(kind="tenure")
    pairs = claims.filter(keyed("person", persons)).order_by().distinct()
    held = list(pairs.values_list("organisation", "person"))
    tree = Tree.of(visible(Organisation))
    own = {*tree.within(organisation.pk), *tree.above(organisation.pk)}
    named = {body for body, _ in held} - own
    found: dict[int, set[int]] = defaultdict(set)
    for body, person in held:
        for each in {body, *tree.above(body)} & named:
            found[each].add(person)
    bodies = visible(Organisation).in_bulk(found)
    order = sorted(bodies.values(), key=lambda row: (-len(found[row.pk]), row.label, row.slug))
    return [
        SharedMembers(row, len(found[row.pk]), _question(organisation.slug, row.slug))
        for row in order[:MOST_BODIES]
    ]


def _question(*slugs: str) -> str:
    """Who held something in each of these bodies, or in parts of them."""
    leaves = [{"assertion": {"kind": "tenure", "organisation": slug}} for slug in slugs]
    return json.dumps({"all": leaves}, separators=(",", ":"))
