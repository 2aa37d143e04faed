"""What a row is called in the language that is spoken: in the reader's script where the record has it.

In English that is the label. In a language that is written in another script, a person, a body, an
event or a place is called by a name that a source gives it in that script, if the record has a
public one; a role by its translation in the catalogue, if it has one there; all else by the label.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.translation import pgettext

from prosopography.models import Assertion, Polarity, Rank

from .language import spoken

#: The first word of the names of a script's letters (Unicode), by the languages written in it.
_SCRIPTS = {"ru": "CYRILLIC"}
#: The context of the labels of roles in the catalogue.
ROLE = "role"
_ACUTE = "\u0301"
_NOUNS = ("person", "organisation", "event", "place")

Names = dict[tuple[str, int], str]
#: What the rows are called, once somebody asked within ``speaking``; None before that.
_found: ContextVar[list[Names] | None] = ContextVar("found", default=None)


@contextmanager
def speaking() -> Iterator[None]:
    """Within it names in another script are looked up: once, by one query, if anybody asks."""
    token = _found.set([])
    try:
        yield
    finally:
        _found.reset(token)


def label_of(row: Any) -> str:
    """What the row is called. Outside of ``speaking``, and in English, without a query."""
    return label_by_key(row._meta.model_name, row.pk, row.label)


def label_by_key(noun: str, key: int, label: str) -> str:
    """As ``label_of``, of a row of which only that is read."""
    language = spoken()
    if language not in _SCRIPTS:
        return label
    if noun == "role":
        return pgettext(ROLE, label) if label else ""
    found = _found.get()
    if found is None or noun not in _NOUNS:
        return label
    if not found:
        found.append(_names(_SCRIPTS[language]))
    return found[0].get((noun, key), label)


def sort_label_of(row: Any) -> str:
    """What the row is called in a list that is sorted: as ``label_of``, in English the sort label."""
    label = getattr(row, "sort_label", row.label)
    return label_by_key(row._meta.model_name, row.pk, label)


def converse_label_of(role: Any) -> str:
    """What a relationship is called from the side of the other person; as ``label_of``."""
    return label_by_key("role", role.pk, role.converse_label)


def _names(script: str) -> Names:
    """Every row that has a name in the script, with the best of them; one query.

    The one that the editors prefer, else that of the most independent witnesses, else the one that
    was entered first. Marks of stress are left out: they tell how a name is said, not written.
    """
    claims = (
        Assertion.objects.public()
        .filter(kind="name", polarity=Polarity.AFFIRMED)
        .exclude(rank=Rank.DEPRECATED)
        .order_by("pk")
        .values_list("rank", "witnesses", "value", *(f"{noun}_id" for noun in _NOUNS))
    )
    best: dict[tuple[str, int], tuple[tuple[bool, int], str]] = {}
    for rank, witnesses, value, *keys in claims:
        if not _is_written_in(value, script):
            continue
        key = next((noun, pk) for noun, pk in zip(_NOUNS, keys, strict=True) if pk is not None)
        worth = (rank == Rank.PREFERRED, witnesses)
        if key not in best or worth > best[key][0]:
            best[key] = worth, value.replace(_ACUTE, "")
    return {key: name for key, (_, name) in best.items()}


def _is_written_in(text: str, script: str) -> bool:
    """Whether all its letters are of the script."""
    if text.isascii():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(
        unicodedata.name(letter, "").startswith(script) for letter in letters
    )
