"""The kinds of parameters that filters are made of.

A parameter does not filter by itself: it gives a condition, and the set to which it belongs (see
``filters``) puts the conditions together.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django_filters import Filter

from prosopography.dates import Answer, Calendar, DateError
from prosopography.queries.address import keys_of, keys_of_claims
from prosopography.queries.text import contains
from prosopography.queries.below import with_parts
from prosopography.queries.when import date_condition, read_span

from .errors import did_you_mean

#: The longest text that can be searched for.
MAX_TEXT = 200
#: How many values one parameter can have.
MAX_VALUES = 100


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


class Given(forms.Widget):
    """All values of a parameter, as the query string gives them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Every occurrence of the parameter, cut at its commas."""
        return [word.strip() for value in data.getlist(name) for word in value.split(",")]


class Words(forms.Field):
    """Several words."""

    widget = Given

    def clean(self, value: list[str]) -> Any:
        """What the words mean, or None when there are none. Raises ValidationError."""
        if not value:
            return None
        if "" in value:
            raise ValidationError("A value between the commas is empty.", code="blank")
        if len(value) > MAX_VALUES:
            raise ValidationError(f"Give {MAX_VALUES} values at most.", code="too_many")
        return self.read(list(dict.fromkeys(value)))

    def read(self, words: list[str]) -> Any:
        """What the words mean. Raises ValidationError."""
        raise NotImplementedError


class Slugs(Words):
    """Rows of a table by their slugs, as primary keys."""

    def __init__(self, *, model: Any, **more: Any) -> None:
        super().__init__(**more)
        self.model = model

    def read(self, words: list[str]) -> list[int]:
        """The keys of the rows, which must all be there for the public to see."""
        found = keys_of(self.model, words)
        for word in words:
            if word not in found:
                noun = self.model._meta.verbose_name
                raise ValidationError(f"There is no {noun} “{word}”.", code="unknown")
        return sorted(found.values())


class Reference(Parameter):
    """A reference to another row, by its slug; in a tree, to what is below it too."""

    field_class = Slugs
    many = True

    def __init__(
        self, help_text: str, column: str, model: Any, level: Level, *, tree: bool = False
    ) -> None:
        more = " Its parts count too, unless exact=true." if tree else ""
        super().__init__(help_text + more, level, field_name=column, model=model)
        self.model = model
        self.tree = tree

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """That the reference is one of these."""
        keys: Iterable[int] = value
        if self.tree and not given.get("exact"):
            keys = with_parts(self.model, value)
        return Q(**{f"{self.field_name}__in": keys})


class ClaimIdentifiers(Words):
    """Claims by their identifiers, as primary keys."""

    def read(self, words: list[str]) -> list[int]:
        """The keys of the claims, which must all be public."""
        found = keys_of_claims(words)
        for word in words:
            if word not in found:
                raise ValidationError(f"There is no assertion “{word}”.", code="unknown")
        return sorted(found.values())


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

    def condition(self, value: list[int], given: Mapping[str, Any]) -> Q:
        """All that is below these; with ``exact``, what is directly below them."""
        if given.get("exact"):
            return Q(**{f"{self.field_name}__in": value})
        return Q(pk__in=with_parts(self.model, value) - set(value))


class ChoiceWords(Words):
    """Words out of a closed list."""

    def __init__(self, *, choices: Iterable[str], **more: Any) -> None:
        super().__init__(**more)
        self.choices = list(choices)

    def read(self, words: list[str]) -> list[str]:
        """The words, which must all stand in the list."""
        for word in words:
            if word not in self.choices:
                message = f"“{word}” is not one of: {', '.join(self.choices)}."
                raise ValidationError(message + did_you_mean(word, self.choices))
        return words


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


class OneChoiceWord(ChoiceWords):
    """One word out of a closed list."""

    def read(self, words: list[str]) -> Any:
        """The word."""
        if len(words) > 1:
            raise ValidationError("Give one value.")
        return super().read(words)[0]


class OneChoice(Choice):
    """Something that is read in one of several ways."""

    field_class = OneChoiceWord
    many = False


class YesNo(forms.CharField):
    """true or false, in these words."""

    def clean(self, value: Any) -> bool | None:
        """The truth, or None when nothing is given."""
        if value in (None, ""):
            return None
        if value not in ("true", "false"):
            raise ValidationError("Say true or false.")
        return bool(value == "true")


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


class ShortText(forms.CharField):
    """A text that is not too long, without the blanks around it."""

    def clean(self, value: Any) -> str:
        """The text. Raises ValidationError."""
        text = (value or "").strip()
        if len(text) > MAX_TEXT:
            raise ValidationError(f"Give {MAX_TEXT} characters at most.", code="too_long")
        return text


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

    def __init__(self) -> None:
        super().__init__(
            "A name under any spelling, in Cyrillic or Latin, also with typing errors: Троцкий, "
            "Trotzki, Srnirnov. The best comes first unless ordering is given, and each result "
            "tells in match which of its names was found and why.",
            Level.HOW,
        )


class Ordering(Parameter):
    """In which order the rows come, which the set itself knows."""

    field_class = ShortText

    def __init__(self) -> None:
        super().__init__("In which order the results come; a minus before a word reverses it.",
                         Level.HOW)  # fmt: skip
