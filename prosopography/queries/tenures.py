"""Who held what in a body or in a role: every claim in short, and those that are shown in full.

What is asked on a day (``as_of``) and in what order (``succession``) is judged from the short form,
of which a large body has thousands; only the claims of one page are then read with their evidence.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Max

from prosopography.dates import DISTANT_FUTURE, Bounds
from prosopography.models import (
    Assertion,
    Certainty,
    Organisation,
    Person,
    Polarity,
    Rank,
    Role,
    Status,
)

from .address import visible
from .below import with_parts
from .claims import Claim, brief, prepare, public_claims
from .conflict_index import is_disputed
from .identity import is_surely_named

#: How many bodies are offered as examples.
_EXAMPLES = 6


@dataclass(frozen=True)
class Office:
    """What is asked about: a body, a role, or a role in a body."""

    organisation: Organisation | None
    role: Role | None
    #: Whether parts of the body and narrower roles are left out.
    exact: bool = False
    #: Whether claims count of which no citation surely means the person.
    doubtful: bool = True


class Tenure(NamedTuple):
    """A claim in short."""

    key: int
    person: int
    sorting: tuple[str, str]  # by which its person is sorted
    organisation: int
    role: int
    bounds: Bounds
    certainty: str
    doubtful: bool  # no citation surely means the person
    denied: bool
    unborn: int | None = None  # before this day the person surely was not born
    gone: int | None = None  # after this day it surely was over (see ``exits``)
    ended: str = ""  # what else tells when it was over at the latest (see ``exits``)

    @property
    def sure(self) -> bool:
        """Whether it says without any doubt that this person held this role, whenever."""
        return self.certainty == Certainty.CERTAIN and not self.doubtful


class Tenures(NamedTuple):
    """The claims about an office, in time order."""

    affirmed: list[Tenure]
    denied: list[Tenure]
    deprecated: int  # how many are left out, for the editors deprecate them


@dataclass(frozen=True)
class Told:
    """A claim in full."""

    assertion: Assertion
    claim: Claim  # as a page shows it beside the name of the person
    contradicted: bool  # one of its own citations speaks against it


def tenures(office: Office) -> Tenures:
    """The public tenures of an office, without those deprecated.

    One query; one more for the parts of the body, and one for the narrower roles.
    """
    claims = Assertion.objects.public().filter(kind="tenure")
    for column, row in (("organisation", office.organisation), ("role", office.role)):
        if row is not None:
            keys = [row.pk] if office.exact else sorted(with_parts(type(row), [row.pk]))
            claims = claims.filter(**{f"{column}__in": keys})
    rows = claims.annotate(has_sure_name=is_surely_named()).in_time_order().values_list(
        "rank", "polarity", "pk", "person_id", "person__sort_label", "person__slug",
        "organisation_id", "role_id", "earliest_start", "latest_start", "earliest_end",
        "latest_end", "certainty", "has_sure_name",
    )  # fmt: skip
    found = Tenures([], [], 0)
    deprecated = 0
    for rank, polarity, key, person, label, slug, body, role, *days, certainty, named in rows:
        # A source that is silent neither says nor denies it.
        is_told = polarity in (Polarity.AFFIRMED, Polarity.DENIED)
        if not is_told or (not named and not office.doubtful):
            continue
        if rank == Rank.DEPRECATED:
            deprecated += 1
            continue
        is_denied = polarity == Polarity.DENIED
        one = Tenure(
            key, person, (label.casefold(), slug), body, role, Bounds(*days), certainty,
            not named, is_denied,
        )  # fmt: skip
        (found.denied if is_denied else found.affirmed).append(one)
    return found._replace(deprecated=deprecated)


def against(office: Office, held: Iterable[Tenure], denied: Iterable[Tenure]) -> list[Tenure]:
    """Those of the denials, all of one person, that speak against what the person held; no query.

    A denial must be of the same body and role as one of the claims, or of the body or the role that
    is asked about: who did not sit in one committee of a party is not thereby denied to have been
    in the party.
    """
    bodies = {office.organisation.pk} if office.organisation else set()
    roles = {office.role.pk} if office.role else set()
    claims = list(held)
    return [
        denial
        for denial in denied
        if any(
            denial.organisation in {claim.organisation, *bodies}
            and denial.role in {claim.role, *roles}
            for claim in claims
        )
    ]


def told(keys: Collection[int]) -> dict[int, Told]:
    """The claims of these keys in full, with their evidence; three queries."""
    claims = public_claims().filter(pk__in=keys).annotate(at_odds=is_disputed())
    return {
        claim.pk: Told(
            assertion=claim,
            claim=prepare(claim, said=brief(claim), disputed={claim.pk} if claim.at_odds else ()),
            contradicted=len({citation.stance for citation in claim.citations.all()}) > 1,
        )
        for claim in claims
    }


def person_of(told: Told) -> Person:
    """The person of whom a claim is."""
    person = told.assertion.person
    if person is None:  # the columns of the kind forbid it
        raise LookupError("A tenure has a person.")
    return person


class Example(NamedTuple):
    """A body of whose offices the record says much, and a day by which most of it had begun."""

    organisation: Organisation
    day: int


def examples() -> list[Example]:
    """What to begin with: the bodies with most dated tenures; three queries.

    Counted are published claims about published bodies, whether or not all that they name is public;
    the day is one of public claims.
    """
    published = {"status": Status.PUBLISHED, "organisation__status": Status.PUBLISHED}
    dated = Assertion.objects.filter(kind="tenure", **published).affirmed().dated().order_by()
    most = dated.values_list("organisation").annotate(number=Count("pk"))
    likely = [key for key, _ in most.order_by("-number", "organisation")[: 2 * _EXAMPLES]]
    public = Assertion.objects.public().affirmed().filter(kind="tenure", organisation__in=likely)
    days = dict(
        public.filter(latest_start__lt=DISTANT_FUTURE)
        .order_by()
        .values_list("organisation")
        .annotate(Max("latest_start"))
    )
    rows = visible(Organisation).in_bulk(likely)
    found = [Example(rows[key], days[key]) for key in likely if key in rows and key in days]
    return found[:_EXAMPLES]
