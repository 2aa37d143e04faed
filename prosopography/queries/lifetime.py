"""Between which days a person can have lived, by all that counts of birth and death.

It bounds what is said without an end or a beginning: who is attested in a town in 1917, and died in 1924,
was not there in 1927.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Q

from prosopography.dates import Bounds, reach
from prosopography.models import Assertion, Certainty, Marks

from .identity import is_surely_named


class Lifetime(NamedTuple):
    """The first day on which somebody can have lived, and the last; None where no day is known."""

    born: int | None = None
    died: int | None = None

    def excludes(self, bounds: Bounds, first: int | None, last: int | None) -> bool:
        """Whether what these bounds leave open on a side did not last to, or from, the days asked for.

        ``first`` and ``last`` are those days, None where they are open. A side that is told stands,
        and may be in conflict with birth and death; so does what is told from after the death.
        """
        told = reach(bounds)
        begins = told.first if told.first is not None else told.last
        ends = told.last if told.last is not None else told.first
        return (
            first is not None and self.died is not None and bounds.latest_end is None
            and self.died < first and (begins is None or begins <= self.died)
        ) or (
            last is not None and self.born is not None and bounds.earliest_start is None
            and self.born > last and (ends is None or ends >= self.born)
        )  # fmt: skip


def lifetimes(persons: Collection[int]) -> dict[int, Lifetime]:
    """The lives of these persons by their keys; one query. Who is not in it has no known side.

    As early, and as late, as anybody says; of those of whom somebody says it without a doubt.
    """
    living = Q(kind__in=("birth", "death")) | Q(kind="life_event", role__marks=Marks.END)
    found: dict[tuple[int, bool], list[tuple[Bounds, bool]]] = defaultdict(list)
    for key, kind, certainty, named, *days in (
        Assertion.objects.public()
        .counted()
        .dated()
        .filter(living, person__in=persons)
        .annotate(has_sure_name=is_surely_named())
        .order_by()
        .values_list(
            "person", "kind", "certainty", "has_sure_name",
            "earliest_start", "latest_start", "earliest_end", "latest_end",
        )
    ):  # fmt: skip
        is_sure = certainty == Certainty.CERTAIN and named
        found[key, kind == "birth"].append((Bounds(*days), is_sure))
    lives: dict[int, Lifetime] = {}
    for (key, is_birth), told in found.items():
        spans = [reach(bounds) for bounds, _ in told]
        firsts = [span.first for span in spans if span.first is not None]
        lasts = [span.last for span in spans if span.last is not None]
        is_known = len(firsts) == len(lasts) == len(spans)
        if not is_known or not any(is_sure for _, is_sure in told):
            continue
        life = lives.get(key, Lifetime())
        lives[key] = life._replace(born=min(firsts)) if is_birth else life._replace(died=max(lasts))
    return lives
