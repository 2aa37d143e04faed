"""Packed answers."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PublicGZipMiddleware(GZipMiddleware):
    """Packs what is public.

    It holds no secret that could be guessed from its length; the admin's forms do, and are not
    packed. So nothing random is added either, and the same page is always the same bytes.
    """

    max_random_bytes = 0

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, packed where the reader takes it so."""
        match = request.resolver_match
        if match is None or match.app_name == "admin":
            return response
        return super().process_response(request, response)
