"""Conflicts as readers see them: a page of their list, each side with its evidence, the settlement.

What is shown is found anew in the claims (``conflicts``), so that nothing is shown that no longer
holds; which conflicts stand on a page is read from the index.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from prosopography.models import Assertion, Nature, Settlement, Stance, Verdict

from .address import keys_of
from .backing import Backing, Kinship, backing, sources_of
from .below import with_parts
from .claims import Claim, brief, prepare
from .conflict_index import NARROWED_BY, Counts, State, condition, counts, entries
from .conflicts import NOUNS, RULES, Conflict, Side, conflicts_of
from .slices import Slice, cut

#: How many conflicts stand on one page of the list.
PAGE_OF_CONFLICTS = 25


@dataclass(frozen=True)
class ShownSettlement:
    """How the editors settled it; of a reopened conflict, how they had."""

    verdict: Verdict
    reason: str
    preferred: (
        str  # the identifier of a claim of the preferred side, if it still is in the conflict
    )
    side: str  # that side in words
    date: datetime | None


@dataclass(frozen=True)
class ShownSide:
    """One of the things said, with its evidence."""

    text: str
    claims: list[Claim]
    rows: tuple[Assertion, ...]  # the same claims
    is_preferred: bool
    backing: Backing  # the sources that say so


@dataclass(frozen=True)
class ShownConflict:
    """A conflict as readers see it."""

    conflict: Conflict
    title: str  # of its rule
    state: State
    settlement: ShownSettlement | None
    sides: list[ShownSide]

    @property
    def key(self) -> str:
        """What names it for good."""
        return self.conflict.key

    @property
    def is_remark(self) -> bool:
        """Whether it is no conflict: probably one day in two calendars."""
        return self.conflict.nature == Nature.CALENDAR


@dataclass(frozen=True)
class ConflictBox:
    """The conflicts that bear on one thing, for its page."""

    open: list[ShownConflict] = field(default_factory=list)  # also what new data has reopened
    settled: list[ShownConflict] = field(default_factory=list)
    remarks: list[ShownConflict] = field(default_factory=list)  # one day in two calendars?
    more: bool = False  # whether the list has more than stand here

    @property
    def total(self) -> int:
        """How many there are, remarks left out."""
        return len(self.open) + len(self.settled)


@dataclass(frozen=True)
class ConflictList:
    """Everything that the page of conflicts shows."""

    page: Slice  # of ShownConflict
    counts: Counts


def conflict_list(
    words: Mapping[str, str], narrowed: Mapping[str, Any], *, number: int = 1
) -> ConflictList:
    """A page of the conflicts, and how many there are of what. Raises PageNumberError.

    ``words`` are a rule, a nature, a state; ``narrowed`` holds rows by the names in NARROWED_BY:
    what is part of a body or an event counts as it does. The counts are of all that the rows
    leave, whatever the words. Three queries, and those of ``of_entries``.
    """
    rows = entries()
    for name, row in narrowed.items():
        model = NARROWED_BY[name]
        keys = with_parts(model, [row.pk]) if hasattr(row, "part_of_id") else [row.pk]
        rows = rows.filter(condition(name, keys))
    asked = rows
    for name, word in words.items():
        asked = asked.filter(condition(name, [word]))
    page = cut(asked, number, PAGE_OF_CONFLICTS)
    found = [each for each in of_entries(page.rows) if each is not None]
    return ConflictList(
        page=Slice(found, page.number, page.pages, page.total, page.first), counts=counts(rows)
    )


def conflict_box(asked: Q) -> ConflictBox:
    """The conflicts whose entries meet a condition, as many as a page of the list has.

    One query, and those of ``of_entries``.
    """
    rows = list(entries().filter(asked)[: PAGE_OF_CONFLICTS + 1])
    found = [each for each in of_entries(rows[:PAGE_OF_CONFLICTS]) if each is not None]
    told = [each for each in found if not each.is_remark]
    return ConflictBox(
        open=[each for each in told if each.state != State.SETTLED],
        settled=[each for each in told if each.state == State.SETTLED],
        remarks=[each for each in found if each.is_remark],
        more=len(rows) > PAGE_OF_CONFLICTS,
    )


def was_settled(key: str) -> bool:
    """Whether the conflict of this key, which may be no more, was ever settled; one query at most."""
    return key.isprintable() and Settlement.objects.filter(key=key).exists()


# What is shown ------------------------------------------------------------------------------------


def of_entries(rows: list[Any]) -> list[ShownConflict | None]:
    """For each of these entries its conflict; None where it no longer holds.

    Two queries, and those of ``conflicts_of`` for each sort of subject among them.
    """
    keys = defaultdict(set)
    for entry in rows:
        for noun in NOUNS:
            if (key := getattr(entry, f"{noun}_id")) is not None:
                keys[noun].add(key)
    wanted = {entry.key for entry in rows}
    found = [
        conflict
        for noun, subjects in keys.items()
        for conflict in conflicts_of(noun, sorted(subjects), only=wanted)
    ]
    by_key = {each.key: each for each in shown(found)}
    return [by_key.get(entry.key) for entry in rows]


def shown(conflicts: Iterable[Conflict]) -> list[ShownConflict]:
    """These conflicts with their settlements, in their order; two queries."""
    found = list(conflicts)
    settlements = settlements_of(conflict.key for conflict in found)
    kinship = Kinship.load() if found else Kinship({}, ())
    return [_shown(conflict, settlements.get(conflict.key), kinship) for conflict in found]


def settlements_of(keys: Iterable[str]) -> dict[str, Settlement]:
    """The settlements of these conflicts by their keys, with ``date``; one query."""
    versions = Settlement.history.filter(id=OuterRef("pk")).order_by("-history_date")  # type: ignore[attr-defined]
    rows = Settlement.objects.filter(key__in=list(keys)).select_related("preferred")
    dated = rows.annotate(date=Subquery(versions.values("history_date")[:1]))
    return {settlement.key: settlement for settlement in dated}


def find(key: str) -> Conflict | None:
    """The conflict of this key as the public claims make it now; None if there is none.

    The slug in the key may be an old one of the subject: then what is found has another key. Two
    queries at most, and those of ``conflicts_of``.
    """
    subject = subject_of(key)
    if subject is None:
        return None
    rule, _, _, topic = _parts(key)
    found = conflicts_of(subject[0], [subject[1]])
    return next((each for each in found if (each.rule, each.topic) == (rule, topic)), None)


def subject_of(key: str) -> tuple[str, int] | None:
    """The noun and the primary key of the published row of whose conflict this is the key.

    None if it is the key of none. Two queries at most.
    """
    rule, noun, slug, _ = _parts(key)
    # PostgreSQL does not take a text with a zero byte, not even to look for it.
    if rule not in RULES or noun not in NOUNS or not key.isprintable():
        return None
    subject = keys_of(NOUNS[noun], [slug]).get(slug)
    return None if subject is None else (noun, subject)


def _parts(key: str) -> list[str]:
    """Rule, noun, slug and topic; what a key lacks is empty."""
    return [*key.split(":", 3), "", "", ""][:4]


def _shown(conflict: Conflict, settlement: Any, kinship: Kinship) -> ShownConflict:
    told = None if settlement is None else _told(conflict, settlement)
    state = State.OPEN
    if settlement is not None:
        holds = settlement.fingerprint == conflict.fingerprint
        state = State.SETTLED if holds else State.REOPENED
    sides = [
        (side, [_claim(claim, conflict, side) for claim in side.claims]) for side in conflict.sides
    ]
    every = {source for _, claims in sides for source in sources_of(claims)}
    return ShownConflict(
        conflict=conflict,
        title=_(RULES[conflict.rule].title),
        state=state,
        settlement=told,
        sides=[
            ShownSide(
                text=side.text,
                claims=claims,
                rows=side.claims,
                is_preferred=state == State.SETTLED and _prefers(told, side),
                backing=replace(backing(claims), copies=kinship.copies(sources_of(claims), every)),
            )
            for side, claims in sides
        ],
    )


def _told(conflict: Conflict, settlement: Any) -> ShownSettlement:
    """A settlement; a preferred claim that is no longer in the conflict is not named."""
    key = settlement.preferred_id
    side = next((each for each in conflict.sides if key in {c.pk for c in each.claims}), None)
    return ShownSettlement(
        verdict=Verdict(settlement.verdict),
        reason=settlement.reason,
        preferred=settlement.preferred.identifier if side is not None else "",
        side=side.text if side is not None else "",
        date=settlement.date,
    )


def _prefers(told: ShownSettlement | None, side: Side) -> bool:
    return told is not None and told.preferred in {claim.identifier for claim in side.claims}


def _claim(claim: Assertion, conflict: Conflict, side: Side) -> Claim:
    """A claim for its side; what it is about is left out where that is clear.

    A claim that stands on both sides is there with what supports it, here with what contradicts.
    """
    column = claim.subject_column
    is_own = column is not None and getattr(claim, column) == conflict.subject
    cited = list(claim.citations.all())
    if any(claim in each.claims for each in conflict.sides if each is not side):
        stance = Stance.SUPPORTS if side is conflict.sides[0] else Stance.CONTRADICTS
        cited = [citation for citation in cited if citation.stance == stance]
    return prepare(claim, said=brief(claim) if is_own else None, citations=cited)
