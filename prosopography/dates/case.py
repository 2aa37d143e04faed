"""The case in which a date stands in a sentence, for a language that has cases."""

from __future__ import annotations

from enum import IntEnum


class Case(IntEnum):
    """Where a table of words has the form."""

    NOMINATIVE = 0
    GENITIVE = 1
    ACCUSATIVE = 2
    #: When something was: Russian “в ноябре 1917 г.”, with the preposition that belongs to it.
    TIME = 3
