"""What the rules find, in a form that a test can compare."""

from typing import Any

from prosopography.queries.conflicts import Conflict, conflicts_of
from tests import cast


def conflicts(row: Any, rule: str) -> list[Conflict]:
    """The conflicts of a row that this rule finds."""
    noun = row._meta.model_name
    return [each for each in conflicts_of(noun, [row.pk]) if each.rule == rule]


def found(row: Any, rule: str) -> dict[str, list[str]]:
    """The sides of these conflicts by their topics."""
    return {each.topic: [side.text for side in each.sides] for each in conflicts(row, rule)}


def said(row: Any, rule: str) -> list[str]:
    """The sentences of these conflicts."""
    return [each.sentence for each in conflicts(row, rule)]


def source(number: int) -> Any:
    """One source or another."""
    return cast.source(f"source-{number}")
