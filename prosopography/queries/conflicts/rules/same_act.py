"""One act that befalls somebody once, dated differently by different sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement
from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict, Side
from prosopography.queries.conflicts.dated import date_text
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.repeated import OnceActs
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import opposed, side
from prosopography.queries.conflicts.wording import by_whom, exact_dates
from prosopography.queries.script import label_of

_Edges = dict[frozenset[int], Agreement]


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each act that sources date in ways that exclude one another.

    Roles that say “once”; a narrower role is the same act as its wider one. The body must be the same
    or be left open by one, the place and event lie in one another. Two dates of one source are two
    acts, except of entering or leaving a body; and so are two dates between which the first act was
    undone.
    """
    acts = OnceActs(dossier)
    edges: _Edges = {}
    for one, other in acts.pairs():
        agreed = acts.agreement(one, other)
        if agreed in (None, Agreement.AGREE) or not acts.places_agree(one, other):
            continue
        if not acts.are_two(one, other):
            edges[frozenset((one.pk, other.pk))] = agreed or Agreement.EXCLUDE
    found = list(_together(acts.claims, edges))
    topics = [_topic(acts, claims) for claims in found]
    for topic, claims in zip(topics, found, strict=True):
        if topics.count(topic) > 1:
            first = min(claim.identifier for claim in claims)
            yield _conflict(acts, f"{topic}:{first}", claims, edges)
        else:
            yield _conflict(acts, topic, claims, edges)


def _together(claims: Iterable[Assertion], edges: _Edges) -> Iterator[list[Assertion]]:
    """The claims that are at odds with one another, directly or through a third."""
    by_key = {claim.pk: claim for claim in claims}
    left = dict.fromkeys(key for edge in edges for key in edge)
    while left:
        found, new = set[int](), {next(iter(left))}
        while new:
            found |= new
            new = {key for edge in edges if edge & new for key in edge} - found
        left = {key: None for key in left if key not in found}
        yield [claim for key, claim in by_key.items() if key in found]


def _topic(acts: OnceActs, claims: list[Assertion]) -> str:
    """The act in the names of its role (the widest that is said) and its body."""
    roles = {claim.role.pk: claim.role.slug for claim in claims if claim.role}
    above = acts.dossier.around.roles.above
    widest = min(roles, key=lambda key: (len(above(key)), roles[key]))
    bodies = sorted({claim.organisation.slug for claim in claims if claim.organisation})
    return ":".join([roles[widest], *bodies])


def _conflict(acts: OnceActs, topic: str, claims: list[Assertion], edges: _Edges) -> Conflict:
    own = {frozenset(pair) for pair in edges}
    by_key = {claim.pk: claim for claim in claims}
    sides = [
        _side(acts, [by_key[key] for key in keys])
        for keys in opposed(list(by_key), lambda one, other: frozenset((one, other)) in own)
    ]
    kinds = {agreed for pair, agreed in edges.items() if pair <= by_key.keys()}
    is_disagreement = Agreement.EXCLUDE in kinds
    bodies = {label_of(claim.organisation) for claim in claims if claim.organisation}
    role: Any = claims[0].role
    pattern = (
        _("{name}: “{act}” is dated {dates}.")
        if is_disagreement
        else _("{name}: “{act}” is dated {dates}, probably one day in two calendars.")
    )
    sentence = pattern.format(
        name=label_of(acts.dossier.subject),
        act=": ".join([label_of(role), *sorted(bodies)[:1]]),
        dates=by_whom(sides, acts.dossier, exact_dates(sides)),
    )
    return acts.dossier.conflict(
        RULE.key,
        Nature.DISAGREEMENT if is_disagreement else Nature.CALENDAR,
        topic,
        sentence,
        sides,
    )


def _side(acts: OnceActs, claims: list[Assertion]) -> Side:
    dates = [date for claim in claims if (date := acts.date(claim)) is not None]
    return side(", ".join(dict.fromkeys(map(date_text, dates))), claims)


RULE = Rule(
    key="same_act",
    title=noop("One act, dated differently"),
    natures=(Nature.DISAGREEMENT, Nature.CALENDAR),
    nouns=("person",),
    find=find,
)
