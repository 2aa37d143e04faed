"""Witnesses, doubtful mentions and the stemma, as a reader sees them."""

import re

import pytest
from django.test import Client

from prosopography.editing import assertion as claims
from prosopography.editing import row
from prosopography.models import Citation, Derivation, Status
from tests import cast
from tests.web.test_details import claim_of, words

pytestmark = pytest.mark.django_db

DOUBT = {"identification": "doubtful", "identification_note": "Or the other Smirnov."}


def derive(copy: str, original: str, **columns: str) -> None:
    row.create(Derivation, source=cast.source(copy), derived_from=cast.source(original), **columns)


def two_copies() -> str:
    """A birth that two copies of one text tell."""
    derive("article", "encyclopaedia")
    derive("list", "encyclopaedia", certainty="probable")
    claim = cast.birth(source=cast.source("article"))
    claims.cite(claim, source=cast.source("list"), locator="¶6")
    hidden = cast.source("secret", status=Status.DRAFT)
    row.create(Citation, assertion=claim, source=hidden, locator="¶9")
    return claim.identifier


def test_claim_says_how_many_witnesses_it_has_and_shows_the_chains(client: Client) -> None:
    identifier = two_copies()
    assert claim_of(client, "/persons/ivar-smilga/", identifier) == (
        f"1892 Claim {identifier} Was born 2 citations in 2 sources, 1 independent witness "
        "Article , ¶1 List , ¶6 Whose word it is, and how it came here: "
        "Encyclopaedia → , told by Article , ¶1 Encyclopaedia → , told by List , ¶6"
    )


def test_claim_page_has_the_chains_on_demand(client: Client) -> None:
    text = words(client, f"/assertions/{two_copies()}/")
    assert (
        "Witnesses 2 sources, 1 independent witness. How witnesses are counted "
        "Whose word it is, and how it came here "
        "Encyclopaedia → , told by Article , ¶1 Encyclopaedia → , told by List , ¶6"
    ) in text
    claim = cast.tenure(source=cast.source("article"))
    claims.cite(claim, source=cast.source("essay"), locator="¶2", stance="contradicts")
    assert "1 source, 1 independent witness." in words(client, f"/assertions/{claim.identifier}/")
    assert "Against it: Essay , ¶2" in words(client, f"/assertions/{claim.identifier}/")


def test_doubtful_mention_stands_on_the_pages_of_both(client: Client) -> None:
    claim = cast.signature(cast.person("ivan-smirnov"), named_as="Srnirnov", **DOUBT)
    claims.name_alternatives(claim.citations.get(), [cast.person("vladimir-smirnov")])
    taken = words(client, "/persons/ivan-smirnov/")
    assert (
        "“Srnirnov” in Smilga article , ¶1 , is taken for Ivan Smirnov; it may mean "
        "Vladimir Smirnov . identification doubtful Or the other Smirnov."
    ) in taken
    assert "(named there “Srnirnov”) identification doubtful Or the other Smirnov." in taken
    assert "It may mean Vladimir Smirnov ." in taken
    other = words(client, "/persons/vladimir-smirnov/")
    assert (
        "“Srnirnov” in Smilga article , ¶1 , may mean Vladimir Smirnov; the record takes it for "
        "Ivan Smirnov . identification doubtful Or the other Smirnov. "
        "Ivan Smirnov – signatory , Declaration Of The 46"
    ) in other
    assert "Doubtful mentions" not in words(client, f"/persons/{cast.person().slug}/")


def test_claim_whose_every_citation_is_doubtful_says_so_before_it_is_opened(client: Client) -> None:
    claim = cast.signature(cast.person("ivan-smirnov"), **DOUBT)
    claims.cite(claim, source=cast.source(), locator="¶2", named_as="Srnirnov", **DOUBT)
    shown = claim_of(client, "/persons/ivan-smirnov/", claim.identifier)
    assert "Declaration Of The 46 identification doubtful 2 citations in 1 source" in shown
    claims.cite(claim, source=cast.source("list"), locator="¶6")
    shown = claim_of(client, "/persons/ivan-smirnov/", claim.identifier)
    assert "Declaration Of The 46 3 citations in 2 sources, 2 independent witnesses" in shown


def test_what_is_not_stated_is_said_to_be_so(client: Client) -> None:
    claim = cast.claim("death", person=cast.person(), polarity="silent", quotation="(1892–?)")
    shown = claim_of(client, "/persons/ivar-smilga/", claim.identifier)
    assert "Nothing is said of the death not stated" in shown
    assert "died" not in words(client, "/persons/ivar-smilga/").partition("Life")[0]
    assert "Polarity not stated" in words(client, f"/assertions/{claim.identifier}/")


def test_stemma_is_drawn_and_told_as_a_table(client: Client) -> None:
    derive("article", "encyclopaedia")
    derive("biography", "memoirs", extent="parts", certainty="probable", note="Extracts.")
    derive("list", "article", certainty="possible")
    derive("secret-copy", "article", note="secret")
    row.revise(cast.source("secret-copy"), status=Status.DRAFT)
    page = client.get("/sources/stemma/").content.decode()
    assert re.findall(r'<path class="line line-(\w+)"', page.partition("</svg>")[0]) == [
        "whole", "parts", "possible",
    ]  # fmt: skip
    table = words(client, "/sources/stemma/").partition("The same as a table")[2]
    assert (
        "Article Encyclopaedia as a whole Biography Memoirs only parts, probable Extracts. "
        "List Article as a whole, possible"
    ) in table.replace(" ,", ",")
    assert "ecret" not in page
    assert client.get("/sources/stemma/?q=1").status_code == 400


def test_source_page_draws_its_own_part_and_names_the_author(client: Client) -> None:
    serge = cast.person("victor-serge")
    cast.source("memoirs", author=serge)
    derive("biography", "memoirs", extent="parts")
    derive("article", "encyclopaedia")
    page = client.get("/sources/memoirs/").content.decode()
    drawing = page.partition("<svg")[2].partition("</svg>")[0]
    assert re.findall(r'href="([^"]*)"', drawing) == ["/sources/biography/", "/sources/memoirs/"]
    assert "Whose word it is Victor Serge" in words(client, "/sources/memoirs/")
    assert "Biography (only parts)" in words(client, "/sources/memoirs/")
    row.revise(cast.source("memoirs"), author=cast.person("hidden", status=Status.DRAFT))
    assert "Whose word it is" not in words(client, "/sources/memoirs/")
    cast.source("lonely")
    assert "<svg" not in client.get("/sources/lonely/").content.decode()


def test_stemma_without_derivations_says_so(client: Client) -> None:
    assert "Nothing is known yet of how the sources derive" in words(client, "/sources/stemma/")


def test_persons_are_narrowed_by_doubt_and_by_witnesses(client: Client) -> None:
    cast.signature(cast.person("ivan-smirnov"), **DOUBT)
    two_copies()
    claim = cast.signature()
    claims.cite(claim, source=cast.source("essay"), locator="¶2")

    def found(asked: str) -> list[str]:
        page = client.get(f"/persons/?{asked}").content.decode()
        return re.findall(r'<th scope="row"><a href="/persons/([^/]*)/"', page)

    signed = "event=declaration-of-the-46"
    assert found(signed) == ["ivar-smilga", "ivan-smirnov"]
    assert found(f"{signed}&doubtful=exclude") == ["ivar-smilga"]
    assert found(f"{signed}&doubtful=only") == ["ivan-smirnov"]
    assert found("doubtful=only") == ["ivan-smirnov"]
    assert found("witnesses_min=2") == ["ivar-smilga"]
    assert found("witnesses_min=3") == []
    text = words(client, f"/persons/?{signed}&doubtful=exclude&witnesses_min=2")
    assert "not of a doubtful identification × 2 or more independent witnesses ×" in text
    for wrong in ("doubtful=yes", "witnesses_min=-1", "witnesses_min=many"):
        assert client.get(f"/persons/?{wrong}").status_code == 400
