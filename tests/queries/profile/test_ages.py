"""Ages at death and at an event: ranges from the bounds, found by hand."""

import pytest

from prosopography.models import Event
from prosopography.queries.profile.ages import at_death, at_event, occurred
from prosopography.queries.profile.figure import Range
from tests import cast

from .people import GREGORIAN, befell, born, dated, died, slugs

pytestmark = pytest.mark.django_db


def event(edtf: str = "1917-11-07") -> Event:
    made = cast.event()
    if edtf:
        cast.claim("occurrence", event=made, edtf=edtf, **GREGORIAN)
    return made


def test_ages_at_death_are_ranges() -> None:
    born("exact", "1892-11-10")
    died("exact", "1938-11-09")  # a day before the 46th birthday
    born("vague", "1880")
    died("vague", "1936-06-30")  # 55 or 56
    born("alive", "1890")
    died("unborn", "1930")
    ages = at_death(*dated())
    assert (ages.youngest, ages.oldest) == (Range(45, 45), Range(55, 56))
    assert ages.median == Range(50, 50.5)
    assert [(each.label, each.count, each.certain) for each in ages.spans.figures] == [
        ("40–49", 1, 1),
        ("50–59", 1, 1),
    ]
    assert (ages.spans.known.count, ages.spans.unknown) == (2, 2)
    assert (slugs(ages.who_youngest.persons), slugs(ages.who_oldest.persons)) == (
        ["exact"],
        ["vague"],
    )


def test_without_a_death_what_brought_it_dates_it() -> None:
    born("shot", "1890-01-01")
    befell("shot", "executed", "1937-01-01")
    assert at_death(*dated()).median == Range(47, 47)


def test_nobody_has_no_ages() -> None:
    cast.person()
    ages = at_death(*dated())
    assert (ages.youngest, ages.median, ages.oldest, ages.spans.figures) == (None, None, None, ())


def test_ages_at_an_event_are_of_who_was_born_and_not_surely_dead() -> None:
    happened = event("1917-11-07/1918-03-01")  # the age is that at the beginning
    born("old", "1870-11-07")
    born("young", "1892")
    born("unborn", "1918")
    born("dead", "1860")
    died("dead", "1916")
    born("perhaps-dead", "1860-01-01")
    died("perhaps-dead", "1917")
    ages = at_event(*dated(), happened, occurred(happened))
    assert ages.title == "Age at Declaration Of The 46"
    assert (ages.youngest, ages.median, ages.oldest) == (
        Range(24, 25),
        Range(47, 47),
        Range(57, 57),
    )
    assert [(each.label, each.count, each.certain) for each in ages.spans.figures] == [
        ("20–24", 1, 0),
        ("25–29", 1, 0),
        ("45–49", 1, 1),
        ("55–59", 1, 1),
    ]
    assert ages.spans.known.count == 3


def test_an_event_without_a_date_is_dated_by_who_took_part() -> None:
    happened = event("")
    cast.signature(cast.person("signatory"), edtf="1923-10-15", date_text="", **GREGORIAN)
    born("signatory", "1890-10-15")
    assert at_event(*dated(), happened, occurred(happened)).median == Range(33, 33)


def test_an_event_of_unknown_time_gives_no_ages() -> None:
    happened = event("")
    cast.claim("occurrence", event=happened, edtf="1917", status="draft")
    cast.claim("occurrence", event=happened, edtf="1918", polarity="denied")
    cast.claim("occurrence", event=happened, edtf="../1918")
    born("somebody", "1890")
    assert occurred(happened) is None
    assert at_event(*dated(), happened, None).spans.known.count == 0
