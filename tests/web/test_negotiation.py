"""Which form of a page a reader gets, as the header ``Accept`` asks for it."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.web.negotiation import preferred
from tests import cast

HTML, JSON, LD, TTL = "text/html", "application/json", "application/ld+json", "text/turtle"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", HTML),
        ("*/*", HTML),
        (";;;", HTML),
        ("text/*", HTML),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        (TTL, TTL),
        ("text/turtle; charset=utf-8", TTL),
        ("TEXT/Turtle", TTL),
        ("text/turtle;q=0.2, application/ld+json;q=0.9", LD),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', LD),
        ("application/n-triples, text/turtle;q=0.9", TTL),
        ("application/json, text/plain, */*", JSON),
        ("application/*", JSON),
        ("text/html;q=0, */*;q=0.5", JSON),
        ("text/html;q=0.1,*/*;q=0.9", JSON),
        ("text/turtle;q=0", None),
        ("image/png", None),
    ],
)
def test_the_best_form_is_chosen(rf: RequestFactory, accept: str, form: str | None) -> None:
    assert preferred(rf.get("/", headers={"Accept": accept})) == form


@pytest.fixture
def addresses() -> dict[str, str]:
    """The page of one row of every noun, with the key of its API address."""
    claim = cast.tenure()
    cast.signature(), cast.birth(place=cast.place())
    return {
        "/persons/ivar-smilga": "persons/ivar-smilga",
        "/organisations/tsentrobalt": "organisations/tsentrobalt",
        "/events/declaration-of-the-46": "events/declaration-of-the-46",
        "/places/aloja": "places/aloja",
        "/roles/member": "roles/member",
        "/sources/smilga-article": "sources/smilga-article",
        f"/assertions/{claim.identifier}": f"assertions/{claim.identifier}",
    }


@pytest.mark.django_db
def test_every_page_of_a_row_is_to_be_had_in_each_form(
    client: Client, addresses: dict[str, str]
) -> None:
    for page, key in addresses.items():
        forms = {LD: f"{page}.jsonld", TTL: f"{page}.ttl", JSON: f"/api/v1/{key}/"}
        for prefix in ("", "/ru"):
            for form, address in forms.items():
                response = client.get(f"{prefix}{page}/", headers={"Accept": form})
                assert (response.status_code, response["Location"]) == (303, address)
        for form in (LD, TTL):
            response = client.get(forms[form])
            assert response.status_code == 200
            assert response["Content-Type"] == f"{form}; charset=utf-8"
            assert response["Access-Control-Allow-Origin"] == "*"
        response = client.get(f"{page}.json")
        assert (response.status_code, response["Location"]) == (301, forms[JSON])
        text = client.get(f"{page}/").content.decode()
        for form in (LD, TTL):
            assert f'<link rel="alternate" type="{form}" href="{forms[form]}">' in text


@pytest.mark.django_db
def test_who_takes_no_form_is_told_which_there_are(client: Client) -> None:
    cast.person()
    response = client.get("/persons/ivar-smilga/", headers={"Accept": "image/png"})
    assert response.status_code == 406
    sentence = "This page is to be had as HTML, JSON, JSON-LD and Turtle, and as nothing else."
    assert sentence in response.content.decode()
    assert client.get("/persons/", headers={"Accept": "image/png"}).status_code == 200


#: What else has an address below that of a person.
BELOW = (".ttl", ".jsonld", ".json", "/", "/history/", "/network/", "/overlaps/", "/network.gexf",
         "/cite.bib", "/claims.csv")  # fmt: skip


@pytest.mark.django_db
def test_every_form_and_subpage_moves_with_its_row_and_is_gone_with_it(client: Client) -> None:
    person = cast.person("first-address")
    row.revise(person, slug="second-address")
    for end in BELOW:
        response = client.get(f"/persons/first-address{end}")
        assert (response.status_code, response["Location"]) == (
            301,
            f"/persons/second-address{end}",
        )
    publication.retract(person, reason="The family asked for it.")
    for end in BELOW:
        for slug in ("first-address", "second-address"):
            response = client.get(f"/persons/{slug}{end}")
            assert response.status_code == 410, end
            assert "family" not in response.content.decode()
    cast.person("a-draft", status="draft")
    assert {client.get(f"/persons/a-draft{end}").status_code for end in BELOW} == {404}


@pytest.mark.django_db
def test_every_form_of_a_withdrawn_claim_is_gone(client: Client) -> None:
    claim = cast.birth()
    publication.retract(claim, reason="Misread.")
    for end in (".ttl", ".jsonld", ".json", "/", "/history/", "/cite.bib"):
        response = client.get(f"/assertions/{claim.identifier}{end}")
        assert response.status_code == 410, end
        assert "Misread" not in response.content.decode()
    assert client.get("/assertions/a00000000.ttl").status_code == 404


@pytest.mark.django_db
def test_the_file_of_a_claim_costs_the_same_with_one_citation_and_with_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    claim = cast.birth()
    for more in ([], ["¶2", "¶3"]):
        for locator in more:
            claims.cite(claim, source=cast.source(), locator=locator)
        # the claim; of the file 5
        with django_assert_num_queries(6):
            assert client.get(f"/assertions/{claim.identifier}.ttl").status_code == 200


@pytest.mark.django_db
def test_bad_addresses_of_files_are_refused_in_a_sentence(client: Client) -> None:
    cast.tenure()
    for address, status, sentence in (
        ("/persons/ivar-smilga.ttl?page=2", 404, "There is no page 2: this list has 1."),
        ("/persons/ivar-smilga.ttl?page=x", 400, "“page”"),
        ("/persons/ivar-smilga.ttl?what=1", 400, "“what”"),
        ("/persons/nobody.ttl", 404, "The record has no person at this address."),
        ("/persons/ivar-smilga.xml", 404, "There is nothing at this address."),
    ):
        response = client.get(address)
        assert response.status_code == status
        assert sentence in response.content.decode()


def test_the_vocabulary_is_a_page_and_two_files(client: Client) -> None:
    text = client.get("/ns/").content.decode()
    assert '<div id="Assertion"><dt><dfn lang="en">Assertion</dfn></dt>' in text
    for form, address in ((LD, "/ns.jsonld"), (TTL, "/ns.ttl")):
        response = client.get("/ns/", headers={"Accept": form})
        assert (response.status_code, response["Location"]) == (303, address)
        assert client.get(address).status_code == 200
    assert client.get("/ns/", headers={"Accept": "image/png"}).status_code == 406
