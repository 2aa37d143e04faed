"""Two places of what happens in one: a birth, a death, an event."""

from collections.abc import Iterator

from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dossier import Dossier, ends_life
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import differing_places
from prosopography.queries.conflicts.wording import by_whom


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict where two places are given, neither of which lies in the other.

    Claims need no date for it. The place of an execution is a place of the death.
    """
    for topic, what, claims in _topics(dossier):
        sides = differing_places(claims, dossier)
        if sides:
            sentence = f"{what} is placed in {by_whom(sides, dossier)}."
            yield dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _topics(dossier: Dossier) -> Iterator[tuple[str, str, list[Assertion]]]:
    name, claims = dossier.subject.label, dossier.affirmed
    if dossier.noun == "event":
        yield "", f"“{name}”", [each for each in claims if each.kind == "occurrence"]
        return
    yield "birth", f"The birth of {name}", [each for each in claims if each.kind == "birth"]
    deaths = [each for each in claims if each.kind == "death" or ends_life(each)]
    yield "death", f"The death of {name}", deaths


RULE = Rule(
    key="single_place",
    title="Two places of what can have one only",
    natures=(Nature.DISAGREEMENT,),
    nouns=("person", "event"),
    find=find,
)
