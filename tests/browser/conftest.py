"""A browser for the tests: Chromium, from $CHROMIUM or from the PATH."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")

#: Opens a page: width in CSS pixels, colour scheme.
Open = Callable[..., Page]


@pytest.fixture(scope="session", autouse=True)
def _without_collected_files() -> Iterator[None]:
    """Nobody need have run collectstatic before the tests; the server starts once for all."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; without it the test is skipped, but fails in CI."""
    given = os.environ.get("CHROMIUM", "").strip()
    found = [shutil.which(name) for name in ([given] if given else NAMES)]
    path = next((each for each in found if each), None)
    if path is None:
        missing = f"Chromium is not installed (looked for {given or ', '.join(NAMES)})"
        if IN_CI:
            pytest.fail(f"{missing}, and in CI nothing is skipped")
        pytest.skip(missing)
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests."""
    # Playwright runs an event loop in this thread, in which Django would refuse to ask the
    # database. The tests ask it before and after, never from within the loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        found = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield found
        found.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of on its console: violations of the policy, missing files."""
    return []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[Open]:
    """Opens pages of a reader who is new to the site; closes them after the test."""
    contexts = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def open_page(width: int = 1280, scheme: str = "light", **more: Any) -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
