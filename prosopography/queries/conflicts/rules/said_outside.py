"""Something said of a body at a time when it did not exist."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Bounds
from prosopography.models import Marks, Nature, Rank
from prosopography.queries.conflicts.acts import excluded_by, limits_body
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import ends_after, starts_before
from prosopography.queries.conflicts.dossier import Dossier, believed
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import act_sides, being_sides, dates_in, quoted
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for what is described of the body before its beginning, and one for after its end."""
    yield from _beyond(dossier, Marks.BEGINNING, starts_before)
    yield from _beyond(dossier, Marks.END, ends_after)


def _beyond(
    dossier: Dossier, mark: Marks, beyond: Callable[[Bounds, Bounds], bool]
) -> Iterator[Conflict]:
    dated = [claim for claim in dossier.affirmed if claim.edtf and claim.rank != Rank.DEPRECATED]
    described = [claim for claim in dated if claim.kind == "description"]
    being = [claim for claim in dated if claim.kind == "existence" and limits_body(claim, mark)]
    outside, excluding = excluded_by(described, believed(being), beyond, dossier)
    if not outside:
        return
    is_start = mark == Marks.BEGINNING
    sides = act_sides(outside, dossier)
    pattern = (
        _("{name} is described at a time before its beginning ({dates}): {claims}.")
        if is_start
        else _("{name} is described at a time after its end ({dates}): {claims}.")
    )
    sentence = pattern.format(
        name=label_of(dossier.subject), dates=dates_in(excluding), claims=quoted(sides)
    )
    yield dossier.conflict(
        RULE.key, Nature.DISAGREEMENT, mark.value, sentence, [*being_sides(excluding, mark), *sides]
    )


RULE = Rule(
    key="said_outside",
    title=noop("Said of a body when it did not exist"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("organisation",),
    find=find,
)
