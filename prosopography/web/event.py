"""The pages of events."""

from typing import Any

from django.db.models import QuerySet

from prosopography.models import Event
from prosopography.queries.event import event_page, events

from .lists import ListPage
from .page import RowPage


class EventList(ListPage):
    """The list of events."""

    template_name = "event/list.html"
    noun, plural = "event", "events"
    description = "Every event of the record: congresses, declarations, wars, trials, policies."

    def rows(self) -> QuerySet:
        """All of them."""
        return events()


class EventDetail(RowPage):
    """An event and its participants by role."""

    template_name = "event/detail.html"
    numbers = ("participants", "mentions")
    model, plural = Event, "events"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The event's page."""
        row = self.row()
        page = event_page(
            row, participants=self.number("participants"), mentions=self.number("mentions")
        )
        description = (
            f"{row.label}: {page.participants.total} claims of who took part in which role, and "
            "when and where the sources say that it was."
        )
        meta = self.row_meta(row, row.label, description, *page.branch.above)
        return super().get_context_data(
            meta=meta,
            page=page,
            here=row,
            participants_pager=self.pager("participants"),
            mentions_pager=self.pager("mentions"),
            **kwargs,
        )
