"""What happened at an event or in a place: its claims under headings, a page at a time.

Each heading says of how many persons it tells, on whatever page they stand, and gives the question
that finds them. Who is said *not* to have taken part stands apart, and is counted nowhere.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from prosopography.models import Assertion, Polarity, Rank, Role

from .claims import PAGE_OF_CLAIMS, Claim, prepare
from .conflict_index import disputed_among
from .script import label_of
from .sentence import Part, parts, predicate
from .slices import Slice, cut


@dataclass(frozen=True)
class Heading:
    """What stands over the claims of one sort."""

    key: str  # names it on its page
    title: str
    rank: int  # headings of the same rank stand by how much is said under them
    row: Any = None  # the role that it names, if it names one
    #: What a question asks of such a claim; empty where no question finds just these persons.
    asked: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it, on whatever page."""

    heading: Heading
    claims: int
    denied: int  # how many of the claims say that it was not so, or that a source is silent
    persons: int  # of how many persons it is said that it was so; 0 where no question finds them
    page: int  # the page on which it begins
    question: str  # the question that finds these persons, as JSON; empty where there is none


@dataclass(frozen=True)
class Told:
    """What stands under a heading on this page."""

    section: Section
    claims: list[Claim]
    denied: list[Claim]
    continued: bool  # whether the page before has claims of it


@dataclass(frozen=True)
class Happened:
    """All headings, and a page of what stands under them."""

    sections: list[Section]
    page: Slice  # of Told

    @property
    def total(self) -> int:
        """How many claims there are on all pages."""
        return self.page.total


#: Which heading a claim stands under, by its kind and its role.
Arrange = Callable[[str, Role | None, Mapping[int, Role]], Heading]
#: How a claim is said under its heading.
Say = Callable[[Assertion], list[Part]]


def happened(
    claims: QuerySet, number: int, *, noun: str, row: Any, arrange: Arrange, say: Say | None = None
) -> Happened:
    """A page of these claims, which name a row of this noun or a part of it, under headings.

    ``claims`` are as ``public_claims`` loads them; ``arrange`` is called once for every kind and
    role among them; ``say`` replaces the sentence. Eight queries: which kinds and roles there are,
    the roles, how much of each, the number and the page of the claims, their citations, whom else
    these may mean, which are disputed. Four, where there is no claim. Raises PageNumberError.
    """
    found = claims.order_by().values_list("kind", "role").distinct()
    pairs = sorted(found, key=lambda pair: (pair[0], pair[1] or 0))
    roles: dict[int, Role] = Role.objects.in_bulk()
    headings: dict[str, Heading] = {}
    under: dict[str, list[tuple[str, int | None]]] = {}
    for kind, role in pairs:
        heading = arrange(kind, None if role is None else roles[role], roles)
        headings.setdefault(heading.key, heading)
        under.setdefault(heading.key, []).append((kind, role))
    order = list(headings)
    placed = claims.annotate(heading=_place([under[key] for key in order])) if order else claims
    sections = _sections(placed, [headings[key] for key in order]) if order else []
    return Happened(
        sections=sections, page=_page(placed, sections, order, number, noun=noun, row=row, say=say)
    )


def _place(under: Iterable[list[tuple[str, int | None]]]) -> Case:
    """The number of the heading of a claim."""
    whens = []
    for number, pairs in enumerate(under):
        asked = Q()
        for kind, same in groupby(pairs, key=lambda pair: pair[0]):
            keys = [role for _, role in same]
            of_role = Q(role__in=[key for key in keys if key is not None])
            if None in keys:
                of_role |= Q(role=None)
            asked |= Q(kind=kind) & of_role
        whens.append(When(asked, then=Value(number)))
    return Case(*whens, default=Value(len(whens)))


def _sections(placed: QuerySet, headings: list[Heading]) -> list[Section]:
    """The headings in their order, with how much is under each; one query."""
    so = Q(polarity=Polarity.AFFIRMED)
    counted = so & ~Q(rank=Rank.DEPRECATED)
    numbers = {
        found["heading"]: found
        for found in placed.order_by()
        .values("heading")
        .annotate(
            claims=Count("pk"),
            denied=Count("pk", filter=~so),
            persons=Count("person", filter=counted, distinct=True),
        )
    }
    ranked = sorted(
        enumerate(headings),
        key=lambda pair: (pair[1].rank, -numbers[pair[0]]["persons"], pair[1].title),
    )
    sections, before = [], 0
    for number, heading in ranked:
        found = numbers[number]
        sections.append(
            Section(
                heading=heading,
                claims=found["claims"],
                denied=found["denied"],
                # Where no question is asked of one person, a claim may be of two.
                persons=found["persons"] if heading.asked else 0,
                page=before // PAGE_OF_CLAIMS + 1,
                question=_question(heading) if found["persons"] else "",
            )
        )
        before += found["claims"]
    return sections


def _question(heading: Heading) -> str:
    """The question that finds the persons under a heading."""
    if not heading.asked:
        return ""
    asked = {"assertion": dict(heading.asked)}
    return json.dumps(asked, ensure_ascii=False, separators=(",", ":"))


def _page(
    placed: QuerySet,
    sections: list[Section],
    order: list[str],
    number: int,
    *,
    noun: str,
    row: Any,
    say: Say | None,
) -> Slice:
    """A page of the claims under their headings, what is denied last under each; five queries."""
    if sections:
        at = {order.index(each.heading.key): place for place, each in enumerate(sections)}
        shown = Case(*(When(heading=key, then=Value(place)) for key, place in at.items()))
        so = Case(When(polarity=Polarity.AFFIRMED, then=Value(0)), default=Value(1))
        placed = placed.annotate(shown=shown, is_denied=so).order_by(
            "shown", "is_denied", F("person__sort_label").asc(nulls_first=True),
            *placed.query.order_by,
        )  # fmt: skip
    page = cut(placed, number, PAGE_OF_CLAIMS)
    at_odds = disputed_among(page.rows)

    def make(claim: Assertion) -> Claim:
        is_itself = getattr(claim, f"{noun}_id") == row.pk
        said = say(claim) if say is not None else None
        part = None if is_itself else getattr(claim, noun)
        return prepare(claim, said=said, disputed=at_odds, of_part=part)

    told, before = [], page.first - 1
    for place, together in groupby(page.rows, key=lambda claim: claim.shown):
        section = sections[place]
        made = [make(claim) for claim in together]
        first = sum(each.claims for each in sections[:place])
        told.append(
            Told(
                section=section,
                claims=[claim for claim in made if not (claim.denied or claim.silent)],
                denied=[claim for claim in made if claim.denied or claim.silent],
                continued=before > first,
            )
        )
        before += len(made)
    return Slice(told, page.number, page.pages, page.total, page.first)


def who(claim: Assertion, *, noun: str, row: Any) -> list[Part]:
    """A claim as it stands under the heading of its role: the person, and what the role leaves out.

    A claim that it was not so is said as a whole, so that nobody reads it as its contrary.
    """
    without = noun if getattr(claim, f"{noun}_id") == row.pk else ""
    if claim.person is None or claim.polarity != Polarity.AFFIRMED:
        return parts(claim, without=without)
    said = predicate(claim, without=without)
    if not said or said[0].row is None or said[0].row != claim.role:
        return parts(claim, without=without)
    return [Part(label_of(claim.person), claim.person), *said[1:]]
