"""Possible and certain: known cases, and every rule against trying all days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    UNDATED,
    Answer,
    Bounds,
    after,
    before,
    date_bounds,
    day_number,
    during,
    on,
    overlaps,
)

CERTAIN, POSSIBLE, EXCLUDED = Answer.CERTAIN, Answer.POSSIBLE, Answer.EXCLUDED


def point(text, calendar="gregorian"):
    return date_bounds(text, calendar, lasting=False)


def state(text, calendar="gregorian"):
    return date_bounds(text, calendar, lasting=True)


def day(year, month=1, number=1):
    return day_number(year, month, number, "gregorian")


@pytest.mark.parametrize(
    ("bounds", "asked", "answer"),
    [
        (point("1917-11-07"), day(1917, 11, 7), CERTAIN),
        (point("1917-11-07"), day(1917, 11, 8), EXCLUDED),
        (point("1917-11"), day(1917, 11, 7), POSSIBLE),
        (point("1917-11"), day(1917, 12, 1), EXCLUDED),
        (point("1938?"), day(1939, 6, 1), POSSIBLE),
        (point("1938?"), day(1940, 1, 1), EXCLUDED),
        (point("[..1937]"), day(1937, 12, 31), POSSIBLE),
        (point("[..1937]"), day(1940), EXCLUDED),
        (point("[1930..]"), day(1929, 12, 31), EXCLUDED),
        (point("[1930..]"), day(1999), POSSIBLE),
        (point("1917-10-25", "julian"), day(1917, 11, 7), CERTAIN),
        (point("1917-10-25", "unknown"), day(1917, 11, 7), POSSIBLE),
        (state("1921/1928"), day(1925), CERTAIN),
        (state("1921/1928"), day(1921, 12, 30), POSSIBLE),
        (state("1921/1928"), day(1929), EXCLUDED),
        (state("1917-07-26"), day(1917, 7, 26), CERTAIN),
        (state("1917"), day(1917, 7, 26), POSSIBLE),
        (state("1917"), day(1950), POSSIBLE),
        (state("1924/"), day(1950), POSSIBLE),
        (state("1924/.."), day(1950), CERTAIN),
        (state("../1924"), day(1900), CERTAIN),
        (state("{1917-01-05,1919-03-04}"), day(1918), POSSIBLE),
        (state("[..1937]"), day(1936), POSSIBLE),
        (UNDATED, day(1917), POSSIBLE),
    ],
)
def test_on_a_day(bounds, asked, answer):
    assert on(bounds, asked) is answer


@pytest.mark.parametrize(
    ("bounds", "other", "answer"),
    [
        (point("1917"), day(1918), CERTAIN),
        (point("1917"), day(1917, 6, 1), POSSIBLE),
        (point("1917"), day(1917, 1, 1), EXCLUDED),
        (point("[..1937]"), day(1938), CERTAIN),
        (point("[..1937]"), day(100), POSSIBLE),
        (point("[1930..]"), day(1930), EXCLUDED),
        (state("1917"), day(1950), POSSIBLE),
        (state("1917"), day(1917), EXCLUDED),
        (state("1924/.."), day(2500), EXCLUDED),
        (point("1917-05"), point("1917-06"), CERTAIN),
        (point("1917-05"), point("1917"), POSSIBLE),
        (point("1917-05"), state("1917-03/1917-04"), EXCLUDED),
        (point("1917-05"), (day(1917, 6, 1), None), CERTAIN),
        (point("1917-05"), (None, day(1917, 6, 1)), EXCLUDED),
        (point("1917-05"), state("../1924"), EXCLUDED),
        (UNDATED, day(1917), POSSIBLE),
        (point("1917"), UNDATED, POSSIBLE),
    ],
)
def test_before_another(bounds, other, answer):
    assert before(bounds, other) is answer
    if isinstance(other, Bounds):
        assert after(other, bounds) is answer


@pytest.mark.parametrize(
    ("bounds", "other", "answer"),
    [
        (point("1917"), day(1916, 12, 31), CERTAIN),
        (point("1917"), day(1917, 6, 1), POSSIBLE),
        (point("1917"), day(1917, 12, 31), EXCLUDED),
        (point("[1930..]"), day(1929, 12, 31), CERTAIN),
        (point("[1930..]"), day(2500), POSSIBLE),
        (state("1917"), day(1900), POSSIBLE),
        (state("1917"), day(1917, 12, 31), EXCLUDED),
        (state("../1924"), day(-3000), EXCLUDED),
        (point("1917"), (None, None), EXCLUDED),
        (UNDATED, day(1917), POSSIBLE),
    ],
)
def test_after_another(bounds, other, answer):
    assert after(bounds, other) is answer


@pytest.mark.parametrize(
    ("bounds", "other", "answer"),
    [
        (point("1917-05"), (day(1917), day(1917, 12, 31)), CERTAIN),
        (point("1917"), (day(1917, 2), day(1917, 3)), POSSIBLE),
        (point("1917"), (day(1918), day(1919)), EXCLUDED),
        (state("1921/1928"), (day(1921), day(1928, 12, 31)), CERTAIN),
        (state("1921/1928"), (day(1922), day(1928, 12, 31)), EXCLUDED),
        (state("1921/1928"), (day(1921, 5), day(1930)), POSSIBLE),
        (state("1925"), (day(1920), day(1930)), POSSIBLE),
        (state("1924/"), (day(1920), None), CERTAIN),
        (state("1924/.."), (day(1920), day(2500)), EXCLUDED),
        (point("1917-05"), day(1917, 5, 3), POSSIBLE),
        (state("1925"), (None, None), CERTAIN),
        (UNDATED, (day(1917), day(1918)), POSSIBLE),
    ],
)
def test_during_another(bounds, other, answer):
    assert during(bounds, other) is answer


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        (state("1921/1928"), state("1927/1935"), CERTAIN),
        (state("1921/1928"), state("1928/1935"), POSSIBLE),
        (state("1921/1928"), state("1929/1935"), EXCLUDED),
        (state("1917-07-26"), state("1917-07-26"), CERTAIN),
        (point("1917"), point("1917"), POSSIBLE),
        (state("1924/.."), state("[1930..]"), CERTAIN),
        (UNDATED, state("1921/1928"), POSSIBLE),
    ],
)
def test_overlaps_another_either_way_round(one, two, answer):
    assert overlaps(one, two) is answer
    assert overlaps(two, one) is answer


LEAST, MOST = -6, 6
numbers = st.integers(LEAST + 2, MOST - 2)


@st.composite
def ordered_bounds(draw):
    """Bounds that a date can have, in a small world whose edges stand for the infinities."""
    starts = sorted((draw(numbers), draw(numbers)))
    ends = sorted((draw(numbers), draw(numbers)))
    early, late = min(starts[0], ends[0]), max(starts[1], ends[1])
    first = draw(st.sampled_from([early, None]))
    last = draw(st.sampled_from([late, None]))
    latest_start = draw(st.sampled_from([starts[1], None if first is None else starts[1]]))
    earliest_end = draw(st.sampled_from([ends[0], None if last is None else ends[0]]))
    if first is None and draw(st.booleans()) and earliest_end is not None:
        earliest_end = DISTANT_PAST
    if last is None and draw(st.booleans()) and latest_start is not None:
        latest_start = DISTANT_FUTURE
    return Bounds(first, latest_start, earliest_end, last)


def lives(bounds):
    """Every start and end that the bounds allow in the small world."""
    first, second = (LEAST if number is None else number for number in bounds[:2])
    third, fourth = (MOST if number is None else number for number in bounds[2:])
    return [
        (start, end)
        for start in range(first, min(second, MOST) + 1)
        for end in range(max(third, LEAST), fourth + 1)
        if start <= end
    ]


def by_trying(one, two, holds):
    """The answer found by trying every pair of lives."""
    answers = {holds(a, b) for a in lives(one) for b in lives(two)}
    if answers == {True}:
        return CERTAIN
    return POSSIBLE if True in answers else EXCLUDED


RULES = [
    (before, lambda a, b: a[1] < b[0]),
    (after, lambda a, b: a[0] > b[1]),
    (during, lambda a, b: a[0] >= b[0] and a[1] <= b[1]),
    (overlaps, lambda a, b: a[0] <= b[1] and b[0] <= a[1]),
]


@pytest.mark.parametrize(("compare", "holds"), RULES)
@given(one=ordered_bounds(), two=ordered_bounds())
def test_comparison_answers_as_trying_all_days_does(compare, holds, one, two):
    if UNDATED in (one, two):
        assert compare(one, two) is POSSIBLE
    else:
        assert compare(one, two) is by_trying(one, two, holds)


@given(one=ordered_bounds(), asked=numbers)
def test_on_answers_as_trying_all_days_does(one, asked):
    if one == UNDATED:
        assert on(one, asked) is POSSIBLE
    else:
        whole = Bounds(asked, asked, asked, asked)
        assert on(one, asked) is by_trying(one, whole, lambda a, b: a[0] <= b[0] <= a[1])


@pytest.mark.parametrize("compare", [before, after, during, overlaps])
@given(one=ordered_bounds(), two=ordered_bounds(), more=st.tuples(*[st.integers(0, 3)] * 4))
def test_widening_never_makes_an_answer_certain_nor_excludes(compare, one, two, more):
    if one.undated or two.undated:
        assert compare(one, two) is POSSIBLE
        return
    moved = [
        number if number is None else number + step * sign
        for number, step, sign in zip(one, more, (-1, 1, -1, 1), strict=True)
    ]
    narrow, wide = compare(one, two), compare(Bounds(*moved), two)
    assert (narrow, wide) not in [
        (POSSIBLE, CERTAIN),
        (EXCLUDED, CERTAIN),
        (POSSIBLE, EXCLUDED),
        (CERTAIN, EXCLUDED),
    ]


@pytest.mark.parametrize("lasting", [True, False])
def test_the_same_day_in_either_calendar_gives_the_same_answers(lasting):
    old = date_bounds("1917-10-25", "julian", lasting=lasting)
    new = date_bounds("1917-11-07", "gregorian", lasting=lasting)
    assert old == new
