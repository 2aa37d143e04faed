"""The page about the record: how to read, cite and use it, and how to contribute."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from prosopography.queries.figures import figures

from .page import Page


class About(Page):
    """How to read the pages, what the figures mean, how to cite, the licence, contributing."""

    template_name = "about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page, with the figures of the record and its own address for the citation."""
        description = _(
            "Claims, citations, witnesses and doubt; the figures and their limits; how to cite."
        )
        return super().get_context_data(
            meta=self.meta(_("How to read this record"), description),
            figures=figures(),
            site=self.request.build_absolute_uri(reverse("web:home")),
            title=settings.SITE_NAME,
            **kwargs,
        )
