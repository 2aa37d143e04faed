"""The timeline of the record: events and lives, and what happened in a year, a month or on a day."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from prosopography.dates import Calendar, parse_edtf, steps
from prosopography.models import Event, Organisation
from prosopography.queries.address import visible
from prosopography.queries.chronicle import (
    CLOSE,
    Asked,
    Happening,
    claims,
    columns,
    drawing,
    events,
    happenings,
    lives,
    span_of,
)
from prosopography.queries.chronicle.drawing import of_claims, of_events
from prosopography.queries.days import day_as_asked
from prosopography.queries.person import MOST_CHOICES

from .page import Page
from .parameters import chosen
from .window import TIME, WHOM, Whom, time_in_words, whom, window

_MONTH, _DAY, _DECADE = 2, 3, 10


@dataclass(frozen=True)
class Heading:
    """Claims that stand under one day, month or year; an empty title for those that reach further."""

    title: str
    certain: bool  # whether they surely lie in the time
    happenings: list[Happening]


@dataclass(frozen=True)
class Way:
    """A link to another time."""

    label: str
    address: str


class Timeline(Page):
    """The events and the lives of the record, or what happened in a time."""

    template_name = "timeline/detail.html"
    known = (*TIME, *WHOM, "event", "organisation")
    numbers = ("page", "lives")
    long = ("q", "persons")
    plural = "timeline"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is asked for: the outermost events, or claim by claim where it is little."""
        persons = whom(self.asked)
        asked = self._asked(persons)
        # In a time that is shorter they would be mere lines.
        has_lives = asked.days > CLOSE
        living = lives(asked, self.number("lives")) if has_lives else None
        if asked.close:
            page = happenings(asked, self.number())
            bands, headings = of_claims(page.rows), _headings(page.rows)
        else:
            page = events(asked, self.number())
            bands, headings = of_events(page.rows), []
        found = claims(asked)
        span = span_of(asked, found)
        drawn = drawing(asked.span, bands, living.rows if living else ())
        return super().get_context_data(
            meta=self.with_pages(self._meta(asked), page),
            address=reverse("web:timeline"),
            question=asked,
            asked=self.asked,
            window=window(self.asked),
            whom=persons,
            page=page,
            headings=headings,
            living=living,
            lives_pager=self.pager("lives"),
            drawing=drawn,
            columns=None if span is None else columns(found, span),
            zoom=self._zoom(),
            ways=self._ways(asked),
            offered=self._offered(asked),
            time=time_in_words(self.asked),
            **kwargs,
        )

    def _asked(self, persons: Whom) -> Asked:
        """What is asked for. Raises RefusalError."""
        rows: dict[str, Any] = {}
        for name, model in (("event", Event), ("organisation", Organisation)):
            if name in self.asked:
                rows[name] = chosen(model, name, self.asked[name])
                self.asked[name] = rows[name].slug
        time = window(self.asked)
        return Asked(
            time.span,
            certain=time.certain,
            event=rows.get("event"),
            organisation=rows.get("organisation"),
            persons=persons.keys,
        )

    def _offered(self, asked: Asked) -> list[dict[str, Any]]:
        """Events and bodies to choose from; two queries. Of too many, none: then a slug is written."""
        rows = {
            "event": (visible(Event), asked.event),
            "organisation": (visible(Organisation), asked.organisation),
        }
        return [
            {"name": name, "chosen": row, "rows": few if len(few) <= MOST_CHOICES else []}
            for name, few, row in (
                (name, list(found[: MOST_CHOICES + 1]), row) for name, (found, row) in rows.items()
            )
        ]

    def _with(self, begin: str, end: str) -> str:
        """This page with another time."""
        rest = {
            name: value
            for name, value in self.asked.items()
            if name not in ("from", "to", *self.numbers)
        }
        return f"?{urlencode({**rest, 'from': begin, 'to': end})}"

    def _zoom(self) -> str:
        """This page with another time, up to its beginning."""
        return self._with("", "").replace("from=&to=", "")

    def _ways(self, asked: Asked) -> list[Way]:
        """The times before and after, and the one around; none where the time is open."""
        if asked.span is None:
            return []
        first, last = asked.span
        everything = Way(_("All times"), self._with("", "").replace("from=&to=", "").rstrip("?&"))
        if first is None or last is None:
            return [everything]
        begin, end = self.asked["from"], self.asked["to"]
        beside = steps(parse_edtf(begin), Calendar.GREGORIAN) if begin == end else []
        if beside:
            back, forward = beside[0].back, beside[0].forward
            pairs = [(back, back), (forward, forward)]
        else:
            length = last - first + 1
            pairs = [
                tuple(day_as_asked(day, Calendar.GREGORIAN) for day in days)  # type: ignore[misc]
                for days in ((first - length, first - 1), (last + 1, last + length))
            ]
        labels = (_("Earlier"), _("Later"))
        ways = [
            Way(label, self._with(one, other))
            for label, (one, other) in zip(labels, pairs, strict=True)
            if one and other
        ]
        return [*ways, *self._wider(begin, end), everything]

    def _wider(self, begin: str, end: str) -> list[Way]:
        """The month around a day, the year around a month, the decade around a year."""
        parts = begin.lstrip("-").split("-")
        if begin != end or not all(part.isdigit() for part in parts):
            return []
        if len(parts) == _DAY:
            return [Way(_("The whole month"), self._with(begin[:-3], begin[:-3]))]
        if len(parts) == _MONTH:
            return [Way(_("The whole year"), self._with(begin[:-3], begin[:-3]))]
        if begin.startswith("-"):
            return []
        decade = int(parts[0]) // _DECADE * _DECADE
        return [
            Way(_("The whole decade"), self._with(f"{decade:04d}", f"{decade + _DECADE - 1:04d}"))
        ]

    def _meta(self, asked: Asked) -> Any:
        time = time_in_words(self.asked)
        title = _("Timeline: %(time)s") % {"time": time} if time else _("Timeline")
        if asked.close:
            description = _(
                "What happened then, claim by claim in the order of time, each with its evidence."
            )
        else:
            description = _("The events of the record and the lives of its persons in time.")
        return self.meta(title, description)


def _headings(rows: list[Happening]) -> list[Heading]:
    """The claims under their days, months or years, in the order of the first of each."""
    return [
        Heading(title, is_certain, list(those))
        for (is_certain, title), those in groupby(
            rows, key=lambda each: (each.certain, each.heading)
        )
    ]
