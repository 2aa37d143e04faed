"""What a question about the Left Opposition must be answered with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: The places of the evidence, source and locator; None where they cannot be told by hand.
Places = Mapping[str, Sequence[str] | None]


@dataclass(frozen=True)
class Expected:
    """A question, and who answers it: by slug, with the places where the evidence stands."""

    title: str
    question: dict[str, Any]
    certain: Places = field(default_factory=dict)
    possible: Places = field(default_factory=dict)


_SOURCES = {
    "article": "smilga-article",
    "biography": "smilga-biography",
    "essay": "siegelbaum-destruction-of-the-left",
    "infolist": "infolist-left-opposition",
    "wikipedia": "smilga-wikipedia",
}


def at(told: str) -> list[str]:
    """The places that "biography 11 14, infolist 6" stands for."""
    places = []
    for part in told.split(", "):
        source, *paragraphs = part.split()
        places += [f"{_SOURCES[source]} ¶{paragraph}" for paragraph in paragraphs]
    return places


def each(persons: str, told: str) -> dict[str, list[str] | None]:
    """Every one of these persons, with the same places."""
    return {person: at(told) for person in persons.split()}
