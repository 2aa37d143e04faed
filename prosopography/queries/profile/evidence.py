"""How well a group is known: of how many members there are claims of each kind."""

from django.utils.translation import gettext

from prosopography.models import KINDS

from .figure import Measure
from .material import Material, Told
from .tally import together


def evidence(material: Material) -> Measure:
    """For each kind of claim the members of whom there is one, with its claims and witnesses."""
    by_kind: dict[str, list[Told]] = {}
    for told in material.claims:
        by_kind.setdefault(told.kind, []).append(told)
    figures = [
        material.figure(
            f"kind:{key}",
            gettext(kind.plural),
            by_kind[key],
            leaves=({"assertion": {"kind": key}},),
            exact=True,
        )
        for key, kind in KINDS.items()
        if key in by_kind
    ]
    return together(material, "evidence", gettext("What is known at all"), figures)
