"""Turtle, as https://www.w3.org/TR/turtle/ describes it."""

from rdflib import Graph

from .addresses import Addresses


def write(graph: Graph, addresses: Addresses) -> str:
    """The graph as text."""
    return graph.serialize(format="turtle")
