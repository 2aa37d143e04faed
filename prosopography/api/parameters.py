"""The kinds of parameters that filters are made of.

A parameter does not filter by itself: it gives a condition, and the set to which it belongs (see
``filters``) puts the conditions together.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django_filters import Filter  # type: ignore[import-untyped]

from prosopography.dates import Answer, Calendar, DateError
from prosopography.queries.below import with_parts
from prosopography.queries.identity import doubtful_claims
from prosopography.queries.text import contains
from prosopography.queries.when import date_condition, read_span

from .values import (
    MAX_COUNT,
    MAX_TEXT,
    ChoiceWords,
    ClaimIdentifiers,
    Count,
    FacetWords,
    OneChoiceWord,
    ShortText,
    Slugs,
    YesNo,
)


class Level(StrEnum):
    """Of what a parameter speaks."""

    ROW = "row"  # the row that is listed
    CLAIM = "claim"  # one claim, which the row is or which names it
    CITATION = "citation"  # one citation of that claim
    BIRTH = "birth"  # one claim about the birth of the person that is listed
    DEATH = "death"  # and about the death
    HOW = "how"  # how the other parameters are read, and in which order the rows come


class Parameter(Filter):
    """One parameter of the query string."""

    #: Whether it can have several values, separated by commas or given one by one.
    many = False
    schema: Mapping[str, Any] = {"type": "string"}

    def __init__(self, help_text: str, level: Level = Level.ROW, **more: Any) -> None:
        super().__init__(help_text=help_text, **more)
        self.level = level

    @property
    def help_text(self) -> str:
        """What it asks, for the schema and the documentation."""
        return self.extra["help_text"]

    def condition(self, value: Any, given: Mapping[str, Any]) -> Q:
        """What it asks of a row of its level; ``given`` are the clean values of the whole set.

        Raises Django's ValidationError for a value that cannot be answered.
        """
        raise NotImplementedError


class Reference(Parameter):
    """A reference to another row, by its slug; in a tree, to what is below it too."""

    field_class = Slugs
    many = True

    def __init__(
        self, help_text: str, column: str, model: Any, level: Level, *, tree: bool = False
    ) -> None:
        more = " Its parts count too, unless exact=true." if tree else ""
        super().__init__(help_text + more, level, field_name=column, model=model)
        self.table = model  # a FilterSet sets ``model`` to that of its rows
        self.tree = tree

    @property
    def has_parts(self) -> bool:
        """Whether it means what is below the rows that it names too, so that ``exact`` matters."""
        return self.tree

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """That the reference is one of these."""
        keys: Iterable[int] = value
        if self.tree and not given.get("exact"):
            keys = with_parts(self.table, value)
        return Q(**{f"{self.field_name}__in": keys})


class Claims(Parameter):
    """A reference to a claim, by its identifier."""

    field_class = ClaimIdentifiers
    many = True

    def __init__(self, help_text: str, column: str) -> None:
        super().__init__(help_text, field_name=column)

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """That the reference is one of these."""
        return Q(**{f"{self.field_name}__in": value})


class Below(Reference):
    """That the listed row itself belongs below another of its table."""

    @property
    def has_parts(self) -> bool:
        """Always: what is below what is below it."""
        return True

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """All that is below these; with ``exact``, what is directly below them."""
        if given.get("exact"):
            return Q(**{f"{self.field_name}__in": value})
        return Q(pk__in=with_parts(self.table, value) - set(value))


class Choice(Parameter):
    """A column with a closed list of values."""

    field_class = ChoiceWords
    many = True

    def __init__(self, help_text: str, column: str, choices: Iterable[str], level: Level) -> None:
        words = list(choices)
        super().__init__(help_text, level, field_name=column, choices=words)
        self.schema = {"type": "string", "enum": words}

    def condition(self, value: list[str], given: Mapping[str, Any]) -> Q:
        """That the column has one of these values."""
        return Q(**{f"{self.field_name}__in": value})


class OneChoice(Choice):
    """Something that is read in one of several ways."""

    field_class = OneChoiceWord
    many = False


class OfFacet(Parameter):
    """A facet of the list of persons, which the set itself narrows by."""

    field_class = FacetWords
    many = True

    def __init__(self, help_text: str, facet: str, words: Iterable[str] = ()) -> None:
        super().__init__(help_text, Level.HOW, field_name=facet, facet=facet)
        self.schema = {"type": "string"} | ({"enum": list(words)} if words else {})


class Flag(Parameter):
    """Something that is so or is not; ``yes`` is the condition that it is."""

    field_class = YesNo
    schema = {"type": "boolean"}

    def __init__(self, help_text: str, level: Level, yes: Q | None = None) -> None:
        super().__init__(help_text, level)
        self.yes = yes

    def condition(self, value: bool, given: Mapping[str, Any]) -> Q:
        """That it is so, or that it is not."""
        if self.yes is None:
            return Q()
        return self.yes if value else ~self.yes


class Doubt(OneChoice):
    """What to do with claims whose every citation is of a doubtful identification."""

    def __init__(self, help_text: str, level: Level) -> None:
        super().__init__(help_text, "", ["include", "exclude", "only"], level)

    def condition(self, value: Any, given: Mapping[str, Any]) -> Q:
        """That it is such a claim, that it is none, or nothing."""
        if value == "include":
            return Q()
        return doubtful_claims() if value == "only" else ~doubtful_claims()


class Least(Parameter):
    """A number that is not to be smaller."""

    field_class = Count
    schema = {"type": "integer", "minimum": 0, "maximum": MAX_COUNT}

    def __init__(self, help_text: str, column: str, level: Level) -> None:
        super().__init__(help_text, level, field_name=column)

    def condition(self, value: int, given: Mapping[str, Any]) -> Q:
        """That the column is at least this."""
        return Q(**{f"{self.field_name}__gte": value})


class Text(Parameter):
    """Words that stand somewhere in one of the columns, in capitals or not."""

    field_class = ShortText
    schema = {"type": "string", "maxLength": MAX_TEXT}

    def __init__(self, help_text: str, columns: Iterable[str], level: Level) -> None:
        super().__init__(help_text, level)
        self.columns = list(columns)

    def condition(self, value: str, given: Mapping[str, Any]) -> Q:
        """That one of the columns contains the text."""
        return Q(*[contains(column, value) for column in self.columns], _connector=Q.OR)


class Exactly(Parameter):
    """A column that says just this, letter for letter."""

    field_class = ShortText
    schema = {"type": "string", "maxLength": MAX_TEXT}

    def __init__(self, help_text: str, column: str, level: Level) -> None:
        super().__init__(help_text, level, field_name=column)

    def condition(self, value: str, given: Mapping[str, Any]) -> Q:
        """That the column says this."""
        return Q(**{str(self.field_name): value})


class When(Parameter):
    """A comparison with a date, in one of the two senses."""

    field_class = ShortText

    def __init__(self, help_text: str, relation: str, answer: Answer, level: Level) -> None:
        super().__init__(help_text, level)
        self.relation = relation
        self.answer = answer

    def condition(self, value: str, given: Mapping[str, Any]) -> Q:
        """That the claim stands in the relation to the days of the date."""
        calendar = given.get("date_calendar") or Calendar.GREGORIAN
        try:
            span = read_span(value, calendar)
        except DateError as error:
            raise ValidationError(str(error)) from error
        return date_condition(self.relation, self.answer, span)


class Search(Parameter):
    """The search for names under any spelling, which the set itself does."""

    field_class = ShortText
    schema = {"type": "string", "maxLength": MAX_TEXT}

    def __init__(
        self,
        description: str = "A name under any spelling, in Cyrillic or Latin, also with typing "
        "errors: Троцкий, Trotzki, Srnirnov.",
    ) -> None:
        super().__init__(
            f"{description} The best comes first unless ordering is given, and each result "
            "tells in match which of its names was found and why.",
            Level.HOW,
        )


class Ordering(Parameter):
    """In which order the rows come, which the set itself knows."""

    field_class = ShortText

    def __init__(self) -> None:
        super().__init__("In which order the results come; a minus before a word reverses it.",
                         Level.HOW)  # fmt: skip
