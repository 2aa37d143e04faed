"""Keys: what is stored for a name, and for each word of a name; rows of two plain tables."""

from typing import NamedTuple

from .parts import LONGEST_WORD, Name, Word, opening_letters, parse, weight
from .readings import is_telling
from .trigram import word_trigrams

# Below this length a word is found by its letters alone: what sounds or looks like it is too much.
SHORTEST_HEARD = 3


class Key(NamedTuple):
    """One way of finding a name. A value has at most 200 characters.

    The kinds: ``whole``, the folded name, with and without its blanks; ``word``, a folded word;
    ``initial``, the first letter of the first given name, and the first digits of its codes. The
    weight of a word, 0 to 1000, tells which of two names that have it is the better answer: one
    whose surname it is, then one with fewer other words.
    """

    kind: str
    value: str
    weight: int


class WordKey(NamedTuple):
    """One way of finding a word that stands in names, whichever they are.

    The kinds: ``word``, the folded word itself; ``sound``, a Daitch-Mokotoff code; ``gram``, a
    trigram. A word of fewer than three letters has none.
    """

    word: str
    kind: str
    value: str


def keys(name: str) -> frozenset[Key]:
    """All keys that are stored for one form of a name; none for a form without letters."""
    parsed = parse(name)
    if not parsed.words:
        return frozenset()
    return frozenset(
        [Key("whole", whole[:LONGEST_WORD], 0) for whole in (parsed.folded, parsed.compact)]
        + [Key("word", word.text, _weight(word, parsed)) for word in parsed.words]
        + [Key("initial", value, 0) for given in parsed.given[:1] for value in initials(given)]
    )


def word_keys(name: str) -> frozenset[WordKey]:
    """The keys under which the words of a name are found, in all their readings."""
    return frozenset(
        WordKey(word.text, kind, value)
        for word in parse(name).words
        for kind, values in (("word", {word.text}), ("sound", codes(word)), ("gram", grams(word)))
        for value in values
        if len(word.text) >= SHORTEST_HEARD
    )


def codes(word: Word) -> frozenset[str]:
    """The codes by whose sound a word can be found; none for a word under three letters."""
    if len(word.text) < SHORTEST_HEARD:
        return frozenset()
    return frozenset(filter(is_telling, word.sounds))


def grams(word: Word) -> frozenset[str]:
    """The trigrams by which a word can be found; none for a word under three letters."""
    return word_trigrams(word.text) if len(word.text) >= SHORTEST_HEARD else frozenset()


def initials(given: Word) -> frozenset[str]:
    """The letters by which a given name can be abbreviated, and the digits that its sound begins with.

    Two given names that sound alike, or of which one is the initial of the other, share one.
    """
    digits = (code[0] for code in given.sounds if len(given.text) >= SHORTEST_HEARD)
    return opening_letters(given).union(digits)


def _weight(word: Word, name: Name) -> int:
    # As ``matching`` scores it: two parts for the surname, one for the share of the name.
    return round(1000 * (2 * word.is_surname + weight([word]) / weight(name.words)) / 3)
