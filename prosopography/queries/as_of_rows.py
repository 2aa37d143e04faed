"""The answer of a day as a table: one row for each claim."""

from collections.abc import Iterable, Iterator

from .as_of import Holder, Weighed
from .claim_row import CITATION_COLUMNS, claim_row

_OF_THE_CLAIM = (
    "role",
    "role_label",
    "organisation",
    "organisation_label",
    "date_text",
    "calendar",
    "edtf",
    "earliest_start",
    "latest_start",
    "earliest_end",
    "latest_end",
    "certainty",
    "polarity",
    "identifier",
    *CITATION_COLUMNS,
)
COLUMNS = (
    "standing",
    "disputed",
    "claim_standing",
    "reason",
    "person",
    "person_label",
    *_OF_THE_CLAIM,
)


def rows(holders: Iterable[Holder]) -> Iterator[dict[str, object]]:
    """A row for each claim of each person, and for each against; the person's class in each."""
    for holder in holders:
        for weighed in holder.claims:
            yield _row(holder, weighed, weighed.standing)
        for weighed in holder.against:
            yield _row(holder, weighed, "against")


def _row(holder: Holder, weighed: Weighed, claim_standing: str) -> dict[str, object]:
    told = claim_row(weighed.told.assertion)
    return {
        "standing": holder.standing,
        "disputed": "yes" if holder.disputed else "no",
        "claim_standing": claim_standing,
        "reason": weighed.reason or holder.reason,
        "person": holder.person.slug,
        "person_label": holder.person.label,
        **{column: told[column] for column in _OF_THE_CLAIM},
    }
