"""What is stored for the search: a name with its words, and each word once with its sounds."""

import pytest

from prosopography.editing import row
from prosopography.models import NameForm, NameKey, Person, WordKey
from prosopography.names.trigram import word_trigrams
from tests import cast

pytestmark = pytest.mark.django_db


def keys(text: str) -> list[tuple[str, str, int]]:
    stored = NameKey.objects.filter(form__text=text).order_by("kind", "value")
    return list(stored.values_list("kind", "value", "weight"))


def word_keys(kind: str) -> list[tuple[str, str]]:
    return sorted(WordKey.objects.filter(kind=kind).values_list("word", "value"))


def test_name_is_stored_with_its_words_and_their_weight() -> None:
    cast.person("lev-kamenev")
    assert keys("Lev Kamenev") == [
        ("initial", "8", 0),
        ("initial", "l", 0),
        ("whole", "lev kamenev", 0),
        ("whole", "levkamenev", 0),
        ("word", "kamenev", 867),
        ("word", "lev", 133),
    ]


def test_word_is_learned_once_however_many_names_hold_it() -> None:
    cast.person("ivar-smilga")
    before = WordKey.objects.count()
    cast.name("Smilga, Ivar")
    cast.name("IVAR")
    cast.person("smilga")
    assert WordKey.objects.count() == before
    assert word_keys("word") == [("ivar", "ivar"), ("smilga", "smilga")]
    assert word_keys("sound") == [("ivar", "079000"), ("smilga", "468500")]
    assert word_keys("gram") == sorted(
        [("ivar", gram) for gram in ("  i", " iv", "iva", "var", "ar ")]
        + [("smilga", gram) for gram in ("  s", " sm", "smi", "mil", "ilg", "lga", "ga ")]
    )


def test_known_word_gets_the_sound_of_another_way_of_writing_it() -> None:
    cast.person("jan", "Dabrowski")
    grams = word_keys("gram")
    assert word_keys("sound") == [("dabrowski", "379745")]
    cast.name("Dąbrowski", Person.objects.get())
    assert word_keys("sound") == [("dabrowski", "367974"), ("dabrowski", "379745")]
    assert (word_keys("gram"), word_keys("word")) == (grams, [("dabrowski", "dabrowski")])


def test_words_of_very_many_names_are_all_learned() -> None:
    Person.objects.bulk_create(
        Person(slug=f"p-{n}", label=f"Name{n:04}", sort_label="x") for n in range(1201)
    )
    assert NameForm.objects.count() == 1201
    words = [f"name{n:04}" for n in range(1201)]
    assert word_keys("word") == [(word, word) for word in words]
    assert word_keys("gram") == sorted(
        (word, gram) for word in words for gram in word_trigrams(word)
    )


def test_keys_of_a_name_go_with_it_and_its_words_stay() -> None:
    smilga = cast.person("ivar-smilga")
    row.revise(smilga, label="Ivars")
    assert keys("Ivar Smilga") == []
    assert keys("Ivars") == [("whole", "ivars", 0), ("word", "ivars", 1000)]
    assert [word for word, _ in word_keys("word")] == ["ivar", "ivars", "smilga"]
