"""Lists with facets: what each list can be narrowed by, narrowed, counted and sorted.

The order of reading: ``facet`` (what a facet is), ``named``, ``words``, ``decade``, ``members`` and
``disagreement`` (the sorts of facets), ``listing`` (the engine), ``sorts``, ``nouns`` (the lists of the
record), ``as_question`` (the same as a question), ``rows`` (the same as a table).
"""

from .facet import ChoiceError, Chosen, Facet, Level, Offer
from .listing import Asked, Listing, narrowed, offered, sure
from .nouns import LISTINGS

__all__ = [
    "LISTINGS",
    "Asked",
    "ChoiceError",
    "Chosen",
    "Facet",
    "Level",
    "Listing",
    "Offer",
    "narrowed",
    "offered",
    "sure",
]
