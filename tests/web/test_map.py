"""The map of the record as a page and as a file: what is on it, and what it refuses."""

import json
import re
from decimal import Decimal
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client

from prosopography.models import Place, Redirect, Status
from tests import cast

from .reading import well_made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few() -> None:
    """Smilga born in Aloja, exiled to Vologda and, no more closely, to Siberia; Trotsky to Alma Ata."""
    exiled, smilga = cast.role("exiled"), cast.person()
    trotsky = cast.person("leon-trotsky")
    cast.birth(place=town("aloja", "57.8", "24.9"))
    cast.claim("life_event", person=smilga, role=exiled, place=town("vologda", "59.2", "39.9"))
    cast.claim("life_event", person=smilga, role=exiled, place=cast.place("siberia"), edtf="1928")
    alma_ata = town("alma-ata", "43.2", "76.9")
    cast.claim("life_event", person=trotsky, role=exiled, place=alma_ata, edtf="1928-01")
    town("secret", "50", "50", status=Status.DRAFT)
    cast.claim("death", person=trotsky, place=alma_ata, edtf="1940", status=Status.DRAFT)


def town(slug: str, latitude: str, longitude: str, **columns: str) -> Place:
    position = {"latitude": Decimal(latitude), "longitude": Decimal(longitude)}
    return cast.place(slug, **position, **columns)


def circles(html: str) -> list[str]:
    return re.findall(r'<a class="site" href="([^"]*)" aria-label="([^"]*)"', html)


def listed(html: str) -> list[str]:
    found = re.findall(r'<li class="map-site">\s*<h3><a href="([^"]*)">', html)
    return [address.removeprefix("/places/").removesuffix("/") for address in found]


def test_map_and_list_say_the_same(client: Client) -> None:
    html = well_made(client, "/map/")
    assert circles(html) == [
        ("/places/alma-ata/", "Alma Ata: What befell persons 1"),
        ("/places/aloja/", "Aloja: Births 1"),
        ("/places/vologda/", "Vologda: What befell persons 1"),
    ]
    assert listed(html) == ["alma-ata", "aloja", "vologda", "siberia"]
    assert re.findall(r'<text class="name"[^>]*>([^<]*)<', html) == [
        "Alma Ata 1", "Aloja 1", "Vologda 1",
    ]  # fmt: skip
    assert "1 place without a position" in html
    # Each layer leads to its claims, of which there are as many.
    kinds = re.findall(r'href="(/assertions/\?place=[^"]*)"', html)
    assert [each.replace("&amp;", "&") for each in kinds][:2] == [
        "/assertions/?place=alma-ata&kind=life_event", "/assertions/?place=aloja&kind=birth",
    ]  # fmt: skip
    assert client.get(kinds[0].replace("&amp;", "&")).status_code == 200
    # Each is told with who it is, and leads to the claim.
    said = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", html.partition("Place by place")[2]))
    assert len(re.findall(r"Exiled 1 Leon Trotsky attested January 1928 Claim a\w+", said)) == 1


def test_address_narrows_it(client: Client) -> None:
    assert listed(well_made(client, "/map/?birth=true")) == ["aloja"]
    assert listed(well_made(client, "/map/?from=1928&to=1928")) == ["alma-ata", "siberia"]
    assert "1 more has no date" in well_made(client, "/map/?from=1928&to=1928")
    undated = "/map/?from=1928&to=1928&match=undated"
    assert listed(well_made(client, undated)) == ["alma-ata", "vologda", "siberia"]
    assert listed(well_made(client, "/map/?persons=Trotsky")) == ["alma-ata"]
    # Who is named and answers the question too.
    question = urlencode({"q": '{"assertion":{"kind":"birth"}}'})
    html = well_made(client, f"/map/?{question}&persons=leon-trotsky%2Civar-smilga")
    assert listed(html) == ["aloja", "vologda", "siberia"]
    assert "Only persons for whom holds:" in html
    html = well_made(client, "/map/?near=vologda")
    assert [address for address, _ in circles(html)] == ["/places/vologda/"]
    assert "2 places lie outside of this drawing." in html


def test_names_are_written_as_slugs_in_the_address_that_is_cited(client: Client) -> None:
    Redirect.objects.create(noun="place", slug="wologda", place=Place.objects.get(slug="vologda"))
    html = well_made(
        client, "/map/?persons=Троцкий%2C+Smilga&near=wologda".replace("Троцкий", "Trotsky")
    )
    [canonical] = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    assert canonical.replace("&amp;", "&") == (
        "http://testserver/map/?persons=leon-trotsky%2Civar-smilga&near=vologda"
    )


@pytest.mark.parametrize(
    ("query", "words", "cited"),
    [
        ("", "Map", ""),
        (
            "from=1917&to=1927&match=certain&birth=true&near=vologda&persons=Trotsky",
            "Map (1917 to 1927; without what is uncertain; Leon Trotsky; Births; Around Vologda)",
            "?from=1917&to=1927&match=certain&birth=true&near=vologda&persons=leon-trotsky",
        ),
        ("to=1927&match=undated", "Map (up to 1927; with what has no date)",
         "?to=1927&match=undated"),
        ("from=1927&page=1", "Map (from 1927 on)", "?from=1927"),
    ],
)  # fmt: skip
def test_it_is_cited_by_what_it_was_asked(
    client: Client, query: str, words: str, cited: str
) -> None:
    html = client.get(f"/map/?{query}").content.decode()
    [sentence] = re.findall(r'<p class="citation-text">([^<]*)</p>', html)
    assert unescape(sentence) == (
        f"“{words}”, Prosopography of the Left Opposition, http://testserver/map/{cited}"
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("layer=birth", "This page knows no parameter “layer”."),
        ("birth=yes", "“birth” is “true”, and not “yes”."),
        ("from=1928&to=1917", "The time asked for ends (1917) before it begins (1928)."),
        ("from=yesterday", "“from” cannot be read:"),
        ("match=maybe", "“match” is “possible” or “certain” or “undated”, and not “maybe”."),
        ("near=siberia", "“Siberia” has no position on the map."),
        ("near=secret", "The record has no place “secret”"),
        ("persons=nobody-at-all", "The record has no person “nobody-at-all”."),
        ("persons=,", "“persons” names nobody: write one person or several, with commas."),
        ("q=%7B%7D", "The question in “q” cannot be read:"),
        ("persons=" + ",".join(map(str, range(51))), "“persons” can name 50 persons at most."),
    ],
)
def test_bad_questions_are_refused_with_a_sentence(
    client: Client, query: str, sentence: str
) -> None:
    for address in (f"/map/?{query}", f"/map/places.geojson?{query}"):
        response = client.get(address)
        assert (response.status_code, sentence in response.content.decode()) == (400, True), query


def test_a_page_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/map/?page=2").status_code == 404


def test_file_has_the_places_of_the_same_address(client: Client) -> None:
    response = client.get("/map/places.geojson?befell=true")
    assert response["Content-Type"] == "application/geo+json"
    assert response["Content-Disposition"] == 'attachment; filename="places.geojson"'
    found = json.loads(response.content)["features"]
    assert [(each["id"], each["geometry"]) for each in found] == [
        ("http://testserver/places/alma-ata/", {"type": "Point", "coordinates": [76.9, 43.2]}),
        ("http://testserver/places/vologda/", {"type": "Point", "coordinates": [39.9, 59.2]}),
        ("http://testserver/places/siberia/", None),
    ]
