"""What public claims rest on: it does not leave the public under them."""

from typing import Any

from prosopography.models import Assertion, Source, Status


def retraction_faults(row: Any) -> list[str]:
    """Why this row cannot leave the public: the claims that still rest on it, at most five named."""
    if isinstance(row, Assertion):
        return []
    resting = list(_resting_on(row).order_by("identifier")[:6])
    faults = [f"The published claim {claim.identifier} rests on it." for claim in resting[:5]]
    return [*faults, "… and more."] if len(resting) > 5 else faults


def _resting_on(row: Any) -> Any:
    # Without an order: SQLite takes no ordered parts of a union.
    published = Assertion.objects.filter(status=Status.PUBLISHED).order_by()
    if isinstance(row, Source):
        return published.filter(citations__source=row).union(
            published.filter(citations__attributed_to_source=row)
        )
    noun = row._meta.model_name
    found = published.filter(**{noun: row})
    if noun == "person":
        found = found.union(
            published.filter(related_person=row),
            published.filter(citations__attributed_to_person=row),
        )
    return found
