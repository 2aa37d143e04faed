"""GraphML, as http://graphml.graphdrawing.org/ describes it."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from prosopography.queries.network import Network

from .values import OF_EDGE, OF_NODE, label, of_edge, of_node, weight

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {
    "node": {"label": "string", **OF_NODE},
    "edge": {"weight": "int", "label": "string", **OF_EDGE},
}


def write(network: Network, title: str) -> str:
    """The network; its values are declared before they come."""
    root = Element("graphml", xmlns=_NAMESPACE)
    SubElement(root, "desc").text = title
    for noun, columns in _KEYS.items():
        for name, kind in columns.items():
            declared = {"id": f"{noun}_{name}", "for": noun}
            SubElement(root, "key", {**declared, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", id="network", edgedefault="undirected")
    for node in network.nodes:
        element = SubElement(graph, "node", id=node.person.slug)
        _data(element, "node", {"label": node.person.label, **of_node(node)})
    for tie in network.ties:
        element = SubElement(graph, "edge", source=tie.one.slug, target=tie.other.slug)
        _data(element, "edge", {"weight": weight(tie), "label": label(tie), **of_edge(tie)})
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _data(element: Element, noun: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        SubElement(element, "data", key=f"{noun}_{name}").text = value
