"""Whether the sources disagree about a person: a facet out of the index of conflicts."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prosopography.models import ConflictEntry, Nature

from ..conflict_index import State, entries
from .facet import Level
from .words import OfConditions

_LINK = ConflictEntry.claims.through


def disagreement() -> OfConditions:
    """With a conflict that is open, with none but settled ones, without any; one query.

    A conflict is a person's if it is about them or one of its claims names them. That two dates may
    be one day in two calendars is none.
    """
    found = entries().exclude(nature=Nature.CALENDAR).order_by()
    any_of, open_of = _persons_in(found), _persons_in(found.exclude(state=State.SETTLED))
    return OfConditions(
        "disagreement",
        _("Disagreement"),
        Level.ROW,
        {
            "open": (_("sources disagree"), open_of),
            "settled": (_("disagreed, settled by the editors"), any_of & ~open_of),
            "none": (_("no disagreement"), ~any_of),
        },
    )


def _persons_in(found: Any) -> Q:
    """The persons whose conflicts these are."""
    keys = found.values("pk")
    links = _LINK.objects.filter(conflictentry__in=keys).order_by()
    asked = Q(pk__in=found.exclude(person=None).values("person"))
    for column in ("person", "related_person"):
        named = links.exclude(**{f"assertion__{column}": None})
        asked |= Q(pk__in=named.values(f"assertion__{column}"))
    return asked
