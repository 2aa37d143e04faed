"""Two dates of what happens once: a birth, a death, an event, the beginning or end of a body."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.models import Assertion, Marks, Nature
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import differing_dates
from prosopography.queries.conflicts.wording import by_whom, exact_dates, one_day
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each of them whose dates cannot all be one.

    Compared in the possible sense: 1938 and February 1938 agree, 1937 and 1938 do not. What is
    said of the end of a life (executed, murdered) is a date of the death.
    """
    for topic, what, claims in _topics(dossier):
        differing = differing_dates(claims, dossier)
        if differing is not None:
            nature, sides = differing
            dates = by_whom(sides, dossier, exact_dates(sides))
            sentence = _("{subject} is dated {dates}.").format(subject=what, dates=dates)
            if nature == Nature.CALENDAR:
                sentence = one_day(what, sides)
            yield dossier.conflict(RULE.key, nature, topic, sentence, sides)


def _topics(dossier: Dossier) -> Iterator[tuple[str, str, list[Assertion]]]:
    name = label_of(dossier.subject)
    if dossier.noun == "person":
        yield "birth", _("The birth of {name}").format(name=name), dossier.births
        yield "death", _("The death of {name}").format(name=name), dossier.deaths
    elif dossier.noun == "event":
        happened = [each for each in dossier.affirmed if each.kind == "occurrence" and each.edtf]
        yield "", _("“{text}”").format(text=name), happened
    else:
        for mark, topic, what in (
            (Marks.BEGINNING, "beginning", _("The beginning of {name}")),
            (Marks.END, "end", _("The end of {name}")),
        ):
            yield topic, what.format(name=name), marking(dossier.affirmed, mark)


def marking(claims: list[Assertion], mark: Marks) -> list[Assertion]:
    """The dated claims on the being of a body whose role marks its beginning or its end."""
    return [
        claim
        for claim in claims
        if claim.kind == "existence" and claim.edtf and claim.role and claim.role.marks == mark
    ]


RULE = Rule(
    key="single_date",
    title=noop("Two dates of what can have one only"),
    natures=(Nature.DISAGREEMENT, Nature.CALENDAR),
    nouns=("person", "organisation", "event"),
    find=find,
)
