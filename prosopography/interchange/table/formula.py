"""What a spreadsheet would reckon with, though it is text."""

_OPENINGS = ("=", "+", "-", "@", "\t", "\r")


def looks_like_a_formula(value: object) -> bool:
    """Whether a value is text that a spreadsheet takes for the beginning of a formula.

    So does a year before the common era (-0043). A number does not, negative or not.
    """
    return isinstance(value, str) and value.startswith(_OPENINGS)
