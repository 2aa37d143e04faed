"""The timeline of the record as a drawing: events above, lives below.

Events and other claims stand in lanes as on the timeline of a person, with more lanes for words; each
life is one line. What a closed time has is on one axis; where the time is open, events and lives have
each their own, since a century of lives would press a few years of events into a corner. The same rows
give the same drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from prosopography.dates import Span

from ..script import label_of
from ..sentence import plain
from ..timeline.axis import LEAST_DAYS, WIDTH, Tick
from ..timeline.drawing import Dated
from ..timeline.lanes import (
    MOST_INSIDE,
    SPACE,
    Label,
    Lane,
    Placed,
    Room,
    in_lanes,
    shortened,
    width_of,
)
from ..timeline.mark import SIGN, STUB, Bar, Shape, mark, shape
from .axis import Zoomed, axis_of
from .events import Folded
from .happenings import Happening
from .lives import Life

#: On a panel, above the first band: the ticks. Above each band: its title. Below the last: the ticks
#: again. Between two panels.
HEAD, TITLE, FOOT, BETWEEN = 24.0, 22.0, 24.0, 16.0
#: Of a page of 100 each has its words, unless they all are of the same days.
_ROOM = Room(lanes=60, letters=64, fewer=36)
#: The height of the line of a life.
LINE = 16.0
#: Words are written into bars in so many lanes at most, and these are so high.
_MOST_MUTE, _WORDED = 40, 20.0


@dataclass(frozen=True)
class Line:
    """A life on the drawing."""

    life: Life
    y: float  # the middle of the line
    open: Bar | None  # from the first to the last possible day
    solid: Bar | None  # where the person surely lived
    before: bool  # whether nothing is known of the beginning
    after: bool
    start: float
    end: float
    x: float  # where the name stands
    place: str  # behind the bar, before it (the name ends there), or inside


@dataclass
class Worded(Lane):
    """A lane whose wide open bars have words inside, and are high enough for them."""

    @property
    def worded(self) -> bool:
        """Always; no other lane has it."""
        return True


class Band(NamedTuple):
    """Claims in lanes."""

    key: str
    y: float
    lanes: list[Lane]


@dataclass(frozen=True)
class Panel:
    """What stands on one axis."""

    y: float
    foot: float  # where the lines of the ticks end, from ``y``
    ticks: list[Tick]
    bands: list[Band]
    lines: list[Line]
    lives_y: float  # where the title of the lives stands

    @property
    def height(self) -> float:
        """With the ticks above and below."""
        return self.foot + FOOT - 4


@dataclass(frozen=True)
class Drawing:
    """The whole drawing, in units of which it is ``width`` wide."""

    width: float
    height: float
    panels: list[Panel]


def extent(span: Span | None, shapes: Iterable[Shape], lives: Iterable[Life]) -> Span | None:
    """The days of the axis: those that are asked for, and where these are open all that is shown.

    None where nothing is shown.
    """
    first, last = (None, None) if span is None else span
    if first is not None and last is not None:
        return Span(first, last)
    limits = [day for life in lives for day in life.limits if day is not None]
    days = [day for each in shapes for day in (each.days.first, each.days.last - 1)] + limits
    if not days:
        return None
    if first is not None:
        return Span(first, max([*days, first + LEAST_DAYS]))
    if last is not None:
        return Span(min([*days, last - LEAST_DAYS]), last)
    low, high = min(days), max(days)
    missing = max(0, LEAST_DAYS - (high - low)) // 2
    return Span(low - missing, high + missing)


def of_events(found: Iterable[Folded]) -> list[tuple[str, list[tuple[Dated, Shape]]]]:
    """Events as one band."""
    rows = [(each.dated, each.shape) for each in found if each.shape is not None]
    return [("events", rows)]


def of_claims(found: Iterable[Happening]) -> list[tuple[str, list[tuple[Dated, Shape]]]]:
    """Claims as two bands: what happened, and what befell persons or was done by them."""
    bands: dict[str, list[tuple[Dated, Shape]]] = {"events": [], "persons": []}
    for each in found:
        row = each.assertion
        drawn = shape(row.bounds, row.edtf, lasting=row.lasting, denied=False)
        if drawn is not None:
            key = "events" if row.person_id is None else "persons"
            bands[key].append((Dated(row, each.claim), drawn))
    return list(bands.items())


def drawing(
    span: Span | None,
    bands: Sequence[tuple[str, list[tuple[Dated, Shape]]]],
    lives: Sequence[Life],
) -> Drawing | None:
    """The drawing of these claims and lives; None where there are none. No query."""
    bands = [(key, rows) for key, rows in bands if rows]
    above = extent(span, (drawn for _, rows in bands for _, drawn in rows), ()) if bands else None
    below = extent(span, (), lives) if lives else None
    panels: list[Panel] = []
    if above is not None:
        panels.append(_panel(0.0, above, bands, lives if above == below else ()))
    if below not in (None, above):
        y = panels[0].height + BETWEEN if panels else 0.0
        panels.append(_panel(y, below, (), lives))
    return Drawing(WIDTH, round(panels[-1].y + panels[-1].height, 1), panels) if panels else None


def _panel(
    y: float,
    days: Span,
    bands: Iterable[tuple[str, list[tuple[Dated, Shape]]]],
    lives: Sequence[Life],
) -> Panel:
    """These claims and lives on the axis of these days."""
    axis = axis_of(days)
    made, below = [], HEAD
    for key, rows in bands:
        lanes = _spelled_out(in_lanes(
            (mark(each.claim, _cut(drawn, days), axis, each.assertion.edtf) for each, drawn in rows),
            _ROOM,
        ))  # fmt: skip
        made.append(Band(key, below, lanes))
        below += TITLE
        for lane in lanes:
            lane.y = below + lane.height / 2
            below += lane.height
    lives_y = below
    below += TITLE if lives else 0
    lines = [_line(life, axis, below + LINE * (at + 0.5)) for at, life in enumerate(lives)]
    below += LINE * len(lines)
    return Panel(round(y, 1), round(below + 4, 1), axis.ticks(), made, lines, lives_y)


def _spelled_out(lanes: list[Lane]) -> list[Lane]:
    """The lanes with words in wide open bars that have none beside them, unless there are too many."""
    mute = [lane for lane in lanes if any(_is_mute(each) for each in lane.marks)]
    if len(mute) > _MOST_MUTE:
        return lanes
    return [_worded(lane) if lane in mute else lane for lane in lanes]


def _worded(lane: Lane) -> Lane:
    marks = [_inside(each) for each in lane.marks]
    if marks == lane.marks:
        return lane
    return Worded(marks, lane.y, _WORDED)


def _is_mute(placed: Placed) -> bool:
    """Whether no words stand at a mark, but signs of doubt at most."""
    return placed.label is None or placed.label.text == placed.mark.doubt


def _inside(placed: Placed) -> Placed:
    bar = placed.mark.open
    if not _is_mute(placed) or bar is None:
        return placed
    room = bar.width / 2 - 2 * SIGN if placed.mark.sign or placed.mark.solid else bar.width
    words = f"{placed.mark.doubt} {plain(placed.mark.claim.parts)}".strip()
    text = shortened(words, room - 2 * SPACE, MOST_INSIDE)
    if not text:
        return placed
    label = Label(round(bar.x + SPACE + 1, 1), text, inside=False, before=False)
    return placed._replace(label=label)


def _cut(drawn: Shape, days: Span) -> Shape:
    """What of a date lies on the axis; where it reaches beyond, its end is open."""
    first, last = days.first or 0, days.last or 0
    if drawn.days.first >= first and drawn.days.last <= last + 1:
        return drawn
    return drawn._replace(
        days=drawn.days._replace(
            first=max(first, min(drawn.days.first, last)),
            last=min(last + 1, max(drawn.days.last, first + 1)),
        ),
        before=drawn.before or ("always" if drawn.days.first < first else ""),
        after=drawn.after or ("always" if drawn.days.last > last + 1 else ""),
        sign="",
    )


def _line(life: Life, axis: Zoomed, y: float) -> Line:
    """A life between its limits; a stub where one of its ends is not known."""
    limits = life.limits
    known = [day for day in limits if day is not None]
    start = axis.x(min(known))
    end = axis.x(max(known) + 1)
    opened = Bar(round(start, 1), round(max(2.0, end - start), 1))
    solid = None
    if limits.born_last is not None and limits.died_first is not None:
        left, right = axis.x(limits.born_last), axis.x(limits.died_first + 1)
        solid = Bar(round(left, 1), round(right - left, 1)) if right - left >= 1 else None
    before = limits.born_first is None and limits.born_last is None
    after = limits.died_first is None and limits.died_last is None
    left = start - (STUB if before else 0)
    right = end + (STUB if after else 0)
    room = width_of(label_of(life.person))
    place, x = "behind", right + 4
    if right + 4 + room > WIDTH:
        is_before = left - 4 - room >= 0
        place, x = ("before", left - 4) if is_before else ("inside", max(left, 0) + 12)
    return Line(
        life, round(y, 1), opened, solid, before, after, round(start, 1), round(end, 1),
        round(x, 1), place,
    )  # fmt: skip
