"""One dated claim on a timeline: which of its days are certain, which possible, and how it is drawn.

A claim that lasts is a bar: solid over the days that are certain, open over those that are only
possible, with dashes where nobody knows how far it reached. What happened once is a diamond, in
an open bar where its day is not known; what is only attested then is a square. A denied claim is
a struck circle and nothing else, so that it never looks like something that was.
"""

from dataclasses import dataclass
from typing import NamedTuple

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Bounds

from ..claims import Claim
from .axis import Axis, Days
from .words import told

#: Half the width of a sign.
SIGN = 5.0
#: How far an open end is drawn.
STUB = 14.0
#: A bar is at least so wide, and its solid part.
LEAST_BAR, LEAST_SOLID = 4.0, 2.0
#: A bar that is not wider than this is hidden by the sign in it, and is left out.
HIDDEN = 2 * SIGN + 2


class Shape(NamedTuple):
    """What of a claim can be drawn, in days."""

    days: Days  # every day that is known by name: the possible ones between known ends
    certain: Days | None
    before: str  # how it reaches beyond these days: "", "unknown" or "always"
    after: str
    sign: str  # "", "event", "attested" or "denied"


class Bar(NamedTuple):
    """A stretch of the drawing."""

    x: float
    width: float


@dataclass(frozen=True)
class Mark:
    """A claim at its place. ``left`` and ``right`` hold all of it but its label."""

    claim: Claim
    open: Bar | None
    solid: Bar | None
    before: str
    after: str
    start: float  # where the open ends begin
    end: float
    sign: str
    middle: float
    doubt: str  # "?" and "≠", as they stand beside it
    left: float
    right: float

    @property
    def title(self) -> str:
        """What it has to say to whoever points at it."""
        return told(self.claim)

    @property
    def state(self) -> str:
        """How it differs from a claim that nobody doubts, in the words of the style sheet."""
        states = {
            "q": "?" in self.doubt,
            "d": self.claim.rank == "deprecated",
            "n": self.claim.denied,
        }
        return " ".join(name for name, holds in states.items() if holds)


def shape(bounds: Bounds, edtf: str, *, lasting: bool, denied: bool) -> Shape | None:
    """What can be drawn of a date; None if no day is known of it at all.

    The certain days are those from the latest start to the earliest end (``dates.on``); the bar
    covers all possible days, where these have an end.
    """
    known = [day for day in map(_known, bounds) if day is not None]
    if not known:
        return None
    start, end = _known(bounds.earliest_start), _known(bounds.latest_end)
    first = min(known) if start is None else start
    last = max(known) if end is None else end
    days = Days(first, max(first, last) + 1)
    if denied:
        return Shape(days, None, "", "", "denied")
    before = "" if start is not None else "always" if bounds.latest_start is None else "unknown"
    after = "" if end is not None else "always" if bounds.earliest_end is None else "unknown"
    return Shape(days, _certain(bounds, days), before, after, _sign(bounds, edtf, lasting))


def _certain(bounds: Bounds, days: Days) -> Days | None:
    """The days on which it was surely so, as far as they are drawn."""
    first = days.first if bounds.latest_start is None else bounds.latest_start
    last = days.last - 1 if bounds.earliest_end is None else bounds.earliest_end
    return Days(first, last + 1) if first <= last else None


def _sign(bounds: Bounds, edtf: str, lasting: bool) -> str:
    """The sign of a single date that is known on both sides."""
    if "/" in edtf:
        return ""
    if lasting:
        return "attested" if _both(bounds.latest_start, bounds.earliest_end) else ""
    return "event" if _both(bounds.earliest_start, bounds.latest_end) else ""


def _both(one: int | None, other: int | None) -> bool:
    return _known(one) is not None and _known(other) is not None


def _known(day: int | None) -> int | None:
    """The day, unless it is an infinity."""
    return day if day is not None and DISTANT_PAST < day < DISTANT_FUTURE else None


def doubt_of(claim: Claim, edtf: str) -> str:
    """The signs of doubt: “≠” where sources disagree, “?” where one has a doubt of its own.

    That is a hedged claim, a name that may mean somebody else, or a date with a qualifier.
    """
    is_doubted = bool(claim.certainty) or claim.doubtful or any(sign in edtf for sign in "?~%")
    return ("?" if is_doubted else "") + ("≠" if claim.disputed else "")


def mark(claim: Claim, drawn: Shape, axis: Axis, edtf: str) -> Mark:
    """The claim on the drawing, all numbers rounded to a tenth."""
    left, right = axis.x(drawn.days.first), axis.x(drawn.days.last)
    middle = (left + right) / 2
    solid, opened = _solid(drawn, axis), None
    if drawn.sign != "denied" and not (drawn.sign and right - left <= HIDDEN):
        opened = _bar(left, right, LEAST_BAR)
    elif drawn.sign:
        solid = None
    start, end = (opened.x, opened.x + opened.width) if opened else (middle, middle)
    if drawn.sign:
        start, end = min(start, middle - SIGN), max(end, middle + SIGN)
    if opened and solid:
        solid = _held(solid, opened)
    return Mark(
        claim=claim,
        open=None if opened == solid else opened,
        solid=solid,
        before=drawn.before,
        after=drawn.after,
        start=round(start, 1),
        end=round(end, 1),
        sign=drawn.sign,
        middle=round(middle, 1),
        doubt=doubt_of(claim, edtf),
        left=round(start - (STUB if drawn.before else 0), 1),
        right=round(end + (STUB if drawn.after else 0), 1),
    )


def _solid(drawn: Shape, axis: Axis) -> Bar | None:
    if drawn.certain is None:
        return None
    return _bar(axis.x(drawn.certain.first), axis.x(drawn.certain.last), LEAST_SOLID)


def _bar(left: float, right: float, least: float) -> Bar:
    """A bar between two places, made as wide as can be seen."""
    missing = max(0.0, least - (right - left))
    start, end = round(left - missing / 2, 1), round(right + missing / 2, 1)
    return Bar(start, round(end - start, 1))


def _held(inner: Bar, outer: Bar) -> Bar:
    """The inner bar, moved and cut so that it lies within the outer one."""
    width = min(inner.width, outer.width)
    x = min(max(inner.x, outer.x), outer.x + outer.width - width)
    return Bar(round(x, 1), width)
