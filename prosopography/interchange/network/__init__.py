"""Networks for other programs, one module a format: each has ``write``, of a network its text.

GraphML is read by NetworkX, igraph and Gephi, GEXF by Gephi; the tables of edges and of nodes by all
of them and by spreadsheets. A node is a person, by the slug; an edge is all that links two persons.
"""

from collections.abc import Callable

from prosopography.queries.network import Network

from . import edges, gexf, graphml, nodes

#: The formats by the ends of their addresses: the media type, and what writes it.
FORMATS: dict[str, tuple[str, Callable[[Network, str], str]]] = {
    "graphml": ("application/graphml+xml; charset=utf-8", graphml.write),
    "gexf": ("application/gexf+xml; charset=utf-8", gexf.write),
    "edges.csv": ("text/csv; charset=utf-8", edges.write),
    "nodes.csv": ("text/csv; charset=utf-8", nodes.write),
}

__all__ = ["FORMATS"]
