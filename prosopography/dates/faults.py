"""What is wrong with a string that is no EDTF: the sentence and the place."""

from __future__ import annotations

import re

from .errors import DateError

_LETTERS = {
    "x": "A digit that is not known is a capital X.",
    "u": "A digit that is not known is a capital X.",
    "y": "A year of more than four digits begins with a capital Y.",
    "e": "The exponent of a year is a capital E.",
    "s": "Significant digits are marked by a capital S.",
    "t": "A time of day follows a capital T.",
    "z": "The zone of universal time is a capital Z.",
}
_STEPS = (
    (r"[?~%]?-?", "A year has four digits here: “1917”."),
    (r"[0-9X]{0,3}", "A year has four digits: “0069”."),
    (r"[0-9X][?~%]?", "After the year comes a hyphen and the month: “1917-09”."),
    (r"-[?~%]?[0-9X]?", "A month has two digits: “1917-09”."),
    (r"[0-9X][?~%]?", "After the month comes a hyphen and the day: “1917-09-12”."),
    (r"-[?~%]?[0-9X]?", "A day has two digits: “1917-09-02”."),
    (r"[0-9X][?~%]?", "Nothing can follow the day here."),
)
_TIME = "A time of day is written “1917-11-07T21:40:00”, with a zone “Z” or “+02:00” after it."


def explain(text: str, offset: int) -> DateError:
    """The error for `text`, which stands at `offset` of what was read and is no date of EDTF."""
    if text in ("", ".."):
        return DateError("A date is missing.", offset)
    for index, character in enumerate(text):
        if character not in "0123456789X?~%-YESTZ:+.,[]{}":
            return DateError(_foreign(character), offset + index)
    if "T" in text:
        return DateError(_TIME, offset + text.index("T"))
    if "Y" in text or "E" in text:
        return DateError(
            "A long year is written “Y17000”, “Y-17E7” or “Y171010000S3”, without a month.", offset
        )
    return _first_fault(text, offset)


def _foreign(character: str) -> str:
    """The sentence about a character that EDTF does not use."""
    if character.isspace():
        return "There can be no space here."
    return _LETTERS.get(character, f"“{character}” has no place in an EDTF date.")


def _first_fault(text: str, offset: int) -> DateError:
    """The step of a plain date at which the text leaves the grammar."""
    place, message = 0, _STEPS[0][1]
    for pattern, sentence in _STEPS:
        match = re.compile(pattern).match(text, place)
        if match is None:
            break
        place, message = match.end(), sentence
    return DateError(message, offset + min(place, len(text) - 1))
