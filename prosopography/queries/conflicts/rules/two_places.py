"""The same on one day in two places."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement, iso_day
from prosopography.dates.readings import readings
from prosopography.models import Assertion, Nature, Rank
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import agreement, date_of, date_text
from prosopography.queries.conflicts.dossier import Dossier, is_posthumous
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import differing_places
from prosopography.queries.conflicts.wording import listed
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each day on which the same befell the person in two places.

    The same: life events, or parts taken in events, of one role. Who was arrested in Moscow may well
    have been exiled from there to Vologda on one day. Only where the day is a single one counts.
    """
    days: list[list[Assertion]] = []
    for claim in dossier.affirmed:
        if _is_punctual(claim) and _is_one_day(claim, dossier):
            same = next((each for each in days if _same(each[0], claim, dossier)), None)
            if same is None:
                days.append([claim])
            else:
                same.append(claim)
    for claims in days:
        sides = differing_places(claims, dossier)
        if sides and (role := claims[0].role):
            day = date_text(date_of(claims[0]))
            places = listed(each.text for each in sides)
            sentence = _("{name}: “{role}” in {places} on one day, {day}.").format(
                name=label_of(dossier.subject), role=label_of(role), places=places, day=day
            )
            topic = f"{role.slug}:{iso_day(claims[0].earliest_start)}"
            yield dossier.conflict(RULE.key, Nature.IMPOSSIBLE, topic, sentence, sides)


def _same(one: Assertion, other: Assertion, dossier: Dossier) -> bool:
    agreed = agreement(date_of(one), date_of(other), dossier)
    return one.role_id == other.role_id and agreed is Agreement.AGREE


def _is_punctual(claim: Assertion) -> bool:
    return (
        claim.kind in ("life_event", "participation")
        and bool(claim.edtf)
        and not claim.lasting
        and not is_posthumous(claim)
        and claim.place_id is not None
        and claim.rank != Rank.DEPRECATED
    )


def _is_one_day(claim: Assertion, dossier: Dossier) -> bool:
    found = readings(claim.edtf, claim.calendar, reform=dossier.around.reform)
    return all(each.day is not None for each in found)


RULE = Rule(
    key="two_places",
    title=noop("In two places on one day"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("person",),
    find=find,
)
