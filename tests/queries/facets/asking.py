"""Asking a list with facets, in short."""

from typing import Any

from prosopography.queries.facets import LISTINGS, Asked, narrowed, offered


def asking(noun: str = "person", **words: Any) -> Asked:
    """What is asked, out of the words of facets and the other columns of ``Asked``."""
    how = {name: words.pop(name) for name in ("certain", "doubtful", "witnesses") if name in words}
    listing = LISTINGS[noun]()
    chosen = {name: listing.facet(name).read(each.split(",")) for name, each in words.items()}
    return Asked(chosen=chosen, **how)


def found(noun: str = "person", **words: Any) -> list[str]:
    """The slugs of the rows that are asked for, in their order."""
    return [row.slug for row in narrowed(LISTINGS[noun](), asking(noun, **words))]


def counted(name: str, noun: str = "person", **words: Any) -> dict[str, int]:
    """What a facet offers, with how many rows remain, in the order of the page."""
    offers = offered(LISTINGS[noun](), asking(noun, **words), {name})[name]
    return {each.word: each.number for each in offers}
