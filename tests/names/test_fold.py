"""Folding, and the trigrams of what is folded."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosopography.names import fold, words
from prosopography.names.trigram import is_transposed, word_trigrams


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Троцкий", "trotskiy"),
        ("ТРОЦКИЙ", "trotskiy"),
        ("Trockij", "trockij"),
        ("И́вар Тени́сович Сми́лга", "ivar tenisovich smilga"),
        ("Ivars Šmilga", "ivars smilga"),
        ("Antonov-Ovseenko, Vladimir", "antonov ovseenko vladimir"),
        ("Antonov–Ovseenko", "antonov ovseenko"),
        ("I.N. Smirnov", "i n smirnov"),
        ("  Leon \t Trotsky\n", "leon trotsky"),
        ("Pierre Broué", "pierre broue"),
        ("Piłsudski", "pilsudski"),
        ("Dzierżyński", "dzierzynski"),
        ("Müller", "muller"),
        ("Weiß", "weiss"),
        ("Ёлкин", "elkin"),
        ("Louis XIV", "louis xiv"),
        ("Ｌｅｎｉｎ", "lenin"),
    ],
)
def test_fold_gives_lower_case_latin_words(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "name",
    [
        "Зиновьев",
        "Zinov'ev",
        "Zinov’ev",
        "Zinovʹev",
        "Zinov′ev",
        "Zinov´ev",
        "Zinov`ev",
        "Zino\xadvev",
    ],
)
def test_fold_drops_the_soft_sign_however_it_is_written(name: str) -> None:
    assert fold(name) == "zinovev"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Троцкій", "Троцкий"),
        ("Бѣлобородовъ", "Белобородов"),
        ("Ѳедоръ", "Федор"),
        ("Смирновъ", "Смирнов"),
    ],
)
def test_fold_reads_the_old_orthography_as_the_new(old: str, new: str) -> None:
    assert fold(old) == fold(new)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Євген", "ievgen"),
        ("Ілля", "illya"),
        ("Ґалаґан", "galagan"),
        ("Юхим Їжак", "yukhim izhak"),
        ("Jānis Rudzutaks", "janis rudzutaks"),
        ("Jukums Vācietis", "jukums vacietis"),
        ("Ķēniņš", "kenins"),
        ("Čičerin", "cicerin"),
        ("Τρότσκι", "trotski"),
        ("陈独秀", "chenduxiu"),
    ],
)
def test_fold_knows_the_letters_of_other_languages(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize("name", ["", " ", "...", "—", "\x00", "́", "'", "\u200b", "\ud800", "«»"])
def test_fold_of_nothing_is_empty(name: str) -> None:
    assert (fold(name), words(name)) == ("", ())


@pytest.mark.parametrize("name", ["تروتسكي", "טרוצקי", "ტროცკი", "😀", "a\x00b", "\ud800x", "½ ﷺ"])
def test_fold_of_any_script_is_ascii(name: str) -> None:
    assert fold(name).isascii()
    assert fold(name) != ""


def test_fold_of_a_long_text_keeps_all_its_words() -> None:
    assert words("Смилга " * 715) == ("smilga",) * 715


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_fold_is_idempotent(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_fold_holds_nothing_but_words_of_letters_and_digits(name: str) -> None:
    folded = fold(name)
    assert folded == " ".join(words(name))
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@settings(max_examples=200, deadline=None)
@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяѣіѳїєґáčęłñöšž \u0301", max_size=30))
def test_fold_is_the_same_for_composed_and_decomposed_letters(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


def test_trigrams_are_those_of_the_padded_word() -> None:
    assert [word_trigrams(word) for word in words("Лев I.")] == [
        {"  l", " le", "lev", "ev "},
        {"  i", " i "},
    ]


@pytest.mark.parametrize(
    ("one", "other", "transposed"),
    [
        ("smigla", "smilga", True),
        ("msilga", "smilga", True),
        ("smilag", "smilga", True),
        ("smilga", "smilga", False),
        ("smlaig", "smilga", False),
        ("sligma", "smilga", False),
        ("smalgi", "smilga", False),
        ("smilg", "smilga", False),
        ("leon", "loen", False),
    ],
)
def test_is_transposed_knows_one_exchange_of_neighbours(
    one: str, other: str, transposed: bool
) -> None:
    assert is_transposed(one, other) is transposed
