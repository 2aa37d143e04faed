"""The length of what two things have in common, against all days that could be the true ones."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    UNDATED,
    Answer,
    Bounds,
    Span,
    common,
    date_bounds,
)

Interval = tuple[int, int]
#: The days of the small world in which every possibility is tried.
FIRST, LAST = 1, 5


def lasting(edtf: str) -> Bounds:
    return date_bounds(edtf, "gregorian", lasting=True)


def intervals(bounds: Bounds, edge: int) -> list[Interval]:
    """Every first and last day that a thing can have had, in a world that ends at the edges."""
    low, high = FIRST - edge, LAST + edge

    def day(number: int | None, empty: int) -> int:
        return empty if number is None else min(max(number, low), high)

    if bounds == UNDATED:
        starts, ends = range(low, high + 1), range(low, high + 1)
    else:
        starts = range(day(bounds[0], low), day(bounds[1], low) + 1)
        ends = range(day(bounds[2], high), day(bounds[3], high) + 1)
    return [(start, end) for start, end in product(starts, ends) if start <= end]


def lengths(one: Bounds, other: Bounds, edge: int) -> tuple[int, int]:
    """The fewest and the most common days."""
    found = [
        max(0, min(a[1], b[1]) - max(a[0], b[0]) + 1)
        for a, b in product(intervals(one, edge), intervals(other, edge))
    ]
    return min(found), max(found)


def tried(one: Bounds, other: Bounds) -> tuple[int | None, int | None]:
    """The same without edges: what grows with the world has no limit."""
    (least, most), (least_of_more, most_of_more) = (lengths(one, other, edge) for edge in (3, 4))
    return (
        None if least_of_more > least else least,
        None if most_of_more > most else most,
    )


DAYS = st.integers(FIRST, LAST)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Any four days in their order, each of the outer ones perhaps unknown or without a limit."""
    es, ls, ee, le = sorted(draw(st.tuples(DAYS, DAYS, DAYS, DAYS)))
    if draw(st.booleans()):
        ls, ee = ee, ls  # a state that is attested on some day between
    kind = draw(st.sampled_from(("closed", "attested", "since", "until", "open", "undated")))
    return {
        "closed": Bounds(es, ls, ee, le),
        "attested": Bounds(None, ls, ee, None),
        "since": Bounds(es, ls, None if draw(st.booleans()) else es, None),
        "until": Bounds(None, None if draw(st.booleans()) else le, ee, le),
        "open": Bounds(None, DISTANT_FUTURE, ee, None)
        if draw(st.booleans())
        else Bounds(None, ls, DISTANT_PAST, None),
        "undated": UNDATED,
    }[kind]


@given(bounds(), bounds())
def test_lengths_are_those_of_all_possible_days(one: Bounds, other: Bounds) -> None:
    found = common(one, other)
    assert (found.least, found.most) == tried(one, other)


@given(bounds(), bounds())
def test_order_does_not_matter_and_the_answer_is_that_of_overlaps(
    one: Bounds, other: Bounds
) -> None:
    found = common(one, other)
    assert found == common(other, one)
    assert (found.answer is Answer.CERTAIN) == (found.least != 0)
    assert (found.answer is Answer.EXCLUDED) == (found.most == 0)
    assert (found.possible is None) == (found.most == 0)
    assert found.answer is not Answer.EXCLUDED or not found.meets


@given(bounds(), bounds())
def test_on_the_certain_days_both_always_are(one: Bounds, other: Bounds) -> None:
    found = common(one, other)
    sure = {
        day
        for day in range(FIRST - 3, LAST + 4)
        if all(start <= day <= end for thing in (one, other) for start, end in intervals(thing, 3))
    }
    first, last = found.certain or (1, 0)
    told = {
        day
        for day in range(FIRST - 3, LAST + 4)
        if (first is None or first <= day) and (last is None or day <= last)
    }
    assert told == sure


@pytest.mark.parametrize(
    ("one", "other", "answer", "least", "most", "meets"),
    [
        # both surely throughout
        ("1917-01-01/1917-12-31", "1917-12-01/1918-01-31", "certain", 31, 31, True),
        # the ends are years: from some day of 1918 to some day of 1920
        ("1917/1920", "1918/1925", "certain", 367, 1096, True),
        # attested in a year within: at least the day on which it is attested
        ("1917", "1910/1925", "certain", 1, 5844, True),
        # two attested in one year need not have been there on one day
        ("1917", "1917", "possible", 0, None, True),
        ("1917-11-07", "1917-11-07", "certain", 1, None, True),
        # nothing excludes it, and nothing speaks for it
        ("1917", "1927", "possible", 0, None, False),
        ("", "1917/1920", "possible", 0, 1461, False),
        ("", "", "possible", 0, None, False),
        ("1917/1918", "1919/1920", "excluded", 0, 0, False),
        ("1917/1918", "1918/1919", "possible", 0, 365, True),
        ("1917/", "1920/1921", "possible", 0, 731, False),
        ("1917/..", "1920/..", "certain", None, None, True),
    ],
)
def test_examples(
    one: str, other: str, answer: str, least: int | None, most: int | None, meets: bool
) -> None:
    found = common(lasting(one), lasting(other))
    assert (found.answer, found.least, found.most, found.meets) == (answer, least, most, meets)


def test_spans_are_told() -> None:
    found = common(lasting("1917-03-01/1917-03-31"), lasting("1917-03-15/1917-04"))
    start, end = lasting("1917-03-15").latest_start, lasting("1917-03-31").earliest_end
    assert (found.certain, found.possible) == (Span(start, end), Span(start, end))
    attested = common(lasting("1917"), lasting("1910/1925"))
    assert (attested.certain, attested.answer) == (None, Answer.CERTAIN)
    assert common(lasting("1917/1918"), lasting("1919/1920")).possible is None
