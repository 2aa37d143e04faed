"""Every example of the specification, levels 0 to 2, and what is no EDTF."""

import copy
import timeit

import pytest

from prosopography.dates import MAX_LENGTH, DateError, iso_day, parse_edtf

# The examples of the Library of Congress specification with the first and the last day each covers,
# strictly and in the Gregorian calendar. None is an open or unknown side.
SPECIFICATION = [
    # Level 0: date; date and time; time interval
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    # Level 1: letter-prefixed year
    ("Y170000002", "+170000002-01-01", "+170000002-12-31"),
    ("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
    # Level 1: seasons
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2001-22", "2001-06-01", "2001-08-31"),
    ("2001-23", "2001-09-01", "2001-11-30"),
    ("2001-24", "2001-12-01", "2002-02-28"),
    # Level 1: qualification of a date
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    # Level 1: unspecified digits from the right
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    # Level 1: extended interval
    ("1985-04-12/..", "1985-04-12", None),
    ("1985-04/..", "1985-04-01", None),
    ("1985/..", "1985-01-01", None),
    ("../1985-04-12", None, "1985-04-12"),
    ("../1985-04", None, "1985-04-30"),
    ("../1985", None, "1985-12-31"),
    ("1985-04-12/", "1985-04-12", None),
    ("1985-04/", "1985-04-01", None),
    ("1985/", "1985-01-01", None),
    ("/1985-04-12", None, "1985-04-12"),
    ("/1985-04", None, "1985-04-30"),
    ("/1985", None, "1985-12-31"),
    # Level 1: negative calendar year
    ("-1985", "-1985-01-01", "-1985-12-31"),
    # Level 2: exponential year; significant digits
    ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y171010000S3", "+171000000-01-01", "+171999999-12-31"),
    ("Y3388E2S3", "+338000-01-01", "+338999-12-31"),
    # Level 2: sub-year groupings
    ("2001-25", "2001-03-01", "2001-05-31"),
    ("2001-26", "2001-06-01", "2001-08-31"),
    ("2001-27", "2001-09-01", "2001-11-30"),
    ("2003-28", "2003-12-01", "2004-02-29"),
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("2003-30", "2003-12-01", "2004-02-29"),
    ("2001-31", "2001-03-01", "2001-05-31"),
    ("2001-32", "2001-06-01", "2001-08-31"),
    ("2001-33", "2001-01-01", "2001-03-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("2001-35", "2001-07-01", "2001-09-30"),
    ("2001-36", "2001-10-01", "2001-12-31"),
    ("2001-37", "2001-01-01", "2001-04-30"),
    ("2001-38", "2001-05-01", "2001-08-31"),
    ("2001-39", "2001-09-01", "2001-12-31"),
    ("2001-40", "2001-01-01", "2001-06-30"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    # Level 2: set representation
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", None),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", None, "1984-12-31"),
    # Level 2: qualification of groups and of parts
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    # Level 2: unspecified digits anywhere
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", "0000-12-01", "9999-12-31"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    # Level 2: interval
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
]


@pytest.mark.parametrize(("text", "first", "last"), SPECIFICATION)
def test_parse_edtf_reads_the_specification(text, first, last):
    value = parse_edtf(text)
    span = value.span("gregorian")
    assert (iso_day(span.first), iso_day(span.last)) == (first, last)
    assert str(value) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1917-1X-25", "1917-10-25", "1917-12-25"),
        ("1917-X1-31", "1917-01-31", "1917-01-31"),
        ("1917-XX-31", "1917-01-31", "1917-12-31"),
        ("1917-02-2X", "1917-02-20", "1917-02-28"),
        ("1917-03-3X", "1917-03-30", "1917-03-31"),
        ("19XX-02-29", "1904-02-29", "1996-02-29"),
        ("XX00-02-29", "0000-02-29", "9600-02-29"),
        ("1X35", "1035-01-01", "1935-12-31"),
        ("X9X7-05", "0907-05-01", "9997-05-31"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("-000X", "-0009-01-01", "0000-12-31"),
        ("-01X0-02-29", "-0180-02-29", "-0120-02-29"),
        ("192X-33", "1920-01-01", "1929-03-31"),
        ("192X-24", "1920-12-01", "1930-02-28"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("-1859S2", "-1899-01-01", "-1800-12-31"),
        ("1859S5", "1859-01-01", "1859-12-31"),
        ("Y9999999999999999", "+9999999999999999-01-01", "+9999999999999999-12-31"),
        ("0150S2", "0150-01-01", "0159-12-31"),
        ("Y-3388E2S3", "-338999-01-01", "-338000-12-31"),
        ("2005/2006-24", "2005-01-01", "2007-02-28"),
        ("[1667, 1668,  1670..1672]", "1667-01-01", "1672-12-31"),
        ("2000-12-31T23:59:60", "2000-12-31", "2000-12-31"),
    ],
)
def test_parse_edtf_reads_what_follows_from_the_specification(text, first, last):
    span = parse_edtf(text).span("gregorian")
    assert (iso_day(span.first), iso_day(span.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1938?", "1937-01-01", "1939-12-31"),
        ("1938~", "1937-01-01", "1939-12-31"),
        ("1938%", "1937-01-01", "1939-12-31"),
        ("193X~", "1920-01-01", "1949-12-31"),
        ("19XX?", "1800-01-01", "2099-12-31"),
        ("1X35?", "1034-01-01", "1936-12-31"),
        ("-0043~", "-0044-01-01", "-0042-12-31"),
        ("2004-06~", "2003-06-01", "2005-06-30"),
        ("2003-02?", "2002-02-01", "2004-02-29"),
        ("2004-06-11%", "2003-06-11", "2005-06-11"),
        ("2004-02-29?", "2003-02-28", "2005-02-28"),
        ("2004-02-XX?", "2003-02-01", "2005-02-28"),
        ("2004-06~-11", "2003-06-11", "2005-06-11"),
        ("2004?-06-11", "2003-06-11", "2005-06-11"),
        ("?2004-06-~11", "2003-06-11", "2005-06-11"),
        ("2004-%06-11", "2004-05-11", "2004-07-11"),
        ("2004-~12", "2004-11-01", "2005-01-31"),
        ("2004-03-~31", "2004-03-30", "2004-04-01"),
        ("2004-~03-31", "2004-02-29", "2004-04-30"),
        ("2001-~21", "2000-12-01", "2001-08-31"),
        ("2001-21~", "2000-03-01", "2002-05-31"),
        ("1950S2?", "1800-01-01", "2099-12-31"),
        ("Y17E8~", "+1600000000-01-01", "+1800000000-12-31"),
        ("2004-06-~01/2004-06-~20", "2004-05-31", "2004-06-21"),
        ("[1937?,1938]", "1936-01-01", "1938-12-31"),
        ("1938", "1938-01-01", "1938-12-31"),
    ],
)
def test_span_of_a_doubtful_date_widens_by_a_unit(text, first, last):
    span = parse_edtf(text).span("gregorian", widened=True)
    assert (iso_day(span.first), iso_day(span.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("[1667, 1668,1670..1672]", "[1667,1668,1670..1672]"),
        ("?1984", "1984?"),
        ("?1984?", "1984?"),
        ("%1950S2", "1950S2%"),
        ("?1984~", "1984%"),
        ("2004?-06?", "2004-06?"),
        ("?2004-06-11?", "2004-06-11?"),
        ("2004?-06-11%", "2004-06-11%"),
        ("2004%-06?", "2004~-06?"),
        ("Y0170000002", "Y170000002"),
        ("Y17E08", "Y17E8"),
        ("1950S02", "1950S2"),
    ],
)
def test_str_leaves_out_what_says_nothing(text, canonical):
    value = parse_edtf(text)
    assert str(value) == canonical
    assert parse_edtf(canonical) == value


def test_values_are_equal_when_they_say_the_same():
    assert parse_edtf("?2004-06") == parse_edtf("2004?-06")
    assert hash(parse_edtf("?2004-06")) == hash(parse_edtf("2004?-06"))
    assert str(parse_edtf("?2004-06")) == "?2004-06"
    assert parse_edtf("2004-06?") != parse_edtf("2004?-06")
    assert parse_edtf("1938?") != parse_edtf("1938~")
    assert parse_edtf("[1937,1938]") != parse_edtf("{1937,1938}")
    assert parse_edtf("1924/") != parse_edtf("1924/..")


FOUR = "A year has four digits: “0069”."
OUT_OF_YEAR = (
    "There is no month {}: months are 01 to 12, seasons and other parts of a year from 21 to 41."
)
TOO_FAR = "The year is too far away; years count up to 9,999,999,999,999,999."
NO_DATE = "An interval needs at least one date."
TIME = "A time of day is written “1917-11-07T21:40:00”, with a zone “Z” or “+02:00” after it."


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "A date is missing."),
        ("..", 0, "A date is missing."),
        ("/", 0, NO_DATE),
        ("../..", 0, NO_DATE),
        ("/..", 0, NO_DATE),
        ("191", 2, FOUR),
        ("1917-9", 5, "A month has two digits: “1917-09”."),
        ("1917-09-2", 8, "A day has two digits: “1917-09-02”."),
        ("19170912", 4, "After the year comes a hyphen and the month: “1917-09”."),
        ("1917-0912", 7, "After the month comes a hyphen and the day: “1917-09-12”."),
        ("1917-09-12-01", 10, "Nothing can follow the day here."),
        ("1917-13", 5, OUT_OF_YEAR.format("13")),
        ("1917-20", 5, OUT_OF_YEAR.format("20")),
        ("1917-42", 5, OUT_OF_YEAR.format("42")),
        ("1917-2X", 5, OUT_OF_YEAR.format("2X")),
        ("1917-21-05", 5, "There is no month 21: months are 01 to 12."),
        ("1917-05-00", 8, "There is no day 00: days are 01 to 31."),
        ("1917-05-4X", 8, "There is no day 4X: days are 01 to 31."),
        ("1937-11-31", 8, "There is no 31 November 1937: November has at most 30 days."),
        ("1938-02-30", 8, "There is no 30 February 1938: February has at most 29 days."),
        (
            "1938-02-29",
            8,
            "There is no 29 February 1938 in the Gregorian calendar: the year was not a leap year.",
        ),
        (
            "1917-02-3X",
            8,
            "No day fits “1917-02-3X”: no month that it allows has such a day.",
        ),
        (
            "XXX1-02-29",
            8,
            "No day fits “XXX1-02-29”: no month that it allows has such a day.",
        ),
        ("1917-0x", 6, "A digit that is not known is a capital X."),
        ("199u", 3, "A digit that is not known is a capital X."),
        ("y170000002", 0, "A year of more than four digits begins with a capital Y."),
        ("Y17e7", 3, "The exponent of a year is a capital E."),
        ("1917 ", 4, "There can be no space here."),
        ("July 1917", 0, "“J” has no place in an EDTF date."),
        ("1917–1918", 4, "“–” has no place in an EDTF date."),
        ("١٩١٧", 0, "“١” has no place in an EDTF date."),
        ("-0000", 0, "There is no year -0000: the year 1 BCE is 0000."),
        ("Y-0", 0, "There is no year -0: the year 1 BCE is 0000."),
        ("Y1917", 0, "Y begins a year of more than four digits; write 1917."),
        ("Y-44", 0, "Y begins a year of more than four digits; write -0044."),
        (
            "Y17000-05",
            0,
            "A long year is written “Y17000”, “Y-17E7” or “Y171010000S3”, without a month.",
        ),
        ("1950S0", 5, "A year has at least one significant digit."),
        ("Y10000000000000000", 0, TOO_FAR),
        ("Y1E16", 0, TOO_FAR),
        ("Y1E999999999", 0, TOO_FAR),
        ("Y1S999999999", 0, TOO_FAR),
        ("1917-11-07T24:00:00", 10, TIME),
        ("1917-11-07T21:40", 10, TIME),
        ("1917-02-30T21:40:00", 8, "There is no 30 February 1917: February has at most 29 days."),
        ("1917/1916", None, "“1917/1916” ends before it starts."),
        ("1917-05-02/1917-05-01", None, "“1917-05-02/1917-05-01” ends before it starts."),
        ("[1917..1916]", None, "“1917/1916” ends before it starts."),
        ("1917/1918/1919", 9, "An interval has one stroke, between its two dates."),
        ("1917/[1918]", 5, FOUR),
        ("1917/19x8", 7, "A digit that is not known is a capital X."),
        ("[1917", 4, "A set of dates is written […], with a date in it."),
        ("{1917]", 5, "A set of dates is written {…}, with a date in it."),
        ("[]", 1, "A set of dates is written […], with a date in it."),
        ("[", 0, "A set of dates is written […], with a date in it."),
        ("[..]", 1, "A set needs a date before or after the dots."),
        ("[1917,]", 6, "A date is missing."),
        ("[1917..,1918]", 1, "Dots without a date stand only at the two ends of a set."),
        ("[1917,..1918]", 6, "Dots without a date stand only at the two ends of a set."),
        ("[1917, 19x8]", 9, "A digit that is not known is a capital X."),
        ("2004-06-11%?", 11, "Nothing can follow the day here."),
    ],
)
def test_parse_edtf_says_what_is_wrong_and_where(text, position, message):
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert (caught.value.message, caught.value.position) == (message, position)
    assert str(caught.value) == message


def test_parse_edtf_refuses_a_text_that_is_too_long():
    longest = "[" + ",".join(["1917"] * 99) + "]"
    assert str(parse_edtf(longest)) == longest
    for text in ("9" * (MAX_LENGTH + 1), "[" + "1917," * 10**6, "Y" + "1" * 10**6):
        with pytest.raises(DateError, match="The date is too long"):
            parse_edtf(text)


def test_parse_edtf_accepts_a_day_of_either_calendar():
    value = parse_edtf("1900-02-29")
    assert iso_day(value.span("julian").first) == "1900-03-13"
    with pytest.raises(DateError, match="it was one in the Julian"):
        value.span("gregorian")


def test_an_interval_that_may_end_before_it_starts_is_read():
    assert str(parse_edtf("1938?/1937?")) == "1938?/1937?"
    assert str(parse_edtf("1917-05/1917")) == "1917-05/1917"


def test_date_error_keeps_message_and_position_when_copied():
    error = copy.copy(DateError("No such day.", 3))
    assert (error.message, error.position) == ("No such day.", 3)


def test_parse_edtf_reads_a_day_in_well_under_100_microseconds():
    runs = timeit.repeat(lambda: parse_edtf("1917-09-12"), number=500, repeat=7)
    assert min(runs) / 500 < 100e-6
