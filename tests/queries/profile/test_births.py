"""Decades and places of birth: in words and numbers found by hand."""

import pytest

from prosopography.editing import assertion as claims
from prosopography.queries.profile.births import decade_of, decades, places
from tests import cast

from .people import born, counts, dated, material

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("year", "label", "first"),
    [
        (1892, "1890s", 1890),
        (1890, "1890s", 1890),
        (100, "100s CE", 100),
        (12, "10s CE", 10),
        (9, "1st to 9th year CE", 1),
        (1, "1st to 9th year CE", 1),
        (0, "1st to 9th year BCE", -8),
        (-8, "1st to 9th year BCE", -8),
        (-9, "10s BCE", -18),
        (-43, "40s BCE", -48),
        (-99, "100s BCE", -108),
    ],
)
def test_decades_have_names(year: int, label: str, first: int) -> None:
    assert decade_of(year)[::2] == (first, label)


def told() -> list[tuple[str, int, int | None]]:
    measure = decades(*_born())
    return [(each.label, each.count, each.certain) for each in measure.figures]


def _born():
    found, lives = dated()
    return found, lives.born


def test_a_vague_birth_stands_in_each_decade_in_which_it_may_be() -> None:
    born("certain", "1892-11-10")
    born("vague", "1889/1891")
    born("hedged", "1885", certainty="probable")
    cast.person("unborn")
    cast.birth(cast.person("undated"), edtf="")
    assert told() == [("1880s", 2, 0), ("1890s", 2, 1)]
    measure = decades(*_born())
    assert (measure.known.count, measure.total, measure.unknown, measure.base) == (3, 5, 2, 3)
    assert round(measure.share(measure.figures[0])) == 67


def test_a_date_counts_in_the_years_of_its_calendar() -> None:
    born("unknown", "1889", calendar="unknown")  # until 12 January 1890 Gregorian
    born("julian", "1889-12-31", calendar="julian")
    born("after-the-reform", "1920-01-05", calendar="unknown")
    assert told() == [("1880s", 2, 2), ("1920s", 1, 1)]


def test_of_several_dates_those_count_that_weigh_most() -> None:
    born("refined", "1892")
    born("refined", "1892-11-10", source=cast.source("other"))
    born("judged", "1881", rank="preferred", rank_reason="The register has it.")
    born("judged", "1892", source=cast.source("other"))
    born("disputed", "1870")
    born("disputed", "1880", source=cast.source("other"))
    twice = born("outnumbered", "1890")
    claims.cite(twice, source=cast.source("other"), locator="¶2")
    born("outnumbered", "1880")
    # of the disputed either may be so, and what lies between
    assert told() == [("1870s", 1, 0), ("1880s", 2, 1), ("1890s", 2, 2)]


def test_what_is_too_vague_is_unknown() -> None:
    born("open", "../1890")
    born("some-time", "1700/1899")
    measure = decades(*_born())
    assert (measure.figures, measure.known.count) == ((), 0)


def test_places_count_with_what_lies_in_them() -> None:
    latvia, russia = cast.place("latvia"), cast.place("russia")
    aloja = cast.place("aloja", part_of=latvia)
    riga = cast.place("riga", part_of=latvia)
    born("one", "1892", place=aloja)
    born("two", "1893", place=riga)
    born("three", "1894", place=russia)
    born("three", "1894", place=russia, polarity="denied")
    born("four", "1895")
    measure = places(material())
    assert counts(measure) == {"Latvia": 2, "Aloja": 1, "Riga": 1, "Russia": 1}
    assert (measure.known.count, measure.unknown) == (3, 1)
    assert measure.figures[0].leaves == ({"assertion": {"kind": "birth", "place": "latvia"}},)


def test_a_place_that_says_no_more_than_its_part_is_not_listed() -> None:
    born("one", "1892", place=cast.place("aloja", part_of=cast.place("latvia")))
    measure = places(material())
    assert counts(measure) == {"Aloja": 1}
    assert [each.label for each in measure.figures] == ["Aloja", "Latvia"]
