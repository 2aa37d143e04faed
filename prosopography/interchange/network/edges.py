"""The edges as a table, under the headers by which Gephi knows them."""

from prosopography.queries.network import Network

from .values import label, lines, of_edge, weight

_COLUMNS = ("Source", "Target", "Type", "Weight", "Label", "Certain", "By", "Claims")


def write(network: Network, title: str) -> str:
    """A row for each edge; the title has no place in it."""
    rows = []
    for tie in network.ties:
        values = {name.capitalize(): value for name, value in of_edge(tie).items()}
        ends = {"Source": tie.one.slug, "Target": tie.other.slug, "Type": "Undirected"}
        rows.append({**ends, "Weight": weight(tie), "Label": label(tie), **values})
    return lines(rows, _COLUMNS)
