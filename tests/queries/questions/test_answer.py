"""The answer: in which order, in slices, on what evidence, what is disputed, at what cost."""

from copy import copy
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing.assertion import cite
from prosopography.editing.consequences import follow
from prosopography.models import Assertion, Citation, Person, Stance, Status
from prosopography.queries.questions import Answered, Match, answer, read
from tests import cast

pytestmark = pytest.mark.django_db

BIRTH, DEATH = {"assertion": {"kind": "birth"}}, {"assertion": {"kind": "death"}}
TENURE = {"assertion": {"kind": "tenure"}}
HEDGED = {"certainty": "probable"}


def sat(slug: str, edtf: str = "1917/1920", body: str = "tsentrobalt", **columns: Any) -> Assertion:
    who = cast.person(slug)
    return cast.tenure(who, cast.organisation(body), edtf=edtf, calendar="gregorian", **columns)


def everybody(question: dict[str, Any]) -> list[Answered]:
    return list(answer(read(question)).everybody())


Told = tuple[str, str | None, bool, list[int], set[int]]


def evidence(question: dict[str, Any], slug: str = "a") -> list[Told]:
    """Of one who answers, of each leaf: its path, how surely it holds, negated, claims, certain."""
    [found] = [each for each in everybody(question) if each.person.slug == slug]
    return [
        (
            each.leaf.path,
            each.match and each.match.value,
            each.negated,
            [claim.pk for claim in each.assertions],
            set(each.certain),
        )
        for each in found.evidence
    ]


# Order and slices ---------------------------------------------------------------------------------


def test_the_certain_first_then_by_sort_label_and_slug() -> None:
    for slug, label, columns in (
        ("d", "Ann Zeta", {}),
        ("c", "Zoe Alpha", {}),
        ("b", "Bob Beta", HEDGED),
        ("a", "Tom Alpha", HEDGED),
        ("f", "Zoe Alpha", {}),
    ):
        cast.birth(cast.person(slug, label), **columns)
    found = answer(read(BIRTH))
    in_order = [(each.person.slug, each.match.value) for each in found.slice(0, 100)]
    assert in_order == [
        ("c", "certain"),
        ("f", "certain"),
        ("d", "certain"),
        ("a", "possible"),
        ("b", "possible"),
    ]
    assert (len(found), found.count, len(found.keys), found.certain & found.possible) == (
        5,
        5,
        5,
        frozenset(),
    )
    slugs = [slug for slug, _ in in_order]
    assert [
        [each.person.slug for each in found.slice(start, stop)]
        for start, stop in ((0, 2), (2, 4), (3, 5), (4, 9), (5, 9), (0, 0))
    ] == [slugs[:2], slugs[2:4], slugs[3:], slugs[4:], [], []]
    assert [[each.person.slug for each in part] for part in (found[1:3], found[:], found[-2:])] == [
        slugs[1:3],
        slugs,
        slugs[-2:],
    ]
    assert [each.person.slug for each in found.everybody()] == slugs


def test_with_match_certain_the_possible_are_not_given() -> None:
    cast.birth(cast.person("a"), **HEDGED), cast.birth(cast.person("b"))
    found = answer(read({**BIRTH, "match": "certain"}))
    assert (len(found), found.possible, [each.person.slug for each in found[0:9]]) == (
        1,
        frozenset(),
        ["b"],
    )


def test_everybody_in_batches() -> None:
    """Of more than are read at once."""
    slugs = [f"p-{number:03}" for number in range(501)]
    Person.objects.bulk_create(
        Person(slug=slug, label=slug, sort_label=slug, status=Status.PUBLISHED) for slug in slugs
    )
    assert [each.person.slug for each in everybody({"not": BIRTH})] == slugs


def test_nobody_answers(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    found = answer(read(BIRTH))
    with django_assert_num_queries(0):
        assert (len(found), found[0:50], list(found.everybody())) == (0, [], [])


# Evidence -----------------------------------------------------------------------------------------


def test_all_claims_of_a_leaf_the_certain_first_then_in_time_order() -> None:
    late, early = sat("a", "1921"), sat("a", "1919")
    hedged, undated = sat("a", "1917", **HEDGED), sat("a", "")
    sat("b"), cast.birth(cast.person("a"))
    in_order = [early.pk, late.pk, undated.pk, hedged.pk]
    sure = {early.pk, late.pk, undated.pk}
    assert evidence(TENURE) == [("assertion", "certain", False, in_order, sure)]
    asked = {"assertion": {"kind": "tenure", "date": {"overlaps": "1919/1921"}}}
    in_order = [early.pk, late.pk, hedged.pk, undated.pk]
    assert evidence(asked) == [("assertion", "certain", False, in_order, {early.pk, late.pk})]
    possible = {"assertion": {"kind": "tenure", "date": {"before": "1919"}}}
    in_order = [hedged.pk, undated.pk]
    assert evidence(possible) == [("assertion", "possible", False, in_order, set())]


def test_of_all_every_part_of_any_the_parts_that_hold() -> None:
    birth, tenure = cast.birth(cast.person("a")), sat("a", **HEDGED)
    born = [birth.pk]
    assert [
        evidence({"all": [BIRTH, TENURE]}),
        evidence({"any": [DEATH, TENURE, BIRTH]}),
        evidence({"any": [{"all": [BIRTH, DEATH]}, {"all": [TENURE]}]}),
        evidence({"all": [{"persons": "a"}, {"any": [DEATH, BIRTH]}]}),
    ] == [
        [
            ("all[0].assertion", "certain", False, born, {birth.pk}),
            ("all[1].assertion", "possible", False, [tenure.pk], set()),
        ],
        [
            ("any[1].assertion", "possible", False, [tenure.pk], set()),
            ("any[2].assertion", "certain", False, born, {birth.pk}),
        ],
        [("any[1].all[0].assertion", "possible", False, [tenure.pk], set())],
        [
            ("all[0].persons", "certain", False, [], set()),
            ("all[1].any[1].assertion", "certain", False, born, {birth.pk}),
        ],
    ]


def test_under_a_not_what_is_only_possible_and_what_is_not() -> None:
    birth, tenure = cast.birth(cast.person("a")), sat("a", **HEDGED)
    assert [
        evidence({"not": DEATH}),
        evidence({"not": TENURE}),
        evidence({"not": {"not": BIRTH}}),
        evidence({"all": [BIRTH, {"not": {"any": [TENURE, DEATH]}}]}),
        evidence({"not": {"all": [BIRTH, DEATH]}}),
        evidence({"not": {"any": [DEATH, {"not": BIRTH}]}}),
    ] == [
        [("not.assertion", None, True, [], set())],
        [("not.assertion", "possible", True, [tenure.pk], set())],
        [("not.not.assertion", "certain", False, [birth.pk], {birth.pk})],
        [
            ("all[0].assertion", "certain", False, [birth.pk], {birth.pk}),
            ("all[1].not.any[0].assertion", "possible", True, [tenure.pk], set()),
            ("all[1].not.any[1].assertion", None, True, [], set()),
        ],
        [("not.all[1].assertion", None, True, [], set())],
        [
            ("not.any[0].assertion", None, True, [], set()),
            ("not.any[1].not.assertion", "certain", False, [birth.pk], {birth.pk}),
        ],
    ]


def test_evidence_between_people() -> None:
    own, other, else_ = sat("a", "1918"), sat("b"), sat("b", "1918", **HEDGED)
    tie = cast.claim("relationship", person=cast.person("b"), related_person=cast.person("c"),
                     role=cast.role("supporter-of"))  # fmt: skip
    together = {"overlaps_with": {"person": "b"}}
    linked = {"linked_to": {"person": "c", "within": 2}}
    assert [evidence(together), evidence(linked)] == [
        [
            (
                "overlaps_with",
                "certain",
                False,
                _in_time_order(own, other, else_),
                {own.pk, other.pk},
            )
        ],
        [
            (
                "linked_to",
                "certain",
                False,
                _in_time_order(other, own, tie),
                {own.pk, other.pk, tie.pk},
            )
        ],
    ]


def _in_time_order(*claims: Assertion) -> list[int]:
    """Their keys, hedged ones last."""
    rows = Assertion.objects.filter(pk__in=[claim.pk for claim in claims]).in_time_order()
    return [claim.pk for claim in sorted(rows, key=lambda claim: claim.certainty != "certain")]


def test_evidence_of_comparisons_is_each_pair_that_stands_so() -> None:
    person = cast.person("a")
    birth = cast.birth(person, "1890", calendar="gregorian")
    later = cast.birth(person, "1892", calendar="gregorian", **HEDGED)
    cast.birth(person, "1950", calendar="gregorian")
    death = cast.claim("death", person=person, edtf="1938", date_text="1938", calendar="gregorian")
    occurred = cast.claim("occurrence", event=cast.event("congress"), edtf="1927",
                          date_text="1927", calendar="gregorian")  # fmt: skip
    assert [
        evidence({"compare": ["birth.date", "<", "death.date"]}),
        evidence({"compare": ["death.date", ">", "event:congress.date"]}),
        evidence({"compare": [{"age_at": "death.date"}, ">", 46]}),
    ] == [
        [("compare", "certain", False, [birth.pk, death.pk, later.pk], {birth.pk, death.pk})],
        [("compare", "certain", False, [occurred.pk, death.pk], {occurred.pk, death.pk})],
        [("compare", "certain", False, [birth.pk, death.pk], {birth.pk, death.pk})],
    ]


def test_nothing_unpublished_is_evidence() -> None:
    """Neither a claim, nor a citation of a claim that is public, nor whom else it may mean."""
    shown = sat("a", named_as="Smilga")
    sat("a", "1918", status="draft")
    secret, whose = cast.source("secret"), cast.person("secret-man")
    cite(shown, source=secret, locator="¶2")
    cite(shown, source=cast.source("memoirs"), locator="¶3", attributed_to_person=whose)
    cite(shown, source=secret, locator="¶4", stance=Stance.CONTRADICTS)
    for row in (secret, whose):
        before = copy(row)
        row.status = Status.DRAFT
        row.save()
        follow(row, before=before)
    [found] = everybody(TENURE)
    [each] = found.evidence
    assert [claim.pk for claim in each.assertions] == [shown.pk]
    assert [
        (citation.source.slug, citation.locator)
        for claim in each.assertions
        for citation in claim.citations.all()
    ] == [("smilga-article", "¶1")]
    assert (found.disputed, Citation.objects.filter(assertion=shown).count()) == (False, 4)


# Disputed -----------------------------------------------------------------------------------------


def test_sources_that_disagree_make_an_answer_disputed() -> None:
    """Only where the claims of the answer are in the conflict."""
    person = cast.person("a")
    cast.birth(person, "1890", calendar="gregorian")
    cast.birth(person, "1892", calendar="gregorian", source=cast.source("memoirs"))
    sat("a"), sat("b")
    early = {"assertion": {"kind": "birth", "date": {"on": "1890"}}}
    assert [
        [(each.person.slug, each.match.value, each.disputed) for each in everybody(question)]
        for question in (BIRTH, early, TENURE, {"all": [TENURE, BIRTH]}, {"any": [TENURE, DEATH]})
    ] == [
        [("a", "certain", True)],
        [("a", "certain", True)],
        [("a", "certain", False), ("b", "certain", False)],
        [("a", "certain", True)],
        [("a", "certain", False), ("b", "certain", False)],
    ]


def test_a_citation_that_contradicts_makes_an_answer_disputed() -> None:
    made = sat("a")
    cite(made, source=cast.source("memoirs"), locator="¶2", stance=Stance.CONTRADICTS)
    [found] = everybody(TENURE)
    assert (found.match, found.disputed) == (Match.CERTAIN, True)


# Queries ------------------------------------------------------------------------------------------

CHAIRMAN = {"persons": "chairman"}
MEMBERS = {"assertion": {"organisation": "tsentrobalt", "role": "member"}}
#: Each question with the queries to evaluate it, and those to cut a slice of the answer.
COSTS: dict[str, tuple[dict[str, Any], int, int]] = {
    "kind": (BIRTH, 1, 6),
    "trees": (MEMBERS, 4, 6),
    "relationship": ({"assertion": {"role": "supporter-of"}}, 3, 6),
    "citation": ({"assertion": {"name": "Smilga", "source": "smilga-article"}}, 1, 6),
    "all": ({"all": [BIRTH, TENURE, {"not": CHAIRMAN}]}, 4, 7),
    "any": ({"any": [BIRTH, DEATH]}, 2, 7),
    "not": ({"not": {"any": [DEATH, CHAIRMAN]}}, 2, 2),
    "overlaps_with": ({"overlaps_with": {"person": "chairman"}}, 2, 7),
    "overlaps_with in bodies": (
        {"overlaps_with": {"person": "chairman", "organisation": "tsentrobalt", "role": "member"}},
        4,
        9,
    ),
    "linked_to": ({"linked_to": {"person": "chairman"}}, 6, 5),
    "linked_to by relationships": (
        {"linked_to": {"person": "chairman", "within": 2, "by": "relationship"}},
        4,
        5,
    ),
    "compare with an event": ({"compare": ["birth.date", "<", "event:congress.date"]}, 2, 7),
    "compare with a date": ({"compare": ["birth.date", "<", "1900"]}, 1, 6),
    "age": ({"compare": [{"age_at": MEMBERS}, ">", 20]}, 5, 10),
}


@pytest.mark.parametrize("name", COSTS)
def test_number_of_queries(name: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The same for one person as for three."""
    data, evaluating, cutting = COSTS[name]
    sat("chairman", role_slug="chairman"), cast.event("congress")
    cast.role(), cast.role("supporter-of"), cast.place()
    cast.claim("occurrence", event=cast.event("congress"), edtf="1950", date_text="1950",
               calendar="gregorian")  # fmt: skip
    made = 0
    for number in (1, 3):
        while made < number:
            made += 1
            _answers(f"p-{made}")
        question = read(data)
        with django_assert_num_queries(evaluating):
            found = answer(question)
        assert found.count == number
        with django_assert_num_queries(cutting):
            assert len(found[0:50]) == number


def _answers(slug: str) -> None:
    """Somebody who answers each of the questions above."""
    person = cast.person(slug)
    sat(slug), sat(slug, "1918", **HEDGED)
    cast.birth(person, "1890", calendar="gregorian", named_as="Smilga")
    cast.claim("relationship", person=person, related_person=cast.person("chairman"),
               role=cast.role("supporter-of"))  # fmt: skip
