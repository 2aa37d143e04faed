"""The other forms of the page of a row: where they lie, and who is sent there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from prosopography.interchange.linked import FORMATS, PLURALS

from .errors import RefusalError
from .negotiation import HTML, JSON, preferred


class NotAcceptableError(RefusalError):
    """The reader takes no form that there is."""

    status = 406

    def __init__(self) -> None:
        super().__init__(
            _("This page is to be had as HTML, JSON, JSON-LD and Turtle, and as nothing else.")
        )
        self.title = _("Not in this form")


@dataclass(frozen=True)
class Alternate:
    """Another form of a page."""

    media_type: str
    label: str
    address: str


def alternates(path: str, named: Mapping[str, Any]) -> list[Alternate]:
    """The linked data of the page at this path; ``named`` is what its address names."""
    noun = resolve(path).url_name
    return [
        Alternate(form.media_type, form.label, _file(str(noun), named, end))
        for end, form in FORMATS.items()
    ]


def thing(request: HttpRequest, named: Mapping[str, Any]) -> str:
    """What linked data calls the thing of which this page tells, in whatever language it does."""
    noun = resolve(request.path_info).url_name  # in the language of the page
    with override(settings.LANGUAGE_CODE):
        address = reverse(f"web:{noun}", kwargs=dict(named))
    return f"{request.build_absolute_uri(address)}#this"


def elsewhere(request: HttpRequest, named: Mapping[str, Any]) -> HttpResponse | None:
    """303 to the form that the reader prefers to HTML; None where that is HTML.

    Raises NotAcceptableError where the reader takes none of the forms.
    """
    form = preferred(request)
    if form == HTML or request.resolver_match is None or request.method not in ("GET", "HEAD"):
        return None
    if form is None:
        raise NotAcceptableError
    noun = str(request.resolver_match.url_name)
    ends = {each.media_type: end for end, each in FORMATS.items()}
    is_api = form == JSON
    address = (
        api_address(PLURALS[noun], _key(noun, named)) if is_api else _file(noun, named, ends[form])
    )
    return HttpResponse(status=303, headers={"Location": address})


def api_address(plural: str, key: str = "") -> str:
    """Where the API answers for the same thing. (Rooms do not import one another: a plain address.)"""
    return f"{get_script_prefix()}api/v1/{plural}/{f'{key}/' if key else ''}"


def _file(noun: str, named: Mapping[str, Any], end: str) -> str:
    """The address of a file, which has no language."""
    with override(settings.LANGUAGE_CODE):
        return reverse("web:linked", args=[PLURALS[noun], _key(noun, named), end])


def _key(noun: str, named: Mapping[str, Any]) -> str:
    return str(named["identifier"] if noun == "assertion" else named["slug"])
