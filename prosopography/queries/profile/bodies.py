"""In which bodies the members held something, and in which events they took part."""

from django.utils.translation import gettext

from .figure import Measure
from .material import Material
from .tally import measured


def bodies(material: Material) -> Measure:
    """How many had a tenure in each body or in a part of it."""
    return measured(
        material,
        "bodies",
        gettext("Bodies"),
        material.by_kind.get("tenure", ()),
        column="organisation",
        leaf=lambda slug: {"assertion": {"kind": "tenure", "organisation": slug}},
    )


def events(material: Material) -> Measure:
    """How many took part in each event or in a part of it."""
    return measured(
        material,
        "events",
        gettext("Events"),
        material.by_kind.get("participation", ()),
        column="event",
        leaf=lambda slug: {"assertion": {"kind": "participation", "event": slug}},
    )
