"""Roles: the vocabulary, and every claim that uses a term of it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from prosopography.models import Role

from .address import visible
from .claims import public_claims
from .loading import with_claim_count
from .sections import flat, slice_of
from .slices import Slice
from .tree import Branch, branch


@dataclass(frozen=True)
class RolePage:
    """Everything that the page of a role shows."""

    role: Role
    branch: Branch
    claims: Slice


def roles() -> QuerySet:
    """The roles with ``claim_count`` and what is broader than each, by what they join."""
    return with_claim_count(visible(Role).select_related("broader"), "role")


def role_page(role: Role, *, number: int = 1) -> RolePage:
    """A role, its wider and narrower terms, and the public claims that use it, in time order.

    ``number`` is the page of the claims. Seven queries. Raises PageNumberError.
    """
    claims = public_claims().filter(role=role)
    return RolePage(
        role=role,
        branch=branch(role, visible(Role), "broader_id"),
        claims=flat(slice_of(claims, number, noun="role", row=role)),
    )
