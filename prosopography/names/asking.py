"""Asking: what a search looks up for a text, so that no name that matches it is missed."""

from math import ceil
from typing import NamedTuple

from .keys import SHORTEST_HEARD, codes, grams, initials
from .matching import LEAST_SIMILARITY, has_digit
from .parts import LONGEST_WORD, Word, parse


class AskedWord(NamedTuple):
    """A word of the text: under which keys the words like it are found.

    A word is like it that has one of the ``codes``, or ``least`` of the ``grams``; and where
    ``is_open``, one that begins with it. A word with a digit is like itself alone.
    """

    word: Word
    codes: frozenset[str]
    grams: frozenset[str]
    least: int
    is_open: bool


class Asked(NamedTuple):
    """What a text asks for.

    A name matches it only if it has one of the ``wholes``; or a word like each of the ``words``; or
    a word like each of the ``surname``'s and one of the ``initials``, where there are any.
    """

    wholes: frozenset[str]
    words: tuple[AskedWord, ...]
    surname: tuple[AskedWord, ...]
    initials: frozenset[str]


def ask(text: str) -> Asked:
    """What is to be looked up for a text; nothing for one without letters. Never fails."""
    name = parse(text)
    lengths = [len(word.text) for word in name.words]
    words = []
    for at, word in enumerate(name.words):
        is_last = at == len(lengths) - 1
        words.append(_asked(word, is_open=is_last and max(lengths) >= SHORTEST_HEARD))
    return Asked(
        wholes=frozenset(whole[:LONGEST_WORD] for whole in (name.folded, name.compact) if whole),
        words=tuple(words),
        surname=tuple(each for each in words if each.word.is_surname),
        initials=frozenset().union(*map(initials, name.given[:1])),
    )


def _asked(word: Word, *, is_open: bool) -> AskedWord:
    if has_digit(word.text):
        return AskedWord(word, frozenset(), frozenset(), 0, is_open=False)
    found_by = grams(word)
    return AskedWord(word, codes(word), found_by, ceil(LEAST_SIMILARITY * len(found_by)), is_open)
