"""What the tests of the API share: a client that reads JSON, and no limit of requests."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from rest_framework.throttling import AnonRateThrottle

Get = Callable[..., Any]


@pytest.fixture(autouse=True)
def _without_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests ask more often in a minute than a client may."""
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": None})


@pytest.fixture(autouse=True)
def _without_collected_files(settings: Any) -> None:
    """Nobody need have run collectstatic before the tests."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def ask(client: Client) -> Callable[..., HttpResponse]:
    """Asks the API; parameters by name, several values of one as a list."""

    def _ask(path: str, **parameters: Any) -> HttpResponse:
        return client.get(f"/api/v1/{path}", parameters)

    return _ask


@pytest.fixture
def get(ask: Callable[..., HttpResponse]) -> Get:
    """The JSON of an answer that must be well."""

    def _get(path: str, **parameters: Any) -> Any:
        answer = ask(path, **parameters)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return _get


@pytest.fixture
def keys(get: Get) -> Callable[..., list[str]]:
    """The slugs (or identifiers) of a list, in its order."""

    def _keys(path: str, **parameters: Any) -> list[str]:
        results = get(path, **parameters)["results"]
        return [result.get("slug") or result["identifier"] for result in results]

    return _keys


@pytest.fixture
def refused(ask: Callable[..., HttpResponse]) -> Callable[..., list[tuple[str, str]]]:
    """The parameters that a request is refused for, each with the code; it must be refused."""

    def _refused(path: str, **parameters: Any) -> list[tuple[str, str]]:
        answer = ask(path, **parameters)
        assert answer.status_code == 400, answer.content
        body = answer.json()
        assert body["type"] == "validation_error"
        return [(error["attr"], error["code"]) for error in body["errors"]]

    return _refused
