"""Counting persons by what their claims name: a body with its parts, a role with its narrower ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from .figure import Figure, Leaf, Measure, joined
from .material import WITNESSES, Forest, Material, Told


@dataclass
class Tally:
    """Who is counted under one row, and by which claims."""

    persons: set[int] = field(default_factory=set)
    claims: set[int] = field(default_factory=set)
    corroborated: set[int] = field(default_factory=set)
    is_named: bool = False  # by a claim itself, not only through what belongs to it

    def add(self, told: Told) -> None:
        """Counts the person of a claim."""
        self.persons.add(told.person)
        self.claims.add(told.key)
        if told.witnesses >= WITNESSES:
            self.corroborated.add(told.person)


def tallies(claims: Iterable[Told], column: str, forest: Forest) -> dict[int, Tally]:
    """Who is counted under each row that these claims name in a column, and under all above it."""
    found: dict[int, Tally] = {}
    for told in claims:
        key = getattr(told, column)
        if key is None:
            continue
        for each in forest.chain(key):
            tally = found.setdefault(each, Tally())
            tally.add(told)
            tally.is_named |= each == key
    return found


def tallied(
    claims: Iterable[Told],
    column: str,
    forest: Forest,
    leaf: Callable[[str], Leaf],
    least: float = 1,
) -> tuple[Figure, ...]:
    """The figures of the rows that these claims name, most persons first.

    ``leaf`` is what a question asks for the row of a slug. A row that no claim names, and that has
    just the persons of one of its parts, would say the same twice: it is not listed. Nor is one of
    fewer persons than ``least``.
    """
    found = tallies(claims, column, forest)
    figures = [
        replace(
            _figure(forest.rows[key], forest.noun, tally, leaf),
            is_listed=len(tally.persons) >= least and _says_more(key, found, forest),
        )
        for key, tally in found.items()
    ]
    return tuple(sorted(figures, key=lambda each: (-each.count, each.label, each.key)))


def _says_more(key: int, found: dict[int, Tally], forest: Forest) -> bool:
    """Whether a row is named itself, or has more persons than each of its parts."""
    number = len(found[key].persons)
    return found[key].is_named or all(
        len(found[part].persons) < number for part in forest.tree.parts(key) if part in found
    )


def measured(
    material: Material,
    key: str,
    title: str,
    claims: Iterable[Told],
    *,
    column: str,
    leaf: Callable[[str], Leaf],
) -> Measure:
    """A measure that counts persons by what claims name in a column; shares are of the group."""
    given = [told for told in claims if getattr(told, column) is not None]
    known = material.figure(key, title, given)
    return Measure(
        key=key,
        title=title,
        total=material.total,
        known=known,
        figures=tallied(given, column, material.forests[column], leaf),
        evidence=material.evidence(known.claims),
    )


def together(
    material: Material, key: str, title: str, figures: Iterable[Figure], *, of_known: bool = False
) -> Measure:
    """A measure whose known are the persons of the figures that are listed."""
    given = tuple(figures)
    known = joined(key, title, (figure for figure in given if figure.is_listed))
    return Measure(
        key=key,
        title=title,
        total=material.total,
        known=known,
        figures=given,
        evidence=material.evidence(known.claims),
        of_known=of_known,
    )


def _figure(row: Any, noun: str, tally: Tally, leaf: Callable[[str], Leaf]) -> Figure:
    return Figure(
        key=f"{noun}:{row.slug}",
        label=row.label,
        persons=tuple(sorted(tally.persons)),
        claims=tuple(sorted(tally.claims)),
        corroborated=len(tally.corroborated),
        leaves=(leaf(row.slug),),
        exact=True,
        noun=noun,
        slug=row.slug,
    )
