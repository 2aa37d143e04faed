"""A page of rows on one axis, with the legend that it needs, and whoever has no date."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from prosopography.dates import Span
from prosopography.models import Organisation, Person, Role

from ..address import visible
from ..slices import Slice, cut
from ..tenures import Told, told
from .bar import Bar, bar
from .entry import Entry, Line, Order, lines_of, spoken
from .scale import Scale

#: How many persons stand on one page of the axis, and how many of those without a date are named.
PAGE_OF_ROWS, MOST_UNDATED = 50, 60
#: The height of a lane, what is free above the first, and how many lanes a row has at most.
HEIGHT, TOP, MOST_LANES = 16, 4, 6
#: So many claims of a row stand in words beside it; of more, the rest is folded.
MOST_TOLD = 3

_TABLES: dict[Order, Any] = {Order.ROLE: Role, Order.ORGANISATION: Organisation}


class Lane(NamedTuple):
    """Bars side by side, none on another; ``y`` is the middle of the lane."""

    y: float
    bars: list[Bar]


@dataclass(frozen=True)
class Row:
    """A person with their bars in time order."""

    person: Person
    bars: list[Bar]

    @property
    def first(self) -> list[Bar]:
        """Those whose words stand beside the drawing."""
        return self.bars if len(self.bars) <= MOST_TOLD + 1 else self.bars[:MOST_TOLD]

    @property
    def rest(self) -> list[Bar]:
        """Those whose words are folded."""
        return self.bars[len(self.first) :]

    @property
    def lanes(self) -> list[Lane]:
        """Those that have a place on the axis, each in the first lane in which it has room."""
        lanes: list[Lane] = []
        for each in self.bars:
            if not each.drawn:
                continue
            free = next((lane for lane in lanes if each.left >= lane.bars[-1].right), None)
            if free is None and len(lanes) < MOST_LANES:
                lanes.append(Lane(HEIGHT * (len(lanes) + 0.5) + TOP, [each]))
            else:
                (free or lanes[-1]).bars.append(each)
        return lanes

    @property
    def height(self) -> float:
        """How high its drawing is."""
        return HEIGHT * len(self.lanes) + 2 * TOP


@dataclass(frozen=True)
class Group:
    """Rows under what they have in common: a role or a body; None where they have no heading."""

    row: Any
    total: int  # of persons with a date, on all pages
    undated: int  # of those whom no claim under this heading dates
    continued: bool  # it began on the page before
    rows: list[Row]


class Undated(NamedTuple):
    """A person of whom no source says when, and in which roles."""

    person: Person
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Axis:
    """What is drawn of these claims, and what cannot be."""

    order: Order
    page: Slice  # of Row, over all groups
    groups: list[Group]
    scale: Scale
    spoken: Span  # from the first to the last day of which any claim speaks
    signs: frozenset[str]  # what occurs on this page, for the legend
    persons: int  # in all, with and without a date
    undated: list[Undated]  # the first of them
    undated_total: int

    @property
    def dated(self) -> int:
        """How many persons have a date."""
        return self.persons - self.undated_total


def axis(entries: Sequence[Entry], number: int, order: Order) -> Axis | None:
    """A page of the rows of these claims; None where none of them has a date.

    Six queries: the claims in full (3), what the rows stand under, those without a date and their
    roles; none where there is nothing to draw. Raises PageNumberError.
    """
    dated, undated = lines_of(entries, order)
    days = spoken(entries)
    if days is None:
        return None
    scale = Scale.of(days)
    page = cut(dated, number, PAGE_OF_ROWS)
    full = told([each.key for line in page.rows for each in line.entries])
    rows = [(line, _row(line, full, scale)) for line in page.rows]
    shown = [row for _, row in rows if row is not None]
    return Axis(
        order=order,
        page=Slice(shown, page.number, page.pages, page.total, page.first),
        groups=_groups([(line, row) for line, row in rows if row], (dated, undated), page, order),
        scale=scale,
        spoken=days,
        signs=frozenset(sign for row in shown for each in row.bars for sign in each.signs),
        persons=len({line.person for line in (*dated, *undated)}),
        undated=_undated(undated, {line.person for line in dated}),
        undated_total=len({line.person for line in undated} - {line.person for line in dated}),
    )


def _row(line: Line, full: dict[int, Told], scale: Scale) -> Row | None:
    """A row; None where all its claims were taken back meanwhile."""
    bars = [
        bar(each, full[each.key].claim, full[each.key].assertion, scale)
        for each in line.entries
        if each.key in full
    ]
    person = bars[0].assertion.person if bars else None
    return Row(person, bars) if person is not None else None


def _groups(
    rows: list[tuple[Line, Row]], lines: tuple[list[Line], list[Line]], page: Slice, order: Order
) -> list[Group]:
    """The rows of a page under their headings; ``lines`` are all, with a date and without."""
    dated, undated = lines
    totals = Counter(line.under for line in dated)
    others = Counter(line.under for line in undated)
    before = dated[page.first - 2].under if page.first > 1 else None
    found = _rows_of(order, {line.under for line, _ in rows})
    groups: list[Group] = []
    for under, together in groupby(rows, key=lambda pair: pair[0].under):
        is_continued = page.first > 1 and not groups and under == before
        own = [row for _, row in together]
        heading = None if under is None else found.get(under)
        groups.append(Group(heading, totals[under], others[under], is_continued, own))
    return groups


def _rows_of(order: Order, keys: Collection[int | None]) -> dict[int, Any]:
    if order is Order.BEGINNING:
        return {}
    return visible(_TABLES[order]).in_bulk([key for key in keys if key is not None])


def _undated(lines: list[Line], dated: set[int]) -> list[Undated]:
    """The first persons who have no date at all, by name."""
    held: dict[int, list[int]] = {}
    for line in sorted(lines, key=lambda each: each.entries[0].sorting):
        if line.person not in dated:
            held.setdefault(line.person, []).extend(each.role for each in line.entries)
    first = dict(list(held.items())[:MOST_UNDATED])
    persons = visible(Person).in_bulk(first)
    roles: dict[int, Role] = visible(Role).in_bulk({key for own in first.values() for key in own})
    return [
        Undated(persons[person], tuple(roles[key] for key in dict.fromkeys(own)))
        for person, own in first.items()
        if person in persons
    ]
