"""What one claim must satisfy, out of JSON."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from prosopography.models import (
    KINDS,
    Basis,
    CalendarChoice,
    Certainty,
    Person,
    Polarity,
    Rank,
    Source,
)

from ..address import TABLES
from .faults import near_in
from .node import Named, Pattern
from .values import Values

MOST_WITNESSES = 100

_WORDS: dict[str, list[str]] = {
    "kind": list(KINDS),
    "calendar": CalendarChoice.values,
    "certainty": Certainty.values,
    "basis": Basis.values,
    "polarity": Polarity.values,
    "rank": Rank.values,
}
_PARTS = (
    "kind", "role", "organisation", "event", "place", "exact", "person", "converse", "source",
    "attributed_to", "name", "text", "date", "calendar", "certainty", "basis", "polarity", "rank",
    "independent_witnesses", "doubtful",
)  # fmt: skip


class Patterns(Values):
    """Reads patterns."""

    def pattern(self, data: Any, path: str) -> Pattern:
        """What one claim must satisfy."""
        asked = self.parts_of(data, path, _PARTS)
        if not asked:
            return Pattern()
        found: dict[str, Any] = {}
        for key, value in asked.items():
            found |= self.part(key, value, f"{path}.{key}")
        kinds = found.get("kind", ())
        if found.get("converse") and kinds and "relationship" not in kinds:
            self.fault(f"{path}.converse", noop("only a relationship has another side"))
        for role in found.get("role", ()) if kinds else ():
            joins = self.lookup.joins[role.key]
            if joins not in {KINDS[kind].joins for kind in kinds}:
                of = next(kind.label for kind in KINDS.values() if kind.joins == joins)
                told = noop('no {kinds} has the role "{slug}", which is that of a {kind}')
                names = gettext(" or ").join(kinds)
                self.fault(f"{path}.role", told, kinds=names, slug=role.slug, kind=gettext(of))
        if found.get("converse") and found.get("name"):
            told = noop("a name is that of the person whom the claim is about")
            self.fault(f"{path}.converse", told)
        if not asked.keys() - {"exact", "converse", "doubtful"} and not found.get("converse"):
            told = noop("this asks nothing of the claim: give a kind, a role, a body …")
            self.fault(path, told)
        return Pattern(**found)

    def part(self, key: str, value: Any, path: str) -> dict[str, Any]:
        """One part of a pattern, by the columns of ``Pattern``."""
        if key in TABLES:
            return {key: self.rows(TABLES[key], value, path)}
        if key in _WORDS:
            return {key: self.words(value, path, _WORDS[key])}
        if key == "attributed_to":
            return self.voices(value, path)
        if key == "independent_witnesses":
            return {key: self.number(value, path, 1, MOST_WITNESSES)}
        read = {"name": self.texts, "text": self.text, "date": self.when}
        return {key: read.get(key, self.flag)(value, path)}

    def voices(self, data: Any, path: str) -> dict[str, tuple[Named, ...]]:
        """The works and persons of these slugs, in the order of the canonical text: works first."""
        sources, persons = {}, {}
        slugs = self.values(data, path)
        for slug in sorted(slugs, key=lambda slug: self.lookup.row(Source, slug) is None):
            source, person = self.lookup.row(Source, slug), self.lookup.row(Person, slug)
            if source is None and person is None:
                near = near_in(Source, slug) or near_in(Person, slug)
                told = noop('no source or person "{slug}"{near}')
                self.fault(path, told, slug=slug, near=near)
            if source is not None:
                sources[source.key] = source
            if person is not None:
                persons[person.key] = person
        return {
            "attributed_to_source": tuple(sources.values()),
            "attributed_to_person": tuple(persons.values()),
        }
