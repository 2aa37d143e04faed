"""Folding: one plain Latin form in which spellings of different scripts can be compared."""

import re
import unicodedata

from anyascii import anyascii

# The soft sign is an apostrophe in scholarly transliteration: it stands inside a word and is
# dropped, never a blank. The acute accent as a letter of its own would become one under NFKC.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼʹʺ′`´ʻʽʾʿ＇"))

# What NFKC leaves alone after a letter and a reader does not see as a letter: grave and acute
# stress marks (И́вар), soft hyphen, zero-width space and joiners, byte order mark.
_INVISIBLE = dict.fromkeys([0x300, 0x301, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])

_NOT_IN_WORDS = re.compile(r"[^a-z0-9]+")


def compose(name: str) -> str:
    """The name in Unicode's form NFKC, without stress marks, apostrophes and invisible characters.

    Letters, case, blanks and all other punctuation stay. (Unicode Standard Annex 15.)
    """
    composed = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES))
    return composed.translate(_APOSTROPHES).translate(_INVISIBLE)


def romanise(composed: str) -> str:
    """A composed name in lower-case ASCII letters, with its blanks and punctuation.

    Old and new orthography, Ukrainian and Latvian letters, Greek, Arabic or Han are each written
    with the letters that ``anyascii`` gives them; what it does not know is left out.
    """
    return anyascii(composed).translate(_APOSTROPHES).lower()


def fold(name: str) -> str:
    """The name in lower-case ASCII letters and digits, one blank between words; "" for nothing.

    "Троцкий" is "trotskiy", "Zinov'ev" is "zinovev", "Antonov-Ovseenko" is "antonov ovseenko".
    Never fails; folding twice changes nothing more.
    """
    return _NOT_IN_WORDS.sub(" ", romanise(compose(name))).strip()


def words(name: str) -> tuple[str, ...]:
    """The words of the folded name, in order; an initial is a word of one letter."""
    return tuple(fold(name).split())
