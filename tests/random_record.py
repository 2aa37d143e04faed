"""Small random records, as plain values; ``tests/random_rows.py`` writes them.

A record has a few persons, bodies, events, places and sources, some of them unpublished, trees of
all that form trees, and claims of every kind that a person can have, with dates in a small window,
so that hardly any comparison is decided beforehand. ``tests/random_questions.py`` asks about them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]

#: slug: what it joins, whether it lasts, its broader role, its converse.
ROLES: dict[str, tuple[str, bool, str, str]] = {
    "member": ("organisation", True, "", ""),
    "candidate": ("organisation", True, "member", ""),
    "chairman": ("organisation", True, "", ""),
    "participant": ("event", False, "", ""),
    "signatory": ("event", False, "participant", ""),
    "relative-of": ("person", True, "", "relative of"),
    "parent-of": ("person", True, "relative-of", "child of"),
    "critic-of": ("person", False, "", "criticised by"),
    "opponent-of": ("person", True, "critic-of", "opponent of"),
    "punished": ("life", False, "", ""),
    "expelled": ("life", False, "punished", ""),
    "exiled": ("life", True, "punished", ""),
    "writer": ("occupation", True, "", ""),
    "journalist": ("occupation", True, "writer", ""),
    "author": ("work", False, "", ""),
    "pseudonym": ("name", False, "", ""),
    "founded": ("existence", False, "", ""),
}
NAMES = ["Смилга", "СМИЛГА", "Smilga", "Šmilgā", "Иван Смирнов", "Ivan Smirnov", "smirnov"]
WORDS = ["Über Öl", "über öl und Kohle", "О нефти", "о НЕФТИ", "100% of_it", "kohle"]
#: Few years, months and days, so that dates meet, touch and are anniversaries of one another.
YEARS = range(1916, 1922)
BIRTH_YEARS = range(1888, 1893)
MONTHS = (1, 7)
DAYS = (1, 14, 28)
STATUSES = ["published"] * 14 + ["draft", "retracted"]
#: What a claim of each kind names, besides its person; in brackets what it may name.
KINDS = {
    "tenure": "organisation (place) (value)",
    "participation": "event (organisation) (place) (value)",
    "relationship": "related_person (organisation) (event) (place) (value)",
    "life_event": "(organisation) (event) (place) (value)",
    "birth": "(place)",
    "death": "(place) (event)",
    "residence": "place (value)",
    "occupation": "(organisation) (place) (value)",
    "authorship": "value (event)",
    "description": "value",
    "name": "value",
    "occurrence": "event (place) (organisation)",
}
JOINS = {
    "tenure": "organisation",
    "participation": "event",
    "relationship": "person",
    "life_event": "life",
    "occupation": "occupation",
    "authorship": "work",
}
_OFTEN = (
    ["tenure"] * 6 + ["participation", "relationship", "life_event", "birth", "death"] * 3
    + ["participation", "name", "occurrence", "occurrence", *KINDS]
)  # fmt: skip
#: What stands in the columns with few values, the usual ones more often.
_WORDED = {
    "calendar": ["gregorian"] * 3 + ["julian", "unknown", "unknown"],
    "certainty": ["certain"] * 5 + ["probable", "possible"],
    "basis": ["stated"] * 3 + ["interpreted", "inferred"],
    "polarity": ["affirmed"] * 10 + ["denied", "silent"],
    "rank": ["normal"] * 10 + ["preferred", "deprecated"],
    "status": STATUSES,
}


@cache
def _below(number: int) -> st.SearchStrategy[int]:
    return st.integers(0, number - 1)


class Dice:
    """Draws one thing after another: quicker than a strategy for each of them."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self._draw = draw

    def one(self, choices: Sequence[Any]) -> Any:
        """One of these; a failing example has the first ones."""
        return choices[self._draw(_below(len(choices)))] if len(choices) > 1 else choices[0]

    def rarely(self, times: int) -> bool:
        """True once in so many times."""
        return self._draw(_below(times)) == times - 1

    def some(self, choices: Sequence[Any], most: int) -> list[Any]:
        """One of these or more, each once."""
        found = [self.one(choices) for _ in range(self.one(range(1, most + 1)))]
        return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Drawn:
    """A record as it was drawn: rows by table, which name one another by slug or number."""

    persons: list[Row]
    organisations: list[Row]
    events: list[Row]
    places: list[Row]
    sources: list[Row]
    derivations: list[tuple[str, str, str]]
    claims: list[Row] = field(default_factory=list)

    def slugs(self, table: str) -> list[str]:
        """Of what is published of a table, which is one row at least."""
        if table == "role":
            return list(ROLES)
        return [row["slug"] for row in getattr(self, f"{table}s") if row["status"] == "published"]


def days(dice: Dice, years: Sequence[int] = YEARS) -> str:
    """A year, a month or a day."""
    date = str(dice.one(years))
    for numbers in (MONTHS, DAYS)[: dice.one([0, 1, 2, 2])]:
        date += f"-{dice.one(numbers):02}"
    return date


def _date(dice: Dice, years: Sequence[int] = YEARS) -> str:
    """The EDTF of a claim; that of one in six is empty."""
    shape = dice.one(["one", "one", "one", "set", "span", "none"])
    if shape == "none":
        return ""
    if shape == "one":
        return days(dice, years) + str(dice.one(["", "", "", "", "?", "~"]))
    if shape == "set":
        one, other = sorted((dice.one(years), dice.one(years)))
        sets = (f"[{one},{other}]", f"[..{one}]", f"[{one}..]", f"{str(one)[:3]}X", f"{one}-22")
        return str(dice.one(sets))
    one, other = sorted((days(dice, years), days(dice, years)))
    spans = [f"{one}/", f"{one}/..", f"/{other}", f"../{other}"]
    if one[:4] < other[:4]:
        spans += [f"{one}/{other}", f"{one}/{other}?", f"{one}~/{other}", f"{one}/{other}"]
    return str(dice.one(spans))


def _things(dice: Dice, table: str, least: int, most: int, *, tree: bool) -> list[Row]:
    """So many rows; the first is published, each may be part of an earlier one."""
    rows: list[Row] = []
    for at in range(dice.one(range(least, most + 1))):
        # What is hidden cuts a tree, if it stands in its middle.
        status = dice.one([*STATUSES[-8:], "draft"] if tree else STATUSES) if at else "published"
        row: Row = {"slug": f"{table}-{at}", "status": status}
        if tree and at:
            row["part_of"] = dice.one([None, *(each["slug"] for each in rows), rows[-1]["slug"]])
        rows.append(row)
    return rows


@st.composite
def records(draw: Any) -> Drawn:
    """A random record."""
    return draw_record(Dice(draw))


def draw_record(dice: Dice) -> Drawn:
    """A random record."""
    sources = _things(dice, "source", 2, 4, tree=False)
    for source in sources:
        source["author"] = dice.one([None, None, "person-1"])
    drawn = Drawn(
        persons=_things(dice, "person", 3, 6, tree=False),
        organisations=_things(dice, "organisation", 2, 4, tree=True),
        events=_things(dice, "event", 1, 3, tree=True),
        places=_things(dice, "place", 1, 3, tree=True),
        sources=sources,
        derivations=[
            (copy["slug"], sources[at]["slug"], dice.one(["whole", "whole", "parts"]))
            for at, copy in enumerate(sources[1:])
            if dice.rarely(2)
        ],
    )
    for _ in range(dice.one(range(10, 41))):
        drawn.claims.append(_claim(dice, drawn))
    return drawn


def _claim(dice: Dice, drawn: Drawn) -> Row:
    """A claim with its citations."""
    kind = dice.one(_OFTEN)
    claim: Row = {"kind": kind}
    if kind != "occurrence":
        claim["person"] = dice.one(drawn.persons)["slug"]
    joins = JOINS.get(kind)
    if joins:
        claim["role"] = dice.one([role for role in ROLES if ROLES[role][0] == joins])
    for column in KINDS[kind].split():
        name = column.strip("()")
        if name == column or dice.rarely(4):
            claim[name] = dice.one(_values(drawn, claim, name))
    claim["edtf"] = _date(dice, BIRTH_YEARS if kind == "birth" else YEARS)
    claim |= {column: dice.one(words) for column, words in _WORDED.items()}
    number = dice.one([1, 1, 1, 1, 2, 2, 3, 0])
    claim["citations"] = [_citation(dice, drawn) for _ in range(number)]
    return claim


def _values(drawn: Drawn, claim: Row, column: str) -> list[str]:
    """What may stand in a column of a claim."""
    if column == "value":
        return NAMES if claim["kind"] == "name" else WORDS
    if column == "related_person":
        return [row["slug"] for row in drawn.persons if row["slug"] != claim["person"]]
    return [row["slug"] for row in getattr(drawn, f"{column}s")]


def _citation(dice: Dice, drawn: Drawn) -> Row:
    """A citation; in one of three cases somebody else's word."""
    citation: Row = {
        "source": dice.one(drawn.sources)["slug"],
        "stance": dice.one(["supports"] * 7 + ["contradicts"]),
        "named_as": dice.one(["", *NAMES]),
        "identification": dice.one(["certain"] * 4 + ["doubtful"]),
    }
    whose = dice.one(["", "", "", "", "source", "person"])
    if whose:
        citation[f"attributed_to_{whose}"] = dice.one(getattr(drawn, f"{whose}s"))["slug"]
    return citation
