"""The question that gives the persons of a figure, with the claims that put them there."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from prosopography.queries.questions import Match, Question
from prosopography.queries.questions.read import MOST_LEAVES, MOST_PERSONS
from prosopography.queries.questions.read_json import MOST_CHARACTERS, MOST_DEEP

from .figure import Figure, Leaf
from .material import Thing

#: No address with a longer question: servers refuse what is much longer.
LONGEST = 3500
_LISTS = ("all", "any")


class Asked(NamedTuple):
    """A question as JSON; not ``exact``, it may find others of the group beside those meant."""

    text: str
    exact: bool


class Both(NamedTuple):
    """Who is in one group and in another, and the question for them; None for nobody."""

    persons: tuple[int, ...]
    asked: Asked | None


class Asking:
    """What a group's question and a figure make together."""

    def __init__(self, question: Question, persons: Mapping[int, Thing]) -> None:
        root: dict[str, Any] = json.loads(question.canonical)
        root.pop("match", None)
        self._root = root
        self._is_certain = question.match is Match.CERTAIN
        self._persons = persons

    def of(self, figure: Figure) -> Asked | None:
        """The question for a figure; None where nobody is meant, or no question can say it.

        The group's own with the leaves of the figure, where these give just its persons; else the
        persons one by one; of too many, the group's own again, which may find more.
        """
        if not figure.persons:
            return None
        if figure.exact and not self._is_certain and (text := self._composed(figure.leaves)):
            return Asked(text, exact=True)
        if len(figure.persons) <= MOST_PERSONS:
            slugs = sorted(self._persons[key].slug for key in figure.persons)
            listed = _text(_all([{"persons": slugs}, *figure.leaves]))
            if len(quote(listed)) <= LONGEST:
                return Asked(listed, exact=True)
        text = self._composed(figure.leaves)
        return Asked(text, exact=len(figure.persons) == len(self._persons)) if text else None

    def both(self, other: "Asking") -> Both:
        """Who is in this group and in another: both questions in one, or the persons one by one.

        Where neither can be asked, this question with the other, which may find more.
        """
        persons = tuple(key for key in self._persons if key in other._persons)
        if not persons:
            return Both((), None)
        own = self._root.get("all", [self._root])
        leaves = other._root.get("all", [other._root])
        composed = self._composed(leaf for leaf in leaves if leaf not in own)
        same = self._is_certain == other._is_certain
        if composed and same and len(quote(composed)) <= LONGEST:
            return Both(persons, Asked(composed, exact=True))
        listed = _text({"persons": sorted(self._persons[key].slug for key in persons)})
        if len(persons) <= MOST_PERSONS and len(quote(listed)) <= LONGEST:
            return Both(persons, Asked(listed, exact=True))
        return Both(persons, Asked(composed, exact=same) if composed else None)

    def everybody_else(self) -> str:
        """The question of all whom the record does not surely count to the group; empty if none."""
        other = {"not": self._root}
        return _text(other) if _depth(other) <= MOST_DEEP else ""

    def _composed(self, leaves: Iterable[Leaf]) -> str:
        """The group and these leaves; empty where that is no question any more."""
        own = self._root.get("all", [self._root])
        data = _all([*own, *leaves])
        if _number(data) > MOST_LEAVES or _depth(data) > MOST_DEEP:
            return ""
        if self._is_certain:
            data = {**data, "match": Match.CERTAIN.value}
        text = _text(data)
        return text if len(text) <= MOST_CHARACTERS else ""


def _all(parts: list[Leaf]) -> Leaf:
    return parts[0] if len(parts) == 1 else {"all": parts}


def _text(data: Leaf) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _parts(node: Leaf) -> list[Leaf]:
    """The nodes directly below a node."""
    below = [part for key in _LISTS for part in node.get(key, ())]
    return [*below, node["not"]] if "not" in node else below


def _depth(node: Leaf) -> int:
    """How many nodes stand within one another."""
    return 1 + max(map(_depth, _parts(node)), default=0)


def _number(node: Leaf) -> int:
    """How many leaves there are."""
    parts = _parts(node)
    return sum(map(_number, parts)) if parts else 1
