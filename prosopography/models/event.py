"""Events."""

from simple_history.models import HistoricalRecords

from .entity import TreeEntity


class Event(TreeEntity):
    """Something in which persons take part: a congress, a declaration, a war, a trial, a photograph."""

    history = HistoricalRecords()
