"""How well one name answers a query, and what is said of it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prosopography.names import explain, fold, match
from prosopography.names.parts import parse

ANY = st.text(max_size=40)
WORDS = st.text("aeiyjkrstvz", min_size=3, max_size=8)
NAMES = st.text("iyjvsmnk .,-И́мЯąř", max_size=14)


def how(query: str, name: str) -> str | None:
    found = match(query, name)
    return found.how if found else None


def score(query: str, name: str) -> float:
    found = match(query, name)
    return found.score if found else 0.0


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("Leon Trotsky", "Leon Trotsky", "exact"),
        ("leon  trotsky ", "Leon Trotsky", "exact"),
        ("Trotsky", "Leon Trotsky", "exact"),
        ("Smilga, Ivar", "Ivar Tenisovich Smilga", "exact"),
        ("Ovseenko", "Vladimir Antonov-Ovseenko", "exact"),
        ("Šmilga", "Ivar Smilga", "spelling"),
        ("Смилга", "Smilga", "spelling"),
        ("Zinov'ev", "Зиновьев", "spelling"),
        ("陈独秀", "Chen Duxiu", "spelling"),
        ("AntonovOvseenko", "Antonov-Ovseenko", "spelling"),
        ("Trockij", "Leon Trotsky", "sound"),
        ("Лев Троцкий", "Lev Trotsky", "sound"),
        ("Antonov-Owsejenko", "Vladimir Antonov-Ovseenko", "sound"),
        ("Dąbrowski", "Домбровский", "sound"),
        ("Богдан", "Bohdan", "sound"),
        ("Smi", "Ivar Smilga", "prefix"),
        ("Ivar Sm", "Ivar Smilga", "prefix"),
        ("I. N. Smir", "Ivan Nikitich Smirnov", "prefix"),
        ("Srnirnov", "Ivan Smirnov", "similar"),
        ("Iwar Smigla", "Ivar Smilga", "similar"),
        ("Jelcyn", "Yeltsin", "sound"),
        ("Рахья", "Rahja", "sound"),
        ("1936", "First Moscow show trial (August 1936)", "exact"),
        ("trial 1936", "First Moscow show trial (August 1936)", "exact"),
        ("trail 1936", "First Moscow show trial (August 1936)", "sound"),
    ],
)
def test_match_says_how_a_name_answers(query: str, name: str, expected: str) -> None:
    assert how(query, name) == expected


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("I. N. Smirnov", "Ivan Nikitich Smirnov"),
        ("I.N. Smirnov", "Ivan Nikitich Smirnov"),
        ("I.N.Smirnov", "Ivan Nikitich Smirnov"),
        ("Smirnov I N", "Ivan Nikitich Smirnov"),
        ("Smirnov, I. N.", "Ivan Nikitich Smirnov"),
        ("Смирнов И. Н.", "Ivan Nikitich Smirnov"),
        ("Ivan N. Smirnov", "Ivan Nikitich Smirnov"),
        ("J. N. Smirnow", "Ivan Nikitich Smirnov"),
        ("Ivan Nikitich Smirnov", "I. N. Smirnov"),
        ("I. N. Smirnov", "Смирнов Иван Никитич"),
        ("J. Drobnis", "Yakov Drobnis"),
        ("I. Drobnis", "Yakov Drobnis"),
        ("Ya. Drobnis", "Jakow Drobnis"),
        ("Я. Дробнис", "Yakov Drobnis"),
        ("E. Preobrazhensky", "Yevgeni Preobrazhensky"),
        ("J. Preobraschenski", "Evgeni Preobrazhensky"),
        ("Kh. Rakovskii", "Christian Rakovsky"),
        ("C. Rakovsky", "Khristian Rakovskii"),
        ("W. Schmidt", "Vasily Schmidt"),
        ("Vl. Smirnov", "Vladimir Smirnov"),
        ("V. Antonov-Ovseenko", "Vladimir Antonov-Ovseenko"),
        ("M. Lashevich", "M. M. Lashevich"),
        ("Vasily Schmidt", "V. Schmidt"),
    ],
)
def test_match_knows_initials_with_the_surname(query: str, name: str) -> None:
    expected = "exact" if query == "M. Lashevich" else "initials"
    assert how(query, name) == expected


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("V. Smirnov", "Ivan Smirnov"),
        ("N. I. Smirnov", "Ivan Nikitich Smirnov"),
        ("N. Smirnov", "Ivan Nikitich Smirnov"),
        ("I. N. Smirnov", "Ivan Smirnov"),
        ("I. N. Smirnov", "Vladimir Smirnov"),
        ("I. Drobnis", "Ivan Smirnov"),
        ("I. Smirnov", "Evgeni Smirnov"),
        ("Vasily Schmidt", "Vladimir Schmidt"),
        ("Leon Trotsky", "Trotsky"),
        ("Ivan Petrov", "Ivan Smirnov"),
        ("Ivan Ivan", "Ivan Smirnov"),
        ("Sm", "Smilga"),
        ("S", "Smilga"),
        ("Oy", "Ay"),
        ("Emma", "Nye"),
        ("Stalin", "Lenin"),
        ("Smilga xyz", "Ivar Smilga"),
        # The sound of short words, and of two consonants, is that of too many.
        ("zzzzqqq", "Cheka"),
        ("xyzzy", "his wife"),
        ("Tro", "three Left SRs"),
        ("Rad", "Red Army"),
        ("Zin", "Chen Duxiu"),
        ("Trot", "Treaty of Brest-Litovsk"),
        # A word with a digit is that word or none.
        ("1937", "First Moscow show trial (August 1936)"),
        ("193", "First Moscow show trial (August 1936)"),
        ("trial 1937", "First Moscow show trial (August 1936)"),
        ("11th", "14th Congress"),
        ("", "Smilga"),
        ("Smilga", ""),
        ("?!", "?!"),
    ],
)
def test_match_is_none_where_a_word_is_not_answered(query: str, name: str) -> None:
    assert match(query, name) is None


@pytest.mark.parametrize(
    ("query", "falling"),
    [
        # Whole name, whole but for spelling, words, sound, prefix, similar.
        (
            "Trotsky",
            ["Trotsky", "Tróťsky", "Leon Trotsky", "Trotzki", "Trotskyanov", "Trostky"],
        ),
        # The fewer other words, the better; then the closer spelling of the same sound.
        ("Smirnov", ["Smirnov", "Ivan Smirnov", "Ivan Nikitich Smirnov", "Smirnow", "Schmirnoff"]),
        ("I. N. Smirnov", ["Ivan Nikitich Smirnov", "Iwan Nikititsch Smirnow"]),
        # The surname weighs more than a given name.
        ("Ivan", ["Ivan", "Vasily Ivan", "Ivan Vasily"]),
        ("Iwan", ["Petr Ivan", "Ivan Petr"]),
        ("Iva", ["Petr Ivan", "Ivan Petr"]),
        # What begins so comes before what only sounds so, and that before what looks a little so.
        ("Len", ["Lenin", "Leon", "Lev"]),
        ("Lew", ["Lev", "Lewin"]),
    ],
)
def test_match_ranks_names(query: str, falling: list[str]) -> None:
    assert sorted(falling, key=lambda name: -score(query, name)) == falling
    assert len({score(query, name) for name in falling}) == len(falling)
    assert 0.0 not in {score(query, name) for name in falling}


def test_match_of_equal_sound_prefers_the_closer_spelling() -> None:
    names = ["Rykov", "Reichow", "Rykhoff", "Rikov"]
    assert {how("Rykow", name) for name in names} == {"sound"}
    assert sorted(names, key=lambda name: -score("Rykow", name))[0] == "Rykov"


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ivar Tenisovich Smilga", ["smilga"]),
        ("Smilga, Ivar Tenisovich", ["smilga"]),
        ("Троцкий Лев Давидович", ["trotskiy"]),
        ("Poluyan Nadezhda Vasilievna", ["poluyan"]),
        ("Roman Arkadyevich Abramovich", ["abramovich"]),
        ("Mikhail M. Lashevich", ["lashevich"]),
        ("M. M. Lashevich", ["lashevich"]),
        ("Smirnov I.N.", ["smirnov"]),
        ("Antonov-Ovseenko V. A.", ["antonov", "ovseenko"]),
        ("Vladimir Antonov-Ovseenko", ["antonov", "ovseenko"]),
        ("Jean-Paul Sartre", ["sartre"]),
        ("Kamenev (commander of the front)", ["kamenev"]),
        ("Valerian Obolensky (N. Osinsky)", ["obolensky"]),
        ("(Lenin)", ["lenin"]),
        ("Lenin", ["lenin"]),
        ("", []),
    ],
)
def test_parse_finds_the_surname(name: str, surname: list[str]) -> None:
    assert [word.text for word in parse(name).surname] == surname


@pytest.mark.parametrize(
    ("query", "name", "sentence"),
    [
        ("Trotsky", "Trotsky", "“Trotsky” is this name."),
        ("Smilga", "Ivar Smilga", "“Smilga” is part of “Ivar Smilga”."),
        ("Троцкий", "Trotskiy", "“Троцкий” is another spelling of “Trotskiy”."),
        ("Šmilga", "Ivar Smilga", "“Šmilga” is another spelling of “Smilga” in “Ivar Smilga”."),
        ("陈独秀", "Chen Duxiu", "“陈独秀” is another spelling of “Chen Duxiu”."),
        ("Trockij", "Trotsky", "“Trockij” sounds like “Trotsky”."),
        ("Trockij", "Trotsky, Leon", "“Trockij” sounds like “Trotsky” in “Trotsky, Leon”."),
        ("Smi", "Smilga", "“Smi” can be completed to “Smilga”."),
        ("Srnirnov", "I. Smirnov", "“Srnirnov” is spelled almost like “Smirnov” in “I. Smirnov”."),
        ("Len", "“Back to Lenin”", "“Len” can be completed to “Lenin” in ““Back to Lenin””."),
        (
            "J. Drobnis",
            "Yakov Drobnis",
            "“J. Drobnis” fits the initials and the surname of “Yakov Drobnis”.",
        ),
    ],
)
def test_explain_says_why_in_a_sentence(query: str, name: str, sentence: str) -> None:
    found = match(query, name)
    assert found is not None
    assert explain(found.how, query, name) == sentence


def test_explain_refuses_an_unknown_way() -> None:
    with pytest.raises(ValueError, match="'guess' is not a way"):
        explain("guess", "a", "b")


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_match_of_a_name_with_itself_is_exact(name: str) -> None:
    assume(fold(name))
    assert match(name, name) == (1.0, "exact")


@settings(max_examples=600, deadline=None)
@given(st.one_of(ANY, NAMES), NAMES)
def test_match_has_a_score_and_a_sentence(query: str, name: str) -> None:
    found = match(query, name)
    if found is None:
        return
    assert 0.0 < found.score <= 1.0
    assert explain(found.how, query, name).endswith(".")


@settings(max_examples=600, deadline=None)
@given(NAMES, NAMES)
def test_match_of_whole_names_does_not_depend_on_which_is_asked_for(one: str, other: str) -> None:
    there, back = match(one, other), match(other, one)
    assert (there is not None and there.score >= 0.95) == (back is not None and back.score >= 0.95)


@settings(max_examples=300, deadline=None)
@given(
    st.text("aeiyjkrstvz", min_size=3, max_size=8), st.text("aeiyjkrstvz", min_size=3, max_size=8)
)
def test_match_by_sound_or_similarity_of_two_words_is_symmetrical(one: str, other: str) -> None:
    ways = {how(one, other), how(other, one)}
    if "prefix" not in ways:
        assert len(ways) == 1
        assert score(one, other) == score(other, one)


@pytest.mark.parametrize(
    "text",
    ["x" * 5000, "Смирнов " * 625, "陈" * 5000, "😀" * 5000, "a b " * 1250, "\x00", "\ud800"],
)
def test_match_of_any_text_ends(text: str) -> None:
    assert match(text, "Ivan Smirnov") is None
    assert match("Ivan Smirnov", text) is None
