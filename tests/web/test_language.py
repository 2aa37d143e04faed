"""Two languages: the address says which, every page leads to itself in the other."""

import html
import re
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.test import Client
from django.utils.translation import get_language

from .conftest import Fill
from .record import PAGES

pytestmark = pytest.mark.django_db

#: Pages whose every word is the software's or the record's.
STABLE = (
    "/as-of/?organisation=baltic-fleet&role=member&date=1925",
    "/succession/?organisation=baltic-fleet&role=member",
    "/compare/?persons=ivar-smilga,nadezhda-poluyan",
    "/paths/?from=ivar-smilga&to=nadezhda-poluyan",
    "/persons/ivar-smilga/overlaps/",
    "/conflicts/",
    "/questions/",
    "/groups/",
)


#: The attributes of a drawing in which numbers stand.
DRAWN = r'\s(?:x|y|width|height|viewBox|d|transform|cx|cy|r|points)="([^"]*)"'


def words(client: Client, address: str) -> set[str]:
    """The runs of text of a page between its tags that have words in Latin letters."""
    page = client.get(address).content.decode()
    page = re.sub(r"(?s)<(script|code|pre)\b.*?</\1>", "", page)
    runs = (html.unescape(" ".join(run.split())) for run in re.split(r"<[^>]*>", page))
    return {run for run in runs if re.search(r"[A-Za-z]{3,}", run)}


def held() -> str:
    """Every text that the rows of the record hold."""
    texts = []
    for model in apps.get_app_config("prosopography").get_models():
        if not model.__name__.startswith("Historical"):
            names = [
                field.name
                for field in model._meta.concrete_fields
                if isinstance(field, CharField | TextField)
            ]
            texts += [str(value) for row in model.objects.values_list(*names) for value in row]
    return "\n".join(texts).casefold()


def test_no_english_is_left_in_russian_but_what_the_record_holds(
    client: Client, fill: Fill, settings: Any
) -> None:
    settings.EXAMPLE_QUESTIONS = ""
    fill(2)
    record = f"{held()}\n{settings.SITE_NAME}\nEnglish".casefold()
    left = {
        (address, run)
        for address in STABLE
        for run in words(client, address) & words(client, f"/ru{address}")
        for part in re.split(r"[,;:()“”]|\.$", run)
        if part.strip().casefold() not in record
    }
    assert left == set()


def test_the_address_says_the_language_and_nothing_else_does(client: Client, fill: Fill) -> None:
    fill(1)
    client.cookies["django_language"] = "ru"
    english = client.get("/conflicts/", headers={"accept-language": "ru"})
    russian = client.get("/ru/conflicts/", headers={"accept-language": "en"})
    assert [
        (page.headers["Content-Language"], "Accept-Language" in page.headers.get("Vary", ""))
        for page in (english, russian)
    ] == [("en", False), ("ru", False)]
    shown = [page.content.decode() for page in (english, russian)]
    assert [re.findall(r'<html lang="(.*?)">|<h1>(.*?)</h1>', page) for page in shown] == [
        [("en", ""), ("", "Conflicts")],
        [("ru", ""), ("", "Противоречия")],
    ]
    assert [english.cookies.keys(), russian.cookies.keys()] == [{}.keys()] * 2
    assert get_language() == "en-gb"


def test_every_page_leads_to_itself_in_the_other_language(client: Client, fill: Fill) -> None:
    fill(1)
    for path, other in (("/conflicts/", "/ru/conflicts/"), ("/ru/conflicts/", "/conflicts/")):
        page = client.get(f"{path}?person=ivar-smilga").content.decode()
        links = re.findall(r'<link rel="alternate" hreflang="(.*?)" href="(.*?)">', page)
        here, there = (f"http://testserver{each}?person=ivar-smilga" for each in (path, other))
        english, russian = sorted((here, there), key=lambda address: "/ru/" in address)
        assert links == [("en", english), ("x-default", english), ("ru", russian)]
        assert re.findall(r'<a href="(.*?)" hreflang="(.*?)"', page) == [
            (there, "en" if "/ru/" in path else "ru")
        ]


def test_what_is_not_a_page_stays_english(client: Client, fill: Fill) -> None:
    fill(1)
    address = "as-of/download.csv?organisation=baltic-fleet&role=member&date=1925"
    assert list(client.get(f"/ru/{address}")) == list(client.get(f"/{address}"))
    assert client.get("/api/v1/").headers["Content-Language"] == "en"
    assert client.get("/ru/api/v1/").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "leads"),
    [
        ("/ru", 301, "/ru/"),
        ("/ru/persons/ivar-smilga", 301, "/ru/persons/ivar-smilga/"),
        ("/ru/nothing/", 404, None),
        ("/en/", 404, None),
        ("/RU/", 404, None),
        ("/ru/conflicts/?nothing=1", 400, None),
    ],
)
def test_unknown_addresses_in_a_language(
    client: Client, fill: Fill, address: str, status: int, leads: str | None
) -> None:
    fill(1)
    page = client.get(address)
    assert (page.status_code, page.headers.get("Location")) == (status, leads)


def test_a_person_is_headed_by_the_name_in_cyrillic(client: Client, fill: Fill) -> None:
    fill(1)
    page = client.get("/ru/persons/ivar-smilga/overlaps/").content.decode()
    assert re.findall(r"<h1>(.*?)</h1>", page) == ["Смилга 0: кто состоял в тех же организациях"]


def test_what_is_put_together_in_code_is_russian_too(client: Client, fill: Fill) -> None:
    fill(1)
    for address, said in (
        ("/as-of/?role=member&date=1923-02-31",
         "Значение «date» не читается: Дня 31 февраля 1923 нет: в этом месяце не больше 29 дней."),
        ("/timeline/?from=1917-11&to=x",
         "Значение «to» не читается: Это не дата EDTF; пишите 1917-11-07, 1917-11 или 1917."),
        ("/timeline/?from=1917-11&to=1921",
         "Хронология: с ноября 1917 г. по 1921 год — Prosopography of the Left Opposition"),
        ("/as-of/?role=member&date=1925",
         "Член по состоянию на 1925 год — Prosopography of the Left Opposition"),
        ("/search/?q=Shmilga", "«Shmilga» звучит как «Smilga» в «Ivar Smilga»."),
        ("/questions/?q={\"assertion\":{\"rolle\":\"member\"}}",
         "здесь нет «rolle»; может быть, «role»?"),
        ("/assertions/", "пребывания"),
    ):  # fmt: skip
        page = client.get(f"/ru{address}").content.decode()
        runs = {html.unescape(" ".join(run.split())) for run in re.split(r"<[^>]*>", page)}
        assert said in runs, address


def test_every_page_is_there_in_russian_and_its_drawings_have_decimal_points(
    client: Client, fill: Fill
) -> None:
    claim = fill(3)
    drawn: list[str] = []
    for page in PAGES:
        response = client.get(f"/ru{page.format(claim=claim)}")
        assert response.status_code == 200, page
        drawn += re.findall(DRAWN, response.content.decode())
    assert [numbers for numbers in drawn if re.search(r"\d,\d", numbers)] == []
    assert any("." in numbers for numbers in drawn)


def test_what_is_listed_is_called_as_its_reader_writes_it(client: Client, fill: Fill) -> None:
    fill(1)
    for address, names in (
        ("/ru/persons/?facet=role", ["член", "Смилга 0"]),
        ("/ru/roles/", ["член"]),
        ("/ru/roles/member/", ["Член", "Смилга 0"]),
        ("/ru/organisations/baltic-fleet/", ["Смилга 0"]),
        ("/ru/events/declaration-of-the-46/", ["Смилга 0"]),
        ("/ru/places/latvia/", ["Смилга 0"]),
        ("/ru/sources/smilga-article/?person=ivar-smilga", ["Смилга 0"]),
        ("/ru/map/", ["Смилга 0"]),
        ("/ru/timeline/", ["Смилга 0"]),
        ("/ru/network/?show=person&least=1", ["Смилга 0"]),
        ("/ru/persons/ivar-smilga/network/", ["Смилга 0"]),
    ):
        shown = words_of(client, address)
        assert {name for name in names if name in shown} == set(names), address
        assert {"Ivar Smilga", "Smilga, Ivar", "member"} & shown == set(), address


def words_of(client: Client, address: str) -> set[str]:
    """The runs of text of a page between its tags."""
    page = client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]
    return {html.unescape(" ".join(run.split())) for run in re.split(r"<[^>]*>", page)}


def test_the_other_language_comes_before_the_search(client: Client, fill: Fill) -> None:
    fill(1)
    header = client.get("/persons/").content.decode().partition("</header>")[0]
    assert re.findall(r'lang="ru">(.*?)</a>|(role="search")', header) == [
        ("Русский", ""), ("", 'role="search"'),
    ]  # fmt: skip
