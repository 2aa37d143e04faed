"""One claim held against a pattern."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from prosopography.names import fold

from .days import Sure, asked_days, stands, thing
from .rows import Record, Row

Pattern = dict[str, Any]


class View(NamedTuple):
    """A claim as seen from one of its persons; ``backwards`` from the related one."""

    claim: Row
    backwards: bool = False

    @property
    def person(self) -> int | None:
        """Whom it is about."""
        return self.claim["related_person_id" if self.backwards else "person_id"]

    @property
    def other(self) -> int | None:
        """With whom it is a relationship."""
        return self.claim["person_id" if self.backwards else "related_person_id"]


def views(record: Record, person: int) -> list[View]:
    """The public claims about a person, a relationship from either side."""
    every = (View(claim, backwards) for claim in record.claims for backwards in (False, True))
    return [view for view in every if view.person == person]


def satisfying(record: Record, pattern: Pattern, person: int) -> list[tuple[View, Sure]]:
    """The claims about the person that satisfy a pattern, and how surely."""
    found = ((view, satisfies(record, pattern, view)) for view in views(record, person))
    return [(view, sure) for view, sure in found if sure]


def satisfies(record: Record, pattern: Pattern, view: View) -> Sure:
    """How surely a claim satisfies a pattern."""
    claim = view.claim
    if not (
        _plain(pattern, claim) and _things(record, pattern, claim) and _sides(record, pattern, view)
    ):
        return Sure.NOT
    named = _cited(record, pattern, view)
    if named is Sure.POSSIBLE and not pattern.get("doubtful", True):
        return Sure.NOT
    told = Sure.CERTAIN if claim["certainty"] == "certain" else Sure.POSSIBLE
    return min(told, named, _dated(pattern, claim))


def listed(value: Any) -> list[Any]:
    """A part's value, or values, as a list."""
    return value if isinstance(value, list) else [value]


def _plain(pattern: Pattern, claim: Row) -> bool:
    """The parts that ask for a word in a column, and those that ask for a number."""
    for part, unless in (
        ("kind", None),
        ("certainty", None),
        ("basis", None),
        ("polarity", "affirmed"),
        ("rank", ["preferred", "normal"]),
    ):
        asked = pattern.get(part, unless)
        if asked is not None and claim[part] not in listed(asked):
            return False
    if "calendar" in pattern and not (
        claim["edtf"] and claim["calendar"] in listed(pattern["calendar"])
    ):
        return False
    if claim["witnesses"] < pattern.get("independent_witnesses", 0):
        return False
    return pattern.get("text", "").casefold() in claim["value"].casefold()


def _things(record: Record, pattern: Pattern, claim: Row) -> bool:
    """The body, the event and the place, or what they are part of."""
    return all(
        is_within(record, part, claim[f"{part}_id"], pattern[part], exact=pattern.get("exact"))
        for part in ("organisation", "event", "place")
        if part in pattern
    )


def is_within(
    record: Record, table: str, key: int | None, slugs: Any, *, exact: bool | None
) -> bool:
    """Whether the row is one of these, or unless ``exact`` is part of one of them."""
    if key is None:
        return False
    held = [key] if exact else record.above(table, key)
    return any(record.key(table, slug) in held for slug in listed(slugs))


def _sides(record: Record, pattern: Pattern, view: View) -> bool:
    """The role, the other person, and from which side a relationship is told."""
    related = view.claim["kind"] == "relationship"
    converse = pattern.get("converse", False)
    if not related and (converse or "person" in pattern):
        return False
    if "person" in pattern and view.other not in _keys(record, "person", pattern["person"]):
        return False
    role = view.claim["role_id"]
    alike = related and _is_alike(record.rows["role"][role])
    if "role" not in pattern:
        return alike or not converse or view.backwards
    told = not related or alike or view.backwards == converse
    return told and is_within(record, "role", role, pattern["role"], exact=pattern.get("exact"))


def _is_alike(role: Row) -> bool:
    return bool(role["label"] == role["converse_label"])


def _cited(record: Record, pattern: Pattern, view: View) -> Sure:
    """One citation is from the source, gives the word of, and calls the person so.

    It is certain where such a one surely means the person.
    """
    found = [
        Sure.CERTAIN if citation["identification"] == "certain" else Sure.POSSIBLE
        for citation in record.support[view.claim["id"]]
        if _cites(record, pattern, view, citation)
    ]
    return max(found, default=Sure.NOT)


def _cites(record: Record, pattern: Pattern, view: View, citation: Row) -> bool:
    sources = _keys(record, "source", pattern.get("source", []))
    if "source" in pattern and citation["source_id"] not in sources:
        return False
    if "attributed_to" in pattern:
        slugs = listed(pattern["attributed_to"])
        whose = {
            record.rows[table][key]["slug"]
            for table, column in (
                ("source", "attributed_to_source_id"),
                ("person", "attributed_to_person_id"),
            )
            if (key := citation[column]) is not None
        }
        if not whose & set(slugs):
            return False
    if "name" in pattern:
        names = {fold(name) for name in listed(pattern["name"])}
        return not view.backwards and bool(names & set(_names(view.claim, citation)))
    return True


def _names(claim: Row, citation: Row) -> Iterable[str]:
    if claim["kind"] == "name":
        yield fold(claim["value"])
    if citation["named_as"]:
        yield fold(citation["named_as"])


def _keys(record: Record, table: str, slugs: Any) -> list[int]:
    return [record.key(table, slug) for slug in listed(slugs)]


def _dated(pattern: Pattern, claim: Row) -> Sure:
    """How surely the claim stands so to the date that is asked for."""
    when = dict(pattern.get("date", {}))
    if not when:
        return Sure.CERTAIN
    calendar = when.pop("calendar", "gregorian")
    ((relation, text),) = when.items()
    was = thing(claim)
    if was is None:
        return Sure.POSSIBLE
    return stands(relation, was, *asked_days(text, calendar))
