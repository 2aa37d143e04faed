"""Free text in: what is proposed, why, and what else it could be."""

import pytest

from prosopography.dates import Calendar, DateError, read_date

JULIAN, GREGORIAN, UNKNOWN = Calendar.JULIAN, Calendar.GREGORIAN, Calendar.UNKNOWN


def others(reading):
    return [other.edtf for other in reading.alternatives]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # Days, months, years
        ("26th July 1917", "1917-07-26"),
        ("July 26, 1917", "1917-07-26"),
        ("the 12th of September, 1917", "1917-09-12"),
        ("Sept. 12th 1917", "1917-09-12"),
        ("1917 September 12", "1917-09-12"),
        ("first of May 1917", "1917-05-01"),
        ("1936-07-12", "1936-07-12"),
        ("1936.7.12", "1936-07-12"),
        ("1936/07/12", "1936-07-12"),
        ("25.12.1936", "1936-12-25"),
        ("07/25/1936", "1936-07-25"),
        ("12/13/1936", "1936-12-13"),
        ("07.07.1936", "1936-07-07"),
        ("12.VII.1936", "1936-07-12"),
        ("12. Juli 1936", "1936-07-12"),
        ("1er mai 1936", "1936-05-01"),
        ("September, 1917", "1917-09"),
        ("4/1917", "1917-04"),
        ("in the year 1917", "1917"),
        ("born 1892", "1892"),
        ("  1917\t", "1917"),
        ("0069", "0069"),
        # Russian
        ("12 сентября 1917", "1917-09-12"),
        ("1917 г.", "1917"),
        ("в мае 1917 года", "1917-05"),
        ("летом 1919 г.", "1919-22"),
        ("в начале 1928 года", "[1928-01..1928-04]"),
        ("1930-е годы", "193X"),
        ("XIX в.", "18XX"),
        ("около 1887", "1887~"),
        ("до 1938", "[..1937]"),
        ("с 1921 по 1928 гг.", "1921/1928"),
        ("между 1933 и 1935", "[1933..1935]"),
        ("1937 или 1938", "[1937,1938]"),
        ("44 г. до н. э.", "-0043"),
        # The common era and before
        ("44 BC", "-0043"),
        ("44BCE", "-0043"),
        ("44 B.C.", "-0043"),
        ("AD 69", "0069"),
        ("69 CE", "0069"),
        ("69AD", "0069"),
        ("15 March 44 BC", "-0043-03-15"),
        ("150-44 BC", "-0149/-0043"),
        ("44 BC - AD 14", "-0043/0014"),
        ("AD 69-79", "0069/0079"),
        ("3rd century BC", "-02XX"),
        ("1st century", "[0001..0100]"),
        ("40s BC", "[-0048..-0039]"),
        ("12000 BC", "Y-11999"),
        # Seasons, decades, parts
        ("in the summer of 1919", "1919-22"),
        ("spring 1929", "1929-21"),
        ("fall 1917", "1917-23"),
        ("winter 1917-18", "1917-24"),
        ("winter of 1917/1918", "1917-24"),
        ("winter 1908-09", "1908-24"),
        ("winter 1899–1900?", "1899-24?"),
        ("1930s", "193X"),
        ("the 1930's", "193X"),
        ("early 1928", "[1928-01..1928-04]"),
        ("mid-1928", "[1928-05..1928-08]"),
        ("late 1936", "[1936-09..1936-12]"),
        ("end of 1936", "[1936-09..1936-12]"),
        ("first half of 1928", "1928-40"),
        ("second quarter of 1928", "1928-34"),
        ("mid-October 1917", "[1917-10-11..1917-10-20]"),
        ("late February 1917", "[1917-02-21..1917-02-28]"),
        ("first half of September 1917", "[1917-09-01..1917-09-15]"),
        ("early summer 1919", "1919-06"),
        ("late winter 1917", "1918-02"),
        ("mid-1930s", "[1934..1936]"),
        ("first half of the 1930s", "[1930..1934]"),
        ("second half of the 1930s", "[1935..1939]"),
        ("late 18th century", "[1767..1799]"),
        ("fourth quarter of the 19th century", "[1875..1899]"),
        # Doubt
        ("c. 1887", "1887~"),
        ("circa 1887", "1887~"),
        ("ca. 1887", "1887~"),
        ("c1887", "1887~"),
        ("about 1887", "1887~"),
        ("on or about 12 September 1936", "1936-09-12~"),
        ("b. c. 1892", "1892~"),
        ("1939?", "1939?"),
        ("1939 (?)", "1939?"),
        ("(1939?)", "1939?"),
        ("probably 1938", "1938?"),
        ("probably c. 1938", "1938%"),
        ("perhaps 12 September 1936", "1936-09-12?"),
        # Ranges, limits, alternatives
        ("1937 or 1938", "[1937,1938]"),
        ("either 1937 or 1938", "[1937,1938]"),
        ("1937, 1938 or 1939", "[1937,1938,1939]"),
        ("12, 13 or 14 September 1936", "[1936-09-12,1936-09-13,1936-09-14]"),
        ("1937 and 1938", "{1937,1938}"),
        ("1917, 1919-21 and 1924", "{1917,1919..1921,1924}"),
        ("between 1933 and 1935", "[1933..1935]"),
        ("between 2 and 19 December 1927", "[1927-12-02..1927-12-19]"),
        ("between early 1928 and late 1929", "[1928-01..1929-12]"),
        ("probably between 1933 and 1935", "[1933?..1935?]"),
        ("from 1921 to 1928", "1921/1928"),
        ("1921 until 1928", "1921/1928"),
        ("from July to October 1936", "1936-07/1936-10"),
        ("from 12 September 1936 to 3 October", "1936-09-12/1936-10-03"),
        ("from early 1928 to late 1929", "1928-37/1929-39"),
        ("2 to 19 December 1927", "1927-12-02/1927-12-19"),
        ("from 1936-09 to 1937-03", "1936-09/1937-03"),
        ("early or mid-1928", "[1928-01..1928-04,1928-05..1928-08]"),
        ("early or late September 1936", "[1936-09-01..1936-09-10,1936-09-21..1936-09-30]"),
        ("since 1924", "1924/"),
        ("from 1924 onwards", "1924/"),
        ("1924-", "1924/"),
        ("1924 to the present", "1924/.."),
        ("until 1927", "/1927"),
        ("up to 1927", "/1927"),
        ("before 1938", "[..1937]"),
        ("before March 1936", "[..1936-02]"),
        ("before 1 March 1936", "[..1936-02-29]"),
        ("before 2 March 1936", "[..1936-03-01]"),
        ("before the 1930s", "[..1929]"),
        ("after 1929", "[1930..]"),
        ("after 31 December 1936", "[1937-01-01..]"),
        ("after winter 1917", "[1918-03..]"),
        ("by 1938", "[..1938]"),
        ("no later than 1938", "[..1938]"),
        ("not before 1929", "[1929..]"),
        ("1937 or earlier", "[..1937]"),
        ("after 1929 and before 1934", "[1930..1933]"),
        ("before 1934 but after 1929", "[1930..1933]"),
        # EDTF
        ("1938-09-12", "1938-09-12"),
        ("1938?", "1938?"),
        ("[1937,1938]", "[1937,1938]"),
        ("2004-06-~01/2004-06-~20", "2004-06-~01/2004-06-~20"),
        ("Y170000002", "Y170000002"),
        ("1924/..", "1924/.."),
    ],
)
def test_read_date_understands(text, edtf):
    reading = read_date(text)
    assert reading.edtf == edtf
    assert reading.calendar is UNKNOWN
    assert reading.explanation.startswith("Read as ")


@pytest.mark.parametrize(
    ("text", "calendar", "words"),
    [
        ("12 Sept. 1917 O.S.", JULIAN, "O.S."),
        ("12th September 1917 (old style)", JULIAN, "old style"),
        ("12 September 1917 OS", JULIAN, "OS"),
        ("12 сентября 1917 г. по старому стилю", JULIAN, "по старому стилю"),
        ("12 сент. 1917 ст. ст.", JULIAN, "ст. ст."),
        ("12 September 1917, Julian calendar", JULIAN, "Julian calendar"),
        ("September 12, 1917 N.S.", GREGORIAN, "N.S."),
        ("12 сентября 1917 г. (н. ст.)", GREGORIAN, "н. ст."),
        ("12 September 1917 (Gregorian)", GREGORIAN, "Gregorian"),
    ],
)
def test_read_date_takes_the_calendar_from_the_text_only(text, calendar, words):
    reading = read_date(text)
    assert (reading.edtf, reading.calendar) == ("1917-09-12", calendar)
    assert reading.explanation == (
        f"Read as the day 12 September 1917 in the {calendar.title()} calendar, "
        f"because “{words}” stands there."
    )
    assert reading.alternatives == ()


@pytest.mark.parametrize(
    "text",
    [
        "25 October/7 November 1917",
        "25 October (7 November) 1917",
        "25 October 1917 (7 November)",
        "25 October 1917 (7 November 1917)",
        "7 November (25 October O.S.) 1917",
        "25 October 1917 O.S. / 7 November 1917 N.S.",
        "25 October 1917 (Julian; 7 November 1917 Gregorian)",
        "25 октября (7 ноября) 1917 г.",
    ],
)
def test_read_date_sees_one_day_in_two_calendars(text):
    reading = read_date(text)
    assert (reading.edtf, reading.calendar) == ("1917-10-25", JULIAN)
    assert reading.explanation == (
        "Read as one date in both calendars: 25 October 1917 Julian, "
        "which is 7 November 1917 Gregorian."
    )
    (other,) = reading.alternatives
    assert (other.edtf, other.calendar) == ("1917-11-07", GREGORIAN)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 (25) September 1917", "1917-09-12"),
        ("12/25 September 1917", "1917-09-12"),
        ("30 сентября (13 октября) 1917", "1917-09-30"),
        ("31 December 1899/12 January 1900", "1899-12-31"),
        ("20 December (2 January) 1918", "1917-12-20"),
        ("29 February/13 March 1900", "1900-02-29"),
        ("20 December 1917 (2 January)", "1917-12-20"),
        ("20 December/2 January 1918", "1917-12-20"),
        ("October 1917 (Julian; 14 October to 13 November 1917 Gregorian)", "1917-10"),
    ],
)
def test_read_date_completes_the_one_day_from_the_other(text, edtf):
    reading = read_date(text)
    assert (reading.edtf, reading.calendar) == (edtf, JULIAN)


def test_read_date_with_two_days_that_differ_takes_neither_for_the_other():
    reading = read_date("6/7 November 1917")
    assert (reading.edtf, reading.calendar) == ("[1917-11-06,1917-11-07]", UNKNOWN)
    assert "not the same day in the two calendars" in reading.explanation
    no_such_day = read_date("28 February 1900/29 February 1900")
    assert no_such_day.edtf == "[1900-02-28,1900-02-29]"
    with pytest.raises(DateError) as caught:
        read_date("25 October (9 November) 1917")
    assert str(caught.value) == (
        "25 October 1917 and 9 November 1917 are not the same day in the two calendars."
    )


@pytest.mark.parametrize(
    ("text", "edtf", "alternatives"),
    [
        ("12.07.1936", "1936-07-12", ["1936-12-07"]),
        ("12/07/1936", "1936-07-12", ["1936-12-07"]),
        ("25.12.1936", "1936-12-25", []),
        ("1933-35", "1933/1935", ["[1933..1935]", "1933-35"]),
        ("1933–35", "1933/1935", ["[1933..1935]", "1933-35"]),
        ("1933–1935", "1933/1935", ["[1933..1935]"]),
        ("1933/34", "1933/1934", ["[1933..1934]"]),
        ("1703/4", "1703/1704", ["[1703..1704]"]),
        ("1917-18", "1917/1918", ["[1917..1918]"]),
        ("1917-22", "1917/1922", ["[1917..1922]", "1917-22"]),
        ("1933-22", "1933-22", []),
        ("1901-05", "1901-05", ["1901/1905"]),
        ("1909-12", "1909-12", ["1909/1912"]),
        ("1909-13", "1909/1913", ["[1909..1913]"]),
        ("1905-01", "1905-01", []),
        ("1912-12", "1912-12", []),
        ("July 1917 or 1918", "[1917-07,1918-07]", ["[1917-07,1918]"]),
        ("early 1928 or 1929", "[1928-01..1928-04,1929-01..1929-04]", ["[1928-01..1928-04,1929]"]),
        ("c. 1887-1890", "1887~/1890", ["[1887~..1890]", "1887~/1890~"]),
        ("winter 1917", "1917-24", ["1916-24"]),
        ("19th century", "18XX", ["[1801..1900]"]),
        ("1800s", "18XX", ["180X", "[1801..1900]"]),
        ("summer 1917 or 1918", "[1917-22,1918-22]", ["[1917-22,1918]"]),
        ("1937, 1938", "[1937,1938]", ["{1937,1938}"]),
        ("since 1924", "1924/", ["1924/..", "[1924..]"]),
        ("until 1927", "/1927", ["[..1927]"]),
    ],
)
def test_read_date_gives_the_other_readings(text, edtf, alternatives):
    reading = read_date(text)
    assert (reading.edtf, others(reading)) == (edtf, alternatives)


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("26th July 1917", "Read as the day 26 July 1917. Its calendar is not stated."),
        ("26th July 1936", "Read as the day 26 July 1936."),
        ("1917", "Read as the year 1917."),
        ("c. 1887", "Read as c. 1887."),
        ("probably 1938", "Read as 1938, uncertain."),
        ("1939?", "Read as EDTF: 1939, uncertain."),
        ("1930s", "Read as the 1930s."),
        (
            "early 1928",
            "Read as between January and April 1928. "
            "“early” of a year is taken as its first four months.",
        ),
        (
            "end of 1936",
            "Read as between September and December 1936. "
            "“end” of a year is taken as its last four months.",
        ),
        (
            "12.07.1936",
            "Read as the day 12 July 1936. The day comes first, as in Russian and German usage; "
            "month first it would be 7 December 1936.",
        ),
        (
            "from mid-October 1936 to 1938",
            "Read as October 1936 to 1938. "
            "An interval cannot say “mid” here; the whole month is taken.",
        ),
        (
            "1933-35",
            "Read as 1933 to 1935. "
            "Taken as lasting from the one to the other; it could be some time between them.",
        ),
    ],
)
def test_read_date_explains_itself(text, explanation):
    assert read_date(text).explanation == explanation


def test_read_date_lets_the_day_of_the_week_tell_the_calendar():
    reading = read_date("Wednesday, 25 October 1917")
    assert (reading.edtf, reading.calendar) == ("1917-10-25", UNKNOWN)
    assert "It was a Wednesday in the Julian calendar." in reading.explanation
    (other,) = reading.alternatives
    assert (other.edtf, other.calendar) == ("1917-10-25", JULIAN)
    assert "It was a Thursday in the Gregorian calendar." in (
        read_date("Thursday 25 October 1917").explanation
    )
    neither = read_date("Sunday 25 October 1917")
    assert "It was a Sunday in neither calendar." in neither.explanation
    assert neither.alternatives == ()


NOT_UNDERSTOOD = (
    " was not understood in a date. Write, for example, "
    "“12 September 1917”, “between 1933 and 1935” or EDTF."
)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("31 November 1937", None, "There is no 31 November 1937: November has at most 30 days."),
        ("30 February 1938", None, "There is no 30 February 1938: February has at most 29 days."),
        (
            "29 February 1938",
            None,
            "There is no 29 February 1938 in the Gregorian calendar: the year was not a leap year.",
        ),
        (
            "29 February 1900 N.S.",
            None,
            "There is no 29 February 1900 in the Gregorian calendar: "
            "the year was not a leap year; it was one in the Julian.",
        ),
        ("13.13.1936", None, "There is no month 13: months count from 1 to 12."),
        ("1938-02-30", None, "There is no 30 February 1938: February has at most 29 days."),
        ("1917-02-3X", 8, "No day fits “1917-02-3X”: no month that it allows has such a day."),
        ("[1937, 1938", 10, "A set of dates is written […], with a date in it."),
        ("[1937,1938", 9, "A set of dates is written […], with a date in it."),
        ("  Easter 1917", 2, "“easter”" + NOT_UNDERSTOOD),
        ("hello", 0, "“hello”" + NOT_UNDERSTOOD),
        ("", None, "Write a date, for example “12 September 1917” or “c. 1887”."),
        (" \n", None, "Write a date, for example “12 September 1917” or “c. 1887”."),
        ("12 September", None, "The year is missing: a date needs one."),
        ("July", None, "The year is missing: a date needs one."),
        ("12", None, "“12” alone is no date: write a year with four digits."),
        (
            "12.07.36",
            None,
            "Write the year of “12.07.36” with four digits: the century is not clear.",
        ),
        ("12 Sept 17", None, "“17” is one number too many; years have four digits."),
        ("the 30s", None, "The century of “the 30s” is missing; write “1930s”, say."),
        ("1917 1918", None, "“1918” is a second year; say how the two are joined."),
        ("July August 1917", None, "“august” is one month too many for one date."),
        ("1917-1916", None, "“1917/1916” ends before it starts."),
        ("1898/03", None, "“03” after 1898 is not clear; write both years in full."),
        (
            "XXX century",
            None,
            "There is no year 0 and no century 0, and centuries count to 99 here.",
        ),
        ("1917 or 1918-1919-1920", None, "Three dates cannot make one range."),
        ("0 BC", None, "There is no year 0 and no century 0, and centuries count to 99 here."),
        ("before 1937 or 1938", None, "“before” needs one date after it."),
        ("before after 1937", None, "“after” stands where it was not understood."),
        ("between 1937", None, "“Between” needs two dates."),
        (
            "1937 or",
            None,
            "A date is missing beside a word that joins two, or there is none at all.",
        ),
        ("(1937", None, "A bracket is not closed."),
        ("1937)", None, "A bracket closes that was not opened."),
        ("1917 (1918)", None, "The date in brackets was not understood."),
        (
            "25 October 1917 O.S. N.S.",
            None,
            "“O.S.” and “N.S.” stand there, but not one day in both calendars.",
        ),
        ("x" * 201, None, "The text is too long for a date: 200 characters are read at most."),
        (
            "12 September 12000",
            None,
            "Beyond the year 9999, EDTF writes years only, without month or day.",
        ),
        (
            "99999999999999999999",
            None,
            "The year is too far away; years count up to 9,999,999,999,999,999.",
        ),
    ],
)
def test_read_date_says_why_it_refuses(text, position, message):
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert (caught.value.message, caught.value.position) == (message, position)
