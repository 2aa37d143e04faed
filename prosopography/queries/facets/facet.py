"""What a facet is: one way to narrow a list, with what it offers and how many rows each value leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet


class Level(StrEnum):
    """Of what a facet speaks."""

    ROW = "row"  # the row that is listed
    CLAIM = "claim"  # the one claim that must satisfy all that is asked of a claim
    CITATION = "citation"  # one citation of that claim
    OWN = "own"  # a claim about the row by itself, whatever the one claim is: the birth, a fate


class ChoiceError(ValueError):
    """A value that the facet does not have; the text is a sentence for whoever asked."""


@dataclass(frozen=True)
class Chosen:
    """A value that a list is narrowed by."""

    word: str  # as the address has it: a slug, a word, a decade
    label: str
    key: Any  # what the condition needs
    row: Any = None  # the row that it names, to link to (with ``slug`` and the noun)


@dataclass(frozen=True)
class Named:
    """A row that a facet names, in short."""

    noun: str
    slug: str
    label: str


@dataclass(frozen=True)
class Offer:
    """A value that a list can be narrowed by, and how many rows have it."""

    word: str
    label: str
    number: int
    chosen: bool = False
    sure: int | None = None  # of a date: how many have it whatever the true day was


class Facet:
    """One way to narrow a list. Several of its values are alternatives."""

    #: Whether its offers stand in an order of their own, and not the most frequent first.
    ordered = False
    #: Whether it looks at claims to count its values, and not only at the rows that are listed.
    costly = True

    def __init__(
        self, name: str, title: Any, level: Level = Level.CLAIM, *, own: Q | None = None
    ) -> None:
        self.name = name
        self.title = title
        self.level = level
        #: What makes a claim one that the facet speaks of.
        self.own = Q() if own is None else own

    def read(self, words: Sequence[str]) -> list[Chosen]:
        """The values of these words. Raises ChoiceError for one that is none."""
        raise NotImplementedError

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That what the facet speaks of has one of the values, or surely has it."""
        raise NotImplementedError

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The values that occur among these rows, and how many of what the column names have each.

        ``rows`` are of the facet's level, ``counted`` is the column that leads to the listed row.
        What is chosen is offered too, also where nothing has it.
        """
        raise NotImplementedError


def in_order(offers: Sequence[Offer]) -> list[Offer]:
    """What is chosen first, then the most frequent, then by label."""
    return sorted(offers, key=lambda each: (not each.chosen, -each.number, each.label.casefold()))
