"""The lists: their order, their pages, and what they do with an address they cannot read."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prosopography.editing import row
from prosopography.models import Status
from tests import cast

from .conftest import Fill

pytestmark = pytest.mark.django_db

LISTS = ("persons", "organisations", "events", "places", "roles", "sources")


def shown(client: Client, address: str) -> list[str]:
    """The slugs of the rows of a list, in their order."""
    response = client.get(address)
    assert response.status_code == 200
    text = response.content.decode()
    return re.findall(r'<th scope="row"><a href="/[a-z]+/([^/"]+)/">', text)


def refusal(client: Client, address: str) -> tuple[int, str]:
    """The status and the sentence of a page that is refused, in the look of the site."""
    response = client.get(address)
    text = response.content.decode()
    assert '<link rel="stylesheet"' in text
    (sentence,) = re.findall(r'<p class="lead">([^<]+)</p>', text)
    return response.status_code, sentence.replace("&#x27;", "'")


def test_list_of_persons_is_sorted_and_shows_years_and_numbers(client: Client) -> None:
    cast.birth(cast.person("leon-trotsky"), edtf="1879")
    cast.person()
    response = client.get("/persons/").content.decode()
    assert shown(client, "/persons/") == ["ivar-smilga", "leon-trotsky"]
    assert "born 1879" in response
    assert re.findall(r'<td class="number">(\d+)</td>', response) == ["0", "1"]


def test_list_has_pages_with_links_to_their_neighbours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.listing.PAGE_OF_ROWS", 2)
    for number in range(5):
        cast.place(f"place-{number}")
    assert shown(client, "/places/") == ["place-0", "place-1"]
    assert shown(client, "/places/?page=2") == ["place-2", "place-3"]
    assert shown(client, "/places/?page=3") == ["place-4"]
    text = client.get("/places/?page=2").content.decode()
    assert '<link rel="prev" href="?page=1">' in text
    assert '<link rel="next" href="?page=3">' in text
    assert "<title>Places, page 2 – " in text
    assert refusal(client, "/places/?page=4") == (
        404,
        "There is no page 4: this list has 3.",
    )


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "01", "１", "99999999999999999999"])
def test_list_refuses_what_is_no_page_number(client: Client, number: str) -> None:
    status, sentence = refusal(client, f"/persons/?{urlencode({'page': number})}")
    assert status == 400
    assert number in sentence


@pytest.mark.parametrize("plural", LISTS)
def test_list_refuses_an_unknown_parameter_and_says_which_it_knows(
    client: Client, plural: str
) -> None:
    status, sentence = refusal(client, f"/{plural}/?pge=2")
    assert status == 400
    assert sentence == "This page knows no parameter “pge”. Do you mean “page”?"
    assert "It knows" in refusal(client, f"/{plural}/?zzz=")[1]


def test_list_refuses_a_parameter_given_twice_too_long_or_unreadable(client: Client) -> None:
    assert refusal(client, "/persons/?q=a&q=b") == (
        400,
        "The parameter “q” is given more than once.",
    )
    assert refusal(client, f"/persons/?q={'a' * 201}") == (
        400,
        "The value of “q” is longer than 200 characters.",
    )
    assert refusal(client, "/persons/?q=Smil%00ga") == (
        400,
        "The value of “q” holds characters that cannot be read.",
    )


def test_list_of_persons_is_narrowed_by_what_one_claim_says(client: Client) -> None:
    cast.signature(cast.person())
    cast.tenure(cast.person("leon-trotsky"))
    assert shown(client, "/persons/?event=declaration-of-the-46") == ["ivar-smilga"]
    assert shown(client, "/persons/?organisation=tsentrobalt&role=member") == ["leon-trotsky"]
    assert shown(client, "/persons/?organisation=tsentrobalt&role=signatory") == []
    assert shown(client, "/persons/?q=Smilga&event=declaration-of-the-46") == ["ivar-smilga"]
    assert shown(client, "/persons/?q=Trotsky&event=declaration-of-the-46") == []


def test_list_of_persons_takes_an_empty_field_of_the_form_for_nothing(client: Client) -> None:
    cast.person()
    address = "/persons/?q=&organisation=&role=&event=&place=&source="
    assert shown(client, address) == ["ivar-smilga"]


def test_list_of_persons_is_narrowed_by_an_old_address_too(client: Client) -> None:
    cast.tenure()
    row.revise(cast.organisation(), slug="centrobalt")
    assert shown(client, "/persons/?organisation=tsentrobalt") == ["ivar-smilga"]


@pytest.mark.parametrize("noun", ["organisation", "event", "place", "source"])
def test_list_of_persons_refuses_what_the_public_cannot_know(client: Client, noun: str) -> None:
    getattr(cast, noun)("secret", status=Status.DRAFT)
    unknown = refusal(client, f"/persons/?{noun}=nowhere")
    assert unknown == (
        400,
        f"The record has no {noun} “nowhere”, so the list cannot be narrowed by it.",
    )
    assert refusal(client, f"/persons/?{noun}=secret")[1] == unknown[1].replace("nowhere", "secret")


def test_list_under_a_name_that_nobody_has_says_so(client: Client) -> None:
    cast.person()
    for plural in LISTS:
        response = client.get(f"/{plural}/?q=qqqqq")
        assert "is found under “qqqqq”" in response.content.decode()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    plural=st.sampled_from((*LISTS, "search", "persons/ivar-smilga")),
    asked=st.dictionaries(
        st.sampled_from(("q", "page", "event", "role", "source", "word", "x"))
        | st.text(max_size=5),
        st.text(max_size=20) | st.sampled_from(("1", "2", "ivar-smilga", "%00", "<b>")),
        max_size=3,
    ),
)
def test_no_parameter_breaks_a_page(
    client: Client, fill: Fill, plural: str, asked: dict[str, str]
) -> None:
    fill(1)
    query = urlencode(asked, errors="surrogatepass") if asked else ""
    assert client.get(f"/{plural}/?{query}").status_code in (200, 400, 404)
