"""The succession of an office: its holders in order, and what lies between them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from prosopography.dates import (
    DISTANT_PAST,
    UNDATED,
    Bounds,
    Handover,
    Held,
    handover,
    joined,
    may_be_one,
)
from prosopography.models import Assertion, Organisation, Person, Role

from .address import visible
from .days import beginning, ending
from .handover_words import beside, in_words
from .tenures import Office, Tenure, Tenures, Told, against, person_of, tenures, told


@dataclass(frozen=True)
class Place:
    """One holder's place in the order: the claims about what may be one tenure, in short."""

    held: list[Tenure]  # in time order
    denied: list[Tenure]
    handover: Handover | None  # from those before; None for the first, and for the undated

    @property
    def bounds(self) -> Bounds:
        """What the dated claims tell of it together."""
        return _bounds(self.held)

    @property
    def certain(self) -> bool:
        """Whether at least one claim says so without any doubt."""
        return any(claim.sure for claim in self.held)


@dataclass(frozen=True)
class Succession:
    """The order in short, before the claims are read in full."""

    places: list[Place]  # by their beginning, the undated last
    undated: int  # how many of them have no date
    denied: int  # persons of whom it is only denied
    deprecated: int  # claims left out, for the editors deprecate them

    @property
    def shared(self) -> bool:
        """Whether many held it at once: more than half of at least so many follow without a gap.

        Then it says nothing of one of them that somebody held it before.
        """
        found = [each.handover for each in self.places if each.handover is not None]
        return len(found) >= MANY_HANDOVERS and 2 * sum(map(beside, found)) > len(found)


@dataclass(frozen=True)
class Holder:
    """A tenure of one person, with all that is said of it."""

    person: Person
    claims: list[Told]
    against: list[Told]
    bounds: Bounds
    certain: bool
    handover: Handover | None

    @property
    def assertions(self) -> list[Assertion]:
        """The claims that may be about this tenure."""
        return [each.assertion for each in self.claims]

    @property
    def denials(self) -> list[Assertion]:
        """The claims that deny it."""
        return [each.assertion for each in self.against]

    @property
    def disputed(self) -> bool:
        """Whether a claim, or a citation of these claims, denies that it was so."""
        return bool(self.against) or any(each.contradicted for each in self.claims)

    @property
    def began(self) -> str:
        """When it began, in words."""
        return beginning(self.bounds)

    @property
    def ended(self) -> str:
        """When it ended, in words."""
        return ending(self.bounds)

    @property
    def between(self) -> str:
        """What lies between this holder and those before, in words; empty where nothing is known."""
        return "" if self.handover is None else in_words(self.handover)

    @property
    def beside(self) -> bool:
        """Whether it overlaps with a tenure before, certainly or possibly, and no gap lies between."""
        return self.handover is not None and beside(self.handover)


#: How many offices are offered to choose from.
_MOST_OFFICES = 30
#: Of so many handovers it can be said that an office was held by many at once.
MANY_HANDOVERS = 3


class Post(NamedTuple):
    """A role in a body, with how many claims speak of it."""

    organisation: Organisation
    role: Role
    claims: int


def offices(office: Office) -> list[Post]:
    """The offices of a body, the bodies of a role, or all: those of which most is said, first.

    Five queries at most.
    """
    claims = Counter((one.organisation, one.role) for one in tenures(office).affirmed)
    most = sorted(claims, key=lambda post: (-claims[post], post))[:_MOST_OFFICES]
    bodies = visible(Organisation).in_bulk([body for body, _ in most])
    roles = visible(Role).in_bulk([role for _, role in most])
    return [
        Post(bodies[body], roles[role], claims[body, role])
        for body, role in most
        if body in bodies and role in roles
    ]


def succession(office: Office) -> Succession:
    """Who held the office one after another; three queries at most.

    The claims of one person that may be about one tenure are one place in the order: all that are
    not certainly apart, and those without a date where there is one dated tenure to which they can
    belong. What lies between is judged against all who came before, not the last of them only.
    """
    return in_order(office, tenures(office))


def in_order(office: Office, claims: Tenures) -> Succession:
    """The same from the claims about the office, where somebody has read them; no query."""
    denials: dict[int, list[Tenure]] = defaultdict(list)
    for denial in claims.denied:
        denials[denial.person].append(denial)
    groups = sorted(_groups(claims), key=lambda group: _order(group[0]))
    dated = [group for group in groups if not group[0].bounds.undated]
    undated = [group for group in groups if group[0].bounds.undated]
    handovers = [*_handovers(dated), *(None for _ in undated)]
    places = [
        Place(group, _against(office, group, denials.get(group[0].person, [])), found)
        for group, found in zip([*dated, *undated], handovers, strict=True)
    ]
    holders = {claim.person for claim in claims.affirmed}
    return Succession(places, len(undated), len(denials.keys() - holders), claims.deprecated)


def tell(places: Iterable[Place]) -> list[Holder]:
    """These places with their claims in full; three queries.

    A claim that was taken back since they were found is left out.
    """
    listed = list(places)
    full = told([one.key for each in listed for one in (*each.held, *each.denied)])
    holders = []
    for each in listed:
        claims = [full[one.key] for one in each.held if one.key in full]
        denied = [full[one.key] for one in each.denied if one.key in full]
        if claims:
            holders.append(
                Holder(
                    person_of(claims[0]), claims, denied, each.bounds, each.certain, each.handover
                )
            )
    return holders


def _order(claim: Tenure) -> tuple[float, float, tuple[str, str]]:
    """By the first known day, as ``in_time_order`` has it; on one day by name."""
    days = claim.bounds
    known = (days.earliest_start, days.earliest_end, days.latest_end, days.latest_start)
    first = [day for day in known if day is not None and day > DISTANT_PAST]
    return _last(first[0] if first else None), _last(days.latest_end), claim.sorting


def _groups(claims: Tenures) -> list[list[Tenure]]:
    """The claims of each person by what may be one tenure, each group in time order."""
    persons: dict[int, list[list[Tenure]]] = defaultdict(list)
    for claim in claims.affirmed:  # the undated come last
        groups = persons[claim.person]
        fitting = [
            group for group in groups if all(may_be_one(claim.bounds, one.bounds) for one in group)
        ]
        if fitting and not (claim.bounds.undated and len(fitting) > 1):
            fitting[0].append(claim)
        else:
            groups.append([claim])
    return [group for groups in persons.values() for group in groups]


def _handovers(groups: list[list[Tenure]]) -> list[Handover | None]:
    """What lies before each of these dated groups, in their order.

    Compared with the neighbour, with who surely stayed longest, and with who possibly did: they
    settle what all who came before would.
    """
    found: list[Handover | None] = []
    longest: list[list[Tenure]] = []
    for place, group in enumerate(groups):
        if place == 0:
            found.append(None)
            longest = [group, group]
            continue
        before = {id(each): each for each in (groups[place - 1], *longest)}
        found.append(handover(map(_held, before.values()), _held(group)))
        longest = [
            max(longest[0], group, key=lambda each: _last(_bounds(each).earliest_end)),
            max(longest[1], group, key=lambda each: _last(_bounds(each).latest_end)),
        ]
    return found


def _last(day: int | None) -> float:
    return float("inf") if day is None else day


def _dated(group: Iterable[Tenure]) -> list[Tenure]:
    """The claims with a date; of them those that are beyond doubt, if there are any."""
    dated = [claim for claim in group if not claim.bounds.undated]
    return [claim for claim in dated if claim.sure] or dated


def _held(group: list[Tenure]) -> Held:
    dated = _dated(group)
    return Held(tuple(claim.bounds for claim in dated), all(claim.sure for claim in dated))


def _bounds(group: Iterable[Tenure]) -> Bounds:
    dated = _dated(group)
    return joined(claim.bounds for claim in dated) if dated else UNDATED


def _against(office: Office, group: list[Tenure], denials: list[Tenure]) -> list[Tenure]:
    """The denials that may speak of this tenure."""
    near = [
        denial for denial in denials if any(may_be_one(denial.bounds, one.bounds) for one in group)
    ]
    return against(office, group, near)
