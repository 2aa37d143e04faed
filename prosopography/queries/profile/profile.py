"""The whole collective biography of a group."""

from collections.abc import Collection
from dataclasses import dataclass

from prosopography.models import Event

from .ages import at_death, at_event, occurred
from .births import decades, places
from .bodies import bodies, events
from .dated import Lives, lives
from .disputed import Disputed, disputed
from .evidence import evidence
from .fates import ends, life_events
from .figure import Ages, Evidence, Measure
from .material import Material, Thing, load
from .roles import roles
from .shared import shared
from .survival import Survival, after_event, by_age
from .ways import ways


@dataclass(frozen=True)
class Profile:
    """What a group has in common and where it parts, measure by measure."""

    persons: dict[int, Thing]  # in the order of their names
    measures: dict[str, Measure]  # those that count persons, by their keys
    ages: tuple[Ages, ...]
    survival: tuple[Survival, ...]
    disputed: Disputed
    evidence: Evidence  # of all claims together

    @property
    def total(self) -> int:
        """How many persons the group has."""
        return len(self.persons)


def profile(keys: Collection[int], event: Event | None = None) -> Profile:
    """The collective biography of the persons of these keys; with an event, the ages at it too.

    Ten queries, and with an event at most three more, however many persons there are.
    """
    material = load(keys)
    dated = lives(material)
    when = occurred(event) if event is not None else None
    ages, survived = [at_death(material, dated)], [by_age(material, dated)]
    if event is not None:
        ages.insert(0, at_event(material, dated, event, when))
        survived.append(after_event(material, dated, event, when))
    conflicts = disputed(material)
    return Profile(
        persons=material.persons,
        measures={each.key: each for each in _counted(material, dated, conflicts)},
        ages=tuple(ages),
        survival=tuple(survived),
        disputed=conflicts,
        evidence=material.evidence(told.key for told in material.claims),
    )


def _counted(material: Material, dated: Lives, conflicts: Disputed) -> list[Measure]:
    """The measures that count persons, in the order of the page."""
    return [
        decades(material, dated.born),
        places(material),
        bodies(material),
        roles(material, "tenure"),
        events(material),
        roles(material, "participation"),
        roles(material, "occupation"),
        ways(material, "role"),
        ways(material, "organisation"),
        ends(material),
        life_events(material),
        shared(material),
        conflicts.measure,
        evidence(material),
    ]
