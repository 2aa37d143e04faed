"""The page of one claim: its permanent address."""

from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from prosopography.queries.assertion import assertion_page, dated_sentence
from prosopography.queries.neighbours import claim_neighbours
from prosopography.queries.script import label_of

from .cite import cited
from .claim_page import ClaimPage, refusal
from .page import Crumb, api_address

_PLURALS = {
    "person": "Persons",
    "organisation": "Organisations",
    "event": "Events",
    "place": "Places",
}


class AssertionDetail(ClaimPage):
    """A claim with all that is known of it."""

    template_name = "assertion/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The claim's page. Raises GoneError or NotFoundError where the public sees none."""
        identifier = self.kwargs["identifier"]
        page = assertion_page(identifier)
        if page is None:
            raise refusal(identifier)
        noun = page.subject._meta.model_name
        crumbs = [
            Crumb(_PLURALS[noun], reverse(f"web:{noun}-list")),
            Crumb(label_of(page.subject), reverse(f"web:{noun}", args=[page.subject.slug])),
        ]
        title = dated_sentence(page.assertion)
        number = len(page.claim.evidence)
        description = ngettext(
            "%(title)s. Claim %(identifier)s, %(number)d citation.",
            "%(title)s. Claim %(identifier)s, %(number)d citations.",
            number,
        ) % {"title": title, "identifier": identifier, "number": number}
        meta = self.meta(title, description, *crumbs, json=api_address("assertions", identifier))
        return super().get_context_data(
            meta=meta,
            page=page,
            cite=cited(self.request, page.assertion),
            beside=claim_neighbours(page.assertion),
            **kwargs,
        )
