"""Where sources disagree: what can be so only once is said in ways that exclude one another.

Three ways: two dates (or, of a birth or death, two places) that cannot both be true; a claim that
one source affirms and another denies; a claim that one citation supports and another contradicts.
Dates are compared in the possible sense: 1938 and “perhaps 1937” do not exclude one another.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from django.db.models import Q

from prosopography.dates import Answer, Bounds, overlaps
from prosopography.models import (
    KINDS,
    SUBJECTS,
    Assertion,
    Citation,
    Place,
    Polarity,
    Source,
    Stance,
)

from .claims import evidence, when
from .sentence import plain, predicate
from .tree import Tree

#: The kinds that are true once, at one time and in one place.
_ONCE = ("birth", "death")
#: The columns that make two claims the same but for their date and their polarity.
_COLUMNS = ("related_person_id", "role_id", *(f"{name}_id" for name in SUBJECTS))


@dataclass(frozen=True)
class Cited:
    """Where a source says so, and whose word it reports."""

    source: Source
    locators: str  # “¶3, ¶9”
    word_of: tuple[Any, ...]


@dataclass(frozen=True)
class Side:
    """One of the values that exclude one another, with the claims and the evidence for it."""

    text: str
    identifiers: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True)
class Disagreement:
    """What the sources disagree about, and what they say."""

    about: str
    sides: tuple[Side, ...]


class _Conflict(NamedTuple):
    """Claims that exclude one another, and how each is to be put."""

    about: str
    claims: list[Assertion]
    text: Callable[[Assertion], str]


def bounds(assertion: Assertion) -> Bounds:
    """The four day numbers of a claim."""
    return Bounds(
        assertion.earliest_start,
        assertion.latest_start,
        assertion.earliest_end,
        assertion.latest_end,
    )


def place_tree() -> Tree:
    """Which place lies in which; one query."""
    return Tree.of(Place.objects.published())


def disagreements(assertions: Iterable[Assertion], places: Tree) -> list[Disagreement]:
    """The disagreements among these claims, which come with subjects and citations; no query."""
    claims = list(assertions)
    found = [_told(conflict) for conflict in _conflicts(claims, places)]
    return [*found, *(_contradicted(claim) for claim in claims if is_contradicted(claim))]


def disputed(assertions: Iterable[Assertion], places: Tree) -> frozenset[int]:
    """The keys of the claims among these about which the sources disagree; no query."""
    claims = list(assertions)
    keys = {claim.pk for conflict in _conflicts(claims, places) for claim in conflict.claims}
    return frozenset(keys | {claim.pk for claim in claims if is_contradicted(claim)})


def disputed_anywhere(assertions: Iterable[Assertion]) -> frozenset[int]:
    """As ``disputed``, also against claims that are not among these; two queries.

    For lists that show a part of what is said of a person.
    """
    claims = list(assertions)
    known = {claim.pk for claim in claims}
    rivals = Assertion.objects.public().select_related("role").filter(rivals_of(claims))
    others = [claim for claim in rivals if claim.pk not in known]
    conflicts = _conflicts([*claims, *others], place_tree())
    keys = {claim.pk for conflict in conflicts for claim in conflict.claims}
    keys |= {claim.pk for claim in claims if is_contradicted(claim)}
    return frozenset(keys & known)


def is_contradicted(assertion: Assertion) -> bool:
    """Whether some of its citations support the claim and others contradict it."""
    return len({citation.stance for citation in assertion.citations.all()}) > 1


def rivals_of(claims: list[Assertion]) -> Q:
    """The claims that could exclude one of these."""
    condition = Q(pk__in=[])
    groups = defaultdict(list)
    for claim in claims:
        groups[claim.subject_column, claim.kind].append(claim)
    for (column, kind), group in groups.items():
        keys = {getattr(claim, f"{column}_id") for claim in group}
        same = Q(kind=kind, **{f"{column}__in": keys})
        has_denial = any(claim.polarity == Polarity.DENIED for claim in group)
        is_single = kind in (*_ONCE, "occurrence", "existence")
        condition |= same if is_single or has_denial else same & Q(polarity=Polarity.DENIED)
    return condition


def _conflicts(claims: list[Assertion], places: Tree) -> Iterator[_Conflict]:
    for topic, group in _grouped(claims, _dated_topic).items():
        if at_odds := _at_odds(group, _exclude_in_time):
            yield _Conflict(f"the date of {topic[-1]}", at_odds, _date_text)

    def elsewhere(one: Assertion, other: Assertion) -> bool:
        return not places.nested(one.place_id or 0, other.place_id or 0)

    for topic, group in _grouped(claims, _placed_topic).items():
        if at_odds := _at_odds(sorted(group, key=_place_text), elsewhere):
            yield _Conflict(f"the place of {topic[-1]}", at_odds, _place_text)
    yield from _denials(claims)


def _grouped(
    claims: list[Assertion], topic: Callable[[Assertion], tuple[Hashable, ...] | None]
) -> dict[tuple[Hashable, ...], list[Assertion]]:
    """The affirmed claims by what they are about; those without a topic are left out."""
    groups = defaultdict(list)
    for claim in claims:
        if claim.polarity == Polarity.AFFIRMED and (key := topic(claim)) is not None:
            groups[key].append(claim)
    return groups


def _dated_topic(claim: Assertion) -> tuple[Hashable, ...] | None:
    """What can have one date only; its last member says what it is."""
    if not claim.edtf:
        return None
    if claim.kind in _ONCE:
        return claim.kind, claim.person_id, KINDS[claim.kind].label
    if claim.kind == "occurrence":
        return claim.kind, claim.event_id, "the event"
    if claim.kind == "existence" and not claim.lasting:
        return claim.kind, claim.organisation_id, claim.role_id, f"“{claim.role}”"
    return None


def _placed_topic(claim: Assertion) -> tuple[Hashable, ...] | None:
    """What can be in one place only."""
    if claim.kind in _ONCE and claim.place_id is not None:
        return claim.kind, claim.person_id, KINDS[claim.kind].label
    return None


def _exclude_in_time(one: Assertion, other: Assertion) -> bool:
    """Whether both dates cannot be true; of a body renamed twice, both can."""
    if one.kind == "existence" and one.value and other.value and one.value != other.value:
        return False
    return overlaps(bounds(one), bounds(other)) == Answer.EXCLUDED


def _at_odds(
    claims: list[Assertion], exclude: Callable[[Assertion, Assertion], bool]
) -> list[Assertion]:
    """Those of these claims that exclude another of them, in their order."""
    keys: set[int] = set()
    for one, other in combinations(claims, 2):
        if exclude(one, other):
            keys |= {one.pk, other.pk}
    return [claim for claim in claims if claim.pk in keys]


def _denials(claims: list[Assertion]) -> Iterator[_Conflict]:
    """Each denied claim with the affirmed claims that it denies."""
    affirmed = defaultdict(list)
    for claim in claims:
        if claim.polarity == Polarity.AFFIRMED:
            affirmed[_subject(claim)].append(claim)
    for claim in claims:
        if claim.polarity == Polarity.DENIED:
            against = [other for other in affirmed[_subject(claim)] if _denies(claim, other)]
            if against:
                yield _Conflict("", [*against, claim], _polarity_text)


def _subject(claim: Assertion) -> tuple[Hashable, ...]:
    return claim.kind, *(getattr(claim, f"{name}_id") for name in SUBJECTS[:1]), claim.role_id


def _denies(denied: Assertion, affirmed: Assertion) -> bool:
    """Whether what is denied is what is affirmed, or more general, at a time that may be the same.

    That somebody never was expelled denies his expulsion from a party in 1927; that he was not
    expelled in Moscow, or not in 1927, does not deny that he was expelled.
    """
    columns = [name for name in _COLUMNS if getattr(denied, name) is not None]
    if "value" in denied.kind_rules.needs:
        columns.append("value")
    if any(getattr(denied, name) != getattr(affirmed, name) for name in columns):
        return False
    if not denied.edtf:
        return True
    at_once = overlaps(bounds(denied), bounds(affirmed)) != Answer.EXCLUDED
    return bool(affirmed.edtf) and at_once


def _told(conflict: _Conflict) -> Disagreement:
    """A conflict in words: each value once, in the order of its claims."""
    values: dict[str, list[Assertion]] = {}
    for claim in conflict.claims:
        values.setdefault(conflict.text(claim), []).append(claim)
    about = conflict.about or f"“{plain(predicate(conflict.claims[0]))}”"
    return Disagreement(
        about=about,
        sides=tuple(
            Side(
                text=text,
                identifiers=tuple(claim.identifier for claim in claims),
                cited=_cited([each for claim in claims for each in claim.citations.all()]),
            )
            for text, claims in values.items()
        ),
    )


def _contradicted(claim: Assertion) -> Disagreement:
    """A claim that some citations support and others contradict."""
    words = {Stance.SUPPORTS: "supported", Stance.CONTRADICTS: "contradicted"}
    return Disagreement(
        about=f"“{plain(predicate(claim))}”",
        sides=tuple(
            Side(
                text=word,
                identifiers=(claim.identifier,),
                cited=_cited([each for each in claim.citations.all() if each.stance == stance]),
            )
            for stance, word in words.items()
        ),
    )


def _cited(citations: list[Citation]) -> tuple[Cited, ...]:
    """The citations source by source, in document order."""
    groups: dict[tuple[Any, ...], list[Citation]] = {}
    for citation in sorted(citations, key=lambda each: (each.source.label, each.locator_sort)):
        groups.setdefault((citation.source, evidence(citation).word_of), []).append(citation)
    return tuple(
        Cited(source, ", ".join(dict.fromkeys(each.locator for each in found)), word_of)
        for (source, word_of), found in groups.items()
    )


def _date_text(claim: Assertion) -> str:
    told = when(claim)
    return told.text if told else ""


def _place_text(claim: Assertion) -> str:
    return str(claim.place)


def _polarity_text(claim: Assertion) -> str:
    return str(claim.polarity)
