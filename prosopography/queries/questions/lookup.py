"""The rows that a question names, looked up all at once before it is read."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F

from prosopography.models import Event, Organisation, Person, Place, Role, Source

from ..address import visible
from ..script import label_of
from .node import Named

#: Under which key which tables are named.
_NAMED: dict[str, tuple[Any, ...]] = {
    "role": (Role,),
    "organisation": (Organisation,),
    "event": (Event,),
    "place": (Place,),
    "person": (Person,),
    "persons": (Person,),
    "source": (Source,),
    "attributed_to": (Source, Person),
}


class Lookup:
    """Every row that the texts of some JSON may name, by table and slug; old slugs lead on."""

    def __init__(self, data: Any) -> None:
        wanted: dict[Any, set[str]] = {}
        for models, slug in mentioned(data):
            for model in models:
                wanted.setdefault(model, set()).add(slug)
        self._rows: dict[Any, dict[str, Named]] = {}
        #: What each of the roles joins, by its key.
        self.joins: dict[int, str] = {}
        for model, slugs in wanted.items():
            self._rows[model] = self._found(model, slugs)

    def row(self, model: Any, slug: str) -> Named | None:
        """The row of a slug, if the public can know it."""
        return self._rows.get(model, {}).get(slug)

    def _found(self, model: Any, slugs: set[str]) -> dict[str, Named]:
        rows: Any = list(visible(model).filter(slug__in=slugs))
        if model is Role:
            self.joins |= {role.pk: role.joins for role in rows}
        found = {row.slug: Named(row.slug, row.pk, label_of(row)) for row in rows}
        missing = slugs - found.keys()
        if missing:
            noun = model._meta.model_name
            moved = visible(model).filter(redirects__noun=noun, redirects__slug__in=missing)
            for row in moved.annotate(old_slug=F("redirects__slug")):
                found[row.old_slug] = Named(row.slug, row.pk, label_of(row))
                if model is Role:
                    self.joins[row.pk] = row.joins
        return found


def mentioned(data: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    """What may be a slug somewhere in the data, with the tables of which one must have it."""
    waiting = [data]
    while waiting:
        each = waiting.pop()
        values = list(each) if isinstance(each, list) else []
        if isinstance(each, dict):
            for key, value in each.items():
                values.append(value)
                texts = value if isinstance(value, list) else [value]
                if models := _NAMED.get(key):
                    yield from ((models, text.strip()) for text in texts if _is_text(text))
        for value in values:
            if _is_text(value) and value.startswith("event:"):
                yield (Event,), value.removeprefix("event:").removesuffix(".date").strip()
        waiting += [value for value in values if isinstance(value, dict | list)]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\0" not in value
