"""Keys: what is stored for a name, and what a search looks up; each a row of one plain table."""

from typing import NamedTuple

from .parts import LONGEST_WORD, Name, opening_letters, parse
from .readings import is_telling
from .trigram import word_trigrams

# Below this length a word is found by its letters alone: what sounds or looks like it is too much.
SHORTEST_HEARD = 3


class Key(NamedTuple):
    """One way of finding a name. A value has at most 200 characters.

    The kinds: ``whole``, the folded name, with and without its blanks; ``word``, a folded word;
    ``sound``, a Daitch-Mokotoff code of a word; ``gram``, a trigram; ``initial``, the initial of
    the first given name with a code of the surname ("i 463670").
    """

    kind: str
    value: str


def keys(name: str) -> frozenset[Key]:
    """All keys that are stored for one form of a name; none for a form without letters."""
    parsed = parse(name)
    return _keys_but_grams(parsed) | _grams(parsed, shortest=1)


def query_keys(text: str) -> frozenset[Key]:
    """The keys that a search for this text looks up: those of the name but the trigrams of words
    under three letters, which would bring half of all names and make none of them match.
    """
    parsed = parse(text)
    return _keys_but_grams(parsed) | _grams(parsed, shortest=SHORTEST_HEARD)


def _keys_but_grams(name: Name) -> frozenset[Key]:
    if not name.words:
        return frozenset()
    return frozenset(
        [Key("whole", whole[:LONGEST_WORD]) for whole in (name.folded, name.compact)]
        + [Key("word", word.text) for word in name.words]
        + [
            Key("sound", code)
            for word in name.words
            if len(word.text) >= SHORTEST_HEARD
            for code in word.sounds
            if is_telling(code)
        ]
        + [Key("initial", value) for value in _initials(name)]
    )


def _grams(name: Name, *, shortest: int) -> frozenset[Key]:
    return frozenset(
        Key("gram", gram)
        for word in name.words
        if len(word.text) >= shortest
        for gram in word_trigrams(word.text)
    )


def _initials(name: Name) -> list[str]:
    """The first given name's initials with each code of the surname, or with the surname itself."""
    return [
        f"{letter} {code}"[:LONGEST_WORD]
        for given in name.given[:1]
        for letter in opening_letters(given)
        for surname in name.surname
        for code in surname.sounds or {surname.text}
    ]
