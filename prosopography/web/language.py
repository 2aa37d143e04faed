"""The language of a page: its address says it, and nothing else does."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from prosopography.queries.language import language_of, spoken
from prosopography.queries.script import speaking


class LanguageMiddleware:
    """Speaks the language of the address: ``/ru/persons/`` is Russian, ``/persons/`` English.

    Neither a cookie nor what the browser prefers has a say: one address, one page, for everybody
    and for every cache. The API and the admin have no other language than English; nor has a file
    (an address with a dot at its end, ``download.csv``), for machines read it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with its language in a header, and the thread left as it was."""
        with translation.override(language_of(request.path_info)), speaking():
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", spoken())
        return response

    def process_view(self, request: HttpRequest, *args: object) -> None:
        """A file is written in English, under whatever address it is found."""
        if "." in request.path_info.rsplit("/", 1)[-1]:
            translation.activate(settings.LANGUAGE_CODE)
