"""The drawings: places and lengths found by hand, and nothing outside of them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from prosopography.queries.profile.charts import HEIGHT, LEFT, WIDTH, Column, columns, curves
from prosopography.queries.profile.estimator import Observed, kaplan_meier
from prosopography.queries.profile.figure import Evidence, Figure, Measure
from prosopography.queries.profile.survival import Survival

NOTHING = Evidence(0, 0, 0)


def measure(*counts: tuple[int, int], total: int = 10) -> Measure:
    """A measure with figures of so many persons, so many of them certain."""
    figures = tuple(
        Figure(f"span:{at}", f"{at}", tuple(range(count)), certain=certain, order=at)
        for at, (count, certain) in enumerate(counts)
    )
    known = Figure("known", "known", tuple(range(total)))
    return Measure("spans", "Spans", total, known, figures, NOTHING, of_known=True)


def survival(*observed: Observed) -> Survival:
    nobody = Figure("nobody", "nobody", ())
    steps = tuple(kaplan_meier(observed))
    until = max((each.time for each in observed), default=0.0)
    return Survival(
        key="survival", title="Survival", total=0, known=nobody, evidence=NOTHING, died=nobody,
        lost=nobody, left_out=(), curve=steps, shortest=steps, longest=steps, median=None, rows=(),
        until=until,
    )  # fmt: skip


def test_columns_stand_on_the_ground_and_are_as_high_as_their_count() -> None:
    one = measure((4, 3), (2, 2))
    chart = columns([one])
    assert chart is not None
    assert [line.label for line in chart.across] == ["0", "1", "2", "3", "4"]
    assert [line.at for line in chart.across] == [212.0, 162.0, 112.0, 62.0, 12.0]
    assert chart.columns == [
        Column(169.0, 43.0, 12.0, 150.0, 62.0, 50.0, 0, one.figures[0]),
        Column(463.0, 43.0, 112.0, 100.0, 112.0, 0.0, 0, one.figures[1]),
    ]
    assert [line.label for line in chart.below] == ["0", "1"]


def test_two_groups_are_drawn_in_shares() -> None:
    chart = columns([measure((4, 4), total=10), measure((4, 4), total=5)])
    assert chart is not None
    assert [line.label for line in chart.across] == [
        "0 %", "20 %", "40 %", "60 %", "80 %",
    ]  # fmt: skip
    assert [(each.group, each.certain) for each in chart.columns] == [(0, 100.0), (1, 200.0)]


def test_nothing_is_not_drawn() -> None:
    assert columns([measure()]) is None
    assert curves([survival()]) is None


def test_curve_goes_down_at_each_death() -> None:
    chart = curves([survival(Observed(5, died=True), Observed(10, died=False))])
    assert chart is not None
    [curve] = chart.curves
    assert curve.line == "M44 12H338.0V112.0H632.0"
    assert curve.band == "M44 12H338.0V112.0H632.0V112.0H338.0V12.0H44Z"
    assert [line.label for line in chart.below] == ["0", "2", "4", "6", "8", "10"]


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=40),
    st.integers(1, 2),
)
def test_columns_stay_within_the_drawing(counts: list[tuple[int, int]], groups: int) -> None:
    chart = columns([measure(*((n, min(n, sure)) for n, sure in counts))] * groups)
    assert chart is not None
    for each in chart.columns:
        assert LEFT <= each.x <= each.x + each.width <= WIDTH
        assert 0 <= each.y <= each.y + each.possible + each.certain <= HEIGHT
    assert len(chart.columns) == len(counts) * groups


@given(
    st.lists(st.builds(Observed, st.floats(0, 90), st.booleans()), min_size=1, max_size=30),
    st.lists(st.builds(Observed, st.floats(0, 90), st.booleans()), max_size=30),
)
def test_curves_stay_within_the_drawing(one: list[Observed], other: list[Observed]) -> None:
    chart = curves([survival(*one), survival(*other)])
    if chart is None:
        assert all(each.time == 0 for each in (*one, *other))
        return
    for curve in chart.curves:
        for path in (curve.line, curve.band):
            across = [float(x) for x in re.findall(r"H(-?[\d.]+)", path)]
            down = [float(y) for y in re.findall(r"V(-?[\d.]+)", path)]
            assert all(LEFT <= x <= WIDTH for x in across)
            assert all(0 <= y <= HEIGHT for y in down)
