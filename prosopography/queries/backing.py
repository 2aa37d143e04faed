"""What stands behind one side of a conflict: sources and not claims, for one sentence makes several.

“Executed in 1938” tells a death and an execution; it is one sentence of one source all the same. A
derivation that is merely possible makes nobody dependent (see ``witness``); here it is said.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext, ngettext

from prosopography.models import Certainty, Derivation, Extent, Source, Status

from .claims import Claim, Evidence
from .script import label_of


class Copy(NamedTuple):
    """That one source may derive from another, as a whole or in parts."""

    copy: Source
    original: Source

    @property
    def text(self) -> str:
        """In words: “Memoirs” may copy “History”."""
        pattern = gettext("{copy} may copy {original}")
        return pattern.format(copy=label_of(self.copy), original=label_of(self.original))


@dataclass(frozen=True)
class Backing:
    """The sources of one side."""

    sources: int
    hedged: int  # those of them that say it with a hedge only
    passages: int  # the places with their words, each once
    copies: tuple[Copy, ...] = ()  # of the sources of this side, from what any side rests on

    @property
    def text(self) -> str:
        """In words: “2 sources at 3 places, 1 source hedged”."""
        said = ngettext("{number} source", "{number} sources", self.sources)
        words = [said.format(number=self.sources)]
        if self.passages > self.sources:
            said = ngettext("at {number} place", "at {number} places", self.passages)
            words[0] = f"{words[0]} {said.format(number=self.passages)}"
        if self.hedged == self.sources > 1:
            words.append(gettext("all of them hedged"))
        elif self.hedged == self.sources:
            words.append(gettext("hedged"))
        elif self.hedged:
            said = ngettext("{number} source hedged", "{number} sources hedged", self.hedged)
            words.append(said.format(number=self.hedged))
        return ", ".join(words)


class Kinship:
    """Which published texts copy which as a whole, and which may, wholly or in parts."""

    def __init__(self, surely: Mapping[int, set[int]], possibly: Iterable[Copy]) -> None:
        self._surely = surely
        self._possibly = list(possibly)

    @classmethod
    def load(cls) -> "Kinship":
        """Of all that the public can see; one query."""
        rows = Derivation.objects.filter(
            Q(extent=Extent.WHOLE) | Q(certainty=Certainty.POSSIBLE),
            source__status=Status.PUBLISHED,
            derived_from__status=Status.PUBLISHED,
        ).select_related("source", "derived_from")
        surely: dict[int, set[int]] = defaultdict(set)
        possibly = []
        for row in rows.order_by("source__label", "derived_from__label", "pk"):
            if row.certainty == Certainty.POSSIBLE:
                possibly.append(Copy(row.source, row.derived_from))
            else:
                surely[row.source_id].add(row.derived_from_id)
        return cls(surely, possibly)

    def copies(self, own: Collection[int], every: Collection[int]) -> tuple[Copy, ...]:
        """What these sources may copy from what others of them all are, or go back to."""
        above = {key: self._above(key) for key in every}
        return tuple(
            each
            for each in self._possibly
            if any(
                each.copy.pk in above[key]
                and each.original.pk not in above[key]
                and any(
                    self._above(each.original.pk) & found
                    for other, found in above.items()
                    if other != key
                )
                for key in own
            )
        )

    def _above(self, source: int) -> set[int]:
        """A source with all that it surely copies."""
        found, waiting = {source}, [source]
        while waiting:
            new = self._surely.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found


def backing(claims: Iterable[Claim]) -> Backing:
    """What stands behind these claims of one side, without what may be copied; no query."""
    hedged: dict[int, bool] = {}
    passages = set()
    for claim in claims:
        for each in _speaking(claim):
            key = each.source.pk
            hedged[key] = hedged.get(key, True) and bool(claim.certainty)
            passages.add((key, each.locator, each.quotation))
    return Backing(len(hedged), sum(hedged.values()), len(passages))


def sources_of(claims: Iterable[Claim]) -> set[int]:
    """The keys of the sources that speak on one side."""
    return {each.source.pk for claim in claims for each in _speaking(claim)}


def _speaking(claim: Claim) -> list[Evidence]:
    """The citations by which a claim stands on its side: those that support it, if any do."""
    return [each for each in claim.evidence if not each.contradicts] or list(claim.evidence)
