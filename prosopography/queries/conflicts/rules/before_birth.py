"""What somebody did or held before the birth; a death before it too."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.models import Nature
from prosopography.queries.conflicts.acts import acts, excluded_by
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import starts_before
from prosopography.queries.conflicts.dossier import Dossier, believed
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import act_sides, date_sides, dates_in, quoted
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """One conflict for a person: the births, and what certainly began before one of them.

    Where the births disagree, those are named that it excludes. Names and descriptions have no part
    in it, nor has what an editor deprecated.
    """
    births = believed(dossier.births)
    deaths = believed(dossier.deaths)
    done = [*acts(dossier, {"authorship"}), *deaths]
    early, excluding = excluded_by(done, births, starts_before, dossier)
    if early:
        sides = act_sides(early, dossier)
        sentence = _("{acts} would lie before the birth of {name} ({dates}).").format(
            acts=quoted(sides), name=label_of(dossier.subject), dates=dates_in(excluding)
        )
        yield dossier.conflict(
            RULE.key,
            Nature.IMPOSSIBLE,
            "",
            sentence,
            [*date_sides(_("born {date}"), excluding), *sides],
        )


RULE = Rule(
    key="before_birth",
    title=noop("Acting before the birth"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("person",),
    find=find,
)
