"""Questions as JSON, taken apart and put together: what the buttons beside the clauses do.

A place says where a node stands: “” is the whole question, ``all[1]`` the second part of the
outermost ``all``, ``all[1].not`` what is denied there. Nothing given is changed; a place that is not
there is a LookupError.
"""

import json
import re
from collections.abc import Callable
from typing import Any

Data = dict[str, Any]

GROUPS = ("all", "any")
_STEP = re.compile(r"(all|any)\[([0-9]{1,3})\]|(not)")
_MATCH = "match"


def written(data: Data) -> str:
    """The question as an address holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def node_at(data: Data, place: str) -> Data:
    """The node of a place, without how surely the question is to be answered."""
    here: Any = _bare(data)
    for key, at in _steps(place):
        if not isinstance(here, dict) or key not in here:
            raise LookupError(place)
        here = here[key]
        if at is not None:
            if not isinstance(here, list):
                raise LookupError(place)
            here = here[at]
    if not isinstance(here, dict):
        raise LookupError(place)
    return here


def put(data: Data, place: str, node: Data) -> Data:
    """The question with another node at a place."""
    return _changed(data, place, lambda _: node)


def add(data: Data, place: str, node: Data, key: str = "all") -> Data:
    """The question with one more part where the node of a place stands: “all of these”, or “any”.

    It goes into the group there, if that is of the same key; else a group of the two takes the
    place. An empty question becomes the node.
    """
    if not _bare(data):
        return {**node, **_match(data)}

    def added(there: Data) -> Data:
        return {key: [*there[key], node] if key in there else [there, node]}

    return _changed(data, place, added)


def remove(data: Data, place: str) -> Data:
    """The question without the node of a place, and without what is empty then."""
    if not place:
        return {}
    above, key, at = _above(place)
    node = node_at(data, above)
    node_at(data, place)
    if at is None:
        return remove(data, above)
    left = [part for number, part in enumerate(node[key]) if number != at]
    if not left:
        return remove(data, above)
    if len(left) == 1 and not above:
        return put(data, "", left[0])
    return put(data, above, {key: left})


def negate(data: Data, place: str) -> Data:
    """The question with the opposite at a place; twice is as before."""
    return _changed(data, place, lambda node: node.get("not", {"not": node}))


def turn(data: Data, place: str) -> Data:
    """The question with “all of these” instead of “any of these” at a place, or the reverse."""

    def turned(node: Data) -> Data:
        for key, other in (GROUPS, GROUPS[::-1]):
            if key in node:
                return {other: node[key]}
        raise LookupError(place)

    return _changed(data, place, turned)


def only_certain(data: Data, wanted: bool) -> Data:
    """The question with certain answers alone, or with all."""
    return {**_bare(data), _MATCH: "certain"} if wanted else _bare(data)


def _changed(data: Data, place: str, change: Callable[[Data], Data]) -> Data:
    """The question with the node of a place changed."""
    if not place:
        return {**change(_bare(data)), **_match(data)}
    above, key, at = _above(place)
    node = change(node_at(data, place))
    holder = node_at(data, above)
    value: Any = node
    if at is not None:
        value = [node if number == at else part for number, part in enumerate(holder[key])]
    return put(data, above, {**holder, key: value})


def _steps(place: str) -> list[tuple[str, int | None]]:
    """The steps that lead to a place from the outside."""
    steps: list[tuple[str, int | None]] = []
    for step in place.split(".") if place else []:
        found = _STEP.fullmatch(step)
        if found is None:
            raise LookupError(place)
        steps.append((found[3], None) if found[3] else (found[1], int(found[2])))
    return steps


def _above(place: str) -> tuple[str, str, int | None]:
    """The place above a place, with the key and the number of the step between them."""
    above, _, _ = place.rpartition(".")
    key, at = _steps(place)[-1]
    return above, key, at


def _bare(data: Data) -> Data:
    return {key: value for key, value in data.items() if key != _MATCH}


def _match(data: Data) -> Data:
    return {_MATCH: data[_MATCH]} if _MATCH in data else {}
