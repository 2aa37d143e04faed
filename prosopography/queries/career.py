"""A career: what somebody held, office by office, from when to when, and on which days surely.

Nothing here asks the database: the claims come loaded, and prepared for the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prosopography.dates import DISTANT_FUTURE, DISTANT_PAST, Bounds, Calendar, describe
from prosopography.models import Assertion

from .claims import Claim
from .days import day_in_words
from .language import spoken
from .sentence import Part


@dataclass(frozen=True)
class Stretch:
    """One claim of an office: its date, and the days of which it leaves no doubt."""

    claim: Claim
    begin: str  # of an interval its first date in words; “…” where it is not known
    end: str
    surely: str  # the days on which it surely was so; empty where there is no such day

    @property
    def is_interval(self) -> bool:
        """Whether the date has two ends; else it only says when it was so, or nothing."""
        return bool(self.begin or self.end)


@dataclass(frozen=True)
class Office:
    """A role in a body, with all that is claimed of the time."""

    parts: tuple[Part, ...]
    stretches: tuple[Stretch, ...]

    @property
    def sources(self) -> int:
        """How many sources speak of it."""
        found = {each.source.pk for one in self.stretches for each in one.claim.evidence}
        return len(found)


def career(pairs: Iterable[tuple[Assertion, Claim]]) -> list[Office]:
    """The offices in the order of their first claims, from the tenures of one person.

    What is denied or not stated is no part of it; what the editors deprecate stands there with its
    sign.
    """
    by_office: dict[tuple[object, ...], list[tuple[Assertion, Claim]]] = {}
    for assertion, claim in pairs:
        if assertion.kind == "tenure" and not (claim.denied or claim.silent):
            office = (
                assertion.role_id,
                assertion.organisation_id,
                assertion.place_id,
                assertion.value.casefold(),
            )
            by_office.setdefault(office, []).append((assertion, claim))
    return [
        Office(found[0][1].parts, tuple(_stretch(*each) for each in found))
        for found in by_office.values()
    ]


def _stretch(assertion: Assertion, claim: Claim) -> Stretch:
    begin, slash, end = assertion.edtf.partition("/")
    return Stretch(
        claim=claim,
        begin=_side(begin) if slash else "",
        end=_side(end) if slash else "",
        surely=_surely(assertion.bounds),
    )


def _side(edtf: str) -> str:
    """An end of an interval in words; the two marks of an end that is not given stay signs."""
    if edtf in ("", ".."):
        return "…"
    return describe("", Calendar.GREGORIAN, edtf, language=spoken())


def _surely(bounds: Bounds) -> str:
    """The days on which it was so, whatever the true days were."""
    first, last = bounds.latest_start, bounds.earliest_end
    if bounds.undated or first is None or last is None:
        return ""
    if first > last or first >= DISTANT_FUTURE or last <= DISTANT_PAST:
        return ""
    begin, end = day_in_words(first), day_in_words(last)
    return begin if first == last else _(" – ").join((begin, end))
