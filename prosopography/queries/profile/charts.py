"""The drawings of a collective biography, in places and lengths. No query, no HTML.

Columns for what is counted in spans, curves for survival; of one group or of two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from django.utils.translation import gettext

from .beside import Row, rows
from .estimator import Step
from .figure import Figure, Measure
from .survival import Survival

#: Every drawing has this size, in its own units.
WIDTH, HEIGHT = 640.0, 240.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 8.0, 12.0, 28.0
_ROOM = WIDTH - LEFT - RIGHT
_FOOT = HEIGHT - BOTTOM
#: The labels below have so much room at least, and columns are never wider than this.
_LEAST_ROOM, _MOST_WIDE = 52.0, 44.0
#: So many lines stand behind a drawing at most.
_LINES = 5


class Line(NamedTuple):
    """A line of the ground with its label: across at a height, or a mark below."""

    at: float
    label: str


class Column(NamedTuple):
    """One column: what is certain of it below, what is only possible above."""

    x: float
    width: float
    y: float
    certain: float  # height
    middle: float  # where the certain part begins
    possible: float  # height
    group: int
    figure: Figure


@dataclass(frozen=True)
class Columns:
    """Counts of one group, or shares of two, in columns."""

    across: list[Line]
    below: list[Line]
    columns: list[Column]
    unit: str

    width, height, foot, left, right = WIDTH, HEIGHT, _FOOT, LEFT, WIDTH - RIGHT


class Curve(NamedTuple):
    """A survival curve and its band, as paths."""

    line: str
    band: str
    group: int


@dataclass(frozen=True)
class Curves:
    """Survival curves over years."""

    across: list[Line]
    below: list[Line]
    curves: list[Curve]

    width, height, foot, left, right = WIDTH, HEIGHT, _FOOT, LEFT, WIDTH - RIGHT


def columns(measures: Sequence[Measure]) -> Columns | None:
    """The figures of a measure as columns side by side; None if there are none."""
    found = rows(measures)
    if not found:
        return None
    is_single = len(measures) == 1
    highest = max(_value(row, place, is_single) for row in found for place in range(len(measures)))
    step = _step(highest)
    top = step * -(-highest // step) or step
    slot = _ROOM / len(found)
    wide = min(_MOST_WIDE, slot * 0.8 / len(measures))
    drawn = []
    for at, row in enumerate(found):
        start = LEFT + slot * (at + 0.5) - wide * len(measures) / 2
        for place, figure in enumerate(row.figures):
            if figure is not None:
                scale = _value(row, place, is_single) / top * (_FOOT - TOP) / figure.count
                x = round(start + wide * place, 1)
                drawn.append(_column(figure, x, round(wide - 1, 1), scale, place))
    every = max(1, int(-(-_LEAST_ROOM // slot)))
    return Columns(
        across=_across(top, step, "" if is_single else " %"),
        below=[
            Line(round(LEFT + slot * (at + 0.5), 1), row.label)
            for at, row in enumerate(found)
            if at % every == 0
        ],
        columns=drawn,
        unit=gettext("persons") if is_single else gettext("percent of those of whom it is known"),
    )


def curves(survivals: Sequence[Survival]) -> Curves | None:
    """Survival curves with their bands; None if nobody was observed."""
    until = max((each.until for each in survivals), default=0.0)
    if not until:
        return None
    step = _step(until)
    last = step * -(-until // step)
    return Curves(
        across=_across(100, 25, " %"),
        below=[
            Line(round(_x(at * step, last), 1), f"{at * step:g}")
            for at in range(int(last // step) + 1)
        ],
        curves=[
            Curve(_line(each, last), _band(each, last), place)
            for place, each in enumerate(survivals)
            if each.until
        ],
    )


def _value(row: Row, place: int, is_single: bool) -> float:
    figure = row.figures[place]
    if figure is None:
        return 0.0
    return float(figure.count) if is_single else row.shares[place]


def _column(figure: Figure, x: float, width: float, scale: float, group: int) -> Column:
    certain = figure.count if figure.certain is None else figure.certain
    low, high = certain * scale, figure.count * scale
    return Column(
        x=x,
        width=width,
        y=round(_FOOT - high, 1),
        certain=round(low, 1),
        middle=round(_FOOT - low, 1),
        possible=round(high - low, 1),
        group=group,
        figure=figure,
    )


def _across(top: float, step: float, unit: str) -> list[Line]:
    return [
        Line(round(_FOOT - at * step / top * (_FOOT - TOP), 1), f"{at * step:g}{unit}")
        for at in range(int(top / step + 1e-9) + 1)
    ]


def _step(highest: float) -> int:
    """1, 2, 5, 10 …: the first with which few lines are enough."""
    steps = (base * 10**power for power in count() for base in (1, 2, 5))
    return next(each for each in steps if highest <= each * _LINES)


def _x(time: float, last: float) -> float:
    return LEFT + min(time / last, 1.0) * _ROOM


def _y(share: float) -> float:
    return _FOOT - share * (_FOOT - TOP)


def _line(survival: Survival, last: float) -> str:
    """From 1 down step by step, as far as anybody was observed."""
    corners = _corners(((step.time, step.survival) for step in survival.curve), last)
    return f"M{LEFT:g} {_y(1.0):g}{corners}H{_x(survival.until, last):.1f}"


def _band(survival: Survival, last: float) -> str:
    """Between the lowest and the highest of the three curves, as far as the last was observed."""
    times = sorted({
        step.time
        for steps in (survival.curve, survival.shortest, survival.longest)
        for step in steps
        if step.time <= survival.until
    })  # fmt: skip
    walks = [_Walk(steps) for steps in (survival.curve, survival.shortest, survival.longest)]
    shares = [[walk.at(time) for walk in walks] for time in times]
    end = f"H{_x(survival.until, last):.1f}"
    lows = [(time, min(each)) for time, each in zip(times, shares, strict=True)]
    highs = [(time, max(each)) for time, each in zip(times, shares, strict=True)]
    upper = f"M{LEFT:g} {_y(1.0):g}{_corners(highs, last)}{end}"
    # Back along the lower edge: first down (or up) at each time, then to the left.
    back, below = "", [1.0, *(share for _, share in lows)]
    for (time, _), share in zip(reversed(lows), reversed(below[:-1]), strict=True):
        back += f"H{_x(time, last):.1f}V{_y(share):.1f}"
    return f"{upper}V{_y(below[-1]):.1f}{back}H{LEFT:g}Z"


def _corners(shares: Iterable[tuple[float, float]], last: float) -> str:
    """The steps of a curve: along to each time, then down. What falls on one point is drawn once."""
    found, before = "", ""
    for time, share in shares:
        corner = f"H{_x(time, last):.1f}V{_y(share):.1f}"
        if corner != before:
            found += corner
        before = corner
    return found


class _Walk:
    """A curve that is followed from left to right."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._next = 0
        self._share = 1.0

    def at(self, time: float) -> float:
        """The share that outlives a time; times come in their order."""
        while self._next < len(self._steps) and self._steps[self._next].time <= time:
            self._share = self._steps[self._next].survival
            self._next += 1
        return self._share
