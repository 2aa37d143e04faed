"""The schema: valid, without warnings, and true of what is answered; the page to try it."""

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls.resolvers import RoutePattern
from jsonschema import Draft202012Validator

from prosopography.api.addresses import PLURALS
from prosopography.api.urls import router, urlpatterns
from tests import cast

pytestmark = pytest.mark.django_db

#: The addresses that are no resource, by their names, written as the schema and the docs write them.
OTHERS = {
    each.name: f"/api/v1/{each.pattern}".replace("<slug:slug>", "{slug}")
    for each in urlpatterns
    if isinstance(each.pattern, RoutePattern)
}


@pytest.fixture
def schema(client: Client) -> Any:
    """The schema as it is served."""
    answer = client.get("/api/v1/schema/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    return answer.json()


def test_schema_is_valid_and_without_warnings() -> None:
    out = StringIO()
    given = {"urlconf": "prosopography.api.versions", "api_version": "v1"}
    call_command("spectacular", **given, validate=True, fail_on_warn=True, stdout=out)
    assert "/api/v1/persons/{slug}/" in out.getvalue()


def test_schema_is_served_as_yaml_too(client: Client) -> None:
    answer = client.get("/api/v1/schema/", headers={"accept": "application/vnd.oai.openapi"})
    assert answer.content.startswith(b"openapi: 3.")


def test_schema_names_every_address(schema: Any) -> None:
    keys = {resource.noun: resource.lookup_field for _, resource, _ in router.registry}
    expected = {f"/api/v1/{PLURALS[noun]}/" for noun in keys}
    expected |= {f"/api/v1/{PLURALS[noun]}/{{{key}}}/" for noun, key in keys.items()}
    expected |= {OTHERS[name] for name in OTHERS if name not in ("schema", "docs")}
    assert set(schema["paths"]) == expected
    for path, operations in schema["paths"].items():
        # A question can be too long for an address.
        assert list(operations) == ["get", *(["post"] if path == "/api/v1/questions/" else [])]


def test_schema_names_every_parameter(schema: Any) -> None:
    for _, resource, noun in router.registry:
        operation = schema["paths"][f"/api/v1/{PLURALS[noun]}/"]["get"]
        described = {parameter["name"] for parameter in operation["parameters"]}
        own = set(resource.filterset_class.base_filters)
        assert described == own | {"fields", "page", "page_size"}
        assert all(parameter["description"] for parameter in operation["parameters"])


def test_schema_tells_choices_and_lists(schema: Any) -> None:
    operation = schema["paths"]["/api/v1/assertions/"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert parameters["polarity"] == {
        "in": "query",
        "name": "polarity",
        "schema": {
            "type": "array",
            "items": {"type": "string", "enum": ["affirmed", "denied", "silent"]},
        },
        "description": "Whether it is affirmed, denied, or searched for and not stated (silent).",
        "explode": False,
        "style": "form",
    }
    assert parameters["ordering"]["schema"]["items"]["enum"] == [
        "date", "identifier", "kind", "person", "witnesses",
        "-date", "-identifier", "-kind", "-person", "-witnesses",
    ]  # fmt: skip
    assert set(parameters["fields"]["schema"]["items"]["enum"]) == {
        "identifier", "url", "page", "kind", "sentence", "person", "related_person", "role",
        "organisation", "event", "place", "value", "date", "certainty", "basis", "polarity", "rank",
        "rank_reason", "note", "testimony", "citations",
    }  # fmt: skip
    assert parameters["possible_on"]["schema"] == {"type": "string"}


def test_schema_gives_every_error_one_shape(schema: Any) -> None:
    shapes = set()
    for operations in schema["paths"].values():
        for operation in operations.values():
            for code, answer in operation["responses"].items():
                if int(code) >= 400:
                    shapes |= {each["schema"]["$ref"] for each in answer["content"].values()}
    assert shapes == {"#/components/schemas/Error"}
    single = schema["paths"]["/api/v1/persons/{slug}/"]["get"]["responses"]
    assert sorted(single) == ["200", "301", "400", "404", "406", "410", "429"]


def as_json_schema(shape: Any) -> Any:
    """An OpenAPI 3.0 schema as a JSON Schema that knows nullable, and no field beside its own."""
    if isinstance(shape, list):
        return [as_json_schema(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    found = {key: as_json_schema(value) for key, value in shape.items() if key != "nullable"}
    if isinstance(shape.get("properties"), dict):
        found["additionalProperties"] = False
    return {"anyOf": [found, {"type": "null"}]} if shape.get("nullable") is True else found


class Judge:
    """Compares answers with the schema, and keeps what differs."""

    def __init__(self, schema: Any) -> None:
        self.paths = schema["paths"]
        self.components = as_json_schema(schema["components"])
        self.faults: list[str] = []
        self.judged = 0

    def judge(self, answer: Any, path: str, method: str = "get") -> None:
        """Compares an answer with what the schema promises for the path and the status."""
        promised = self.paths[path][method]["responses"][str(answer.status_code)]
        shape = as_json_schema(promised["content"]["application/json"]["schema"])
        validator = Draft202012Validator({**shape, "components": self.components})
        for error in validator.iter_errors(answer.json()):
            self.faults.append(f"{path} {error.json_path}: {error.message}")
        self.judged += 1


def test_answers_are_as_the_schema_says(client: Client, schema: Any) -> None:
    cast.tenure(
        cast.person(), cast.organisation("committee", part_of=cast.organisation()),
        place=cast.place(), attributed_to_person=cast.person("victor-serge"),
        attributed_to_source=cast.source("serge-memoirs"),
    )  # fmt: skip
    cast.signature()
    cast.birth()
    cast.name("Смилга", role=cast.role("also-known-as"))
    cast.role("vice-chairman", broader=cast.role("chairman"))
    judge = Judge(schema)
    judge.judge(client.get("/api/v1/"), "/api/v1/")
    for path in schema["paths"]:
        if not path.endswith("}/"):
            continue
        rows, _, key = path.partition("{")
        judge.judge(client.get(rows), rows)
        judge.judge(client.get(rows, {"x": "1"}), rows)
        judge.judge(client.get(f"{rows}nothing/"), path)
        for result in client.get(rows).json()["results"]:
            for query in ({}, {"embed": "assertions"}, {"embed": "citations"}):
                judge.judge(client.get(f"{rows}{result[key.strip('}/')]}/", query), path)
    for rows in ("persons", "organisations", "events", "places"):
        answer = client.get(f"/api/v1/{rows}/", {"search": "Ivar Smilga"})
        judge.judge(answer, f"/api/v1/{rows}/")
    assert judge.faults == []
    assert judge.judged > 60


def test_judge_finds_what_differs(client: Client, schema: Any) -> None:
    cast.person()
    schema["components"]["schemas"]["Person"]["properties"]["slug"]["type"] = "integer"
    del schema["components"]["schemas"]["Person"]["properties"]["label"]
    judge = Judge(schema)
    judge.judge(client.get("/api/v1/persons/"), "/api/v1/persons/")
    assert len(judge.faults) == 2


def test_page_to_try_it_needs_no_inline_script_or_style(client: Client) -> None:
    answer = client.get("/api/v1/docs/")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert re.findall(r"<style|<script(?! src=)|\sstyle=|\son\w+=", page) == []
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert [address for address in addresses if not address.startswith("/")] == []
    script = client.get("/api/v1/docs/?script=")
    assert script["Content-Type"] == "application/javascript"
    assert b'url: "/api/v1/schema/"' in script.content
    policy = answer["Content-Security-Policy"].split("; ")
    assert "default-src 'self'" in policy
    assert not [rule for rule in policy if rule.startswith(("script-src", "style-src"))]
