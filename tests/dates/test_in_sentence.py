"""A date as a part of a sentence: its case and the word for year in Russian, neither in English."""

import copy

import pytest

from prosopography.dates import Case, DateError, in_sentence, parse_edtf


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1917", ["1917 год", "1917 года", "1917 год", "в 1917 году"]),
        ("1917-03", ["март 1917 г.", "марта 1917 г.", "март 1917 г.", "в марте 1917 г."]),
        ("1917-11", ["ноябрь 1917 г.", "ноября 1917 г.", "ноябрь 1917 г.", "в ноябре 1917 г."]),
        ("1917-11-07", ["7 ноября 1917 г."] * 4),
        ("1917-21", ["весна 1917 г.", "весны 1917 г.", "весну 1917 г.", "весной 1917 г."]),
        ("192X", ["1920-е годы", "1920-х годов", "1920-е годы", "в 1920-х годах"]),
        ("19XX", ["XX век", "XX века", "XX век", "в XX веке"]),
        ("1921/1928", ["1921–1928 гг."] * 3 + ["в 1921–1928 гг."]),
        ("1887~", ["ок. 1887 г."] * 4),
        ("1939?", ["1939?"] * 4),
        ("[1937,1938]", ["1937 или 1938"] * 4),
        ("1917-11/1918-03", ["с ноября 1917 по март 1918"] * 4),
        ("1917-1X", [f"октябр{a}, ноябр{a} или декабр{a} 1917" for a in "ьяьь"]),
        ("19XX-11", ["ноябрь, XX век", "ноября, XX века", "ноябрь, XX век", "ноябрь, XX век"]),
        ("-0043-03-15", ["15 марта 44 до н. э."] * 4),
    ],
)
def test_russian_has_cases_and_says_year(edtf: str, words: list[str]) -> None:
    assert [in_sentence(edtf, case, language="ru") for case in Case] == words


def test_english_has_neither() -> None:
    assert {in_sentence("1917-11", case) for case in Case} == {"November 1917"}


def test_an_error_keeps_its_sentence_before_it_is_filled_in() -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf("1923-02-31")
    copied = copy.copy(caught.value)
    assert copied.fault == caught.value.fault
    assert (copied.fault.words["month"], copied.position) == ("February", 8)
    assert str(copied) == "There is no 31 February 1923: February has at most 29 days."
