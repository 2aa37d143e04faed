"""Who held what, one bar for each tenure, all on one axis of time.

In order: ``entry`` (the claims in short, and what may be one row), ``scale`` (days to places on the
drawing), ``bar`` (one claim on it), ``drawing`` (a page of rows, and whoever has no date), ``on_a_day``
(who was there on a day). The dates are read as in ``as_of``: the day's list and the bars agree.
"""

from .drawing import Axis, Group, Row, Undated, axis
from .entry import Coverage, Entry, Order, coverage, entries_of_role, entries_of_tenures
from .on_a_day import Class, Day, day, fullest_day

__all__ = [
    "Axis",
    "Class",
    "Coverage",
    "Day",
    "Entry",
    "Group",
    "Order",
    "Row",
    "Undated",
    "axis",
    "coverage",
    "day",
    "entries_of_role",
    "entries_of_tenures",
    "fullest_day",
]
