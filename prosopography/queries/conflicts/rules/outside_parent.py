"""An event outside the time of the event that it is a part of."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Bounds
from prosopography.models import Nature
from prosopography.queries.conflicts.acts import excluded_by
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import ends_after, starts_before
from prosopography.queries.conflicts.dossier import Dossier, believed
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import date_sides, dates_in
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each event above it that it surely began before, or surely outlasted."""
    own = believed(each for each in dossier.affirmed if each.kind == "occurrence" and each.edtf)
    for above in dossier.around.events.above(dossier.subject.pk) if own else ():
        whole = believed(dossier.affirmed_of(dossier.around.occurrences.get(above, ())))
        outside, excluding = excluded_by(own, whole, _outside, dossier)
        if outside:
            parent = excluding[0].event
            name, whole_name = label_of(dossier.subject), label_of(parent) if parent else ""
            sentence = _(
                "“{part}” ({dates}) is a part of “{whole}” ({others}) and lies outside of it."
            ).format(
                part=name,
                dates=dates_in(outside),
                whole=whole_name,
                others=dates_in(excluding),
            )
            sides = [
                *date_sides(f"{whole_name}: {{date}}", excluding),
                *date_sides(f"{name}: {{date}}", outside),
            ]
            topic = parent.slug if parent else ""
            yield dossier.conflict(RULE.key, Nature.IMPOSSIBLE, topic, sentence, sides)


def _outside(part: Bounds, whole: Bounds) -> bool:
    return starts_before(part, whole) or ends_after(part, whole)


RULE = Rule(
    key="outside_parent",
    title=noop("An event outside the larger event"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("event",),
    find=find,
)
