"""Networks for other programs: the structure that each format documents, and what stands in it."""

import csv
from io import StringIO
from xml.etree.ElementTree import XML, Element

import pytest

from prosopography.interchange.network import FORMATS
from prosopography.queries.links import EVERYTHING
from prosopography.queries.network import Network, around, within
from tests import cast

pytestmark = pytest.mark.django_db

GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}
GEXF = {"g": "http://gexf.net/1.3"}


@pytest.fixture
def network() -> Network:
    """Smilga supported Trotsky, and perhaps sat with “A & Co”."""
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    role = cast.role("supporter-of")
    cast.claim("relationship", person=smilga, related_person=trotsky, role=role)
    cast.tenure(smilga, edtf=""), cast.tenure(cast.person("a-co", "=A & “Co” <Смилга>"), edtf="")
    return around(smilga, 1, EVERYTHING)


def identifiers(network: Network) -> list[str]:
    return [" ".join(tie.ways[0].claims) for tie in network.ties]


def text(network: Network, name: str) -> str:
    return FORMATS[name][1](network, "Network of Ivar Smilga & others")


def parsed(network: Network, name: str) -> Element:
    return XML(text(network, name).encode())


def test_graphml_declares_its_keys_and_holds_every_node_and_edge(network: Network) -> None:
    root = parsed(network, "graphml")
    assert root.tag == "{http://graphml.graphdrawing.org/xmlns}graphml"
    assert [child.tag.partition("}")[2] for child in root] == ["desc", *["key"] * 8, "graph"]
    keys = {
        key.get("id"): (key.get("for"), key.get("attr.name"), key.get("attr.type"))
        for key in root.findall("g:key", GRAPHML)
    }
    assert keys["edge_weight"] == ("edge", "weight", "int")
    assert keys["node_certain"] == ("node", "certain", "boolean")
    [graph] = root.findall("g:graph", GRAPHML)
    assert graph.get("edgedefault") == "undirected"
    nodes = {
        node.get("id"): {each.get("key"): each.text for each in node}
        for node in graph.findall("g:node", GRAPHML)
    }
    assert nodes == {
        "ivar-smilga": told("Ivar Smilga", "0", "true"),
        "a-co": told("=A & “Co” <Смилга>", "1", "false"),
        "leon-trotsky": told("Leon Trotsky", "1", "true"),
    }
    edges = graph.findall("g:edge", GRAPHML)
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [
        ("ivar-smilga", "a-co"),
        ("ivar-smilga", "leon-trotsky"),
    ]
    used = {each.get("key") for edge in edges for each in edge}
    assert used | {key for node in nodes.values() for key in node} == set(keys)
    values = [{each.get("key"): each.text for each in edge} for edge in edges]
    assert values[0] == {
        "edge_weight": "1",
        "edge_label": "Tsentrobalt (possible)",
        "edge_certain": "false",
        "edge_by": "organisation",
        "edge_claims": identifiers(network)[0],
    }


def told(label: str, distance: str, certain: str) -> dict[str, str]:
    return {"node_label": label, "node_distance": distance, "node_certain": certain}


def test_gexf_declares_its_attributes_and_holds_every_node_and_edge(network: Network) -> None:
    root = parsed(network, "gexf")
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    [graph] = root.findall("g:graph", GEXF)
    assert (graph.get("mode"), graph.get("defaultedgetype")) == ("static", "undirected")
    declared = {
        (group.get("class"), each.get("id"), each.get("type"))
        for group in graph.findall("g:attributes", GEXF)
        for each in group
    }
    assert declared == {
        ("node", "distance", "integer"), ("node", "certain", "boolean"),
        ("edge", "certain", "boolean"), ("edge", "by", "string"), ("edge", "claims", "string"),
    }  # fmt: skip
    nodes = graph.findall("g:nodes/g:node", GEXF)
    assert [(node.get("id"), node.get("label")) for node in nodes] == [
        ("ivar-smilga", "Ivar Smilga"),
        ("a-co", "=A & “Co” <Смилга>"),
        ("leon-trotsky", "Leon Trotsky"),
    ]
    edges = graph.findall("g:edges/g:edge", GEXF)
    assert edges[1].attrib == {
        "id": "1",
        "source": "ivar-smilga",
        "target": "leon-trotsky",
        "weight": "1",
        "label": "supporter of",
    }
    values = {
        each.get("for"): each.get("value") for each in edges[1].iter(f"{{{GEXF['g']}}}attvalue")
    }
    assert values == {"certain": "true", "by": "relationship", "claims": identifiers(network)[1]}


def test_tables_have_the_headers_of_gephi_and_no_formula(network: Network) -> None:
    edges = list(csv.reader(StringIO(text(network, "edges.csv"))))
    one, two = identifiers(network)
    assert edges == [
        ["Source", "Target", "Type", "Weight", "Label", "Certain", "By", "Claims"],
        ["ivar-smilga", "a-co", "Undirected", "1", "Tsentrobalt (possible)", "false",
         "organisation", one],
        ["ivar-smilga", "leon-trotsky", "Undirected", "1", "supporter of", "true",
         "relationship", two],
    ]  # fmt: skip
    nodes = list(csv.reader(StringIO(text(network, "nodes.csv"))))
    assert nodes == [
        ["Id", "Label", "Distance", "Certain"],
        ["ivar-smilga", "Ivar Smilga", "0", "true"],
        ["a-co", "'=A & “Co” <Смилга>", "1", "false"],
        ["leon-trotsky", "Leon Trotsky", "1", "true"],
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_group_has_no_distances_and_may_be_empty(name: str) -> None:
    empty = text(within([], [], EVERYTHING), name)
    alone = text(within([cast.person().pk], [], EVERYTHING), name)
    assert empty.count("ivar-smilga") == 0
    assert alone.count("ivar-smilga") == (0 if name == "edges.csv" else 1)
