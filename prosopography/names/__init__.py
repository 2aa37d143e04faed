"""Names: how a name is folded, which keys are stored for it, and how well it answers a search.

A person is to be found under any spelling: in Cyrillic or Latin, by any transliteration, with or
without diacritics, with typing errors, by initials and surname. In reading order: ``fold`` (one
plain Latin form), ``trigram`` (likeness of letters), ``sound`` (the Daitch-Mokotoff codes),
``readings`` (other ways to read a word), ``parts`` (given names and surname), ``keys`` (what is
stored), ``matching`` (how well a name answers), ``asking`` (what is looked up), ``ordinals`` (the same
number in other signs), ``explaining`` (why, in a sentence).

To search: read the names that hold what ``ask(text)`` says, the most promising first (``promise``),
and rank them with ``match``. Every name that matches is among them.
"""

from .asking import Asked, AskedWord, ask
from .explaining import Reason, explain, reason
from .fold import fold, words
from .keys import Key, WordKey, keys, word_keys
from .matching import Match, Promise, match, promise
from .ordinals import Reading
from .ordinals import readings as ordinal_readings
from .sound import daitch_mokotoff

__all__ = [
    "Asked",
    "AskedWord",
    "Key",
    "Match",
    "Promise",
    "Reading",
    "Reason",
    "WordKey",
    "ask",
    "daitch_mokotoff",
    "explain",
    "fold",
    "keys",
    "match",
    "ordinal_readings",
    "promise",
    "reason",
    "word_keys",
    "words",
]
