"""What the list of persons is narrowed by, as a question across persons (see docs/questions.md)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from prosopography.models import CalendarChoice, Rank

from .decade import span_of
from .facet import Chosen
from .listing import Asked

#: The facets that one leaf asks for, all of one and the same claim.
_OF_ONE_CLAIM = ("organisation", "role", "event", "place", "source", "certainty")
#: The lists count what the editors deprecate too; a question does only where it is asked for.
_RANKS = {"rank": [rank.value for rank in Rank]}
#: A claim that has a date has it in some calendar; a birth without a date is of no decade.
_DATED = {"calendar": [calendar.value for calendar in CalendarChoice]}


@dataclass(frozen=True)
class AsQuestion:
    """A question as JSON, empty where nothing can be asked; and what it leaves out."""

    text: str = ""
    left_out: list[str] = field(default_factory=list)  # the names of parameters
    both_sides: bool = (
        False  # whether it counts relationships from both sides, as the list does not
    )


def as_question(asked: Asked) -> AsQuestion:
    """The question to which the persons of the list are the answer; no query.

    Left out is what the language of questions cannot say: a name under any spelling, disagreement,
    only doubtful identifications.
    """
    of_one = _of_one_claim(asked)
    leaves = [leaf for leaf in (of_one, *_of_the_life(asked)) if leaf]
    left_out = [name for name in ("disagreement",) if asked.chosen.get(name)]
    left_out += ["doubtful"] if asked.doubtful == "only" else []
    left_out += ["q"] if asked.found else []
    if not leaves:
        return AsQuestion("", left_out)
    question: dict[str, Any] = leaves[0] if len(leaves) == 1 else {"all": leaves}
    if asked.certain:
        question = {**question, "match": "certain"}
    text = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
    return AsQuestion(text, left_out, both_sides=of_one is not None)


def _of_one_claim(asked: Asked) -> dict[str, Any] | None:
    parts: dict[str, Any] = {
        name: _words(asked.chosen[name]) for name in _OF_ONE_CLAIM if asked.chosen.get(name)
    }
    if asked.witnesses:
        parts["independent_witnesses"] = asked.witnesses
    if asked.doubtful == "exclude":
        parts["doubtful"] = False
    if not parts.keys() - {"doubtful"}:
        return None
    return {"assertion": {**parts, **_RANKS}}


def _of_the_life(asked: Asked) -> list[dict[str, Any]]:
    """A fate, and the decades of birth and death; each is a claim of its own."""
    leaves: list[dict[str, Any]] = []
    if fates := asked.chosen.get("fate"):
        leaves.append({"assertion": {"kind": "life_event", "role": _words(fates), **_RANKS}})
    relation = "during" if asked.certain else "overlaps"
    for name, kind in (("born", "birth"), ("died", "death")):
        if decades := asked.chosen.get(name):
            either: list[dict[str, Any]] = [
                {
                    "assertion": {
                        "kind": kind,
                        "date": {relation: span_of(each.key)},
                        **_DATED,
                        **_RANKS,
                    }
                }
                for each in decades
            ]
            leaves.append(either[0] if len(either) == 1 else {"any": either})
    return leaves


def _words(chosen: Sequence[Chosen]) -> Any:
    words = [each.word for each in chosen]
    return words[0] if len(words) == 1 else words
