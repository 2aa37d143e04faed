"""Names: how a name is folded, which keys are stored for it, and how well it answers a search.

A person is to be found under any spelling: in Cyrillic or Latin, by any transliteration, with or
without diacritics, with typing errors, by initials and surname. In reading order: ``fold`` (one
plain Latin form), ``trigram`` (likeness of letters), ``sound`` (the Daitch-Mokotoff codes),
``readings`` (other ways to read a word), ``parts`` (given names and surname), ``keys`` (what is
stored and looked up), ``matching`` (how well a name answers), ``explaining`` (why, in a sentence).

To search: read the names that share a key with ``query_keys(text)``, and rank them with ``match``.
Every name that matches shares at least one key. One that shares ``gram`` keys only must have three
tenths of the trigrams of a word of the query, so those that share most are read first.
"""

from .explaining import explain
from .fold import fold, words
from .keys import Key, keys, query_keys
from .matching import Match, match
from .sound import daitch_mokotoff
from .trigram import trigrams

__all__ = [
    "Key",
    "Match",
    "daitch_mokotoff",
    "explain",
    "fold",
    "keys",
    "match",
    "query_keys",
    "trigrams",
    "words",
]
