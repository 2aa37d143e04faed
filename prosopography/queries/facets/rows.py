"""The whole of a list as a table: a row for each thing, with its address and what the list shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import Q
from django.utils import timezone

from prosopography.models import Role

from ..claim_row import CLAIM_COLUMNS, claim_row
from ..listing import Listed, prepared
from ..pattern import matching_claims
from ..script import label_of
from .listing import Asked, Listing, narrowed, sure
from .nouns import FATE

#: Of how many rows a table is made at most that cannot be sent while it is made.
MOST_IN_XLSX = 10_000
#: How many rows are read at once.
_BATCH = 500
_NAMED = ("slug", "label", "sort_label")
_IN_TREE = (*_NAMED, "part_of", "part_of_label", "claims")

#: The columns of each table.
COLUMNS: dict[str, tuple[str, ...]] = {
    "person": (*_NAMED, "birth", "death", "sources_disagree", "fate", "fate_label", "claims"),
    "organisation": (*_IN_TREE, "persons"),
    "event": (*_IN_TREE, "date", "place"),
    "place": (*_IN_TREE, "latitude", "longitude"),
    "role": ("slug", "label", "joins", "broader", "broader_label", "claims"),
    "source": (
        "slug", "label", "title", "authors", "kind", "date_text", "edtf", "language",
        "citations", "reported",
    ),
    "assertion": CLAIM_COLUMNS,
}  # fmt: skip


def rows(listing: Listing, asked: Asked, sort: str = "") -> Iterator[dict[str, object]]:
    """The rows of ``COLUMNS``, all that are asked for, in order.

    The queries of what a list shows for each batch of rows, and those of the facets.
    """
    found: Any = narrowed(listing, asked)
    if listing.of_claims:
        found = found.with_subjects().with_citations(public=True)
        claims = listing.sorted(found, sort)
        yield from (claim_row(claim) for claim in claims.iterator(chunk_size=_BATCH))
        return
    if listing.upwards:
        found = found.select_related(listing.upwards)
    ordered = listing.sorted(found, sort)
    left = ordered.iterator(chunk_size=_BATCH)
    while batch := list(islice(left, _BATCH)):
        fates = fates_of(batch, asked) if listing.noun == "person" else {}
        for each in prepared(batch, listing.noun, {}):
            yield _told(listing.noun, each, fates.get(each.row.pk, ()))


def too_many_for_xlsx(number: int) -> bool:
    """Whether a table of so many rows is not given in XLSX."""
    return number > MOST_IN_XLSX


def about(
    address: str, narrowed_by: Iterable[tuple[str, str]], number: int
) -> list[tuple[str, object]]:
    """What was asked for, how many rows that are, where it is found, and when it was made."""
    return [
        *narrowed_by,
        ("Rows", number),
        ("Made on", timezone.localdate().isoformat()),
        ("Address", address),
    ]


def fates_of(persons: Sequence[Any], asked: Asked) -> dict[int, list[Role]]:
    """What befell each of these persons, by the key of the person; one query.

    The roles of the claims that the facet “fate” counts, each once, in the order of time; broader
    roles, which the facet counts too, are left to the reader.
    """
    claims: Any = matching_claims(FATE & sure(asked), Q(), affirmed=True)
    claims = claims.filter(person__in=persons).exclude(role=None)
    found: dict[int, dict[int, Role]] = {}
    for claim in claims.select_related("role").in_time_order():
        found.setdefault(claim.person_id, {})[claim.role_id] = claim.role
    return {person: list(roles.values()) for person, roles in found.items()}


def _told(noun: str, each: Listed, fates: Iterable[Role]) -> dict[str, object]:
    told: dict[str, object] = {
        name: getattr(each.row, name, "") for name in COLUMNS[noun] if name not in _OTHERWISE
    }
    return told | {"claims": each.claims} | _more(noun, each) | _fates(noun, fates)


def _fates(noun: str, fates: Iterable[Role]) -> dict[str, object]:
    if noun != "person":
        return {}
    return {
        # As the address of the list takes them.
        "fate": ",".join(role.slug for role in fates),
        "fate_label": "; ".join(label_of(role) for role in fates),
    }


_OTHERWISE = {
    "part_of", "part_of_label", "broader", "broader_label", "claims", "birth", "death",
    "sources_disagree", "fate", "fate_label", "persons", "citations", "reported", "date", "place",
}  # fmt: skip


def _more(noun: str, each: Listed) -> dict[str, object]:
    """What the table of this noun has beside the columns of its rows."""
    if noun == "source":
        return {"citations": each.claims, "reported": each.reported}
    if noun == "person":
        life = each.life
        return {
            "birth": life.birth if life else "",
            "death": life.death if life else "",
            "sources_disagree": "yes" if life and life.disagree else "no",
        }
    upwards = "broader" if noun == "role" else "part_of"
    above = each.part_of
    return {
        upwards: above.slug if above else "",
        f"{upwards}_label": above.label if above else "",
        "persons": each.persons,
        "date": each.occurrence.when.text if each.occurrence else "",
        "place": each.occurrence.where.text if each.occurrence else "",
    }
