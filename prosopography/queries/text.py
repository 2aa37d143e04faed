"""Text within text, in capitals or not, in any script, the same on both databases."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.db.models import Q


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word which is not known; empty where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1)), "")


def contains(column: str, text: str) -> Q:
    """The rows whose column contains the text, letter for letter but for capitals.

    SQLite's LIKE knows no capitals but A to Z, so that ``icontains`` would find “СМИЛГА” under
    “смилга” on PostgreSQL only; regular expressions are case-blind in every script on both.
    """
    return Q(**{f"{column}__iregex": re.escape(text)})
