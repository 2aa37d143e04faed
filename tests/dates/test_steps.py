"""The dates beside a date."""

import pytest

from prosopography.dates import Step, parse_edtf, steps


@pytest.mark.parametrize(
    ("text", "calendar", "found"),
    [
        (
            "1917-01-31",
            "gregorian",
            [
                Step("day", "1917-01-30", "1917-02-01"),
                Step("month", "1916-12-31", "1917-02-28"),
                Step("year", "1916-01-31", "1918-01-31"),
            ],
        ),
        ("1917-12", "julian", [Step("month", "1917-11", "1918-01"), Step("year", "1916-12", "1918-12")]),
        ("1917", "gregorian", [Step("year", "1916", "1918")]),
        ("1917?", "gregorian", [Step("year", "1916", "1918")]),
        ("0000", "gregorian", [Step("year", "-0001", "0001")]),
        ("-0043-03", "julian", [Step("month", "-0043-02", "-0043-04"), Step("year", "-0044-03", "-0042-03")]),
        ("9999", "gregorian", [Step("year", "9998", None)]),
        ("-9999-01-01", "julian", [
            Step("day", None, "-9999-01-02"), Step("month", None, "-9999-02-01"),
            Step("year", None, "-9998-01-01"),
        ]),
    ],
)  # fmt: skip
def test_steps_are_as_exact_as_the_date(text: str, calendar: str, found: list[Step]) -> None:
    assert steps(parse_edtf(text), calendar) == found


def test_leap_day_exists_in_its_calendar_only() -> None:
    day, *_ = steps(parse_edtf("1900-02-28"), "julian")
    assert day.forward == "1900-02-29"
    day, *_ = steps(parse_edtf("1900-02-28"), "gregorian")
    assert day.forward == "1900-03-01"
    *_, year = steps(parse_edtf("1904-02-29"), "gregorian")
    assert (year.back, year.forward) == ("1903-02-28", "1905-02-28")


@pytest.mark.parametrize(
    "text", ["191X", "1917-21", "1917/1921", "[1917,1918]", "Y12000", "1917-XX"]
)
def test_no_steps_from_what_is_no_plain_date(text: str) -> None:
    assert steps(parse_edtf(text), "gregorian") == []
