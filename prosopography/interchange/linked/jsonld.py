"""JSON-LD, as https://www.w3.org/TR/json-ld11/ describes it; its context stands in the file."""

import json
from typing import Any

from rdflib import Graph

from .addresses import Addresses
from .terms import OWN, PREFIXES


def write(graph: Graph, addresses: Addresses) -> str:
    """The graph as text; nothing has to be fetched to understand it."""
    context = {**PREFIXES, OWN: addresses.words}
    text = graph.serialize(format="json-ld", context=context, auto_compact=True)
    return json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1, sort_keys=True)


def _ordered(value: Any) -> Any:
    """The same with its lists in order: in a graph nothing is first, in a file it should not vary."""
    if isinstance(value, dict):
        return {name: _ordered(each) for name, each in value.items()}
    if isinstance(value, list):
        return sorted((_ordered(each) for each in value), key=json.dumps)
    return value
