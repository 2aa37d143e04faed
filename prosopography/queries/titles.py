"""Finding roles and sources by their words: what has no names that sources give.

A role is found by its labels, a source by its label, title, authors and the file of its document. Every
word that is asked for must stand in them, or begin a word of them; there are no stored keys.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from prosopography import names

from .address import TABLES, visible
from .search import Hit, said, search

#: In which columns the words of a text are looked for.
WORDS = {
    "role": ("label", "converse_label"),
    "source": ("label", "title", "authors", "file"),
}
#: What somebody may call the file of a source beside its number: document 003, документ 003.
_CALLED = frozenset(names.words("document text file документ текст файл"))
#: So many letters of the name of a file tell it from others.
_TELLING = 3
#: What a source is worth whose words stand in several of its columns.
_SCATTERED = names.Match(0.4, "exact")


def by_words(rows: QuerySet, text: str, columns: tuple[str, ...]) -> list[int]:
    """Those of the rows in whose columns every word of a text stands, in their order; one query.

    Words are compared as ``names.fold`` writes them, and may be the beginning of a word.
    """
    return [key for key, *_ in _holding(rows, text, columns)]


def found_under(text: str, noun: str, limit: int) -> list[Hit]:
    """The rows of any noun that are found under a text, the best first; the queries of its search."""
    return search_words(text, noun)[:limit] if noun in WORDS else search(text, noun, limit=limit)


def search_words(text: str, noun: str) -> list[Hit]:
    """The roles or sources of this text, the best first, each with where it stands; one query.

    Only what the public may see. What is equally good comes in the order of the table.
    """
    columns = WORDS[noun]
    hits = [
        _best(key, text, dict(zip(columns, texts, strict=True)))
        for key, *texts in _holding(visible(TABLES[noun]), text, columns)
    ]
    return sorted(hits, key=lambda hit: -hit.score)


def _holding(rows: QuerySet, text: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """The keys and the columns of the rows that hold every word of a text; one query."""
    asked = names.words(text)
    if not asked:
        return []
    found = []
    for key, *texts in rows.values_list("pk", *columns):
        stand = [_standing(asked, *each) for each in zip(columns, texts, strict=True)]
        if set().union(*stand).issuperset(asked):
            found.append((key, *texts))
    return found


def _standing(asked: Sequence[str], column: str, text: str) -> set[str]:
    """Which of the words stand in a column, or begin a word of it."""
    if not text:
        return set()
    if column != "file":
        there = names.words(text)
        return {each for each in asked if any(word.startswith(each) for word in there)}
    called = {each for each in asked if each in _CALLED}
    return called | {
        each for each in asked if any(_is_part(each, word) for word in names.words(text))
    }


def _is_part(asked: str, word: str) -> bool:
    """Whether a word means a part of the name of a file: its number, or as much as tells it."""
    if asked.isdecimal() and word.isdecimal() and int(asked) == int(word):
        return True
    return len(asked) >= _TELLING and word.startswith(asked)


def _best(key: int, text: str, columns: dict[str, str]) -> Hit:
    """The column in which the text stands best; the first, where it needs several of them."""
    asked = names.words(text)
    found = [
        (_match(column, text, value), column, value)
        for column, value in columns.items()
        if _standing(asked, column, value).issuperset(asked)
    ]
    match, column, value = max(found, key=lambda each: each[0].score, default=(None, "", ""))
    if match is None:
        label = columns["label"]
        told = gettext("All of “{query}” stands in what is said of it.").format(query=text)
        return Hit(key, _SCATTERED.score, _SCATTERED.how, label, told)
    if column == "file":
        name = _number(asked, value)
        told = gettext("“{query}” is its document “{file}”.").format(query=text, file=value)
        return Hit(key, match.score, match.how, name, told, column)
    told = said(names.reason(match.how, text, value))
    return Hit(key, match.score, match.how, value, told, column)


def _match(column: str, text: str, value: str) -> names.Match:
    """How well a column answers in which every word of the text stands, or begins a word."""
    if column == "file":
        return names.Match(0.9, "exact")
    return names.match(text, value) or names.Match(0.42, "prefix")


def _number(asked: Sequence[str], file: str) -> str:
    """What of the name of a file was asked for, or the whole name: 003."""
    words = [word for word in names.words(file) if any(_is_part(each, word) for each in asked)]
    return " ".join(words) or file
