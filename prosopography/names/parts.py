"""The parts of a name: its words, which of them is the surname, and which are initials."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .fold import compose, romanise
from .readings import sounds

# No name is longer; the bound keeps the work on a pasted page of text small.
_LONGEST_NAME = 1000
# What fits into a stored key.
LONGEST_WORD = 200
# What the surname counts against a given name.
_SURNAME_WEIGHT = 1.5

# Letters whose plain form loses a sound, with what else they are read as: Polish nasals, Czech ř,
# Romanian ț, Serbian đ, and г, which is h in Ukrainian.
_SECOND_READING = str.maketrans(
    {
        "ą": "an",
        "Ą": "An",
        "ę": "en",
        "Ę": "En",
        "ř": "rz",
        "Ř": "Rz",
        "ț": "ts",
        "Ț": "Ts",
        "ţ": "ts",
        "Ţ": "Ts",
        "đ": "dz",
        "Đ": "Dz",
        "г": "h",
        "Г": "H",
    }
)

_WORD = re.compile(r"([a-z0-9]+)(\.?)")
_RAW_BREAK = re.compile(r"[\W_]+")

# One Cyrillic letter that is two or three in Latin: Ya. Drobnis, Yu. Piatakov, Kh. Rakovskii.
_DIGRAPHS = re.compile(r"[ijy][aeu]|[ckpst]h|sch|shch|t[sz]|tsch|zh")
# Davidovich, Dawidowitsch, Davidovitch, Dawidowicz, Davidovič; Nikitich; Vasilievna, Ilyinichna.
_PATRONYMIC = re.compile(
    r"[a-z]{2,}(?:[vw][iy](?:tsch|tch|cz|ch|c)|[iy](?:tsch|tch|ch)|[eioy][vw]na|[iy]chna)"
)
_LONGEST_ABBREVIATION = 3


class Word(NamedTuple):
    """One folded word of a name; ``second`` is another folded form, or the same."""

    text: str
    second: str
    is_surname: bool
    is_initial: bool

    @property
    def sounds(self) -> frozenset[str]:
        """The Daitch-Mokotoff codes of the word, in all its readings."""
        return sounds(self.text) | sounds(self.second)


class Name(NamedTuple):
    """A name cut into words.

    ``plain`` is the name as written, but for case and blanks; ``raw_words`` are its words likewise.
    """

    words: tuple[Word, ...]
    folded: str
    plain: str
    raw_words: frozenset[str]

    @property
    def surname(self) -> tuple[Word, ...]:
        """The words of the surname; two in Antonov-Ovseenko."""
        return tuple(word for word in self.words if word.is_surname)

    @property
    def given(self) -> tuple[Word, ...]:
        """All other words, in order: given names, patronymic, initials."""
        return tuple(word for word in self.words if not word.is_surname)

    @property
    def compact(self) -> str:
        """The folded name without its blanks."""
        return self.folded.replace(" ", "")


def weight(words: Sequence[Word]) -> float:
    """What these words of a name count together."""
    return sum(_SURNAME_WEIGHT if word.is_surname else 1.0 for word in words)


class _Token(NamedTuple):
    text: str
    has_dot: bool
    before: str  # what stands between the word before and this one


@lru_cache(maxsize=1024)
def parse(name: str) -> Name:
    """The parts of a name; of a text longer than any name, those of its beginning.

    The surname is what stands before a comma; else the first word, if only initials follow it or
    given name and patronymic do; else the last word, with what hyphens join to it. What follows in
    brackets is no part of it.
    """
    composed = compose(name[:_LONGEST_NAME])
    tokens = _tokens(composed)
    seconds = _seconds(composed, tokens)
    surname = _surname(tokens)
    plain = " ".join(composed.casefold().split())
    return Name(
        tuple(
            Word(token.text, other.text, at in surname, _is_initial(token))
            for at, (token, other) in enumerate(zip(tokens, seconds, strict=True))
        ),
        " ".join(token.text for token in tokens),
        plain,
        frozenset(_RAW_BREAK.split(plain)) - {""},
    )


def _tokens(composed: str) -> list[_Token]:
    romanised = romanise(composed)[:_LONGEST_NAME]
    tokens, end = [], 0
    for found in _WORD.finditer(romanised):
        text = found[1][:LONGEST_WORD]
        tokens.append(_Token(text, found[2] != "", romanised[end : found.start()]))
        end = found.end()
    return tokens


def _seconds(composed: str, tokens: list[_Token]) -> list[_Token]:
    second = composed.translate(_SECOND_READING)
    if second == composed:
        return tokens
    seconds = _tokens(second)
    # They differ in number only where the longer spelling was cut at the longest name.
    return seconds if len(seconds) == len(tokens) else tokens


def _is_initial(token: _Token) -> bool:
    text = token.text
    if not text.isalpha():
        return False
    abbreviated = token.has_dot and len(text) <= _LONGEST_ABBREVIATION
    return len(text) == 1 or abbreviated or _DIGRAPHS.fullmatch(text) is not None


def _surname(tokens: Sequence[_Token]) -> frozenset[int]:
    """The places of the words that make the surname; of a name of one word, that word."""
    bracket = next((at for at, token in enumerate(tokens) if at and _opens(token)), len(tokens))
    tokens = tokens[:bracket]
    if not tokens:
        return frozenset()
    comma = next((at for at, token in enumerate(tokens) if at and "," in token.before), 0)
    if comma:
        return frozenset(range(comma))
    groups = _hyphenated(tokens)
    return frozenset(groups[0] if _is_surname_first(tokens, groups) else groups[-1])


def _opens(token: _Token) -> bool:
    return "(" in token.before or "[" in token.before


def _hyphenated(tokens: Sequence[_Token]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at, token in enumerate(tokens):
        if groups and token.before == "-":
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _is_surname_first(tokens: Sequence[_Token], groups: Sequence[Sequence[int]]) -> bool:
    first, *rest = [[tokens[at] for at in group] for group in groups]
    if not rest or all(map(_is_initial, first)):
        return False
    if all(_is_initial(token) for group in rest for token in group):
        return True
    # Троцкий Лев Давидович; but in Roman Arkadyevich Abramovich the last word is the surname.
    given, last = rest[0], rest[-1]
    return (
        len(rest) == 2
        and _is_patronymic(last)
        and not _is_patronymic(given)
        and not all(map(_is_initial, given))
    )


def _is_patronymic(group: Sequence[_Token]) -> bool:
    return len(group) == 1 and _PATRONYMIC.fullmatch(group[0].text) is not None


def opening_letters(word: Word) -> frozenset[str]:
    """The letters that may stand for a given name as its initial, in one form for all spellings.

    Y, J and I are one letter (Yakov, Jakow, Iakov), so are V and W, C, K and Q. Yevgeni has two
    initials, because it is Evgeni as well; and a bare Y or J may mean either.
    """
    opened = _opening(word.text)[:1]
    if word.text in {"y", "j"} or word.text[:2] in {"ye", "je", "ie"}:
        return frozenset({opened, "e", "i"})
    return frozenset({opened})


def stands_for(one: Word, other: Word) -> bool:
    """Whether one of two given names is the initial or the abbreviation of the other."""
    if not (one.is_initial or other.is_initial):
        return False
    if not opening_letters(one) & opening_letters(other):
        return False
    short, long = sorted((one.text, other.text), key=len)
    return len(short) == 1 or _opening(long).startswith(_opening(short))


def _opening(text: str) -> str:
    if text[:1] in {"y", "j", "i"}:
        return "e" + text[2:] if text[1:2] == "e" else "i" + text[1:]
    return {"w": "v", "c": "k", "q": "k"}.get(text[:1], text[:1]) + text[1:]
