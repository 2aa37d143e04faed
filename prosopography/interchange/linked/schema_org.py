"""What search engines read in the page of a row: a little of schema.org, as JSON in HTML."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from prosopography.queries.linked import settled, year

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "event": "Event",
    "place": "Place",
    "role": "DefinedTerm",
    "source": "CreativeWork",
}
#: Characters that would end the element, or begin another, and how JSON writes them else.
_ESCAPED = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}
#: More names than these help nobody to find a person.
_MOST_NAMES = 20


def data_block(
    thing: str, address: str, *, title: str, description: str, row: Any, page: Any
) -> SafeString:
    """The block for the page at this address: of a row, or without one of a claim; no query.

    ``thing`` is what linked data calls it, in every language.

    Of a life only what nobody disputes is stated: the year and place that stand in the head of the
    page without a doubt.
    """
    about = {"name": row.label, **_about(row, page)} if row is not None else _claim(page)
    told = {
        "@context": "https://schema.org",
        "@id": thing,
        **about,
        "description": description,
        "url": address,
    }
    if row is None:
        told["name"] = title
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPED))  # noqa: S308 -- nothing in it can end its element


def _about(row: Any, page: Any) -> dict[str, Any]:
    noun = row._meta.model_name
    told: dict[str, Any] = {"@type": _TYPES[noun]}
    same = [
        each.authority.url_template.replace("{}", each.value)
        for each in getattr(page, "identifiers", ())
    ]
    if same:
        told["sameAs"] = same
    if noun == "person":
        told |= _life(page)
    if noun == "place" and row.latitude is not None:
        position = {"latitude": float(row.latitude), "longitude": float(row.longitude)}
        told["geo"] = {"@type": "GeoCoordinates", **position}
    if noun == "source":
        texts = {
            "headline": row.title,
            "author": row.authors,
            "datePublished": row.edtf,
            "publisher": row.publisher,
            "inLanguage": row.language,
            "sameAs": row.url,
        }
        told |= {name: text for name, text in texts.items() if text}
    return told


def _life(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "birthDate": year(page.life.born),
        "deathDate": year(page.life.died),
        "birthPlace": settled(page.where.born),
        "deathPlace": settled(page.where.died),
    }
    for name in ("birthPlace", "deathPlace"):
        if found[name]:
            found[name] = {"@type": "Place", "name": found[name]}
    names = [name.text for name in page.names if name.text != page.person.label]
    found["alternateName"] = names[:_MOST_NAMES]
    return {name: value for name, value in found.items() if value}


def _claim(page: Any) -> dict[str, Any]:
    """A claim, as schema.org knows it: a sentence of which nothing is said whether it is true."""
    about = page.subject
    told: dict[str, Any] = {"@type": "Claim", "text": page.sentence}
    if about is not None:
        told["about"] = {"@type": _TYPES[about._meta.model_name], "name": about.label}
    told["citation"] = sorted({each.source.label for each in page.claim.evidence})
    return told
