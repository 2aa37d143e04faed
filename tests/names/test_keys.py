"""The keys that are stored for a name and its words, and what is looked up for a query."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosopography.names import (
    Asked,
    Key,
    WordKey,
    ask,
    keys,
    match,
    promise,
    word_keys,
    words,
)
from prosopography.names.parts import parse
from prosopography.names.readings import readings, sounds
from prosopography.names.sound import daitch_mokotoff
from prosopography.names.trigram import word_trigrams
from tests.names.lookup import holds

# Letters that bring about equal, similar and abbreviated words more often than any text does.
NAMES = st.text("iyjvsmnk .,-И́мЯąř", max_size=14)
ANY = st.text(max_size=40)


def values(kind: str, found: frozenset[Key] | frozenset[WordKey]) -> set[str]:
    return {key.value for key in found if key.kind == kind}


def weights(name: str) -> dict[str, int]:
    return {key.value: key.weight for key in keys(name) if key.kind == "word"}


def test_keys_of_a_name_are_of_three_kinds() -> None:
    found = keys("Lev Šmilga")
    assert values("whole", found) == {"lev smilga", "levsmilga"}
    assert values("word", found) == {"lev", "smilga"}
    assert values("initial", found) == {"l", "8"}
    assert {key.kind for key in found} == {"whole", "word", "initial"}


def test_keys_of_words_are_of_three_kinds() -> None:
    found = word_keys("Lev Šmilga")
    assert values("word", found) == {"lev", "smilga"}
    assert values("sound", found) == {"870000", "468500"}
    assert values("gram", found) == word_trigrams("lev") | word_trigrams("smilga")
    assert {key.word for key in found} == {"lev", "smilga"}
    assert {key.kind for key in found} == {"word", "sound", "gram"}


def test_keys_weigh_the_surname_most_and_a_short_name_more_than_a_long_one() -> None:
    assert weights("Smilga") == {"smilga": 1000}
    assert weights("Ivar Smilga") == {"ivar": 133, "smilga": 867}
    assert weights("Smilga, Ivar Tenisovich") == {"ivar": 95, "smilga": 810, "tenisovich": 95}


def test_keys_hold_the_sounds_of_letters_that_folding_loses() -> None:
    assert values("sound", word_keys("Dąbrowski")) == {"379745", "367974"}
    assert values("sound", word_keys("Dabrowski")) == {"379745"}


@pytest.mark.parametrize(
    "name",
    ["Yakov Drobnis", "J. Drobnis", "I. Drobnis", "Ya. Drobnis", "Drobnis J", "Дробнис, Я. Н."],
)
def test_keys_of_initials_meet_those_of_the_given_name(name: str) -> None:
    assert "i" in values("initial", keys(name))


def test_keys_of_given_names_that_sound_alike_meet() -> None:
    assert values("initial", keys("Sinowi Petrow")) == {"s", "4"}
    assert values("initial", keys("Zinovi Petrov")) == {"z", "4"}


def test_keys_of_a_single_word_have_no_initial() -> None:
    assert values("initial", keys("Drobnis")) == set()


def test_keys_leave_out_what_a_very_short_or_toneless_word_sounds_like() -> None:
    assert values("sound", word_keys("Li Anna Oy")) == set()
    assert values("gram", word_keys("Li Anna Oy")) == word_trigrams("anna")


@pytest.mark.parametrize("name", ["", "  ", ".-,", "\x00", "\ud800"])
def test_keys_of_nothing_are_none(name: str) -> None:
    assert (keys(name), word_keys(name)) == (frozenset(), frozenset())
    assert ask(name) == Asked(frozenset(), (), (), frozenset())


@pytest.mark.parametrize("name", ["x" * 5000, "Смилга " * 715, "陈" * 5000, "😀" * 999, "cj" * 900])
def test_keys_of_a_very_long_text_fit_their_column(name: str) -> None:
    assert max(len(key.value) for key in keys(name)) <= 200
    assert max((len(key.word) for key in word_keys(name)), default=0) <= 200
    assert len(keys(name)) + len(word_keys(name)) < 4000


def test_asking_for_a_short_word_leaves_out_its_trigrams() -> None:
    short, long = ask("Li Smilga").words
    assert (short.word.text, short.codes, short.grams) == ("li", frozenset(), frozenset())
    assert (long.word.text, long.codes) == ("smilga", frozenset({"468500"}))
    assert (long.grams, long.least) == (word_trigrams("smilga"), 3)


def test_asking_leaves_only_the_last_word_unfinished_and_a_short_one_not_by_itself() -> None:
    assert [each.is_open for each in ask("Ivar S").words] == [False, True]
    assert [each.is_open for each in ask("I S").words] == [False, False]


def test_asking_knows_the_surname_and_the_initials_of_the_first_name() -> None:
    asked = ask("I. N. Smirnov")
    assert [each.word.text for each in asked.surname] == ["smirnov"]
    assert asked.initials == {"i"}
    assert ask("Smirnov").initials == frozenset()


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_keys_hold_the_words_and_trigrams_of_the_name(name: str) -> None:
    long = {word for word in words(name) if len(word) >= 3}
    assert values("word", keys(name)) == set(words(name))
    assert values("word", word_keys(name)) == long
    assert values("gram", word_keys(name)) == set().union(*map(word_trigrams, long))
    assert {key.weight for key in keys(name)} <= set(range(1001))


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_every_name_holds_what_is_asked_for_by_itself(name: str) -> None:
    assert holds(name, ask(name)) == (words(name) != ())


@settings(max_examples=1000, deadline=None)
@given(NAMES, NAMES)
def test_every_name_that_matches_holds_what_is_asked_for(query: str, name: str) -> None:
    assert match(query, name) is None or holds(name, ask(query))


@settings(max_examples=400, deadline=None)
@given(NAMES, NAMES)
def test_names_of_one_word_score_what_their_word_promises(query: str, name: str) -> None:
    asked, score = ask(query), match(query, name)
    if len(asked.words) != 1 or len(words(name)) != 1 or score is None or score.score > 0.95:
        return
    (each,), (word,) = asked.words, words(name)
    is_heard = bool(each.codes & values("sound", word_keys(name)))
    promised = promise(each.word, word, is_heard=is_heard, is_open=each.is_open)
    assert promised is not None
    if is_heard or score.how != "sound":
        assert abs((promised.base + promised.gain * 1000) / 1e6 - score.score) < 1e-5


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
