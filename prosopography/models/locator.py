"""The order of places in a document."""

import re

_DIGITS = 8


def locator_sort(locator: str) -> str:
    """A key that sorts places as a reader counts them: ¶9 before ¶10, f. 9r before f. 9v.

    Every number is padded with noughts to eight digits; at most 100 characters are kept.
    """
    return re.sub(r"\d+", lambda found: found[0].zfill(_DIGITS), locator)[:100]
