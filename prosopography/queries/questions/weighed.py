"""What a leaf finds of a person: claims that belong together, and how surely they make it hold."""

from typing import NamedTuple


class Weighed(NamedTuple):
    """One reason why a leaf holds for a person."""

    person: int
    is_certain: bool
    claims: tuple[int, ...]  # the keys of the claims that say so together
