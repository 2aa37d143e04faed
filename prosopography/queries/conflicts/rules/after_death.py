"""What somebody did or held after the death."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.models import Nature
from prosopography.queries.conflicts.acts import acts, excluded_by
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import ends_after
from prosopography.queries.conflicts.dossier import Dossier, believed, is_posthumous
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import act_sides, date_sides, dates_in, quoted
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """One conflict for a person: the deaths, and what certainly was still so after one of them.

    A state counts if it surely lasted beyond the death. What can be said of the dead (posthumous
    roles, names, descriptions, works published) does not, nor does what an editor deprecated.
    """
    deaths = believed(dossier.deaths)
    done = [each for each in acts(dossier) if not is_posthumous(each)]
    late, excluding = excluded_by(done, deaths, ends_after, dossier)
    if late:
        sides = act_sides(late, dossier)
        sentence = _("{acts} would lie after the death of {name} ({dates}).").format(
            acts=quoted(sides), name=label_of(dossier.subject), dates=dates_in(excluding)
        )
        yield dossier.conflict(
            RULE.key,
            Nature.IMPOSSIBLE,
            "",
            sentence,
            [*date_sides(_("died {date}"), excluding), *sides],
        )


RULE = Rule(
    key="after_death",
    title=noop("Acting after the death"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("person",),
    find=find,
)
