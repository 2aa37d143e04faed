"""Maps: where what is said of persons, bodies and events happened.

In order: ``view`` (which part of the earth, and where a position stands on it), ``land`` (its
coasts), ``locator`` (where one place is), ``sites`` (what the record says happened where),
``told`` (the same in words),
``drawing`` (all of it as circles with their names).
"""

from .drawing import MOST_DRAWN, Drawing, drawing
from .locator import Locator, locator, position_of
from .sites import LAYERS, Asked, Site, Sites, sites
from .told import NamedSite, tell
from .view import View, around, view_of

__all__ = [
    "LAYERS",
    "MOST_DRAWN",
    "Asked",
    "Drawing",
    "Locator",
    "NamedSite",
    "Site",
    "Sites",
    "View",
    "around",
    "drawing",
    "locator",
    "position_of",
    "sites",
    "tell",
    "view_of",
]
