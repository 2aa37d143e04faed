"""The language of a page in its template. Nothing here asks the database."""

from django import template
from django.http import HttpRequest

from prosopography.queries.language import Language, languages, spoken

register = template.Library()


@register.simple_tag
def language() -> str:
    """The code of the language that is spoken: “ru”. (Django's own may have a region.)"""
    return spoken()


@register.simple_tag
def in_languages(page: str | HttpRequest) -> list[Language]:
    """The same page in every language: of an address, or of a request with its query."""
    return languages(page if isinstance(page, str) else page.get_full_path())
