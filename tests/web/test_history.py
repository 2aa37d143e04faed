"""Public history and references as pages and files: every noun, no leak, clear refusals."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Source, Status
from tests import cast

from .conftest import Fill

pytestmark = pytest.mark.django_db

SECRET = "secret"


def words(client: Client, address: str) -> str:
    """The text of a page as it is read, white space collapsed."""
    response = client.get(address)
    assert response.status_code == 200
    _, _, main = response.content.decode().partition("<main")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_history_tells_field_by_field_what_changed_and_why(client: Client) -> None:
    claim = cast.tenure(note=SECRET, status=Status.DRAFT)
    row.revise(claim, note="As printed.", reason=SECRET)
    publication.publish(claim, reason="read twice")
    row.revise(claim, role=cast.role("chairman"), note="", reason="the minutes say so")
    gone = cast.birth()
    publication.retract(gone, reason=SECRET)
    said = "“Ivar Smilga – chairman, Tsentrobalt”"
    for address in (
        f"/assertions/{claim.identifier}/history/",
        "/organisations/tsentrobalt/history/",
    ):
        text = words(client, address)
        assert (
            f"A claim was changed: {said}. Claim {claim.identifier} Reason: “the minutes say so”. "
            "role before: member → now: chairman note before: As printed. taken away"
        ) in text
        assert (
            f"A claim was published: {said}. Claim {claim.identifier} Reason: “read twice”." in text
        )
        assert SECRET not in text
    text = words(client, "/persons/ivar-smilga/history/")
    assert "A claim was withdrawn. " in text
    assert SECRET not in text
    assert gone.identifier not in text


def test_history_of_what_is_not_public_is_refused_and_of_what_moved_leads_there(
    client: Client,
) -> None:
    hidden = cast.person("hidden", status=Status.DRAFT)
    gone = cast.person("gone")
    publication.retract(gone, reason=SECRET)
    row.revise(cast.person(), slug="ivars-smilga")
    draft = cast.birth(cast.person("leon-trotsky"), status=Status.DRAFT)
    taken_back = cast.birth(cast.person("leon-trotsky"), edtf="1879")
    publication.retract(taken_back, reason=SECRET)
    for subpage in ("history/", "cite.bib"):
        assert client.get(f"/persons/{hidden.slug}/{subpage}").status_code == 404
        assert client.get(f"/persons/{gone.slug}/{subpage}").status_code == 410
        assert client.get(f"/assertions/{draft.identifier}/{subpage}").status_code == 404
        assert client.get(f"/assertions/{taken_back.identifier}/{subpage}").status_code == 410
        moved = client.get(f"/persons/ivar-smilga/{subpage}")
        assert (moved.status_code, moved["Location"]) == (301, f"/persons/ivars-smilga/{subpage}")
    for address, status in (
        ("/persons/leon-trotsky/history/?page=2", 404),
        ("/persons/leon-trotsky/history/?page=x", 400),
        ("/persons/leon-trotsky/history/?who=me", 400),
        ("/persons/leon-trotsky/cite.pdf", 404),
        ("/persons/leon-trotsky/cite.bib?who=me", 400),
        ("/persons/leon-trotsky/claims.csv?who=me", 400),
    ):
        response = client.get(address)
        assert response.status_code == status, address
        assert b"<main" in response.content


ADDRESSES = (
    "/persons/ivar-smilga/",
    "/organisations/baltic-fleet/",
    "/events/declaration-of-the-46/",
    "/places/latvia/",
    "/roles/member/",
    "/sources/smilga-article/",
    "/assertions/{claim}/",
)
#: What the history costs, in the order of ADDRESSES: the row; count and versions; the versions of
#: each table, the rows of each; what they name, and since when that is public.
HISTORY = [20, 17, 19, 16, 15, 20, 14]


def costs(client: Client, claim: str, subpage: str) -> list[int]:
    """How many queries the subpage of each noun takes."""
    found = []
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address.format(claim=claim) + subpage)
        assert response.status_code == 200, address
        found.append(len(queries))
    return found


def test_every_noun_has_a_history_and_references_that_cost_the_same(
    client: Client, fill: Fill
) -> None:
    assert costs(client, fill(1), "history/") == HISTORY
    claim = fill(3)
    # The source itself now stands on the second page of its history.
    assert costs(client, claim, "history/") == [*HISTORY[:5], 18, 14]
    # the row and its last change
    assert costs(client, claim, "cite.ris") == [2] * len(ADDRESSES)


def test_references_are_files_with_the_day_of_the_last_change(client: Client) -> None:
    claim = cast.birth(edtf="1892")
    day = claim.citations.get().history.get().history_date.date().isoformat()
    for suffix, media_type in (
        ("txt", "text/plain"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ):
        response = client.get(f"/persons/ivar-smilga/cite.{suffix}")
        assert response["Content-Type"] == f"{media_type}; charset=utf-8"
        assert response["Content-Disposition"] == f'attachment; filename="ivar-smilga.{suffix}"'
        text = response.content.decode()
        assert day in text
        assert "http://testserver/persons/ivar-smilga/" in text
    text = client.get(f"/assertions/{claim.identifier}/cite.txt").content.decode()
    assert text == (
        f"“Ivar Smilga was born, 1892 ({claim.identifier})”, Prosopography of the Left Opposition, "
        f"version of {day}, http://testserver/assertions/{claim.identifier}/\n"
    )
    page = client.get("/persons/ivar-smilga/").content.decode()
    assert (
        html.unescape(page).count(client.get("/persons/ivar-smilga/cite.bib").content.decode()) == 1
    )


def test_claims_of_a_person_are_a_table_without_drafts(client: Client) -> None:
    claim = cast.birth(edtf="1892", quotation="was born")
    claims.cite(claim, source=cast.source("hidden"), locator="¶2", quotation=SECRET)
    Source.objects.filter(slug="hidden").update(status=Status.DRAFT)
    cast.birth(edtf="1880", status=Status.DRAFT, note=SECRET)
    response = client.get("/persons/ivar-smilga/claims.csv")
    assert response["Content-Disposition"] == 'attachment; filename="ivar-smilga-claims.csv"'
    head, *lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert head.startswith("identifier,kind,sentence,")
    assert len(lines) == 1
    assert lines[0].startswith(f"{claim.identifier},birth,Ivar Smilga was born,")
    assert lines[0].endswith("smilga-article ¶1: “was born”")
    assert SECRET not in lines[0]
