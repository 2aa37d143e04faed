"""How the lives of the members ended, and what else befell them."""

from dataclasses import replace

from django.utils.translation import gettext

from prosopography.models import Marks

from .figure import Figure, Leaf, Measure
from .material import Material, Told
from .tally import measured


def ends(material: Material) -> Measure:
    """How many died how; of whom only the death is told; and of whom not even that."""
    events = material.by_kind.get("life_event", ())
    ending = [told for told in events if material.ends_life(told)]
    violent = measured(
        material, "ends", gettext("How it ended"), ending, column="role", leaf=_life_event
    )
    told_how = set(violent.known.persons)
    dead: list[Told] = [*material.by_kind.get("death", ()), *ending]
    known = material.figure(
        "ends", gettext("How it ended"), dead, leaves=(material.death_leaf(),), exact=True
    )
    only = [told for told in material.by_kind.get("death", ()) if told.person not in told_how]
    rest = tuple(sorted(set(material.persons) - set(known.persons)))
    return replace(
        violent,
        known=known,
        figures=(
            *violent.figures,
            material.figure(
                "only-death",
                gettext("died, not told how"),
                only,
                leaves=({"assertion": {"kind": "death"}},),
            ),
            Figure("no-death", gettext("no death known"), rest),
        ),
        evidence=material.evidence(known.claims),
    )


def life_events(material: Material) -> Measure:
    """How many were arrested, expelled, exiled …, or recanted; without what ended the life."""
    events = [
        told
        for told in material.by_kind.get("life_event", ())
        if told.role is not None and material.roles[told.role].marks != Marks.END
    ]
    return measured(
        material,
        "life-events",
        gettext("What befell them"),
        events,
        column="role",
        leaf=_life_event,
    )


def _life_event(slug: str) -> Leaf:
    return {"assertion": {"kind": "life_event", "role": slug}}
