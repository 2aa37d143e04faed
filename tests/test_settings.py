"""The settings: a clone runs at once; a careless production start is refused with what to set."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {"ENVIRONMENT": "production", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "example.org"}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Reads the settings in a process of its own, in this environment alone."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "from prosopography import settings as s; print(s.DEBUG, s.HTTPS)"],
        cwd=settings.BASE_DIR,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def refusal(**environment: str) -> str:
    """The last line that a refused start prints."""
    done = start(**environment)
    assert done.returncode != 0
    return (
        done.stderr.strip()
        .splitlines()[-1]
        .removeprefix("django.core.exceptions.ImproperlyConfigured: ")
    )


def test_a_clone_runs_without_any_setting() -> None:
    done = start()
    assert (done.returncode, done.stdout) == (0, "True False\n")


def test_production_runs_with_key_and_hosts() -> None:
    done = start(**GOOD)
    assert (done.returncode, done.stdout) == (0, "False True\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"SECRET_KEY": ""},
            "No SECRET_KEY in production: set SECRET_KEY to a long random text of your own, for "
            'example the output of: python3 -c "import secrets; print(secrets.token_urlsafe(50))"',
        ),
        (
            {"ALLOWED_HOSTS": " , "},
            "No ALLOWED_HOSTS in production: set ALLOWED_HOSTS to the names under which the site is "
            "reached, separated by commas, for example ALLOWED_HOSTS=prosopography.example.org",
        ),
        (
            {"DEBUG": "true"},
            "DEBUG is on in production: unset DEBUG, or set DEBUG=false. "
            "(To develop, set ENVIRONMENT=development.)",
        ),
        ({"DEBUG": "maybe"}, "DEBUG must be true or false, not 'maybe'."),
        ({"API_PAGE_SIZE": "many"}, "API_PAGE_SIZE must be a whole number, not 'many'."),
        (
            {"ENVIRONMENT": "staging"},
            "ENVIRONMENT must be development or production, not 'staging'.",
        ),
        (
            {"CALENDAR_REFORM": "February 1918"},
            "CALENDAR_REFORM must be a day such as 1918-02-14, not 'February 1918'.",
        ),
    ],
)
def test_production_refuses_a_careless_start(change: dict[str, str], sentence: str) -> None:
    assert refusal(**{**GOOD, **change}) == sentence


def test_wsgi_presumes_production() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import prosopography.wsgi"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "No SECRET_KEY in production" in done.stderr
