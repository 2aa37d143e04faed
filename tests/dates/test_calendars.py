"""Days and their numbers in both calendars."""

import pytest

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    MAX_YEAR,
    RUSSIAN_REFORM,
    Calendar,
    DateError,
    civil_day,
    day_number,
    edtf_year,
    iso_day,
    parse_edtf,
)

# Old and new style of the same day, from the histories of the reform and from almanacs.
PAIRS = [
    ((1917, 10, 25), (1917, 11, 7)),
    ((1879, 10, 26), (1879, 11, 7)),
    ((1870, 4, 10), (1870, 4, 22)),
    ((1900, 2, 28), (1900, 3, 12)),
    ((1900, 2, 29), (1900, 3, 13)),
    ((1905, 1, 9), (1905, 1, 22)),
    ((1582, 10, 5), (1582, 10, 15)),
    ((1918, 1, 31), (1918, 2, 13)),
    ((1752, 9, 3), (1752, 9, 14)),
    ((250, 3, 4), (250, 3, 4)),
    ((4, 3, 1), (4, 2, 28)),
]


@pytest.mark.parametrize(("julian", "gregorian"), PAIRS)
def test_day_number_is_the_same_for_one_day_in_both_calendars(julian, gregorian):
    number = day_number(*julian, Calendar.JULIAN)
    assert number == day_number(*gregorian, Calendar.GREGORIAN)
    assert civil_day(number, Calendar.JULIAN) == julian
    assert civil_day(number) == gregorian


@pytest.mark.parametrize(
    ("year", "month", "day", "calendar", "number"),
    [
        (-4712, 1, 1, "julian", 0),
        (-4713, 11, 24, "gregorian", 0),
        (2000, 1, 1, "gregorian", 2451545),
        (1858, 11, 17, "gregorian", 2400001),
        (0, 12, 31, "julian", 1721423),
        (1, 1, 1, "julian", 1721424),
        (-43, 3, 15, "julian", 1705426),
    ],
)
def test_day_number_agrees_with_astronomers(year, month, day, calendar, number):
    assert day_number(year, month, day, calendar) == number
    assert civil_day(number, calendar) == (year, month, day)


def test_russian_reform_follows_31_january_1918_julian():
    assert day_number(1918, 1, 31, "julian") + 1 == RUSSIAN_REFORM
    assert day_number(1918, 2, 14, "gregorian") == RUSSIAN_REFORM


def test_29_february_1900_is_a_julian_day_only():
    assert iso_day(day_number(1900, 2, 29, "julian")) == "1900-03-13"
    with pytest.raises(DateError) as caught:
        day_number(1900, 2, 29, "gregorian")
    assert str(caught.value) == (
        "There is no 29 February 1900 in the Gregorian calendar: "
        "the year was not a leap year; it was one in the Julian."
    )


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ((1937, 11, 31), "There is no 31 November 1937: November has at most 30 days."),
        ((1938, 2, 30), "There is no 30 February 1938: February has at most 29 days."),
        ((1938, 13, 1), "There is no month 13; months count from 1 to 12."),
        ((1938, 1, 0), "There is no 0 January 1938: January has at most 31 days."),
        (
            (MAX_YEAR + 1, 1, 1),
            "The year is too far away; years count up to 9,999,999,999,999,999.",
        ),
    ],
)
def test_day_number_refuses_a_day_that_is_none(parts, message):
    with pytest.raises(DateError) as caught:
        day_number(*parts, "gregorian")
    assert caught.value.message == message
    assert caught.value.position is None


def test_unknown_calendar_has_neither_numbers_nor_days():
    with pytest.raises(DateError, match="only when its calendar is known"):
        day_number(1917, 10, 25, Calendar.UNKNOWN)
    with pytest.raises(DateError, match="only in a known calendar"):
        civil_day(2421540, Calendar.UNKNOWN)


def test_calendar_of_another_name_is_refused():
    with pytest.raises(DateError, match="There is no calendar “mayan” here"):
        day_number(1917, 10, 25, "mayan")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((1917, 11, 7), "1917-11-07"),
        ((-43, 3, 15), "-0043-03-15"),
        ((0, 1, 1), "0000-01-01"),
        ((12000, 1, 1), "+12000-01-01"),
        ((-12000, 6, 30), "-12000-06-30"),
        ((9999, 12, 31), "9999-12-31"),
    ],
)
def test_iso_day_writes_every_year(parts, text):
    assert iso_day(day_number(*parts, "gregorian")) == text


def test_iso_day_writes_the_calendar_asked_for():
    assert iso_day(day_number(1917, 11, 7, "gregorian"), "julian") == "1917-10-25"


@pytest.mark.parametrize("number", [None, DISTANT_PAST, DISTANT_FUTURE])
def test_iso_day_has_no_text_for_what_is_no_day(number):
    assert iso_day(number) is None


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (1917, "1917"),
        (7, "0007"),
        (0, "0000"),
        (-43, "-0043"),
        (-9999, "-9999"),
        (-10000, "Y-10000"),
        (12000, "Y12000"),
    ],
)
def test_edtf_year_writes_every_year(year, text):
    assert edtf_year(year) == str(parse_edtf(text)) == text


def test_day_numbers_of_the_farthest_years_fit_64_bits():
    for year in (MAX_YEAR, -MAX_YEAR):
        number = day_number(year, 12, 31, "julian")
        assert -(2**63) < DISTANT_PAST < number < DISTANT_FUTURE < 2**63
