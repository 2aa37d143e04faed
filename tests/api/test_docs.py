"""What there is, is described: every address and every parameter stands in docs/api.md."""

import re

import pytest
from django.conf import settings

from prosopography.api import errors
from prosopography.api.addresses import PLURALS
from prosopography.api.filters import MAX_HITS
from prosopography.api.question import LONGEST_ADDRESS
from prosopography.api.question_schema import PARAMETERS
from prosopography.api.resource import MAX_EMBEDDED
from prosopography.api.root import QUESTIONS
from prosopography.api.urls import router
from prosopography.api.values import MAX_TEXT
from prosopography.queries.beside import MOST_PAIRS
from prosopography.queries.claim_row import CITATION_COLUMNS, CLAIM_COLUMNS
from prosopography.queries.questions.rows import COLUMNS, MOST_IN_XLSX
from prosopography.queries.relationships import MOST_RELATIONSHIPS
from tests.api.test_schema import OTHERS

DOCS = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")
#: Whatever stands in the docs as code.
CODE = set(re.findall(r"`([^`\n]+)`", DOCS))
RESOURCES = {noun: resource for _, resource, noun in router.registry}
every_resource = pytest.mark.parametrize("noun", list(RESOURCES))


@every_resource
def test_every_address_is_described(noun: str) -> None:
    key = RESOURCES[noun].lookup_field
    assert {f"/api/v1/{PLURALS[noun]}/", f"/api/v1/{PLURALS[noun]}/{{{key}}}/"} <= CODE


def test_every_address_that_is_no_resource_is_described() -> None:
    assert set(OTHERS.values()) - CODE == set()
    of_the_record = [name for name, address in OTHERS.items() if "{" not in address]
    assert of_the_record == ["root", "schema", "docs", *QUESTIONS]


@every_resource
def test_every_parameter_is_described(noun: str) -> None:
    resource = RESOURCES[noun]
    parameters = {*resource.filterset_class.base_filters, "fields", "page", "page_size"}
    words = {word for code in CODE for word in re.findall(r"[a-z_]+", code)}
    assert parameters - words == set()


def test_parameters_and_own_columns_of_questions_are_described() -> None:
    section = DOCS.split("\n## Questions across people\n")[1].split("\n## ")[0]
    words = set(re.findall(r"`(\w+)`", section))
    assert {parameter.name for parameter in PARAMETERS} - words == set()
    own = set(COLUMNS) - set(CLAIM_COLUMNS)
    assert (own | {"subject", "subject_label", *CITATION_COLUMNS, "quotations"}) - words == set()


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
    assert f"longer than {LONGEST_ADDRESS:,} characters" in text
    assert f"of more than {MOST_IN_XLSX:,} persons there is only CSV" in text
    assert f"on the first page alone, and {MOST_RELATIONSHIPS} at most" in text
    assert f"the strongest {MOST_PAIRS} `pairs`" in text
