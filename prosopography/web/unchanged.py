"""A page that has not changed since it was last read is not made again: 304."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from prosopography.queries.version import RecordVersion, record_version

from .negotiation import preferred

_STARTED = timezone.now()
#: What is public is kept by whoever likes, and asked about every time before it is shown again.
_CACHING = "public, max-age=0, must-revalidate"
#: What a page is made of besides the record: code, templates, styles, words, example questions.
_MADE_OF = ("prosopography", "templates", "fixtures/questions", "requirements.txt")
_SUFFIXES = {".py", ".html", ".css", ".js", ".svg", ".txt", ".json", ".mo"}


class UnchangedMiddleware:
    """ETag and Last-Modified for everything that is public, and 304 for who has it already.

    The ETag says of which version of the record, of the software, of its settings, and of which
    address and form a page is. The queries of ``record_version``, before the page is made; where
    the reader has that ETag nothing else is done. ``If-Modified-Since`` alone is answered after the
    page is made, for only then it is known that there is one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        _software()  # as it is now that it is started, whatever is installed while it runs

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with what identifies it."""
        response: Any = self.get_response(request)
        version = getattr(request, "record_version", None)
        if version is None:
            return response
        if response.status_code >= 500:
            response["Cache-Control"] = "no-store"
            return response
        response.headers.setdefault("Cache-Control", _CACHING)
        patch_vary_headers(response, ("Accept", "Accept-Encoding"))
        if response.status_code not in (200, 304):
            return response
        response["ETag"] = etag = _etag(request, version)
        modified = _modified(version)
        if modified is not None:
            response["Last-Modified"] = http_date(modified)
        if response.status_code == 200:
            return get_conditional_response(request, etag, modified, response) or response
        # What a cache has of the page stays as it is.
        for name in ("Content-Type", "Content-Length"):
            del response[name]
        return response

    def process_view(self, request: Any, *args: Any) -> HttpResponse | None:
        """Asks for the version, and answers 304 where the reader's is the same."""
        if request.method not in ("GET", "HEAD") or request.resolver_match.app_name == "admin":
            return None
        request.record_version = version = record_version()
        given = parse_etags(request.headers.get("If-None-Match", ""))
        if _etag(request, version) not in given:
            return None
        # Scripts of other sites have read the answer, if it was one of the API, and may go on.
        return HttpResponse(status=304, headers={"Access-Control-Allow-Origin": "*"})


def version_of(request: HttpRequest) -> RecordVersion:
    """The version of the record of which a page is made; no query where ``UnchangedMiddleware`` asked."""
    found: RecordVersion | None = getattr(request, "record_version", None)
    return record_version() if found is None else found


def _etag(request: HttpRequest, version: RecordVersion) -> str:
    """A weak one, for the same page can come packed or not."""
    said = (
        version.token,
        version.editors,
        _software(),
        _settings(),
        _templates() if settings.DEBUG else "",
        request.build_absolute_uri(),
        _form(request),
    )
    return f'W/"{hashlib.blake2s(repr(said).encode(), digest_size=16).hexdigest()}"'


def _form(request: HttpRequest) -> str | None:
    """Which form of it is asked for; the API has others than the pages, and more of them."""
    of_api = request.path_info.startswith("/api/")
    return request.headers.get("Accept", "") if of_api else preferred(request)


def _modified(version: RecordVersion) -> int | None:
    """The second in which record or software last changed; None while it lasts.

    None too where editors are named, for nothing says when one was renamed. HTTP counts in seconds:
    what changes twice in one could not be told apart. The settings have no date, so that a page
    counts as changed when the server was started.
    """
    if settings.NAME_EDITORS:
        return None
    newest = max(_STARTED, version.changed or _STARTED)
    is_over = timezone.now() - newest > timedelta(seconds=1)
    return int(newest.timestamp()) if is_over else None


@cache
def _software() -> str:
    """A digest of all that pages are made of; read once."""
    digest = hashlib.blake2s()
    for path in _files(*_MADE_OF, settings.EXAMPLE_QUESTIONS):
        digest.update(path.read_bytes())
    # Of the documents, which may be large, only which there are.
    documents = sorted(Path(settings.DOCUMENTS_DIR).glob("*")) if settings.DOCUMENTS_DIR else []
    for path in documents:
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()


def _settings() -> str:
    """The settings that are plain values, but for the secret."""
    plain = (str, int, float, bool, Path)
    names = sorted(name for name in dir(settings) if name.isupper() and name != "SECRET_KEY")
    return repr(
        [(name, each) for name in names if isinstance(each := getattr(settings, name), plain)]
    )


def _templates() -> str:
    """When each template was last written: a development server reads them again while it runs."""
    return repr([path.stat().st_mtime_ns for path in _files("templates")])


def _files(*names: str) -> list[Path]:
    found = []
    for name in names:
        path = settings.BASE_DIR / name
        found += [path] if path.is_file() else sorted(path.rglob("*"))
    return [path for path in found if path.suffix in _SUFFIXES and path.is_file()]
