"""The rows of every table as plain dicts, and what of them is public."""

from collections import defaultdict
from typing import Any

from prosopography.models import (
    Assertion,
    Citation,
    Event,
    Organisation,
    Person,
    Place,
    Role,
    Source,
)

Row = dict[str, Any]
Rows = dict[str, dict[int, Row]]

TABLES = {
    "person": Person,
    "role": Role,
    "organisation": Organisation,
    "event": Event,
    "place": Place,
    "source": Source,
    "assertion": Assertion,
    "citation": Citation,
}
#: The columns of a claim, and of a citation, that name something with a status.
NAMED = {
    "person_id": "person",
    "related_person_id": "person",
    "organisation_id": "organisation",
    "event_id": "event",
    "place_id": "place",
}
CITED = {
    "source_id": "source",
    "attributed_to_source_id": "source",
    "attributed_to_person_id": "person",
}


def export() -> Rows:
    """Every row of every table by its key, as it is stored; one query a table."""
    return {
        table: {row["id"]: row for row in model.objects.values()} for table, model in TABLES.items()
    }


class Record:
    """What the public knows: published rows, public claims with the citations that support them."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.keys: dict[tuple[str, str], int] = {
            (table, row["slug"]): key
            for table in ("person", "role", "organisation", "event", "place", "source")
            for key, row in rows[table].items()
        }
        self.persons = [key for key in rows["person"] if self._shown("person", key)]
        self.support: dict[int, list[Row]] = defaultdict(list)
        for citation in rows["citation"].values():
            if citation["stance"] == "supports" and self._all_shown(citation, CITED):
                self.support[citation["assertion_id"]].append(citation)
        self.claims = [
            claim
            for claim in rows["assertion"].values()
            if claim["status"] == "published"
            and self._all_shown(claim, NAMED)
            and self.support[claim["id"]]
        ]

    def key(self, table: str, slug: str) -> int:
        """The key of a row."""
        return self.keys[table, slug]

    def above(self, table: str, key: int) -> list[int]:
        """The row and what it is part of, from the inside; nothing unpublished, nor beyond it."""
        parent = "broader_id" if table == "role" else "part_of_id"
        found: list[int] = []
        here: int | None = key
        while here is not None and self._shown(table, here):
            found.append(here)
            here = self.rows[table][here][parent]
        return found

    def is_surely_meant(self, claim: Row) -> bool:
        """Whether some citation that supports the claim surely means its person or body."""
        return any(each["identification"] == "certain" for each in self.support[claim["id"]])

    def is_told_surely(self, claim: Row) -> bool:
        """Whether a source says it without a hedge, of somebody whom it surely means."""
        return claim["certainty"] == "certain" and self.is_surely_meant(claim)

    def _shown(self, table: str, key: int) -> bool:
        return self.rows[table][key].get("status", "published") == "published"

    def _all_shown(self, row: Row, columns: dict[str, str]) -> bool:
        return all(
            row[column] is None or self._shown(table, row[column])
            for column, table in columns.items()
        )
