"""Linked data, one module a format: each has ``write``, of a graph its text.

``terms`` are the words that are used, ``graph`` says a row in them, ``schema_org`` is what search
engines read in a page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rdflib import Graph

from . import jsonld, turtle
from .addresses import PLURALS, Addresses
from .graph import graph_of, vocabulary
from .terms import TERMS


@dataclass(frozen=True)
class Format:
    """A way to write linked data: its media type, what it is called, and what writes it."""

    media_type: str
    label: str
    write: Callable[[Graph, Addresses], str]


#: By the ends of their addresses.
FORMATS = {
    "jsonld": Format("application/ld+json", "JSON-LD", jsonld.write),
    "ttl": Format("text/turtle", "Turtle", turtle.write),
}

__all__ = ["FORMATS", "PLURALS", "TERMS", "Addresses", "Format", "graph_of", "vocabulary"]
