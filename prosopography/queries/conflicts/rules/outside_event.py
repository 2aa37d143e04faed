"""Part taken in an event on another date than that of the event."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from prosopography.dates import Agreement
from prosopography.models import Assertion, Nature, Rank
from prosopography.queries.conflicts.conflict import Conflict
from prosopography.queries.conflicts.dated import Date, agreement, date_of
from prosopography.queries.conflicts.dossier import Dossier, believed, is_posthumous
from prosopography.queries.conflicts.rule import Rule
from prosopography.queries.conflicts.sides import by_value
from prosopography.queries.conflicts.wording import date_sides, dates_in
from prosopography.queries.script import label_of

_PART = ("participation", "life_event", "relationship")


def find(dossier: Dossier) -> Iterator[Conflict]:
    """One conflict for an event: its dates, and the claims about persons that date it otherwise.

    A claim counts that excludes every date of the event. States (who was in exile during a war) and
    what can be said of the dead, or of the absent, do not count.
    """
    happened = believed(
        each for each in dossier.affirmed if each.kind == "occurrence" and each.edtf
    )
    taken = [each for each in dossier.affirmed if _is_part(each)]
    if not happened or not taken:
        return
    days = list(by_value(happened, date_of))
    others = by_value(taken, date_of)
    found = {date: _best(date, days, dossier) for date in others}
    outside = [date for date, agreed in found.items() if agreed is not Agreement.AGREE]
    if not outside:
        return
    claims = [claim for date in outside for claim in others[date]]
    is_disagreement = any(found[date] is Agreement.EXCLUDE for date in outside)
    one, many = (
        (
            _("“{name}” is dated {dates}, but what somebody did in it {others}."),
            _("“{name}” is dated {dates}, but what persons did in it {others}."),
        )
        if is_disagreement
        else (
            _(
                "“{name}” is dated {dates}, but what somebody did in it {others}, "
                "probably one day in two calendars."
            ),
            _(
                "“{name}” is dated {dates}, but what persons did in it {others}, "
                "probably one day in two calendars."
            ),
        )
    )
    sentence = (one if len(claims) == 1 else many).format(
        name=label_of(dossier.subject), dates=dates_in(happened), others=dates_in(claims)
    )
    yield dossier.conflict(
        RULE.key,
        Nature.DISAGREEMENT if is_disagreement else Nature.CALENDAR,
        "",
        sentence,
        [
            *date_sides(_("the event: {date}"), happened),
            *date_sides(_("part in it: {date}"), claims),
        ],
    )


def _is_part(claim: Assertion) -> bool:
    return (
        claim.kind in _PART
        and bool(claim.edtf)
        and claim.rank != Rank.DEPRECATED
        and not claim.lasting
        and not is_posthumous(claim)
    )


def _best(date: Date, days: list[Date], dossier: Dossier) -> Agreement:
    """The best that the date has in common with one of these days."""
    found = {agreement(date, day, dossier) for day in days}
    return next(each for each in Agreement if each in found)


RULE = Rule(
    key="outside_event",
    title=noop("Part in an event on another date"),
    natures=(Nature.DISAGREEMENT, Nature.CALENDAR),
    nouns=("event",),
    find=find,
)
