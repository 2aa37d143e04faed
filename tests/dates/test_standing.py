"""How a thing stands to a day: known cases, and what holds for every date."""

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
    Standing,
    changes,
    date_bounds,
    day_number,
    overlaps,
    parse_edtf,
    reach,
    standing,
)

CERTAIN, POSSIBLE, EXCLUDED = Standing.CERTAIN, Standing.POSSIBLE, Standing.EXCLUDED
BEFORE, AFTER = Standing.BEFORE, Standing.AFTER


def state(text: str, calendar: str = "gregorian") -> Bounds:
    return date_bounds(text, calendar, lasting=True)


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("1917", "1917-06-01", POSSIBLE),
        ("1917", "1917", CERTAIN),
        ("1917", "1918-01-01", BEFORE),
        ("1917", "1926", BEFORE),
        ("1917", "1850", AFTER),
        ("1917-11-07", "1917-11-07", CERTAIN),
        ("1917-11-07", "1917-11", CERTAIN),
        ("1917/1921", "1917-06-01", POSSIBLE),
        ("1917/1921", "1918-01-01", CERTAIN),
        ("1917/1921", "1921-06", POSSIBLE),
        ("1917/1921", "1922", EXCLUDED),
        ("1917/1921", "1916-12-31", EXCLUDED),
        ("1924/", "1924-05-01", POSSIBLE),
        ("1924/", "1930-01-01", BEFORE),
        ("1924/", "1923-12-31", EXCLUDED),
        ("1924/..", "2500-01-01", CERTAIN),
        ("../1924", "-0043", CERTAIN),
        ("/1924", "1924-05-01", POSSIBLE),
        ("/1924", "1923", AFTER),
        ("/1924", "1925", EXCLUDED),
        ("[..1937]", "1936-01-01", POSSIBLE),
        ("[..1937]", "1938-01-01", BEFORE),
        ("[1930..]", "1999-01-01", POSSIBLE),
        ("[1930..]", "1929-12-31", AFTER),
        ("{1917,1919}", "1918-06-01", POSSIBLE),
        ("1917?", "1918-06-01", POSSIBLE),
        ("", "1917", Standing.UNDATED),
        ("1917", "1916/..", CERTAIN),
        ("1917", "1918/..", BEFORE),
        ("1917", "../1916", AFTER),
    ],
)
def test_standing_of_a_state(text: str, asked: str, found: Standing) -> None:
    assert standing(state(text), parse_edtf(asked).span("gregorian")) is found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1917", (1917, 1, 1), (1917, 12, 31)),
        ("1917/", (1917, 1, 1), (1917, 12, 31)),
        ("/1917", (1917, 1, 1), (1917, 12, 31)),
        ("1917/1921", (1917, 1, 1), (1921, 12, 31)),
        ("[..1937]", None, (1937, 12, 31)),
        ("[1930..]", (1930, 1, 1), None),
        ("", None, None),
    ],
)
def test_reach_is_what_the_date_speaks_of(text: str, first: object, last: object) -> None:
    days = [None if day is None else day_number(*day, "gregorian") for day in (first, last)]  # type: ignore[misc]
    assert reach(state(text)) == Span(*days)


limits = st.none() | st.integers(0, 60)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Bounds as dates make them: in order, with unknown, open and distant limits."""
    starts = sorted(draw(st.tuples(st.integers(0, 60), st.integers(0, 60))))
    ends = sorted(draw(st.tuples(st.integers(starts[0], 90), st.integers(starts[0], 90))))
    return draw(
        st.sampled_from(
            [
                Bounds(*starts, ends[0], max(ends[1], starts[1])),
                Bounds(*starts, starts[0], None),
                Bounds(*starts, None, None),
                Bounds(None, ends[1], ends[0], ends[1]),
                Bounds(None, None, *ends),
                Bounds(None, starts[1], starts[0], None),
                Bounds(None, starts[1], DISTANT_PAST, None),
                Bounds(None, DISTANT_FUTURE, starts[0], None),
                UNDATED,
            ]
        )
    )


spans = st.one_of(
    st.integers(-5, 100).map(lambda day: (day, day)),
    st.tuples(st.integers(-5, 50), st.integers(50, 100)),
    st.sampled_from([(None, 20), (20, None)]),
)


def widened(dated: Bounds, by: tuple[int, int, int, int]) -> Bounds:
    """The same, vaguer: each limit further out, where it is a day."""
    signs = (-1, 1, -1, 1)
    moved = [
        day if day is None or day in (DISTANT_PAST, DISTANT_FUTURE) else day + sign * further
        for day, sign, further in zip(dated, signs, by, strict=True)
    ]
    return Bounds(*moved)


@given(bounds(), spans)
def test_standing_agrees_with_possible_and_certain(
    dated: Bounds, asked: tuple[int | None, int | None]
) -> None:
    found, answer = standing(dated, asked), overlaps(dated, asked)
    assert (found is CERTAIN) == (answer is Answer.CERTAIN)
    assert (found is EXCLUDED) == (answer is Answer.EXCLUDED)
    assert (found is Standing.UNDATED) == dated.undated


further = st.tuples(*[st.integers(0, 30)] * 4)


@given(bounds(), spans, further)
def test_a_vaguer_date_never_makes_certain_nor_excludes(
    dated: Bounds, asked: tuple[int | None, int | None], by: tuple[int, int, int, int]
) -> None:
    before, after = standing(dated, asked), standing(widened(dated, by), asked)
    assert not (after is CERTAIN and before is not CERTAIN)
    assert not (after is EXCLUDED and before is not EXCLUDED)
    if before is POSSIBLE:
        assert after is POSSIBLE


@given(bounds(), st.integers(-5, 100))
def test_an_answer_lasts_until_the_next_change(dated: Bounds, day: int) -> None:
    if day + 1 not in changes(dated):
        assert standing(dated, (day, day)) is standing(dated, (day + 1, day + 1))


@given(bounds())
def test_before_and_after_follow_one_another_in_time(dated: Bounds) -> None:
    """Attested after comes first in time, then possible and certain, then attested before."""
    order = [AFTER, POSSIBLE, CERTAIN, POSSIBLE, BEFORE]
    found = [standing(dated, (day, day)) for day in range(-5, 100)]
    kept = [each for each in found if each not in (EXCLUDED, Standing.UNDATED)]
    place = 0
    for each in kept:
        while order[place] is not each:
            place += 1
    assert place < len(order)


@given(
    st.integers(1, 28), st.sampled_from(["1917-11-{:02d}", "1917-11-{:02d}/", "/1917-11-{:02d}"])
)
def test_a_day_is_the_same_in_either_calendar(day: int, shape: str) -> None:
    """13 days lie between the calendars in 1917."""
    gregorian = state(shape.format(day))
    number = day_number(1917, 11, day, "gregorian")
    julian_day = f"1917-{'10' if day <= 13 else '11'}-{day + 18 if day <= 13 else day - 13:02d}"
    julian = state(shape.format(day).replace(f"1917-11-{day:02d}", julian_day), "julian")
    asked = Span(number, number)
    assert parse_edtf(julian_day).span("julian") == asked
    assert standing(julian, asked) is standing(gregorian, asked)
