"""Facets of time: the decades in which a claim is dated, possibly and certainly.

A decade is called by its first year as astronomers count: “1890s”, “-50s” (51 to 42 BCE); its days
are those of the Gregorian calendar.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext as _

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    Answer,
    Calendar,
    Span,
    civil_day,
    day_number,
    describe,
    edtf_year,
)
from prosopography.models import Certainty

from ..identity import is_surely_named
from ..language import spoken
from ..when import date_condition
from .facet import ChoiceError, Chosen, Facet, Level, Offer

_COLUMNS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
_Reach = tuple[int | None, int | None]
_WORD = re.compile(r"(-?[1-9][0-9]{0,2}0|0)s")


def _known(*columns: str) -> Coalesce:
    """The first of these days that is known."""
    far = (DISTANT_PAST, DISTANT_FUTURE)
    days: list[Any] = [NullIf(NullIf(F(each), Value(far[0])), Value(far[1])) for each in columns]
    return Coalesce(*days)


#: The first and the last day that a date speaks of, whatever lies open before and after them.
FIRST_KNOWN = _known("earliest_start", "earliest_end", "latest_start", "latest_end")
LAST_KNOWN = _known("latest_end", "latest_start", "earliest_end", "earliest_start")


def _speaks_of(span: Span) -> Q:
    """That a day of the span is among those of which the date speaks."""
    began = LessThanOrEqual(FIRST_KNOWN, Value(span.last))
    return Q(began) & Q(GreaterThanOrEqual(LAST_KNOWN, Value(span.first)))


class Decade(Facet):
    """In which decades the claim is dated; one query.

    A side of a date that is open lies in no decade, so that what is merely attested counts in the
    decade of its attestation. ``strict`` is for what happens once, on some day of its date: an open
    side excludes no decade, and sure is what lies wholly within one.
    """

    ordered = True

    def __init__(self, name: str, title: Any, level: Level = Level.CLAIM, *,
                 own: Q | None = None, strict: bool = False) -> None:  # fmt: skip
        super().__init__(name, title, level, own=own)
        self.strict = strict

    def read(self, words: Sequence[str]) -> list[Chosen]:
        """The decades of these words; no query."""
        return [self._read(word) for word in words]

    def _read(self, word: str) -> Chosen:
        match = _WORD.fullmatch(word)
        if match is None:
            raise ChoiceError(
                _("“%(name)s” is a decade as in 1890s, and not “%(word)s”.")
                % {"name": self.name, "word": word}
            )
        year = int(match[1])
        return Chosen(word, label_of(year), year)

    def condition(self, chosen: Sequence[Chosen], *, certain: bool) -> Q:
        """That the claim is dated, and was so possibly, or certainly, in one of the decades."""
        either = Q()
        for each in chosen:
            span = Span(first_day(each.key), first_day(each.key + 10) - 1)
            if self.strict and certain:
                either |= date_condition("during", Answer.CERTAIN, span)
            else:
                answer = Answer.CERTAIN if certain else Answer.POSSIBLE
                known = Q() if self.strict else _speaks_of(span)
                either |= known & date_condition("on", answer, span)
        return self.own & ~Q(edtf="") & either

    def offers(
        self, rows: QuerySet, counted: str, chosen: Sequence[Chosen], *, certain: bool
    ) -> list[Offer]:
        """The decades in the order of time, each with how many are surely of it.

        Reads the bounds of every dated claim: to count persons in SQL, each decade by itself, is
        slower on both databases.
        """
        dated = rows.filter(self.own).exclude(edtf="").order_by()
        if not certain:  # else all that are left are sure
            dated = dated.annotate(surely=Q(certainty=Certainty.CERTAIN) & is_surely_named())
        columns = (*_COLUMNS,) if certain else (*_COLUMNS, "surely")
        spans = [
            (whose, self._reaches(bounds[:4], surely=all(bounds[4:])))
            for whose, *bounds in dated.values_list(counted, *columns)
        ]
        ends = [
            end
            for _, reaches in spans
            for reach in reaches
            for end in reach or ()
            if end is not None
        ]
        lowest, highest = (min(ends), max(ends)) if ends else (0, -1)
        possible: dict[int, set[Any]] = {}
        sure: dict[int, set[Any]] = {}
        for whose, reaches in spans:
            for found, reach in zip((possible, sure), reaches, strict=True):
                for decade in _decades(reach, lowest, highest):
                    found.setdefault(decade, set()).add(whose)
        taken = {each.key for each in chosen}
        offered = sure if certain else possible
        return [
            Offer(
                word=f"{decade}s",
                label=label_of(decade),
                number=len(offered.get(decade, ())),
                chosen=decade in taken,
                sure=len(sure.get(decade, ())),
            )
            for decade in sorted({*offered, *taken})
        ]

    def _reaches(
        self, bounds: Sequence[int | None], *, surely: bool
    ) -> tuple[_Reach, _Reach | None]:
        """From which to which decade it was so possibly, and surely; None where there is no limit.

        Of what is sure of no day the second is None itself.
        """
        _, latest_start, earliest_end, _ = bounds
        never = not surely or latest_start == DISTANT_FUTURE or earliest_end == DISTANT_PAST
        begins, began, ends, ended = (None if day is None else decade_of(day) for day in bounds)
        if self.strict:
            never = not surely or begins is None or begins != ended
            return (begins, ended), None if never else (begins, ended)
        first, last = _first((begins, ends, began, ended)), _first((ended, began, ends, begins))
        sure = (
            first if began is None or first is None else max(began, first),
            last if ends is None or last is None else min(ends, last),
        )
        return (first, last), None if never else sure


def _decades(reach: _Reach | None, lowest: int, highest: int) -> range:
    """The decades of a reach, as far as there are any."""
    if reach is None:
        return range(0)
    first, last = reach
    return range(lowest if first is None else first, (highest if last is None else last) + 1, 10)


def _first(decades: Sequence[int | None]) -> int | None:
    """The first that is known."""
    return next((each for each in decades if each is not None), None)


@cache
def decade_of(day: int) -> int | None:
    """The first year of the decade in which a day lies; None for a day that stands for no limit."""
    if day in (DISTANT_PAST, DISTANT_FUTURE):
        return None
    return civil_day(day, Calendar.GREGORIAN)[0] // 10 * 10


@cache
def first_day(year: int) -> int:
    """The first day of a year."""
    return day_number(year, 1, 1, Calendar.GREGORIAN)


def label_of(decade: int) -> str:
    """A decade in words: “1890s”; before the common era by its first and last year."""
    if decade > 0:
        return _("%(year)ds") % {"year": decade}
    return describe("", Calendar.GREGORIAN, span_of(decade), language=spoken())


def span_of(decade: int) -> str:
    """The years of a decade in EDTF."""
    return f"{edtf_year(decade)}/{edtf_year(decade + 9)}"
