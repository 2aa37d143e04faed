"""Ordinals: every sign of a number is read as that number, and nothing else is read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.names import ordinal_readings
from prosopography.names.ordinals import MOST, english, roman, written


@given(number=st.integers(1, MOST), at=st.integers(0, 3))
def test_each_sign_is_read_as_all_others(number: int, at: int) -> None:
    sign = written(number)[at]
    for text in (sign, sign.upper(), sign.replace("-", " ")):
        readings = ordinal_readings(f"the {text} congress")
        assert {reading.sign for reading in readings} >= set(written(number)) - {sign}
        assert [each.text for each in readings] == [
            f"the {each.sign} congress" for each in readings
        ]


@given(number=st.integers(1, MOST))
def test_numerals_follow_the_rule_of_the_numbers(number: int) -> None:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in roman(number)]
    following = [*values[1:], 0]
    assert sum(-one if one < two else one for one, two in zip(values, following, strict=True)) == (
        number
    )


@given(text=st.text(max_size=40))
def test_no_text_fails(text: str) -> None:
    assert isinstance(ordinal_readings(text), list)


@pytest.mark.parametrize(
    ("number", "signs"),
    [
        (1, ("first", "i", "ist", "1st", "1")),
        (12, ("twelfth", "xii", "xiith", "12th", "12")),
        (15, ("fifteenth", "xv", "xvth", "15th", "15")),
        (40, ("fortieth", "xl", "xlth", "40th", "40")),
        (83, ("eighty-third", "lxxxiii", "lxxxiiird", "83rd", "83")),
    ],
)
def test_numbers_are_written_so(number: int, signs: tuple[str, ...]) -> None:
    assert written(number) == signs


@pytest.mark.parametrize(
    "text", ["XV съезд", "XV-й съезд", "15-й съезд", "15-го съезд", "15ый съезд"]
)
def test_russian_endings_are_read(text: str) -> None:
    assert "xvth съезд" in {each.text for each in ordinal_readings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Smilga",
        "V. Smirnov",
        "46",
        "1917",
        "IIII",
        "100th",
        "Civil War",
        "15-16",
        "ſecond",
        "mix",
    ],
)
def test_what_is_no_ordinal_is_not_read(text: str) -> None:
    assert ordinal_readings(text) == []


def test_only_the_first_is_read() -> None:
    first, *_ = ordinal_readings("Second session of the 15th congress")
    assert first == ("ii session of the 15th congress", "ii")
    assert english(21) == "twenty-first"
