"""Paths from one person to another in words, each step with its claims and their citations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from prosopography.models import Assertion, Person

from .address import visible
from .chains import LONGEST, Chain, chains
from .claims import Claim, prepare, public_claims, when
from .conflict_index import is_disputed
from .keys import keyed
from .links import EVERYTHING, Filter, Link
from .script import converse_label_of, label_of
from .sentence import Part, composed

#: How many links of one step are told; they are the strongest.
MOST_WAYS = 4


@dataclass(frozen=True)
class Asked:
    """Between whom, and what counts."""

    one: Person
    other: Person
    only: Filter = EVERYTHING
    certain: bool = False  # certain links alone
    longest: int = LONGEST


@dataclass(frozen=True)
class Way:
    """One link of two persons."""

    link: Link
    parts: tuple[Part, ...]  # in words, with the rows that they name
    through: Any  # the body or event; None of a relationship
    assertions: tuple[Assertion, ...]
    claims: tuple[Claim, ...]  # the same as a page shows them


@dataclass(frozen=True)
class Step:
    """From one person to the next."""

    one: Person
    other: Person
    ways: tuple[Way, ...]  # the strongest first, what tells of no meeting (a photograph) last
    more: int  # how many links are not told
    certain: bool  # whether one of the links is


@dataclass(frozen=True)
class Path:
    """Persons and what leads from each to the next."""

    persons: tuple[Person, ...]
    steps: tuple[Step, ...]
    certain: bool


@dataclass(frozen=True)
class Paths:
    """What was found, the best first."""

    paths: tuple[Path, ...]
    searched: int  # every chain of at most so many steps was looked at
    apart: bool  # there is none, however long


def paths(asked: Asked) -> Paths:
    """The shortest paths between two different persons, and those that come next.

    The queries of ``chains``, and four more: the persons, the claims, their citations, whom else
    these may mean.
    """
    found = chains(
        asked.one.pk, asked.other.pk, asked.only, certain=asked.certain, longest=asked.longest
    )
    told = _Told(found.chains)
    return Paths(
        tuple(told.path(chain, at) for at, chain in enumerate(found.chains, start=1)),
        found.searched,
        found.apart,
    )


class _Told:
    """What the chains name, loaded."""

    def __init__(self, found: list[Chain]) -> None:
        shown = [link for chain in found for links in chain.steps for link in links[:MOST_WAYS]]
        persons = {person for chain in found for person in chain.persons}
        self.persons = visible(Person).in_bulk(persons)
        self.claims = claims_of(shown)

    def path(self, chain: Chain, at: int) -> Path:
        """A chain in words; ``at`` is its place among them, which makes its anchors its own."""
        persons = tuple(self.persons[key] for key in chain.persons)
        steps = tuple(
            self._step(links, f"{at}.{step}") for step, links in enumerate(chain.steps, 1)
        )
        return Path(persons, steps, chain.certain)

    def _step(self, links: list[Link], anchor: str) -> Step:
        one, other = self.persons[links[0].one], self.persons[links[0].other]
        shown = links[:MOST_WAYS]
        ways = tuple(way(link, one, other, self.claims, anchor) for link in shown)
        return Step(one, other, ways, len(links) - len(shown), any(link.certain for link in links))


def claims_of(links: Iterable[Link]) -> dict[int, Assertion]:
    """The claims of these links in full, by their keys; three queries, none if there are no links."""
    keys = {key for link in links for key in link.claims}
    rows: Any = public_claims().filter(keyed("pk", keys)).annotate(at_odds=is_disputed())
    return {claim.pk: claim for claim in rows} if keys else {}


def way(
    link: Link, one: Person, other: Person, claims: dict[int, Assertion], anchor: str = ""
) -> Way:
    """A link in words; no query."""
    assertions = tuple(claims[key] for key in link.claims)
    return Way(
        link,
        tuple(words(link, one, other, assertions)),
        None if link.by == "relationship" else getattr(assertions[0], link.by),
        assertions,
        tuple(
            prepare(
                claim,
                disputed={claim.pk} if claim.at_odds else (),  # type: ignore[attr-defined]
                anchor=f"{claim.identifier}-{anchor}" if anchor else "",
            )
            for claim in assertions
        ),
    )


def words(link: Link, one: Person, other: Person, claims: tuple[Assertion, ...]) -> list[Part]:
    """What links two persons: “Smilga took part in the Platform as signatory, as did Pyatakov”."""
    if link.by == "relationship":
        return _related(link, one, other, claims[0])
    mine, theirs = (_held(claim) for claim in claims)
    row = getattr(claims[0], link.by)
    filled = {
        "one": Part(label_of(one), one),
        "other": Part(label_of(other), other),
        "place": Part(label_of(row), row),
        "first": Part(label_of(one)),
        "second": Part(label_of(other)),
        "mine": Part(mine),
        "theirs": Part(theirs),
    }
    if link.by == "organisation":
        pattern = (
            _("{one} served with {other} in {place}: {first} as {mine}, {second} as {theirs}")
            if link.certain
            else _(
                "{one} may have served with {other} in {place}: "
                "{first} as {mine}, {second} as {theirs}"
            )
        )
    elif not link.certain:
        pattern = _(
            "{one} and {other} may both have taken part in {place}: "
            "{first} as {mine}, {second} as {theirs}"
        )
    elif mine == theirs:
        pattern = _("{one} took part in {place} as {mine}, as did {other}")
    else:
        pattern = _("{one} took part in {place} as {mine}, {other} as {theirs}")
    return composed(pattern, **filled)


def _related(link: Link, one: Person, other: Person, claim: Assertion) -> list[Part]:
    role: Any = claim.role
    label = label_of(role) if claim.person_id == one.pk else converse_label_of(role)
    dated = when(claim)
    details = [dated.text] if dated else []
    details += [] if link.certain else [_("not certain")]
    said = composed(
        _("{one} – {role} – {other}"),
        one=Part(label_of(one), one),
        role=Part(label, role),
        other=Part(label_of(other), other),
    )
    return [*said, Part(f" ({', '.join(details)})")] if details else said


def _held(claim: Assertion) -> str:
    """“member (1917)”."""
    dated = when(claim)
    role = label_of(claim.role) if claim.role else ""
    return f"{role} ({dated.text})" if dated else role
