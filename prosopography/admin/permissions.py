"""Who may do what at the desk: an editor writes drafts, a reviewer decides what the public sees."""

from typing import Any

from prosopography.models import (
    SUBJECTS,
    Citation,
    Derivation,
    Identifier,
    Passage,
    Status,
)

#: Publish, send back, retract, and change what is no draft (made by the migration of the groups).
PUBLISH = "prosopography.publish"
#: Settle conflicts, and open them again (see the migration of the settling).
SETTLE = "prosopography.add_settlement"


def may_publish(user: Any) -> bool:
    """Whether this account decides what the public sees."""
    return bool(user.has_perm(PUBLISH))


def may_settle(user: Any) -> bool:
    """Whether this account judges between claims at odds."""
    return bool(user.has_perm(SETTLE))


def may_write(user: Any, row: Any) -> bool:
    """Whether this account may change this row: a draft, or anything if it may publish.

    Reads the row that this one stands with: a query, if it is not loaded.
    """
    return may_publish(user) or is_draft(row)


def is_draft(row: Any) -> bool:
    """Whether a row is a draft, or stands with one; what has no status is public from the start."""
    whole = stands_with(row)
    return whole is not None and getattr(whole, "status", None) == Status.DRAFT


def stands_with(row: Any) -> Any:
    """The row on whose status this one depends; itself, if it has one of its own. None: unknown."""
    if isinstance(row, Citation):
        return row.assertion if row.assertion_id else None
    if isinstance(row, Derivation | Passage):
        return row.source if row.source_id else None
    if isinstance(row, Identifier):
        named = [getattr(row, column) for column in SUBJECTS if getattr(row, f"{column}_id")]
        return named[0] if named else None
    return row
