"""A collective biography as the page shows it: rows with bars and links, of one group or of two."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from prosopography.queries.profile import Profile
from prosopography.queries.profile.asking import Asking
from prosopography.queries.profile.beside import Row, is_few, rows
from prosopography.queries.profile.charts import Column, Columns, columns
from prosopography.queries.profile.figure import Evidence, Figure, Measure
from prosopography.queries.profile.words import NOTES
from prosopography.queries.questions import Question

from .question import address

#: So many rows are open; the others can be unfolded.
FIRST_ROWS = 8
#: So many are shown at all.
MOST_ROWS = 200
_PERCENT = 0.5


@dataclass(frozen=True)
class Side:
    """A group on the page."""

    question: Question
    sentence: str
    certain: int
    possible: int
    profile: Profile

    @property
    def asking(self) -> Asking:
        """What finds the persons of its figures."""
        return Asking(self.question, self.profile.persons)


@dataclass(frozen=True)
class Link:
    """A number with the question that gives its persons; no address for nobody."""

    count: int
    address: str
    exact: bool


class Cell(NamedTuple):
    """One figure of one group."""

    link: Link
    share: str
    width: float  # of its bar, of 100
    sure: float  # of that, the certain part
    note: str


class Line(NamedTuple):
    """A row of a table."""

    label: str
    address: str
    cells: list[Cell | None]
    difference: str
    is_slight: bool


class Head(NamedTuple):
    """Of how many members of a group something is known, and on what it rests."""

    known: Link
    unknown: int
    total: int
    evidence: Evidence


class Drawn(NamedTuple):
    """A column with its link and its words."""

    column: Column
    address: str
    title: str


@dataclass(frozen=True)
class Section:
    """One measure."""

    key: str
    title: str
    note: str
    heads: list[Head]
    lines: list[Line]
    rest: list[Line]
    more: int  # rows that are not shown at all
    is_few: bool
    of_known: bool
    has_dates: bool  # whether its figures tell certain from possible
    chart: Columns | None = None
    columns: list[Drawn] = field(default_factory=list)


def link(figure: Figure, asking: Asking) -> Link:
    """The number of a figure with its question."""
    asked = asking.of(figure)
    if asked is None:
        return Link(figure.count, "", exact=True)
    return Link(figure.count, address(asked.text), asked.exact)


def both(one: Asking, other: Asking) -> Link:
    """How many are in both groups."""
    found = one.both(other)
    if found.asked is None:
        return Link(len(found.persons), "", exact=True)
    return Link(len(found.persons), address(found.asked.text), found.asked.exact)


def section(
    measures: Sequence[Measure], askings: Sequence[Asking], *, drawn: bool = False
) -> Section:
    """A measure of one group, or of two side by side; with ``drawn``, its columns."""
    every = rows(measures)
    found = every[:MOST_ROWS]
    lines = [_line(row, measures, askings) for row in found]
    chart = columns(measures) if drawn else None
    return Section(
        key=measures[0].key,
        title=measures[0].title,
        note=NOTES.get(measures[0].key, ""),
        heads=[
            head(measure.known, measure.total, measure.evidence, asking)
            for measure, asking in zip(measures, askings, strict=True)
        ],
        lines=lines if drawn else lines[:FIRST_ROWS],
        rest=[] if drawn else lines[FIRST_ROWS:],
        more=len(every) - len(found),
        is_few=is_few(measures),
        of_known=measures[0].of_known,
        has_dates=any(
            figure.certain is not None for measure in measures for figure in measure.figures
        ),
        chart=chart,
        columns=_drawn(chart, found, lines) if chart else [],
    )


def head(known: Figure, total: int, evidence: Evidence, asking: Asking) -> Head:
    """Of how many something is known."""
    return Head(link(known, asking), total - known.count, total, evidence)


def percent(share: float) -> str:
    """A share in whole percent; less than half of one is not nothing."""
    return "<1 %" if 0 < share < _PERCENT else f"{share:.0f} %"


def signed(number: float) -> str:
    """A difference with its sign; the minus is a minus."""
    return f"{number:+.0f}".replace("-", "−") if abs(number) >= _PERCENT else "0"


def row_address(noun: str, slug: str) -> str:
    """The page of what a row names; empty where it names nothing."""
    return reverse(f"web:{noun}", args=[slug]) if noun else ""


def _line(row: Row, measures: Sequence[Measure], askings: Sequence[Asking]) -> Line:
    return Line(
        label=row.label,
        address=row_address(row.noun, row.slug),
        cells=[
            None if figure is None else _cell(figure, share, asking)
            for figure, share, asking in zip(row.figures, row.shares, askings, strict=True)
        ],
        difference="" if row.difference is None else signed(row.difference),
        is_slight=row.is_slight,
    )


def _cell(figure: Figure, share: float, asking: Asking) -> Cell:
    sure = share if figure.certain is None else share * figure.certain / max(1, figure.count)
    notes = []
    if figure.certain is not None:
        notes.append(_surely(figure.certain, figure.count))
    if figure.corroborated:
        notes.append(
            gettext("{corroborated} by two witnesses or more").format(
                corroborated=figure.corroborated
            )
        )
    return Cell(
        link=link(figure, asking),
        share=percent(share),
        width=round(share, 1),
        sure=round(sure, 1),
        note=", ".join(notes),
    )


def _surely(certain: int, count: int) -> str:
    """How many of a figure are certain."""
    if certain in (0, count):
        return gettext("all certain") if certain else gettext("none certain")
    return gettext("{certain} certain").format(certain=certain)


def _drawn(chart: Columns, found: Sequence[Row], lines: Sequence[Line]) -> list[Drawn]:
    """The columns with the links of their cells."""
    by_key = {row.key: line for row, line in zip(found, lines, strict=True)}
    drawn = []
    for column in chart.columns:
        cell: Any = by_key[column.figure.key].cells[column.group]
        words = f"{column.figure.label}: {column.figure.count}, {cell.share}"
        title = f"{words}; {cell.note}" if cell.note else words
        drawn.append(Drawn(column, cell.link.address, title))
    return drawn
