"""Explaining: a sentence that tells a reader why a name was found."""

from .fold import fold
from .matching import pair
from .parts import parse

_SENTENCES = {
    "spelling": "“{query}” is another spelling of {found}.",
    "sound": "“{query}” sounds like {found}.",
    "similar": "“{query}” is spelled almost like {found}.",
    "initials": "“{query}” fits the initials and the surname of {found}.",
    "prefix": "“{query}” can be completed to {found}.",
}
# What stands around a word and is no part of it.
_AROUND = ".,;:()[]“”„‘’\"'"


def explain(how: str, query: str, name: str) -> str:
    """One English sentence that says in which way the name answers the query; plain text.

    ``how`` is that of a ``Match`` of the two. An unknown one is a ``ValueError``.
    """
    query, name = " ".join(query.split()), " ".join(name.split())
    if how == "exact":
        whole = fold(query) == fold(name)
        return f"“{query}” is this name." if whole else f"“{query}” is part of “{name}”."
    if how not in _SENTENCES:
        raise ValueError(f"{how!r} is not a way in which a name can match")
    return _SENTENCES[how].format(query=query, found=_found(query, name))


def _found(query: str, name: str) -> str:
    """The name in quotes; before it the one word of it that answers a query of one word."""
    asked, stored = parse(query), parse(name)
    if len(asked.words) != 1 or asked.compact == stored.compact:
        return f"“{name}”"
    pairs = pair(asked.words, stored.words)
    if not pairs or len(stored.words) == 1:
        return f"“{name}”"
    answering = stored.words[pairs[0].stored].text
    for part in name.split():
        if answering in fold(part).split():
            return f"“{part.strip(_AROUND)}” in “{name}”"
    return f"“{name}”"
