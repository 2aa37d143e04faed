"""The lists: their order, their pages, and what they do with an address they cannot read."""

import csv
import io
import re
from datetime import UTC, datetime
from html import unescape
from secrets import token_hex
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from prosopography.editing import row
from prosopography.models import Status, Version
from tests import cast

from .conftest import Fill

pytestmark = pytest.mark.django_db

LISTS = ("persons", "organisations", "events", "places", "roles", "sources")
#: What each list costs as a file, however many rows it has.
FILES = {
    # the rows; claims 2, life dates 5, what befell them
    "persons": 9,
    # the rows; claims, persons
    "organisations": 3,
    # the rows; claims, when and where they were 6
    "events": 8,
    "places": 2,
    "roles": 2,
    # the rows; their citations, what others report of them
    "sources": 3,
    # the rows; their citations, whom else they may mean
    "assertions": 3,
}


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
    text = client.get("/places/?q=place&page=4").content.decode()
    assert '<a href="/places/?q=place">First page of this list</a>' in text


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "01", "１", "99999999999999999999"])
def test_list_refuses_what_is_no_page_number(client: Client, number: str) -> None:
    status, sentence = refusal(client, f"/persons/?{urlencode({'page': number})}")
    assert status == 400
    assert number in sentence
    text = client.get(f"/persons/?{urlencode({'page': number})}").content.decode()
    assert '<p><a href="/persons/">First page of this list</a> · <a href="/">Home</a></p>' in text


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


def titles(client: Client, address: str) -> list[str]:
    """What stands on the chips above a list."""
    text = client.get(address).content.decode()
    return re.findall(
        r'class="chip-remove" rel="nofollow" href="[^"]*" aria-label="Without ([^"]*)"', text
    )


def test_facets_are_links_that_choose_a_value_and_take_it_back(client: Client) -> None:
    cast.tenure(cast.person())
    cast.signature(cast.person("leon-trotsky"))
    facet = (
        r'<li><a href="([^"]*)" rel="nofollow"( aria-current="true")?><span class="facet-label">'
    )
    text = client.get("/persons/?sort=birth&page=1").content.decode()
    links = [link for link, _ in re.findall(facet, text)]
    assert "/persons/?sort=birth&amp;organisation=tsentrobalt" in links
    chosen = "/persons/?role=member&organisation=tsentrobalt&born=1890s&certain=true&q=Smilga"
    assert titles(client, chosen) == [
        "Tsentrobalt",
        "member",
        "1890s",
        "“Smilga”",
        "without what is uncertain",
    ]
    text = client.get("/persons/?organisation=tsentrobalt&role=member").content.decode()
    back = [link for link, current in re.findall(facet, text) if current]
    assert back == ["/persons/?role=member", "/persons/?organisation=tsentrobalt"]
    # Another value of the same facet is an alternative.
    text = client.get("/persons/?role=member").content.decode()
    assert '<a href="/persons/?role=member,signatory" rel="nofollow"><span' in text
    assert shown(client, "/persons/?role=member,signatory") == ["ivar-smilga", "leon-trotsky"]
    # A facet without a value that anybody has is not there.
    assert 'id="facet-place"' not in text


def test_long_facet_is_searched_by_name(client: Client) -> None:
    for number in range(12):
        cast.tenure(cast.person(), cast.organisation(f"body-{number}"))
    text = client.get("/persons/").content.decode()
    assert "All 12" in text
    text = client.get("/persons/?facet=organisation&like=y%201").content.decode()
    (facet,) = re.findall(r'(?s)id="facet-organisation".*?</section>', text)
    labels = re.findall(r'class="facet-label">([^<]*)<', facet)
    assert labels == ["Body 1", "Body 10", "Body 11"]
    assert refusal(client, "/persons/?like=x") == (
        400,
        "“like” searches the values of a “facet”, which is not given.",
    )
    assert refusal(client, "/persons/?facet=height")[0] == 400


def test_list_comes_in_several_orders_and_as_cards(client: Client) -> None:
    cast.birth(cast.person("late"), edtf="1890")
    cast.birth(cast.person("early"), edtf="1880")
    cast.birth(cast.person("early"), edtf="1881")
    cast.person("unknown")
    assert shown(client, "/persons/") == ["early", "late", "unknown"]
    assert shown(client, "/persons/?sort=birth") == ["early", "late", "unknown"]
    assert shown(client, "/persons/?sort=claims") == ["early", "late", "unknown"]
    cast.birth(cast.person("unknown"), edtf="1870", source=cast.source("a"))
    cast.claim("death", person=cast.person("unknown"), source=cast.source("b"))
    assert shown(client, "/persons/?sort=birth") == ["unknown", "early", "late"]
    assert shown(client, "/persons/?sort=death") == ["early", "late", "unknown"]
    assert shown(client, "/persons/?sort=sources") == ["unknown", "early", "late"]
    cards = client.get("/persons/?view=cards&born=1890s").content.decode()
    assert re.findall(r'<h3><a href="([^"]*)">', cards) == ["/persons/late/"]
    assert "Was born" in cards
    assert refusal(client, "/persons/?sort=height") == (
        400,
        "“sort” is one of name, birth, death, claims, sources, and not “height”.",
    )
    assert refusal(client, "/roles/?view=cards")[0] == 400


def test_events_come_by_date_and_say_it(client: Client) -> None:
    for slug, edtf in (("congress", "1917-10"), ("arrest", "1917-10"), ("a-war", "1919/1920")):
        cast.claim("occurrence", event=cast.event(slug), edtf=edtf, calendar="gregorian")
    cast.claim("occurrence", event=cast.event("revolution"), edtf="1917")
    # Neither of these says when an event was: the one is denied, the other deprecated.
    cast.claim("occurrence", event=cast.event("never"), edtf="1905", polarity="denied")
    slip = cast.event("b-slip")
    cast.claim("occurrence", event=slip, edtf="1904", rank="deprecated", rank_reason="A slip.")
    cast.event("z-undated"), cast.event("a-draft", status=Status.DRAFT)
    by_date = ["revolution", "arrest", "congress", "a-war", "b-slip", "never", "z-undated"]
    assert shown(client, "/events/") == by_date
    assert shown(client, "/events/?sort=name") == sorted(by_date)
    text = client.get("/events/").content.decode()
    assert re.findall(r'<a rel="nofollow" href="([^"]*)"( aria-current="true")?>(date|name)<', text) == [
        ("/events/", ' aria-current="true"', "date"), ("/events/?sort=name", "", "name"),
    ]  # fmt: skip
    dates = ["1917", "October 1917", "October 1917", "1919 to 1920"]
    assert re.findall(r"</th><td>([^<]*)<", text) == [*dates, "", "", ""]
    cards = client.get("/events/?view=cards").content.decode()
    assert re.findall(r'<p class="card-life">([^<]*)<', cards) == dates
    table = rows_of(client, "/events/download.csv")
    assert [row["slug"] for row in table] == by_date
    # Under a name the best match comes first, unless an order is chosen.
    assert shown(client, "/events/?q=a-war&sort=date") == ["a-war"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/persons/?born=189", "“born” is a decade as in 1890s, and not “189”."),
        ("/persons/?certain=maybe", "“certain” is “true” or “false”, and not “maybe”."),
        ("/persons/?role=,", "“role” takes from 1 to 20 values, with commas between them."),
        (
            "/persons/?fate=member,nowhere",
            "The record has no fate “nowhere”, so the list cannot be narrowed by it.",
        ),
        (
            "/sources/?read=loud",
            "“read” is one or more of read, reported, named, and not “loud”.",
        ),
    ],
)
def test_list_refuses_a_value_that_a_facet_has_not(
    client: Client, address: str, sentence: str
) -> None:
    cast.tenure()
    assert refusal(client, address) == (400, sentence)
    path, _, query = address.partition("?")
    assert refusal(client, f"{path}download.csv?{query}") == (400, sentence)


@pytest.mark.parametrize("name", ["view", "facet", "like", "page"])
def test_file_refuses_what_only_shows_a_page(client: Client, name: str) -> None:
    cast.tenure()
    for form in ("csv", "xlsx"):
        status, sentence = refusal(client, f"/persons/download.{form}?{name}=x")
        assert (status, f"This page knows no parameter “{name}”." in sentence) == (400, True)
    text = client.get("/persons/?view=cards&facet=role&like=m&sort=birth").content.decode()
    assert re.findall(r'href="([^"]*)">(CSV|XLSX)<', text) == [
        ("/persons/download.csv?sort=birth", "CSV"),
        ("/persons/download.xlsx?sort=birth", "XLSX"),
    ]


def test_list_offers_itself_to_the_api_and_as_a_question(client: Client) -> None:
    cast.tenure()
    text = client.get("/persons/?q=Smilga&role=member&sort=birth").content.decode()
    assert '<li><a href="/api/v1/persons/?search=Smilga&amp;role=member">JSON</a></li>' in text
    (question,) = re.findall(
        r'<a rel="nofollow" href="(/questions/\?q=[^"]*)">As a question</a>', text
    )
    assert "without the name, which a question cannot ask for" in text
    assert "ivar-smilga" in client.get(unescape(question)).content.decode()
    assert "As a question" not in client.get("/persons/").content.decode()
    # The API does not know how many persons a body has.
    assert ">JSON</a>" not in client.get("/organisations/?members=1").content.decode()


def test_list_is_a_table_of_all_its_rows(
    client: Client, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.listing.PAGE_OF_ROWS", 1)
    for number in (1, 3):
        fill(number)
        costs = {}
        for plural in FILES:
            with CaptureQueriesContext(connection) as queries:
                table = rows_of(client, f"/{plural}/download.csv")
            costs[plural] = len(queries)
            assert len(table) > number
        assert costs == FILES
    cast.person("hidden", status=Status.DRAFT)
    table = rows_of(client, "/persons/download.csv?fate=expelled&q=Ivar")
    assert [row["slug"] for row in table] == ["ivar-smilga"]
    assert (table[0]["sources_disagree"], table[0]["death"]) == ("yes", "1938?")
    assert "hidden" not in {row["slug"] for row in rows_of(client, "/persons/download.csv")}


def test_table_of_persons_has_the_fates_that_the_facet_counts(client: Client) -> None:
    smilga, arrested = cast.person(), cast.role("arrested")
    shot = cast.role("shot", joins="life", lasting=False)
    cast.claim("life_event", person=smilga, role=shot, edtf="1937", certainty="probable")
    for edtf in ("1935", "1930"):
        cast.claim("life_event", person=smilga, role=arrested, edtf=edtf)
    # None of these befell anybody.
    cast.tenure(smilga)
    cast.claim("life_event", person=smilga, role=cast.role("expelled"), polarity="denied")
    cast.claim("life_event", person=smilga, role=cast.role("exiled"), status=Status.DRAFT)
    cast.person("leon-trotsky")

    def fates(query: str = "") -> list[tuple[str, str]]:
        table = rows_of(client, f"/persons/download.csv{query}")
        return [(row["fate"], row["fate_label"]) for row in table]

    assert fates() == [("arrested,shot", "arrested; shot"), ("", "")]
    assert fates("?certain=true&fate=arrested") == [("arrested", "arrested")]
    # The words are those of the address.
    assert fates("?fate=arrested,shot") == [("arrested,shot", "arrested; shot")]
    response = client.get("/persons/download.xlsx?fate=shot")
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content)))["Persons"]
    assert [row[6].value for row in sheet] == ["fate", "arrested,shot"]


def citation(client: Client, address: str) -> str:
    """How a page is cited that has been asked for something."""
    [found] = re.findall(
        r'<p class="citation-text">([^<]*)</p>', client.get(address).content.decode()
    )
    return unescape(found)


def test_list_is_cited_by_what_it_was_asked(client: Client) -> None:
    cast.tenure()
    cast.signature(cast.person("leon-trotsky"))
    assert citation(client, "/persons/") == (
        "“Persons”, Prosopography of the Left Opposition, http://testserver/persons/"
    )
    changed = datetime(2026, 3, 9, 12, tzinfo=UTC)
    Version.objects.create(token=token_hex(16), changed=changed)
    query = "role=member,signatory&organisation=tsentrobalt&certain=true&q=Smilga&sort=birth"
    # How it is shown is no matter of what is cited.
    assert citation(client, f"/persons/?{query}&view=cards&facet=role") == (
        "“Persons (Organisation: Tsentrobalt; Role: member or signatory; Found under: “Smilga”; "
        "without what is uncertain)”, Prosopography of the Left Opposition, version of 2026-03-09, "
        f"http://testserver/persons/?{query}"
    )


def rows_of(client: Client, address: str) -> list[dict[str, str]]:
    """The rows of a table in CSV."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_list_is_a_spreadsheet_that_says_what_was_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.tenure()
    cast.tenure(cast.person("leon-trotsky"))
    response = client.get("/persons/download.xlsx?role=member&sort=claims")
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert [row[0].value for row in book["Persons"]] == ["slug", "ivar-smilga", "leon-trotsky"]
    told = {row[0].value: row[1].value for row in book["About"]}
    assert (told["role"], told["Rows"]) == ("member", 2)
    assert told["Address"] == "http://testserver/persons/?role=member&sort=claims"
    monkeypatch.setattr("prosopography.queries.facets.rows.MOST_IN_XLSX", 1)
    assert refusal(client, "/persons/download.xlsx")[0] == 400


def test_claims_are_listed_whatever_they_say(client: Client) -> None:
    cast.tenure()
    denied = cast.tenure(polarity="denied", edtf="1918")
    cast.tenure(cast.person("drafted"), status=Status.DRAFT)
    cast.name("Смилга", cast.person())
    address = r'<a class="siglum" href="/assertions/([^/]*)/">'
    text = client.get("/assertions/").content.decode()
    assert len(re.findall(address, text)) == 3
    assert "3 claims" in text
    text = client.get("/assertions/?polarity=denied&decade=1910s").content.decode()
    assert re.findall(address, text) == [denied.identifier]
    assert "Смилга" in client.get("/assertions/?q=смилг&kind=name").content.decode()


def test_large_record_counts_a_facet_when_it_is_opened(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prosopography.queries.facets.page.MANY_CLAIMS", 1)
    monkeypatch.setattr("prosopography.queries.facets.page.FEW_ROWS", 1)
    cast.tenure()
    cast.tenure(cast.person("leon-trotsky"))
    counts = r'id="facet-([a-z_]+)"'

    def counted(address: str) -> list[str]:
        parts = client.get(address).content.decode().split('<section class="facet" ')[1:]
        return [re.findall(counts, each)[0] for each in parts if 'class="count"' in each]

    version = Version.objects.create(token=token_hex(16), changed=timezone.now())
    assert counted("/persons/") == []
    assert counted("/persons/?facet=role") == ["role"]
    # It is kept now, until the record changes.
    assert counted("/persons/") == ["role"]
    version.token = token_hex(16)
    version.save()
    assert counted("/persons/") == []
    # Few are left: everything is counted but what is chosen.
    cast.signature()
    assert "event" in counted("/persons/?role=signatory")
    assert "role" not in counted("/persons/?role=signatory")
    assert counted("/organisations/") == []


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


def test_sources_that_were_read_come_first_each_sort_under_its_number(client: Client) -> None:
    cast.birth(source=cast.source("read", "Z, read"), attributed_to_source=cast.source("b", "B"))
    for edtf in ("1923", "1924"):
        cast.signature(source=cast.source("most", "Y, read most"), edtf=edtf)
    cast.source("file", "A, with a document", file="003.txt")
    cast.source("a", "A, named")
    assert shown(client, "/sources/") == ["most", "read", "file", "b", "a"]
    text = words_of(client, "/sources/")
    assert "Read for this record: 3 Y, read most" in text
    assert "A, with a document document 003.txt" in text
    assert "Known only through others: 2 B" in text
    assert shown(client, "/sources/?sort=name") == ["a", "file", "b", "most", "read"]
    assert "Read for this record" not in words_of(client, "/sources/?sort=name")
    assert "Sources read 3 Works that they name 2" in words_of(client, "/")
    assert shown(client, "/sources/?read=reported,named") == ["b", "a"]


def words_of(client: Client, address: str) -> str:
    """What a reader reads at an address."""
    return " ".join(re.sub(r"<[^>]*>", " ", client.get(address).content.decode()).split())
