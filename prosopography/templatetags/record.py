"""How templates write what is in the record. Nothing here asks the database but for names in another
script (``queries.script``)."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from prosopography.queries.language import spoken
from prosopography.queries.script import label_of, sort_label_of
from prosopography.queries.words import in_words

register = template.Library()

#: The scripts that a reading machine should not take for that of the page, by the first word of the
#: names of their letters (Unicode Character Database), as subtags of ISO 15924. The language stays
#: open: letters do not tell it.
_SCRIPTS = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "LATIN": "Latn",
}
#: In which of them the pages of a language are written.
_PAGE = {"en": "Latn", "ru": "Cyrl"}


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
    """The language tag (BCP 47) of a text in another script than the page: “und-Cyrl”, else empty.

    It is the script of most of the letters.
    """
    own = _PAGE.get(spoken(), "")
    if own == "Latn" and text.isascii():
        return ""
    found = Counter(
        _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "")
        for letter in text
        if letter.isalpha()
    )
    most = found.most_common(1)[0][0] if found else ""
    return f"und-{most}" if most not in ("", own) else ""


@register.filter
def scripted(text: str) -> SafeString | str:
    """A text, marked with its script where that is not the script of the page."""
    tag = script(text)
    return format_html('<span lang="{}">{}</span>', tag, text) if tag else text


@register.filter
def label(row: Any) -> str:
    """What a row is called in the language that is spoken; of what is no row, its label.

    Nothing of nothing, as templates have it: they ask before they look whether there is a row.
    """
    if not row:
        return ""
    return label_of(row) if hasattr(row, "_meta") else str(row.label)


@register.filter
def sort_label(row: Any) -> str:
    """What a row is called in a list: under what it stands there, in the language that is spoken."""
    return sort_label_of(row)


@register.filter
def word(value: str) -> str:
    """A value of a closed list (“probable”) in the language that is spoken."""
    return in_words(str(value))


@register.simple_tag
def said(parts: Iterable[Any], here: Any = None) -> SafeString:
    """A sentence with a link wherever it names a row, but not to the row whose page this is."""
    return format_html_join("", "{}", ((_linked(part, here),) for part in parts))


def _linked(part: Any, here: Any) -> SafeString | str:
    text = scripted(part.text)
    if part.row is None or part.row == here:
        return text
    return format_html('<a href="{}">{}</a>', address(part.row), text)
