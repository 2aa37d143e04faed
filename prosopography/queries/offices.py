"""The offices of a body in short: each with its holders in their order."""

from collections import defaultdict
from dataclasses import dataclass

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Bounds
from prosopography.models import Organisation, Person, Role

from .address import visible
from .days import beginning, day_in_words, ending
from .succession import Place, in_order
from .tenures import Office, Tenure, Tenures

#: An office with more holders than this is a membership: it is named, and not told one by one.
MOST_HOLDERS = 12
#: How many offices are told, and how many named.
MOST_TOLD, MOST_LISTED = 12, 40


@dataclass(frozen=True)
class Holding:
    """One holder's tenure in short."""

    person: Person
    undated: bool
    attested: tuple[str, str] | None  # only known to have been so between these days
    began: str
    ended: str
    certain: bool  # at least one claim says so without any doubt
    disputed: bool  # a claim denies it


@dataclass(frozen=True)
class OfficeInShort:
    """A role in the body itself with its holders, the dated first; or only how many there are."""

    role: Role
    holders: list[Holding]  # empty where there are more than MOST_HOLDERS
    persons: int
    is_shared: bool  # many held it at once: a membership, in which nobody follows another

    @property
    def dated(self) -> list[Holding]:
        """The holders in the order of time."""
        return [each for each in self.holders if not each.undated]

    @property
    def undated(self) -> list[Holding]:
        """The others, by name."""
        return [each for each in self.holders if each.undated]


def offices_in_short(organisation: Organisation, claims: Tenures) -> list[OfficeInShort]:
    """The roles that persons hold in a body itself, those with fewest holders last; two queries.

    ``claims`` are the tenures of the body with its parts, as ``tenures`` reads them.
    """
    by_role: dict[int, Tenures] = defaultdict(lambda: Tenures([], [], 0))
    for tenure in claims.affirmed:
        if tenure.organisation == organisation.pk:
            by_role[tenure.role].affirmed.append(tenure)
    for tenure in claims.denied:
        if tenure.organisation == organisation.pk and tenure.role in by_role:
            by_role[tenure.role].denied.append(tenure)
    persons = {role: len(_persons(found.affirmed)) for role, found in by_role.items()}
    roles = visible(Role).in_bulk(by_role)
    order = sorted(roles.values(), key=lambda role: (-persons[role.pk], role.label, role.slug))
    told = [role for role in order if persons[role.pk] <= MOST_HOLDERS][:MOST_TOLD]
    orders = {
        role.pk: in_order(Office(organisation, role, exact=True), by_role[role.pk]) for role in told
    }
    places = {key: found.places for key, found in orders.items()}
    keys = {place.held[0].person for found in places.values() for place in found}
    names = visible(Person).in_bulk(keys)
    return [
        OfficeInShort(
            role,
            [_holding(place, names) for place in places.get(role.pk, [])
             if place.held[0].person in names],
            persons[role.pk],
            orders[role.pk].shared if role.pk in orders else persons[role.pk] > MOST_HOLDERS,
        )
        for role in order[:MOST_LISTED]
    ]  # fmt: skip


def _persons(tenures: list[Tenure]) -> set[int]:
    return {each.person for each in tenures}


def _holding(place: Place, names: dict[int, Person]) -> Holding:
    return Holding(
        person=names[place.held[0].person],
        undated=place.bounds.undated,
        attested=_attested(place.bounds),
        began=beginning(place.bounds),
        ended=ending(place.bounds),
        certain=place.certain,
        disputed=bool(place.denied),
    )


def _attested(bounds: Bounds) -> tuple[str, str] | None:
    """The first and the last of the days on one of which it was so, where no more is known."""
    first, last = bounds.earliest_end, bounds.latest_start
    if bounds.earliest_start is not None or bounds.latest_end is not None:
        return None
    if first is None or last is None or not DISTANT_PAST < first <= last < DISTANT_FUTURE:
        return None
    return day_in_words(first), day_in_words(last)
