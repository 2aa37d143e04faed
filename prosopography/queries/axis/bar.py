"""One claim on the axis: which of its days are certain, which possible, and how it is drawn.

The signs are those of the timeline of a life (``timeline.mark``): solid where it is certain, open
where it is only possible, dashes where nobody knows how far it reached, a square at the day on which
a state is attested, a diamond for what happened once.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Bounds, reach
from prosopography.models import Assertion

from ..claims import Claim
from ..days import day_in_words
from ..timeline.axis import Days
from ..timeline.mark import Shape, doubt_of, shape
from ..timeline.words import told
from .entry import Entry
from .scale import Scale

#: The least width of a bar in hundredths; what is narrower than a sign is hidden by it.
LEAST, HIDDEN = 0.7, 2.0
#: Half the width of a sign and that of an open end, about; they are drawn in one size at any width.
SIGN, STUB = 1.2, 2.6

_NAMED = ("organisation", "event", "place", "related_person")


class Part(NamedTuple):
    """A stretch of the drawing, in hundredths of its width."""

    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """A claim at its place. Nothing is drawn of one without a date."""

    claim: Claim
    assertion: Assertion
    #: The last day on which it can have lasted, where something else tells that; in words.
    until: str = ""
    implied: bool = False  # it tells of entering or leaving, and so of having been there
    open: Part | None = None
    solid: Part | None = None
    dashed: Part | None = None  # the days after its own date that something else leaves for it
    before: str = ""  # how it reaches beyond: "", "unknown" or "always"
    after: str = ""
    start: float = 0.0  # where the open ends begin
    end: float = 0.0
    sign: str = ""  # "", "event" or "attested"
    at: float = 0.0  # where the sign stands

    @property
    def left(self) -> float:
        """Where it begins with its sign and its open end."""
        return min(self.start - (STUB if self.before else 0), self.at - SIGN if self.sign else 100)

    @property
    def right(self) -> float:
        """Where it ends with them."""
        return max(self.end + (STUB if self.after else 0), self.at + SIGN if self.sign else 0)

    @property
    def drawn(self) -> bool:
        """Whether it has a place on the axis."""
        return self.open is not None or self.solid is not None or bool(self.sign)

    @property
    def doubt(self) -> str:
        """“?” and “≠”, as on the timeline."""
        return doubt_of(self.claim, self.assertion.edtf)

    @property
    def names(self) -> list[Any]:
        """What it names beside the person and the role: of what is implied, the body alone."""
        columns = ("organisation",) if self.implied else _NAMED
        rows = (getattr(self.assertion, column) for column in columns)
        return [row for row in rows if row is not None]

    @property
    def state(self) -> str:
        """How it differs from what nobody doubts, in the words of the style sheet."""
        return "q" if "?" in self.doubt else ""

    @property
    def title(self) -> str:
        """What it has to say to whoever points at it."""
        return told(self.claim)

    @property
    def signs(self) -> set[str]:
        """What of it the legend has to explain."""
        found = {self.sign, self.before, self.after, *self.doubt}
        found |= {"solid"} if self.solid else set()
        found |= {"open"} if self.open else set()
        found |= {"unknown"} if self.dashed else set()
        return found - {""}


def bar(entry: Entry, claim: Claim, assertion: Assertion, scale: Scale) -> Bar:
    """The claim on the scale; no query.

    What tells of entering or leaving is drawn when it happened, with an open end on the side of the
    time in the body. Where only something else says when it was over at the latest, dashes lead there:
    that is not excluded, and no more.
    """
    own = _own_bounds(assertion)
    is_dashed = bool(entry.ended) and own.latest_end is None and not entry.implied
    bounds = own if entry.implied or is_dashed else entry.bounds
    found = shape(bounds, assertion.edtf, lasting=assertion.lasting, denied=False)
    if found is None:
        return Bar(claim, assertion, _until(entry, assertion), entry.implied)
    left, right = scale.x(found.days.first), scale.x(found.days.last)
    at = _middle(bounds, found, scale)
    opened = None if found.sign and right - left <= HIDDEN else _part(left, right)
    solid = _solid(found, scale) if opened else None
    before, after = found.before, found.after
    if entry.implied:
        before = before or ("unknown" if entry.bounds.earliest_start is None else "")
        after = after or ("unknown" if entry.bounds.latest_end is None else "")
    start = opened.x if opened else at
    end = round(opened.x + opened.width, 2) if opened else at
    dashed = None
    if is_dashed and entry.bounds.latest_end is not None:
        last = scale.x(entry.bounds.latest_end + 1)
        if last - end > STUB:
            dashed, after = Part(end, round(last - end, 2)), ""
    return Bar(
        claim=claim,
        assertion=assertion,
        until=_until(entry, assertion),
        implied=entry.implied,
        dashed=dashed,
        open=None if opened == solid else opened,
        solid=solid,
        before=before,
        after=after,
        start=start,
        end=round(dashed.x + dashed.width, 2) if dashed else end,
        sign=found.sign,
        at=at,
    )


def _own_bounds(row: Assertion) -> Bounds:
    return Bounds(row.earliest_start, row.latest_start, row.earliest_end, row.latest_end)


def _until(entry: Entry, assertion: Assertion) -> str:
    """The last day that something else leaves for it, where its own date does not say as much."""
    last, own = entry.bounds.latest_end, reach(_own_bounds(assertion)).last
    if entry.implied or not entry.ended or last is None or (own is not None and last <= own):
        return ""
    return day_in_words(last)


def _middle(bounds: Bounds, found: Shape, scale: Scale) -> float:
    """The middle of the days of which the date itself speaks: of a state, when it is attested."""
    days = found.days
    if found.sign == "attested":
        attested = sorted(
            day
            for day in (bounds.latest_start, bounds.earliest_end)
            if day is not None and DISTANT_PAST < day < DISTANT_FUTURE
        )
        days = Days(attested[0], attested[-1] + 1)
    return round((scale.x(days.first) + scale.x(days.last)) / 2, 2)


def _solid(found: Shape, scale: Scale) -> Part | None:
    if found.certain is None:
        return None
    return _part(scale.x(found.certain.first), scale.x(found.certain.last))


def _part(left: float, right: float) -> Part:
    """A stretch between two places, made as wide as can be seen."""
    missing = max(0.0, LEAST - (right - left))
    start, end = round(left - missing / 2, 2), round(right + missing / 2, 2)
    return Part(start, round(end - start, 2))
