"""Relationships of a person, each told from both sides."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from prosopography.models import Assertion, Person, Polarity, Rank

from .claims import Claim, prepare, public_claims
from .conflict_index import disputed_among
from .script import label_of
from .sentence import Part, plain, predicate

#: How many relationships of one person are read at most.
MOST_RELATIONSHIPS = 500


@dataclass(frozen=True)
class Relationship:
    """What two persons are to one another, as one claim has it."""

    person: Person  # the other one
    here: str  # as the person is told to stand to the other: “supporter of Leon Trotsky”
    there: str  # the same from the other side: “supported by Ivar Smilga”
    assertion: Assertion
    claim: Claim  # told from the side of the person

    @property
    def remark(self) -> str:
        """The other side, as it stands beside the claim."""
        return f"{label_of(self.person)}: {self.there}"


@dataclass(frozen=True)
class Bonds:
    """The relationships of a person in short: the keys of their claims, by the other one's name."""

    person: Person
    affirmed: list[int]
    apart: list[int]  # denied, searched for in vain, or deprecated: they do not count


@dataclass(frozen=True)
class Relationships:
    """As many of the relationships of a person as are read."""

    affirmed: list[Relationship]
    apart: list[Relationship]
    more: int  # how many are not


def bonds(person: Person) -> Bonds:
    """The public relationships of a person, those of one other in time order; one query."""
    rows = (
        Assertion.objects.public()
        .filter(Q(person=person) | Q(related_person=person), kind="relationship")
        .in_time_order()
        .values_list(
            "pk", "polarity", "rank", "person", "person__sort_label", "person__slug",
            "related_person__sort_label", "related_person__slug",
        )
    )  # fmt: skip
    found: tuple[list[Any], list[Any]] = [], []
    for key, polarity, rank, one, *names in rows:
        label, slug = names[2:] if one == person.pk else names[:2]
        counts = polarity == Polarity.AFFIRMED and rank != Rank.DEPRECATED
        found[not counts].append((label.casefold(), slug, key))
    affirmed, apart = ([each[-1] for each in sorted(keys, key=_by_name)] for keys in found)
    return Bonds(person, affirmed, apart)


def relationships(found: Bonds) -> Relationships:
    """The first of them in full, those that count before the others; four queries.

    What was taken back since they were found is left out.
    """
    affirmed = found.affirmed[:MOST_RELATIONSHIPS]
    apart = found.apart[: MOST_RELATIONSHIPS - len(affirmed)]
    claims = list(public_claims().filter(pk__in=[*affirmed, *apart]))
    disputed = disputed_among(claims)
    full = {claim.pk: relationship(claim, found.person, disputed) for claim in claims}
    return Relationships(
        affirmed=[full[key] for key in affirmed if key in full],
        apart=[full[key] for key in apart if key in full],
        more=len(found.affirmed) + len(found.apart) - len(affirmed) - len(apart),
    )


def relationship(
    claim: Assertion, person: Person, disputed: frozenset[int] = frozenset()
) -> Relationship:
    """A claim of a relationship as it is told of this person, who is one of the two; no query.

    The claim comes with its citations and with all that it names.
    """
    is_converse = claim.related_person_id == person.pk
    other = claim.person if is_converse else claim.related_person
    if other is None:  # the columns of the kind forbid it
        raise LookupError("A relationship has two persons.")
    said: list[Part] = predicate(claim, converse=is_converse)
    return Relationship(
        person=other,
        here=plain(said),
        there=plain(predicate(claim, converse=not is_converse)),
        assertion=claim,
        claim=prepare(claim, said=said, disputed=disputed),
    )


def _by_name(row: tuple[str, str, int]) -> tuple[str, str]:
    return row[:2]
