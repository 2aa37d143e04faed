"""A network as a list that says the same as its drawing."""

from dataclasses import dataclass, field
from typing import Any

from prosopography.models import Person

from ..links import LINKS
from .network import Network, Node


@dataclass(frozen=True)
class Other:
    """Somebody with whom a person is linked."""

    person: Person
    anchor: str  # where the line of the drawing leads to; empty where that is elsewhere
    claims: int  # how many say it; of a body or event, one for each of the two


@dataclass(frozen=True)
class Through:
    """One thing by which a person is linked, and with whom."""

    by: str
    label: str
    row: Any
    certain: bool
    others: list[Other] = field(default_factory=list)

    def add(self, other: Other) -> None:
        """Names somebody; who was named last, and is named again, has only more claims."""
        if self.others and self.others[-1].person == other.person:
            before = self.others.pop()
            other = Other(other.person, before.anchor or other.anchor, before.claims + other.claims)
        self.others.append(other)


@dataclass(frozen=True)
class Entry:
    """A person, with all by which it is linked with others of the network."""

    node: Node
    ties: int  # with how many it is linked
    through: list[Through]


def entries(network: Network) -> list[Entry]:
    """An entry for each person, in their order; no query.

    The certain links come first, and in each relationships, bodies and events by their names.
    """
    found: dict[int, dict[Any, Through]] = {node.person.pk: {} for node in network.nodes}
    degree = dict.fromkeys(found, 0)
    for number, tie in enumerate(network.ties, start=1):
        anchor = f"link-{number}"
        for one, other, is_first in ((tie.one, tie.other, True), (tie.other, tie.one, False)):
            degree[one.pk] += 1
            for at, way in enumerate(tie.ways):
                label = way.label if is_first else way.turned
                key = (not way.certain, LINKS.index(way.by), label.casefold(), way.row.slug)
                through = found[one.pk].setdefault(
                    key, Through(way.by, label, way.row, way.certain)
                )
                here = anchor if is_first and at == 0 else ""
                through.add(Other(other, here, len(way.claims)))
    return [
        Entry(
            node,
            degree[node.person.pk],
            [through for _, through in sorted(found[node.person.pk].items())],
        )
        for node in network.nodes
    ]
