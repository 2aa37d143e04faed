"""What every test may ask for, and what is skipped where something is missing (never in CI)."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")


def pytest_configure(config: pytest.Config) -> None:
    """The marks that tests of this project carry, and a rarer search for garbage, which costs."""
    gc.set_threshold(50_000, 50, 50)
    config.addinivalue_line("markers", "browser: needs Chromium")
    config.addinivalue_line("markers", "version: with the ETag, and the query that it takes")
    config.addinivalue_line("markers", "documents: needs the documents of the record")


@pytest.fixture(autouse=True)
def _without_version(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pages and the API are counted without the one query that each answer takes for its ETag.

    Unless a test is marked ``version``, or runs a server, which other threads ask.
    """
    if request.node.get_closest_marker("version") or "live_server" in request.fixturenames:
        yield
        return
    rest = [name for name in settings.MIDDLEWARE if not name.endswith(".UnchangedMiddleware")]
    with override_settings(MIDDLEWARE=rest):
        yield


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder with the documents; skips, outside CI, where DOCUMENTS_DIR does not name one."""
    folder = Path(settings.DOCUMENTS_DIR) if settings.DOCUMENTS_DIR else None
    if folder is not None and folder.is_dir():
        return folder
    reason = "DOCUMENTS_DIR does not name the folder with the documents"
    if IN_CI:
        pytest.fail(f"{reason}, and in CI nothing is skipped")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def fixture_files() -> list[Path]:
    """The fixtures of the record, as bin/run loads them."""
    folder = settings.BASE_DIR / "fixtures"
    return [folder / "vocabulary.json", *sorted((folder / "left_opposition").glob("*.json"))]
