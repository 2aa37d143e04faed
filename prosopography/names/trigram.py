"""Trigrams: how alike two spellings are, letter by letter; what finds typing errors."""

from functools import lru_cache

_SHORTEST_TRANSPOSED = 5


@lru_cache(maxsize=16384)
def word_trigrams(word: str) -> frozenset[str]:
    """The trigrams of one folded word, padded as PostgreSQL's pg_trgm does: “  a”, …, “z ”."""
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def similarity(one: str, other: str) -> float:
    """How alike two folded words are: the share of all their trigrams that both have, 0 to 1."""
    first, second = word_trigrams(one), word_trigrams(other)
    common = len(first & second)
    return common / (len(first) + len(second) - common)


def is_transposed(one: str, other: str) -> bool:
    """Whether two folded words differ by one exchange of neighbouring letters: Smigla, Smilga.

    The commonest slip of the keyboard, and the one for which trigrams of a short word are too
    strict. In a word of five letters or more it leaves three tenths of the trigrams in place.
    """
    if len(one) != len(other) or len(one) < _SHORTEST_TRANSPOSED:
        return False
    places = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(places) != 2:
        return False
    first, second = places
    return second == first + 1 and one[first : second + 1] == other[second] + other[first]
