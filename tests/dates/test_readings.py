"""Whether two dates can be one: calendars, doubt, sets; and what holds for every two dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.dates import Agreement, Calendar, DateError, civil_day, ends_of, iso_day
from prosopography.dates.readings import CalendarReading, compare, readings

J, G, U = Calendar.JULIAN, Calendar.GREGORIAN, Calendar.UNKNOWN
AGREE, TWO, EXCLUDE = Agreement.AGREE, Agreement.TWO_CALENDARS, Agreement.EXCLUDE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("1938", U), ("1938-02", U), AGREE),
        (("1937", U), ("1938", U), EXCLUDE),
        (("1937", U), ("193X", U), AGREE),
        (("1937?", U), ("1938", U), AGREE),
        (("1936?", U), ("1938", U), EXCLUDE),
        (("[1927,1929]", U), ("1928", U), EXCLUDE),
        (("[1927..1929]", U), ("1928", U), AGREE),
        (("[..1927]", U), ("1928", U), EXCLUDE),
        (("1927/", U), ("1938", U), AGREE),
        (("1924/1925", U), ("1925", U), AGREE),
        # one day, written in both calendars
        (("1917-10-25", J), ("1917-11-07", G), AGREE),
        (("1917-10-25", U), ("1917-11-07", G), AGREE),
        (("1917-10-25", J), ("1917-11-07", U), AGREE),
        # probably one day: without a calendar, or with one that is mistaken
        (("1917-10-25", U), ("1917-11-07", U), TWO),
        (("1917-10-25", J), ("1917-11-07", J), TWO),
        (("1917-10-25", G), ("1917-11-07", G), TWO),
        (("1917-10-25", J), ("1917-10-25", G), TWO),
        (("1892-11-29", U), ("1892-12-11", U), TWO),  # 12 days in the 19th century
        (("1892-11-29", U), ("1892-12-12", U), EXCLUDE),
        # the widened bounds of these overlap, and yet no reading is the same day
        (("1917-11-01", U), ("1917-11-07", U), EXCLUDE),
        (("1917-10-25", U), ("1917-11-06", U), EXCLUDE),
        # a month is no single day
        (("1917-10", U), ("1917-11", U), EXCLUDE),
        (("1917-10-25", U), ("1917-11", U), EXCLUDE),
        # after the reform there is one calendar only
        (("1927-10-25", U), ("1927-11-07", U), EXCLUDE),
        (("1918-01-31", U), ("1918-02-13", U), TWO),
        (("1918-02-14", U), ("1918-02-01", U), EXCLUDE),
        (("-0043-03-15", U), ("-0043-03-15", U), AGREE),
    ],
)
def test_two_dates(one, other, expected) -> None:
    assert (compare(one, other), compare(other, one)) == (expected, expected)


def test_the_reform_of_another_country_is_the_limit_there() -> None:
    greece = 2423480  # 1 March 1923, Gregorian
    days = ("1922-10-25", U), ("1922-11-07", U)
    assert (compare(*days), compare(*days, reform=greece)) == (EXCLUDE, TWO)


def test_the_readings_of_a_day() -> None:
    found = readings("1917-10-25", U)
    assert [(each.calendar, each.stated, iso_day(each.day)) for each in found] == [
        (G, False, "1917-10-25"),
        (J, False, "1917-11-07"),
    ]
    (stated,) = readings("1917-10-25", J)
    assert (stated.calendar, stated.stated, iso_day(stated.day)) == (J, True, "1917-11-07")
    (late,) = readings("1938-02-01", U)
    assert (late.calendar, iso_day(late.day)) == (G, "1938-02-01")


def test_a_day_of_the_julian_calendar_alone_has_one_reading() -> None:
    (only,) = readings("1900-02-29", U)
    assert (only.calendar, iso_day(only.day)) == (J, "1900-03-13")
    with pytest.raises(DateError):
        readings("1900-02-29", G)


def test_a_doubtful_day_is_no_single_day() -> None:
    assert [each.day for each in readings("1917-10-25?", U)] == [None, None]
    assert CalendarReading(G, stated=True, stretches=((1, 1), (5, 5))).day is None


@pytest.mark.parametrize(
    ("edtf", "ends"),
    [
        ("1921/1928", ("1921", "1928")),
        ("1924/", ("1924", "")),
        ("../1926-10", ("", "1926-10")),
        ("1924", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_ends_of_a_stretch(edtf, ends) -> None:
    assert tuple(ends_of(edtf)) == ends


days = st.integers(2_300_000, 2_430_000)  # from the 16th century to 1940
calendars = st.sampled_from(list(Calendar))


def written(day: int, calendar: Calendar) -> tuple[str, Calendar]:
    year, month, number = civil_day(day, G if calendar is U else calendar)
    return f"{year:04d}-{month:02d}-{number:02d}", calendar


dates = st.builds(written, days, calendars)


@given(dates, dates)
def test_it_is_the_same_either_way_round(one, other) -> None:
    assert compare(one, other) == compare(other, one)


@given(days, dates)
def test_a_known_day_is_the_same_in_either_calendar(day, other) -> None:
    assert compare(written(day, J), other) == compare(written(day, G), other)


@given(dates, dates, st.sampled_from(["year", "month", "doubt"]))
def test_a_date_that_agrees_agrees_when_it_is_widened(one, other, how) -> None:
    wider = {"year": one[0][:4], "month": one[0][:7], "doubt": f"{one[0]}?"}[how]
    if compare(one, other) is AGREE:
        assert compare((wider, one[1]), other) is AGREE


@given(dates)
def test_a_date_agrees_with_itself(one) -> None:
    assert compare(one, one) is AGREE


@given(days, st.integers(-40, 40))
def test_two_days_of_one_calendar_are_one_or_shifted_or_exclude(day, apart) -> None:
    found = compare(written(day, G), written(day + apart, G))
    if apart == 0:
        assert found is AGREE
    elif 10 <= abs(apart) <= 13:
        assert found is not AGREE
    else:
        assert found is EXCLUDE
