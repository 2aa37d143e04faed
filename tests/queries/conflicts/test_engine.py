"""Conflicts of some things and of all: which, in how many queries, and nothing twice."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing.consequences import refresh
from prosopography.editing.row import revise
from prosopography.models import ConflictEntry, Nature
from prosopography.queries.conflicts import NOUNS, RULES, Conflict, all_conflicts, conflicts_of
from prosopography.queries.conflicts.dossier import Dossier, Surroundings
from prosopography.queries.tree import Tree
from tests import cast

from .finding import source

pytestmark = pytest.mark.django_db

WHO = ("ivar-smilga", "leon-trotsky", "karl-radek")


def disputed(who: str) -> Any:
    """A person with two deaths, a post in a body before its founding, and part in an event."""
    person = cast.person(who)
    for number, edtf in enumerate(("1937", "1938")):
        cast.claim("death", person=person, edtf=edtf, source=source(number))
    cast.tenure(person, edtf="1910")
    cast.signature(person, edtf="1930")
    return person


@pytest.fixture
def record() -> list[Any]:
    founded = cast.role("founded", marks="beginning")
    cast.claim("existence", organisation=cast.organisation(), role=founded, edtf="1917")
    cast.claim("occurrence", event=cast.event(), edtf="1923")
    return [disputed(who) for who in WHO]


# The claims; when the events and bodies were; who says so; the trees of places, organisations,
# events and roles; of what stands in conflicts the claims, their citations, whom else these name.
QUERIES = 10


def test_conflicts_of_one_and_of_three_take_as_many_queries(
    record: list[Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for persons in (record[:1], record):
        with django_assert_num_queries(QUERIES):
            found = conflicts_of("person", [person.pk for person in persons])
            assert all(
                claim.citations.all()[0].source.label for each in found for claim in each.claims
            )
        assert [each.key for each in found] == [
            key
            for person in persons
            for key in (
                f"outside_body:person:{person.slug}:tsentrobalt:beginning",
                f"single_date:person:{person.slug}:death",
            )
        ]


def test_where_nothing_is_at_odds_there_is_nothing_to_load(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    key = cast.tenure().person_id
    with django_assert_num_queries(7):
        assert conflicts_of("person", [key]) == []
    with django_assert_num_queries(4):
        assert conflicts_of("person", []) == []


def test_all_conflicts_are_those_of_each(record: list[Any]) -> None:
    one_by_one = [
        conflict.key
        for noun, model in NOUNS.items()
        for row in model.objects.order_by("pk")
        for conflict in conflicts_of(noun, [row.pk])
    ]
    assert len(one_by_one) == len(set(one_by_one)) == 7
    for chunk in (1, 2, 500):
        assert [conflict.key for conflict in all_conflicts(chunk)] == one_by_one


def test_a_chunk_takes_as_many_queries_as_another(
    record: list[Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def of_persons() -> list[Conflict]:
        return [each for each in all_conflicts() if each.noun == "person"]

    # The trees; for the persons the keys, the claims, what these name, who says so, the citations,
    # and no more keys; for the body the claims and who says so; for the event all of it.
    number = 4 + (1 + 4 + 1) + (1 + 2 + 1) + (1 + 4 + 1)
    with django_assert_num_queries(number):
        assert len(of_persons()) == 6
    disputed("georgy-pyatakov")
    with django_assert_num_queries(number):
        assert len(of_persons()) == 8


def test_the_index_holds_what_is_found(record: list[Any]) -> None:
    prints = {each.key: each.fingerprint for each in all_conflicts()}
    of_each = [
        each
        for noun, model in NOUNS.items()
        for each in conflicts_of(noun, model.objects.values_list("pk", flat=True))
    ]
    assert {each.key: each.fingerprint for each in of_each} == prints
    keys = sorted(prints)
    assert sorted(ConflictEntry.objects.values_list("key", flat=True)) == keys
    refresh()
    assert sorted(ConflictEntry.objects.values_list("key", flat=True)) == keys


def test_nothing_unpublished_stands_in_a_conflict(record: list[Any]) -> None:
    hidden = cast.person("hidden", status="draft")
    for edtf in ("1937", "1938"):
        cast.claim("death", person=hidden, edtf=edtf)
    keys = [each.key for each in all_conflicts()]
    assert [key for key in keys if "hidden" in key] == []
    assert conflicts_of("person", [hidden.pk]) == []


def test_a_relationship_is_of_the_person_whose_claim_it_is() -> None:
    cast.claim("death", person=cast.person("vladimir-lenin"), edtf="1924")
    met = cast.role("met", joins="person", lasting=False, converse_label="met by")
    cast.claim(
        "relationship",
        person=cast.person(),
        related_person=cast.person("vladimir-lenin"),
        role=met,
        edtf="1930",
    )
    assert conflicts_of("person", [cast.person("vladimir-lenin").pk]) == []


def test_new_data_changes_the_fingerprint_and_not_the_key(record: list[Any]) -> None:
    def death() -> Conflict:
        found = conflicts_of("person", [record[0].pk])
        return next(each for each in found if each.rule == "single_date")

    before = death()
    cast.claim("death", person=record[0], edtf="1939", source=source(9))
    after = death()
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint
    assert death().fingerprint == after.fingerprint


def test_preferring_a_side_changes_no_conflict() -> None:
    person = cast.person()
    births = [cast.birth(edtf=edtf, source=source(at)) for at, edtf in enumerate(("1886", "1892"))]
    for number, edtf in enumerate(("1870", "1880/1899")):
        cast.tenure(edtf=edtf, source=source(number))
    cast.claim("death", person=person, edtf="1875")
    before = {each.key: each.fingerprint for each in conflicts_of("person", [person.pk])}
    for claim in births:
        revise(claim, rank="preferred", rank_reason="The register.")
        after = {each.key: each.fingerprint for each in conflicts_of("person", [person.pk])}
        assert after == before
    assert list(before) == [
        f"{rule}:person:ivar-smilga" + topic
        for rule, topic in (("after_death", ""), ("before_birth", ""), ("single_date", ":birth"))
    ]


def test_a_topic_too_long_for_the_key_is_cut_and_stays_its_own() -> None:
    tree = Tree({})
    around = Surroundings(tree, tree, tree, tree, reform=0)
    dossier = Dossier("person", cast.person("x" * 100), [], around)
    keys = {
        dossier.conflict("rule", Nature.CALENDAR, f"{'y' * 300}{end}", "", []).key for end in "ab"
    }
    assert sorted(map(len, keys)) == [300, 300]


def test_every_rule_bears_the_name_of_its_module_and_says_what_it_finds() -> None:
    assert len(RULES) == 17
    for name, rule in RULES.items():
        assert (rule.key, rule.find.__module__) == (
            name,
            f"prosopography.queries.conflicts.rules.{name}",
        )
        assert set(rule.nouns) <= set(NOUNS)
        assert rule.natures != ()
        assert len(rule.key) <= 40
