"""Witnesses: whose word a claim rests on in the end, and how many of them are independent.

A copy adds no witness, and two documents that quote the same memoir are one. Every citation goes
back to one or more *origins*:

- the person whose word the source reports, if the citation names one;
- else the work that it names as its authority, else the source itself; a text that as a whole
  derives from others (``Derivation.extent``) goes back to the origins of these, and a work whose
  author is a person of the record to that person, so that all works of one author are one witness.

A derivation that is merely possible makes nobody dependent, nor does one that a reader could not be
shown: only published sources and persons count. The number of independent witnesses is
the smallest number of origins to which all supporting citations together could go back: never more
than there are, for a text with two origins may have taken this claim from either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Q

from prosopography.models import (
    Assertion,
    Certainty,
    Citation,
    Derivation,
    Extent,
    Person,
    Source,
    Stance,
    Status,
)

#: More ways than these of one citation are not told; the number of witnesses knows them all.
MAX_WAYS = 50


class Origin(NamedTuple):
    """Whose word it is in the end: the table and the key of a person or a source."""

    noun: str
    key: int


@dataclass(frozen=True)
class Chain:
    """The way of a claim from whose word it is to the source that was read."""

    steps: tuple[Any, ...]  # persons and sources, the origin first, the source read last
    locators: tuple[str, ...]

    @property
    def origin(self) -> Any:
        """Whose word it is in the end."""
        return self.steps[0]


@dataclass(frozen=True)
class Testimony:
    """On whose word a claim rests."""

    sources: int  # how many sources that were read support it
    witnesses: int  # how many of the origins are independent
    chains: tuple[Chain, ...]  # each way once, by origin
    contradicting: tuple[Chain, ...]


class Stemma:
    """How sources derive from one another, as far as the public can see it."""

    def __init__(
        self,
        sources: Mapping[int, Source],
        parents: Mapping[int, list[int]],
        possible: Mapping[int, list[int]] | None = None,
    ) -> None:
        self._sources = sources
        self._parents = parents
        self._possible = possible or {}
        self._above: dict[int, frozenset[Origin]] = {}

    @cached_property
    def careful(self) -> "Stemma":
        """The same if every derivation that is merely possible were one, as a whole."""
        if not self._possible:
            return self
        keys = {*self._parents, *self._possible}
        parents = {key: [*self._parents.get(key, []), *self._possible.get(key, [])] for key in keys}
        return Stemma(self._sources, parents)

    @classmethod
    def load(cls) -> "Stemma":
        """Of all that is published; two queries.

        Holds the texts that derive from others as a whole, those others, and the works of persons
        of the record. Any other source goes back to nobody but itself.
        """
        parents: dict[int, list[int]] = defaultdict(list)
        possible: dict[int, list[int]] = defaultdict(list)
        derivations = Derivation.objects.filter(
            Q(extent=Extent.WHOLE) | Q(certainty=Certainty.POSSIBLE),
            source__status=Status.PUBLISHED,
            derived_from__status=Status.PUBLISHED,
        )
        ordered = derivations.order_by("derived_from__label", "derived_from")
        ends = set()
        for copy, original, how in ordered.values_list("source", "derived_from", "certainty"):
            (possible if how == Certainty.POSSIBLE else parents)[copy].append(original)
            ends |= {copy, original}
        published: Any = Source.objects.published().select_related("author")
        rows = published.filter(Q(pk__in=ends) | Q(author__status=Status.PUBLISHED))
        return cls({source.pk: source for source in rows}, dict(parents), dict(possible))

    def origins(self, citation: Citation) -> frozenset[Origin]:
        """To whom a citation goes back."""
        if citation.attributed_to_person_id is not None:
            return frozenset({Origin("person", citation.attributed_to_person_id)})
        return self._origins(citation.attributed_to_source_id or citation.source_id)

    def ways(self, citation: Citation) -> Iterator[tuple[Any, ...]]:
        """The ways from each origin to the source that was read, MAX_WAYS at most.

        The sources and persons that the citation names must be loaded with it.
        """
        yield from islice(self._ways(citation), MAX_WAYS)

    def witnesses(self, citations: Iterable[Citation]) -> int:
        """How many independent witnesses these citations are; see the module."""
        return fewest(self.origins(citation) for citation in citations)

    def _ways(self, citation: Citation) -> Iterator[tuple[Any, ...]]:
        read = self._sources.get(citation.source_id, citation.source)
        way: tuple[Any, ...] = (read,)
        work = citation.attributed_to_source_id
        if work is not None and work != citation.source_id:
            way = (self._sources.get(work, citation.attributed_to_source), *way)
        if citation.attributed_to_person is not None:
            yield (citation.attributed_to_person, *way)
            return
        waiting = [way]
        while waiting:  # from a text to what it copies, to the end; an author before his work
            way = waiting.pop()
            originals = [each for each in self._originals(way[0].pk) if each not in way]
            waiting += [(original, *way) for original in reversed(originals)]
            if not originals:
                author = self._author(way[0].pk)
                yield way if author is None else (author, *way)

    def _originals(self, source: int) -> list[Source]:
        """The public texts from which a source derives as a whole."""
        return [self._sources[key] for key in self._parents.get(source, []) if key in self._sources]

    def _author(self, source: int) -> Person | None:
        """The public person whose word a source is."""
        author = self._sources[source].author if source in self._sources else None
        return author if author is not None and author.status == Status.PUBLISHED else None

    def _origins(self, source: int) -> frozenset[Origin]:
        """To whom a text goes back."""
        if source not in self._above:
            found: set[Origin] = set()
            seen, waiting = {source}, [source]
            while waiting:
                key = waiting.pop()
                originals = [original.pk for original in self._originals(key)]
                if not originals:
                    author = self._author(key)
                    found.add(Origin("person", author.pk) if author else Origin("source", key))
                waiting += [original for original in originals if original not in seen]
                seen.update(originals)
            self._above[source] = frozenset(found)
        return self._above[source]


def testimony(assertion: Assertion, stemma: Stemma) -> Testimony:
    """On whose word a claim rests; no query, if its public citations are loaded with sources."""
    supporting, contradicting = _by_stance(assertion)
    return Testimony(
        sources=len({citation.source_id for citation in supporting}),
        witnesses=stemma.witnesses(supporting),
        chains=_chains(supporting, stemma),
        contradicting=_chains(contradicting, stemma),
    )


def count_witnesses(
    assertions: Collection[int], stemma: "Stemma | None" = None
) -> Iterator[tuple[int, int]]:
    """The key of each of these claims with its number of independent witnesses; three queries.

    Counts what the public can read and what supports the claim, whether the claim is public or not.
    """
    stemma = Stemma.load() if stemma is None else stemma
    supporting: dict[int, list[Citation]] = {key: [] for key in assertions}
    readable = Citation.objects.readable()
    for citation in readable.filter(assertion__in=supporting, stance=Stance.SUPPORTS):
        supporting[citation.assertion_id].append(citation)
    for key, own in supporting.items():
        yield key, stemma.witnesses(own)


def fewest(origins: Iterable[frozenset[Origin]]) -> int:
    """The size of the smallest set that has a member in common with each of these sets.

    None for no sets. Only texts with several origins leave a choice; where they do, whatever can be
    decided without trying is, and the rest is tried.
    """
    return _fewest(frozenset(found for found in origins if found))


def _fewest(sets: frozenset[frozenset[Origin]]) -> int:
    size, left = _decided(sets)
    if not left:
        return size
    # What is left hangs together in parts, each for itself; in each some set must be met by someone.
    for part in _parts(left):
        first = min(part, key=lambda found: (len(found), sorted(found)))
        tried = (
            _fewest(frozenset(found for found in part if member not in found))
            for member in sorted(first)
        )
        size += 1 + min(tried)
    return size


def _decided(
    sets: frozenset[frozenset[Origin]],
) -> tuple[int, frozenset[frozenset[Origin]]]:
    """How many origins must be counted in any case, and the sets that leave a choice."""
    size = 0
    while True:
        # Whoever meets a set meets every larger one that holds it.
        smallest = frozenset(found for found in sets if not any(other < found for other in sets))
        alone = {next(iter(found)) for found in smallest if len(found) == 1}
        if alone:
            size += len(alone)
            sets = frozenset(found for found in smallest if not found & alone)
            continue
        # An origin that meets nothing but what another meets too need not be tried.
        meets: dict[Origin, frozenset[frozenset[Origin]]] = {
            member: frozenset(found for found in smallest if member in found)
            for member in sorted(frozenset().union(*smallest))
        }
        idle = next(
            (
                one
                for one in meets
                for other in meets
                if one != other and meets[one] <= meets[other]
            ),
            None,
        )
        if idle is None:
            return size, smallest
        sets = frozenset(found - {idle} for found in smallest)


def _parts(sets: frozenset[frozenset[Origin]]) -> list[frozenset[frozenset[Origin]]]:
    """The sets, those together that hang together by a member."""
    parts: list[set[frozenset[Origin]]] = []
    for found in sets:
        touching = [part for part in parts if any(found & other for other in part)]
        parts = [part for part in parts if part not in touching]
        parts.append({found}.union(*touching))
    return [frozenset(part) for part in parts]


def _by_stance(assertion: Assertion) -> tuple[list[Citation], list[Citation]]:
    """The citations that support the claim, and those that contradict it."""
    supporting: list[Citation] = []
    contradicting: list[Citation] = []
    for citation in assertion.citations.all():
        supports = citation.stance == Stance.SUPPORTS
        (supporting if supports else contradicting).append(citation)
    return supporting, contradicting


def _chains(citations: Iterable[Citation], stemma: Stemma) -> tuple[Chain, ...]:
    """The ways of these citations, each once with its places, sorted by origin."""
    found: dict[tuple[Any, ...], dict[str, str]] = {}
    for citation in citations:
        for way in stemma.ways(citation):
            found.setdefault(way, {})[citation.locator_sort] = citation.locator
    chains = [
        Chain(way, tuple(places[place] for place in sorted(places)))
        for way, places in found.items()
    ]
    return tuple(sorted(chains, key=lambda chain: [step.label for step in chain.steps]))
