"""What a glossary is made of."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Term:
    """A term: what names it in an address, what it is called, and what it means."""

    slug: str
    name: Any  # text, or a translation of it
    text: Any
    see: tuple[str, ...] = ()  # the slugs of terms that help to understand it


@dataclass(frozen=True)
class Chapter:
    """Terms that belong together, in the order in which one explains the next."""

    slug: str
    title: Any
    terms: tuple[Term, ...]


def term(slug: str, name: Any, text: Any, *see: str) -> Term:
    """A term, with those to see."""
    return Term(slug, name, text, see)
