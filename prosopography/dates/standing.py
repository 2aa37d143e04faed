"""How a thing stands to a day that is asked about: there, perhaps there, or attested elsewhere.

`overlaps` answers POSSIBLE for whatever is not excluded, and so for a member who is attested in 1917
on every day of every century. Here that answer is told apart by what is known: `reach` gives the
days from the first to the last that the date itself speaks of, and beyond them the thing is only
attested before, or after.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from .bounds import Bounds
from .calendars import DISTANT_FUTURE, DISTANT_PAST
from .compare import Answer, overlaps
from .value import Span


class Standing(StrEnum):
    """How a thing stands to the days asked about; the strongest first."""

    CERTAIN = "certain"  # it was there on one of them at least, whatever its true days were
    POSSIBLE = "possible"  # its date speaks of these days without settling them
    BEFORE = "attested_before"  # all that is known of it lies before them; nothing excludes them
    AFTER = "attested_after"  # the same, after them
    UNDATED = "undated"  # nothing is known of its time
    EXCLUDED = "excluded"  # it was over before them, or began after them


def standing(bounds: Bounds, asked: tuple[int | None, int | None]) -> Standing:
    """How the thing stands to the days from the first to the last (None: without a limit)."""
    if bounds.undated:
        return Standing.UNDATED
    answer = overlaps(bounds, asked)
    if answer is not Answer.POSSIBLE:
        return Standing(answer)
    first, last = asked
    known = reach(bounds)
    if known.last is not None and first is not None and known.last < first:
        return Standing.BEFORE
    if known.first is not None and last is not None and known.first > last:
        return Standing.AFTER
    return Standing.POSSIBLE


def reach(bounds: Bounds) -> Span:
    """The days from the first to the last of which a date speaks, unknown and open sides left out.

    Of a member attested in 1917, and of one “from 1917, end unknown”, the days of that year; of one
    from 1921 to 1928 all days between. None where the date itself has no limit (“in or before
    1917”), and on both sides where there is no date.
    """
    known = [day for day in bounds if day is not None]
    first = min(known, default=DISTANT_PAST)
    last = max(known, default=DISTANT_FUTURE)
    return Span(
        None if first == DISTANT_PAST else first,
        None if last == DISTANT_FUTURE else last,
    )


def changes(bounds: Bounds) -> set[int]:
    """The days on which `standing` to a single day becomes another: each the first of its sort.

    Between two of them nothing changes; on one of them nothing need change.
    """
    known = reach(bounds)
    starts = (bounds.earliest_start, bounds.latest_start, known.first)
    ends = (bounds.earliest_end, bounds.latest_end, known.last)
    return {*_days(starts), *(day + 1 for day in _days(ends))}


def _days(limits: Iterable[int | None]) -> list[int]:
    """The limits that are days."""
    return [day for day in limits if day is not None and DISTANT_PAST < day < DISTANT_FUTURE]
