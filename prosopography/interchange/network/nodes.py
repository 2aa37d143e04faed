"""The nodes as a table, under the headers by which Gephi knows them."""

from prosopography.queries.network import Network

from .values import OF_NODE, lines, of_node

_COLUMNS = ("Id", "Label", *(name.capitalize() for name in OF_NODE))


def write(network: Network, title: str) -> str:
    """A row for each person; the title has no place in it."""
    rows = []
    for node in network.nodes:
        values = {name.capitalize(): value for name, value in of_node(node).items()}
        rows.append({"Distance": "", **values, "Id": node.person.slug, "Label": node.person.label})
    return lines(rows, _COLUMNS)
