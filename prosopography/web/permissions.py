"""What no page of this site ever asks a browser for."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_NOTHING = ("camera", "geolocation", "microphone", "payment", "usb")
_POLICY = ", ".join(f"{each}=()" for each in _NOTHING)


class PermissionsMiddleware:
    """The header ``Permissions-Policy``, which Django does not set by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with the header."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", _POLICY)
        return response
