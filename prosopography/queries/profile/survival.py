"""How long the members lived, and how long after an event: Kaplan and Meier's curve, with its band.

Who is not known to have died is counted as long as a claim shows him alive, and then left out of
sight (censored). Vague dates: the curve takes the middle of each; the band reaches from all lives
as short as the dates allow to all as long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext

from prosopography.dates import DISTANT_PAST, reach
from prosopography.models import Event
from prosopography.queries.script import label_of

from .dated import Lives, When
from .estimator import Observed, Step, half_time, kaplan_meier, survival_before
from .figure import Evidence, Figure, Leaf, Range
from .material import Material, Told

#: The kinds of claim for which a person must be alive (a name is no such thing).
ALIVE = frozenset(
    {"tenure", "participation", "relationship", "life_event", "residence", "occupation",
     "authorship"}
)  # fmt: skip
_YEAR = 365.2425
#: The table has a row for so many years.
WIDTH = {"age": 10, "event": 5}


class Life(NamedTuple):
    """A member under observation: the years until death or until he is lost from sight."""

    person: int
    least: float
    middle: float
    most: float
    died: bool
    claims: tuple[Told, ...]


class Row(NamedTuple):
    """What happened in some years: who was at risk, died and was lost, and who outlived them."""

    first: int
    last: int
    at_risk: int
    died: Figure
    lost: Figure
    survival: float  # in percent, at its end
    band: Range


@dataclass(frozen=True)
class Survival:
    """A survival curve with its band, and of whom it tells."""

    key: str
    title: str
    total: int
    known: Figure
    evidence: Evidence
    died: Figure
    lost: Figure
    left_out: tuple[Figure, ...]  # with the reason for a label
    curve: tuple[Step, ...]
    shortest: tuple[Step, ...]
    longest: tuple[Step, ...]
    median: Range | None
    rows: tuple[Row, ...]
    until: float  # the longest time that anybody was observed

    @property
    def unknown(self) -> int:
        """How many are left out."""
        return self.total - self.known.count


def by_age(material: Material, dated: Lives) -> Survival:
    """The ages that members reached, from the birth."""
    born, died, seen = dated.born, dated.died, last_seen(material)
    lives: list[Life] = []
    unborn: list[int] = []
    unseen: list[int] = []
    for person in material.persons:
        end = died.get(person) or seen.get(person)
        if person not in born:
            unborn.append(person)
        elif end is None or end.last < born[person].first:
            unseen.append(person)
        else:
            lives.append(_life(person, born[person], end, died=person in died))
    left_out = [
        ("unborn", gettext("without a date of birth"), unborn),
        ("unseen", gettext("without a date of the death, or of anything after the birth"), unseen),
    ]
    leaf: Leaf = {"assertion": {"kind": "birth"}}
    return _survival(
        material,
        "survival",
        gettext("Survival by age"),
        lives,
        left_out=left_out,
        leaf=leaf,
        width=WIDTH["age"],
    )


def after_event(material: Material, dated: Lives, event: Event, when: When | None) -> Survival:
    """The years that members lived after an event, of those who are known to have outlived it."""
    died, seen = dated.died, last_seen(material)
    lives: list[Life] = []
    dead: list[int] = []
    unseen: list[int] = []
    start = when and When(when.first, when.last, ())
    for person in material.persons:
        end = died.get(person) or seen.get(person)
        if start is None or end is None:
            unseen.append(person)
        elif end.middle < start.middle:
            (dead if person in died else unseen).append(person)
        else:
            lives.append(_life(person, start, end, died=person in died))
    left_out = [
        ("dead", gettext("dead before it"), dead),
        ("unseen", gettext("of whom nothing dated is known after it"), unseen),
    ]
    title = gettext("Survival after {event}").format(event=label_of(event))
    return _survival(
        material, "survival-after", title, lives, left_out=left_out, leaf=None, width=WIDTH["event"]
    )


def last_seen(material: Material) -> dict[int, When]:
    """When each was last alive by a dated claim that cannot be made of the dead."""
    found = {}
    for person, claims in material.by_person.items():
        seen = [
            When(*days, (told,))
            for told in claims
            if _shows_alive(told, material) and (days := _last_days(told)) is not None
        ]
        if seen:
            first, last = max(each.first for each in seen), max(each.last for each in seen)
            latest = tuple(each.claims[0] for each in seen if each.last >= first)
            found[person] = When(first, last, latest)
    return found


def _shows_alive(told: Told, material: Material) -> bool:
    is_posthumous = told.role is not None and material.roles[told.role].posthumous
    return told.kind in ALIVE and not is_posthumous and not material.ends_life(told)


def _last_days(told: Told) -> tuple[int, int] | None:
    """Between which days a claim shows the person alive for the last time.

    Of who was in office from 1921 to 1928 the days of 1928; of who is attested in 1917 those of 1917.
    """
    if told.bounds.undated:
        return None
    known = reach(told.bounds)
    if known.first is None or known.last is None:
        return None
    end = told.earliest_end
    first = known.first if end is None or end <= DISTANT_PAST else max(known.first, end)
    return first, known.last


def _life(person: int, start: When, end: When, *, died: bool) -> Life:
    """The years from one to the other; dates that cross leave none."""
    least, most = (end.first - start.last) / _YEAR, (end.last - start.first) / _YEAR
    middle = (end.middle - start.middle) / _YEAR
    claims = (*start.claims, *end.claims)
    return Life(person, max(0.0, least), max(0.0, middle), max(0.0, most), died, claims)


def _survival(
    material: Material,
    key: str,
    title: str,
    lives: list[Life],
    *,
    left_out: Iterable[tuple[str, str, list[int]]],
    leaf: Leaf | None,
    width: int,
) -> Survival:
    beginning = () if leaf is None else (leaf,)
    curve = kaplan_meier(Observed(each.middle, each.died) for each in lives)
    shortest = kaplan_meier(Observed(each.least, each.died) for each in lives)
    longest = kaplan_meier(Observed(each.most, each.died) for each in lives)
    ending = (*beginning, material.death_leaf())

    def figure(word: str, label: str, given: list[Life]) -> Figure:
        leaves = ending if word == "died" else beginning
        told = [told for each in given for told in each.claims]
        return material.figure(word, label, told, leaves=leaves)

    rows = []
    for first in range(0, int(max((each.middle for each in lives), default=-1)) + 1, width):
        within = [each for each in lives if first <= each.middle < first + width]
        shares = [100 * survival_before(each, first + width) for each in (curve, shortest, longest)]
        rows.append(
            Row(
                first=first,
                last=first + width,
                at_risk=sum(each.middle >= first for each in lives),
                died=figure("died", "died", [each for each in within if each.died]),
                lost=figure(
                    "lost", gettext("lost from sight"), [each for each in within if not each.died]
                ),
                survival=shares[0],
                band=Range(min(shares), max(shares)),
            )
        )
    known = figure("known", title, lives)
    medians = [half_time(steps) for steps in (shortest, longest)]
    return Survival(
        key=key,
        title=title,
        total=material.total,
        known=known,
        evidence=material.evidence(known.claims),
        died=figure("died", "died", [each for each in lives if each.died]),
        lost=figure("lost", gettext("lost from sight"), [each for each in lives if not each.died]),
        left_out=tuple(
            Figure(key=word, label=reason, persons=tuple(sorted(persons)))
            for word, reason, persons in left_out
        ),
        curve=tuple(curve),
        shortest=tuple(shortest),
        longest=tuple(longest),
        median=None if None in medians else Range(*medians),  # type: ignore[arg-type]
        rows=tuple(rows),
        until=max((each.middle for each in lives), default=0.0),
    )
