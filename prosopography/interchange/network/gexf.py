"""GEXF 1.3, as https://gexf.net/ describes it."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from prosopography.queries.network import Network

from .values import OF_EDGE, OF_NODE, label, of_edge, of_node, weight

_NAMESPACE = "http://gexf.net/1.3"
#: What this format calls the types.
_TYPES = {"int": "integer", "boolean": "boolean", "string": "string"}


def write(network: Network, title: str) -> str:
    """The network; the values of nodes and of edges are declared before they come."""
    root = Element("gexf", xmlns=_NAMESPACE, version="1.3")
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Prosopography"
    SubElement(meta, "description").text = title
    graph = SubElement(root, "graph", mode="static", defaultedgetype="undirected")
    for noun, columns in (("node", OF_NODE), ("edge", OF_EDGE)):
        declared = SubElement(graph, "attributes", {"class": noun, "mode": "static"})
        for name, kind in columns.items():
            SubElement(declared, "attribute", id=name, title=name, type=_TYPES[kind])
    nodes = SubElement(graph, "nodes")
    for node in network.nodes:
        element = SubElement(nodes, "node", id=node.person.slug, label=node.person.label)
        _values(element, of_node(node))
    edges = SubElement(graph, "edges")
    for number, tie in enumerate(network.ties):
        element = SubElement(
            edges,
            "edge",
            id=str(number),
            source=tie.one.slug,
            target=tie.other.slug,
            weight=weight(tie),
            label=label(tie),
        )
        _values(element, of_edge(tie))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _values(element: Element, values: dict[str, str]) -> None:
    told = SubElement(element, "attvalues")
    for name, value in values.items():
        SubElement(told, "attvalue", {"for": name, "value": value})
