"""The addresses of resources and of the pages that show the same."""

from django.urls import get_script_prefix
from rest_framework.request import Request
from rest_framework.reverse import reverse

PLURALS = {
    "person": "persons",
    "name": "names",
    "organisation": "organisations",
    "role": "roles",
    "event": "events",
    "place": "places",
    "source": "sources",
    "assertion": "assertions",
    "citation": "citations",
    "conflict": "conflicts",
}


class Addresses:
    """Absolute addresses for one request, put together without resolving each (see the tests)."""

    def __init__(self, request: Request) -> None:
        self._api = reverse("root", request=request)
        self._site = request.build_absolute_uri(get_script_prefix())

    def resources(self, plural: str) -> str:
        """Where the API lists the rows of a noun."""
        return f"{self._api}{plural}/"

    def resource(self, noun: str, key: str) -> str:
        """Where the API tells all about a row: its slug or its identifier is the key."""
        return f"{self.resources(PLURALS[noun])}{key}/"

    def page(self, noun: str, key: str) -> str:
        """Where a reader sees the same."""
        return f"{self._site}{PLURALS[noun]}/{key}/"
