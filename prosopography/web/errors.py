"""Refusals and errors in the site's own look."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt


class RefusalError(Exception):
    """A page that is not shown, with the reason in a sentence for the reader."""

    status = 400
    title = "This address cannot be read"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFoundError(RefusalError):
    """There is nothing at this address, or nothing that the public may see."""

    status = 404
    title = "Page not found"

    def __init__(self, sentence: str = "There is nothing at this address.") -> None:
        super().__init__(sentence)


class GoneError(RefusalError):
    """What was at this address has been taken back."""

    status = 410
    title = "No longer published"


class MovedError(Exception):
    """What was at this address has another one now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def refuse(request: HttpRequest, refusal: RefusalError) -> HttpResponse:
    """The page that says why."""
    context = {"title": refusal.title, "sentence": refusal.sentence, "status": refusal.status}
    return render(request, "errors/refused.html", context, status=refusal.status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that Django itself refuses. Its reason is not for the reader."""
    return refuse(request, RefusalError("The request is not one that this site understands."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page."""
    return refuse(request, NotFoundError())


@csrf_exempt
def unknown_address(request: HttpRequest) -> HttpResponse:
    """404 for every address that nothing else answers; where only the last slash lacks, 301.

    It stands last among the addresses, so that also a development server, which has pages of its
    own for errors, shows what readers see.
    """
    if not request.path.endswith("/"):
        try:
            is_known = resolve(f"{request.path_info}/").func is not unknown_address
        except Resolver404:
            is_known = False
        if is_known:
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return not_found(request)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Needs neither database nor session nor anything else that may be broken."""
    return HttpResponse(
        render_to_string("errors/500.html", {"site_name": settings.SITE_NAME}), status=500
    )
