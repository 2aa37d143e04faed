"""The comparisons of ``dates.compare`` as conditions over the four day numbers of an assertion.

What a database answers here is what the pure functions answer for the same bounds; the tests hold
one against the other. The other side is always a span: the days from the first to the last of a
date that somebody asks about, so that 1917 is the whole year.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_noop as noop

from prosopography.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    Answer,
    Calendar,
    DateError,
    Span,
    parse_edtf,
    read_date,
)

#: The calendars in which somebody may write the date of a question.
CALENDARS = {"gregorian": Calendar.GREGORIAN, "julian": Calendar.JULIAN}
#: The comparisons, by the names of the functions in ``dates.compare``.
RELATIONS = ("on", "before", "after", "during")

# What stands between the dates of an interval or a set, and how each of them begins. Whatever is
# otherwise made has no near miss of which a sentence could tell.
_BETWEEN = re.compile(r"[\[\]{}/,\s]|\.\.")
_BEGINNING = re.compile(r"[?~%]?(?:-?[0-9X]{4}(?![0-9])|Y)")
#: As they stand within a date.
_MONTHS = {
    "January": pgettext_lazy("of a date", "January"),
    "February": pgettext_lazy("of a date", "February"),
    "March": pgettext_lazy("of a date", "March"),
    "April": pgettext_lazy("of a date", "April"),
    "May": pgettext_lazy("of a date", "May"),
    "June": pgettext_lazy("of a date", "June"),
    "July": pgettext_lazy("of a date", "July"),
    "August": pgettext_lazy("of a date", "August"),
    "September": pgettext_lazy("of a date", "September"),
    "October": pgettext_lazy("of a date", "October"),
    "November": pgettext_lazy("of a date", "November"),
    "December": pgettext_lazy("of a date", "December"),
}
_NO_EDTF = noop("Not an EDTF date; write 1917-11-07, 1917-11 or 1917.")


def read_span(text: str, calendar: str | Calendar) -> Span:
    """The days that somebody asks about: from the first to the last day of an EDTF value.

    ``calendar`` is Julian or Gregorian. Qualifiers change nothing: a question is not doubtful.
    Raises DateError for a day that does not exist, for a slip in EDTF with the place where it is,
    and for what is no EDTF with the forms to write.
    """
    try:
        return parse_edtf(text).span(calendar)
    except DateError as error:
        if any(part and not _BEGINNING.match(part) for part in _BETWEEN.split(text)):
            raise DateError(_NO_EDTF) from error
        raise


#: Longer than this no date is written in words.
_MOST_WORDS = 200


class Written(NamedTuple):
    """A date of a question as it is typed, in EDTF."""

    edtf: str
    calendar: str = ""  # a key of CALENDARS, where the words tell it (“O.S.”)
    others: tuple[str, ...] = ()  # how else the words can be read


def as_edtf(text: str) -> Written:
    """A date in EDTF, be it typed so or in words: “December 1927”, “44 BC”, “7 ноября 1917”.

    What is neither stays as it is, for ``read_span`` to say what is wrong with it. Raises DateError
    for words that name a day that never was.
    """
    try:
        parse_edtf(text)
    except DateError:
        if len(text) > _MOST_WORDS:
            return Written(text)
    else:
        return Written(text)
    try:
        reading = read_date(text)
    except DateError as error:
        if str(error).startswith("There is no "):
            raise
        return Written(text)
    calendar = reading.calendar.value if reading.calendar.value in CALENDARS else ""
    return Written(
        reading.edtf or text, calendar, tuple(each.edtf for each in reading.alternatives)
    )


def said(error: DateError) -> str:
    """What is wrong with a date, in the language that is spoken where it has a translation."""
    pattern, words = error.fault
    told = {key: str(_MONTHS.get(word, word)) for key, word in words.items()}
    return gettext(pattern).format(**told) if told else gettext(pattern)


def date_condition(relation: str, answer: Answer, span: Span) -> Q:
    """Which assertions stand in a relation to the days of a span, in that sense at least.

    ``on``: it was so on one of these days. ``before``: it was over before the first of them.
    ``after``: it began after the last. ``during``: it lay wholly within them. CERTAIN holds
    whatever the true days were; POSSIBLE is all that is not excluded, and so includes what is
    certain and every claim without a date.
    """
    first = DISTANT_PAST if span.first is None else span.first
    last = DISTANT_FUTURE if span.last is None else span.last
    if answer is Answer.CERTAIN:
        return ~Q(edtf="") & _CERTAIN[relation](first, last)
    return Q(edtf="") | _POSSIBLE[relation](first, last)


def _start_by(column: str, day: int) -> Q:
    """An empty start lies before every day."""
    return Q(**{column: None}) | Q(**{f"{column}__lte": day})


def _end_from(column: str, day: int) -> Q:
    """An empty end lies after every day."""
    return Q(**{column: None}) | Q(**{f"{column}__gte": day})


def _within(start: str, end: str, first: int, last: int) -> Q:
    """Both within the span; on an open side of it everything is, also what has no limit."""
    condition = Q()
    if first != DISTANT_PAST:
        condition &= Q(**{f"{start}__gte": first})
    if last != DISTANT_FUTURE:
        condition &= Q(**{f"{end}__lte": last})
    return condition


_CERTAIN: dict[str, Callable[[int, int], Q]] = {
    "on": lambda first, last: _start_by("latest_start", last) & _end_from("earliest_end", first),
    "before": lambda first, last: Q(latest_end__lt=first),
    "after": lambda first, last: Q(earliest_start__gt=last),
    "during": lambda first, last: _within("earliest_start", "latest_end", first, last),
}
_POSSIBLE: dict[str, Callable[[int, int], Q]] = {
    "on": lambda first, last: _start_by("earliest_start", last) & _end_from("latest_end", first),
    "before": lambda first, last: Q(earliest_end__lt=first),
    "after": lambda first, last: Q(latest_start__gt=last),
    "during": lambda first, last: _within("latest_start", "earliest_end", first, last),
}
