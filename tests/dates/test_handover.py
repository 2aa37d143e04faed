"""What lies between two holders: known cases, and what holds for all dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.dates import (
    Answer,
    Between,
    Bounds,
    Handover,
    Held,
    date_bounds,
    handover,
    iso_day,
    joined,
    may_be_one,
)

GAP, POSSIBLE_GAP, FOLLOWS = Between.GAP, Between.POSSIBLE_GAP, Between.FOLLOWS
OVERLAP, POSSIBLE_OVERLAP = Between.OVERLAP, Between.POSSIBLE_OVERLAP


def state(text: str) -> Bounds:
    return date_bounds(text, "gregorian", lasting=True)


def held(*texts: str, sure: bool = True) -> Held:
    return Held(tuple(state(text) for text in texts), sure)


@pytest.mark.parametrize(
    ("one", "two", "between", "days"),
    [
        ("1919/1920", "1922/1923", GAP, ("1921-01-01", "1921-12-31")),
        ("1919/1921-03-05", "1921-03-06/1923", FOLLOWS, (None, None)),
        ("1919/1921-03-05", "1921-03-07/1923", GAP, ("1921-03-06", "1921-03-06")),
        ("1919/1921", "1921/1923", FOLLOWS, ("1921-01-02", "1921-12-30")),
        ("1919/1921-03-05", "1921/1923", FOLLOWS, ("1921-03-06", "1921-12-30")),
        ("1917", "1930", POSSIBLE_GAP, ("1917-01-02", "1930-12-30")),
        ("1919/", "1925/1926", POSSIBLE_GAP, ("1919-01-02", "1925-12-30")),
        ("1917", "1917", POSSIBLE_OVERLAP, ("1917-01-02", "1917-12-30")),
        ("1917-07-26", "1917-07-26", OVERLAP, (None, None)),
        ("1919/", "1919/1920", POSSIBLE_OVERLAP, ("1919-01-02", "1919-12-30")),
        ("1919/1925", "1920/1923", OVERLAP, (None, None)),
        ("1919/1921-06-30", "1921-06-30/1923", OVERLAP, (None, None)),
        ("1919/1921-06-30", "1921-05/1921-07", OVERLAP, (None, None)),
        ("1919/..", "1925", OVERLAP, (None, None)),
        ("1919/1921-12-31", "1921-12-31/1922", OVERLAP, (None, None)),
        ("1919-01-01/1919-01-03", "1919-01-?03/1920", POSSIBLE_OVERLAP, (None, None)),
    ],
)
def test_between_two(one: str, two: str, between: Between, days: tuple[str, str]) -> None:
    found = handover([held(one)], held(two))
    assert (found.between, (iso_day(found.first), iso_day(found.last))) == (between, days)


def test_who_came_before_and_stayed_longest_fills_the_gap() -> None:
    neighbours = handover([held("1910/1912")], held("1920/1922"))
    assert neighbours.between is GAP
    found = handover([held("1900/1950"), held("1910/1912")], held("1920/1922"))
    assert (found.between, found.gap) == (OVERLAP, Answer.EXCLUDED)


def test_somebody_whose_end_is_unknown_leaves_no_gap_certain() -> None:
    found = handover([held("1910/1912"), held("1911")], held("1920/1922"))
    assert (found.between, found.gap, found.overlap) == (
        POSSIBLE_GAP,
        Answer.POSSIBLE,
        Answer.POSSIBLE,
    )


def test_what_is_not_certain_itself_makes_nothing_certain() -> None:
    found = handover([held("1919/1920", sure=False)], held("1922/1923"))
    assert (found.between, found.gap) == (POSSIBLE_GAP, Answer.POSSIBLE)
    found = handover([held("1919/1925")], held("1920/1923", sure=False))
    assert (found.between, found.overlap) == (POSSIBLE_OVERLAP, Answer.POSSIBLE)


@pytest.mark.parametrize(
    ("one", "two", "may"),
    [
        ("1917", "1930", True),
        ("1921/1928", "1922/1926", True),
        ("1919/1921", "1925", False),
        ("1919/1921", "1921", True),
        ("1924/", "1917", False),
        ("1924/", "1930", True),
        ("1917-04/", "1917-07-26/", True),
        ("1917/", "1925/1926", True),
        ("1917", "1925/1926", False),
        ("1919/1920", "1922/1923", False),
        ("", "1917", True),
    ],
)
def test_two_dates_may_be_of_one_tenure(one: str, two: str, may: bool) -> None:
    assert may_be_one(state(one), state(two)) is may
    assert may_be_one(state(two), state(one)) is may


def test_joined_dates_tell_more_than_each() -> None:
    together = joined([state("1917-04/"), state("1917-07-26"), state("/1919")])
    assert [iso_day(day) for day in together] == [
        "1917-04-01", "1917-04-30", "1919-01-01", "1919-12-31",
    ]  # fmt: skip
    assert joined([state("1917")]) == state("1917")
    assert joined([state("1917/.."), state("1916")]).earliest_end is None


def interval(start: int, least: int, end: int, more: int) -> Bounds:
    return Bounds(start, start + least, start + least + end, start + least + end + more)


intervals = st.builds(interval, *[st.integers(0, 20)] * 4)


@given(intervals, intervals)
def test_every_true_tenure_agrees_with_what_is_certain(one: Bounds, two: Bounds) -> None:
    found = handover([Held((one,))], Held((two,)))
    gaps, overlaps = set(), set()
    for end in {one.earliest_end, one.latest_end}:
        for start in {two.earliest_start, two.latest_start}:
            gaps.add(start - end > 1)  # type: ignore[operator]
            overlaps.add(start <= end)  # type: ignore[operator]
    if found.gap is Answer.CERTAIN:
        assert gaps == {True}
    if found.gap is Answer.EXCLUDED:
        assert gaps == {False} or found.overlap is Answer.CERTAIN
    if found.overlap is Answer.CERTAIN:
        assert overlaps == {True}
    if found.overlap is Answer.EXCLUDED:
        assert overlaps == {False}
    assert isinstance(found, Handover)
    assert (found.between is GAP) == (found.gap is Answer.CERTAIN)
    assert (found.between is OVERLAP) == (found.overlap is Answer.CERTAIN)
