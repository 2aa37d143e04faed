"""Persons."""

from simple_history.models import HistoricalRecords

from .entity import Entity


class Person(Entity):
    """A human being that a source speaks of, named or not."""

    history = HistoricalRecords()

    class Meta(Entity.Meta):
        verbose_name_plural = "persons"
