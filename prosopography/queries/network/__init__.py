"""Networks: persons and what links them, around one of them, within a group or in the whole record.

In order: ``network`` (who, and by what), ``communities`` (who has most to do with whom), ``drawing``
(all on a circle, those of a community beside one another), ``listing`` (the same as a list). Of the
whole record ``bodies`` and ``bodies_drawing`` (bodies or events, and whom they share) and ``best``
(who has most to do with others).
"""

from .best import best_linked
from .bodies import MOST_BODIES, MOST_SHARED, Asked, Bodies, as_network, bodies
from .bodies_drawing import BodiesDrawing, bodies_drawing
from .drawing import Drawing, drawing
from .listing import Entry, entries
from .network import MOST_DRAWN, MOST_GIVEN, Network, Node, Tie, Way, around, within

__all__ = [
    "MOST_BODIES",
    "MOST_DRAWN",
    "MOST_GIVEN",
    "MOST_SHARED",
    "Asked",
    "Bodies",
    "BodiesDrawing",
    "Drawing",
    "Entry",
    "Network",
    "Node",
    "Tie",
    "Way",
    "around",
    "as_network",
    "best_linked",
    "bodies",
    "bodies_drawing",
    "drawing",
    "entries",
    "within",
]
