"""The stemma as it is drawn: columns, boxes that do not overlap, lines from edge to edge."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import row
from prosopography.models import Derivation, Source, Status
from prosopography.queries.stemma import Drawing, draw, stemma_of, whole_stemma
from tests import cast

pytestmark = pytest.mark.django_db


def derive(copy: str, original: str, **columns: Any) -> Derivation:
    return row.create(
        Derivation, source=cast.source(copy), derived_from=cast.source(original), **columns
    )


def columns(drawing: Drawing) -> list[list[str]]:
    """The slugs from left to right, each column from above."""
    found: dict[int, list[tuple[int, str]]] = {}
    for box in drawing.boxes:
        found.setdefault(box.x, []).append((box.y, box.source.slug))
    return [[slug for _, slug in sorted(found[x])] for x in sorted(found)]


def test_each_text_stands_after_all_that_it_copies() -> None:
    derive("article", "wikipedia")
    derive("list", "wikipedia")
    derive("mirror", "article")
    derive("mirror", "wikipedia", extent="parts")
    cast.birth(source=cast.source("essay"))
    cast.source("cited-nowhere")
    drawing = whole_stemma()
    assert sorted(map(sorted, columns(drawing))) == [
        ["article", "list"], ["essay", "wikipedia"], ["mirror"],
    ]  # fmt: skip
    assert columns(drawing)[2] == ["mirror"]
    assert {box.source.slug for box in drawing.boxes if box.is_read} == {"essay"}


def test_lines_are_drawn_by_their_sort_and_listed_by_the_text_that_copies() -> None:
    derive("b-copy", "memoirs", extent="parts")
    derive("b-copy", "letter", certainty="possible")
    derive("a-copy", "memoirs", certainty="probable")
    drawing = whole_stemma()
    lines = [
        (line.derivation.source.slug, line.derivation.derived_from.slug, line.sort)
        for line in drawing.lines
    ]
    assert lines == [
        ("a-copy", "memoirs", "whole"),
        ("b-copy", "letter", "possible"),
        ("b-copy", "memoirs", "parts"),
    ]
    assert [each.pk for each in drawing.derivations] == [e.derivation.pk for e in drawing.lines]
    assert drawing.sorts == {"whole", "parts", "possible"}


def test_line_goes_from_the_edge_of_the_one_to_the_edge_of_the_other() -> None:
    derive("article", "wikipedia")
    drawing = whole_stemma()
    original, copy = sorted(drawing.boxes, key=lambda box: box.x)
    begins = f"M{original.x + original.width} {original.y + original.height // 2}C"
    ends = f" {copy.x} {copy.y + copy.height // 2}"
    [line] = drawing.lines
    assert (line.path[: len(begins)], line.path[-len(ends) :]) == (begins, ends)


def test_long_label_is_broken_and_cut() -> None:
    long = cast.source("long", "A history of everything that ever happened, in forty-two volumes")
    cast.birth(source=long)
    [box] = whole_stemma().boxes
    assert [text for _, text in box.lines] == [
        "A history of everything that",
        "ever happened, in …",
    ]


def test_source_has_its_own_part_above_and_below() -> None:
    for copy, original in (("b", "a"), ("c", "b"), ("d", "c"), ("x", "a"), ("d", "y")):
        derive(copy, original)
    own = stemma_of(cast.source("c"))
    assert own is not None
    assert columns(own) == [["a"], ["b"], ["c"], ["d"]]
    assert [box.source.slug for box in own.boxes if box.is_here] == ["c"]
    assert stemma_of(cast.source("lonely")) is None


def test_nothing_unpublished_is_drawn() -> None:
    hidden = cast.source("hidden", status=Status.DRAFT)
    derive("article", "hidden", note="secret")
    derive("hidden-copy", "article")
    row.revise(Source.objects.get(slug="hidden-copy"), status=Status.DRAFT)
    cast.birth(source=hidden)
    assert whole_stemma().boxes == ()
    assert stemma_of(cast.source("article")) is None
    assert (whole_stemma().width, whole_stemma().lines) == (8, ())


def test_stemma_costs_two_queries_at_one_row_and_at_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    derive("copy-1", "wikipedia")
    source = cast.source("wikipedia")
    for number in (2, 4):
        with django_assert_num_queries(2):
            assert len(whole_stemma().boxes) == number
        with django_assert_num_queries(2):
            own = stemma_of(source)
        assert own is not None
        derive(f"copy-{number}", "wikipedia")
        derive(f"copy-{number + 1}", "wikipedia")


def test_no_source_takes_the_address_of_the_page() -> None:
    with pytest.raises(Exception, match="At this address is the stemma of all sources"):
        cast.source("stemma")


@given(
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda link: link[0] < link[1])),
    st.integers(10, 12),
)
def test_boxes_never_overlap_and_lines_pass_no_box(
    links: set[tuple[int, int]], number: int
) -> None:
    """Any ten sources that copy one another without a circle, and a few beside them."""
    sources = [Source(pk=key, label=f"text {key}", slug=f"text-{key}") for key in range(number)]
    for source in sources:
        source.is_read = True  # type: ignore[attr-defined]
    derivations = [
        Derivation(source=sources[copy], derived_from=sources[original])
        for original, copy in sorted(links)
    ]
    drawing = draw(sources, derivations)
    column_of = {box.source.pk: box.x for box in drawing.boxes}
    assert all(column_of[original] < column_of[copy] for original, copy in links)
    by_column: dict[int, list[Any]] = {}
    for box in drawing.boxes:
        by_column.setdefault(box.x, []).append(box)
        assert 0 <= box.y <= box.y + box.height <= drawing.height
        assert 0 <= box.x <= box.x + box.width <= drawing.width
    for boxes in by_column.values():
        ordered = sorted(boxes, key=lambda box: box.y)
        assert all(one.y + one.height < other.y for one, other in pairwise(ordered))
    for line in drawing.lines:
        # Where a line passes a column, it passes between the boxes.
        for x, y in re.findall(r" (-?\d+) (-?\d+)H", line.path):
            in_column = by_column[int(x)]
            assert not any(box.y <= int(y) <= box.y + box.height for box in in_column)
