"""How templates write what is in the record. Nothing here asks the database."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

#: The scripts that a reading machine should not take for Latin, by the first word of the names of
#: their letters (Unicode Character Database), as subtags of ISO 15924. The language stays open:
#: letters do not tell it.
_SCRIPTS = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
}


@register.filter
def address(row: Any) -> str:
    """The page of a person, organisation, event, place, role or source."""
    return reverse(f"web:{row._meta.model_name}", args=[row.slug])


@register.filter
def authority_entry(identifier: Any) -> str:
    """The address of an identifier's entry at its authority, which is loaded with it."""
    value = quote(identifier.value, safe="")
    return str(identifier.authority.url_template).replace("{}", value)


@register.filter
def script(text: str) -> str:
    """The language tag (BCP 47) of a text in another script: “und-Cyrl”; empty for Latin letters.

    It is the script of most of the letters.
    """
    if text.isascii():
        return ""
    found = Counter(
        _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")
        for letter in text
        if letter.isalpha()
    )
    most = found.most_common(1)[0][0] if found else ""
    return f"und-{most}" if most else ""


@register.filter
def scripted(text: str) -> SafeString | str:
    """A text, marked with its script where that is not Latin."""
    tag = script(text)
    return format_html('<span lang="{}">{}</span>', tag, text) if tag else text


@register.simple_tag
def said(parts: Iterable[Any], here: Any = None) -> SafeString:
    """A sentence with a link wherever it names a row, but not to the row whose page this is."""
    return format_html_join("", "{}", ((_linked(part, here),) for part in parts))


def _linked(part: Any, here: Any) -> SafeString | str:
    text = scripted(part.text)
    if part.row is None or part.row == here:
        return text
    return format_html('<a href="{}">{}</a>', address(part.row), text)
