"""How old the members were: when they died, and when something happened."""

from collections.abc import Iterable, Iterator
from statistics import median

from django.utils.translation import gettext

from prosopography.dates.ages import completed
from prosopography.models import Assertion, Event
from prosopography.queries.below import with_parts
from prosopography.queries.keys import keyed
from prosopography.queries.script import label_of

from .dated import Lives, When, choose
from .figure import Ages, Figure, Leaf, Range
from .material import COLUMNS, Material, Told
from .spans import Placed, Span, in_spans

_BIRTH: Leaf = {"assertion": {"kind": "birth"}}


def at_death(material: Material, lives: Lives) -> Ages:
    """How old they became, of whom birth and death are dated."""
    members = _members(lives.born, lives.died)
    leaves = (_BIRTH, material.death_leaf())
    return _ages(
        material, "ages-at-death", gettext("Age at death"), members=members, width=10, leaves=leaves
    )


def at_event(material: Material, lives: Lives, event: Event, when: When | None) -> Ages:
    """How old those were who were born, and not surely dead, when the event began."""
    acts = (
        {}
        if when is None
        else {
            person: when
            for person in material.persons
            if not (person in lives.died and lives.died[person].last < when.first)
        }
    )
    members = [each for each in _members(lives.born, acts) if each.most >= 0]
    title = gettext("Age at {event}").format(event=label_of(event))
    return _ages(material, "ages-at-event", title, members=members, width=5, leaves=(_BIRTH,))


def occurred(event: Event) -> When | None:
    """When an event began, by the claims of its occurrence, else by those who took part.

    Three queries at most. None where no claim with both limits says so.
    """
    counted = Assertion.objects.public().counted().order_by("pk")
    told = [
        Told(0, *row)
        for row in counted.filter(kind="occurrence", event=event).values_list(*COLUMNS)
    ]
    if (found := choose(map(_beginning, told))) is not None:
        return found
    within = keyed("event", with_parts(Event, [event.pk]))
    rows = counted.filter(within, kind="participation").values_list(*COLUMNS)
    return choose(_beginning(Told(0, *row)) for row in rows)


def _beginning(told: Told) -> Told:
    """The claim with the days of the beginning alone: of what lasted, the age is that at its start."""
    return told._replace(latest_end=told.latest_start)


def _members(born: dict[int, When], acts: dict[int, When]) -> list[Placed]:
    """The age at the act of each who has both dates, with the claims of the birth and the act.

    A birth and an act whose days cross leave out what lies before the birth.
    """
    found = []
    for person, act in acts.items():
        if person in born:
            birth = born[person]
            found.append(
                Placed(
                    person,
                    least=max(0, completed(birth.last, act.first)),
                    most=completed(birth.first, act.last),
                    is_sure=birth.is_sure and act.is_sure,
                    claims=(*birth.claims, *(told for told in act.claims if told.person)),
                )
            )
    return found


def _ages(
    material: Material,
    key: str,
    title: str,
    *,
    members: Iterable[Placed],
    width: int,
    leaves: tuple[Leaf, ...],
) -> Ages:
    known = [each for each in members if each.most >= each.least]
    least, most = [each.least for each in known], [each.most for each in known]
    youngest = Range(min(least), min(most)) if known else None
    oldest = Range(max(least), max(most)) if known else None
    return Ages(
        key=key,
        title=title,
        youngest=youngest,
        median=Range(median(least), median(most)) if known else None,
        oldest=oldest,
        who_youngest=_who(material, "youngest", leaves, (
            each for each in known if youngest is not None and each.least <= youngest.most
        )),
        who_oldest=_who(material, "oldest", leaves, (
            each for each in known if oldest is not None and each.most >= oldest.least
        )),
        spans=in_spans(
            material,
            key,
            title,
            ((each, list(_spans(each.least, each.most, width))) for each in known),
            leaves,
        ),
    )  # fmt: skip


def _spans(least: int, most: int, width: int) -> Iterator[Span]:
    for first in range(least // width * width, most + 1, width):
        yield Span(first, f"age:{first}", f"{first}–{first + width - 1}")


def _who(
    material: Material, key: str, leaves: tuple[Leaf, ...], members: Iterable[Placed]
) -> Figure:
    told = [each for one in members for each in one.claims]
    return material.figure(key, key, told, leaves=leaves)
