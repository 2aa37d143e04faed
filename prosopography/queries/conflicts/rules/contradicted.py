"""A claim that some citations support and others contradict."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.models import Nature, Polarity
from prosopography.queries.conflicts.conflict import Conflict, Side
from prosopography.queries.conflicts.dossier import Dossier
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.sentence import sentence


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each such claim, affirmed or denied; that a source is silent is no claim here.

    Both its sides are the claim, told apart by its citations.
    """
    for claim in dossier.identified:
        if claim.polarity != Polarity.SILENT and dossier.is_contradicted(claim):
            yield dossier.conflict(
                RULE.key,
                Nature.DISAGREEMENT,
                claim.identifier,
                _("“{claim}”: one source supports this and another contradicts it.").format(
                    claim=sentence(claim)
                ),
                [Side(_("supported"), (claim,)), Side(_("contradicted"), (claim,))],
            )


RULE = Rule(
    key="contradicted",
    title=noop("A citation that contradicts"),
    natures=(Nature.DISAGREEMENT,),
    nouns=("person", "organisation", "event"),
    find=find,
)
