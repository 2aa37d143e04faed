"""When a claim was so, as the rules compare it, and as they say it."""

from collections.abc import Iterable

from prosopography.dates import Bounds, Calendar, describe
from prosopography.dates.readings import Agreement, compare
from prosopography.models import Assertion, CalendarChoice
from prosopography.queries.language import spoken

from .dossier import Dossier, believed

#: An EDTF date and its calendar.
Date = tuple[str, str]

#: The kinds of claim in which an event that is named tells when it was, if nothing else does.
_IN_EVENTS = ("participation", "life_event", "relationship")


def date_of(claim: Assertion) -> Date:
    """The date of a claim with its calendar."""
    return claim.edtf, claim.calendar


def date_text(date: Date) -> str:
    """A date in words, with the calendar where the source states the Julian one."""
    edtf, calendar = date
    is_julian = calendar == CalendarChoice.JULIAN
    read = Calendar.JULIAN if is_julian else Calendar.GREGORIAN
    return describe("", read, edtf, language=spoken())


def agreement(one: Date, other: Date, dossier: Dossier) -> Agreement:
    """Whether the two dates can be one (see ``dates.readings.compare``)."""
    return compare(one, other, reform=dossier.around.reform)


def occurrences_of(claim: Assertion, dossier: Dossier) -> list[Assertion]:
    """The dated claims on when the event of this claim happened that count."""
    found = dossier.around.occurrences.get(claim.event_id or 0, ())
    return believed(each for each in dossier.affirmed_of(found) if each.edtf)


def moment(claim: Assertion, dossier: Dossier) -> Bounds | None:
    """When the claim was so; None where nobody says.

    Without a date of its own, what was done or suffered in an event was so on some day of it,
    whichever date of the event is the true one.
    """
    if claim.edtf:
        return claim.bounds
    if claim.kind not in _IN_EVENTS or claim.lasting:
        return None
    return _envelope(each.bounds for each in occurrences_of(claim, dossier))


def _envelope(found: Iterable[Bounds]) -> Bounds | None:
    given = list(found)
    if not given:
        return None
    firsts = [each.earliest_start for each in given]
    lasts = [each.latest_end for each in given]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    return Bounds(first, last, first, last)


def starts_before(one: Bounds, other: Bounds) -> bool:
    """Whether the one certainly began before the other can have begun."""
    latest, earliest = one.latest_start, other.earliest_start
    return latest is not None and earliest is not None and latest < earliest


def ends_after(one: Bounds, other: Bounds) -> bool:
    """Whether the one certainly was still so after the other was over."""
    earliest, latest = one.earliest_end, other.latest_end
    return earliest is not None and latest is not None and earliest > latest
