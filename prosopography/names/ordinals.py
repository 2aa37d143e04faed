"""Ordinals: the same number in other signs, for names that count: XV, XVth, 15th, fifteenth.

Only what cannot be anything else in the name of a body or an event is read: a Roman numeral below
100, with a suffix or without; figures with one (15th, 15-й); an English word. Plain figures are
none: they may be a year.
"""

import re
from typing import NamedTuple

#: Ordinals are read from 1 to this.
MOST = 99

_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROMAN = ((90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUSSIAN = "(?:ый|ий|ой|й|ая|я|ое|ье|е|го|ого|му|ому|ым|м|ом|ую|ю|х|ых)"


def roman(number: int) -> str:
    """A number from 1 to MOST as a Roman numeral in small letters."""
    for value, letters in _ROMAN:
        if number >= value:
            return letters + roman(number - value)
    return ""


def english(number: int) -> str:
    """A number from 1 to MOST as an English ordinal: fifteenth, twenty-first."""
    if number < len(_FIRST) + 1:
        return _FIRST[number - 1]
    tens, units = divmod(number, 10)
    if units == 0:
        return f"{_TENS[tens - 2][:-1]}ieth"
    return f"{_TENS[tens - 2]}-{_FIRST[units - 1]}"


def suffix(number: int) -> str:
    """What follows the figures of an English ordinal: st, nd, rd, th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def written(number: int) -> tuple[str, ...]:
    """The ways in which a name may write this ordinal."""
    end = suffix(number)
    return (english(number), roman(number), f"{roman(number)}{end}", f"{number}{end}", str(number))


_NUMBERS = {
    sign: number
    for number in range(1, MOST + 1)
    for sign in (*written(number)[:-1], english(number).replace("-", " "))
}
_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_SIGN = re.compile(
    rf"(?<![\w-])(?:(?P<sign>{_WORDS})|(?P<stem>[ivxlc]+|[1-9]\d?)-?{_RUSSIAN})(?![\w-])",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """A text with its ordinal written in another sign, and that sign."""

    text: str
    sign: str


def readings(text: str) -> list[Reading]:
    """The text with its first ordinal in each other sign; none for a text without one. Never fails."""
    for found in _SIGN.finditer(text):
        number = _number(found)
        # A letter alone with a point is an initial: V. Smirnov.
        is_initial = len(found[0]) == 1 and text[found.end() :].startswith(".")
        if number and not is_initial:
            before, after = text[: found.start()], text[found.end() :]
            others = [sign for sign in written(number) if sign != found[0].lower()]
            return [Reading(f"{before}{sign}{after}", sign) for sign in others]
    return []


def _number(found: re.Match[str]) -> int:
    """The number of a sign; 0 for what only looks like one (IIII, ſecond)."""
    if found["sign"]:
        return _NUMBERS.get(found["sign"].lower(), 0)
    stem = found["stem"].lower()
    return int(stem) if stem.isdecimal() else _NUMBERS.get(stem, 0)
