"""Two tenures in one body: how surely they overlap, and how long. No query."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import NamedTuple

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from prosopography.dates import Answer, Bounds, Common, Span, common, describe, overlaps
from prosopography.dates.common import spoken
from prosopography.models import Certainty
from prosopography.models.validators import calendar_reform

from .days import day_in_words
from .language import spoken as language
from .words import in_words

_HEDGED = _("a source is not certain: {}")
_DOUBTFUL = _("a name may mean somebody else")
#: In EDTF that is no date, or more than one; and in that of a single day.
_SEVERAL = re.compile(r"^$|[/\[{]|\.\.")
_DAY = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}[?~%]?$")


class Nearness(StrEnum):
    """How two tenures in one body stand to one another in time; the strongest first."""

    CERTAIN = "certain"  # there surely was a day on which both were so
    POSSIBLE = "possible"  # their dates speak of common days without settling it; or it is hedged
    OPEN = "open"  # nothing excludes it, and no date speaks for it


#: The order of the three.
PLACES = {each: place for place, each in enumerate(Nearness)}


class Held(NamedTuple):
    """A tenure in short."""

    key: int
    person: int
    sorting: tuple[str, str]  # by which its person is sorted
    organisation: int
    bounds: Bounds
    doubt: str  # why it is not certain in itself; empty where it is
    edtf: str = ""
    calendar: str = ""


@dataclass(frozen=True)
class Pair:
    """A tenure of each of two persons, with the days that they have in common."""

    one: int  # the keys of the claims
    other: int
    common: Common
    reason: str  # why the overlap is not certain, where the dates would make it so
    #: The one date, in EDTF and with its calendar, at which both are attested; empty for two dates.
    attested: tuple[str, str] = ("", "")

    @property
    def nearness(self) -> Nearness:
        """How surely the two overlap."""
        if self.common.answer is Answer.CERTAIN and not self.reason:
            return Nearness.CERTAIN
        return Nearness.POSSIBLE if self.common.meets else Nearness.OPEN

    @property
    def match(self) -> str:
        """The same as an answer to a question: certain or possible."""
        return self.nearness if self.nearness is Nearness.CERTAIN else Nearness.POSSIBLE

    @property
    def least(self) -> int | None:
        """The days that surely are common; None without a limit."""
        return 0 if self.reason else self.common.least

    @property
    def text(self) -> str:
        """How surely and how long, in words: “certainly, for 31 to 90 days”."""
        return _length(self)

    @property
    def sorting(self) -> tuple[float, ...]:
        """The strongest and the longest first."""
        least = inf if self.least is None else self.least
        most = inf if self.common.most is None else self.common.most
        return PLACES[self.nearness], -least, -most, self.one, self.other


def doubt(certainty: str, is_surely_named: bool) -> str:
    """Why a claim is not certain in itself; empty where it is."""
    if certainty != Certainty.CERTAIN:
        return str(_HEDGED).format(in_words(certainty))
    return "" if is_surely_named else str(_DOUBTFUL)


def nearest(
    own: Iterable[Held],
    others: Iterable[Held],
    weighed: dict[tuple[Bounds, Bounds], Nearness | None],
) -> Nearness | None:
    """The nearness of the strongest of their pairs; None where dates exclude them all.

    What ``pair_up`` would find first, without the lengths. ``weighed`` keeps how two dates stand: a
    large body has few.
    """
    theirs = list(others)
    best = None
    for one in own:
        for other in theirs:
            dates = one.bounds, other.bounds
            if dates not in weighed:
                weighed[dates] = _nearness(*dates)
            found = weighed[dates]
            if found is Nearness.CERTAIN and (one.doubt or other.doubt):
                found = Nearness.POSSIBLE
            if found is Nearness.CERTAIN:
                return found
            if found is Nearness.POSSIBLE or best is None:
                best = found
    return best


def _nearness(one: Bounds, other: Bounds) -> Nearness | None:
    answer = overlaps(one, other)
    if answer is Answer.EXCLUDED:
        return None
    if answer is Answer.CERTAIN:
        return Nearness.CERTAIN
    return Nearness.OPEN if spoken(one, other) is None else Nearness.POSSIBLE


def pair_up(own: Iterable[Held], others: Iterable[Held]) -> list[Pair]:
    """Every tenure of the one with every one of the other, as far as no date excludes it.

    The strongest and the longest first.
    """
    theirs = list(others)
    found = []
    for one in own:
        for other in theirs:
            days = common(one.bounds, other.bounds)
            if days.answer is Answer.EXCLUDED:
                continue
            hedged = (one.doubt or other.doubt) if days.answer is Answer.CERTAIN else ""
            found.append(Pair(one.key, other.key, days, hedged, _one_date(one, other)))
    return sorted(found, key=lambda pair: pair.sorting)


def _one_date(one: Held, other: Held) -> tuple[str, str]:
    """The date of both, where each has no other: no range whose ends are told, no choice of dates.

    Who was there from a day on, nobody knows until when, is attested on that day.
    """
    edtf = one.edtf.strip("/")
    is_one = edtf == other.edtf.strip("/") and one.calendar == other.calendar
    return (edtf, one.calendar) if is_one and not _SEVERAL.search(edtf) else ("", "")


def _length(pair: Pair) -> str:
    least, most = pair.least, pair.common.most
    if pair.nearness is not Nearness.CERTAIN:
        is_possible = pair.nearness is Nearness.POSSIBLE
        if most is None:
            word = (
                gettext("possibly, for an unknown time")
                if is_possible
                else gettext("not excluded, for an unknown time")
            )
        else:
            pattern = (
                gettext("possibly, for at most {days}")
                if is_possible
                else gettext("not excluded, for at most {days}")
            )
            word = pattern.format(days=_days(most))
        meeting = _meeting(pair) if is_possible else ""
        return "; ".join(each for each in (word, meeting, pair.reason) if each)
    if least is None:
        said_long = gettext("certainly, for a time without a limit")
    elif most is None:
        said_long = gettext("certainly, for at least {days}").format(days=_days(least))
    else:
        days = (
            _days(most)
            if least == most
            else gettext("{least} to {days}").format(least=f"{least:,}", days=_days(most))
        )
        said_long = gettext("certainly, for {days}").format(days=days)
    when = _from_to(pair.common.certain) if pair.common.certain else ""
    if not when:
        return said_long
    return gettext("{length}, surely {when}").format(length=said_long, when=when)


def _meeting(pair: Pair) -> str:
    """Which days the dates have in common; these are limits, and not how long both were there."""
    edtf, calendar = pair.attested
    if edtf:
        date = describe("", calendar, edtf, reform=calendar_reform(), language=language())
        is_day = _DAY.match(edtf) is not None
        said = gettext("both attested on {day}") if is_day else gettext("both attested in {day}")
        return said.format(day=date)
    first, last = pair.common.spoken or (None, None)
    if first is None or last is None:
        return ""
    if first == last:
        return gettext("the dates meet on {day}").format(day=day_in_words(first))
    return gettext(
        "the dates speak of common days, {first} at the earliest and {last} at the latest"
    ).format(first=day_in_words(first), last=day_in_words(last))


def _from_to(span: Span) -> str:
    """“on 1 May 1917”, “from 1 May 1917 to 3 May 1917”; empty where a side has no limit."""
    if span.first is None or span.last is None:
        return ""
    first, last = day_in_words(span.first), day_in_words(span.last)
    if first == last:
        return gettext("on {day}").format(day=first)
    return gettext("from {first} to {last}").format(first=first, last=last)


def _days(number: int) -> str:
    return ngettext("{number} day", "{number} days", number).format(number=f"{number:,}")
