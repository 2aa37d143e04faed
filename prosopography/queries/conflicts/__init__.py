"""Conflicts: where public claims are at odds, computed and never typed in.

``RULES`` are small named units, one module each in ``rules/``; each looks through a ``Dossier``: the
claims about one thing, and what surrounds them. docs/conflicts.md says what each compares.
"""

from .conflict import Conflict, Side
from .engine import NOUNS, all_conflicts, conflicts_in_short, conflicts_of
from .rule import Rule
from .rules import RULES

__all__ = [
    "NOUNS",
    "RULES",
    "Conflict",
    "Rule",
    "Side",
    "all_conflicts",
    "conflicts_in_short",
    "conflicts_of",
]
