"""A clause of a question between its form and its JSON: what was typed, and what it means."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext

from prosopography.dates import DateError
from prosopography.queries.address import TABLES, visible
from prosopography.queries.meant import Candidate, Meant, meant, written
from prosopography.queries.when import as_edtf, said

from .clause_fields import SEPARATOR, SORTS, Field

Typed = dict[str, str]
Node = dict[str, Any]


@dataclass
class Reading:
    """What a form says: the clause as JSON, or what is wrong with which field."""

    node: Node = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    #: Of a field of which names mean several rows, or none: what may be meant by each of them.
    unsure: dict[str, list[Meant]] = field(default_factory=dict)
    #: What was typed, with what was chosen put in its place.
    typed: Typed = field(default_factory=dict)


def read_clause(sort: str, asked: Typed, before: Node | None = None) -> Reading:
    """The clause that a form of this sort describes; ``before`` is the clause that it replaces.

    What the form has no field for is kept from there. What is wrong stands in the clause as it was
    typed, so that the rest of it can be checked as well. Names cost what ``meant`` costs.
    """
    reader = _Reader(sort, asked)
    kept = before.get(sort) if before else None
    make = {
        "assertion": reader.claim,
        "overlaps_with": lambda: reader.plain(("person", "organisation", "role", "exact")),
        "linked_to": lambda: reader.plain(("person", "within", "by", "largest")),
        "compare": lambda: reader.comparison(kept if isinstance(kept, list) else []),
        "persons": reader.persons,
    }
    reader.found.node = {sort: make[sort]()}
    return reader.found


class _Reader:
    """Reads the fields of one form."""

    def __init__(self, sort: str, asked: Typed) -> None:
        self.fields = {each.key: each for each in SORTS[sort][1]}
        self.asked = asked
        typed = {name: text for name, text in asked.items() if name in self.fields}
        self.found = Reading(typed=typed)

    def claim(self) -> Node:
        """What one claim must satisfy, and something it must be."""
        node = self.pattern("")
        if not node and not self.found.errors:
            self.found.errors["kind"] = gettext(
                "This asks for nothing: fill in one field at least."
            )
        return node

    def pattern(self, prefix: str, kept: Node | None = None) -> Node:
        """What one claim must satisfy, from the fields that begin so."""
        own = [key.removeprefix(prefix) for key in self.fields if key.startswith(prefix)]
        keys = [key for key in own if key not in _OF_DATES]
        node = self.plain(keys, prefix)
        if "relation" in own:
            return node | self.date(prefix)
        return {key: value for key, value in (kept or {}).items() if key not in keys} | node

    def plain(self, keys: Any, prefix: str = "") -> Node:
        """The values of these fields, without the empty ones."""
        values = {key: self.value(self.fields[f"{prefix}{key}"]) for key in keys}
        return {key: value for key, value in values.items() if value is not None}

    def date(self, prefix: str) -> Node:
        """The relation to a date; nothing where nothing is said of it."""
        relation = self.found.typed.get(f"{prefix}relation")
        text = self.day(prefix)
        calendar = self.calendar(prefix)
        if not (text or relation or calendar):
            return {}
        if not text:
            self.found.errors[f"{prefix}date"] = (
                gettext("The date is missing.")
                if relation
                else gettext("A calendar is chosen, but no date: give the date too.")
            )
        return {"date": {relation or "overlaps": text} | calendar}

    def day(self, prefix: str) -> str:
        """A date in EDTF, however it is typed; the calendar that its words tell goes before others."""
        text = self.found.typed.get(f"{prefix}date", "")
        try:
            written = as_edtf(text)
        except DateError as error:
            self.found.errors[f"{prefix}date"] = said(error)
            return text
        self.found.typed[f"{prefix}date"] = written.edtf
        if written.calendar:
            word = written.calendar.replace("gregorian", "")
            self.found.typed[f"{prefix}date_calendar"] = word
        return written.edtf

    def calendar(self, prefix: str) -> Node:
        """The calendar of a date, where it is not the usual one."""
        word = self.found.typed.get(f"{prefix}date_calendar")
        return {"calendar": word} if word else {}

    def comparison(self, kept: list[Any]) -> list[Any]:
        """Two sides with the operator between them."""
        left, _, right = kept if len(kept) == 3 else (None, None, None)
        if isinstance(left, dict) and "age_at" in left:
            left = left["age_at"]
        one = self.side("left", left)
        operator = self.found.typed.get("operator", "<")
        if self.found.typed.get("age"):
            years = self.value(self.fields["years"])
            if years is None:
                self.found.errors.setdefault("years", gettext("The number of years is missing."))
            return [{"age_at": one}, operator, years]
        return [one, operator, self.side("right", right)]

    def side(self, key: str, kept: Any) -> Any:
        """One side of a comparison."""
        sort, prefix = self.found.typed.get(key, ""), f"{key}_"
        if sort == "claim":
            claim = kept.get("assertion") if isinstance(kept, dict) else None
            return {"assertion": self.pattern(prefix, claim)}
        if sort == "event":
            event = self.value(self.fields[f"{prefix}event"])
            if not isinstance(event, str):
                self.found.errors.setdefault(f"{prefix}event", gettext("One event is needed."))
            return f"event:{event}.date"
        if sort == "date":
            text = self.day(prefix)
            if not text:
                self.found.errors[f"{prefix}date"] = gettext("The date is missing.")
            calendar = self.calendar(prefix)
            return {"date": text} | calendar if calendar else text
        if not sort:
            self.found.errors[key] = gettext("Choose what is compared.")
        return sort

    def persons(self) -> list[str]:
        """The slugs of a list of persons."""
        found = self.value(self.fields["persons"])
        if found is None and "persons" not in self.found.errors:
            self.found.errors["persons"] = gettext("Give one person at least.")
        return found or []

    def value(self, asked: Field) -> Any:
        """The value of one field as JSON has it; None where there is none."""
        text = self.found.typed.get(asked.key, "")
        if asked.nouns:
            return self.rows(asked, text)
        if not text:
            return None
        match asked.holds:
            case "words" | "texts":
                return _one_or_many(_split(text))
            case "flag":
                return text == "true"
            case "number" | "within":
                return int(text) if _NUMBER.fullmatch(text) else text
        return text

    def rows(self, asked: Field, text: str) -> Any:
        """The slugs of the rows that are named; what is unsure is noted."""
        slugs, kept = [], []
        separators = "\n" if asked.holds == "list" else SEPARATOR
        picked = self.picked(asked)
        for name in filter(None, [text] if asked.holds == "row" else _split(text, separators)):
            row = self.row(asked, name, picked.get(name, name))
            slugs.append(row.slug if row else name)
            kept.append(row.slug if row and name in picked else name)
        if kept:
            self.found.typed[asked.key] = _JOINTS.get(asked.holds, "; ").join(kept)
        if asked.holds == "list":
            return list(dict.fromkeys(slugs)) or None
        if asked.holds == "row" and not text:
            self.found.errors[asked.key] = gettext("The person is missing.")
        return _one_or_many(list(dict.fromkeys(slugs))) if slugs else None

    def picked(self, asked: Field) -> dict[str, str]:
        """The slugs that were chosen out of several, by the names for which they were."""
        chosen = (self.asked.get(pick, "").partition(":") for pick in asked.picks)
        return {name: slug for slug, _, name in chosen if slug}

    def row(self, asked: Field, name: str, chosen: str) -> Candidate | None:
        """The row of one name, or of what was chosen for it; what is not sure is noted."""
        found = meant(chosen, *asked.nouns)
        if found.row is None:
            unsure = self.found.unsure.setdefault(asked.key, [])
            if all(each.text != name for each in unsure):
                unsure.append(replace(found, text=name))
            self.found.errors.setdefault(asked.key, asked_back(unsure[0], asked))
        return found.row


def asked_back(found: Meant, asked: Field) -> str:
    """What is said of a name that does not mean one row."""
    nouns = " or ".join(asked.nouns)
    if found.candidates:
        return gettext("Which {nouns} do you mean by “{text}”?").format(
            nouns=nouns, text=found.text
        )
    return gettext("The record has no {nouns} that is found under “{text}”.").format(
        nouns=nouns, text=found.text
    )


def typed_of(node: Node) -> Typed:
    """What stands in the form of a clause that is there already; three queries a sort of names."""
    ((sort, value),) = node.items()
    fields = {each.key: each for each in SORTS[sort][1]}
    if sort == "persons":
        value = {"persons": value}
    plain = _typed_comparison(value) if sort == "compare" else _typed_parts(value)
    return {
        key: _as_typed(fields[key], given)
        for key, given in plain.items()
        if key in fields and given not in (None, "")
    }


_NUMBER = re.compile(r"-?[0-9]{1,6}")
_OF_DATES = ("relation", "date", "date_calendar")
#: What stands between several values as they are typed, where it is not “; ”.
_JOINTS = {"list": "\n", "words": SEPARATOR}


def _typed_parts(parts: Node, prefix: str = "") -> Node:
    """The parts of a pattern by the keys of their fields."""
    plain = {f"{prefix}{key}": value for key, value in parts.items() if key != "date"}
    for key, value in parts.get("date", {}).items():
        if key == "calendar":
            plain[f"{prefix}date_calendar"] = value
        else:
            plain |= {f"{prefix}relation": key, f"{prefix}date": value}
    return plain


def _typed_comparison(sides: list[Any]) -> Node:
    """The parts of a comparison by the keys of their fields."""
    left, operator, right = sides
    plain: Node = {"operator": operator}
    if isinstance(left, dict) and "age_at" in left:
        return plain | {"age": True, "years": right} | _typed_side("left", left["age_at"])
    return plain | _typed_side("left", left) | _typed_side("right", right)


def _typed_side(key: str, side: Any) -> Node:
    """One side by the keys of its fields."""
    if isinstance(side, dict) and "assertion" in side:
        parts = {name: value for name, value in side["assertion"].items() if name != "date"}
        return {key: "claim"} | _typed_parts(parts, f"{key}_")
    if isinstance(side, dict):
        date = {f"{key}_date": side["date"], f"{key}_date_calendar": side.get("calendar", "")}
        return {key: "date"} | date
    if side in ("birth.date", "death.date"):
        return {key: side}
    if side.startswith("event:"):
        slug = side.removeprefix("event:").removesuffix(".date")
        return {key: "event", f"{key}_event": slug}
    return {key: "date", f"{key}_date": side}


def _as_typed(asked: Field, value: Any) -> str:
    """A value of the question as it is typed."""
    values = value if isinstance(value, list) else [value]
    if asked.nouns:
        values = _names(asked, values)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _JOINTS.get(asked.holds, "; ").join(str(each) for each in values)


def _names(asked: Field, slugs: list[str]) -> list[str]:
    """What is typed for these slugs: labels where they say enough."""
    names = {slug: slug for slug in slugs}
    if len(asked.nouns) == 1:
        (noun,) = asked.nouns
        names |= written(noun, visible(TABLES[noun]).filter(slug__in=slugs))
    return [names[slug] for slug in slugs]


def _split(text: str, separator: str = SEPARATOR) -> list[str]:
    return [part for each in text.split(separator) if (part := " ".join(each.split()))]


def _one_or_many(values: list[str]) -> Any:
    return values[0] if len(values) == 1 else values
