"""The dates of a question in plain words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prosopography.dates import Calendar, Case, Span, in_sentence
from prosopography.queries.language import spoken

from .node import When


def stands(when: When) -> str:
    """“at some time from 1917 to 1921”."""
    julian = style(when.calendar)
    if when.relation == "before":
        before = period(when.text, Case.GENITIVE)
        return _("over before {period}").format(period=f"{before}{julian}")
    if when.relation == "after":
        after = period(when.text, Case.GENITIVE)
        return _("begun after {period}").format(period=f"{after}{julian}")
    told = f"{days(when.text, when.span)}{julian}"
    if when.relation == "during":
        return _("wholly {days}").format(days=told)
    return told if _is_day(when.span) else _("at some time {days}").format(days=told)


def days(text: str, span: Span) -> str:
    """“on 7 November 1917”, “in 1917”, “from 1917 on”; the span tells whether it is a day."""
    first, between, last = text.partition("/")
    is_open = [part in ("", "..") for part in (first, last)]
    if between and is_open[0]:
        return _("up to {date}").format(date=_said(last, Case.ACCUSATIVE))
    if between and is_open[1]:
        return _("from {date} on").format(date=_said(first, Case.GENITIVE))
    if between:
        return _("from {first} to {last}").format(
            first=_said(first, Case.GENITIVE), last=_said(last, Case.ACCUSATIVE)
        )
    said = _said(first, Case.TIME)
    if said.startswith(("between", "c. ")):
        return said
    joint = (
        pgettext("day", "on {date}")
        if _is_day(span)
        else pgettext("longer than a day", "in {date}")
    )
    return joint.format(date=said)


def period(text: str, case: Case = Case.NOMINATIVE) -> str:
    """“1917”, “the time from 1917 to 1921”; the case is nominative or genitive."""
    if "/" not in text:
        return _said(text, case)
    joint = (
        pgettext("genitive", "the time {days}") if case == Case.GENITIVE else _("the time {days}")
    )
    return joint.format(days=days(text, Span(None, None)))


def _said(text: str, case: Case) -> str:
    said = in_sentence(text, case, language=spoken())
    return f"the {said}" if said.endswith(("0s", "century", "millennium")) else said


def _is_day(span: Span) -> bool:
    return span.first is not None and span.first == span.last


def style(calendar: Calendar) -> str:
    """“ (Julian)” behind a date that is meant so."""
    return _(" (Julian)") if calendar is Calendar.JULIAN else ""
