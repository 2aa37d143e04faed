"""A post held in a body that did not exist yet, or no more."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Bounds
from prosopography.models import Assertion, Marks, Nature
from prosopography.queries.conflicts.acts import acts, excluded_by, limits_body
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import ends_after, starts_before
from prosopography.queries.conflicts.dossier import Dossier, believed, is_posthumous
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.wording import act_sides, being_sides, dates_in, quoted
from prosopography.queries.script import label_of


def find(dossier: Dossier) -> Iterator[Conflict]:
    """A conflict for each body of which the person held a post surely before its beginning, and one
    for each of which surely after its end.

    The beginning and the end of a body are what its roles mark as such, and the two ends of a span
    during which it existed.
    """
    by_body: dict[int, list[Assertion]] = {}
    for claim in acts(dossier):
        if claim.kind == "tenure" and not is_posthumous(claim):
            by_body.setdefault(claim.organisation_id or 0, []).append(claim)
    for key, held in by_body.items():
        being = dossier.affirmed_of(dossier.around.existences.get(key, ()))
        yield from _beyond(dossier, held, being, Marks.BEGINNING, starts_before)
        yield from _beyond(dossier, held, being, Marks.END, ends_after)


def _beyond(
    dossier: Dossier,
    held: list[Assertion],
    being: list[Assertion],
    mark: Marks,
    beyond: Callable[[Bounds, Bounds], bool],
) -> Iterator[Conflict]:
    limits = believed(claim for claim in being if limits_body(claim, mark))
    outside, excluding = excluded_by(held, limits, beyond, dossier)
    if outside and (body := excluding[0].organisation):
        is_start = mark == Marks.BEGINNING
        sides = act_sides(outside, dossier)
        pattern = (
            _("{name}: {acts} would lie before the beginning of {body} ({dates}).")
            if is_start
            else _("{name}: {acts} would lie after the end of {body} ({dates}).")
        )
        sentence = pattern.format(
            name=label_of(dossier.subject),
            acts=quoted(sides),
            body=label_of(body),
            dates=dates_in(excluding),
        )
        topic = f"{body.slug}:{mark.value}"
        yield dossier.conflict(
            RULE.key, Nature.IMPOSSIBLE, topic, sentence, [*being_sides(excluding, mark), *sides]
        )


RULE = Rule(
    key="outside_body",
    title=noop("A post in a body that did not exist"),
    natures=(Nature.IMPOSSIBLE,),
    nouns=("person",),
    find=find,
)
