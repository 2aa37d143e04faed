"""What links persons: which claims make a link, how certain, how far a chain of them leads."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import publication
from prosopography.models import Assertion, Person, Status
from prosopography.queries.link_claims import TooManyError
from prosopography.queries.links import Filter, Link, Reader
from prosopography.queries.spread import spread
from tests import cast
from tests.cast import tied

pytestmark = pytest.mark.django_db

EVERYTHING = Filter()
DOUBT = {"identification": "doubtful", "identification_note": "Or another."}


def key(slug: str) -> int:
    return Person.objects.get(slug=slug).pk


def sat(slug: str, edtf: str = "1917/1920", body: str = "tsentrobalt", **columns: Any) -> Assertion:
    who = cast.person(slug)
    return cast.tenure(who, cast.organisation(body), edtf=edtf, calendar="gregorian", **columns)


def signed(slug: str, **columns: Any) -> Assertion:
    return cast.signature(cast.person(slug), **columns)


def told(slug: str, only: Filter = EVERYTHING) -> set[tuple[str, str, bool]]:
    """With whom, by what and how surely somebody is linked."""
    slugs = dict(Person.objects.values_list("pk", "slug"))
    links = Reader(only).links([key(slug)])[key(slug)]
    return {(slugs[link.other], link.by, link.certain) for link in links}


def around(slug: str, within: int, only: Filter = EVERYTHING) -> dict[str, bool]:
    slugs = dict(Person.objects.values_list("pk", "slug"))
    return {slugs[at]: certain for at, certain in spread(key(slug), within, only).verdicts.items()}


def chain(one: str, other: str, within: int, only: Filter = EVERYTHING) -> list[int]:
    found = spread(key(one), within, only)
    return list(found.claims(key(other))) if key(other) in found.verdicts else []


def test_each_sort_of_link_with_its_claims() -> None:
    own, other = sat("a"), sat("b")
    mine, theirs = signed("a"), signed("c")
    tie = tied("d", "a")
    one = key("a")
    assert sorted(Reader(EVERYTHING).links([one])[one]) == sorted(
        [
            Link(
                one, key("b"), "organisation", True, (own.pk, other.pk), own.organisation_id, 1, 2
            ),
            Link(one, key("c"), "event", True, (mine.pk, theirs.pk), mine.event_id, 1, 2),
            Link(one, key("d"), "relationship", True, (tie.pk,), None, 1, 2),
        ]
    )


def test_both_sides_tell_the_same() -> None:
    sat("a"), sat("b"), tied("a", "b"), signed("a"), signed("b")
    found = Reader(EVERYTHING).links([key("a"), key("b")])
    turned = {
        (link.other, link.one, link.by, link.certain, tuple(reversed(link.claims)))
        for link in found[key("b")]
    }
    assert {link[:5] for link in found[key("a")]} == turned


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1919/1922", {("b", "organisation", True)}),
        ("1919", {("b", "organisation", True)}),
        ("1920/1922", {("b", "organisation", False)}),
        ("1915/", {("b", "organisation", False)}),
        ("", {("b", "organisation", False)}),
        ("1921/1922", set()),
    ],
)
def test_a_body_links_whose_times_overlap(edtf: str, expected: set[tuple[str, str, bool]]) -> None:
    sat("a"), sat("b", edtf)
    assert told("a") == expected


def test_a_part_of_the_body_is_another_body() -> None:
    body = cast.organisation("baltic-fleet")
    cast.organisation("tsentrobalt", part_of=body)
    sat("a"), sat("b", body="baltic-fleet")
    assert told("a") == set()


@pytest.mark.parametrize("doubt", [{"certainty": "probable"}, DOUBT])
def test_a_hedge_or_a_doubtful_name_makes_a_link_possible(doubt: dict[str, str]) -> None:
    sat("a"), signed("a")
    sat("b", **doubt), signed("b", **doubt), tied("a", "b", **doubt)
    sorts = ("organisation", "event", "relationship")
    assert told("a") == {("b", sort, False) for sort in sorts}


def test_of_several_claims_the_strongest_pair_counts() -> None:
    own = sat("a")
    sat("a", "", certainty="possible"), sat("b", "")
    other = sat("b", "1918")
    links = Reader(EVERYTHING).links([key("a")])[key("a")]
    assert [(link.certain, link.claims) for link in links] == [(True, (own.pk, other.pk))]


def test_of_possible_pairs_rather_those_whose_dates_meet() -> None:
    sat("a", "1925/")
    own, other = sat("a", "1917"), sat("b", "1917")
    [link] = Reader(EVERYTHING).links([key("a")])[key("a")]
    assert (link.certain, link.claims) == (False, (own.pk, other.pk))


@pytest.mark.parametrize(
    "columns",
    [
        {"polarity": "denied"},
        {"polarity": "silent"},
        {"rank": "deprecated", "rank_reason": "A slip."},
        {"status": Status.DRAFT},
        {"status": Status.RETRACTED},
        {"cited": False},
        {"stance": "contradicts"},
    ],
)
def test_what_does_not_count_links_nobody(columns: dict[str, Any]) -> None:
    sat("a"), signed("a")
    sat("b", **columns), signed("b", **columns), tied("a", "b", **columns)
    assert told("a") == set()


def test_nothing_unpublished_links() -> None:
    hidden = {"status": Status.DRAFT}
    cast.organisation("secret", **hidden), cast.person("draft", **hidden)
    source = cast.source("hidden", **hidden)
    sat("a", body="secret"), sat("b", body="secret"), sat("a"), sat("draft")
    tied("a", "draft"), tied("a", "b", source=source)
    assert (told("a"), around("a", 3)) == (set(), {})


def test_the_filter_says_what_counts() -> None:
    sat("a"), sat("b"), signed("a"), signed("b"), tied("a", "b")
    for sort in ("relationship", "organisation", "event"):
        assert told("a", Filter(by=(sort,))) == {("b", sort, True)}


def test_a_large_body_is_no_link_and_its_drafts_do_not_count() -> None:
    for slug in ("a", "b", "c"):
        sat(slug), sat(slug, "1930"), signed(slug)
    sat("d", status=Status.DRAFT), signed("d", status=Status.DRAFT)
    sat("e", polarity="denied"), signed("e", polarity="denied")
    assert len(told("a", Filter(largest=3))) == 4
    assert told("a", Filter(largest=2)) == set()


def test_reached_step_by_step_and_how_surely() -> None:
    tied("a", "b"), tied("b", "c"), tied("c", "d", certainty="possible"), tied("d", "e")
    assert around("a", 1) == {"b": True}
    assert around("a", 2) == {"b": True, "c": True}
    assert around("a", 3) == {"b": True, "c": True, "d": False}


def test_a_longer_chain_can_be_the_certain_one() -> None:
    straight = tied("a", "c", certainty="probable")
    round_about = [tied("a", "b").pk, tied("c", "b").pk]
    assert (around("a", 1), chain("a", "c", 1)) == ({"b": True, "c": False}, [straight.pk])
    assert (around("a", 2), chain("a", "c", 2)) == ({"b": True, "c": True}, round_about)


def test_a_chain_goes_on_from_who_is_surely_reached_by_a_longer_one() -> None:
    tied("a", "c", certainty="probable"), tied("a", "b"), tied("b", "c"), tied("c", "d")
    assert around("a", 2)["d"] is False
    assert around("a", 3)["d"] is True


def test_no_chain_no_claims() -> None:
    tied("a", "b"), cast.person("z")
    assert (chain("a", "z", 3), chain("a", "a", 3)) == ([], [])


@pytest.mark.parametrize(("largest", "small"), [(4, False), (5, True), (1000, True)])
def test_claims_may_be_many_about_each_of_few_persons(largest: int, small: bool) -> None:
    # The first claims are all about one or two persons.
    for slug in "abcde":
        for _ in range(8):
            sat(slug)
    others = {("b", "organisation", True), ("c", "organisation", True)}
    others |= {("d", "organisation", True), ("e", "organisation", True)}
    assert told("a", Filter(largest=largest)) == (others if small else set())


def test_what_is_large_is_not_read(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for slug in "abcde":
        for _ in range(8):
            sat(slug)
    one = key("a")
    # which bodies; how large: the first 7 claims, 70; who
    for largest, queries in ((4, 3), (5, 4)):
        with django_assert_num_queries(queries):
            Reader(Filter(("organisation",), largest)).links([one])


@pytest.mark.django_db(transaction=True)
def test_sizes_are_remembered_while_the_record_is_the_same(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    sat("a"), sat("b")
    two, one, other = Filter(("organisation",), largest=2), key("a"), key("b")
    # the version; which bodies; how large; who
    for queries in (4, 3):
        with django_assert_num_queries(queries):
            assert [link.other for link in Reader(two).links([one])[one]] == [other]
    third = sat("c")
    assert told("a", two) == set()
    publication.retract(third, reason="A test.")
    assert told("a", two) == {("b", "organisation", True)}


def test_nobody_counts_who_is_not_public() -> None:
    for slug in ("a", "b"):
        sat(slug)
    for number, columns in enumerate(
        [{"status": Status.DRAFT}, {"cited": False}, {"source": cast.source("x", status="draft")}]
    ):
        sat(f"hidden-{number}", **columns)
    cast.person("draft", status=Status.DRAFT), sat("draft")
    assert told("a", Filter(largest=2)) == {("b", "organisation", True)}


def test_too_much_to_follow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for slug in "abc":
        sat(slug), sat(slug, "1918")
    # a with b and with c, of two claims each: 8 pairs; 3 persons are read
    monkeypatch.setattr("prosopography.queries.link_claims.MOST_WEIGHED", 8)
    monkeypatch.setattr("prosopography.queries.link_claims.MOST_READ", 3)
    assert around("a", 1) == {"b": True, "c": True}
    assert around("a", 3) == {"b": True, "c": True}
    for name, most in (("MOST_WEIGHED", 7), ("MOST_READ", 2)):
        with monkeypatch.context() as lower:
            lower.setattr(f"prosopography.queries.link_claims.{name}", most)
            with pytest.raises(TooManyError):
                around("a", 1)


def test_queries_depend_on_the_steps_alone(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    # relationships 2; bodies: which, how large, who; events: the same
    for number in (1, 3):
        for each in range(number):
            for one, other in (("a", f"b{each}"), (f"b{each}", f"c{each}"), (f"c{each}", "d")):
                tied(one, other)
                for slug in (one, other):
                    sat(slug, body=f"body-{one}-{other}"), signed(slug)
        keys = [key("a"), key("b0")]
        with django_assert_num_queries(8):
            Reader(EVERYTHING).links(keys)
        # Who signed is the same at each step: of the event only that there is no other.
        for steps, queries in ((1, 8), (2, 14)):
            with django_assert_num_queries(queries):
                spread(keys[0], steps, EVERYTHING)
    with django_assert_num_queries(0):
        Reader(EVERYTHING).links([])
