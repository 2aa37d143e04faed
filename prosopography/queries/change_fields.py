"""The columns of a version in words, and which of them differ from those of another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .address import visible
from .script import label_of

#: What is told of each noun, in this order; whatever is not named here is never told.
_IDENTITY = {
    "label": _("name in the record"),
    "sort_label": _("name in lists"),
    "slug": _("address"),
    "part_of": _("part of"),
    "note": _("note"),
}
_FIELDS: dict[str, dict[str, Any]] = {
    "person": {name: said for name, said in _IDENTITY.items() if name != "part_of"},
    "organisation": _IDENTITY,
    "event": _IDENTITY,
    "place": {**_IDENTITY, "latitude": _("latitude"), "longitude": _("longitude")},
    "role": {
        "label": _("name in the record"),
        "slug": _("address"),
        "converse_label": _("from the other side"),
        "broader": _("broader role"),
        "note": _("note"),
    },
    "source": {
        "label": _("name in the record"),
        "slug": _("address"),
        "kind": _("kind"),
        "title": _("title"),
        "authors": _("authors"),
        "author": _("author in the record"),
        "date_text": _("date as printed"),
        "edtf": _("date in EDTF"),
        "publisher": _("publisher"),
        "licence": _("licence"),
        "url": _("web address"),
        "language": _("language"),
        "note": _("note"),
    },
    "assertion": {
        "kind": _("kind"),
        "person": _("person"),
        "related_person": _("other person"),
        "role": _("role"),
        "organisation": _("organisation"),
        "event": _("event"),
        "place": _("place"),
        "value": _("words"),
        "date_text": _("date as written"),
        "calendar": _("calendar"),
        "edtf": _("date in EDTF"),
        "certainty": _("certainty"),
        "basis": _("basis"),
        "polarity": _("polarity"),
        "rank": _("rank"),
        "rank_reason": _("reason of the rank"),
        "note": _("note"),
    },
    "citation": {
        "source": _("source"),
        "locator": _("locator"),
        "quotation": _("quotation"),
        "stance": _("stance"),
        "named_as": _("name as printed"),
        "attributed_to_source": _("on the word of the work"),
        "attributed_to_person": _("on the word of the person"),
        "identification": _("identification"),
        "identification_note": _("who else may be meant"),
    },
}


@dataclass(frozen=True)
class FieldChange:
    """A column of which another value is public now: its name, the old and the new value in words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Named:
    """The rows that versions name, as far as the public may see them today."""

    rows: Mapping[Any, Mapping[int, Any]]  # by table

    @classmethod
    def of(cls, versions: Mapping[str, Mapping[int, list[Any]]]) -> "Named":
        """What these versions name; one query for each of at most six tables."""
        keys: dict[Any, set[int]] = {}
        for noun, whole in versions.items():
            for each in whole.values():
                for version in each:
                    for column, table in _references(noun, version):
                        if (key := getattr(version, f"{column}_id")) is not None:
                            keys.setdefault(table, set()).add(key)
        return cls({table: visible(table).in_bulk(found) for table, found in keys.items()})

    def shows(self, version: Any, columns: Iterable[str]) -> bool:
        """Whether the public may see all that the version names in these columns."""
        return all(
            (key := getattr(version, f"{column}_id")) is None
            or key in self.rows.get(_table(version, column), {})
            for column in columns
        )

    def label(self, version: Any, column: str) -> str:
        """What the version names there; empty for nothing, and for what is not public."""
        row = self.rows.get(_table(version, column), {}).get(getattr(version, f"{column}_id"))
        return label_of(row) if row is not None else ""


def _table(version: Any, column: str) -> Any:
    return version._meta.get_field(column).related_model


def _references(noun: str, version: Any) -> list[tuple[str, Any]]:
    fields = ((column, version._meta.get_field(column)) for column in _FIELDS[noun])
    return [(column, field.related_model) for column, field in fields if field.is_relation]


def differences(noun: str, old: Any, new: Any, named: Named) -> tuple[FieldChange, ...]:
    """Where two versions say different things; all that the new one says, if there is no old one."""
    found = []
    for column, said in _FIELDS[noun].items():
        read = _reader(new._meta.get_field(column), named)
        words = (read(old) if old is not None else "", read(new))
        if words[0] != words[1]:
            found.append(FieldChange(str(said), *words))
    return tuple(found)


def _reader(field: Any, named: Named) -> Callable[[Any], str]:
    """How a value of this column is said."""
    if field.is_relation:
        return lambda version: named.label(version, field.name)
    if field.choices:
        words = {str(value): str(said) for value, said in field.flatchoices}
        return lambda version: words.get(str(getattr(version, field.attname)), "")

    def read(version: Any) -> str:
        value = getattr(version, field.attname)
        return "" if value is None else str(value)

    return read
