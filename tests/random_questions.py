"""Random questions about a random record: every part and operator of docs/questions.md, nested.

Half of the patterns are taken from a claim of the record, so that there is something to find.
"""

import re
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from prosopography.models import KINDS as REGISTRY
from tests.random_record import (
    BIRTH_YEARS,
    KINDS,
    NAMES,
    ROLES,
    WORDS,
    YEARS,
    Dice,
    Drawn,
    Row,
    days,
)

Node = dict[str, Any]

TABLES = ("role", "organisation", "event", "place", "person", "source")
_PARTS = (
    "kind", "kind", "role", "role", "organisation", "organisation", "event", "place", "exact", "person",
    "converse", "source", "attributed_to", "name", "name", "text", "date", "date", "date", "calendar",
    "certainty", "basis", "polarity", "rank", "independent_witnesses", "doubtful",
)  # fmt: skip
#: Parts that ask nothing by themselves.
_ASIDE = {"exact", "doubtful"}
_CHOICES = {
    "kind": [*KINDS],
    "calendar": ["julian", "gregorian", "unknown"],
    "certainty": ["certain", "probable", "possible"],
    "basis": ["stated", "interpreted", "inferred"],
    "polarity": ["affirmed", "denied", "silent"],
    "rank": ["preferred", "normal", "deprecated"],
    "name": [*NAMES, "СмиЛга", "ŠMILGA", "ivan smírnov", "Иван"],
}
_TEXTS = [*WORDS, "öl", "ÖL", "НЕФТ", "_", "%", "h"]
_RELATIONS = ("on", "overlaps", "before", "after", "during")
_DATE_OPERATORS = ("<", "=", ">")
_AGE_OPERATORS = ("<", "<=", "=", ">=", ">")
_LEAVES = (
    ["assertion"] * 5 + ["compare"] * 3 + ["overlaps_with"] * 2 + ["linked_to"] * 2 + ["persons"]
)  # fmt: skip
#: A year, a month or a day in a date of a claim; no season.
_PLAIN_DATE = re.compile(r"\b[0-9]{4}(?:-(?:0[0-9]|1[0-2])(?:-[0-9]{2})?)?(?![0-9X-])")
_LINKS = ["relationship", "organisation", "event"]


@st.composite
def questions(draw: Any, drawn: Drawn) -> Node:
    """A question, nested four deep at the most."""
    dice = Dice(draw)
    question = _node(dice, drawn, 4)
    if dice.rarely(10):
        question["match"] = dice.one(["certain", "possible"])
    return question


def _node(dice: Dice, drawn: Drawn, depth: int) -> Node:
    shape = dice.one(["leaf", "leaf", "leaf", "all", "any", "not"]) if depth else "leaf"
    if shape == "not":
        return {"not": _node(dice, drawn, depth - 1)}
    if shape in ("all", "any"):
        number = dice.one([2, 2, 3, 1] if depth > 2 else [2, 1])
        return {shape: [_node(dice, drawn, depth - 1) for _ in range(number)]}
    return _leaf(dice, drawn)


def _leaf(dice: Dice, drawn: Drawn) -> Node:
    """A leaf of any sort."""
    sort = dice.one(_LEAVES)
    if sort == "assertion":
        return {"assertion": _pattern(dice, drawn)}
    if sort == "persons":
        return {"persons": dice.some(drawn.slugs("person"), 3)}
    if sort == "compare":
        return {"compare": _comparison(dice, drawn)}
    between = _overlap if sort == "overlaps_with" else _link
    return {sort: {"person": dice.one(drawn.slugs("person")), **between(dice, drawn)}}


def _overlap(dice: Dice, drawn: Drawn) -> Row:
    asked: Row = {}
    offices = [role for role in ROLES if ROLES[role][0] == "organisation"]
    for part, choices in (("organisation", drawn.slugs("organisation")), ("role", offices)):
        if dice.rarely(2):
            asked[part] = _one_or_many(dice, choices)
    if dice.rarely(4):
        asked["exact"] = True
    return asked


def _link(dice: Dice, _drawn: Drawn) -> Row:
    asked: Row = {}
    if dice.rarely(2):
        asked["within"] = dice.one([1, 2, 3])
    if dice.rarely(2):
        asked["by"] = _one_or_many(dice, _LINKS)
    if dice.rarely(3):
        asked["largest"] = dice.one([2, 2, 3])
    return asked


def _pattern(dice: Dice, drawn: Drawn) -> Row:
    """What is asked of one claim."""
    claim: Row = dice.one([*drawn.claims, *([{}] * (len(drawn.claims) // 3 + 1))])
    parts = dice.some(_PARTS, dice.one([1, 2, 4]))
    if set(parts) <= _ASIDE:
        parts.append("kind")
    asked = {part: _value(dice, drawn, claim, part) for part in parts}
    if "kind" in asked and "role" in asked and not _agree(asked["kind"], asked["role"]):
        del asked["kind"]
    kinds = asked.get("kind", "relationship")
    if asked.get("converse") and ("relationship" not in kinds or "name" in asked):
        asked["converse"] = False
    if set(asked) <= {*_ASIDE, "converse"} and not asked.get("converse"):
        asked["kind"] = _value(dice, drawn, claim, "kind")
    return asked


def _agree(kinds: Any, roles: Any) -> bool:
    """Whether a claim of one of the kinds can have each of the roles."""
    joined = {REGISTRY[kind].joins for kind in ([kinds] if isinstance(kinds, str) else kinds)}
    return {ROLES[role][0] for role in ([roles] if isinstance(roles, str) else roles)} <= joined


def _value(dice: Dice, drawn: Drawn, claim: Row, part: str) -> Any:
    """What is asked for in a part; as often as not what the claim would answer."""
    if part in ("exact", "converse"):
        return not dice.rarely(4)
    if part == "doubtful":
        return dice.rarely(4)
    if part == "independent_witnesses":
        return dice.one([1, 2, 3])
    if part == "text":
        return dice.one([claim.get("value") or "öl", *_TEXTS])
    if part == "date":
        return _when(dice, claim)
    if part == "attributed_to":
        return _one_or_many(dice, [*drawn.slugs("source"), *drawn.slugs("person")])
    choices = drawn.slugs(part) if part in TABLES else _CHOICES[part]
    own = [each for each in _of_claim(claim, part) if each in choices]
    return _one_or_many(dice, own if own and not dice.rarely(4) else choices)


def _of_claim(claim: Row, part: str) -> list[str]:
    """The values of this part for which the claim is an answer."""
    if part == "person":
        given = [claim.get("related_person"), claim.get("person")]
    elif part == "source":
        given = [citation["source"] for citation in claim.get("citations", [])]
    elif part == "name":
        given = [citation["named_as"] for citation in claim.get("citations", [])]
        given += [claim["value"]] if claim.get("kind") == "name" else []
    elif part == "role" and "role" in claim:
        given = [claim["role"], ROLES[claim["role"]][2]]
    else:
        given = [claim.get(part)]
    return [each for each in given if each]


def _one_or_many(dice: Dice, choices: Sequence[str]) -> Any:
    """One of these, or a list of them."""
    return dice.some(choices, 3) if dice.rarely(4) else dice.one(choices)


def _asked_date(dice: Dice, claim: Row) -> str:
    """A date that somebody asks about, as often as not out of the claim's own."""
    years = BIRTH_YEARS if claim.get("kind") == "birth" else YEARS
    own = _PLAIN_DATE.findall(claim.get("edtf", ""))
    one = dice.one(own) if own and dice.rarely(2) else days(dice, years)
    shape = dice.one(["one", "one", "one", "doubtful", "from", "until", "span"])
    if shape == "span":
        return "{}/{}".format(*sorted((one[:4], str(dice.one(years)))))
    return {"one": one, "doubtful": f"{one}?", "from": f"{one}/..", "until": f"../{one}"}[shape]


def _when(dice: Dice, claim: Row) -> Node:
    when = {dice.one(_RELATIONS): _asked_date(dice, claim)}
    if dice.rarely(3):
        when["calendar"] = dice.one(["julian", "gregorian"])
    return when


def _comparison(dice: Dice, drawn: Drawn) -> list[Any]:
    """Two dates, one of the person at least, or an age."""
    if dice.rarely(3):
        side = _side(dice, drawn, dice.one(["own", "own", "event", "fixed"]))
        return [{"age_at": side}, dice.one(_AGE_OPERATORS), dice.one(range(24, 35))]
    sides = [
        _side(dice, drawn, "own"),
        _side(dice, drawn, dice.one(["own", "own", "event", "fixed"])),
    ]
    if dice.rarely(2):
        sides.reverse()
    return [sides[0], dice.one(_DATE_OPERATORS), sides[1]]


def _side(dice: Dice, drawn: Drawn, sort: str) -> Any:
    """A side of a comparison: of the person, of an event, or a date."""
    if sort == "event":
        return f"event:{dice.one(drawn.slugs('event'))}.date"
    if sort == "fixed":
        date = _asked_date(dice, dice.one(drawn.claims) if drawn.claims else {})
        if dice.rarely(2):
            return date
        return {"date": date, "calendar": dice.one(["julian", "gregorian"])}
    said = dice.one(["birth.date", "death.date", "", "", ""])
    return said or {"assertion": _pattern(dice, drawn)}
