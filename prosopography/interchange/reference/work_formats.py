"""The bibliographic record of a source in the formats of ``FORMATS``: one function for each."""

import json
from typing import Any

from .bibtex import escaped
from .reference import one_line
from .work import Work


def work_text(work: Work) -> str:
    """One line for a footnote: authors, title, publisher, date, address, as far as they are known."""
    parts = (", ".join(work.authors), work.title, work.publisher, work.date_text, work.url)
    return ", ".join(one_line(part) for part in parts if part) + "\n"


def work_bibtex(work: Work) -> str:
    """The entry; each name in braces, so that it is not taken apart."""
    year = f"{work.date[0]:04}" if work.date else work.date_text
    fields = {
        "title": f"{{{escaped(work.title)}}}",
        "author": " and ".join(f"{{{escaped(name)}}}" for name in work.authors),
        "publisher": escaped(work.publisher),
        "year": escaped(year),
        # As it is: an address has no braces, and its own signs are no commands there.
        "url": work.url,
        "language": work.language,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{work.type.bibtex}{{{work.key},\n{lines}}}\n"


def work_ris(work: Work) -> str:
    """The record, each line ended by CR and LF."""
    year = f"{work.date[0]:04}" if work.date else ""
    day = "/".join([year, *(f"{part:02}" for part in work.date[1:])])
    lines = [
        ("TY", work.type.ris),
        ("ID", work.key),
        ("TI", work.title),
        *(("AU", name) for name in work.authors),
        ("PB", work.publisher),
        ("PY", year),
        ("DA", f"{day}{'/' * (3 - day.count('/'))}" if len(work.date) > 1 else ""),
        ("UR", work.url),
        ("LA", work.language),
    ]
    told = "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in lines if value)
    return f"{told}ER  - \r\n"


def work_csl(work: Work) -> str:
    """A list of one item."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": work.type.csl,
        "title": one_line(work.title),
        "author": [{"literal": one_line(name)} for name in work.authors],
        "publisher": one_line(work.publisher),
        "issued": _issued(work),
        "license": one_line(work.licence),
        "URL": work.url,
        "language": work.language,
    }
    told = {name: value for name, value in item.items() if value}
    return json.dumps([told], ensure_ascii=False, indent=2) + "\n"


def _issued(work: Work) -> dict[str, Any]:
    """A plain date in its parts, any other as it is printed."""
    if work.date:
        return {"date-parts": [list(work.date)]}
    return {"literal": one_line(work.date_text)} if work.date_text else {}


#: How each format writes a work, by the suffixes of ``FORMATS``.
WORK_WRITERS = {"txt": work_text, "bib": work_bibtex, "ris": work_ris, "json": work_csl}
