"""What is told of a node and of an edge, whatever the format."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from prosopography.queries.network import Node, Tie

from ..table import cell

#: The columns of a node and of an edge, with their types.
OF_NODE = {"distance": "int", "certain": "boolean"}
OF_EDGE = {"certain": "boolean", "by": "string", "claims": "string"}


def of_node(node: Node) -> dict[str, str]:
    """The values of a person; a group has no middle, and so no distance."""
    distance = {} if node.distance is None else {"distance": str(node.distance)}
    return {**distance, "certain": _yes_or_no(node.certain)}


def of_edge(tie: Tie) -> dict[str, str]:
    """The values of an edge: the sorts of its links, and the identifiers of all its claims."""
    claims = dict.fromkeys(claim for way in tie.ways for claim in way.claims)
    return {
        "certain": _yes_or_no(tie.certain),
        "by": " ".join(tie.by),
        "claims": " ".join(claims),
    }


def label(tie: Tie) -> str:
    """By what two are linked: “Central Committee; supporter of (possible)”."""
    return "; ".join(f"{way.label}{'' if way.certain else ' (possible)'}" for way in tie.ways)


def weight(tie: Tie) -> str:
    """How many links there are."""
    return str(len(tie.ways))


def lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> str:
    """A table in CSV, without the mark at the beginning for which Gephi would not know a header."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows([cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def _yes_or_no(value: bool) -> str:
    return "true" if value else "false"
