"""What the members were: in bodies, in events, and by trade."""

from prosopography.queries.language import later as _

from .figure import Measure
from .material import Material
from .tally import measured

_TITLES = {
    "tenure": _("Offices and memberships"),
    "participation": _("Parts in events"),
    "occupation": _("Occupations"),
}


def roles(material: Material, kind: str) -> Measure:
    """How many had each role, or a narrower one, by claims of a kind."""
    return measured(
        material,
        f"{kind}-roles",
        _TITLES[kind],
        material.by_kind.get(kind, ()),
        column="role",
        leaf=lambda slug: {"assertion": {"kind": kind, "role": slug}},
    )
