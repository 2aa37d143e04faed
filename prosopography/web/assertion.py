"""The page of one claim: its permanent address."""

from typing import Any

from django.urls import reverse

from prosopography.queries.address import former_assertion
from prosopography.queries.assertion import assertion_page

from .errors import GoneError, NotFoundError
from .page import Crumb, Page, api_address


class AssertionDetail(Page):
    """A claim with all that is known of it."""

    template_name = "assertion/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The claim's page. Raises GoneError or NotFoundError where the public sees none."""
        identifier = self.kwargs["identifier"]
        page = assertion_page(identifier)
        if page is None:
            if former_assertion(identifier).gone:
                raise GoneError(
                    "This claim was published here once, and the editors have taken it back."
                )
            raise NotFoundError("The record has no claim at this address.")
        when = f", {page.claim.when.text}" if page.claim.when else ""
        noun = page.subject._meta.model_name
        crumbs = [
            Crumb(f"{noun.capitalize()}s", reverse(f"web:{noun}-list")),
            Crumb(page.subject.label, reverse(f"web:{noun}", args=[page.subject.slug])),
        ]
        title = f"{page.sentence}{when}"
        cited = len(page.claim.evidence)
        description = f"{title}. Claim {identifier}, {cited} citation{'s' * (cited != 1)}."
        meta = self.meta(title, description, *crumbs, json=api_address("assertions", identifier))
        return super().get_context_data(meta=meta, page=page, **kwargs)
