"""Sources: what one is, what it copies, and what is taken from it."""

from collections.abc import Callable
from typing import Any

import pytest

from prosopography.editing import assertion as claims
from prosopography.editing import publication, row
from prosopography.models import Derivation, Passage
from tests import cast

pytestmark = pytest.mark.django_db

Keys = Callable[..., list[str]]
Get = Callable[..., Any]


def derive(source: Any, derived_from: Any, **columns: Any) -> Derivation:
    return row.create(Derivation, source=source, derived_from=derived_from, **columns)


def short(slug: str, file: str = "") -> dict[str, str]:
    label = slug.replace("-", " ").capitalize()
    url = f"http://testserver/api/v1/sources/{slug}/"
    return {"slug": slug, "label": label, "url": url, "file": file}


def test_source_tells_everything(get: Get, settings: Any) -> None:
    settings.DOCUMENTS_DIR = ""  # nobody holds its words against a document
    article = cast.source(
        title="Ivar Smilga",
        authors="Alexei Gusev",
        author=cast.person("alexei-gusev"),
        date_text="c. 2001",
        edtf="2001~",
        publisher="Revolutionary History",
        licence="CC BY 4.0",
        url="https://example.org/smilga",
        language="en",
        file="002.txt",
        checksum="0" * 64,
        note="Printed with gaps.",
    )
    derive(article, cast.source("book"), certainty="probable", note="Shared misprints.")
    derive(cast.source("copy"), article, extent="parts", note="Word for word.")
    derive(article, cast.source("hidden-book", status="draft"))
    derive(cast.source("hidden-copy", status="draft"), article)
    for locator, reason in (("¶10", "licence"), ("¶9", "heading")):
        row.save(Passage(source=article, locator=locator, reason=reason))
    claim = cast.birth(source=article)
    claims.cite(claim, source=article, locator="¶2")
    cast.tenure(source=article, status="draft")
    assert get("sources/smilga-article/") == {
        "slug": "smilga-article",
        "label": "Smilga article",
        "url": "http://testserver/api/v1/sources/smilga-article/",
        "page": "http://testserver/sources/smilga-article/",
        "kind": "article",
        "title": "Ivar Smilga",
        "authors": "Alexei Gusev",
        "author": {
            "slug": "alexei-gusev",
            "label": "Alexei Gusev",
            "url": "http://testserver/api/v1/persons/alexei-gusev/",
        },
        "date": {"text": "c. 2001", "edtf": "2001~"},
        "publisher": "Revolutionary History",
        "licence": "CC BY 4.0",
        "web_address": "https://example.org/smilga",
        "language": "en",
        "file": "002.txt",
        "checksum": "0" * 64,
        "note": "Printed with gaps.",
        "derived_from": [
            {
                "source": short("book"),
                "extent": "whole",
                "certainty": "probable",
                "note": "Shared misprints.",
            }
        ],
        "copies": [
            {
                "source": short("copy"),
                "extent": "parts",
                "certainty": "certain",
                "note": "Word for word.",
            }
        ],
        "passages": [
            {"locator": "¶9", "reason": "heading"},
            {"locator": "¶10", "reason": "licence"},
        ],
        "counts": {"citations": 2, "assertions": 1},
    }


def test_embed_gives_the_citations_in_document_order(get: Get) -> None:
    claim = cast.birth(locator="¶10")
    first = claims.cite(claim, source=cast.source(), locator="¶9")
    cast.tenure(locator="¶1", status="draft")
    cast.tenure(locator="¶1", source=cast.source("biography"))
    told = get("sources/smilga-article/", embed="citations", fields="slug")
    second = claim.citations.get(locator="¶10")
    assert told == {
        "slug": "smilga-article",
        "citations": [
            get(f"citations/{first.identifier}/"), get(f"citations/{second.identifier}/"),
        ],
    }  # fmt: skip


def test_sources_are_chosen_by_what_they_are(keys: Keys) -> None:
    article = cast.source(file="002.txt", language="en", authors="Гусев")
    book = cast.source("book", kind="book")
    derive(article, book)
    assert keys("sources/", kind="book,memoir") == ["book"]
    assert keys("sources/", language="en") == ["smilga-article"]
    assert keys("sources/", file="002.txt") == ["smilga-article"]
    assert keys("sources/", read="true") == ["smilga-article"]
    assert keys("sources/", read="false") == ["book"]
    assert keys("sources/", derived_from="book") == ["smilga-article"]
    assert keys("sources/", derived_from="smilga-article") == []
    assert keys("sources/", text="ГУСЕВ") == ["smilga-article"]


def test_sources_are_chosen_by_what_is_taken_from_them(keys: Keys) -> None:
    smilga, trotsky = cast.person(), cast.person("leon-trotsky")
    cast.tenure(smilga, named_as="Srnilga")
    cast.tenure(trotsky, source=cast.source("biography"))
    hidden = cast.source("hidden", status="draft")
    cast.tenure(smilga, edtf="1920", source=cast.source("essay"), attributed_to_source=hidden)
    cast.tenure(smilga, edtf="1921", source=cast.source("draft-reader"), status="draft")
    assert keys("sources/", person="ivar-smilga") == ["smilga-article"]
    assert keys("sources/", organisation="tsentrobalt") == ["biography", "smilga-article"]
    assert keys("sources/", named_as="Srnilga", person="ivar-smilga") == ["smilga-article"]
    assert keys("sources/", named_as="Srnilga", person="leon-trotsky") == []


def test_hidden_source_cannot_be_asked_for(refused: Callable[..., Any]) -> None:
    cast.source("hidden", status="draft")
    assert refused("assertions/", source="hidden") == [("source", "unknown")]


def test_retracted_source_is_gone(ask: Callable[..., Any]) -> None:
    publication.retract(cast.source(), reason="A forgery.")
    assert ask("sources/smilga-article/").status_code == 410


def test_author_narrows_the_list_and_is_shown_only_when_published(keys: Keys, get: Get) -> None:
    serge = cast.person("victor-serge")
    cast.source("serge-memoirs", author=serge)
    cast.source("serge-novel", author=cast.person("hidden-author", status="draft"))
    cast.source()
    assert keys("sources/", author="victor-serge") == ["serge-memoirs"]
    assert get("sources/serge-novel/")["author"] is None


def test_sources_and_roles_are_searched_as_the_site_does(get: Get) -> None:
    cast.source("biography", "A biography", file="003_8dc4.txt", title="Smilga")
    cast.source("draft", "A draft", file="103.txt", title="Smilga", status="draft")
    cast.source()
    assert get("sources/", search="document 3", fields="slug,match")["results"] == [
        {
            "slug": "biography",
            "match": {
                "name": "003",
                "how": "exact",
                "explanation": "“document 3” is its document “003_8dc4.txt”.",
                "score": 0.9,
            },
        }
    ]
    # The best first, unless an order is asked for.
    found = get("sources/", search="smilga", fields="slug")["results"]
    assert [each["slug"] for each in found] == ["biography", "smilga-article"]
    found = get("sources/", search="smilga", ordering="-label", fields="slug")["results"]
    assert [each["slug"] for each in found] == ["smilga-article", "biography"]
    cast.role("signatory")
    (role,) = get("roles/", search="signa", fields="slug,match")["results"]
    assert (role["slug"], role["match"]["name"], role["match"]["how"]) == (
        "signatory", "signatory", "prefix",
    )  # fmt: skip
