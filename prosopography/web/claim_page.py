"""What the pages and files of one claim have in common: how it is found, and why it is not."""

from django.utils.translation import gettext as _

from prosopography.models import Assertion
from prosopography.queries.address import former_assertion

from .errors import GoneError, NotFoundError
from .page import Page


def public_claim(identifier: str) -> Assertion:
    """The public claim of this identifier with all that it names; one query.

    Raises GoneError or NotFoundError where the public sees none.
    """
    found = Assertion.objects.public().with_subjects()
    claim = found.filter(identifier=identifier).first()
    if claim is None:
        raise refusal(identifier)
    return claim


def refusal(identifier: str) -> GoneError | NotFoundError:
    """Why the public sees no such claim; two queries at most."""
    if former_assertion(identifier).gone:
        return GoneError(
            _("This claim was published here once, and the editors have taken it back.")
        )
    return NotFoundError(_("The record has no claim at this address."))


class ClaimPage(Page):
    """A page of the claim whose identifier stands in the address."""

    plural = "assertions"

    def claim(self) -> Assertion:
        """The claim of the address, as ``public_claim`` finds or refuses it."""
        return public_claim(self.kwargs["identifier"])
