"""The form of one clause: its fields with what stands in them, what is wrong, and what may be meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prosopography.queries.meant import Candidate, Meant
from prosopography.queries.questions import Fault

from .clause import Reading, Typed, asked_back
from .clause_fields import SORTS, Field, Words

#: Whatever a field holds, it is one of these in HTML.
_SELECTED = ("words", "flag", "calendar", "side", "operator", "within")
#: The field at which it is said what is wrong with a clause as a whole.
_OF_THE_WHOLE = {
    "assertion": "kind",
    "overlaps_with": "person",
    "linked_to": "person",
    "persons": "persons",
}
_AFTER_SORT = re.compile(rf"(?:^|\.)(?:{'|'.join(SORTS)})(?=[.\[]|$)(.*)")
_SIDE = re.compile(r"\[([0-2])\](?:\.age_at)?(?:\.assertion)?\.?(.*)")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a field; of a name, what may be meant by it."""

    key: str  # of its element in HTML
    words: str
    name: str = ""
    pick: str = ""  # the parameter by which one of the candidates is chosen
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Filled:
    """A field with what stands in it."""

    field: Field
    value: str
    problems: tuple[Problem, ...]
    options: Words

    @property
    def tag(self) -> str:
        """select, textarea or input."""
        if self.field.holds in _SELECTED:
            return "select"
        return "textarea" if self.field.holds == "list" else "input"

    @property
    def described_by(self) -> str:
        """The elements in HTML that say what is wrong with it, and what it asks for."""
        keys = [problem.key for problem in self.problems]
        return " ".join([*keys, f"h-{self.field.key}"] if self.field.help else keys)


@dataclass(frozen=True)
class Part:
    """Fields under one heading; those without a heading come first."""

    title: str
    fields: tuple[Filled, ...]
    is_open: bool  # something stands in it, or it is needed


@dataclass(frozen=True)
class Form:
    """The form of a clause of one sort."""

    sort: str
    title: str
    parts: tuple[Part, ...]
    faults: tuple[str, ...]  # what is wrong with no single field
    errors: int  # how many things are wrong


def form(sort: str, reading: Reading | None = None, faults: Iterable[str] = ()) -> Form:
    """The form of a sort, empty or as it was sent; no query."""
    reading = reading or Reading()
    title, fields = SORTS[sort]
    headings = dict.fromkeys(field.part for field in fields)
    parts = tuple(
        _part(heading, [_filled(field, reading) for field in fields if field.part == heading], sort)
        for heading in headings
    )
    others = tuple(faults)
    wrong = sum(len(each.problems) for part in parts for each in part.fields)
    return Form(sort, title, parts, others, wrong + len(others))


def place_faults(faults: Iterable[Fault], sort: str, reading: Reading) -> list[str]:
    """Notes each fault of a question at the field of the clause where it lies; answers the others."""
    keys = {field.key for field in SORTS[sort][1]}
    first = _OF_THE_WHOLE.get(sort, "")
    others = []
    for fault in faults:
        found = _AFTER_SORT.search(fault.path)
        key = (_key(found[1].removeprefix("."), reading.typed) or first) if found else ""
        if found and key in keys:
            reading.errors.setdefault(key, f"{fault.message[:1].upper()}{fault.message[1:]}")
        else:
            others.append(str(fault))
    return others


def _key(path: str, typed: Typed) -> str:
    """The field of a path within a clause: ``date.overlaps`` is in the field ``date``."""
    side = _SIDE.match(path)
    if side is None:
        part = re.split(r"[.\[]", path)[0]
        return "date_calendar" if path == "date.calendar" else part
    if side[1] == "1":
        return "operator"
    if side[1] == "2" and typed.get("age"):
        return "years"
    prefix = "left" if side[1] == "0" else "right"
    part = side[2].partition(".")[0] or (typed.get(prefix, "") if side[1] != "1" else "")
    part = {"calendar": "date_calendar", "claim": "kind"}.get(part, part)
    return f"{prefix}_{part}" if part and "." not in part else prefix


def _part(title: str, fields: list[Filled], sort: str) -> Part:
    is_open = not title or sort == "compare" or any(each.value or each.problems for each in fields)
    return Part(title, tuple(fields), is_open)


def _filled(field: Field, reading: Reading) -> Filled:
    value = reading.typed.get(field.key, "")
    options = field.words
    if value and field.holds in _SELECTED and value not in dict(options):
        names = dict(options)
        several = (value, " or ".join(str(names.get(each, each)) for each in value.split(";")))
        options = (*options, several)
    return Filled(field, value, tuple(_problems(field, reading)), options)


def _problems(field: Field, reading: Reading) -> Iterator[Problem]:
    """What is wrong with a field: the names in it that mean no one row, or else one thing."""
    unsure: list[Meant] = reading.unsure.get(field.key, [])
    picks = iter(field.picks)
    for number, each in enumerate(unsure, start=1):
        key = f"e-{field.key}-{number}" if number > 1 else f"e-{field.key}"
        pick = next(picks, "") if each.candidates else ""
        offered = each.candidates if pick else ()
        yield Problem(key, asked_back(each, field), each.text, pick, offered)
    if not unsure and field.key in reading.errors:
        yield Problem(f"e-{field.key}", reading.errors[field.key])
