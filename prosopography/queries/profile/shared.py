"""What the members have in common: what the claims about all, or most, of them name."""

from collections.abc import Iterator
from functools import partial
from math import ceil

from django.utils.translation import gettext

from .figure import Figure, Leaf, Measure
from .material import Material, Told
from .tally import tallied, together

#: What at least this part of the group has, most have.
MOST = 0.75
#: Of one person everything would be common to all.
LEAST_PERSONS = 2
_COLUMNS = ("organisation", "event", "role", "place")


def shared(material: Material) -> Measure:
    """The bodies, events, roles and places that most members have, those of all of them first."""
    figures: list[Figure] = []
    if material.total >= LEAST_PERSONS:
        for column in _COLUMNS:
            figures += tallied(
                _naming(material, column),
                column,
                material.forests[column],
                partial(_leaf, column),
                least=ceil(MOST * material.total),
            )
    figures.sort(key=lambda each: -each.count)
    return together(material, "shared", gettext("Common to most"), figures)


def _leaf(column: str, slug: str) -> Leaf:
    return {"assertion": {column: slug}}


def _naming(material: Material, column: str) -> Iterator[Told]:
    """The claims that say of a member that he has to do with what they name.

    A role towards a person is his who has it; of both, where it is the same from both sides.
    """
    for told in material.claims:
        is_own = not told.converse or column != "role"
        if is_own or (told.role is not None and material.roles[told.role].symmetrical):
            yield told
