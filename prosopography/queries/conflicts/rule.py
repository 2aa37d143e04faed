"""A rule: a small named unit that finds one sort of conflict."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prosopography.models import Nature

from .conflict import Conflict
from .dossier import Dossier


@dataclass(frozen=True)
class Rule:
    """What a module in ``rules/`` offers, under the name ``RULE``."""

    key: str  # the name of the module; part of the key of every conflict that it finds
    title: str  # in English, translated where it is shown: “Two dates of what can have one only”
    natures: tuple[Nature, ...]  # what its conflicts can be
    nouns: tuple[str, ...]  # of which things it looks through the dossiers
    find: Callable[[Dossier], Iterator[Conflict]]
