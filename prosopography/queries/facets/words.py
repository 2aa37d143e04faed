"""Facets whose values are a few words: a column with a closed list, or conditions that have names."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from prosopography.models import Source

from ..address import visible
from .facet import ChoiceError, Chosen, Facet, Level, Offer, in_order


class OfWords(Facet):
    """A facet with a closed list of words, each with its label."""

    def __init__(self, name: str, title: Any, level: Level, words: Mapping[str, Any]) -> None:
        super().__init__(name, title, level)
        self.words = words

    def read(self, words: Sequence[str]) -> list[Chosen]:
        """The values of these words; no query."""
        for word in words:
            if word not in self.words:
                raise ChoiceError(
                    _("“%(name)s” is one or more of %(words)s, and not “%(word)s”.")
                    % {"name": self.name, "words": ", ".join(self.words), "word": word}
                )
        return [Chosen(word, str(self.words[word]), word) for word in words]

    def _offers(self, numbers: Mapping[str, int], chosen: Sequence[Chosen]) -> list[Offer]:
        taken = {each.word for each in chosen}
        found = [
            Offer(word, str(label), numbers.get(word, 0), chosen=word in taken)
            for word, label in self.words.items()
            if numbers.get(word) or word in taken
        ]
        return found if self.ordered else in_order(found)


class OfColumn(OfWords):
    """The values of a column; one query."""

    def __init__(self, name: str, title: Any, level: Level, words: Mapping[str, Any], *,
                 column: str = "", ordered: bool = False) -> None:  # fmt: skip
        super().__init__(name, title, level, words)
        self.column = column or name
        self.ordered = ordered
        self.costly = level is not Level.ROW

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That the column has one of these values."""
        return Q(**{f"{self.column}__in": [each.word for each in chosen]})

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The values that occur."""
        number = Count(counted, distinct=counted != "pk")
        return self._offers(dict(rows.order_by().values_list(self.column).annotate(number)), chosen)


class Languages(OfColumn):
    """The languages of the rows, as far as they say one; one query more."""

    def __init__(self, name: str, title: Any, level: Level) -> None:
        super().__init__(name, title, level, {})

    def read(self, words: Sequence[str]) -> list[Chosen]:
        """The languages of these tags, if a public row has each."""
        self._load()
        return super().read(words)

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The languages that occur."""
        self._load()
        return super().offers(rows, counted, chosen, certain=certain)

    def _load(self) -> None:
        if not self.words:
            rows = visible(Source).exclude(**{self.column: ""}).order_by(self.column)
            tags = rows.values_list(self.column, flat=True).distinct()
            self.words = {tag: language_name(tag) for tag in tags}


def language_name(tag: str) -> str:
    """What a language is called in the language that is spoken; its tag, where nobody knows it."""
    try:
        return str(get_language_info(tag)["name_translated"])
    except KeyError:
        return tag


class OfConditions(OfWords):
    """Conditions with names, in their order; one query."""

    ordered = True

    def __init__(
        self, name: str, title: Any, level: Level, conditions: Mapping[str, tuple[Any, Q]]
    ) -> None:
        super().__init__(
            name, title, level, {word: label for word, (label, _) in conditions.items()}
        )
        self.conditions = {word: condition for word, (_, condition) in conditions.items()}

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That one of these holds."""
        either = Q()
        for each in chosen:
            either |= self.conditions[each.word]
        return either

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The conditions that hold of something."""
        distinct = counted != "pk"
        numbers = rows.order_by().aggregate(**{
            f"n_{place}": Count(counted, filter=self.conditions[word], distinct=distinct)
            for place, word in enumerate(self.words)
        })  # fmt: skip
        return self._offers(
            {word: numbers[f"n_{place}"] for place, word in enumerate(self.words)}, chosen
        )
