"""How old somebody was, by hand and against counting birthdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.dates import Bounds, Calendar, Span, date_bounds, day_number
from prosopography.dates.ages import Ages, ages, beginning, completed

EPOCH = day_number(1, 1, 1, Calendar.GREGORIAN) - date(1, 1, 1).toordinal()
days = st.dates(date(1850, 1, 1), date(1960, 12, 31))


def number(day: date) -> int:
    """The Julian Day Number of a day of the datetime module."""
    return EPOCH + day.toordinal()


def span(text: str, calendar: str = "gregorian") -> Span:
    bounds = date_bounds(text, calendar, lasting=False)
    return Span(bounds.earliest_start, bounds.latest_end)


def born(text: str, calendar: str = "gregorian") -> Bounds:
    return date_bounds(text, calendar, lasting=False)


@pytest.mark.parametrize(
    ("birth", "at", "expected"),
    [
        # The day before a birthday, and the birthday.
        ("1892-11-19", "1917-11-18", (24, 24)),
        ("1892-11-19", "1917-11-19", (25, 25)),
        # The day of birth, and the days before it.
        ("1892-11-19", "1892-11-19", (0, 0)),
        ("1892-11-19", "1892-11-18", (-1, -1)),
        ("1892-11-19", "1890", (-3, -2)),
        # Years against years, days and months.
        ("1892", "1917", (24, 25)),
        ("1892", "1917-12-31", (25, 25)),
        ("1892", "1917-01-01", (24, 25)),
        ("1892-11-19", "1917", (24, 25)),
        ("1892-11", "1917-10", (24, 24)),
        ("1892-11", "1917-12", (25, 25)),
        ("1892", "1892", (-1, 0)),
        # Born on 29 February: a year older on 1 March where there is no such day.
        ("1892-02-29", "1893-02-28", (0, 0)),
        ("1892-02-29", "1893-03-01", (1, 1)),
        ("1892-02-29", "1896-02-28", (3, 3)),
        ("1892-02-29", "1896-02-29", (4, 4)),
        ("1892-02-28", "1896-02-29", (4, 4)),
        # 1900 was no leap year, 2000 was.
        ("1896-02-29", "1900-02-28", (3, 3)),
        ("1896-02-29", "1900-03-01", (4, 4)),
        # One side of the birth, or of the act, is not known.
        ("1892/..", "1917", (None, 25)),
        ("../1892", "1917", (24, None)),
        ("1892", "../1917", (None, 25)),
        ("1892", "1917/..", (24, None)),
        ("[..1892]", "1917", (24, None)),
        ("[1892..]", "1917", (None, 25)),
        ("", "1917", (None, None)),
        ("1892", "", (None, None)),
    ],
)
def test_ages(birth: str, at: str, expected: tuple[int | None, int | None]) -> None:
    assert ages(born(birth), span(at)) == Ages(*expected)


def test_both_calendars_count_the_same_days() -> None:
    """Born on 19 November Old Style, which is 1 December: not yet 25 on 30 November."""
    birth = born("1892-11-19", "julian")
    assert [
        ages(birth, span("1917-11-30")),
        ages(birth, span("1917-12-01")),
        # In the twentieth century the Old Style has fallen a day further behind.
        ages(birth, span("1917-11-17", "julian")),
        ages(birth, span("1917-11-18", "julian")),
    ] == [Ages(24, 24), Ages(25, 25), Ages(24, 24), Ages(25, 25)]


@pytest.mark.parametrize(
    ("text", "lasting", "expected"),
    [
        ("1917", False, "1917"),
        ("1917/1920", False, "1917"),
        ("1917/1920", True, "1917"),
        ("1917-11-07/..", True, "1917-11-07"),
        ("1917", True, "../1917"),  # attested in 1917: it had begun by its last day
        ("../1917", True, ""),
        ("", True, ""),
    ],
)
def test_the_beginning_of_what_lasts(text: str, lasting: bool, expected: str) -> None:
    assert beginning(date_bounds(text, "gregorian", lasting=lasting)) == span(expected)


def test_the_end_is_known_and_the_beginning_is_not() -> None:
    """“/1920”: begun at the latest on the last day of 1920."""
    bounds = date_bounds("/1920", "gregorian", lasting=True)
    assert beginning(bounds) == Span(None, number(date(1920, 12, 31)))


def birthdays(birth: date, at: date) -> int:
    """How many birthdays there were after the birth, up to a day."""
    return sum(birthday(birth, year) <= at for year in range(birth.year + 1, at.year + 1))


def birthday(birth: date, year: int) -> date:
    """The day of a year on which one more is completed: 1 March where there is no 29 February."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


@given(one=days, years=st.integers(0, 6), more=st.integers(-2, 400))
def test_completed_years_are_birthdays_counted(one: date, years: int, more: int) -> None:
    later = one + timedelta(days=max(0, 365 * years + more))
    assert completed(number(one), number(later)) == birthdays(one, later)


@given(birth=st.lists(days, min_size=2, max_size=2), at=st.lists(days, min_size=2, max_size=2))
def test_the_range_is_that_of_its_corners(birth: list[date], at: list[date]) -> None:
    (first, last), (begin, end) = sorted(birth), sorted(at)
    bounds = Bounds(number(first), number(last), number(first), number(last))
    least = completed(number(last), number(begin))
    most = completed(number(first), number(end))
    assert ages(bounds, Span(number(begin), number(end))) == Ages(least, most)
    assert least <= completed(number(first), number(begin)) <= most


def test_no_day_has_no_age() -> None:
    with pytest.raises(ValueError, match="there are no years"):
        completed(None, 1)
    with pytest.raises(ValueError, match="there are no years"):
        completed(1, None)
