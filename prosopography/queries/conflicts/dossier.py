"""What the rules look through: the public claims about one thing, and what surrounds them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from prosopography.models import (
    Assertion,
    ConflictEntry,
    Marks,
    Nature,
    Polarity,
    Rank,
)
from prosopography.queries.tree import Tree

from .conflict import Conflict, Side

_LONGEST = ConflictEntry._meta.get_field("key").max_length or 300


#: Whose word something is: the table, and the primary key.
Voice = tuple[str, int]


class Heard(NamedTuple):
    """A citation in short."""

    voice: Voice  # the work or the person that is reported, or else the source that was read
    supports: bool
    is_sure: bool  # that the name as printed means the thing of the claim


@dataclass(frozen=True)
class Surroundings:
    """What the claims of many things refer to; loaded once for all of them."""

    places: Tree
    organisations: Tree
    events: Tree
    roles: Tree
    reform: int  # the first day on which only the Gregorian calendar was in use
    occurrences: Mapping[int, Sequence[Assertion]] = field(default_factory=dict)  # by event
    existences: Mapping[int, Sequence[Assertion]] = field(default_factory=dict)  # by organisation
    heard: Mapping[int, Sequence[Heard]] = field(default_factory=dict)  # by claim


@dataclass(frozen=True)
class Dossier:
    """The public claims about one person, organisation or event, in time order, without citations.

    For an organisation the tenures of its sole offices are among them, for an event the dated
    claims that name it. What a rule finds here it finds without a query.
    """

    noun: str
    subject: Any
    claims: Sequence[Assertion]
    around: Surroundings

    @cached_property
    def identified(self) -> list[Assertion]:
        """The claims that surely are about the subject (see ``is_identified``)."""
        return [claim for claim in self.claims if self.is_identified(claim)]

    @cached_property
    def affirmed(self) -> list[Assertion]:
        """Those that say that it is so: neither that it is not, nor that a source is silent."""
        return self.affirmed_of(self.claims)

    @cached_property
    def births(self) -> list[Assertion]:
        """The affirmed births that have a date."""
        return [claim for claim in self.affirmed if claim.kind == "birth" and claim.edtf]

    @cached_property
    def deaths(self) -> list[Assertion]:
        """The affirmed deaths that have a date, and what ended the life: executed, murdered."""
        return [
            claim
            for claim in self.affirmed
            if claim.edtf and (claim.kind == "death" or ends_life(claim))
        ]

    def affirmed_of(self, claims: Iterable[Assertion]) -> list[Assertion]:
        """The claims among these that say that it is so, of a thing that they surely mean."""
        return [
            claim
            for claim in claims
            if claim.polarity == Polarity.AFFIRMED and self.is_identified(claim)
        ]

    def is_identified(self, claim: Assertion) -> bool:
        """Whether one of its citations at least surely means the thing that the claim is about.

        Where every one is doubtful, somebody else may be meant: such a claim is at odds with
        nothing.
        """
        heard = self.around.heard.get(claim.pk, ())
        return any(each.supports and each.is_sure for each in heard)

    def voices(self, claim: Assertion) -> set[Voice]:
        """Whose word the claim is. Two extracts in one book are two voices."""
        return {each.voice for each in self.around.heard.get(claim.pk, ()) if each.supports}

    def is_contradicted(self, claim: Assertion) -> bool:
        """Whether a citation contradicts the claim."""
        return not all(each.supports for each in self.around.heard.get(claim.pk, ()))

    def conflict(
        self, rule: str, nature: Nature, topic: str, sentence: str, sides: Iterable[Side]
    ) -> Conflict:
        """A conflict of the subject; a topic too long for the key is cut and ends in a checksum."""
        room = _LONGEST - len(f"{rule}:{self.noun}:{self.subject.slug}:")
        if len(topic) > room:
            topic = f"{topic[: room - 17]}-{sha256(topic.encode()).hexdigest()[:16]}"
        return Conflict(rule, nature, self.subject, topic, sentence, tuple(sides))


def ends_life(claim: Assertion) -> bool:
    """Whether it is a life event that is the end of the life."""
    return claim.kind == "life_event" and claim.role is not None and claim.role.marks == Marks.END


def is_posthumous(claim: Assertion) -> bool:
    """Whether its role can be said of the dead."""
    return claim.role is not None and claim.role.posthumous


def believed(claims: Iterable[Assertion]) -> list[Assertion]:
    """Those that no editor deprecated.

    Whether one is preferred makes no difference to what is at odds: settling a conflict prefers a
    side, and must not change what was settled.
    """
    return [claim for claim in claims if claim.rank != Rank.DEPRECATED]
