"""The places of a map in words: who was there, as what, when, and which claims say so."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from prosopography.models import Assertion, Event, Organisation, Person, Place, Role

from ..address import visible
from ..claims import When, when
from ..script import label_of
from .sites import LAYERS, Entry, Site, Told

#: Of each layer of a place so many are named; the others are counted.
MOST_NAMED = 8
#: Of each of them so many claims stand there.
MOST_CLAIMS = 3
#: What can be there: what a claim is about, the person before all else.
_SUBJECTS: dict[str, Any] = {"person": Person, "event": Event, "organisation": Organisation}
#: The layer that is told role by role: who was exiled stands apart from who was arrested.
_BY_ROLE = "befell"


@dataclass(frozen=True)
class Dated:
    """Claims of one date."""

    when: When | None  # None where they have no date
    claims: list[str]  # their identifiers


@dataclass(frozen=True)
class Named:
    """An entry, or what of it is told under one role."""

    row: Any
    certain: bool
    said: str  # what it did there, and where within the place; may be empty
    dated: list[Dated]  # in time order


@dataclass(frozen=True)
class NamedGroup:
    """Those of a layer who stand together: all, or those whom the same befell."""

    role: Role | None
    named: list[Named]


@dataclass(frozen=True)
class NamedLayer:
    """A layer of a place as the list tells it."""

    key: str
    groups: list[NamedGroup]
    more: int  # how many are not named

    @property
    def kind(self) -> str:
        """The kind of its claims; empty where there are several."""
        kinds = LAYERS[self.key]
        return kinds[0] if len(kinds) == 1 else ""


@dataclass(frozen=True)
class NamedSite:
    """A place as the list tells it."""

    site: Site
    layers: list[NamedLayer]


@dataclass(frozen=True)
class _Rows:
    """What the entries name, by key."""

    subjects: dict[str, dict[int, Any]]
    roles: dict[int, Role]
    places: dict[int, Place]
    claims: dict[str, Assertion]

    def named(self, entry: Entry, told: list[Told], *, with_role: bool) -> Named:
        """An entry by what some of its claims tell."""
        keys = dict.fromkeys(each.role for each in told if each.role is not None)
        words = [label_of(self.roles[key]) for key in keys] if with_role else []
        within = dict.fromkeys(each.within for each in told if each.within is not None)
        words += [label_of(self.places[key]) for key in within]
        dated: dict[When | None, list[str]] = {}
        for each in told[:MOST_CLAIMS]:
            dated.setdefault(when(self.claims[each.claim]), []).append(each.claim)
        return Named(
            row=self.subjects[entry.noun][entry.key],
            certain=any(each.certain for each in told),
            said=", ".join(words),
            dated=[Dated(date, claims) for date, claims in dated.items()],
        )

    def groups(self, layer: str, entries: Iterable[Entry]) -> list[NamedGroup]:
        """The entries of a layer, what befell persons role by role."""
        if layer != _BY_ROLE:
            named = [self.named(entry, entry.told, with_role=True) for entry in entries]
            return [NamedGroup(None, named)]
        of_role: dict[int | None, list[Named]] = {}
        for entry in entries:
            for key in dict.fromkeys(each.role for each in entry.told):
                told = [each for each in entry.told if each.role == key]
                of_role.setdefault(key, []).append(self.named(entry, told, with_role=False))
        groups = [
            NamedGroup(None if key is None else self.roles[key], named)
            for key, named in of_role.items()
        ]
        return sorted(groups, key=lambda each: label_of(each.role) if each.role else "")


def tell(found: Collection[Site]) -> list[NamedSite]:
    """These places with the names of who and what was there; six queries at most."""
    shown = [
        (site, layer, list(site.layers[layer].values())[:MOST_NAMED])
        for site in found
        for layer in site.counts
    ]
    entries = [entry for _, _, some in shown for entry in some]
    told = [each for entry in entries for each in entry.told]
    rows = _Rows(
        subjects={
            noun: visible(model).in_bulk({each.key for each in entries if each.noun == noun})
            for noun, model in _SUBJECTS.items()
        },
        roles=Role.objects.in_bulk({each.role for each in told if each.role is not None}),
        places=visible(Place).in_bulk({each.within for each in told if each.within is not None}),
        claims=Assertion.objects.public()
        .select_related("role")
        .in_bulk({each.claim for each in told}, field_name="identifier"),
    )
    layers: dict[int, list[NamedLayer]] = {site.place.pk: [] for site in found}
    for site, layer, some in shown:
        groups = rows.groups(layer, some)
        layers[site.place.pk].append(NamedLayer(layer, groups, site.counts[layer] - len(some)))
    return [NamedSite(site, layers[site.place.pk]) for site in found]
