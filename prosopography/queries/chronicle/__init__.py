"""The timeline of the whole record: its events and lives on one axis, and what happened in a time.

In order: ``asked`` (what is asked for, and the claims of it), ``axis`` (years, months or days),
``columns`` (how much is dated to each of them), ``lives`` (from birth to death), ``events`` (each
with its parts folded), ``happenings`` (claim by claim), ``drawing`` (all of it on one axis).
"""

from .asked import CLOSE, Asked, claims
from .columns import Column, Columns, columns, span_of
from .drawing import Drawing, drawing
from .events import Folded, events
from .happenings import Happening, happenings
from .lives import Life, lives

__all__ = [
    "CLOSE",
    "Asked",
    "Column",
    "Columns",
    "Drawing",
    "Folded",
    "Happening",
    "Life",
    "claims",
    "columns",
    "drawing",
    "events",
    "happenings",
    "lives",
    "span_of",
]
