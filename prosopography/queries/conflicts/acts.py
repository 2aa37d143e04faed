"""What a person did, suffered or was, as the rules about the impossible weigh it."""

from collections.abc import Callable, Collection, Iterable

from prosopography.dates import Bounds, ends_of
from prosopography.models import Assertion, Marks, Rank

from .dated import moment
from .dossier import Dossier, ends_life

#: The kinds of claim for which a person must be alive.
ACTS = ("tenure", "participation", "relationship", "life_event", "residence", "occupation")


def acts(dossier: Dossier, also: Collection[str] = ()) -> list[Assertion]:
    """The affirmed acts and states of the person that have a date, of their own or of their event.

    Without what an editor deprecated, and without what is the end of the life: that is a death.
    ``also`` names further kinds.
    """
    kinds = {*ACTS, *also}
    return [
        claim
        for claim in dossier.affirmed
        if claim.kind in kinds
        and claim.rank != Rank.DEPRECATED
        and not ends_life(claim)
        and moment(claim, dossier) is not None
    ]


def excluded_by(
    done: Iterable[Assertion],
    limits: Iterable[Assertion],
    beyond: Callable[[Bounds, Bounds], bool],
    dossier: Dossier,
) -> tuple[list[Assertion], list[Assertion]]:
    """The acts that lie beyond one of the limits, and the limits that one of them lies beyond."""
    found: dict[int, Assertion] = {}
    crossed: dict[int, Assertion] = {}
    marks = [(limit, limit.bounds) for limit in limits]
    for claim in done if marks else ():
        when = moment(claim, dossier)
        for limit, day in marks:
            if when is not None and limit.pk != claim.pk and beyond(when, day):
                found[claim.pk] = claim
                crossed[limit.pk] = limit
    return list(found.values()), list(crossed.values())


def limits_body(claim: Assertion, mark: Marks) -> bool:
    """Whether a claim of a body's being says when it began, or when it ended.

    That is what its role marks as such; and the two ends of a span during which the body existed.
    """
    if claim.role is None or claim.role.marks:
        return claim.role is not None and claim.role.marks == mark
    ends = ends_of(claim.edtf)
    return claim.lasting and bool(ends.start if mark == Marks.BEGINNING else ends.end)
