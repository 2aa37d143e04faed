"""Dates in words, with their doubt and, where it matters, their calendar."""

import pytest

from prosopography.dates import DateError, day_number, describe


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1917-09-12", "12 September 1917"),
        ("1917-09", "September 1917"),
        ("1917", "1917"),
        ("0069", "69 CE"),
        ("0000", "1 BCE"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("Y170000002", "170,000,002"),
        ("Y-17E7", "170,000,001 BCE"),
        ("1950S2", "between 1900 and 1999, estimated 1950"),
        ("1950S4", "1950"),
        ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"),
        ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
        ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"),
        # Seasons
        ("1917-22", "summer 1917"),
        ("2001-24", "winter 2001–02"),
        ("1999-28", "winter 1999–2000 (Northern Hemisphere)"),
        ("-0001-24", "winter 2 BCE–1 BCE"),
        ("0069-24", "winter 69 CE–70 CE"),
        ("1908-24", "winter 1908–09"),
        ("9999-24", "winter 9999–10,000"),
        ("1917-29", "spring 1917 (Southern Hemisphere)"),
        ("2001-34", "second quarter of 2001"),
        ("2001-38", "middle four months of 2001"),
        ("2001-41", "second half of 2001"),
        ("192X-24", "winter in the 1920s"),
        # Doubt
        ("1887~", "c. 1887"),
        ("1939?", "1939?"),
        ("1938%", "c. 1938?"),
        ("1917-09-12~", "c. 12 September 1917"),
        ("2001-21?", "spring 2001?"),
        ("1950S2?", "between 1900 and 1999, estimated 1950 (uncertain)"),
        ("Y17E8~", "c. 1,700,000,000"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"),
        ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("2004-%06-11", "11 June 2004 (month uncertain and approximate)"),
        ("2001-~21", "spring 2001 (season approximate)"),
        ("2001-29?", "spring 2001 (Southern Hemisphere) (uncertain)"),
        # Unknown digits
        ("193X", "1930s"),
        ("18XX", "19th century"),
        ("10XX", "11th century"),
        ("20XX", "21st century"),
        ("01XX", "2nd century CE"),
        ("21XX", "22nd century"),
        ("22XX", "23rd century"),
        ("13XX", "14th century"),
        ("12XX", "13th century"),
        ("1XXX", "between 1000 and 1999"),
        ("004X", "between 40 CE and 49 CE"),
        ("-02XX", "between 300 BCE and 201 BCE"),
        ("1X35", "a year written 1X35"),
        ("XXXX", "year unknown"),
        ("193X~", "c. 1930s"),
        ("2004-XX", "2004, month unknown"),
        ("1985-04-XX", "April 1985, day unknown"),
        ("1985-XX-XX", "1985, month and day unknown"),
        ("1985-XX~", "1985, month unknown (approximate)"),
        ("XXXX-12-XX", "December, year and day unknown"),
        ("XXXX-XX-XX", "date unknown"),
        ("XXXX-XX-25", "25th of an unknown month, year unknown"),
        ("2004-XX-15", "15th of an unknown month of 2004"),
        ("156X-12-25", "25 December in the 1560s"),
        ("15XX-12-25", "25 December in the 16th century"),
        ("05XX-12-25", "25 December in the 6th century CE"),
        ("011X", "110s CE"),
        ("190X", "between 1900 and 1909"),
        ("1XXX-12", "December, between 1000 and 1999"),
        ("1984-1X", "between October and December 1984"),
        ("1984-X1", "January or November 1984"),
        ("1917-1X-25", "25th of a month from October to December 1917"),
        ("1917-X1-25", "25th of January or November 1917"),
        ("1917-02-2X", "between 20 and 28 February 1917"),
        ("1916-02-2X", "between 20 and 29 February 1916"),
        ("1917-03-3X", "30 or 31 March 1917"),
        ("1917-03-X1", "1, 11, 21 or 31 March 1917"),
        # Intervals
        ("1921/1928", "1921 to 1928"),
        ("1924/", "from 1924, end unknown"),
        ("1924/..", "from 1924, without end"),
        ("/1927", "until 1927, beginning unknown"),
        ("../1927", "until 1927, without beginning"),
        ("1927-12-02/1927-12-19", "2 to 19 December 1927"),
        ("1927-10-02/1927-12-19", "2 October to 19 December 1927"),
        ("1927-10-02/1928-12-19", "2 October 1927 to 19 December 1928"),
        ("1927-10-02/1927-10-02", "2 October 1927 to 2 October 1927"),
        ("1917-10/1917-12", "October to December 1917"),
        ("1917-21/1917-22", "spring 1917 to summer 1917"),
        ("1927-12-02/1927-12-19?", "2 December 1927 to 19 December 1927?"),
        ("2004-06-XX/2004-07-03", "from June 2004, day unknown until 3 July 2004"),
        # Sets
        ("[1937,1938]", "1937 or 1938"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[1933..1935]", "between 1933 and 1935"),
        ("[1928-01..1928-04]", "between January and April 1928"),
        ("[1917-10-11..1917-10-20]", "between 11 and 20 October 1917"),
        ("[..1937]", "1937 or earlier"),
        ("[1930..]", "1930 or later"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("{1667,1668,1670..1672}", "1667, 1668 and all from 1670 to 1672"),
        ("{..1984}", "1984 and all time before"),
        ("{1984..}", "1984 and all time after"),
        ("[1937?,1938~]", "1937? or c. 1938"),
    ],
)
def test_describe_says_a_gregorian_date(edtf, words):
    assert describe("", "gregorian", edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1917-10-25", "25 October 1917 (Julian; 7 November 1917 Gregorian)"),
        ("1917-10-25~", "c. 25 October 1917 (Julian; c. 7 November 1917 Gregorian)"),
        ("1917-10", "October 1917 (Julian; 14 October to 13 November 1917 Gregorian)"),
        ("1917", "1917"),
        ("1917-22", "summer 1917"),
        ("1900-02-29", "29 February 1900 (Julian; 13 March 1900 Gregorian)"),
        (
            "1917-10-25/1917-11-02",
            "25 October to 2 November 1917 (Julian; 7 to 15 November 1917 Gregorian)",
        ),
        ("1917-10-25/", "from 25 October 1917, end unknown (Julian; 7 November 1917 Gregorian)"),
        ("1917-10/1918-01", "October 1917 to January 1918 (Julian)"),
        (
            "[1917-10-25,1917-10-27]",
            "25 October 1917 or 27 October 1917 "
            "(Julian; 7 November 1917 or 9 November 1917 Gregorian)",
        ),
        (
            "[..1917-10-25]",
            "25 October 1917 or earlier (Julian; 7 November 1917 or earlier Gregorian)",
        ),
        ("[1917-10..1917-11-02]", "between October 1917 and 2 November 1917 (Julian)"),
        ("15XX-12-25", "25 December in the 16th century (Julian)"),
        ("1925-03-04", "4 March 1925 (Julian; 17 March 1925 Gregorian)"),
        ("9999-12-31", "31 December 9999 (Julian)"),
        ("1917-10-25T21:40:00", "25 October 1917, 21:40:00 (Julian; 7 November 1917 Gregorian)"),
        ("-0043-03-15", "15 March 44 BCE (Julian; 13 March 44 BCE Gregorian)"),
    ],
)
def test_describe_gives_a_julian_date_in_both_calendars(edtf, words):
    assert describe("", "julian", edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1917-10-25", "25 October 1917 (calendar not stated)"),
        ("1917-10", "October 1917 (calendar not stated)"),
        ("1917", "1917"),
        ("1917-22", "summer 1917"),
        ("1917-10-25/1917-11-02", "25 October to 2 November 1917 (calendar not stated)"),
        ("1917-10-25/1921", "25 October 1917 to 1921 (calendar not stated)"),
        ("1918-01-31", "31 January 1918 (calendar not stated)"),
        ("1918-02-14", "14 February 1918"),
        ("1918-02", "February 1918"),
        ("1925-03-04", "4 March 1925"),
        ("0250-03-04", "4 March 250 CE"),
        (
            "1900-02-29",
            "29 February 1900 (a day of the Julian calendar only; 13 March 1900 Gregorian)",
        ),
    ],
)
def test_describe_says_when_the_calendar_is_not_stated(edtf, words):
    assert describe("", "unknown", edtf) == words


def test_describe_goes_by_the_reform_of_the_country():
    greek = day_number(1923, 3, 1, "gregorian")
    assert describe("", "unknown", "1920-05-02") == "2 May 1920"
    assert describe("", "unknown", "1920-05-02", reform=greek) == (
        "2 May 1920 (calendar not stated)"
    )


def test_describe_without_edtf_gives_the_text_as_written():
    assert describe("at the time of the storm", "unknown", "") == "at the time of the storm"
    assert describe("", "unknown", "") == "undated"
    assert describe("Sept. '17", "gregorian", "1917-09") == "September 1917"


@pytest.mark.parametrize(
    ("calendar", "edtf"), [("gregorian", "July"), ("soviet", "1917"), ("unknown", "2100-02-29")]
)
def test_describe_refuses_what_is_no_date(calendar, edtf):
    with pytest.raises(DateError):
        describe("July", calendar, edtf)
