"""What the pages of a body and of a role have in common: bars on an axis, and a day on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prosopography.dates import Calendar, DateError, Standing
from prosopography.models.validators import calendar_reform
from prosopography.queries.axis import Axis, Class, Day, Order
from prosopography.queries.axis.scale import Scale
from prosopography.queries.days import day_as_asked, day_in_words
from prosopography.queries.when import read_span, said

from .errors import RefusalError
from .page import RowPage

#: The classes of a day, in words, and what each of them means.
TITLES: dict[Standing, tuple[Promise, Promise]] = {
    Standing.CERTAIN: (
        gettext_lazy("Certainly"),
        gettext_lazy("Whatever the true days were."),
    ),
    Standing.POSSIBLE: (
        gettext_lazy("Possibly"),
        gettext_lazy("Their dates, or their sources, do not settle it."),
    ),
    Standing.BEFORE: (
        gettext_lazy("Attested before"),
        gettext_lazy("All that is known of them is earlier, and nothing excludes this day."),
    ),
    Standing.AFTER: (
        gettext_lazy("Attested after"),
        gettext_lazy("All that is known of them is later, and nothing excludes this day."),
    ),
}
#: Of so many attested before or after, the names stand in the open.
MOST_UNFOLDED = 15

ORDERS: dict[Order, Promise] = {
    Order.ROLE: gettext_lazy("By role"),
    Order.ORGANISATION: gettext_lazy("By body"),
    Order.BEGINNING: gettext_lazy("By beginning"),
}


@dataclass(frozen=True)
class Choice:
    """A way to arrange the rows."""

    label: Promise
    address: str
    is_current: bool


@dataclass(frozen=True)
class ClassView:
    """A class of a day in words."""

    key: str
    title: Promise
    help: Promise
    found: Class

    @property
    def is_folded(self) -> bool:
        """Whether its names are folded: of those attested at other times there may be very many."""
        is_elsewhere = self.found.standing in (Standing.BEFORE, Standing.AFTER)
        return is_elsewhere and self.found.total > MOST_UNFOLDED


@dataclass(frozen=True)
class DayView:
    """A day, in both calendars, and who was there."""

    day: Day
    asked: str  # as an address has it
    words: str
    julian: str
    both: bool  # the two calendars are not the same, and both were in use
    same: str  # for how long the answer is the same
    fullest: bool  # nobody chose it
    classes: list[ClassView]
    as_of: str  # the address of the same with the claims; empty where a day cannot be asked for


@dataclass(frozen=True)
class Slider:
    """What the form needs to choose another day, and the script to move the line."""

    address: str  # under which the list of a day stands by itself
    hidden: list[tuple[str, str]]  # what else the form sends
    first: int
    last: int
    first_asked: str  # as a field for a date has it; empty where it cannot hold it
    last_asked: str
    left: float
    right: float
    line: float | None  # where the day stands; None beyond the axis


@dataclass(frozen=True)
class AxisView:
    """The axis of a page."""

    axis: Axis
    orders: list[Choice]
    pager: str
    anchors: frozenset[str]  # the claims that stand on this page
    day: DayView | None
    slider: Slider | None


class AxisPage(RowPage):
    """The page of a row with an axis on it."""

    known: tuple[str, ...] = ("day", "by")
    #: The ways to arrange the rows, the usual one first.
    orders: tuple[Order, ...] = ()

    def order(self) -> Order:
        """How the rows are arranged. Raises RefusalError for a word that means nothing."""
        given = self.asked.get("by", self.orders[0])
        if given not in self.orders:
            words = ", ".join(_("“{text}”").format(text=each) for each in self.orders)
            raise RefusalError(
                _("“by” is one of %(words)s, and not “%(given)s”.")
                % {"words": words, "given": given}
            )
        return Order(given)

    def axis_view(self, axis: Axis | None, day: Day | None, anchors: Iterable[str]) -> Any:
        """What the template of the axis shows; None where nothing has a date."""
        if axis is None:
            return None
        noun = self.model._meta.model_name
        slug = self.kwargs["slug"]
        by_day = axis_day_address(noun, slug)
        return AxisView(
            axis=axis,
            orders=[
                Choice(ORDERS[each], self._way(by="" if each is self.orders[0] else each, rows=""),
                       each is axis.order)
                for each in self.orders
            ],
            pager=self.pager("rows"),
            anchors=frozenset(anchors),
            day=None if day is None else day_view(day, noun, slug, chosen="day" in self.asked),
            slider=None if day is None else _slider(axis.scale, day, by_day, self.asked),
        )  # fmt: skip

    def _way(self, **more: str) -> str:
        """This page with other parameters; empty ones are left out."""
        asked = {name: value for name, value in {**self.asked, **more}.items() if value}
        return f"{self.request.path}?{urlencode(asked)}" if asked else self.request.path


class DayFragment(RowPage):
    """The list of a day by itself, for the script that moves the line."""

    known = ("day",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who was there on the day. Raises RefusalError without a day."""
        row = self.row()
        number = read_day(self.asked)
        if number is None:
            raise RefusalError(_("Give a day: day=1917-11-07."))
        found = day_view(self.on(row, number), self.model._meta.model_name, row.slug, chosen=True)
        return render(request, "_components/axis_day.html", {"shown": found})

    def on(self, row: Any, number: int) -> Day:
        """Who was there on a day, by its number."""
        raise NotImplementedError


def axis_day_address(noun: str, slug: str) -> str:
    """The address of the list of a day by itself, up to the day."""
    return reverse(f"web:{noun}-day", args=[slug])


def read_day(asked: Mapping[str, str]) -> int | None:
    """The Julian Day Number of the day in an address, which is Gregorian; None without one.

    Raises RefusalError for what cannot be read, and for a date that is no single day.
    """
    text = asked.get("day")
    if text is None:
        return None
    try:
        first, last = read_span(text, Calendar.GREGORIAN)
    except DateError as error:
        raise RefusalError(_("“day” cannot be read: %(error)s") % {"error": said(error)}) from error
    if first is None or first != last:
        raise RefusalError(
            _("“day” is a single day such as 1917-11-07, and not “%(text)s”.") % {"text": text}
        )
    return first


def day_view(day: Day, noun: str, slug: str, *, chosen: bool) -> DayView:
    """The answer of a day for its template; ``noun`` and ``slug`` say of what."""
    asked = day_as_asked(day.number, Calendar.GREGORIAN)
    words = day_in_words(day.number)
    julian = day_in_words(day.number, Calendar.JULIAN)
    query = urlencode({noun: slug, "date": asked})
    return DayView(
        day=day,
        asked=asked,
        words=words,
        julian=julian,
        both=day.number < calendar_reform(),
        same=_same(day),
        fullest=not chosen,
        classes=[
            ClassView(each.standing.value, *TITLES[each.standing], each) for each in day.classes
        ],
        as_of=f"{reverse('web:as-of')}?{query}" if asked else "",
    )


def _same(day: Day) -> str:
    """For how long the answer stays the same."""
    since = None if day.since is None else day_in_words(day.since)
    until = None if day.until is None else day_in_words(day.until)
    if since is None and until is None:
        return ""
    if since == until:
        return _("The answer is the same on this day only.")
    if since and until:
        told = _("The answer is the same from %(since)s to %(until)s.")
    elif since:
        told = _("The answer is the same from %(since)s on.")
    else:
        told = _("The answer is the same up to %(until)s.")
    return told % {"since": since, "until": until}


def _slider(scale: Scale, day: Day, address: str, asked: Mapping[str, str]) -> Slider:
    first = day_as_asked(scale.first, Calendar.GREGORIAN)
    last = day_as_asked(scale.last, Calendar.GREGORIAN)
    # A field for a date holds four digits of a year and no sign.
    is_plain = all(each[:1].isdigit() and not each.startswith("0000") for each in (first, last))
    return Slider(
        address=address,
        hidden=[(name, asked[name]) for name in ("by", "rows") if name in asked],
        first=scale.first,
        last=scale.last,
        first_asked=first if is_plain else "",
        last_asked=last if is_plain else "",
        left=scale.left,
        right=scale.right,
        line=scale.middle(day.number) if scale.first <= day.number <= scale.last else None,
    )
