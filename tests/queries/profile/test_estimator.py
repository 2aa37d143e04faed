"""Kaplan and Meier's estimator against a textbook, by hand, and whatever is observed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosopography.queries.profile.estimator import (
    Observed,
    Step,
    half_time,
    kaplan_meier,
    survival_before,
)

#: Remission in weeks of 21 patients with leukaemia under 6-mercaptopurine (E. J. Freireich and
#: others, Blood 21, 1963), the example of most textbooks; those who were lost are negative here.
FREIREICH = [
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
]  # fmt: skip


def test_textbook_example() -> None:
    steps = kaplan_meier(Observed(abs(time), time > 0) for time in FREIREICH)
    assert [(step.time, step.at_risk, step.died) for step in steps] == [
        (6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1),
    ]  # fmt: skip
    assert [round(step.survival, 3) for step in steps] == [
        0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448,
    ]  # fmt: skip
    assert half_time(steps) == 23


def test_by_hand() -> None:
    """Of four one dies in year 1; one is lost in year 2, one dies then; the last dies in year 3."""
    observed = [Observed(1, True), Observed(2, False), Observed(2, True), Observed(3, True)]
    assert kaplan_meier(observed) == [
        Step(1, 4, 1, 3 / 4),
        Step(2, 3, 1, 3 / 4 * (1 - 1 / 3)),  # who is lost at the time of a death was at risk
        Step(3, 1, 1, 0.0),
    ]


def test_nobody_and_nobody_dead() -> None:
    assert kaplan_meier([]) == []
    assert kaplan_meier([Observed(1, False)]) == []
    assert half_time([]) is None
    assert survival_before([], 9) == 1.0


def test_share_before_a_time_leaves_out_that_time() -> None:
    steps = [Step(1, 2, 1, 0.5), Step(2, 1, 1, 0.0)]
    assert [survival_before(steps, time) for time in (1, 1.5, 2, 2.1)] == [1.0, 0.5, 0.5, 0.0]


TIMES = st.integers(0, 40)


@given(st.lists(TIMES, min_size=1, max_size=60), TIMES)
def test_without_censoring_it_is_the_share_that_is_left(times: list[int], at: int) -> None:
    steps = kaplan_meier(Observed(time, died=True) for time in times)
    left = Fraction(sum(time >= at for time in times), len(times))
    assert survival_before(steps, at) == pytest.approx(float(left))
    assert steps[-1].survival == pytest.approx(0.0)


@given(st.lists(st.builds(Observed, TIMES, st.booleans()), max_size=60))
def test_it_only_falls_and_stays_between_nothing_and_all(observed: list[Observed]) -> None:
    steps = kaplan_meier(observed)
    shares = [1.0, *(step.survival for step in steps)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(step.died for step in steps) == sum(each.died for each in observed)
    assert [step.time for step in steps] == sorted({each.time for each in observed if each.died})


@given(st.lists(st.builds(Observed, TIMES, st.booleans()), min_size=1, max_size=40), TIMES)
def test_another_who_is_lost_at_the_end_lowers_nothing(observed: list[Observed], at: int) -> None:
    more = [*observed, Observed(99, died=False)]
    assert survival_before(kaplan_meier(more), at) >= survival_before(kaplan_meier(observed), at)
