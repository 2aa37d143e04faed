"""The one error of the room: a date that cannot be what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Fault(NamedTuple):
    """A sentence on what is wrong, with placeholders, and what fills them.

    What fills them is no sentence, but may be a word that is translated as the sentence is.
    """

    pattern: str
    words: Mapping[str, str] = {}

    def __str__(self) -> str:
        return self.pattern.format(**self.words) if self.words else self.pattern


class DateError(ValueError):
    """A date that cannot be read, or that names a day that never was.

    `message` is a whole sentence for a historian, also `str()` of the error; `position` is the
    index of the faulty character in the text that was read, or None where no one character is
    to blame. `fault` is the sentence before it is filled in, for whoever says it in another
    language; of free text, which editors write in English, it is the English sentence.
    """

    def __init__(self, message: str | Fault, position: int | None = None) -> None:
        super().__init__(str(message))
        self.fault = message if isinstance(message, Fault) else Fault(message)
        self.message = str(message)
        self.position = position

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[type[DateError], tuple[Fault, int | None]]:
        return type(self), (self.fault, self.position)


def noop(text: str) -> str:
    """The same text, marked for the catalogue of translations: whoever shows it translates it."""
    return text
