"""A conflict: what is at odds, in a sentence, with both sides and their evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from prosopography.models import Assertion, Nature


@dataclass(frozen=True)
class Side:
    """One of the things said that cannot all be so; its claims come with subjects and citations."""

    text: str  # “1937”, “denied”, “member, Central Committee (1912–1927)”
    claims: tuple[Assertion, ...]


@dataclass(frozen=True)
class Conflict:
    """Claims at odds, as a rule found them."""

    rule: str  # the key of the rule
    nature: Nature
    subject: Any  # the person, organisation or event whose conflict it is
    topic: str  # tells it from others of the rule and the subject; stays the same as data comes in
    sentence: str  # what disagrees: “The sources give different dates of the death.”
    sides: tuple[Side, ...]

    @property
    def noun(self) -> str:
        """The table of the subject."""
        return str(self.subject._meta.model_name)

    @property
    def key(self) -> str:
        """What names it for good: the rule, the subject, the topic."""
        parts = [self.rule, self.noun, self.subject.slug, self.topic]
        return ":".join(part for part in parts if part)

    @property
    def claims(self) -> tuple[Assertion, ...]:
        """Every claim in it, once."""
        found = {claim.pk: claim for side in self.sides for claim in side.claims}
        return tuple(found.values())

    @property
    def fingerprint(self) -> str:
        """Of all that was believed when it was settled; another one reopens it."""
        lines = sorted(line for claim in self.claims for line in _content(claim))
        return sha256("\n".join(lines).encode()).hexdigest()


def _content(claim: Assertion) -> Iterable[str]:
    """What a claim says and who says so, line by line; not its rank, which settling changes."""
    named = (claim.person, claim.related_person, claim.role, claim.organisation, claim.event)
    slugs = [row.slug if row else "" for row in (*named, claim.place)]
    words = [claim.kind, *slugs, claim.value, claim.edtf, claim.calendar]
    yield "\t".join([claim.identifier, *words, claim.polarity, claim.certainty])
    for citation in claim.citations.all():
        voices = (citation.source, citation.attributed_to_source, citation.attributed_to_person)
        whose = [row.slug if row else "" for row in voices]
        said = [citation.stance, citation.identification, *whose]
        yield "\t".join([claim.identifier, citation.identifier, *said])
