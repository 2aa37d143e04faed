"""What is saved at the desk in one form comes before the public as one act."""

import pytest
from django.test import Client

from prosopography.models import Assertion, Status
from tests import cast

from .desk import address, values

pytestmark = pytest.mark.django_db

SECRET = "secret"


def save(client: Client, claim: Assertion, **columns: str) -> None:
    """Changes columns of a claim and the words of its citation, as one save of its form does."""
    page = address("assertion", "change", claim.pk)
    quotation = columns.pop("quotation")
    answer = client.post(
        page, values(client.get(page)) | {**columns, "citations-0-quotation": quotation}
    )
    assert answer.status_code == 302
    claim.refresh_from_db()
    assert (claim.status, claim.citations.get().quotation) == (columns["status"], quotation)


def test_forms_say_that_readers_see_the_reason(reviewer: Client) -> None:
    claim = cast.tenure()
    hint = "Readers see it in the public history of what is published."
    for page in (address("person", "add"), address("assertion", "change", claim.pk)):
        assert hint in reviewer.get(page).content.decode(), page


def test_words_that_came_and_went_with_a_claim_are_never_public(reviewer: Client) -> None:
    claim = cast.tenure(quotation=SECRET, status=Status.DRAFT)
    save(reviewer, claim, status="published", quotation="a member", reason="read twice")
    save(reviewer, claim, status="retracted", quotation=f"a {SECRET}", reason=f"{SECRET} reason")
    save(reviewer, claim, status="published", quotation="the member", reason="it was right")
    save(reviewer, claim, status="published", quotation="sat there", reason="better words")
    visitor = Client()
    pages = [
        visitor.get(each).content.decode()
        for each in (
            f"/assertions/{claim.identifier}/history/",
            "/persons/ivar-smilga/history/",
            "/sources/smilga-article/history/",
            "/changes/",
            "/changes/feed.atom",
        )
    ]
    assert [SECRET in page for page in pages] == [False] * 5
    # What changed while it was public is told, on the same pages.
    assert ["better words" in page for page in pages] == [True] * 5
    assert ["it was right" in page for page in pages] == [True, True, False, True, True]
    assert "the member" in pages[0]
