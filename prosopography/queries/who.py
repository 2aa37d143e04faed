"""Who somebody was, in one line, by a rule: never from nothing, and each word with its claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from prosopography.models import (
    Assertion,
    Certainty,
    Identification,
    Polarity,
    Rank,
    Role,
    Stance,
)

from .address import visible
from .sentence import Part, predicate
from .tree import Tree

#: So many offices and occupations stand in the line.
MOST_SAID = 3
_KINDS = ("tenure", "occupation")


class Standing(IntEnum):
    """What the vocabulary says of a role, the most telling first."""

    SOLE = 0  # one person holds it at a time: chairman
    NEAR_SOLE = 1  # it is a kind of such a role, or has one among its kinds: secretary, leader
    TITLE = 2  # it has no kinds and is none, like an occupation: People’s Commissar
    ONE_OF_MANY = 3  # it has kinds, or is one, and many hold each at once: leading member


@dataclass(frozen=True)
class Was:
    """An office or an occupation, and the claims that say so."""

    parts: tuple[Part, ...]
    claims: tuple[str, ...]  # identifiers
    witnesses: int  # the independent ones of the best witnessed claim
    preferred: bool
    sole: bool  # whether one person holds it at a time

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(part.text for part in self.parts)


def who(claims: Iterable[Assertion]) -> tuple[Was, ...]:
    """The offices and occupations by which somebody is best known, at most three.

    From affirmed claims of a certainty that is not merely possible, with a citation that surely
    means the person; what editors deprecate is left out. First what the editors prefer, then by
    the standing of the role in the vocabulary, then what most independent witnesses say, then what
    most sources say; of equals what comes first in the order of the claims, in which they are
    given: that of time. One query, for the roles, and none where there is no office; the claims
    come with their citations.
    """
    by_words: dict[str, list[Assertion]] = {}
    for claim in claims:
        if claim.kind in _KINDS and _counts(claim):
            words = "".join(part.text for part in predicate(claim))
            by_words.setdefault(words, []).append(claim)
    standings = _standings() if any(found[0].role_id for found in by_words.values()) else {}
    ranked = sorted(by_words.values(), key=lambda found: _weight(found, standings))
    return tuple(_was(found) for found in ranked[:MOST_SAID])


def _standings() -> dict[int, Standing]:
    """The standing of each role; one query."""
    rows = dict[int, tuple[int | None, bool]]()
    for key, broader, is_sole in visible(Role).values_list("pk", "broader_id", "sole"):
        rows[key] = (broader, is_sole)
    tree = Tree({key: broader for key, (broader, _) in rows.items()})
    found = {}
    for key, (_, is_sole) in rows.items():
        family = tree.within((tree.above(key) or [key])[0])
        if is_sole:
            found[key] = Standing.SOLE
        elif any(rows[each][1] for each in family):
            found[key] = Standing.NEAR_SOLE
        else:
            found[key] = Standing.TITLE if len(family) == 1 else Standing.ONE_OF_MANY
    return found


def _counts(claim: Assertion) -> bool:
    return (
        claim.polarity == Polarity.AFFIRMED
        and claim.rank != Rank.DEPRECATED
        and claim.certainty != Certainty.POSSIBLE
        and any(
            citation.stance == Stance.SUPPORTS and citation.identification == Identification.CERTAIN
            for citation in claim.citations.all()
        )
    )


def _weight(
    found: list[Assertion], standings: dict[int, Standing]
) -> tuple[bool, Standing, int, int]:
    """The smaller, the earlier in the line; equals keep their order."""
    return (
        all(claim.rank != Rank.PREFERRED for claim in found),
        min(
            Standing.TITLE
            if claim.role_id is None
            else standings.get(claim.role_id, Standing.TITLE)
            for claim in found
        ),
        -max(claim.witnesses for claim in found),
        -len({citation.source_id for claim in found for citation in claim.citations.all()}),
    )


def _was(found: list[Assertion]) -> Was:
    return Was(
        parts=tuple(predicate(found[0])),
        claims=tuple(claim.identifier for claim in found),
        witnesses=max(claim.witnesses for claim in found),
        preferred=any(claim.rank == Rank.PREFERRED for claim in found),
        sole=any(claim.role is not None and claim.role.sole for claim in found),
    )
