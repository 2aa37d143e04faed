"""What the record says happened where: births, deaths, what befell persons, and what they did.

Only public claims count, affirmed and not deprecated by the editors. A person (or body, or event)
counts once at a place in a layer, however many claims say it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from prosopography.dates import Answer, Bounds, Span, overlaps
from prosopography.models import Assertion, Certainty, Place

from ..address import visible
from ..identity import is_surely_named
from ..keys import keyed
from ..lifetime import Lifetime, lifetimes
from ..when import date_condition
from .locator import position_of
from .view import Position

#: The layers, with the kinds of claims that belong to each.
LAYERS: dict[str, tuple[str, ...]] = {
    "birth": ("birth",),
    "death": ("death",),
    "befell": ("life_event",),
    "action": (
        "tenure",
        "participation",
        "relationship",
        "residence",
        "occupation",
        "occurrence",
        "existence",
    ),
}
_LAYER_OF = {kind: layer for layer, kinds in LAYERS.items() for kind in kinds}


@dataclass(frozen=True)
class Asked:
    """What a map is asked for; by default all."""

    layers: tuple[str, ...] = tuple(LAYERS)
    #: The days in question; None for any time, also an unknown one.
    span: Span | None = None
    #: Whether claims that are only possible are left out.
    certain: bool = False
    #: Whether claims without a date, which nothing excludes, count at a time that is asked for.
    undated: bool = False
    #: The keys of the persons in question; None for everybody, and for bodies and events too.
    persons: frozenset[int] | None = None

    def counts(self, row: "_Row") -> bool:
        """Whether a claim that nothing excludes is shown."""
        if self.certain:
            return row.sure(self.span)
        return self.undated or self.span is None or bool(row.edtf)


class Told(NamedTuple):
    """What one claim says of somebody or something at a place."""

    claim: str  # its identifier
    role: int | None
    within: int | None  # the place that it names, where that lies in this one
    certain: bool  # whether it surely says so, of the time in question


@dataclass
class Entry:
    """Somebody or something at a place, in one layer."""

    noun: str
    key: int
    told: list[Told] = field(default_factory=list)  # in time order

    @property
    def certain(self) -> bool:
        """Whether one of the claims surely says so, of the time in question."""
        return any(each.certain for each in self.told)

    @property
    def claims(self) -> list[str]:
        """The identifiers of the claims."""
        return [each.claim for each in self.told]


@dataclass
class Site:
    """A place with all that happened there, or at a place within it that has no position."""

    place: Place
    position: Position | None
    layers: dict[str, dict[tuple[str, int], Entry]] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are in each layer that has any, in the order of the layers."""
        return {layer: len(self.layers[layer]) for layer in LAYERS if layer in self.layers}

    @property
    def total(self) -> int:
        """How many there are in all layers together."""
        return sum(self.counts.values())

    @property
    def certain(self) -> int:
        """How many of them surely."""
        return sum(each.certain for layer in self.layers.values() for each in layer.values())

    @property
    def claims(self) -> list[str]:
        """The identifiers of all claims, each once."""
        found = (each for layer in self.layers.values() for each in layer.values())
        return list(dict.fromkeys(claim for each in found for claim in each.claims))


@dataclass(frozen=True)
class Sites:
    """The places of a map: those with a position and those without, the largest first."""

    placed: list[Site]
    unplaced: list[Site]
    claims: int  # how many say so
    undated: int  # how many have no date, where a time is asked for; they count only if asked for


class _Row(NamedTuple):
    """A claim in short."""

    identifier: str
    kind: str
    place: int
    role: int | None
    posthumous: bool | None  # whether the role is one that befalls the dead too
    certainty: str
    named: bool  # a citation surely means the person
    edtf: str
    person: int | None
    event: int | None
    organisation: int | None
    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None

    @property
    def subject(self) -> tuple[str, int]:
        """What it is about."""
        if self.person is not None:
            return "person", self.person
        if self.kind == "occurrence":
            return "event", self.event or 0
        return "organisation", self.organisation or 0

    def sure(self, span: Span | None) -> bool:
        """Whether it says so without doubt, and of the days in question."""
        if self.certainty != Certainty.CERTAIN or not self.named:
            return False
        return span is None or (bool(self.edtf) and self._on(span))

    @property
    def bounds(self) -> Bounds:
        """The days of its date."""
        return Bounds(*self[-4:])

    @property
    def open(self) -> bool:
        """Whether only the life of its person says how far it can have lasted."""
        is_of_life = self.person is not None and self.kind not in ("birth", "death")
        is_open = self.earliest_start is None or self.latest_end is None
        return is_of_life and is_open and not self.posthumous

    def _on(self, span: Span) -> bool:
        return overlaps(self.bounds, span) is Answer.CERTAIN


def sites(asked: Asked) -> Sites:
    """What happened where, as far as it is asked for.

    Two queries; one more where a time is asked for and the date of a claim is open on a side: who
    had died by then was not there.
    """
    possible = _living(list(_rows(asked)), asked.span)
    undated = sum(not row.edtf for row in possible) if asked.span else 0
    rows = [row for row in possible if asked.counts(row)]
    places: dict[int, Place] = {place.pk: place for place in visible(Place)}
    found: dict[int, Site] = {}
    for row in rows:
        key = _standing(row.place, places)
        site = found.setdefault(key, Site(places[key], position_of(places[key])))
        layer = site.layers.setdefault(_LAYER_OF[row.kind], {})
        entry = layer.setdefault(row.subject, Entry(*row.subject))
        within = row.place if row.place != key else None
        entry.told.append(Told(row.identifier, row.role, within, row.sure(asked.span)))
    ordered = sorted(found.values(), key=lambda each: (-each.total, each.place.sort_label))
    return Sites(
        placed=[each for each in ordered if each.position is not None],
        unplaced=[each for each in ordered if each.position is None],
        claims=len(rows),
        undated=undated,
    )


def _rows(asked: Asked) -> Iterable[_Row]:
    """The claims in question, in time order; one query."""
    kinds = [kind for layer in asked.layers for kind in LAYERS[layer]]
    claims = Assertion.objects.public().counted().filter(kind__in=kinds, place__isnull=False)
    if asked.span is not None:
        claims = claims.filter(date_condition("on", Answer.POSSIBLE, asked.span))
    if asked.persons is not None:
        claims = claims.filter(keyed("person", asked.persons))
    values = (
        claims.annotate(has_sure_name=is_surely_named())
        .in_time_order()
        .values_list(
            "identifier", "kind", "place_id", "role_id", "role__posthumous", "certainty",
            "has_sure_name", "edtf", "person_id", "event_id", "organisation_id",
            "earliest_start", "latest_start", "earliest_end", "latest_end",
        )
    )  # fmt: skip
    return (_Row(*value) for value in values)


def _living(rows: list[_Row], span: Span | None) -> list[_Row]:
    """Those that the life of their person does not exclude at that time; one query at most."""
    unended = {row.person for row in rows if row.open and row.person is not None}
    if span is None or not unended:
        return rows
    lives = lifetimes(unended)
    return [
        row
        for row in rows
        if not row.open
        or not lives.get(row.person or 0, Lifetime()).excludes(row.bounds, span.first, span.last)
    ]


def _standing(key: int, places: Mapping[int, Place]) -> int:
    """The nearest place above this one that has a position; the place itself where none has."""
    here: int | None = key
    seen: set[int] = set()
    while here is not None and here in places and here not in seen:
        if places[here].latitude is not None:
            return here
        seen.add(here)
        here = places[here].part_of_id
    return key
