"""The answer to a question: who, how surely, and on what evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from prosopography.models import Assertion, Person, Stance

from ..conflict_index import disputed_among
from ..keys import keyed
from .evaluate import Evaluation
from .node import All, Leaf, Match, Node, Not, Question, Some, leaves
from .weighed import Weighed

#: How many persons are read at once for a download.
_BATCH = 500


@dataclass(frozen=True)
class Evidence:
    """Why a leaf counts for a person."""

    leaf: Leaf
    match: Match | None  # None: the leaf does not hold, which is what a ``not`` asks
    negated: bool  # the leaf stands under an odd number of nots
    assertions: list[Assertion]  # with subjects and public citations, the certain ones first
    certain: frozenset[int]  # the keys of those by which the leaf is certain


@dataclass(frozen=True)
class Answered:
    """A person who answers."""

    person: Person
    match: Match
    evidence: list[Evidence]  # in the order of the question; of leaves that bear on the answer
    disputed: bool  # a claim of it about this person is in a conflict, or contradicted
    #: The claims of it about anybody or anything else (with whom somebody served) that are disputed.
    disputed_beside: tuple[Assertion, ...] = ()


class _Loaded(NamedTuple):
    """A claim with all that is shown of it, and its place in time order."""

    place: int
    assertion: Assertion


class Answer:
    """Who answers a question; persons come certain first, then by their sort labels.

    It can be cut like a list (``answer[0:50]``), and ``len`` is how many there are.
    """

    def __init__(self, question: Question) -> None:
        """Evaluates the question."""
        self.question = question
        self._evaluation = Evaluation()
        found = self._evaluation.found(question.root)
        only_certain = question.match is Match.CERTAIN
        self.certain: frozenset[int] = frozenset(found.certain)
        self.possible: frozenset[int] = frozenset() if only_certain else frozenset(found.possible)

    @property
    def keys(self) -> frozenset[int]:
        """The keys of all who answer: the group."""
        return self.certain | self.possible

    @property
    def count(self) -> int:
        """How many answer."""
        return len(self.certain) + len(self.possible)

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, part: slice) -> list[Answered]:
        start, stop, _ = part.indices(self.count)
        return self.slice(start, stop)

    def slice(self, start: int, stop: int) -> list[Answered]:
        """Those from one place to another, with their evidence.

        A query or two for the persons, those of the leaves again, three for the claims, one for
        conflicts.
        """
        found: list[Person] = []
        first = 0
        for rows, number in self._in_order():
            begin, end = max(start - first, 0), min(stop - first, number)
            if begin < end:
                found += rows[begin:end]
            first += number
        return self._told(found)

    def everybody(self) -> Iterator[Answered]:
        """All of them, in batches of 500: the queries of ``slice`` for each, two for their order."""
        for rows, _ in self._in_order():
            keys = list(rows.values_list("pk", flat=True))
            for start in range(0, len(keys), _BATCH):
                batch = keys[start : start + _BATCH]
                persons = Person.objects.published().in_bulk(batch)
                yield from self._told([persons[key] for key in batch if key in persons])

    def _in_order(self) -> Iterator[tuple[QuerySet[Person], int]]:
        """Those who answer for certain by their sort labels, then the others; and how many."""
        for keys in filter(None, (self.certain, self.possible)):
            rows = Person.objects.published().filter(keyed("pk", keys))
            yield rows.order_by("sort_label", "slug"), len(keys)

    def _told(self, persons: list[Person]) -> list[Answered]:
        """These persons with their evidence."""
        if not persons:
            return []
        keys = {person.pk for person in persons}
        weighed = {
            leaf.path: _by_person(self._evaluation.weighed(leaf, keys))
            for leaf in leaves(self.question.root)
        }
        wanted = {
            claim
            for found in weighed.values()
            for each in found.values()
            for one in each
            for claim in one.claims
        }
        claims = _claims(wanted)
        disputed = disputed_among(each.assertion for each in claims.values())
        return [self._answered(person, weighed, claims, disputed) for person in persons]

    def _answered(
        self,
        person: Person,
        weighed: dict[str, dict[int, list[Weighed]]],
        claims: dict[int, _Loaded],
        disputed: frozenset[int],
    ) -> Answered:
        own = {path: found.get(person.pk, []) for path, found in weighed.items()}
        evidence = [
            _evidence(leaf, negated, own[leaf.path], claims)
            for leaf, negated in _bearing(self.question.root, own, negated=False)
        ]
        at_odds = {
            claim.pk: claim
            for each in evidence
            for claim in each.assertions
            if claim.pk in disputed or _is_contradicted(claim)
        }
        beside = tuple(claim for claim in at_odds.values() if not is_about(claim, person))
        return Answered(
            person=person,
            match=Match.CERTAIN if person.pk in self.certain else Match.POSSIBLE,
            evidence=evidence,
            disputed=len(beside) < len(at_odds),
            disputed_beside=beside,
        )


def answer(question: Question) -> Answer:
    """Who answers a question; the queries of its leaves."""
    return Answer(question)


def is_about(claim: Assertion, person: Person) -> bool:
    """Whether a claim is about this person, on either side of it."""
    return person.pk in (claim.person_id, claim.related_person_id)


def _claims(keys: set[int]) -> dict[int, _Loaded]:
    """These claims; three queries, none for no keys."""
    if not keys:
        return {}
    rows = Assertion.objects.public().filter(keyed("pk", keys))
    loaded = rows.with_subjects().with_citations(public=True).in_time_order()
    return {claim.pk: _Loaded(place, claim) for place, claim in enumerate(loaded)}


def _by_person(weighed: Iterable[Weighed]) -> dict[int, list[Weighed]]:
    found: dict[int, list[Weighed]] = defaultdict(list)
    for each in weighed:
        found[each.person].append(each)
    return found


def _match(node: Node, own: dict[str, list[Weighed]]) -> Match | None:
    """How surely a node holds for the person of whom these are the findings."""
    match node:
        case All(parts=parts):
            found = [_match(part, own) for part in parts]
            if None in found:
                return None
            return Match.POSSIBLE if Match.POSSIBLE in found else Match.CERTAIN
        case Some(parts=parts):
            found = [_match(part, own) for part in parts]
            if Match.CERTAIN in found:
                return Match.CERTAIN
            return Match.POSSIBLE if Match.POSSIBLE in found else None
        case Not(part=part):
            turned = {None: Match.CERTAIN, Match.POSSIBLE: Match.POSSIBLE, Match.CERTAIN: None}
            return turned[_match(part, own)]
    findings = own[node.path]
    if any(each.is_certain for each in findings):
        return Match.CERTAIN
    return Match.POSSIBLE if findings else None


def _bearing(
    node: Node, own: dict[str, list[Weighed]], *, negated: bool
) -> Iterator[tuple[Leaf, bool]]:
    """The leaves that bear on the answer, each with whether it stands under an odd number of nots.

    Of an ``any`` the parts that hold; of what must not hold the parts that do not.
    """
    holds = _match(node, own)
    if holds is (Match.CERTAIN if negated else None):
        return
    match node:
        case All(parts=parts) | Some(parts=parts):
            for part in parts:
                yield from _bearing(part, own, negated=negated)
        case Not(part=part):
            yield from _bearing(part, own, negated=not negated)
        case _:
            yield node, negated  # type: ignore[misc]


def _evidence(
    leaf: Leaf, negated: bool, findings: list[Weighed], claims: dict[int, _Loaded]
) -> Evidence:
    """The claims by which a leaf holds: the certain ones first, else in time order."""
    certain = {key for each in findings if each.is_certain for key in each.claims}
    keys = {key for each in findings for key in each.claims}
    match = None
    if findings:
        match = Match.CERTAIN if any(each.is_certain for each in findings) else Match.POSSIBLE
    return Evidence(
        leaf=leaf,
        match=match,
        negated=negated,
        assertions=[
            claims[key].assertion
            for key in sorted(
                keys & claims.keys(), key=lambda key: (key not in certain, claims[key].place)
            )
        ],
        certain=frozenset(certain),
    )


def _is_contradicted(claim: Assertion) -> bool:
    return any(citation.stance == Stance.CONTRADICTS for citation in claim.citations.all())
