"""The digits of a year, month or day, where X stands for a digit that is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from functools import lru_cache
from itertools import product

_ANY = "0123456789"


class Doubt(IntFlag):
    """EDTF's qualifiers (level 1, "Qualification of a date"): `?`, `~`, and `%` for both."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3


QUALIFIERS = ("", "?", "~", "%")


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a date: its digits as written and how far they are doubted.

    `doubt` is what all qualifiers of the date say together about this part; `before` and `after`
    are the qualifiers that stand at it. Where a qualifier stands is kept for the text only: two
    parts are equal when they say the same.
    """

    digits: str
    doubt: Doubt = Doubt.NONE
    before: Doubt = field(default=Doubt.NONE, compare=False)
    after: Doubt = field(default=Doubt.NONE, compare=False)

    def __str__(self) -> str:
        return f"{QUALIFIERS[self.before]}{self.digits}{QUALIFIERS[self.after]}"

    @property
    def known(self) -> bool:
        """Whether every digit is known."""
        return "X" not in self.digits

    @property
    def least(self) -> int:
        """The least number the digits can stand for, "19XX" being 1900."""
        return int(self.digits.replace("X", "9" if self.digits[0] == "-" else "0"))

    @property
    def greatest(self) -> int:
        """The greatest number the digits can stand for, "19XX" being 1999."""
        return int(self.digits.replace("X", "0" if self.digits[0] == "-" else "9"))

    @property
    def unit(self) -> int:
        """The unit of the last known digit: 1 for "1938", 10 for "193X", 100 for "19XX"."""
        return int(10 ** (len(self.digits) - len(self.digits.rstrip("X"))))

    def numbers(self, *, falling: bool = False) -> Iterator[int]:
        """Every number the digits can stand for, rising or falling."""
        negative = self.digits[0] == "-"
        pool = _ANY if negative == falling else _ANY[::-1]
        choices = [pool if digit == "X" else digit for digit in self.digits]
        return (int("".join(chosen)) for chosen in product(*choices))


@lru_cache(maxsize=512)
def within(digits: str, limit: int) -> tuple[int, ...]:
    """The numbers from 1 to `limit` that two digits, known or not, can stand for, rising."""
    tens, ones = digits[0], digits[1]
    return tuple(
        number
        for number in range(1, limit + 1)
        if tens in ("X", _ANY[number // 10]) and ones in ("X", _ANY[number % 10])
    )
