"""Text within text, in capitals or not, in any script, the same on both databases."""

import re

from django.db.models import Q


def contains(column: str, text: str) -> Q:
    """The rows whose column contains the text, letter for letter but for capitals.

    SQLite's LIKE knows no capitals but A to Z, so that ``icontains`` would find “СМИЛГА” under
    “смилга” on PostgreSQL only; regular expressions are case-blind in every script on both.
    """
    return Q(**{f"{column}__iregex": re.escape(text)})
