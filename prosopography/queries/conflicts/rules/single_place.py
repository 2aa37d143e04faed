"""Two places of what happens in one: a birth, a death, an event."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dossier import Dossier, ends_life
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import differing_places
from prosopography.queries.conflicts.wording import by_whom
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict where two places are given, neither of which lies in the other.

    Claims need no date for it. The place of an execution is a place of the death.
    """
    for topic, what, claims in _topics(dossier):
        sides = differing_places(claims, dossier)
        if sides:
            sentence = _("{subject} is placed in {places}.").format(
                subject=what, places=by_whom(sides, dossier)
            )
            yield dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _topics(dossier: Dossier) -> Iterator[tuple[str, str, list[Assertion]]]:
    name, claims = label_of(dossier.subject), dossier.affirmed
    if dossier.noun == "event":
        yield (
            "",
            _("“{text}”").format(text=name),
            [each for each in claims if each.kind == "occurrence"],
        )
        return
    yield (
        "birth",
        _("The birth of {name}").format(name=name),
        [each for each in claims if each.kind == "birth"],
    )
    deaths = [each for each in claims if each.kind == "death" or ends_life(each)]
    yield "death", _("The death of {name}").format(name=name), deaths


RULE = Rule(
    key="single_place",
    title=noop("Two places of what can have one only"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("person", "event"),
    find=find,
)
