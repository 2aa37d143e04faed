"""Organisations."""

from simple_history.models import HistoricalRecords

from .entity import TreeEntity


class Organisation(TreeEntity):
    """A body in which persons hold roles: a party, its committee, an army, a ministry, a faction."""

    history = HistoricalRecords()
