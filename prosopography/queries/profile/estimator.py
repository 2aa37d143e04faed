"""The product-limit estimator of E. L. Kaplan and P. Meier. Numbers alone, no record.

“Nonparametric Estimation from Incomplete Observations”, Journal of the American Statistical
Association 53 (1958), 457–481.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Observed(NamedTuple):
    """One who was observed for a time, and then died, or was lost from sight (censored)."""

    time: float
    died: bool


class Step(NamedTuple):
    """A time at which somebody died: how many could have, how many did, and who remains."""

    time: float
    at_risk: int
    died: int
    survival: float  # the estimated share that outlives this time


def kaplan_meier(observed: Iterable[Observed]) -> list[Step]:
    """The steps of the survival curve, in the order of time; before the first it is 1.

    Who is lost at the time of a death was still at risk then, as Kaplan and Meier have it.
    """
    given = list(observed)
    died = Counter(each.time for each in given if each.died)
    leaving = Counter(each.time for each in given)
    steps, at_risk, survival = [], len(given), 1.0
    for time in sorted(leaving):
        if died[time]:
            survival *= 1 - died[time] / at_risk
            steps.append(Step(time, at_risk, died[time], survival))
        at_risk -= leaving[time]
    return steps


def survival_before(steps: Iterable[Step], time: float) -> float:
    """The share that is alive when a time comes."""
    share = 1.0
    for step in steps:
        if step.time >= time:
            break
        share = step.survival
    return share


def half_time(steps: Iterable[Step]) -> float | None:
    """The first time that at most half outlive; None where more than half outlive the last step."""
    return next((step.time for step in steps if step.survival <= 0.5 + 1e-12), None)
