"""Explaining: a sentence that tells a reader why a name was found."""

from typing import NamedTuple

from .fold import fold
from .matching import pair
from .parts import parse


class Reason(NamedTuple):
    """A sentence with placeholders, and what fills them."""

    pattern: str
    words: dict[str, str]


def noop(text: str) -> str:
    """The same text, marked for the catalogue of translations: whoever shows it translates it."""
    return text


#: Of the whole name, and of one word of it.
_SENTENCES = {
    "spelling": (
        noop("“{query}” is another spelling of “{name}”."),
        noop("“{query}” is another spelling of “{part}” in “{name}”."),
    ),
    "sound": (
        noop("“{query}” sounds like “{name}”."),
        noop("“{query}” sounds like “{part}” in “{name}”."),
    ),
    "similar": (
        noop("“{query}” is spelled almost like “{name}”."),
        noop("“{query}” is spelled almost like “{part}” in “{name}”."),
    ),
    "initials": (
        noop("“{query}” fits the initials and the surname of “{name}”."),
        noop("“{query}” fits the initials and the surname of “{part}” in “{name}”."),
    ),
    "prefix": (
        noop("“{query}” can be completed to “{name}”."),
        noop("“{query}” can be completed to “{part}” in “{name}”."),
    ),
    "exact": (noop("“{query}” is this name."), noop("“{query}” is part of “{name}”.")),
}
# What stands around a word and is no part of it.
_AROUND = ".,;:()[]“”„‘’\"'"


def explain(how: str, query: str, name: str) -> str:
    """One English sentence that says in which way the name answers the query; plain text.

    ``how`` is that of a ``Match`` of the two. An unknown one is a ``ValueError``.
    """
    found = reason(how, query, name)
    return found.pattern.format(**found.words)


def reason(how: str, query: str, name: str) -> Reason:
    """The sentence of ``explain`` before it is filled in, for whoever says it in another language."""
    query, name = " ".join(query.split()), " ".join(name.split())
    if how not in _SENTENCES:
        raise ValueError(f"{how!r} is not a way in which a name can match")
    whole, of_part = _SENTENCES[how]
    if how == "exact":
        pattern = whole if fold(query) == fold(name) else of_part
        return Reason(pattern, {"query": query, "name": name})
    part = _part(query, name)
    words = {"query": query, "name": name, "part": part}
    return Reason(of_part if part else whole, words)


def _part(query: str, name: str) -> str:
    """The one word of the name that answers a query of one word; empty if that is the whole name."""
    asked, stored = parse(query), parse(name)
    if len(asked.words) != 1 or asked.compact == stored.compact:
        return ""
    pairs = pair(asked.words, stored.words)
    if not pairs or len(stored.words) == 1:
        return ""
    answering = stored.words[pairs[0].stored].text
    for part in name.split():
        if answering in fold(part).split():
            return part.strip(_AROUND)
    return ""
