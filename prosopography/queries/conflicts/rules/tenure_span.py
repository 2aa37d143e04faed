"""One tenure whose start, or whose end, is dated differently."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement, Answer, Ends, ends_of, overlaps
from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import Date, agreement, date_text
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import opposed, side
from prosopography.queries.conflicts.wording import by_whom
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for the start and one for the end of each tenure that sources date differently.

    The same role in the same body, told by different sources as spans that may be one: they may
    overlap, and place and detail are the same or left open by one. Only what is said to be a start or
    an end counts; that somebody was a member in 1917 says neither.
    """
    offices: dict[tuple[int | None, int | None], list[Assertion]] = {}
    for claim in dossier.affirmed:
        if claim.kind == "tenure" and "/" in claim.edtf:
            offices.setdefault((claim.role_id, claim.organisation_id), []).append(claim)
    for held in offices.values():
        for end in Ends._fields:
            found = _conflict(dossier, end, held) if len(held) > 1 else None
            if found is not None:
                yield found


def _conflict(dossier: Dossier, end: str, held: list[Assertion]) -> Conflict | None:
    dates = {claim.pk: _date(claim, end) for claim in held}
    by_key = {claim.pk: claim for claim in held if dates[claim.pk][0]}
    edges = {
        frozenset((one.pk, other.pk)): agreed
        for one, other in combinations(by_key.values(), 2)
        if _may_be_one(one, other, dossier)
        and (agreed := agreement(dates[one.pk], dates[other.pk], dossier)) is not Agreement.AGREE
    }
    if not edges:
        return None
    sides = [
        side(
            ", ".join(dict.fromkeys(date_text(dates[key]) for key in keys)),
            [by_key[key] for key in keys],
        )
        for keys in opposed(list(by_key), lambda one, other: frozenset((one, other)) in edges)
    ]
    role: Any = held[0].role
    body: Any = held[0].organisation
    is_disagreement = Agreement.EXCLUDE in edges.values()
    patterns = {
        ("start", True): _("{name}: the start of “{role}, {body}” is dated {dates}."),
        ("end", True): _("{name}: the end of “{role}, {body}” is dated {dates}."),
        ("start", False): _(
            "{name}: the start of “{role}, {body}” is dated {dates}, "
            "probably one day in two calendars."
        ),
        ("end", False): _(
            "{name}: the end of “{role}, {body}” is dated {dates}, "
            "probably one day in two calendars."
        ),
    }
    sentence = patterns[end, is_disagreement].format(
        name=label_of(dossier.subject),
        role=label_of(role),
        body=label_of(body),
        dates=by_whom(sides, dossier),
    )
    return dossier.conflict(
        RULE.key,
        Nature.DISAGREEMENT if is_disagreement else Nature.CALENDAR,
        ":".join([role.slug if role else "", body.slug if body else "", end]),
        sentence,
        sides,
    )


def _date(claim: Assertion, end: str) -> Date:
    return getattr(ends_of(claim.edtf), end), claim.calendar


def _may_be_one(one: Assertion, other: Assertion, dossier: Dossier) -> bool:
    """Whether different sources may speak of one tenure."""
    for column in ("place_id", "value"):
        first, second = getattr(one, column), getattr(other, column)
        if first and second and first != second:
            return False
    if dossier.voices(one) & dossier.voices(other):
        return False
    return overlaps(one.bounds, other.bounds) is not Answer.EXCLUDED


RULE = Rule(
    key="tenure_span",
    title=noop("One tenure, dated differently"),
    natures=(Nature.DISAGREEMENT, Nature.CALENDAR),
    nouns=("person",),
    find=find,
)
