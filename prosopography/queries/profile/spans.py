"""Members in spans of equal length: decades of birth, ages by fives and tens."""

from collections.abc import Iterable
from typing import NamedTuple

from .figure import Figure, Leaf, Measure
from .material import WITNESSES, Material, Told

#: Over more spans than these a number is so vague that it counts as unknown.
MOST_SPANS = 10


class Placed(NamedTuple):
    """A member with the numbers between which the true one lies."""

    person: int
    least: int
    most: int
    is_sure: bool  # of the claims themselves
    claims: tuple[Told, ...]


class Span(NamedTuple):
    """A span as it is called; its first number decides its place."""

    first: int
    key: str
    label: str


def in_spans(
    material: Material,
    key: str,
    title: str,
    placed: Iterable[tuple[Placed, list[Span]]],
    leaves: tuple[Leaf, ...],
) -> Measure:
    """How many members are in each span: certainly, and possibly where a date leaves it open.

    A member stands in each span in which the true number may lie, so that the spans together may
    have more than the group; shares are of those of whom it is known.
    """
    known: list[Told] = []
    found: dict[Span, list[tuple[Placed, bool]]] = {}
    for member, spans in placed:
        if len(spans) > MOST_SPANS:
            continue
        known += member.claims
        for span in spans:
            found.setdefault(span, []).append((member, len(spans) == 1 and member.is_sure))
    whole = material.figure(key, title, known, leaves=leaves)
    return Measure(
        key=key,
        title=title,
        total=material.total,
        known=whole,
        figures=tuple(_figure(span, found[span], leaves) for span in sorted(found)),
        evidence=material.evidence(whole.claims),
        of_known=True,
    )


def _figure(span: Span, members: list[tuple[Placed, bool]], leaves: tuple[Leaf, ...]) -> Figure:
    return Figure(
        key=span.key,
        label=span.label,
        persons=tuple(sorted(member.person for member, _ in members)),
        claims=tuple(sorted({told.key for member, _ in members for told in member.claims})),
        corroborated=sum(
            any(told.witnesses >= WITNESSES for told in member.claims) for member, _ in members
        ),
        certain=sum(is_certain for _, is_certain in members),
        leaves=leaves,
        order=span.first,
    )
