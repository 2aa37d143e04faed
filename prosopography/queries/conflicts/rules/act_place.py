"""One act that befalls somebody once, told of different places."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement
from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.repeated import OnceActs
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import differing_places
from prosopography.queries.conflicts.wording import by_whom
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each such act that different sources put in places apart from one another.

    As ``same_act``, for claims whose dates agree, or of which neither has a date. A source that tells
    of two such acts, on two dates or in two places, says nothing about either.
    """
    acts = OnceActs(dossier)
    found: dict[str, dict[int, Assertion]] = {}
    for one, other in acts.pairs():
        dates = acts.date(one), acts.date(other)
        if acts.places_agree(one, other) or (None in dates and dates != (None, None)):
            continue
        alone = acts.is_the_only_one(one) and acts.is_the_only_one(other)
        if alone and acts.agreement(one, other) in (None, Agreement.AGREE):
            claims = found.setdefault(_topic(one, other), {})
            claims |= {one.pk: one, other.pk: other}
    for topic, both in found.items():
        sides = differing_places(both.values(), dossier)
        role: Any = next(iter(both.values())).role
        sentence = _("{name}: “{role}” is placed in {places}.").format(
            name=label_of(dossier.subject), role=label_of(role), places=by_whom(sides, dossier)
        )
        yield dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _topic(one: Assertion, other: Assertion) -> str:
    roles = sorted({each.role.slug for each in (one, other) if each.role})
    bodies = {each.organisation.slug for each in (one, other) if each.organisation}
    return ":".join([roles[0], *bodies, min(one.edtf, other.edtf)]).rstrip(":")


RULE = Rule(
    key="act_place",
    title=noop("One act, placed differently"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("person",),
    find=find,
)
