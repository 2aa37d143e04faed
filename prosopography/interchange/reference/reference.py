"""A page of the site as something to cite, whatever it is about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Reference:
    """What every style of citation is made of.

    ``version`` is the day on which what is cited last changed, so that the reference says the same
    on whatever day it is read; None where the record does not know it.
    """

    key: str  # for ever the same, of letters, digits and hyphens: “person-ivar-smilga”
    title: str
    container: str  # the name of the site
    address: str  # absolute
    language: str  # BCP 47
    version: date | None = None


def one_line(text: str) -> str:
    """The text without line breaks, and without characters that no reader sees."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
