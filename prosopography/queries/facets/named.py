"""Facets whose values are rows: a body, a role, an event, a place, a source."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from prosopography.models import Role, Source

from ..address import keys_of, visible
from ..keys import keyed
from ..script import label_by_key
from ..tree import Tree
from .facet import ChoiceError, Chosen, Facet, Level, Named, Offer, in_order

#: The column that leads upwards in each table that is a tree.
_UPWARDS: dict[Any, str | None] = {Role: "broader_id", Source: None}


class Table:
    """The rows of a table that the public may see, in short; one query, when first needed."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.noun: str = model._meta.model_name
        self._rows: dict[int, tuple[str, str]] | None = None
        self._tree = Tree({})

    def _load(self) -> dict[int, tuple[str, str]]:
        if self._rows is None:
            upwards = _UPWARDS.get(self.model, "part_of_id") or "pk"
            rows = visible(self.model).order_by()
            found = list(rows.values_list("pk", "slug", "label", upwards))
            self._rows = {key: (slug, label) for key, slug, label, _ in found}
            if upwards != "pk":
                self._tree = Tree({key: above for key, _, _, above in found})
        return self._rows

    def key(self, slug: str) -> int | None:
        """The key of the row of this slug, or of this old slug (one query more)."""
        by_slug = {each: key for key, (each, _) in self._load().items()}
        if slug in by_slug:
            return by_slug[slug]
        return keys_of(self.model, [slug]).get(slug)

    def named(self, key: int) -> Named:
        """The row of this key in short, in the language that is spoken."""
        slug, label = self._load()[key]
        return Named(self.noun, slug, label_by_key(self.noun, key, label))

    def keys(self) -> Iterable[int]:
        """The keys of all rows."""
        return self._load().keys()

    def within(self, keys: Iterable[int]) -> set[int]:
        """The rows of these keys and all that belongs to them."""
        self._load()
        return {part for key in keys for part in self._tree.within(key)}

    def above(self, key: int) -> list[int]:
        """What the row belongs to."""
        self._load()
        return self._tree.above(key)

    def in_trees(self) -> set[int]:
        """The keys of the rows that have something above or below them."""
        rows = self._load()
        return {key for key in rows if self._tree.parts(key) or self._tree.above(key)}


class OfTable(Facet):
    """The rows that a column names; with what belongs to them.

    To offer them costs two queries and one for the table, which facets can share.
    """

    def __init__(self, name: str, title: Any, table: Table, level: Level = Level.CLAIM, *,
                 column: str = "", own: Q | None = None) -> None:  # fmt: skip
        super().__init__(name, title, level, own=own)
        self.table = table
        self.column = column or table.noun

    def read(self, words: Sequence[str]) -> list[Chosen]:
        """The rows of these slugs; one query for the table, and one for each old slug."""
        return [self._read(word) for word in words]

    def _read(self, word: str) -> Chosen:
        key = self.table.key(word)
        if key is None:
            raise ChoiceError(
                _("The record has no %(noun)s “%(word)s”, so the list cannot be narrowed by it.")
                % {"noun": self.name, "word": word}
            )
        named = self.table.named(key)
        return Chosen(named.slug, named.label, key, named)

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That the column names one of these, or what belongs to it."""
        keys = self.table.within(each.key for each in chosen)
        return self.own & keyed(self.column, keys)

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The rows that are named, or to which something named belongs, the most frequent first."""
        found = rows.filter(self.own).exclude(**{self.column: None}).order_by()
        number = Count(counted, distinct=counted != "pk")
        numbers: dict[int, int] = dict(found.values_list(self.column).annotate(number))
        numbers |= self._in_trees(found, counted)
        taken = {each.key for each in chosen}
        numbers |= {key: 0 for key in taken if key not in numbers}
        return _offers(self.table, numbers, taken)

    def _in_trees(self, found: QuerySet, counted: str) -> dict[int, int]:
        """How many there are of each row of a tree, each counted once however many parts have it."""
        pairs = found.filter(keyed(self.column, self.table.in_trees()))
        holders: dict[int, set[int]] = {}
        for key, whose in pairs.values_list(self.column, counted).distinct():
            for each in (key, *self.table.above(key)):
                holders.setdefault(each, set()).add(whose)
        return {key: len(whose) for key, whose in holders.items()}


class Within(OfTable):
    """Of which larger row of the same table the listed row is a part, at any depth; one query."""

    costly = False

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That the row is below one of these, and not one of these itself."""
        keys = {each.key for each in chosen}
        below = {part for key in keys for part in self.table.within([key]) - {key}}
        return keyed("pk", below)

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """Every row with parts, and how many of the rows are below it."""
        taken = {each.key for each in chosen}
        numbers = dict.fromkeys(taken, 0)
        for key in rows.order_by().values_list("pk", flat=True):
            for above in self.table.above(key):
                numbers[above] = numbers.get(above, 0) + 1
        return _offers(self.table, numbers, taken)


def _offers(table: Table, numbers: dict[int, int], taken: set[int]) -> list[Offer]:
    """What the table has of these keys."""
    known = set(table.keys())
    named = [(table.named(key), key) for key in numbers if key in known]
    return in_order(
        [Offer(row.slug, row.label, numbers[key], chosen=key in taken) for row, key in named]
    )
