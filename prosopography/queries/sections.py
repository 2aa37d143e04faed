"""What the pages of bodies, events, places and roles have in common: their lists of claims."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from prosopography.models import KINDS, Assertion, Identifier

from .claims import PAGE_OF_CLAIMS, Claim, about, brief, kind_order, prepare, public_claims
from .conflict import ConflictBox, conflict_box
from .conflict_index import disputed_among
from .conflicts import NOUNS
from .script import label_of
from .sentence import parts
from .slices import Slice, cut


@dataclass(frozen=True)
class Group:
    """Claims under one heading; ``row`` is what the heading names, if it names something."""

    title: str
    row: Any
    claims: list[Claim]


@dataclass(frozen=True)
class Own:
    """What is said of a thing itself: its names, its founding, its description."""

    groups: list[Group]
    conflicts: ConflictBox  # in which the thing itself is at odds; places have none
    total: int


def own_claims(noun: str, row: Any) -> Own:
    """The public claims whose subject is this thing, kind by kind; four queries.

    When and where it was comes first, then its names and what is said of it. For a body or an event
    there are the queries of ``conflict_box`` besides.
    """
    claims = list(by_kind(public_claims().filter(kind__in=about(noun), **{noun: row})))
    claims.sort(key=lambda each: each.kind in ("name", "description"))
    at_odds = disputed_among(claims)
    return Own(
        groups=_groups(
            [(each, prepare(each, said=brief(each), disputed=at_odds)) for each in claims],
            lambda claim: claim.kind,
            kind_heading,
        ),
        conflicts=conflict_box(Q(**{noun: row})) if noun in NOUNS else ConflictBox(),
        total=len(claims),
    )


def naming(noun: str, within: list[int]) -> QuerySet:
    """The public claims about other things, persons above all, that name one of these rows."""
    return public_claims().filter(~Q(kind__in=about(noun)), **{f"{noun}__in": within})


def slice_of(claims: QuerySet, number: int, *, noun: str, row: Any, brief: bool = False) -> Slice:
    """A page of claims that name a thing or its parts; five queries. Raises PageNumberError.

    ``brief`` leaves the thing itself out of the sentences (its parts are still named).
    """
    page = cut(claims, number, PAGE_OF_CLAIMS)
    at_odds = disputed_among(page.rows)

    def make(claim: Assertion) -> Claim:
        is_itself = getattr(claim, f"{noun}_id") == row.pk
        said = parts(claim, without=noun) if brief and is_itself else None
        part = None if is_itself else getattr(claim, noun)
        return prepare(claim, said=said, disputed=at_odds, of_part=part)

    rows = [(claim, make(claim)) for claim in page.rows]
    return Slice(rows, page.number, page.pages, page.total, page.first)


def flat(page: Slice) -> Slice:
    """A page of ``slice_of`` as a plain list of claims."""
    rows = [claim for _, claim in page.rows]
    return Slice(rows, page.number, page.pages, page.total, page.first)


def grouped(
    page: Slice,
    key: Callable[[Assertion], Hashable],
    heading: Callable[[Assertion], tuple[str, Any]],
) -> Slice:
    """A page of ``slice_of`` under headings; the claims come in the order of their keys."""
    groups = _groups(page.rows, key, heading)
    return Slice(groups, page.number, page.pages, page.total, page.first)


def _groups(
    pairs: list[tuple[Assertion, Claim]],
    key: Callable[[Assertion], Hashable],
    heading: Callable[[Assertion], tuple[str, Any]],
) -> list[Group]:
    groups = []
    for _, found in groupby(pairs, key=lambda pair: key(pair[0])):
        together = list(found)
        title, row = heading(together[0][0])
        groups.append(Group(title, row, [claim for _, claim in together]))
    return groups


def by_kind(claims: QuerySet) -> QuerySet:
    """The claims in the order of their kinds in the registry, then as they were."""
    return claims.order_by(kind_order(), *claims.query.order_by)


def by_role(claims: QuerySet) -> QuerySet:
    """The claims by role, then by person, then as they were."""
    return claims.order_by("role__label", "role", "person__sort_label", *claims.query.order_by)


def kind_heading(claim: Assertion) -> tuple[str, None]:
    """The kind of a claim as a heading."""
    return gettext(KINDS[claim.kind].plural).capitalize(), None


def role_heading(claim: Assertion) -> tuple[str, Any]:
    """The role of a claim as a heading."""
    role = claim.role
    label = label_of(role) if role else ""
    return (label[:1].upper() + label[1:], role)


def identifiers(noun: str, row: Any) -> list[Identifier]:
    """What other authorities call a thing; one query."""
    return list(Identifier.objects.filter(**{noun: row}).select_related("authority"))
