"""Whatever is asked, the answer is well, or says in the one shape what is wrong with the question."""

import string
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prosopography.api.urls import router
from tests import cast

pytestmark = pytest.mark.django_db

LISTS = {f"{prefix}/": resource for prefix, resource, _ in router.registry}
KNOWN = sorted(
    {name for resource in LISTS.values() for name in resource.filterset_class.base_filters}
    | {"page", "page_size", "fields", "embed", "format"}
)
VALUES = [
    "ivar-smilga", "leon-trotsky", "tsentrobalt", "declaration-of-the-46", "aloja", "member",
    "smilga-article", "birth", "tenure,birth", "true", "false", "certain", "denied", "affirmed",
    "julian", "gregorian", "unknown", "1917", "1917-11-07", "1900-02-29", "191X", "1917/..", "[..1917]",
    "Y-170000002", "Y1E300", "-0043", "1", "2", "500", "501", "date", "-date", "slug", "label,slug",
    "sort_label", "Смилга", "Smilga", "¶1", "", " ", ",", "%", "_", "\\", "'", '"', ";--", "\0", "(", "[",
    "assertions", "citations", "json", "\ud7ff", "́", "١", "1e3", "-1", "0", "null", "x" * 201,
]  # fmt: skip

names = st.one_of(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.text(max_size=12))
values = st.one_of(st.sampled_from(VALUES), st.sampled_from(VALUES), st.text(max_size=30))
paths = st.one_of(
    st.sampled_from(sorted(LISTS)),
    st.sampled_from([
        "", "persons/ivar-smilga/", "organisations/tsentrobalt/", "events/declaration-of-the-46/",
        "places/aloja/", "roles/member/", "sources/smilga-article/", "persons/hidden/", "schema/",
    ]),
    st.text(max_size=20).map(lambda text: quote(text, safe="/")),
    st.text(string.ascii_lowercase + string.digits + "-", max_size=12).map(
        lambda key: f"assertions/{key}/"
    ),
)  # fmt: skip

moderately = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _record() -> None:
    """Something for the questions to be about."""
    cast.tenure()
    cast.signature()
    cast.birth(place=cast.place())
    cast.name("Смилга")
    cast.person("leon-trotsky")
    cast.person("hidden", status="draft")


def check(answer: Any) -> None:
    """An answer, an old address without its slash, or an error in its one shape."""
    assert answer.status_code in (200, 301, 400, 404)
    if answer.status_code in (200, 301):
        return
    body = answer.json()
    assert set(body) == {"type", "errors"}
    assert body["type"] in ("validation_error", "client_error")
    assert body["errors"] != []
    for error in body["errors"]:
        assert set(error) == {"code", "detail", "attr"}
        assert isinstance(error["code"], str)
        assert error["detail"]
        assert (error["attr"] is None) == (body["type"] == "client_error")


@moderately
@given(path=paths, query=st.lists(st.tuples(names, values), max_size=4))
def test_any_question_is_answered_or_refused(
    client: Client, path: str, query: list[tuple[str, str]]
) -> None:
    query_string = urlencode([(n.encode("utf-8"), v.encode("utf-8")) for n, v in query])
    check(client.get(f"/api/v1/{path}", QUERY_STRING=query_string))


@moderately
@given(
    path=st.sampled_from(sorted(LISTS)),
    raw=st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#")),
)
def test_any_query_string_is_answered_or_refused(client: Client, path: str, raw: str) -> None:
    check(client.get(f"/api/v1/{path}", QUERY_STRING=raw))


@moderately
@given(
    path=st.sampled_from(sorted(LISTS)),
    name=st.sampled_from(KNOWN),
    value=st.one_of(st.sampled_from(VALUES), st.text(min_size=1, max_size=20)),
)
def test_what_does_not_narrow_is_refused(client: Client, path: str, name: str, value: str) -> None:
    """A parameter that its list does not know never passes for one that was asked."""
    answer = client.get(f"/api/v1/{path}", {name: value})
    check(answer)
    known = {*LISTS[path].filterset_class.base_filters, "page", "page_size", "fields"}
    assert answer.status_code == 400 if name not in known else answer.status_code in (200, 400)
