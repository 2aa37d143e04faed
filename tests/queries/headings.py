"""What stands under the headings of a page, in short."""

from collections.abc import Iterable
from typing import Any

from prosopography.queries.sentence import plain


def told(rows: Iterable[Any]) -> list[tuple[str, int, list[str], list[str]]]:
    """The headings with the number of persons, what is said, and what is denied."""
    return [
        (
            each.section.heading.title,
            each.section.persons,
            [plain(claim.parts) for claim in each.claims],
            [plain(claim.parts) for claim in each.denied],
        )
        for each in rows
    ]
