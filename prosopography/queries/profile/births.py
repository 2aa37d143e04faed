"""When and where the members were born."""

from collections.abc import Iterator

from django.utils.translation import gettext

from prosopography.dates.calendars import year_name

from .dated import When
from .figure import Leaf, Measure
from .material import Material
from .spans import Placed, Span, in_spans
from .tally import measured

_BIRTH: Leaf = {"assertion": {"kind": "birth"}}


def decades(material: Material, born: dict[int, When]) -> Measure:
    """How many were born in each decade; a date counts in the years of its own calendar."""
    placed = (
        (
            Placed(person, *when.years, is_sure=when.is_sure, claims=when.claims),
            list(_decades(*when.years)),
        )
        for person, when in born.items()
    )
    return in_spans(material, "births", gettext("Born in the decade"), placed, (_BIRTH,))


def places(material: Material) -> Measure:
    """How many were born in each place, or in what belongs to it."""
    return measured(
        material,
        "birthplaces",
        gettext("Born in"),
        material.by_kind.get("birth", ()),
        column="place",
        leaf=lambda slug: {"assertion": {"kind": "birth", "place": slug}},
    )


def _decades(first: int, last: int) -> Iterator[Span]:
    """The decades from one year to another; there is none between 1 BCE and 1 CE."""
    year = first
    while year <= last:
        decade = decade_of(year)
        yield decade
        year = _after(decade)


def decade_of(year: int) -> Span:
    """The decade of an astronomical year: the 1890s; the 40s BCE are 49 to 40 BCE."""
    if year <= 0:
        tens = (1 - year) // 10 * 10
        start = -(tens + 8)
        return Span(
            start,
            f"decade:{start}",
            gettext("{tens}s BCE").format(tens=tens) if tens else gettext("1st to 9th year BCE"),
        )
    tens = year // 10 * 10
    if not tens:
        return Span(1, "decade:1", gettext("1st to 9th year CE"))
    year_said, _, era = year_name(tens).partition(" ")
    pattern = gettext("{year}s CE") if era else gettext("{year}s")
    return Span(tens, f"decade:{tens}", pattern.format(year=year_said))


def _after(decade: Span) -> int:
    """The first year after a decade. The last before the common era, and the first in it, have nine."""
    return decade.first + (9 if decade.first in (-8, 1) else 10)
