"""A question as its page shows it: the tree of its clauses, and who answers on what evidence."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Calendar, Span
from prosopography.models import Assertion, Person
from prosopography.queries.claims import Claim, Evidence, brief, prepare
from prosopography.queries.conflict_index import disputed_among
from prosopography.queries.days import day_in_words
from prosopography.queries.life import LifeDates, life_dates_of
from prosopography.queries.questions import Answered, Leaf, Node, is_about, leaf_sentence
from prosopography.queries.questions.node import (
    All,
    Claimed,
    Compare,
    FixedDate,
    Listed,
    Not,
    OwnDate,
    Pattern,
    Some,
)
from prosopography.queries.sentence import plain


@dataclass(frozen=True)
class Clause:
    """A node of the tree with what its buttons say; ``place`` is where it stands."""

    place: str
    number: str  # “2.1”: how it is told from the others
    sort: str  # all, any, not, leaf
    words: str
    negated: bool  # of a leaf or group: it stands in a ``not``, whose place this is
    inner: str  # the place of the leaf or group itself
    dates: tuple[str, ...]  # how the dates that it asks for were understood
    parts: tuple["Clause", ...]
    alone: bool  # it is the whole question
    joint: str  # what joins it with what is added beside it: all, any


@dataclass(frozen=True)
class Ground:
    """A leaf with the claims by which it counts for a person."""

    words: str
    negated: bool
    match: str
    is_list: bool  # it asks who is in a list, for which no claim is needed
    claims: tuple[tuple[Claim, str], ...]  # each with a remark


class Best(NamedTuple):
    """The claim that stands beside a name at once, with one of its citations."""

    claim: Claim
    evidence: Evidence


class Beside(NamedTuple):
    """What is said of somebody or something else, on which answers rest too."""

    subject: Any
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Found:
    """A person who answers, as the page shows it."""

    person: Person
    life: LifeDates | None
    match: str
    disputed: bool
    best: Best | None  # None where no claim about the person makes it so
    grounds: tuple[Ground, ...]
    claims: int


def clause(node: Node, place: str = "", number: str = "", within: str = "all") -> Clause:
    """The tree of a question from one of its nodes on; ``within`` is the group in which it stands."""
    held, inner = node, place
    negated = isinstance(node, Not) and not isinstance(node.part, Not)
    if negated:
        held, inner = node.part, _within(place, "not")  # type: ignore[attr-defined]
    sort = "leaf"
    parts: tuple[Clause, ...] = ()
    match held:
        case All(parts=nodes) | Some(parts=nodes):
            sort = "all" if isinstance(held, All) else "any"
            parts = tuple(
                clause(each, f"{_within(inner, sort)}[{at}]", _numbered(number, at), sort)
                for at, each in enumerate(nodes)
            )
        case Not(part=part):
            sort = "not"
            parts = (clause(part, _within(inner, "not"), number),)
    is_leaf = sort == "leaf"
    return Clause(
        place=place,
        number=number,
        sort=sort,
        words=leaf_sentence(held) if is_leaf else "",  # type: ignore[arg-type]
        negated=negated,
        inner=inner,
        dates=tuple(_dates(held)) if is_leaf else (),
        parts=parts,
        alone=not place,
        joint="all" if within == "any" else "any",
    )


def understood(text: str, calendar: Calendar, span: Span) -> str:
    """“1917-11: 1 November 1917 to 30 November 1917, Gregorian”."""
    first = None if span.first is None or span.first <= DISTANT_PAST else span.first
    last = None if span.last is None or span.last >= DISTANT_FUTURE else span.last
    words = [None if day is None else day_in_words(day, calendar) for day in (first, last)]
    if first is None and last is None:
        days = gettext("any day")
    elif first == last:
        days = str(words[0])
    elif first is None:
        days = gettext("up to {words}").format(words=words[1])
    elif last is None:
        days = gettext("from {words} on").format(words=words[0])
    else:
        days = gettext("{words} to {words2}").format(words=words[0], words2=words[1])
    told = (
        gettext("{date}: {days}, Julian")
        if calendar is Calendar.JULIAN
        else gettext("{date}: {days}, Gregorian")
    )
    return told.format(date=text, days=days)


def shown(answered: list[Answered]) -> list[Found]:
    """These persons with their lives and their evidence; six queries."""
    claims = [claim for each in answered for ground in each.evidence for claim in ground.assertions]
    disputed = disputed_among(claims)
    lives = life_dates_of(each.person for each in answered)
    return [
        _found(each, lives.get(each.person.pk), disputed, number)
        for number, each in enumerate(answered)
    ]


def disputed_beside(answered: list[Answered]) -> list[Beside]:
    """The disputed claims about others on which these answers rest too, each once; no query."""
    claims = {claim.pk: claim for each in answered for claim in each.disputed_beside}
    by_subject: dict[Any, list[Assertion]] = {}
    for claim in claims.values():
        by_subject.setdefault(getattr(claim, claim.subject_column or "person"), []).append(claim)
    return [
        Beside(subject, tuple(prepare(claim, said=brief(claim)) for claim in found))
        for subject, found in by_subject.items()
    ]


def _best(answered: Answered) -> Best | None:
    """The shortest of the claims about the person that make it so; the certain and dated before others."""
    own = {
        claim.pk: (claim.pk not in each.certain, not claim.edtf, claim)
        for each in answered.evidence
        if not each.negated
        for claim in each.assertions
        if is_about(claim, answered.person)
    }
    told = []
    for doubtful, undated, claim in own.values():
        said = brief(claim) if claim.person_id == answered.person.pk else None
        made = prepare(claim, said=said)
        support = [each for each in made.evidence if not each.contradicts]
        if support:
            length = len(plain(made.parts))
            told.append(((doubtful, undated, length, claim.pk), Best(made, support[0])))
    return min(told, key=lambda each: each[0])[1] if told else None


def _found(
    answered: Answered, life: LifeDates | None, disputed: frozenset[int], number: int
) -> Found:
    grounds = []
    for at, each in enumerate(answered.evidence):
        claims = tuple(
            (
                prepare(claim, disputed=disputed, anchor=f"e{number}-{at}-{claim.identifier}"),
                "" if claim.pk in each.certain else gettext("only possibly"),
            )
            for claim in each.assertions
        )
        match = each.match.value if each.match else ""
        is_list = isinstance(each.leaf, Listed)
        grounds.append(Ground(leaf_sentence(each.leaf), each.negated, match, is_list, claims))
    return Found(
        person=answered.person,
        life=life,
        match=answered.match.value,
        disputed=answered.disputed,
        best=_best(answered),
        grounds=tuple(grounds),
        claims=len({claim.pk for each in answered.evidence for claim in each.assertions}),
    )


def _dates(leaf: Leaf | Any) -> list[str]:
    """How each date of a leaf was understood."""
    patterns: list[Pattern] = []
    told = []
    if isinstance(leaf, Claimed):
        patterns.append(leaf.pattern)
    if isinstance(leaf, Compare):
        for side in (leaf.left, leaf.right):
            if isinstance(side, OwnDate):
                patterns.append(side.pattern)
            if isinstance(side, FixedDate):
                days = Span(side.bounds.earliest_start, side.bounds.latest_end)
                told.append(understood(side.text, side.calendar, days))
    whens = [pattern.date for pattern in patterns if pattern.date]
    return [*(understood(when.text, when.calendar, when.span) for when in whens), *told]


def _within(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _numbered(number: str, at: int) -> str:
    return f"{number}.{at + 1}" if number else str(at + 1)
