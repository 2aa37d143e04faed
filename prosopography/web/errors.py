"""Refusals and errors in the site's own look."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

#: How much of an address is looked for.
MAX_TEXT = 100


class RefusalError(Exception):
    """A page that is not shown, with the reason in a sentence for the reader."""

    status = 400
    title: str | Promise = _("This address cannot be read")

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFoundError(RefusalError):
    """There is nothing at this address, or nothing that the public may see."""

    status = 404
    title = _("Page not found")

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or gettext("There is nothing at this address."))


class NumberError(RefusalError):
    """What is given as the number of a page is none."""


class GoneError(RefusalError):
    """What was at this address has been taken back."""

    status = 410
    title = _("No longer published")


class MovedError(Exception):
    """What was at this address has another one now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def refuse(request: HttpRequest, refusal: RefusalError, first: str = "") -> HttpResponse:
    """The page that says why; ``first`` is the address of the first page of a list."""
    context = {
        "title": refusal.title,
        "sentence": refusal.sentence,
        "status": refusal.status,
        "first": first,
        # Where nothing is, the reader is offered to look for what the address says.
        "is_lost": refusal.status == NotFoundError.status and not first,
        "text": _last_words(request.path),
    }
    return render(request, "errors/refused.html", context, status=refusal.status)


def _last_words(path: str) -> str:
    """What the last part of an address says: “ivar smilga” of /persons/ivar-smilga.html."""
    last = path.strip("/").rpartition("/")[2].partition(".")[0]
    return " ".join(re.sub(r"[\W_]+", " ", last).split())[:MAX_TEXT]


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that Django itself refuses. Its reason is not for the reader."""
    return refuse(
        request, RefusalError(gettext("The request is not one that this site understands."))
    )


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
