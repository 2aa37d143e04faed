"""The whole timeline: its bands, its axis, its legend, and the list of claims that it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from prosopography.dates import Bounds
from prosopography.models import Assertion

from ..claims import Claim
from .axis import WIDTH, Axis, Tick, axis_of
from .lanes import Lane, in_lanes
from .mark import Mark, Shape, mark, shape
from .words import sources

#: Above the first band: the years. Above each band: its title.
HEAD, TITLE, FOOT = 24.0, 20.0, 8.0
#: Below the last one, if the years are written there too.
YEARS = 16.0
#: A drawing that is higher than this has its years at the foot too.
HIGH = 300.0


class Dated(NamedTuple):
    """A claim as its row and as it is shown."""

    assertion: Assertion
    claim: Claim


class Item(NamedTuple):
    """A claim in the list, with its sources in words."""

    claim: Claim
    sources: str


@dataclass(frozen=True)
class Band:
    """A part of the life, in its lanes."""

    title: str
    y: float  # the line of its title
    lanes: list[Lane]


@dataclass(frozen=True)
class Timeline:
    """A drawing of claims, in units of which it is ``width`` wide, and the list of them."""

    width: float
    height: float
    ticks: list[Tick]
    cuts: list[float]
    bands: list[Band]
    #: The names of the signs that occur in it, for the legend.
    signs: frozenset[str]
    items: list[Item]

    @property
    def high(self) -> bool:
        """Whether the years are written at its foot too."""
        return self.height > HIGH

    @property
    def foot(self) -> float:
        """Where the lines of the years end."""
        return self.height - (YEARS if self.high else 0)


class _Drawable(NamedTuple):
    """A claim and what can be drawn of it."""

    dated: Dated
    shape: Shape


def timeline(groups: Iterable[tuple[str, Iterable[Dated]]]) -> Timeline | None:
    """The dated claims of these groups on one axis, a band for each; None if there are none.

    Each group is a title and its claims; undated ones are left out. Denied claims are drawn as a
    struck circle. What a source does not state stands in the list alone: it has no place in time. No query,
    if the claims were loaded as ``claims_naming`` loads them. The same claims give the same drawing
    in whichever order they come.
    """
    dated = [(title, [each for each in rows if each.assertion.edtf]) for title, rows in groups]
    listed = [each for _, rows in dated for each in rows]
    drawable = [(title, list(_drawable(rows))) for title, rows in dated]
    every = [each for _, rows in drawable for each in rows]
    if not every:
        return None
    axis = axis_of((each.shape.days for each in every), death=_death(every))
    bands, y = [], HEAD
    for title, rows in drawable:
        if rows:
            band, y = _band(title, rows, axis, y)
            bands.append(band)
    marks = [placed.mark for band in bands for lane in band.lanes for placed in lane.marks]
    height = y + FOOT
    return Timeline(
        width=WIDTH,
        height=height + (YEARS if height + YEARS > HIGH else 0),
        ticks=axis.ticks(),
        cuts=axis.cuts,
        bands=bands,
        signs=frozenset(name for each in marks for name in _signs(each)),
        items=[Item(each.claim, sources(each.claim)) for each in sorted(listed, key=_in_time)],
    )


def _drawable(rows: Iterable[Dated]) -> Iterator[_Drawable]:
    """What of these claims has a place on the axis."""
    for each in rows:
        row = each.assertion
        found = shape(_bounds(row), row.edtf, lasting=row.lasting, denied=each.claim.denied)
        if found is not None and not each.claim.silent:
            yield _Drawable(each, found)


def _death(rows: list[_Drawable]) -> int | None:
    """The last day on which the one of whom the claims are may have died; None if no source says.

    On a drawing of several persons, nothing comes after death: their deaths are not its end.
    """
    deaths = [
        each for each in rows if each.dated.claim.kind == "death" and each.shape.sign != "denied"
    ]
    whose = {each.dated.assertion.person_id for each in deaths}
    return max(each.shape.days.last for each in deaths) if len(whose) == 1 else None


def _band(title: str, rows: list[_Drawable], axis: Axis, y: float) -> tuple[Band, float]:
    """A band that begins at a height, and the height at which it ends."""
    lanes = in_lanes(
        mark(each.dated.claim, each.shape, axis, each.dated.assertion.edtf) for each in rows
    )
    below = y + TITLE
    for lane in lanes:
        lane.y = below + lane.height / 2
        below += lane.height
    return Band(title, y, lanes), below


def _signs(each: Mark) -> Iterator[str]:
    """The names of what the legend has to explain."""
    yield each.sign
    yield "solid" if each.solid else ""
    yield "open" if each.open else ""
    yield from (each.before, each.after)
    yield from each.doubt
    yield each.claim.rank if each.claim.rank == "deprecated" else ""


def _bounds(row: Assertion) -> Bounds:
    return Bounds(row.earliest_start, row.latest_start, row.earliest_end, row.latest_end)


def _in_time(each: Dated) -> tuple[float, float, str, str]:
    """Its place in the list: by the first day that is known of it, as in ``in_time_order()``."""
    row = each.assertion
    drawn = shape(_bounds(row), row.edtf, lasting=row.lasting, denied=False)
    first = float("inf") if drawn is None else drawn.days.first
    last = float("inf") if row.latest_end is None else row.latest_end
    return first, last, row.kind, row.identifier
