"""What holds for every text and every date."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from prosopography.dates import (
    RUSSIAN_REFORM,
    Calendar,
    DateError,
    Edtf,
    Reading,
    bounds_of,
    civil_day,
    date_bounds,
    day_number,
    describe,
    iso_day,
    parse_edtf,
    read_date,
)

calendars = st.sampled_from(list(Calendar))
marks = st.sampled_from(["", "", "", "?", "~", "%"])
digits = st.sampled_from("0123456789X")
numbers = st.integers(-7 * 10**18, 7 * 10**18) | st.integers(-(10**6), 10**7)


def clouded(text, hidden):
    """The digits with those at the chosen places unknown."""
    return "".join("X" if hide else digit for digit, hide in zip(text, hidden, strict=True))


@st.composite
def dates(draw):
    """A date of any level: parts, unknown digits, qualifiers anywhere; its days may not exist."""
    sign = draw(st.sampled_from(["", "", "", "-"]))
    rare = st.integers(0, 4).map(lambda number: number == 0)
    year = clouded(f"{draw(st.integers(1, 9999)):04d}", [draw(rare) for _ in range(4)])
    parts = [sign + year]
    if draw(st.booleans()):
        month = draw(st.integers(1, 12) | st.integers(21, 41))
        hidden = [draw(rare), draw(rare)] if month <= 12 else [False, False]
        parts.append(clouded(f"{month:02d}", hidden))
        if month <= 12 and draw(st.booleans()):
            day = draw(st.integers(1, 31))
            parts.append(clouded(f"{day:02d}", [draw(rare), draw(rare)]))
    return "-".join(f"{draw(marks)}{part}{draw(marks)}" for part in parts)


long_years = st.builds(
    lambda sign, number, exponent, significant, mark: (
        f"Y{sign}{number}{exponent}{significant}{mark}"
    ),
    st.sampled_from(["", "-"]),
    st.integers(10000, 10**10),
    st.sampled_from(["", "E1", "E5"]),
    st.sampled_from(["", "S1", "S4"]),
    marks,
)
atoms = st.one_of(dates(), dates(), dates(), long_years)
runs = st.builds("{}..{}".format, atoms, atoms)
ends = st.one_of(atoms, atoms, st.sampled_from(["", ".."]))
sets = st.builds(
    lambda members, every: ("{%s}" if every else "[%s]") % ",".join(members),
    st.lists(st.one_of(atoms, runs), min_size=1, max_size=4),
    st.booleans(),
)
open_sets = st.builds("[..{},{}..]".format, atoms, atoms) | st.builds("{{..{}}}".format, atoms)
moments = st.builds("{}T21:40:00{}".format, dates(), st.sampled_from(["", "Z", "+02:00"]))
edtf_texts = st.one_of(
    atoms, st.builds("{}/{}".format, ends, ends), sets, open_sets, moments, moments
)


@st.composite
def values(draw):
    """A value of EDTF; texts without such a day, or with their ends the wrong way round, fall."""
    text = draw(edtf_texts)
    try:
        return parse_edtf(text)
    except DateError:
        assume(False)


grammar_texts = st.text("0123456789X?~%-/.[]{},YESTZ:+ x", max_size=30)


def tried(function, text):
    """What the function makes of the text, and the error if it refuses it."""
    try:
        return function(text), None
    except DateError as error:
        return None, error


def is_told_well(error, text):
    """Whether an error is a sentence, with a position within the text if it has one."""
    inside = error.position is None or 0 <= error.position <= len(text)
    return error.message.endswith(".") and inside


@given(st.one_of(st.text(), grammar_texts, edtf_texts))
@example("\x00")
@example("Y" + "9" * 400)
@example("[" * 400)
def test_parse_edtf_raises_only_date_errors(text):
    value, error = tried(parse_edtf, text)
    assert isinstance(value, Edtf) if error is None else is_told_well(error, text)


@given(values())
def test_str_of_a_value_reads_back_to_an_equal_value(value):
    text = str(value)
    again = parse_edtf(text)
    assert again == value
    assert hash(again) == hash(value)
    assert str(again) == text


@given(values(), calendars, st.booleans())
def test_bounds_are_in_order(value, calendar, lasting):
    try:
        bounds = bounds_of(value, calendar, lasting=lasting)
    except DateError:
        assume(False)
    edge = 10**19
    first, second = (-edge if day is None else day for day in bounds[:2])
    third, fourth = (edge if day is None else day for day in bounds[2:])
    assert first <= second <= fourth
    assert first <= third <= fourth
    assert not bounds.undated
    assert all(day is None or -(2**63) <= day < 2**63 for day in bounds)
    assert bounds == date_bounds(str(value), calendar, lasting=lasting)


@given(values(), calendars)
def test_widened_span_holds_the_strict_one(value, calendar):
    try:
        strict = value.span(calendar)
    except DateError:
        assume(False)
    wide = value.span(calendar, widened=True)
    assert (wide.first is None) == (strict.first is None)
    assert (wide.last is None) == (strict.last is None)
    assert wide.first is None or wide.first <= strict.first
    assert wide.last is None or wide.last >= strict.last
    assert (wide == strict) or set("?~%") & set(str(value))


@given(values())
def test_unknown_calendar_holds_the_gregorian_reading_and_the_julian_one_before_the_reform(value):
    try:
        gregorian = value.span("gregorian")
    except DateError:
        assume(False)
    julian, unknown = value.span("julian"), value.span("unknown")
    assert unknown.first is None or unknown.first <= gregorian.first
    assert unknown.last is None or unknown.last >= gregorian.last
    if julian.last is not None and julian.last < RUSSIAN_REFORM:
        assert unknown.last >= julian.last
        assert unknown.first is None or unknown.first <= julian.first


@given(numbers)
def test_civil_days_and_day_numbers_are_each_others_inverse(number):
    for calendar in (Calendar.JULIAN, Calendar.GREGORIAN):
        civil = civil_day(number, calendar)
        assume(abs(civil[0]) <= 10**16 - 1)
        assert day_number(*civil, calendar) == number
        following = civil_day(number + 1, calendar)
        assert following > civil


@given(st.integers(-1931000, 5373000), st.booleans())
def test_one_day_has_the_same_bounds_in_either_calendar(number, lasting):
    old, new = iso_day(number, "julian"), iso_day(number)
    assume(-9999 <= civil_day(number)[0] <= 9998)
    bounds = date_bounds(old, "julian", lasting=lasting)
    assert bounds == date_bounds(new, "gregorian", lasting=lasting)
    unknown = date_bounds(old, "unknown", lasting=lasting)
    assert number >= RUSSIAN_REFORM or unknown[2] <= number <= unknown[1]


@given(values(), calendars)
def test_describe_keeps_every_doubt(value, calendar):
    try:
        words = describe("as written", calendar, str(value))
    except DateError:
        assume(False)
    text = str(value)
    assert words
    assert "as written" not in words
    if "?" in text or "%" in text:
        assert "?" in words or "uncertain" in words
    if "~" in text or "%" in text:
        assert "c. " in words or "approximate" in words


_WORDS = """
    12 25 1917 1938 33 0 44 7th 1930s 19th century XIX века early mid- late first half of the
    January Sept. мая March summer winter c. about probably ? (?) from to until since between and or
    before after not later than by / - – , ( ) [ ] . O.S. N.S. ст.ст. BC AD г. Julian Gregorian
    12.07.1936 1917-09-12 1933-35 1917/18 onwards end unknown Wednesday X ~ % Y I V present
"""
words = st.sampled_from(_WORDS.split())
phrases = st.lists(words, max_size=9).map(" ".join)


@given(st.one_of(st.text(max_size=60), phrases, phrases, phrases, edtf_texts, grammar_texts))
@example("\x00")
@example("²²²² ⅩⅡ")
@example("İ 1917")
def test_read_date_raises_only_date_errors_and_proposes_only_dates(text):
    reading, error = tried(read_date, text)
    if error is not None:
        assert is_told_well(error, text)
        return
    for proposal in (reading, *reading.alternatives):
        assert isinstance(proposal, Reading)
        assert str(parse_edtf(proposal.edtf)) == proposal.edtf
        assert date_bounds(proposal.edtf, proposal.calendar, lasting=False)
        assert proposal.explanation.startswith("Read as ")
        assert proposal.explanation.endswith(".")
    told = [(other.edtf, other.calendar) for other in reading.alternatives]
    assert (reading.edtf, reading.calendar) not in told
    assert len(set(told)) == len(told)


plain_years = st.integers(-2999, 2999).map(
    lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}"
)
simple_dates = st.one_of(
    plain_years,
    st.builds("{}-{:02d}".format, plain_years, st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, plain_years, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-{}".format, plain_years, st.integers(21, 24)),
    st.builds("{}-{}".format, plain_years, st.sampled_from([33, 34, 35, 36, 40, 41])),
    st.integers(11, 199).filter(lambda decade: decade % 10).map("{:03d}X".format),
    st.integers(1, 20).map("{:02d}XX".format),
)


@given(st.builds("{}{}".format, simple_dates, marks))
def test_read_date_reads_what_describe_says(edtf):
    said = describe("", "gregorian", edtf)
    assert read_date(said).edtf == edtf


modern = st.builds(
    "{:04d}{}".format,
    st.integers(1000, 2999),
    st.sampled_from(["", "-07", "-07-26", "-21", "-22", "-23"]),
)


shapes = st.sampled_from(["[{},{}]", "{{{},{}}}", "{}/", "/{}", "{}/.."])


@given(modern, modern, shapes)
def test_read_date_reads_the_joined_dates_that_describe_says(one, two, shape):
    edtf = shape.format(one, two)
    said = describe("", "gregorian", edtf)
    reading = read_date(said)
    assert edtf in (reading.edtf, *(other.edtf for other in reading.alternatives))


@given(
    st.builds(
        "{:04d}-{:02d}-{:02d}".format,
        st.integers(1000, 2999),
        st.integers(1, 12),
        st.integers(1, 28),
    ),
    calendars,
)
def test_read_date_takes_the_calendar_that_describe_says(edtf, calendar):
    said = describe("", calendar, edtf)
    reading = read_date(said)
    assert reading.edtf == edtf
    expected = Calendar.JULIAN if calendar is Calendar.JULIAN else Calendar.UNKNOWN
    assert reading.calendar is expected


@pytest.mark.parametrize("calendar", list(Calendar))
def test_values_are_told_apart_in_each_calendar(calendar):
    bounds = date_bounds("1917-10-25", calendar, lasting=False)
    assert {
        Calendar.JULIAN: ("1917-11-07", "1917-11-07"),
        Calendar.GREGORIAN: ("1917-10-25", "1917-10-25"),
        Calendar.UNKNOWN: ("1917-10-25", "1917-11-07"),
    }[calendar] == (iso_day(bounds[0]), iso_day(bounds[1]))
