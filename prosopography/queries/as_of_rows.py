"""The answer of a day as a table: one row for each claim."""

from collections.abc import Iterable, Iterator

from prosopography.dates import iso_day
from prosopography.models import Citation, Stance

from .as_of import Holder, Weighed

COLUMNS = (
    "standing",
    "disputed",
    "claim_standing",
    "reason",
    "person",
    "person_label",
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
    "citations",
)
_DAYS = ("earliest_start", "latest_start", "earliest_end", "latest_end")


def rows(holders: Iterable[Holder]) -> Iterator[dict[str, object]]:
    """A row for each claim of each person, and for each against; the person's class in each."""
    for holder in holders:
        for weighed in holder.claims:
            yield _row(holder, weighed, weighed.standing)
        for weighed in holder.against:
            yield _row(holder, weighed, "against")


def _row(holder: Holder, weighed: Weighed, claim_standing: str) -> dict[str, object]:
    claim = weighed.told.assertion
    role, body = claim.role, claim.organisation
    return {
        "standing": holder.standing,
        "disputed": "yes" if holder.disputed else "no",
        "claim_standing": claim_standing,
        "reason": weighed.reason or holder.reason,
        "person": holder.person.slug,
        "person_label": holder.person.label,
        "role": role.slug if role else "",
        "role_label": role.label if role else "",
        "organisation": body.slug if body else "",
        "organisation_label": body.label if body else "",
        "date_text": claim.date_text,
        "calendar": claim.calendar,
        "edtf": claim.edtf,
        **{day: iso_day(getattr(claim, day)) for day in _DAYS},
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "identifier": claim.identifier,
        "citations": "; ".join(dict.fromkeys(map(_cited, claim.citations.all()))),
    }


def _cited(citation: Citation) -> str:
    """Source and place, and whether it contradicts; each place of a claim is given once."""
    contradicts = " (contradicts)" if citation.stance == Stance.CONTRADICTS else ""
    return f"{citation.source.slug} {citation.locator}{contradicts}"
