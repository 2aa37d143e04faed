"""What changed in the record, newest first: a page, and a feed for those who want to be told."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from prosopography.queries.change_words import Change
from prosopography.queries.changes import PAGE_OF_CHANGES, newest_acts, public_changes

from .page import Page

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Changes(Page):
    """The newest changes of the record."""

    template_name = "changes/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page."""
        meta = self.meta(
            _("Changes"),
            _("What was published, changed or withdrawn in this record lately, and why."),
        )
        return super().get_context_data(
            meta=meta,
            changes=newest_acts(),
            most=PAGE_OF_CHANGES,
            feed=reverse("web:feed"),
            **kwargs,
        )


class ChangesFeed(Page):
    """The same as an Atom feed."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed, as RFC 4287 describes it."""
        with override(settings.LANGUAGE_CODE):
            page = request.build_absolute_uri(reverse("web:changes"))
            feed = _Feed(
                title=f"{settings.SITE_NAME}: {_('Changes')}",
                link=page,
                description=None,
                author_name=settings.SITE_NAME,
                language=settings.LANGUAGE_CODE,
                feed_url=request.build_absolute_uri(),
            )
            for change in public_changes():
                row = _address(change)
                feed.add_item(
                    title=change.summary,
                    link=request.build_absolute_uri(row) if row else page,
                    description=_described(change),
                    unique_id=f"{page}#{change.key}",
                    pubdate=change.when,
                    updateddate=change.when,
                )
            return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


class _Feed(Atom1Feed):
    """A feed that does not pretend that it changed just now when there is nothing in it."""

    def latest_post_date(self) -> Any:
        """When the newest change was made; the first second of all when there is none."""
        return max((item["updateddate"] for item in self.items), default=_NEVER)


def _address(change: Change) -> str:
    """The page of what was changed; empty for what has none any more."""
    if change.row is None:
        return ""
    key = change.row.identifier if change.noun == "assertion" else change.row.slug
    return reverse(f"web:{change.noun}", args=[key])


def _described(change: Change) -> str:
    """The reason, and what changed from what to what, one on a line; as HTML, which readers expect."""
    lines = [change.reason] if change.reason else []
    lines += [f"{field.name}: {field.old} → {field.new}" for field in change.fields]
    return "<br>".join(escape(line) for line in lines)
