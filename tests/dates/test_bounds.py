"""The four day numbers, by hand, for points and for states."""

import pytest

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    RUSSIAN_REFORM,
    Bounds,
    DateError,
    bounds_of,
    date_bounds,
    day_number,
    iso_day,
    parse_edtf,
)


def days(bounds):
    """The bounds as ISO days; the distant past and future by name."""
    names = {DISTANT_PAST: "past", DISTANT_FUTURE: "future"}
    return tuple(names.get(number) or iso_day(number) for number in bounds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1917-09-12", ("1917-09-12", "1917-09-12", "1917-09-12", "1917-09-12")),
        ("1938", ("1938-01-01", "1938-12-31", "1938-01-01", "1938-12-31")),
        ("1938?", ("1937-01-01", "1939-12-31", "1937-01-01", "1939-12-31")),
        ("1927-12-02/1927-12-19", ("1927-12-02", "1927-12-02", "1927-12-19", "1927-12-19")),
        ("1917-05-02/1917-05-02", ("1917-05-02",) * 4),
        ("1924/", ("1924-01-01", "1924-12-31", "1924-01-01", None)),
        ("1924/..", ("1924-01-01", "1924-12-31", None, None)),
        ("/1924", (None, "1924-12-31", "1924-01-01", "1924-12-31")),
        ("../1924", (None, None, "1924-01-01", "1924-12-31")),
        ("[1937,1939-05]", ("1937-01-01", "1939-05-31", "1937-01-01", "1939-05-31")),
        ("[1933..1935]", ("1933-01-01", "1935-12-31", "1933-01-01", "1935-12-31")),
        ("[..1937]", (None, "1937-12-31", "past", "1937-12-31")),
        ("[1930..]", ("1930-01-01", "future", "1930-01-01", None)),
        ("{1960,1961-12}", ("1960-01-01", "1961-12-31", "1960-01-01", "1961-12-31")),
        ("{1961-12,1960}", ("1960-01-01", "1961-12-31", "1960-01-01", "1961-12-31")),
        ("{1670..1672}", ("1670-01-01", "1672-12-31", "1670-01-01", "1672-12-31")),
        ("{1938?,1940~}", ("1937-01-01", "1941-12-31", "1937-01-01", "1941-12-31")),
        ("{..1984}", (None, "1984-12-31", "past", "1984-12-31")),
        ("{1984..}", ("1984-01-01", "future", "1984-01-01", None)),
        ("1917-05/1917", ("1917-05-01", "1917-05-31", "1917-05-01", "1917-12-31")),
        ("1917/1917-05", ("1917-01-01", "1917-05-31", "1917-05-01", "1917-05-31")),
        ("1938?/1937?", ("1937-01-01", "1938-12-31", "1937-01-01", "1938-12-31")),
    ],
)
def test_date_bounds_of_a_point(text, expected):
    assert days(date_bounds(text, "gregorian", lasting=False)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1917-09-12", (None, "1917-09-12", "1917-09-12", None)),
        ("1917", (None, "1917-12-31", "1917-01-01", None)),
        ("1921/1928", ("1921-01-01", "1921-12-31", "1928-01-01", "1928-12-31")),
        ("1921/1921", ("1921-01-01", "1921-12-31", "1921-01-01", "1921-12-31")),
        ("1924/", ("1924-01-01", "1924-12-31", "1924-01-01", None)),
        ("1924/..", ("1924-01-01", "1924-12-31", None, None)),
        ("/1924", (None, "1924-12-31", "1924-01-01", "1924-12-31")),
        ("../1924", (None, None, "1924-01-01", "1924-12-31")),
        ("[1937,1938]", (None, "1938-12-31", "1937-01-01", None)),
        ("[..1937]", (None, "1937-12-31", "past", None)),
        ("[1930..]", (None, "future", "1930-01-01", None)),
        ("{1960,1961-12}", (None, "1961-12-31", "1960-01-01", None)),
        ("{..1984}", (None, "1984-12-31", "past", None)),
        ("{1984..}", (None, "future", "1984-01-01", None)),
    ],
)
def test_date_bounds_of_a_state(text, expected):
    assert days(date_bounds(text, "gregorian", lasting=True)) == expected


@pytest.mark.parametrize("lasting", [True, False])
def test_date_bounds_of_no_date_are_empty(lasting):
    bounds = date_bounds("", "unknown", lasting=lasting)
    assert bounds == Bounds(None, None, None, None)
    assert bounds.undated
    assert not date_bounds("../1924", "unknown", lasting=lasting).undated


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1917-10-25", "1917-10-25", "1917-11-07"),
        ("1917-10", "1917-10-01", "1917-11-13"),
        ("1917", "1917-01-01", "1918-01-13"),
        ("1918", "1918-01-01", "1918-12-31"),
        ("1918-01-31", "1918-01-31", "1918-02-13"),
        ("1918-02-01", "1918-02-01", "1918-02-01"),
        ("1918-02-14", "1918-02-14", "1918-02-14"),
        ("1918-01", "1918-01-01", "1918-02-13"),
        ("1919", "1919-01-01", "1919-12-31"),
        ("1917-24", "1917-12-01", "1918-02-28"),
        ("191X", "1910-01-01", "1919-12-31"),
        ("1900-02-29", "1900-03-13", "1900-03-13"),
        ("1900-02-28", "1900-02-28", "1900-03-12"),
        ("0250-03-04", "0250-03-04", "0250-03-04"),
        ("-0043-03-15", "-0043-03-13", "-0043-03-15"),
        ("1918-01-31?", "1917-01-31", "1919-01-31"),
    ],
)
def test_bounds_in_an_unknown_calendar_cover_both_readings(text, first, last):
    bounds = date_bounds(text, "unknown", lasting=False)
    assert days(bounds) == (first, last, first, last)


def test_reform_of_another_country_decides_which_days_can_be_julian():
    greek = day_number(1923, 3, 1, "gregorian")
    assert days(date_bounds("1920-05-02", "unknown", lasting=False))[:2] == ("1920-05-02",) * 2
    assert days(date_bounds("1920-05-02", "unknown", lasting=False, reform=greek))[:2] == (
        "1920-05-02",
        "1920-05-15",
    )
    roman = day_number(1582, 10, 15, "gregorian")
    assert days(date_bounds("1917-10-25", "unknown", lasting=False, reform=roman))[:2] == (
        "1917-10-25",
        "1917-10-25",
    )


def test_a_date_said_to_be_julian_is_julian_after_the_reform_too():
    assert days(date_bounds("1925-03-04", "julian", lasting=False))[0] == "1925-03-17"


def test_a_day_that_exists_in_no_calendar_then_in_use_is_refused():
    assert str(parse_edtf("2100-02-29")) == "2100-02-29"
    with pytest.raises(DateError, match="There is no 29 February 2100 in the Gregorian calendar"):
        date_bounds("2100-02-29", "unknown", lasting=False)
    with pytest.raises(DateError, match="There is no 29 February 1900 in the Gregorian calendar"):
        date_bounds("1900-02-29", "gregorian", lasting=False)
    with pytest.raises(DateError, match="No day fits “X100-02-29” in the Gregorian calendar"):
        date_bounds("X100-02-29", "gregorian", lasting=False)


def test_an_interval_that_no_reading_can_hold_is_refused():
    reform = day_number(1900, 3, 14, "gregorian")
    text = "1900-02-29/1900-03-01"
    assert days(date_bounds(text, "julian", lasting=True))[0] == "1900-03-13"
    with pytest.raises(DateError, match="ends before it starts"):
        date_bounds(text, "unknown", lasting=True, reform=reform)


@pytest.mark.parametrize("text", ["12 September 1917", "1917-13", "1917/1916"])
def test_date_bounds_refuses_what_is_no_edtf(text):
    with pytest.raises(DateError):
        date_bounds(text, "gregorian", lasting=False)


def test_date_bounds_refuses_an_unknown_name_of_a_calendar():
    with pytest.raises(DateError, match="There is no calendar “soviet” here"):
        date_bounds("1917", "soviet", lasting=False)


def test_date_bounds_equal_bounds_of_and_are_kept():
    text, value = "1917-10-25/1918", parse_edtf("1917-10-25/1918")
    first = date_bounds(text, "unknown", lasting=True, reform=RUSSIAN_REFORM)
    assert first == bounds_of(value, "unknown", lasting=True)
    hits = date_bounds.cache_info().hits
    assert date_bounds(text, "unknown", lasting=True, reform=RUSSIAN_REFORM) is first
    assert date_bounds.cache_info().hits == hits + 1
    assert not first.undated
