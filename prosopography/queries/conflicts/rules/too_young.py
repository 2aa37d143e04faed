"""Who held an office as a small child."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Bounds
from prosopography.models import Nature
from prosopography.queries.conflicts.acts import acts, excluded_by
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import starts_before
from prosopography.queries.conflicts.dossier import Dossier, believed
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import act_sides, date_sides, dates_in, quoted
from prosopography.queries.script import label_of

#: Nobody holds an office, or is a member of a body, before this age.
LEAST_AGE = 12
_YEAR = 365.25


def find(dossier: Dossier) -> Iterator[Conflict]:
    """One conflict for a person: the births, and the tenures that surely began too early.

    Tenures alone: children are pupils and apprentices (occupations), and are present at events, or
    their victims. What began before the birth is told by ``before_birth``.
    """
    births = believed(dossier.births)
    held = [each for each in acts(dossier) if each.kind == "tenure"]
    early, excluding = excluded_by(held, births, _too_young, dossier)
    if early:
        sides = act_sides(early, dossier)
        pattern = _("{name}, born {dates}, would have been younger than {age}: {acts}.")
        sentence = pattern.format(
            name=label_of(dossier.subject),
            dates=dates_in(excluding),
            age=LEAST_AGE,
            acts=quoted(sides),
        )
        yield dossier.conflict(
            RULE.key,
            Nature.IMPOSSIBLE,
            "",
            sentence,
            [*date_sides(_("born {date}"), excluding), *sides],
        )


def _too_young(held: Bounds, birth: Bounds) -> bool:
    """Whether it began before that age, though not before the birth."""
    if starts_before(held, birth) or birth.earliest_start is None:
        return False
    of_age = birth.earliest_start + round(LEAST_AGE * _YEAR)
    return starts_before(held, Bounds(of_age, None, None, None))


RULE = Rule(
    key="too_young",
    title=noop("In office as a child"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("person",),
    find=find,
)
