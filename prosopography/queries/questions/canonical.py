"""A question as JSON again: the same text for the same question, with the slugs that are in use now."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from prosopography.dates import Calendar

from ..links import LARGEST, LINKS
from .node import (
    All,
    Claimed,
    Compare,
    EventDate,
    FixedDate,
    LinkedTo,
    Listed,
    Match,
    Named,
    Node,
    Not,
    OverlapsWith,
    OwnDate,
    Pattern,
    Question,
    Side,
    Some,
    When,
)


def canonical(question: Question) -> Question:
    """The question with its ``canonical`` text."""
    data = as_json(question.root)
    if question.match is Match.CERTAIN:
        data["match"] = Match.CERTAIN.value
    return replace(question, canonical=json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def as_json(node: Node) -> dict[str, Any]:
    """A node as JSON can hold it."""
    match node:
        case All(parts=parts):
            return {"all": [as_json(part) for part in parts]}
        case Some(parts=parts):
            return {"any": [as_json(part) for part in parts]}
        case Not(part=part):
            return {"not": as_json(part)}
        case Claimed(pattern=pattern):
            return {"assertion": _pattern(pattern)}
        case Listed(persons=persons):
            return {"persons": [row.slug for row in persons]}
        case OverlapsWith():
            return {"overlaps_with": _overlaps(node)}
        case LinkedTo():
            return {"linked_to": _linked(node)}
        case Compare(left=left, operator=operator, right=right, years=years):
            if right is None:
                return {"compare": [{"age_at": _side(left)}, operator, years]}
            return {"compare": [_side(left), operator, _side(right)]}
    raise TypeError(f"{node!r} is no node of a question")


def _pattern(pattern: Pattern) -> dict[str, Any]:
    voices = (*pattern.attributed_to_source, *pattern.attributed_to_person)
    return _filled({
        "kind": _one_or_many(pattern.kind),
        "role": _slugs(pattern.role),
        "organisation": _slugs(pattern.organisation),
        "event": _slugs(pattern.event),
        "place": _slugs(pattern.place),
        "exact": pattern.exact,
        "person": _slugs(pattern.person),
        "converse": pattern.converse,
        "source": _slugs(pattern.source),
        "attributed_to": _slugs(dict.fromkeys(voices)),
        "name": _one_or_many(pattern.name),
        "text": pattern.text,
        "date": _when(pattern.date) if pattern.date else None,
        "calendar": _one_or_many(pattern.calendar),
        "certainty": _one_or_many(pattern.certainty),
        "basis": _one_or_many(pattern.basis),
        "polarity": _one_or_many(pattern.polarity),
        "rank": _one_or_many(pattern.rank),
        "independent_witnesses": pattern.independent_witnesses,
    }) | ({} if pattern.doubtful else {"doubtful": False})  # fmt: skip


def _when(when: When) -> dict[str, str]:
    return {when.relation: when.text} | _calendar(when.calendar)


def _overlaps(leaf: OverlapsWith) -> dict[str, Any]:
    return _filled({
        "person": leaf.person.slug,
        "organisation": _slugs(leaf.organisation),
        "role": _slugs(leaf.role),
        "exact": leaf.exact,
    })  # fmt: skip


def _linked(leaf: LinkedTo) -> dict[str, Any]:
    return _filled({
        "person": leaf.person.slug,
        "within": leaf.within,
        "by": _one_or_many(leaf.by) if leaf.by != LINKS else None,
        "largest": leaf.largest if leaf.largest != LARGEST else None,
    })  # fmt: skip


def _side(side: Side) -> Any:
    match side:
        case OwnDate(said=said) if said:
            return f"{said}.date"
        case OwnDate(pattern=pattern):
            return {"assertion": _pattern(pattern)}
        case EventDate(event=event):
            return f"event:{event.slug}.date"
        case FixedDate(text=text, calendar=calendar):
            return {"date": text} | _calendar(calendar) if _calendar(calendar) else text


def _calendar(calendar: Calendar) -> dict[str, str]:
    return {} if calendar is Calendar.GREGORIAN else {"calendar": calendar.value}


def _filled(parts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in parts.items() if value}


def _slugs(rows: Iterable[Named]) -> Any:
    return _one_or_many([row.slug for row in rows])


def _one_or_many(values: Iterable[str]) -> Any:
    many = list(dict.fromkeys(values))
    return many[0] if len(many) == 1 else many
