"""Addresses: old ones lead to new ones, what was taken back says so, drafts are not there."""

import pytest
from django.test import Client

from prosopography.editing import publication, row
from prosopography.models import Status
from tests import cast

pytestmark = pytest.mark.django_db

NOUNS = ("person", "organisation", "event", "place", "source")


def made(noun: str, slug: str = "first-address", **columns: str) -> object:
    thing: object = getattr(cast, noun)(slug, **columns)
    return thing


@pytest.mark.parametrize("noun", [*NOUNS, "role"])
def test_an_old_address_leads_to_the_new_one_for_good(client: Client, noun: str) -> None:
    thing = made(noun)
    row.revise(thing, slug="second-address")
    response = client.get(f"/{noun}s/first-address/")
    assert response.status_code == 301
    assert response["Location"] == f"/{noun}s/second-address/"
    assert client.get(f"/{noun}s/second-address/").status_code == 200


def test_an_old_address_keeps_what_was_asked_for(client: Client) -> None:
    row.revise(made("person"), slug="second-address")
    response = client.get("/persons/first-address/?word=2")
    assert response["Location"] == "/persons/second-address/?word=2"


@pytest.mark.parametrize("noun", NOUNS)
def test_what_was_public_and_is_taken_back_is_gone(client: Client, noun: str) -> None:
    thing = made(noun, label="A name to be forgotten")
    publication.retract(thing, reason="The family asked for it.")
    response = client.get(f"/{noun}s/first-address/")
    assert response.status_code == 410
    text = response.content.decode()
    assert f"The record of this {noun} was published here once" in text
    assert "forgotten" not in text
    assert "family" not in text


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW])
def test_what_never_was_public_is_not_there(client: Client, noun: str, status: str) -> None:
    made(noun, status=status, label="A secret name")
    response = client.get(f"/{noun}s/first-address/")
    nothing = client.get(f"/{noun}s/no-such-address/")
    assert response.status_code == nothing.status_code == 404
    assert "secret" not in response.content.decode()


def test_an_old_address_of_what_is_taken_back_is_gone(client: Client) -> None:
    thing = made("person")
    row.revise(thing, slug="second-address")
    publication.retract(thing, reason="The family asked for it.")
    assert client.get("/persons/first-address/").status_code == 410


def test_a_claim_has_an_address_as_long_as_it_is_public(client: Client) -> None:
    claim = cast.birth()
    address = f"/assertions/{claim.identifier}/"
    assert client.get(address).status_code == 200
    publication.retract(claim, reason="Misread.")
    response = client.get(address)
    assert response.status_code == 410
    assert "Misread" not in response.content.decode()
    draft = cast.birth(status=Status.DRAFT)
    assert client.get(f"/assertions/{draft.identifier}/").status_code == 404
    assert client.get("/assertions/a00000000/").status_code == 404


def test_a_missing_slash_at_the_end_is_mended(client: Client) -> None:
    cast.person()
    response = client.get("/persons/ivar-smilga?word=1")
    assert response.status_code == 301
    assert response["Location"] == "/persons/ivar-smilga/?word=1"
