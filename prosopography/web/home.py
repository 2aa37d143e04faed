"""The first page, and the page on how to read the others."""

from typing import Any

from django.conf import settings

from prosopography.models import Basis, Certainty
from prosopography.queries.figures import figures
from prosopography.queries.finding import examples

from .page import Page


class Home(Page):
    """The search box, the figures of the record, and what to begin with."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The first page."""
        description = (
            f"{settings.SITE_NAME}: what sources say about each person, claim by claim, "
            "with the evidence."
        )
        meta = self.meta(settings.SITE_NAME, description)
        return super().get_context_data(meta=meta, figures=figures(), examples=examples(), **kwargs)


class About(Page):
    """How to read the pages, and how to cite them."""

    template_name = "about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page on reading."""
        description = "Claims, citations, certainty, calendars, possible and certain; how to cite."
        return super().get_context_data(
            meta=self.meta("How to read this record", description),
            certainties=Certainty.choices,
            bases=Basis.choices,
            **kwargs,
        )
