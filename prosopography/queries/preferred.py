"""What a header shows where sources disagree: one rule for every value that can be so only once.

The editors' preferred claim, else what most independent witnesses say, else all that is said; and
always whether the sources exclude one another. Deprecated and denied claims never count.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from prosopography.models import Assertion, Certainty, Citation, Polarity, Rank, Stance

from .witness import Stemma


class Ground(StrEnum):
    """Why a value is shown; the words, in the language that is spoken, stand on the page."""

    NOTHING = _("nothing is said")
    ONLY = _("nobody says otherwise")
    JUDGED = _("preferred by the editors")
    WITNESSES = _("most independent witnesses say so")
    COPIED = _("more witnesses say so, unless one copies another, which is possible")
    HEDGED = _("more witnesses say so, but not all of them for certain")
    LEANING = _("more witnesses say so, but one may copy another, and not all say so for certain")
    ALL = _("as many independent witnesses say the one as the other: all that is said is given")

    def __str__(self) -> str:
        return gettext(self.value)


@dataclass(frozen=True)
class Value:
    """One of the things said, with the claims that agree with it."""

    text: str
    claims: tuple[str, ...]  # identifiers
    witnesses: int  # how many are independent
    #: How many there still are if whoever may have copied did; of those who say so for certain; both.
    if_copied: int = 0
    certain: int = 0
    least: int = 0


@dataclass(frozen=True)
class Shown:
    """What a header shows of one thing, and why."""

    text: str = ""
    ground: Ground = Ground.NOTHING
    disagree: bool = False
    values: tuple[Value, ...] = ()  # all that is said
    reasons: tuple[str, ...] = ()  # the editors', where they preferred a claim

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Comparison:
    """How two claims about one thing are compared, and what they say."""

    exclude: Callable[[Assertion, Assertion], bool]  # both cannot be so
    holds: Callable[[Assertion, Assertion], bool]  # the first is vaguer and has the second in it
    text: Callable[[Assertion], str]
    join: Callable[[list[str]], str]  # several values, sorted as the claims were


def choose(claims: Iterable[Assertion], stemma: Stemma, comparison: Comparison) -> Shown:
    """What is shown of one thing of which these claims speak, given in their order; no query.

    A vaguer value that has a more exact one within it is not repeated, but its witnesses count for
    it. A value of which no claim is certain has a question mark.
    """
    counted = [
        claim
        for claim in claims
        if claim.polarity == Polarity.AFFIRMED and claim.rank != Rank.DEPRECATED
    ]
    if not counted:
        return Shown()
    values = _values(counted, counted, stemma, comparison)
    disagree = any(comparison.exclude(one, other) for one, other in combinations(counted, 2))
    judged = [claim for claim in counted if claim.rank == Rank.PREFERRED]
    if judged:
        chosen, ground = _values(judged, counted, stemma, comparison), Ground.JUDGED
    else:
        most = max(value.witnesses for value in values)
        chosen = [value for value in values if value.witnesses == most]
        ground = Ground.WITNESSES
        if len(values) == 1:
            ground = Ground.ONLY
        elif len(chosen) > 1:
            chosen, ground = values, Ground.ALL
        else:
            ground = _leaning(chosen[0], [value for value in values if value is not chosen[0]])
    return Shown(
        text=comparison.join([value.text for value in chosen]),
        ground=ground,
        disagree=disagree,
        values=tuple(values),
        reasons=tuple(dict.fromkeys(claim.rank_reason for claim in judged)),
    )


def _leaning(chosen: Value, others: list[Value]) -> Ground:
    """Whether what most say still is what most say without the hedged, and without possible copies."""
    most = max(value.witnesses for value in others)
    certain = max(value.certain for value in others)
    copied, hedged = chosen.if_copied <= most, chosen.certain <= certain
    if copied != hedged:
        return Ground.COPIED if copied else Ground.HEDGED
    return Ground.LEANING if copied or chosen.least <= certain else Ground.WITNESSES


def _values(
    claims: list[Assertion], counted: list[Assertion], stemma: Stemma, comparison: Comparison
) -> list[Value]:
    """Each thing said once, the most exact alone, with all of the counted that agree with it."""
    exact = [claim for claim in claims if not any(comparison.holds(claim, it) for it in claims)]
    by_text: dict[str, list[Assertion]] = {}
    for claim in exact:
        by_text.setdefault(comparison.text(claim), []).append(claim)
    values: dict[str, Value] = {}
    for text, saying in by_text.items():
        agreeing = [
            claim
            for claim in counted
            if claim in saying or any(comparison.holds(claim, one) for one in saying)
        ]
        supporting = _supporting(agreeing)
        certain = _supporting(each for each in agreeing if each.certainty == Certainty.CERTAIN)
        told = text if _is_sure(saying) or text.endswith("?") else f"{text}?"
        values[told] = Value(
            text=told,
            claims=tuple(claim.identifier for claim in agreeing),
            witnesses=stemma.witnesses(supporting),
            if_copied=stemma.careful.witnesses(supporting),
            certain=stemma.witnesses(certain),
            least=stemma.careful.witnesses(certain),
        )
    return list(values.values())


def _supporting(claims: Iterable[Assertion]) -> list[Citation]:
    return [
        citation
        for claim in claims
        for citation in claim.citations.all()
        if citation.stance == Stance.SUPPORTS
    ]


def _is_sure(claims: list[Assertion]) -> bool:
    return any(claim.certainty == Certainty.CERTAIN for claim in claims)
