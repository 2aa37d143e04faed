"""Readings: the other ways in which a folded word is spelled for the same sound.

The Daitch-Mokotoff chart was made for German, Polish and Yiddish spellings. Each rule here adds the
spelling by which it hears what an English, French or scholarly transliteration means.
"""

import re
from functools import lru_cache

from .sound import daitch_mokotoff

# A pattern and its replacement; each is tried on the word and on what the rules before it gave.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Е and Ё at the start: Ельцин is Yeltsin, Jelzin and El'cin, Ёлкин is Yolkin and Elkin.
    (re.compile(r"^(?:[ijy](?=e)|y(?=o))"), ""),
    # A glide between vowels is written or not: Ovseyenko, Owsejenko, Ovseenko; Badaev, Badayev.
    (re.compile(r"(?<=[aeou])[ijy](?=[aeou])"), ""),
    # French j after a vowel, which the chart takes for a diphthong: Preobrajensky.
    (re.compile(r"(?<=[aeou])j(?=[aeiouy])"), "zh"),
    # The chart reads Polish rz and rs before it can see zh and sh: Dzerzhinsky is Dzierżyński.
    (re.compile(r"r([sz])h"), r"r\1"),
    # French and Serbian dj is one sound: Djerzinski, Djilas.
    (re.compile(r"dj"), "dz"),
)


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[str, ...]:
    """The folded word and its other spellings, the word first; often it is the only one."""
    found = [word]
    for pattern, replacement in _RULES:
        found += [pattern.sub(replacement, reading) for reading in found]
        found = list(dict.fromkeys(found))
    return tuple(found)


@lru_cache(maxsize=16384)
def sounds(word: str) -> frozenset[str]:
    """The Daitch-Mokotoff codes of all readings of a folded word."""
    return frozenset(code for reading in readings(word) for code in daitch_mokotoff(reading))


def is_telling(code: str) -> bool:
    """Whether a code holds enough to find a name by: at least two coded consonants.

    One consonant is the sound of too many short words: "Ann", "Emma" and "Nye" are all alike.
    """
    return len(code.replace("0", "")) >= 2
