"""The keys that are stored for a name and looked up for a query."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosopography.names import Key, keys, match, query_keys, trigrams, words
from prosopography.names.parts import parse
from prosopography.names.readings import readings, sounds
from prosopography.names.sound import daitch_mokotoff
from prosopography.names.trigram import word_trigrams

# Letters that bring about equal, similar and abbreviated words more often than any text does.
NAMES = st.text("iyjvsmnk .,-И́мЯąř", max_size=14)
ANY = st.text(max_size=40)


def values(kind: str, found: frozenset[Key]) -> set[str]:
    return {key.value for key in found if key.kind == kind}


def test_keys_of_a_name_are_of_five_kinds() -> None:
    found = keys("Lev Šmilga")
    assert values("whole", found) == {"lev smilga", "levsmilga"}
    assert values("word", found) == {"lev", "smilga"}
    assert values("sound", found) == {"870000", "468500"}
    assert values("gram", found) == trigrams("lev smilga")
    assert values("initial", found) == {"l 468500"}
    assert {key.kind for key in found} == {"whole", "word", "sound", "gram", "initial"}


def test_keys_hold_the_sounds_of_letters_that_folding_loses() -> None:
    assert values("sound", keys("Dąbrowski")) == {"379745", "367974"}
    assert values("sound", keys("Dabrowski")) == {"379745"}


@pytest.mark.parametrize(
    "name",
    ["Yakov Drobnis", "J. Drobnis", "I. Drobnis", "Ya. Drobnis", "Drobnis J", "Дробнис, Я. Н."],
)
def test_keys_of_initials_meet_those_of_the_given_name(name: str) -> None:
    assert "i 397640" in values("initial", keys(name))


def test_keys_of_a_single_word_have_no_initial() -> None:
    assert values("initial", keys("Drobnis")) == set()


def test_keys_leave_out_what_a_very_short_or_toneless_word_sounds_like() -> None:
    assert values("sound", keys("Li Anna Oy")) == set()


@pytest.mark.parametrize("name", ["", "  ", ".-,", "\x00", "\ud800"])
def test_keys_of_nothing_are_none(name: str) -> None:
    assert (keys(name), query_keys(name)) == (frozenset(), frozenset())


@pytest.mark.parametrize("name", ["x" * 5000, "Смилга " * 715, "陈" * 5000, "😀" * 999, "cj" * 900])
def test_keys_of_a_very_long_text_fit_their_column(name: str) -> None:
    assert max(len(key.value) for key in keys(name)) <= 200
    assert len(keys(name)) < 4000


def test_query_keys_leave_out_the_trigrams_of_very_short_words() -> None:
    assert values("gram", query_keys("Li Smilga")) == trigrams("Smilga")
    assert values("word", query_keys("Li Smilga")) == {"li", "smilga"}


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_keys_hold_the_words_and_trigrams_of_the_name(name: str) -> None:
    assert values("word", keys(name)) == set(words(name))
    assert values("gram", keys(name)) == trigrams(name)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_query_keys_are_keys_of_the_same_name(name: str) -> None:
    assert query_keys(name) <= keys(name)


@settings(max_examples=600, deadline=None)
@given(NAMES, NAMES)
def test_every_name_that_matches_shares_a_key(query: str, name: str) -> None:
    assert match(query, name) is None or query_keys(query) & keys(name) != frozenset()


@settings(max_examples=600, deadline=None)
@given(NAMES, NAMES)
def test_a_name_that_matches_by_trigrams_alone_has_three_tenths_of_a_word(
    query: str, name: str
) -> None:
    shared = query_keys(query) & keys(name)
    if match(query, name) is None or {key.kind for key in shared} != {"gram"}:
        return
    grams = values("gram", shared)
    shares = [len(grams & word_trigrams(word)) / len(word_trigrams(word)) for word in words(query)]
    assert max(shares) >= 0.3


def test_keys_of_a_new_name_take_less_than_300_microseconds() -> None:
    caches = (parse, readings, sounds, daitch_mokotoff, word_trigrams)
    fastest = 1.0
    for _ in range(50):
        for cache in caches:
            cache.cache_clear()
        start = time.perf_counter()
        keys("Vladimir Antonov-Ovseenko")
        fastest = min(fastest, time.perf_counter() - start)
    assert fastest < 300e-6
