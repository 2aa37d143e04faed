"""The page of the glossary."""

from typing import Any

from django.utils.translation import gettext as _

from prosopography.queries.glossary import chapters

from .page import Page


class Glossary(Page):
    """The terms of the field, chapter by chapter, each with an address of its own."""

    template_name = "glossary.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The whole glossary."""
        description = _("The words of this record, each explained in a sentence or two.")
        return super().get_context_data(
            meta=self.meta(_("Glossary"), description), chapters=chapters(), **kwargs
        )
