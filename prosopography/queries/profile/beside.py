"""One group, or two side by side: the figures of a measure row by row, with their difference."""

from collections.abc import Sequence
from dataclasses import dataclass

from .figure import Ages, Figure, Measure, Range

#: Of fewer persons than these a share says little.
FEW = 10


@dataclass(frozen=True)
class Row:
    """What one thing is in each group."""

    key: str
    label: str
    noun: str
    slug: str
    order: int
    figures: tuple[Figure | None, ...]
    shares: tuple[float, ...]  # in percent
    #: Of two groups, by how many percentage points the first has more.
    difference: float | None
    #: Whether one person more or less would make as much of a difference.
    is_slight: bool


def rows(measures: Sequence[Measure]) -> list[Row]:
    """The rows of a measure, of one group or two: of one in its order, of two by the larger share."""
    by_key: dict[str, list[Figure | None]] = {}
    for place, measure in enumerate(measures):
        for figure in measure.figures:
            by_key.setdefault(figure.key, [None] * len(measures))[place] = figure
    found = [
        _row(measures, figures)
        for figures in by_key.values()
        if any(figure is not None and figure.is_listed for figure in figures)
    ]
    if len(measures) > 1:
        found.sort(key=lambda row: (row.order, -max(row.shares), row.label))
    return found


def is_few(measures: Sequence[Measure]) -> bool:
    """Whether one of the groups is so small in this that a share, or a difference, says little."""
    return any(0 < measure.base < FEW for measure in measures)


def difference(one: Ages, other: Ages) -> Range | None:
    """By how many years the median age of the one lies above that of the other."""
    if one.median is None or other.median is None:
        return None
    return apart(one.median, other.median)


def apart(one: Range, other: Range) -> Range:
    """By how much the one number exceeds the other, as far as both are known."""
    return Range(one.least - other.most, one.most - other.least)


def _row(measures: Sequence[Measure], figures: list[Figure | None]) -> Row:
    named = next(figure for figure in figures if figure is not None)
    shares = tuple(measure.share(figure) for measure, figure in zip(measures, figures, strict=True))
    is_known = len(measures) > 1 and all(measure.base for measure in measures)
    apart_by = shares[0] - shares[1] if is_known else None
    slight = max((100 / measure.base for measure in measures if measure.base), default=0.0)
    return Row(
        key=named.key,
        label=named.label,
        noun=named.noun,
        slug=named.slug,
        order=named.order,
        figures=tuple(figures),
        shares=shares,
        difference=apart_by,
        is_slight=apart_by is not None and abs(apart_by) <= slight,
    )
