"""Paths between two persons: which come first, in what words, how far was searched."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.models import Assertion, Person, Status
from prosopography.queries.chains import chains
from prosopography.queries.links import Filter
from prosopography.queries.paths import Asked, Paths, paths
from prosopography.queries.sentence import plain
from tests import cast
from tests.cast import tied

pytestmark = pytest.mark.django_db


def sat(slug: str, body: str, edtf: str = "1917/1920", **columns: Any) -> Assertion:
    who = cast.person(slug)
    return cast.tenure(who, cast.organisation(body), edtf=edtf, calendar="gregorian", **columns)


def between(one: str, other: str, **more: Any) -> Paths:
    return paths(Asked(cast.person(one), cast.person(other), **more))


def slugs(found: Paths) -> list[str]:
    return ["-".join(person.slug for person in path.persons) for path in found.paths]


def test_shortest_first_then_the_next() -> None:
    tied("a", "z"), tied("a", "b"), tied("z", "b"), tied("b", "c"), tied("c", "z")
    found = between("a", "z")
    assert slugs(found) == ["a-z", "a-b-z", "a-b-c-z"]
    assert (found.searched, found.apart) == (6, False)


def test_at_most_five_are_told_and_always_the_same() -> None:
    for middle in "ghfedcb":
        tied("a", middle), tied(middle, "z")
    found = between("a", "z")
    assert slugs(found) == ["a-b-z", "a-c-z", "a-d-z", "a-e-z", "a-f-z"]
    assert slugs(between("z", "a")) == ["z-b-a", "z-c-a", "z-d-a", "z-e-a", "z-f-a"]


def test_of_one_length_the_certain_come_first_then_the_well_witnessed_then_the_small() -> None:
    tied("a", "b", certainty="probable"), tied("b", "z")
    sat("a", "large"), sat("z", "large"), sat("c", "large"), sat("d", "large")
    tied("a", "e"), tied("e", "z")
    for one, other in (("a", "f"), ("f", "z")):
        cited = tied(one, other)
        for number in (1, 2):
            source = cast.source(f"other-{number}")
            claims.cite(cited, source=source, locator="¶1")
    assert slugs(between("a", "z")) == ["a-z", "a-f-z", "a-e-z", "a-c-z", "a-d-z"]
    certain = between("a", "z", only=Filter(by=("relationship",)), certain=True)
    assert slugs(certain) == ["a-f-z", "a-e-z"]
    every = between("a", "z", only=Filter(by=("relationship",)))
    assert [(path.certain, path.persons[1].slug) for path in every.paths] == [
        (True, "f"), (True, "e"), (False, "b"),
    ]  # fmt: skip


def test_steps_are_told_in_words_with_their_claims() -> None:
    own, other = sat("a", "committee"), sat("b", "committee", "1919/1922")
    signed = [cast.signature(cast.person(slug)) for slug in ("b", "c")]
    tie = tied("d", "c", edtf="1923")
    [path] = between("a", "d").paths
    assert [plain(step.ways[0].parts) for step in path.steps] == [
        "A served with B in Committee: A as member (1917 to 1920), B as member (1919 to 1922)",
        "B took part in Declaration Of The 46 as signatory (October 1923), as did C",
        "C – supported by – D (1923)",
    ]
    assert [list(step.ways[0].assertions) for step in path.steps] == [[own, other], signed, [tie]]
    assert [len(claim.evidence) for step in path.steps for claim in step.ways[0].claims] == [1] * 5


def test_what_is_only_possible_says_so() -> None:
    sat("a", "committee", ""), sat("b", "committee")
    cast.signature(cast.person("b"), certainty="possible"), cast.signature(cast.person("c"))
    tied("c", "d", certainty="probable")
    [path] = between("a", "d").paths
    assert [plain(step.ways[0].parts) for step in path.steps] == [
        "A may have served with B in Committee: A as member, B as member (1917 to 1920)",
        "B and C may both have taken part in Declaration Of The 46: B as signatory (October 1923), "
        "C as signatory (October 1923)",
        "C – supporter of – D (not certain)",
    ]
    assert (path.certain, [step.certain for step in path.steps]) == (False, [False] * 3)


def test_a_step_tells_its_strongest_links_and_how_many_more_there_are() -> None:
    for body in ("one", "two", "three", "four", "five"):
        sat("a", body), sat("b", body)
    tied("a", "b", certainty="probable")
    [path] = between("a", "b").paths
    [step] = path.steps
    assert ([way.link.by for way in step.ways], step.more) == (["organisation"] * 4, 2)


def test_no_path_says_how_far_it_was_searched() -> None:
    for one, other in ("ab", "bc", "cd", "de"):
        tied(one, other)
    tied("y", "z"), cast.person("alone")
    assert between("a", "z") == Paths((), 4, apart=True)
    assert between("a", "alone") == Paths((), 2, apart=True)
    assert between("a", "e", longest=3) == Paths((), 3, apart=False)
    assert slugs(between("a", "e", longest=4)) == ["a-b-c-d-e"]


def test_no_path_leads_over_what_is_not_public() -> None:
    tied("a", "b", status=Status.DRAFT), tied("b", "z")
    cast.person("draft", status=Status.DRAFT)
    tied("a", "draft"), tied("draft", "z")
    sat("a", "committee", cited=False), sat("z", "committee")
    assert between("a", "z") == Paths((), 1, apart=True)


def test_a_search_that_costs_too_much_says_how_far_it_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for one, other in ("ab", "bc", "cd"):
        sat(one, one + other), sat(other, one + other)
    for most, expected in ((4, (["a-b-c-d"], 3)), (3, ([], 2))):
        monkeypatch.setattr("prosopography.queries.link_claims.MOST_WEIGHED", most)
        found = between("a", "d", longest=3)
        assert (slugs(found), found.searched, found.apart) == (*expected, False)


def test_a_chain_comes_to_nobody_twice() -> None:
    tied("a", "b"), tied("b", "c"), tied("b", "z")
    assert slugs(between("a", "z")) == ["a-b-z"]


def test_every_length_agrees_with_trying_all_chains() -> None:
    pairs = ["ab", "bc", "cd", "de", "ea", "ac", "bd", "df", "fz", "ez", "cg", "gz", "ag"]
    for one, other in pairs:
        tied(one, other)
    names = dict(Person.objects.values_list("pk", "slug"))
    found = chains(cast.person("a").pk, cast.person("z").pk, Filter(), most=1000)
    told = ["".join(names[key] for key in chain.persons) for chain in found.chains]
    expected = sorted(_all("a", pairs), key=lambda each: (len(each), each))
    assert told == [each for each in expected if len(each) <= 7]


def _all(so_far: str, pairs: list[str]) -> list[str]:
    if so_far[-1] == "z":
        return [so_far]
    nexts = {pair.replace(so_far[-1], "") for pair in pairs if so_far[-1] in pair}
    return [
        each for one in sorted(nexts) if one not in so_far for each in _all(so_far + one, pairs)
    ]


def test_queries_depend_on_the_steps_alone(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in (1, 3):
        for each in range(number):
            for one, other in (("a", f"b{each}"), (f"b{each}", f"c{each}"), (f"c{each}", "z")):
                tied(one, other), sat(one, f"{one}-{other}"), sat(other, f"{one}-{other}")
                cast.claim(
                    "participation", person=cast.person(one), role=cast.role("signatory"),
                    event=cast.event(f"{one}-{other}"),
                )  # fmt: skip
                cast.claim(
                    "participation", person=cast.person(other), role=cast.role("signatory"),
                    event=cast.event(f"{one}-{other}"),
                )  # fmt: skip
        asked = Asked(cast.person("a"), cast.person("z"), longest=3)
        # three steps of 8; the names of those on the way; persons; claims, citations, whom else
        # these may mean
        with django_assert_num_queries(29):
            assert len(paths(asked).paths) == number


def test_a_photograph_is_told_last_of_the_links_of_a_step() -> None:
    """What can be said of the dead too tells of no meeting; the step is as sure as its surest link."""
    depicted = cast.role("depicted", joins="event", lasting=False, posthumous=True)
    for slug in ("a", "z"):
        cast.claim(
            "participation", person=cast.person(slug), role=depicted,
            event=cast.event("photograph"), edtf="1920",
        )  # fmt: skip
    tied("a", "z", certainty="possible")
    [path] = between("a", "z").paths
    [step] = path.steps
    assert [(way.link.by, way.link.certain) for way in step.ways] == [
        ("relationship", False), ("event", True),
    ]  # fmt: skip
    assert (step.certain, path.certain) == (True, True)
