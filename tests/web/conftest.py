"""A record with one or three of everything."""

from collections.abc import Callable
from typing import Any

import pytest

from .record import one_more

Fill = Callable[[int], str]


@pytest.fixture(autouse=True)
def _without_collected_files(settings: Any) -> None:
    """Nobody need have run collectstatic before the tests."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def fill(db: None) -> Fill:
    """Makes a record with so many of everything; answers a claim's identifier.

    Called again with a larger number, it adds what is missing.
    """
    made: list[str] = []

    def make(number: int) -> str:
        for each in range(len(made), number):
            made.append(one_more(each))
        return made[0]

    return make
