"""The values of parameters: what a client wrote, read and checked."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from prosopography.queries.address import keys_of, keys_of_claims
from prosopography.queries.facets import LISTINGS, ChoiceError, Chosen

from .errors import did_you_mean

#: The longest text that can be searched for.
MAX_TEXT = 200
#: How many values one parameter can have.
MAX_VALUES = 100
#: The largest number that can be asked for.
MAX_COUNT = 1000
_DIGITS = re.compile(r"[0-9]{1,4}")


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


class ClaimIdentifiers(Words):
    """Claims by their identifiers, as primary keys."""

    def read(self, words: list[str]) -> list[int]:
        """The keys of the claims, which must all be public."""
        found = keys_of_claims(words)
        for word in words:
            if word not in found:
                raise ValidationError(f"There is no assertion “{word}”.", code="unknown")
        return sorted(found.values())


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
                raise ValidationError(message + did_you_mean(word, self.choices), code="invalid")
        return words


class FacetWords(Words):
    """Values of a facet of the list of persons."""

    def __init__(self, *, facet: str, **more: Any) -> None:
        super().__init__(**more)
        self.facet = facet

    def read(self, words: list[str]) -> list[Chosen]:
        """The values as the facet reads them."""
        try:
            return LISTINGS["person"]().facet(self.facet).read(words)
        except ChoiceError as error:
            raise ValidationError(str(error), code="invalid") from error


class OneChoiceWord(ChoiceWords):
    """One word out of a closed list."""

    def read(self, words: list[str]) -> Any:
        """The word."""
        if len(words) > 1:
            raise ValidationError("Give one value.", code="invalid")
        return super().read(words)[0]


class YesNo(forms.CharField):
    """true or false, in these words."""

    def clean(self, value: Any) -> bool | None:
        """The truth, or None when nothing is given."""
        if value in (None, ""):
            return None
        if value not in ("true", "false"):
            raise ValidationError("Say true or false.", code="invalid")
        return bool(value == "true")


class Count(forms.CharField):
    """A whole number, in digits."""

    def clean(self, value: Any) -> int | None:
        """The number, or None when nothing is given. Raises ValidationError."""
        if value in (None, ""):
            return None
        if not _DIGITS.fullmatch(value) or int(value) > MAX_COUNT:
            raise ValidationError(f"Give a whole number from 0 to {MAX_COUNT}.", code="invalid")
        return int(value)


class ShortText(forms.CharField):
    """A text that is not too long, without the blanks around it."""

    def clean(self, value: Any) -> str:
        """The text. Raises ValidationError."""
        text = (value or "").strip()
        if len(text) > MAX_TEXT:
            raise ValidationError(f"Give {MAX_TEXT} characters at most.", code="too_long")
        return text
