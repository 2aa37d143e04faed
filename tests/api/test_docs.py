"""What there is, is described: every address and every parameter stands in docs/api.md."""

import re

import pytest
from django.conf import settings

from prosopography.api import errors
from prosopography.api.addresses import PLURALS
from prosopography.api.filters import MAX_HITS
from prosopography.api.resource import MAX_EMBEDDED
from prosopography.api.root import QUESTIONS
from prosopography.api.urls import router, urlpatterns
from prosopography.api.values import MAX_TEXT

DOCS = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")
#: Whatever stands in the docs as code.
CODE = set(re.findall(r"`([^`\n]+)`", DOCS))
RESOURCES = {noun: resource for _, resource, noun in router.registry}
every_resource = pytest.mark.parametrize("noun", list(RESOURCES))


@every_resource
def test_every_address_is_described(noun: str) -> None:
    key = RESOURCES[noun].lookup_field
    assert {f"/api/v1/{PLURALS[noun]}/", f"/api/v1/{PLURALS[noun]}/{{{key}}}/"} <= CODE


def test_root_schema_and_docs_are_described() -> None:
    named = [pattern.name for pattern in urlpatterns if getattr(pattern, "name", None)]
    own = [name for name in named if not name.endswith(("-list", "-detail"))]
    assert own == ["root", "schema", "docs", *QUESTIONS]
    assert {f"/api/v1/{question}/" for question in QUESTIONS} <= CODE
    assert {"/api/v1/", "/api/v1/schema/", "/api/v1/docs/"} <= CODE


@every_resource
def test_every_parameter_is_described(noun: str) -> None:
    resource = RESOURCES[noun]
    parameters = {*resource.filterset_class.base_filters, "fields", "page", "page_size"}
    words = {word for code in CODE for word in re.findall(r"[a-z_]+", code)}
    assert parameters - words == set()


def table(heading: str, until: str) -> list[list[str]]:
    """The cells of the tables between two headings."""
    lines = DOCS.split(f"\n## {heading}\n")[1].split(f"\n## {until}\n")[0].splitlines()
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]


@every_resource
def test_every_order_is_described(noun: str) -> None:
    [row] = [row for row in table("Lists", "Embedding") if PLURALS[noun] in row[0].split(", ")]
    described = re.findall(r"`(\w+)`", row[1])
    assert [word for word in described if word != "search"] == list(
        RESOURCES[noun].filterset_class.orderings
    )


@every_resource
def test_every_embedded_form_is_described(noun: str) -> None:
    rows = table("Embedding", "Search")
    own = [row for row in rows if row[0].startswith(f"`/api/v1/{PLURALS[noun]}/")]
    assert {row[1].strip("`") for row in own} == set(RESOURCES[noun].embeds)


def test_every_code_of_our_own_errors_is_described() -> None:
    folder = settings.BASE_DIR / "prosopography" / "api"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'\bcode="(\w+)"', code)) | {errors.Gone.default_code}
    assert used - CODE == set()


def test_the_limits_are_those_of_the_code() -> None:
    text = " ".join(DOCS.split())
    assert f"At most {MAX_TEXT} characters; at most {MAX_HITS} rows are found" in text
    assert f"At most {MAX_EMBEDDED:,} rows are embedded" in text
