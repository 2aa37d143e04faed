"""How many independent witnesses a claim has, and by which ways it came to the sources read."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Assertion, Citation, Derivation, Source
from prosopography.queries.witness import (
    MAX_WAYS,
    Origin,
    Stemma,
    count_witnesses,
    fewest,
)
from prosopography.queries.witness import testimony as told_of  # pytest would call a “test…”
from tests import cast

pytestmark = pytest.mark.django_db

WIKIPEDIA = "wikipedia"


def derive(copy: str, original: str, **columns: Any) -> Derivation:
    return row.create(
        Derivation, source=cast.source(copy), derived_from=cast.source(original), **columns
    )


def cited(*sources: str | dict[str, Any]) -> Assertion:
    """A birth that each of these sources supports, at ¶1, ¶2 …"""
    claim = cast.birth(cited=False, status="draft")
    for number, each in enumerate(sources, start=1):
        columns = {"source": each} if isinstance(each, str) else dict(each)
        source = columns.pop("source")
        found = cast.source(source) if isinstance(source, str) else source
        claims.cite(claim, source=found, locator=f"¶{number}", **columns)
    row.revise(claim, status="published")
    return Assertion.objects.public().with_citations(public=True).get(pk=claim.pk)


def witnesses(claim: Assertion) -> int:
    """Counted for the column, and for a page: both must be the same."""
    [(key, number)] = count_witnesses([claim.pk])
    assert (key, told_of(claim, Stemma.load()).witnesses) == (claim.pk, number)
    return number


def ways(claim: Assertion) -> list[str]:
    return [
        " > ".join(step.slug for step in chain.steps) + " " + ", ".join(chain.locators)
        for chain in told_of(claim, Stemma.load()).chains
    ]


def test_each_source_of_its_own_is_a_witness() -> None:
    claim = cited("biography", "essay", "list")
    assert witnesses(claim) == 3
    assert ways(claim) == ["biography ¶1", "essay ¶2", "list ¶3"]


def test_two_places_in_one_source_are_one_witness() -> None:
    claim = cited("biography", "biography")
    told = told_of(claim, Stemma.load())
    assert (told.sources, told.witnesses) == (1, 1)
    assert ways(claim) == ["biography ¶1, ¶2"]


def test_copy_adds_none() -> None:
    derive("article", "encyclopaedia")
    claim = cited("encyclopaedia", "article")
    told = told_of(claim, Stemma.load())
    assert (told.sources, told.witnesses) == (2, 1)
    assert ways(claim) == ["encyclopaedia ¶1", "encyclopaedia > article ¶2"]


def test_copies_at_any_depth_of_one_text_that_nobody_read_are_one() -> None:
    derive("article", WIKIPEDIA)
    derive("mirror", "article", certainty="probable")
    derive("list", WIKIPEDIA)
    claim = cited("article", "mirror", "list")
    assert witnesses(claim) == 1
    assert ways(claim) == [
        "wikipedia > article ¶1",
        "wikipedia > article > mirror ¶2",
        "wikipedia > list ¶3",
    ]


def test_two_documents_that_quote_one_memoir_are_one() -> None:
    memoirs = cast.source("serge-memoirs")
    claim = cited(
        {"source": "biography", "attributed_to_source": memoirs},
        {"source": "article", "attributed_to_source": memoirs},
    )
    assert witnesses(claim) == 1
    assert ways(claim) == ["serge-memoirs > article ¶2", "serge-memoirs > biography ¶1"]


def test_memoir_here_and_its_author_there_are_one() -> None:
    serge = cast.person("victor-serge")
    memoirs = cast.source("serge-memoirs", author=serge)
    novel = cast.source("serge-novel", author=serge)
    claim = cited(
        {"source": "biography", "attributed_to_source": memoirs},
        {"source": "article", "attributed_to_person": serge},
        {"source": "essay", "attributed_to_source": novel},
        "serge-memoirs",
    )
    assert witnesses(claim) == 1
    assert ways(claim) == [
        "victor-serge > article ¶2",
        "victor-serge > serge-memoirs ¶4",
        "victor-serge > serge-memoirs > biography ¶1",
        "victor-serge > serge-novel > essay ¶3",
    ]


def test_author_who_is_not_published_is_told_to_nobody() -> None:
    serge = cast.person("victor-serge", status="draft")
    for slug in ("serge-memoirs", "serge-novel"):
        cast.source(slug, author=serge)
    claim = cited("serge-memoirs", "serge-novel")
    assert witnesses(claim) == 2
    assert ways(claim) == ["serge-memoirs ¶1", "serge-novel ¶2"]


def test_copy_of_a_work_is_its_author_s_word() -> None:
    serge = cast.person("victor-serge")
    cast.source("serge-memoirs", author=serge)
    derive("reprint", "serge-memoirs")
    claim = cited("reprint", {"source": "article", "attributed_to_person": serge})
    assert witnesses(claim) == 1
    assert ways(claim) == [
        "victor-serge > article ¶2",
        "victor-serge > serge-memoirs > reprint ¶1",
    ]


def test_word_of_a_person_is_his_wherever_it_stands() -> None:
    memoirs = cast.source("serge-memoirs", author=cast.person("victor-serge"))
    molotov = cast.person("vyacheslav-molotov")
    claim = cited(
        {
            "source": "biography",
            "attributed_to_source": memoirs,
            "attributed_to_person": molotov,
        },
        {"source": "article", "attributed_to_person": molotov},
    )
    assert witnesses(claim) == 1
    assert ways(claim) == [
        "vyacheslav-molotov > article ¶2",
        "vyacheslav-molotov > serge-memoirs > biography ¶1",
    ]


def test_own_words_beside_quoted_ones_are_two_witnesses() -> None:
    memoirs = cast.source("serge-memoirs")
    claim = cited("biography", {"source": "biography", "attributed_to_source": memoirs})
    told = told_of(claim, Stemma.load())
    assert (told.sources, told.witnesses) == (1, 2)


def test_text_that_copies_only_parts_speaks_for_itself_elsewhere() -> None:
    derive("biography", "serge-memoirs", extent="parts")
    memoirs = cast.source("serge-memoirs")
    assert witnesses(cited("biography", "serge-memoirs")) == 2
    quoted = {"source": "biography", "attributed_to_source": memoirs}
    assert witnesses(cited(quoted, "serge-memoirs")) == 1


def test_possible_derivation_makes_nobody_dependent() -> None:
    derive("article", "encyclopaedia", certainty="possible")
    claim = cited("article", "encyclopaedia")
    assert witnesses(claim) == 2
    assert ways(claim) == ["article ¶1", "encyclopaedia ¶2"]


def test_compilation_of_two_adds_none_to_them() -> None:
    derive("compilation", "memoirs-a")
    derive("compilation", "memoirs-b")
    assert witnesses(cited("memoirs-a", "memoirs-b", "compilation")) == 2
    assert witnesses(cited("memoirs-a", "compilation")) == 1
    claim = cited("compilation")
    assert witnesses(claim) == 1
    assert ways(claim) == ["memoirs-a > compilation ¶1", "memoirs-b > compilation ¶1"]


def test_two_compilations_with_one_original_in_common_may_both_have_it_from_there() -> None:
    for original in ("a", "b"):
        derive("first", original)
    for original in ("b", "c"):
        derive("second", original)
    assert witnesses(cited("first", "second")) == 1
    assert witnesses(cited("first", "second", "a", "c")) == 2


def test_what_is_not_published_is_no_witness_and_no_link() -> None:
    hidden = cast.source("hidden", status="draft")
    derive("article", "hidden")
    derive("list", "hidden")
    claim = cited("article", "list")
    row.create(Citation, assertion=claim, source=hidden, locator="¶9")
    row.create(
        Citation, assertion=claim, source=cast.source("essay"), locator="¶9",
        attributed_to_person=cast.person("nobody", status="draft"),
    )  # fmt: skip
    again = Assertion.objects.public().with_citations(public=True).get(pk=claim.pk)
    assert witnesses(again) == 2
    assert ways(again) == ["article ¶1", "list ¶2"]


def test_contradicting_sources_support_nothing() -> None:
    derive("copy", "article")
    claim = cited("article", {"source": "biography", "stance": "contradicts"})
    claims.cite(claim, source=cast.source("copy"), locator="¶5", stance="contradicts")
    again = Assertion.objects.with_citations(public=True).get(pk=claim.pk)
    told = told_of(again, Stemma.load())
    assert (told.sources, told.witnesses, len(told.chains)) == (1, 1, 1)
    assert [[step.slug for step in each.steps] for each in told.contradicting] == [
        ["article", "copy"],
        ["biography"],
    ]


def test_claim_without_support_has_none() -> None:
    claim = cast.birth(cited=False, status="draft")
    assert list(count_witnesses([claim.pk])) == [(claim.pk, 0)]


def test_denials_are_counted_by_the_same_rule() -> None:
    derive("copy", "article")
    claim = cast.birth(source=cast.source("article"), polarity="denied")
    claims.cite(claim, source=cast.source("copy"), locator="¶2")
    assert list(count_witnesses([claim.pk])) == [(claim.pk, 1)]


def test_source_that_reports_itself_is_itself() -> None:
    derive("article", WIKIPEDIA)
    claim = cited({"source": "article", "attributed_to_source": cast.source("article")})
    assert ways(claim) == ["wikipedia > article ¶1"]


def test_many_ways_are_counted_and_not_all_told() -> None:
    """Ten layers of two texts, each copied from both above it: 1,024 ways to two origins."""
    for layer in range(1, 10):
        for one, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
            derive(f"text-{layer}-{one}", f"text-{layer - 1}-{other}")
    claim = cited("text-9-0", "text-9-1", "text-0-0")
    assert witnesses(claim) == 1
    assert len(ways(claim)) == 2 * MAX_WAYS + 1


def test_circle_that_an_import_brought_is_passed_once() -> None:
    derive("article", "list")
    Derivation.objects.bulk_create(
        [Derivation(source=cast.source("list"), derived_from=cast.source("article"))]
    )
    claim = cited("article")
    assert ways(claim) == ["list > article ¶1"]


def test_counting_costs_three_queries_at_one_claim_and_at_three(django_assert_num_queries) -> None:
    def make(number: int) -> int:
        derive(f"copy-{number}", f"original-{number}")
        return cited(f"copy-{number}", {
            "source": "biography", "attributed_to_person": cast.person(f"voice-{number}"),
        }).pk  # fmt: skip

    keys = [make(1)]
    with django_assert_num_queries(3):
        assert list(count_witnesses(keys)) == [(keys[0], 2)]
    keys += [make(2), make(3)]
    with django_assert_num_queries(3):
        assert list(count_witnesses(keys)) == [(key, 2) for key in keys]


def test_stemma_reads_only_what_has_a_part_in_it(django_assert_num_queries) -> None:
    for number in range(3):
        cast.source(f"lonely-{number}")
    derive("article", WIKIPEDIA)
    claim = cited("article", "lonely-1")
    with django_assert_num_queries(2):
        stemma = Stemma.load()
    assert len(stemma._sources) == 2
    with django_assert_num_queries(0):
        assert told_of(claim, stemma).witnesses == 2


# The smallest number of origins ------------------------------------------------------------------------

ORIGINS = [Origin("source", number) for number in range(7)]
SETS = st.lists(st.frozensets(st.sampled_from(ORIGINS), max_size=4), max_size=7)


def by_trying(sets: list[frozenset[Origin]]) -> int:
    """The same by trying every choice of origins, the small ones first."""
    wanted = [found for found in sets if found]
    return next(
        size
        for size in range(len(ORIGINS) + 1)
        for chosen in combinations(ORIGINS, size)
        if all(found & set(chosen) for found in wanted)
    )


@given(SETS)
def test_fewest_is_the_smallest_choice(sets: list[frozenset[Origin]]) -> None:
    assert fewest(sets) == by_trying(sets)


@given(SETS, st.frozensets(st.sampled_from(ORIGINS), min_size=1, max_size=4))
def test_another_citation_never_lowers_it_and_adds_one_at_most(
    sets: list[frozenset[Origin]], more: frozenset[Origin]
) -> None:
    assert fewest([*sets, more]) - fewest(sets) in (0, 1)


@given(SETS)
def test_never_more_than_there_are_origins_or_texts(sets: list[frozenset[Origin]]) -> None:
    there = [found for found in sets if found]
    assert fewest(sets) <= min(len(set(there)), len(frozenset().union(*there)))


def test_fewest_decides_long_rows_without_trying() -> None:
    """Forty texts in a row, each with one origin in common with the next."""
    row_of_pairs = [
        frozenset({Origin("source", number), Origin("source", number + 1)}) for number in range(40)
    ]
    assert fewest(row_of_pairs) == 20


# The whole record ------------------------------------------------------------------------------------


@given(
    parents=st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["whole", "parts"])),
        max_size=8,
    ),
    read=st.lists(st.integers(0, 5), min_size=1, max_size=5),
)
def test_adding_a_citation_never_lowers_the_number_in_any_stemma(
    parents: list[tuple[int, int, str]], read: list[int]
) -> None:
    """A text copies only texts of a smaller number; no database is asked."""
    sources = {key: Source(pk=key, label=f"text {key}", status="published") for key in range(6)}
    above: dict[int, list[int]] = {}
    for copy, original, extent in parents:
        if copy > original and extent == "whole" and original not in above.get(copy, []):
            above.setdefault(copy, []).append(original)
    stemma = Stemma(sources, above)
    citations = [Citation(source=sources[key]) for key in read]
    numbers = [stemma.witnesses(citations[:end]) for end in range(len(citations) + 1)]
    assert numbers == sorted(numbers)
    assert numbers[-1] <= len(set(read))
    for citation in citations:
        assert {(type(way[0]).__name__.lower(), way[0].pk) for way in stemma.ways(citation)} == {
            tuple(origin) for origin in stemma.origins(citation)
        }
