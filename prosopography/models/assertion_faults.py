"""What is wrong with a claim by the rules of its kind, of its date and of its rank."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from .choices import Rank
from .kinds import COLUMNS, column_faults
from .validators import read_bounds

if TYPE_CHECKING:
    from .assertion import Assertion


def faults_of(claim: "Assertion") -> dict[str, str]:
    """A sentence for each column that breaks a rule; empty if none does. Its kind must be one.

    Reads the role: a query, if it is not loaded.
    """
    kind = claim.kind_rules
    faults: dict[str, str] = {}
    is_filled = {
        name: bool(claim.value) if name == "value" else getattr(claim, f"{name}_id") is not None
        for name in COLUMNS
    }
    for fault in column_faults(kind, is_filled):
        faults.setdefault(fault.column, fault.message)
    role = claim.role
    if "role" not in faults and role is not None and role.joins != kind.joins:
        faults["role"] = (
            f"The role “{role.label}” joins {role.get_joins_display()}; "
            f"it does not go with a {kind.label}."
        )
    if claim.person_id is not None and claim.person_id == claim.related_person_id:
        faults.setdefault("related_person", "Nobody has a relationship with himself.")
    if claim.rank != Rank.NORMAL and not claim.rank_reason:
        faults["rank_reason"] = "A preferred or deprecated claim needs the reason."
    if claim.edtf:
        try:
            read_bounds(claim.edtf, claim.calendar, lasting=claim.lasting)
        except ValidationError as error:
            faults["edtf"] = error.messages[0]
    return faults
