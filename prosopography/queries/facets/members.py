"""How many persons held something in a body: a facet of a few classes of size."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ..keys import keyed
from ..listing import member_counts
from .facet import Chosen, Level, Offer
from .words import OfConditions

#: The classes of size: the word, the label, the least and the most.
_SIZES = (
    ("0", _("none"), 0, 0),
    ("1", _("one"), 1, 1),
    ("2-4", _("2 to 4"), 2, 4),
    ("5-19", _("5 to 19"), 5, 19),
    ("20-", _("20 or more"), 20, None),
)


class Members(OfConditions):
    """Bodies by the number of persons with a tenure in them; two queries."""

    def __init__(self, name: str, title: Any, level: Level) -> None:
        super().__init__(name, title, level, {word: (label, Q()) for word, label, *_ in _SIZES})
        self._is_counted = False

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That the body is of one of these sizes."""
        self._count()
        return super().condition(chosen, certain=certain)

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The sizes that occur."""
        self._count()
        return super().offers(rows, counted, chosen, certain=certain)

    def _count(self) -> None:
        if self._is_counted:
            return
        numbers = member_counts()
        for word, _label, least, most in _SIZES:
            if least == 0:
                self.conditions[word] = ~keyed("pk", numbers)
                continue
            keys = [key for key, number in numbers.items()
                    if number >= least and (most is None or number <= most)]  # fmt: skip
            self.conditions[word] = keyed("pk", keys)
        self._is_counted = True
