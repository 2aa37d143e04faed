"""Two acts told in one order by one source and in the other order by another."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement, Answer, before
from prosopography.models import Assertion, Nature
from prosopography.queries.conflicts.conflict import Conflict, Side
from prosopography.queries.conflicts.dated import date_of, date_text
from prosopography.queries.conflicts.dossier import Dossier, Voice, ends_life
from prosopography.queries.conflicts.repeated import OnceActs
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import side
from prosopography.queries.script import label_of


class _Order(NamedTuple):
    """What one source says of two acts, the earlier first."""

    firsts: list[Assertion]
    seconds: list[Assertion]


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each two acts of which one source certainly puts the first before the second,
    and another the second before the first.

    Acts that are recognised again: those that befall somebody once, by role and body, and parts taken
    in an event, by role and event. A source that gives an act two dates tells no order, and two acts
    that ``same_act`` takes for two are two here as well.
    """
    once = OnceActs(dossier)
    acts = _acts(dossier)
    for (one, firsts), (other, seconds) in combinations(sorted(acts.items()), 2):
        forth, back = _orders(firsts, seconds), _orders(seconds, firsts)
        pairs = [
            (order, against)
            for order, against in product(forth, back)
            if _may_be_one(once, order.firsts, against.seconds)
            and _may_be_one(once, order.seconds, against.firsts)
        ]
        if pairs:
            earlier, later = (
                _("“{text}”").format(text=_name(next(iter(found.values()))[0]))
                for found in (firsts, seconds)
            )
            pattern = _("{earlier} before {later}")
            texts = (
                pattern.format(earlier=earlier, later=later),
                pattern.format(earlier=later, later=earlier),
            )
            sides = [
                _side(text, [pair[place] for pair in pairs]) for place, text in enumerate(texts)
            ]
            sentence = _("{name}: one source tells of {one}, another of {other}.").format(
                name=label_of(dossier.subject), one=texts[0], other=texts[1]
            )
            topic = f"{one}:{other}"
            yield dossier.conflict(RULE.key, Nature.DISAGREEMENT, topic, sentence, sides)


def _acts(dossier: Dossier) -> dict[str, dict[Voice, list[Assertion]]]:
    """The dated acts by what they are, and by who tells of them."""
    found: dict[str, dict[Voice, list[Assertion]]] = {}
    for claim in dossier.affirmed:
        name = _topic(claim)
        if name and claim.edtf and not claim.lasting:
            for voice in dossier.voices(claim):
                found.setdefault(name, {}).setdefault(voice, []).append(claim)
    return found


def _topic(claim: Assertion) -> str:
    role = claim.role
    if role is None:
        return ""
    if claim.kind == "participation" and claim.event:
        return f"{role.slug}:{claim.event.slug}"
    if claim.kind == "life_event" and role.once and not ends_life(claim):
        return f"{role.slug}:{claim.organisation.slug if claim.organisation else ''}"
    return ""


def _orders(
    firsts: dict[Voice, list[Assertion]], seconds: dict[Voice, list[Assertion]]
) -> list[_Order]:
    """The sources, by their claims, by which the one act is certainly before the other."""
    return [
        _Order(firsts[voice], seconds[voice])
        for voice in firsts.keys() & seconds.keys()
        if _has_one_date(firsts[voice])
        and _has_one_date(seconds[voice])
        and before(firsts[voice][0].bounds, seconds[voice][0].bounds) is Answer.CERTAIN
    ]


def _has_one_date(claims: list[Assertion]) -> bool:
    return len({date_of(claim) for claim in claims}) == 1


def _may_be_one(once: OnceActs, claims: list[Assertion], others: list[Assertion]) -> bool:
    """Whether two sources may speak of one act."""
    one, other = claims[0], others[0]
    if one.kind != "life_event" or once.agreement(one, other) is Agreement.AGREE:
        return True
    return not once.are_two(one, other)


def _name(claim: Assertion) -> str:
    about: Any = claim.organisation if claim.kind == "life_event" else claim.event
    role: Any = claim.role
    return f"{label_of(role)}, {label_of(about)}" if about else label_of(role)


def _side(text: str, orders: list[_Order]) -> Side:
    found = {claim.pk: claim for order in orders for claim in (*order.firsts, *order.seconds)}
    claims = list(found.values())
    dates = ", ".join(dict.fromkeys(date_text(date_of(claim)) for claim in claims))
    return side(f"{text} ({dates})", claims)


RULE = Rule(
    key="told_order",
    title=noop("Two acts in another order"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("person",),
    find=find,
)
