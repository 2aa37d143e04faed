"""What search engines are told: which addresses there are, and which to leave alone."""

from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, reverse

from prosopography.interchange.linked import PLURALS
from prosopography.queries.sitemap import Part, sitemap_part, sitemap_parts

from .errors import NotFoundError
from .page import Page

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NOUNS = {plural: noun for noun, plural in PLURALS.items()}
#: The pages that are no page of a row, by their names.
_PAGES = (
    "home",
    "about",
    "glossary",
    "vocabulary",
    "changes",
    "questions",
    "groups",
    "conflict-list",
    "map",
    "timeline",
    "network",
    "as-of",
    "succession",
    "stemma",
    *(f"{noun}-list" for noun in PLURALS),
)
#: What a robot may not ask for: it has no end, or costs much, and says nothing that the pages do
#: not. After each language's prefix too.
_COSTLY = (
    "questions/?",
    "groups/?",
    "groups/network",
    "compare/?",
    "paths/?",
    "search/?",
    "network.",
    "*/network.",
    "*download.",
    "*?*&",
)


class SitemapIndex(Page):
    """The parts of the site map."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The index."""
        root = Element("sitemapindex", xmlns=_NAMESPACE)
        parts = [("pages", 1), *((PLURALS[each.noun], each.number) for each in sitemap_parts())]
        for plural, number in parts:
            address = reverse("web:sitemap-part", args=[plural, number])
            SubElement(SubElement(root, "sitemap"), "loc").text = request.build_absolute_uri(
                address
            )
        return _xml(root)


class SitemapPart(Page):
    """A part of it: some thousand addresses, each with its other languages."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The addresses. Raises NotFoundError."""
        plural, number = self.kwargs["plural"], self.kwargs["number"]
        root = Element("urlset", {"xmlns": _NAMESPACE, "xmlns:xhtml": _XHTML})
        found: list[tuple[str, datetime | None]] = []
        if (plural, number) == ("pages", 1):
            found = [(reverse(f"web:{name}"), None) for name in _PAGES]
        else:
            prefix = f"{get_script_prefix()}{plural}/"
            rows = sitemap_part(Part(_NOUNS.get(plural, ""), number))
            found = [(f"{prefix}{each.key}/", each.changed) for each in rows]
        if not found:
            raise NotFoundError
        site = f"{request.scheme}://{request.get_host()}"
        for path, changed in found:
            url = SubElement(root, "url")
            SubElement(url, "loc").text = f"{site}{path}"
            if changed is not None:
                SubElement(url, "lastmod").text = changed.isoformat(timespec="seconds")
            for code in _other_languages():
                address = f"{site}{_in_language(code, path)}"
                SubElement(url, "xhtml:link", rel="alternate", hreflang=code, href=address)
        return _xml(root)


class Robots(Page):
    """Everything public may be read by robots, but for what has no end."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file, as RFC 9309 describes it."""
        prefix = get_script_prefix()
        barred = [f"{prefix}{each}" for each in _COSTLY]
        barred += [
            f"{prefix}{code}/{each}"
            for code in _other_languages()
            for each in _COSTLY
            if not each.startswith("*")
        ]
        lines = [
            "User-agent: *",
            "Allow: /",
            *(f"Disallow: {each}" for each in (f"{prefix}admin/", *barred)),
            "",
            f"Sitemap: {request.build_absolute_uri(reverse('web:sitemap'))}",
        ]
        return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _other_languages() -> list[str]:
    """The languages that have a prefix in the address."""
    return [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def _in_language(code: str, path: str) -> str:
    """A path of the site in a language that has a prefix."""
    prefix = get_script_prefix()
    return f"{prefix}{code}/{path.removeprefix(prefix)}"


def _xml(root: Element) -> HttpResponse:
    text = tostring(root, encoding="unicode")
    return HttpResponse(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', content_type="application/xml"
    )
