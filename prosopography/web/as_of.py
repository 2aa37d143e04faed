"""Who held an office on a day: the page, and the same as a table."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from prosopography.dates import (
    Calendar,
    Case,
    DateError,
    Span,
    Standing,
    in_sentence,
    parse_edtf,
    steps,
)
from prosopography.queries import as_of
from prosopography.queries.as_of_rows import COLUMNS, rows
from prosopography.queries.days import day_as_asked, day_in_words, in_both_calendars
from prosopography.queries.language import later as _
from prosopography.queries.language import spoken as language
from prosopography.queries.script import label_of
from prosopography.queries.slices import cut
from prosopography.queries.tenures import Office, examples
from prosopography.queries.when import CALENDARS, as_edtf, read_span, said

from .chosen import OFFICE, is_whole, named, offered, office, word
from .errors import RefusalError
from .page import Page, api_address
from .table import csv_file

#: How many persons stand on one page.
PAGE_OF_PERSONS = 200
_WORDS = {
    Standing.CERTAIN: _("Certainly"),
    Standing.POSSIBLE: _("Possibly"),
    Standing.BEFORE: _("Attested before"),
    Standing.AFTER: _("Attested after"),
    Standing.UNDATED: _("Without a date"),
}
_UNITS = {"day": _("day"), "month": _("month"), "year": _("year")}
_BACK = {"day": _("One day back"), "month": _("One month back"), "year": _("One year back")}
_FORWARD = {
    "day": _("One day forward"),
    "month": _("One month forward"),
    "year": _("One year forward"),
}
_DESCRIPTION = _(
    "Who held an office, or sat in a body, on any day: who certainly, who possibly, and who is "
    "attested before it or after it, each with the claims that say so."
)


@dataclass(frozen=True)
class Way:
    """A link to another day: what it is called, and its address; empty where there is none."""

    label: str
    address: str


@dataclass(frozen=True)
class Steps:
    """The ways one day, month or year back and forward."""

    unit: str
    back: Way
    forward: Way


@dataclass(frozen=True)
class Class:
    """One class of persons with those of them that stand on this page."""

    key: str
    title: str
    total: int
    holders: list[as_of.Holder]


class AsOfPage(Page):
    """What the page and its table have in common."""

    known = (*OFFICE, "date", "calendar")

    def question(self) -> tuple[Office, Calendar, Span | None]:
        """The office, the calendar of the date, and the days asked about; None without a date.

        Raises RefusalError for what cannot be read.
        """
        calendar = word(self.asked, "calendar", CALENDARS, "gregorian")
        text = self.asked.get("date")
        try:
            if text:
                written = as_edtf(text)
                text = self.asked["date"] = written.edtf
                if written.calendar:
                    self.asked["calendar"] = written.calendar
                    calendar = CALENDARS[written.calendar]
            span = read_span(text, calendar) if text else None
        except DateError as error:
            raise RefusalError(
                gettext("“date” cannot be read: {error}").format(error=said(error))
            ) from error
        return office(self.asked), calendar, span


class AsOf(AsOfPage):
    """Who certainly held an office on a day, who possibly, who before and after."""

    template_name = "as_of/detail.html"
    numbers = ("page",)
    plural = "as-of"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The answer; or what is lacking for one, with what to begin with."""
        asked, calendar, span = self.question()
        context: dict[str, Any] = {
            "meta": self.meta(gettext("As of a day"), _DESCRIPTION),
            "office": asked,
            "named": named(asked),
            "offered": offered(asked),
            "calendar": calendar.value,
            "date": self.asked.get("date", ""),
            "address": reverse("web:as-of"),
        }
        if not is_whole(asked):
            context["examples"] = [
                self.way(
                    f"{label_of(each.organisation)}, {day_in_words(each.day, calendar)}",
                    each.day,
                    organisation=each.organisation.slug,
                )
                for each in examples()
                if day_as_asked(each.day, calendar)
            ]
        elif span is None:
            context["spoken"] = spoken = as_of.spoken_of(asked)
            context["ways"] = [
                self.way(day_in_words(day, calendar), day)
                for day in spoken.attested or ()
                if day is not None
            ]
        else:
            context |= self.answer(asked, calendar, span)
        return super().get_context_data(**context, **kwargs)

    def answer(self, asked: Office, calendar: Calendar, span: Span) -> dict[str, Any]:
        """The classes of persons, and the ways to other days."""
        weighing = as_of.weigh(asked, span)
        page = cut(weighing.found, self.number(), PAGE_OF_PERSONS)
        holders = as_of.tell(page.rows)
        when = in_sentence(self.asked["date"], Case.ACCUSATIVE, language=language())
        title = gettext("{office} as of {when}").format(office=named(asked), when=when)
        title = title[:1].upper() + title[1:]
        counts = ", ".join(
            f"{number} {str(_WORDS[standing]).lower()}"
            for standing, number in weighing.counts.items()
        )
        pattern = (
            gettext("{title} (Julian calendar): {counts}.")
            if calendar is Calendar.JULIAN
            else gettext("{title} (Gregorian calendar): {counts}.")
        )
        description = pattern.format(title=title, counts=counts)
        meta = self.meta(title, description, json=self.link(api_address("as-of")))
        return {
            "meta": self.with_pages(meta, page),
            "weighing": weighing,
            "page": page,
            "classes": [
                Class(standing.value, _WORDS[standing], weighing.counts[standing], there)
                for standing in as_of.CLASSES
                if (there := [each for each in holders if each.standing is standing])
            ],
            "when": when,
            "both": in_both_calendars(span),
            "steps": [
                Steps(
                    _UNITS[each.unit],
                    self.way(_BACK[each.unit], each.back),
                    self.way(_FORWARD[each.unit], each.forward),
                )
                for each in steps(parse_edtf(self.asked["date"]), calendar)
            ],
            "turns": [
                self.way(f"{label}: {day_in_words(day, calendar)}", day)
                for label, day in (
                    (gettext("Before it"), weighing.earlier),
                    (gettext("After it"), weighing.later),
                )
                if day is not None
            ],
            "since": _words(weighing.since, calendar),
            "until": _words(weighing.until, calendar),
            "download": self.link(reverse("web:as-of-table")),
        }

    def way(self, label: str, date: str | int | None, **more: str) -> Way:
        """The same question of another date, or of another day by its number."""
        if not isinstance(date, str):
            date = day_as_asked(date, self.asked.get("calendar", Calendar.GREGORIAN))
        asked = {**self.asked, **more, "date": date}
        asked.pop("page", None)
        return Way(label, f"?{urlencode(asked)}" if date else "")

    def link(self, address: str) -> str:
        """Another address with what is asked here, without the number of the page."""
        asked = {name: value for name, value in self.asked.items() if name in self.known}
        return f"{address}?{urlencode(asked)}"


class AsOfTable(AsOfPage):
    """The same answer as a table in CSV: one row for each claim, all persons."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The table, sent while it is read. Raises RefusalError where the question is not whole."""
        asked, _, span = self.question()
        if span is None or not is_whole(asked):
            raise RefusalError(
                gettext("The table needs a “date”, and an “organisation” or a “role”.")
            )
        weighing = as_of.weigh(asked, span)
        return csv_file("as-of", rows(as_of.everybody(weighing)), COLUMNS)


def _words(day: int | None, calendar: Calendar) -> str:
    return "" if day is None else day_in_words(day, calendar)
