"""What tells of a tenure from outside it: entering a body, leaving it, and death.

A member of whom nothing later is said is attested before every later day; but who has died, or was
expelled, no longer sits there. So the unknown end of a tenure lies not after the next leaving of the
body; and after the next leaving of what the body is part of, after the death (the latest that anybody
says) and before the birth, nobody holds it. What a source only supposes, or says of somebody whose name
is doubtful, excludes nobody. Which roles mean entering, leaving and the end of a life stands in the
vocabulary (``Role.marks``).

Where all of a body is asked for, entering and leaving it are evidence by themselves: who was expelled
in 1929 was in it then.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import inf
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from prosopography.dates import Bounds, reach
from prosopography.models import (
    Assertion,
    Certainty,
    Marks,
    Organisation,
)

from .address import visible
from .below import with_parts
from .claims import when
from .identity import is_surely_named
from .lifetime import Lifetime, lifetimes
from .sentence import plain, predicate
from .tenures import Office, Tenure, Tenures
from .tree import Tree


@dataclass(frozen=True)
class _Exit:
    """After which day a tenure no longer can have lasted, and why."""

    first: int  # the first day on which it can have happened
    last: int  # the last
    text: str


def with_exits(office: Office, claims: Tenures) -> Tenures:
    """The claims with what entering, leaving and death tell of them; four queries, none for none."""
    bodies = _bodies(office, claims.affirmed)
    if not bodies:
        return claims
    tree = Tree.of(visible(Organisation))
    wider = {body: {body, *tree.above(body)} for body in bodies}
    moves = list(_moves(set().union(*wider.values())))
    implied = [] if office.role else _implied(office, moves, bodies)
    affirmed = [*claims.affirmed, *implied]
    leavings: dict[tuple[int, int], list[_Exit]] = defaultdict(list)
    entered: dict[tuple[int, int], float] = {}
    for move in moves:
        who = move.person_id, move.organisation_id
        if move.role.marks == Marks.ENTERING:
            entered[who] = max(entered.get(who, -inf), _last(move.bounds))
        elif _is_sure(move) and (found := _exit(move.bounds, _told(move))):
            leavings[who].append(found)
    lives = lifetimes({tenure.person for tenure in affirmed})

    def ended(tenure: Tenure) -> Tenure:
        places = [(tenure.person, body) for body in wider.get(tenure.organisation, ())]
        own = tenure.person, tenure.organisation
        back = entered.get(own, -inf)
        wider_exits = [found for place in places if place != own for found in leavings[place]]
        tenure = _ended(tenure, leavings[own], back)
        life = lives.get(tenure.person, Lifetime())
        tenure = _gone(tenure, wider_exits, life.died)
        if tenure.bounds.earliest_start is not None:
            return tenure  # a beginning that is told stands, and may be in conflict with the birth
        return tenure._replace(unborn=life.born)

    return claims._replace(affirmed=[ended(tenure) for tenure in affirmed])


def _bodies(office: Office, affirmed: Iterable[Tenure]) -> set[int]:
    """The bodies of the claims, and the one that is asked for with its parts; one query at most."""
    asked = {office.organisation.pk} if office.organisation else set()
    if asked and not office.exact and office.role is None:
        asked = with_parts(Organisation, asked)
    return asked | {tenure.organisation for tenure in affirmed}


def _moves(bodies: Collection[int]) -> QuerySet:
    """Entering and leaving these bodies; one query."""
    return (
        _counted()
        .filter(organisation__in=bodies, role__marks__in=(Marks.ENTERING, Marks.LEAVING))
        .with_subjects()
        .annotate(has_sure_name=is_surely_named())
        .in_time_order()
    )


def _counted() -> Any:
    return Assertion.objects.public().counted().dated().exclude(person=None)


def _implied(office: Office, moves: Iterable[Any], bodies: set[int]) -> list[Tenure]:
    """Who was in the body, for they are said to have entered or left it."""
    found = []
    for move in moves:
        doubtful = not move.has_sure_name
        if move.organisation_id not in bodies or (doubtful and not office.doubtful):
            continue
        first, last_start, first_end, last = move.bounds
        entering = move.role.marks == Marks.ENTERING
        bounds = (
            Bounds(first, last_start, first, None)
            if entering
            else Bounds(None, last, first_end, last)
        )
        person = move.person
        found.append(
            Tenure(
                move.pk, person.pk, (person.sort_label.casefold(), person.slug),
                move.organisation_id, move.role_id, bounds, move.certainty, doubtful,
                denied=False,
            )
        )  # fmt: skip
    return found


def _is_sure(move: Any) -> bool:
    return bool(move.certainty == Certainty.CERTAIN and move.has_sure_name)


def _exit(bounds: Bounds, text: str) -> _Exit | None:
    """An exit on some day of a date; None where the date has no limit on a side."""
    known = reach(bounds)
    if known.first is None or known.last is None:
        return None
    return _Exit(known.first, known.last, text)


def _last(bounds: Bounds) -> float:
    known = reach(bounds)
    return inf if known.last is None else known.last


def _told(move: Assertion) -> str:
    """“expelled: Central Committee, 1929” in quotation marks."""
    date = when(move)
    parts = (plain(predicate(move)), date.text if date else "")
    return _("“{text}”").format(text=", ".join(part for part in parts if part))


def _ended(tenure: Tenure, exits: Iterable[_Exit], back: float) -> Tenure:
    """The tenure with its end not after the first leaving of the body since it is attested.

    One that may have come before ends it too (attested in 1917, expelled in 1917), unless the person
    entered again afterwards; ``back`` is the last day on which that may have been.
    """
    known = reach(tenure.bounds)
    if tenure.bounds.undated or tenure.bounds.latest_end is not None or known.last is None:
        return tenure
    after = [found for found in exits if _is_after(found, known.last, back)]
    if not after:
        return tenure
    first = min(after, key=lambda found: found.last)
    bounds = tenure.bounds._replace(latest_end=first.last)
    return tenure._replace(bounds=bounds, ended=first.text)


def _is_after(found: _Exit, attested: int, back: float) -> bool:
    return found.first > attested or (found.last >= attested and back < found.first)


def _gone(tenure: Tenure, limits: Iterable[_Exit], died: int | None) -> Tenure:
    """The tenure with the last day that other things leave for it: death, leaving the larger body.

    They say that it was over then, but not that it lasted until then. Without a date, only the death
    limits it: who was expelled may have held it later.
    """
    known = reach(tenure.bounds)
    if tenure.bounds.undated:
        return tenure._replace(gone=died)
    if known.last is None or tenure.bounds.latest_end is not None:
        return tenure
    days = [found.last for found in limits if found.first > known.last]
    if died is not None and known.first is not None and died >= known.first:
        days.append(died)  # also where the tenure is attested in the year of the death
    return tenure._replace(gone=min(days, default=None))
