"""Under which names the sources know somebody, spelling by spelling, and where each stands.

Nothing here asks the database: the claims come with their citations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from prosopography.models import Assertion, Citation, Identification, Polarity, Source, Stance

from .script import label_of

#: So many places in one source are named for one spelling.
MOST_PLACES = 4


@dataclass
class InSource:
    """A source in which a spelling stands, and at which places."""

    source: Source
    locators: list[str] = field(default_factory=list)

    @property
    def shown(self) -> list[str]:
        """The first of them."""
        return self.locators[:MOST_PLACES]

    @property
    def more(self) -> int:
        """How many are not named."""
        return max(0, len(self.locators) - MOST_PLACES)


@dataclass
class Spelling:
    """One way to write the name."""

    text: str
    uses: list[str] = field(default_factory=list)  # “misprint”, “full form”
    claims: list[str] = field(default_factory=list)  # the claims that it is a name, identifiers
    sources: list[InSource] = field(default_factory=list)
    is_claimed: bool = False  # whether a claim says so; else it is only printed so


def spellings(person: int, claims: Iterable[Assertion]) -> list[Spelling]:
    """Every spelling that a claim affirms, or that a citation about this person prints.

    Those that claims name come first, each group by the number of places and then by the letters. A
    citation that may mean somebody else does not count, nor one against the claim of a name.
    """
    found: dict[str, Spelling] = {}
    for claim in claims:
        if claim.person_id != person or (claim.kind == "name" and not _is_name(claim)):
            continue
        if _is_name(claim):
            spelling = found.setdefault(claim.value, Spelling(claim.value))
            spelling.is_claimed = True
            spelling.claims.append(claim.identifier)
            use = label_of(claim.role) if claim.role is not None else ""
            if use and use not in spelling.uses:
                spelling.uses.append(use)
        for citation in claim.citations.all():
            if citation.identification != Identification.CERTAIN:
                continue
            if _is_name(claim) and citation.stance == Stance.SUPPORTS:
                _stands(found[claim.value], citation)
            elif not _is_name(claim) and citation.named_as:
                text = citation.named_as
                _stands(found.setdefault(text, Spelling(text)), citation)
    return sorted(found.values(), key=_place)


def _is_name(claim: Assertion) -> bool:
    return claim.kind == "name" and claim.polarity == Polarity.AFFIRMED


def _place(spelling: Spelling) -> tuple[bool, int, str]:
    places = sum(len(each.locators) for each in spelling.sources)
    return not spelling.is_claimed, -places, spelling.text.casefold()


def _stands(spelling: Spelling, citation: Citation) -> None:
    """Adds the place, once."""
    there = next((each for each in spelling.sources if each.source == citation.source), None)
    if there is None:
        there = InSource(citation.source)
        spelling.sources.append(there)
    if citation.locator not in there.locators:
        there.locators.append(citation.locator)
