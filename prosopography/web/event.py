"""The pages of events."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from prosopography.models import Event
from prosopography.queries.event import event_page
from prosopography.queries.script import label_of

from .cite import cited
from .lists import ListPage, same
from .page import RowPage


class EventList(ListPage):
    """The list of events, with its facets."""

    template_name = "event/list.html"
    noun, plural = "event", "events"
    title = gettext_lazy("Events")
    description = gettext_lazy(
        "Every event of the record: congresses, declarations, wars, trials, policies."
    )
    in_api = {"q": "search"} | same(
        "part_of", "role", "place", "organisation", "certainty", "source"
    )

    def number_of(self, total: int) -> str:
        """So many events."""
        return ngettext("%(n)s event", "%(n)s events", total) % {"n": total}


class EventDetail(RowPage):
    """An event: when and where it was, who took part in which role, what stands around it."""

    template_name = "event/detail.html"
    numbers = ("participants", "mentions")
    model, plural = Event, "events"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The event's page."""
        row = self.row()
        page = event_page(
            row, participants=self.number("participants"), mentions=self.number("mentions")
        )
        description = _(
            "%(event)s: when and where the sources say that it was, who took part in which role, and "
            "what came before and after it."
        ) % {"event": label_of(row)}
        meta = self.row_meta(row, label_of(row), description, *page.branch.above)
        return super().get_context_data(
            meta=meta,
            page=page,
            here=row,
            cite=cited(self.request, row),
            participants_pager=self.pager("participants"),
            mentions_pager=self.pager("mentions"),
            **kwargs,
        )
