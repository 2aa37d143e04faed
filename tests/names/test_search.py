"""Every person of five documents is found first, under spellings that no document prints.

Read by ``match`` alone, name by name; what the databases do with it is in ``tests/queries``.
"""

import pytest

from prosopography.names import ask, match
from tests.names.lookup import holds
from tests.names.spellings import PERSONS, QUERIES

LABELS = {label: [label] for label in PERSONS}


def ranked(query: str, persons: dict[str, list[str]]) -> list[str]:
    """The persons found, best first."""
    best: dict[str, float] = {}
    for person, forms in persons.items():
        found = [result.score for form in forms if (result := match(query, form))]
        if found:
            best[person] = max(found)
    return sorted(best, key=lambda person: (-best[person], person))


@pytest.mark.parametrize(("query", "person"), QUERIES)
def test_search_finds_the_person_first(query: str, person: str) -> None:
    assert ranked(query, PERSONS)[0] == person


@pytest.mark.parametrize(("query", "person"), QUERIES)
def test_search_finds_the_person_first_by_the_label_alone(query: str, person: str) -> None:
    assert ranked(query, LABELS)[0] == person


@pytest.mark.parametrize("query", ["Smirnov", "Smirnow", "Смирнов", "Srnirnov", "Smirnoff"])
def test_search_finds_both_men_of_a_surname_before_all_others(query: str) -> None:
    assert set(ranked(query, LABELS)[:2]) == {"Ivan Nikitich Smirnov", "Vladimir Smirnov"}


@pytest.mark.parametrize("query", ["Kamenev", "Kamenew", "Каменев", "Kaménev", "Kamenjew"])
def test_search_finds_both_kamenevs_before_all_others(query: str) -> None:
    both = {"Lev Kamenev", "Kamenev, the commander of the eastern front"}
    assert set(ranked(query, PERSONS)[:2]) == both
    assert set(ranked(query, LABELS)[:2]) == both


@pytest.mark.parametrize("form", sorted({form for forms in PERSONS.values() for form in forms}))
def test_search_finds_every_printed_form_first(form: str) -> None:
    owners = {person for person, forms in PERSONS.items() if form in forms}
    assert set(ranked(form, PERSONS)[: len(owners)]) == owners


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_search_looks_up_every_name_that_matches(query: str) -> None:
    asked = ask(query)
    forms = [form for forms in PERSONS.values() for form in forms]
    assert [form for form in forms if match(query, form) and not holds(form, asked)] == []


@pytest.mark.parametrize("query", ["Hindenburg", "Qwxyz", "Ho", "Z", "🙂", "", "-"])
def test_search_finds_nobody_who_is_not_there(query: str) -> None:
    assert ranked(query, PERSONS) == []
