"""How templates name the places of a source. Nothing here asks the database."""

from django import template
from django.utils.translation import get_language_info

register = template.Library()


@register.filter
def spot(locator: str) -> str:
    """What names a place on the page of its source: “at-¶7”, “at-p._12”; no blank in it."""
    return "at-" + "_".join(locator.split())


@register.filter
def language_name(tag: str) -> str:
    """What a language (BCP 47) is called in the reader's; the tag itself, where that is not known."""
    try:
        return str(get_language_info(tag)["name_translated"])
    except KeyError:
        return tag
