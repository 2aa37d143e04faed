"""The first page: what this is, by an example, and the ways in."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prosopography.queries.example import example
from prosopography.queries.figures import figures
from prosopography.queries.finding import examples

from .page import Page
from .question import begin_with

#: Of the example questions, every third stands on the first page.
EVERY = 3
#: The ways in: the name of the address, what the link says, what is there.
WAYS: tuple[tuple[str, Any, Any], ...] = (
    (
        "web:person-list",
        gettext_lazy("Persons"),
        gettext_lazy("Under every name that a source gives them, with their lives."),
    ),
    (
        "web:organisation-list",
        gettext_lazy("Organisations"),
        gettext_lazy("Parties, committees, offices: who sat in them, and when."),
    ),
    (
        "web:event-list",
        gettext_lazy("Events"),
        gettext_lazy("Congresses, declarations, trials: who took part, and as what."),
    ),
    (
        "web:source-list",
        gettext_lazy("Sources"),
        gettext_lazy("What was read, line by line, and which text copies which."),
    ),
    (
        "web:conflict-list",
        gettext_lazy("Conflicts"),
        gettext_lazy("Where the sources cannot all be right."),
    ),
    (
        "web:map",
        gettext_lazy("Map"),
        gettext_lazy("Where people were born, acted, were exiled and died."),
    ),
    (
        "web:timeline",
        gettext_lazy("Timeline"),
        gettext_lazy("Lives and events on one axis."),
    ),
    (
        "web:network",
        gettext_lazy("Network"),
        gettext_lazy("Who is linked with whom, and by which claims."),
    ),
    (
        "web:as-of",
        gettext_lazy("As of a day"),
        gettext_lazy("Who held which office on any day you choose."),
    ),
)


class Home(Page):
    """What this is, the search box, a worked example, and the ways in."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The first page."""
        description = _(
            "%(name)s: what sources say about each person, claim by claim, with the evidence."
        ) % {"name": settings.SITE_NAME}
        return super().get_context_data(
            meta=self.meta(settings.SITE_NAME, description),
            figures=figures(),
            example=example(),
            examples=examples(),
            questions=begin_with()[::EVERY],
            ways=list(_ways()),
            **kwargs,
        )


def _ways() -> Iterator[dict[str, Any]]:
    """The ways in that this site has, each with its address."""
    for name, title, text in WAYS:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        yield {"title": title, "text": text, "address": address}
