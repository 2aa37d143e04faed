"""What is wrong with a string that is no EDTF: the sentence and the place."""

from __future__ import annotations

import re

from .errors import DateError, Fault, noop

_LETTERS = {
    "x": noop("A digit that is not known is a capital X."),
    "u": noop("A digit that is not known is a capital X."),
    "y": noop("A year of more than four digits begins with a capital Y."),
    "e": noop("The exponent of a year is a capital E."),
    "s": noop("Significant digits are marked by a capital S."),
    "t": noop("A time of day follows a capital T."),
    "z": noop("The zone of universal time is a capital Z."),
}
_STEPS = (
    (r"[?~%]?-?", noop("A year has four digits here: “1917”.")),
    (r"[0-9X]{0,3}", noop("A year has four digits: “0069”.")),
    (r"[0-9X][?~%]?", noop("After the year comes a hyphen and the month: “1917-09”.")),
    (r"-[?~%]?[0-9X]?", noop("A month has two digits: “1917-09”.")),
    (r"[0-9X][?~%]?", noop("After the month comes a hyphen and the day: “1917-09-12”.")),
    (r"-[?~%]?[0-9X]?", noop("A day has two digits: “1917-09-02”.")),
    (r"[0-9X][?~%]?", noop("Nothing can follow the day here.")),
)
_TIME = noop(
    "A time of day is written “1917-11-07T21:40:00”, with a zone “Z” or “+02:00” after it."
)


def explain(text: str, offset: int) -> DateError:
    """The error for `text`, which stands at `offset` of what was read and is no date of EDTF."""
    if text in ("", ".."):
        return DateError(noop("A date is missing."), offset)
    for index, character in enumerate(text):
        if character not in "0123456789X?~%-YESTZ:+.,[]{}":
            return DateError(_foreign(character), offset + index)
    if "T" in text:
        return DateError(_TIME, offset + text.index("T"))
    if "Y" in text or "E" in text:
        return DateError(
            noop("A long year is written “Y17000”, “Y-17E7” or “Y171010000S3”, without a month."),
            offset,
        )
    return _first_fault(text, offset)


def _foreign(character: str) -> Fault:
    """The sentence about a character that EDTF does not use."""
    if character.isspace():
        return Fault(noop("There can be no space here."))
    if character in _LETTERS:
        return Fault(_LETTERS[character])
    no_place = noop("“{character}” has no place in an EDTF date.")
    return Fault(no_place, {"character": character})


def _first_fault(text: str, offset: int) -> DateError:
    """The step of a plain date at which the text leaves the grammar."""
    place, message = 0, _STEPS[0][1]
    for pattern, sentence in _STEPS:
        match = re.compile(pattern).match(text, place)
        if match is None:
            break
        place, message = match.end(), sentence
    return DateError(message, offset + min(place, len(text) - 1))
