"""The leaves of a question, each decided for one person, with the claims that decide it."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from .claims import View, is_within, satisfying
from .days import Sure, Thing, aged, asked_days, ordered, thing
from .rows import Record, Row

#: How surely, and the identifiers of the claims that bear on it.
Found = tuple[Sure, set[str]]
Told = tuple[Thing | None, Sure, Row | None]


def assertion(record: Record, pattern: dict[str, Any], person: int) -> Found:
    """One claim satisfies all that is asked of it."""
    found = satisfying(record, pattern, person)
    return max((sure for _, sure in found), default=Sure.NOT), _identifiers(found)


def persons(record: Record, slugs: list[str], person: int) -> Found:
    """Who is in the list."""
    listed = person in [record.key("person", slug) for slug in slugs]
    return (Sure.CERTAIN if listed else Sure.NOT), set()


def overlaps_with(record: Record, asked: dict[str, Any], person: int) -> Found:
    """Who served in the same body at the same time as somebody."""
    other = record.key("person", asked["person"])
    if other == person:
        return Sure.NOT, set()
    exact = asked.get("exact", False)
    own = {"kind": "tenure", "exact": exact}
    if "role" in asked:
        own["role"] = asked["role"]
    bodies = asked.get("organisation")
    together = [
        (_together(one, two, record), {one["identifier"], two["identifier"]})
        for one, two in product(_claims(record, own, person), _tenures(record, other))
        if _share_body(record, one, two, bodies, exact)
    ]
    return _joined(together)


def _share_body(record: Record, one: Row, two: Row, bodies: Any, exact: bool) -> bool:
    if bodies is None:
        return bool(one["organisation_id"] == two["organisation_id"])
    slugs = bodies if isinstance(bodies, list) else [bodies]
    return any(
        all(
            is_within(record, "organisation", each["organisation_id"], slug, exact=exact)
            for each in (one, two)
        )
        for slug in slugs
    )


def _together(one: Row, two: Row, record: Record) -> Sure:
    """How surely there was a day on which both claims were so."""
    told = Sure.CERTAIN if all(map(record.is_told_surely, (one, two))) else Sure.POSSIBLE
    first, second = thing(one), thing(two)
    if first is None or second is None:
        return Sure.POSSIBLE
    return min(told, ordered(first, "=", second))


def linked_to(record: Record, asked: dict[str, Any], person: int) -> Found:
    """Whom few links join to somebody."""
    start = record.key("person", asked["person"])
    if start == person:
        return Sure.NOT, set()
    links = {
        (one, two): _link(record, asked, one, two)
        for one, two in product(record.persons, repeat=2)
        if one != two
    }
    for least in (Sure.CERTAIN, Sure.POSSIBLE):
        reached = {start}
        for _ in range(asked.get("within", 1)):
            reached |= {
                two for (one, two), sure in links.items() if one in reached and sure >= least
            }
        if person in reached:
            return least, set()
    return Sure.NOT, set()


def _link(record: Record, asked: dict[str, Any], one: int, two: int) -> Sure:
    by = asked.get("by", ["relationship", "organisation", "event"])
    by = by if isinstance(by, list) else [by]
    largest = asked.get("largest", 100)
    ways = {
        "relationship": lambda: _related(record, one, two),
        "organisation": lambda: _colleagues(record, one, two, largest),
        "event": lambda: _attendants(record, one, two, largest),
    }
    return max((sure for way in by for sure in ways[way]()), default=Sure.NOT)


def _related(record: Record, one: int, two: int) -> Iterator[Sure]:
    for view, sure in satisfying(record, {"kind": "relationship"}, one):
        if view.other == two:
            yield sure


def _colleagues(record: Record, one: int, two: int, largest: int) -> Iterator[Sure]:
    for first, second in product(_tenures(record, one), _tenures(record, two)):
        same = first["organisation_id"] == second["organisation_id"]
        if same and _size(record, "tenure", "organisation_id", first) <= largest:
            yield _together(first, second, record)


def _attendants(record: Record, one: int, two: int, largest: int) -> Iterator[Sure]:
    took_part = {"kind": "participation"}
    for (first, sure), (second, other) in product(
        satisfying(record, took_part, one), satisfying(record, took_part, two)
    ):
        same = first.claim["event_id"] == second.claim["event_id"]
        if same and _size(record, "participation", "event_id", first.claim) <= largest:
            yield min(sure, other)


def _size(record: Record, kind: str, column: str, claim: Row) -> int:
    """How many persons have such a claim in the same body or event."""
    return len(
        {
            person
            for person in record.persons
            for each in _claims(record, {"kind": kind}, person)
            if each[column] == claim[column]
        }
    )


def compare(record: Record, asked: list[Any], person: int) -> Found:
    """Dates, or an age, stand in a relation."""
    left, operator, right = asked
    if isinstance(left, dict) and "age_at" in left:
        births = _side(record, "birth.date", person)
        acts = _side(record, left["age_at"], person, one_day=True)
        act = left["age_at"]
        own = act in ("birth.date", "death.date") or (isinstance(act, dict) and "assertion" in act)

        def age(born: Thing | None, then: Thing | None) -> Sure:
            return aged(born, then, operator, right, own=own)

        return _pairs(births, acts, age)

    def relation(one: Thing | None, other: Thing | None) -> Sure:
        return Sure.POSSIBLE if one is None or other is None else ordered(one, operator, other)

    return _pairs(_side(record, left, person), _side(record, right, person), relation)


def is_unknown(record: Record, asked: list[Any], person: int) -> bool:
    """Whether a birth or death that is compared is told by no claim, and all else is."""
    left, _, right = asked
    sides = [left, right]
    if isinstance(left, dict) and "age_at" in left:
        sides = [left["age_at"], "birth.date"]
    told = {str(side): bool(_side(record, side, person)) for side in sides}
    lives = {"birth.date", "death.date"}
    return any(not told[side] for side in told.keys() & lives) and all(
        told[side] for side in told.keys() - lives
    )


def _side(record: Record, side: Any, person: int, *, one_day: bool = False) -> list[Told]:
    """The dates that a side of a comparison can have, and how surely each is told.

    A date that the question gives is all its days, or with ``one_day`` one of them.
    """
    if isinstance(side, str) and side.startswith("event:"):
        event = record.key("event", side.removeprefix("event:").removesuffix(".date"))
        return [
            (thing(claim), _told(record, claim), claim)
            for claim in record.claims
            if claim["kind"] == "occurrence"
            and claim["event_id"] == event
            and claim["polarity"] == "affirmed"
            and claim["rank"] != "deprecated"
        ]
    if side in ("birth.date", "death.date"):
        side = {"assertion": {"kind": side.removesuffix(".date")}}
    if isinstance(side, dict) and "assertion" in side:
        found = satisfying(record, side["assertion"], person)
        return [(thing(view.claim), sure, view.claim) for view, sure in found]
    text, calendar = side, "gregorian"
    if isinstance(side, dict):
        text, calendar = side["date"], side.get("calendar", "gregorian")
    first, last = asked_days(text, calendar)
    latest_start, earliest_end = (last, first) if one_day else (first, last)
    return [(Thing(first, latest_start, earliest_end, last), Sure.CERTAIN, None)]


def _pairs(
    left: list[Told],
    right: list[Told],
    relation: Callable[[Thing | None, Thing | None], Sure],
) -> Found:
    """The surest pair; no claim is compared with itself."""
    pairs = []
    for (one, told, claim), (other, also, second) in product(left, right):
        if claim is not None and claim is second:
            continue
        identifiers = {each["identifier"] for each in (claim, second) if each is not None}
        pairs.append((min(told, also, relation(one, other)), identifiers))
    return _joined(pairs)


def _told(record: Record, claim: Row) -> Sure:
    return Sure.CERTAIN if record.is_told_surely(claim) else Sure.POSSIBLE


def _joined(found: list[Found]) -> Found:
    """The surest of these, and all the claims of those that are possible at least."""
    surest = max((sure for sure, _ in found), default=Sure.NOT)
    return surest, set().union(*(identifiers for sure, identifiers in found if sure))


def _tenures(record: Record, person: int) -> list[Row]:
    return _claims(record, {"kind": "tenure"}, person)


def _claims(record: Record, pattern: dict[str, Any], person: int) -> list[Row]:
    return [view.claim for view, _ in satisfying(record, pattern, person)]


def _identifiers(found: list[tuple[View, Sure]]) -> set[str]:
    return {view.claim["identifier"] for view, _ in found}
