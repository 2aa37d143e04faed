"""One office held by two at once."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST
from prosopography.models import Assertion, Nature, Rank
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import date_of, date_text
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import side
from prosopography.queries.conflicts.wording import listed
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each two persons who certainly held a sole office of the body at once.

    The same role, and the same place and detail where both say one. A day on which the one left and
    the other came is no conflict.
    """
    offices: dict[int, list[Assertion]] = {}
    for claim in dossier.affirmed:
        if claim.kind == "tenure" and claim.edtf and claim.rank != Rank.DEPRECATED:
            offices.setdefault(claim.role_id or 0, []).append(claim)
    for held in offices.values():
        pairs: dict[tuple[str, str], dict[int, Assertion]] = {}
        for one, other in combinations(held, 2):
            if one.person_id != other.person_id and _clash(one, other):
                key = sorted((_slug(one), _slug(other)))
                found = pairs.setdefault((key[0], key[1]), {})
                found |= {one.pk: one, other.pk: other}
        for slugs, claims in pairs.items():
            yield _conflict(dossier, slugs, list(claims.values()))


def _conflict(dossier: Dossier, slugs: tuple[str, str], claims: list[Assertion]) -> Conflict:
    holders: dict[int, list[Assertion]] = {}
    for claim in claims:
        holders.setdefault(claim.person_id or 0, []).append(claim)
    sides = [side(_text(each), each) for each in holders.values()]
    role: Any = claims[0].role
    sentence = _("The office “{role}” of {body} is held by two at once: {holders}.").format(
        role=label_of(role),
        body=label_of(dossier.subject),
        holders=listed(each.text for each in sides),
    )
    topic = ":".join([role.slug if role else "", *slugs])
    return dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _slug(claim: Assertion) -> str:
    return claim.person.slug if claim.person else ""


def _text(claims: list[Assertion]) -> str:
    dates = dict.fromkeys(date_text(date_of(claim)) for claim in claims)
    person: Any = claims[0].person
    return f"{label_of(person)} ({', '.join(dates)})"


def _clash(one: Assertion, other: Assertion) -> bool:
    for column in ("place_id", "value"):
        first, second = getattr(one, column), getattr(other, column)
        if first and second and first != second:
            return False
    return _start(one) < _end(other) and _start(other) < _end(one)


def _start(claim: Assertion) -> int:
    return DISTANT_PAST if claim.latest_start is None else claim.latest_start


def _end(claim: Assertion) -> int:
    return DISTANT_FUTURE if claim.earliest_end is None else claim.earliest_end


RULE = Rule(
    key="sole_office",
    title=noop("One office held by two at once"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("organisation",),
    find=find,
)
