"""A source itself as something to cite: the book or the article, not its page on the site."""

import re
from dataclasses import dataclass

from prosopography.models import Source, SourceKind

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class WorkType:
    """What each format calls such a work."""

    bibtex: str
    ris: str
    csl: str


_OTHER = WorkType("misc", "GEN", "document")
_BOOK = WorkType("book", "BOOK", "book")
_ENTRY = WorkType("misc", "ENCYC", "entry-encyclopedia")
#: By the kinds of sources; the kinds that are not here are documents of some sort.
_TYPES = {
    SourceKind.BOOK: _BOOK,
    SourceKind.MEMOIR: _BOOK,
    SourceKind.EDITION: _BOOK,
    SourceKind.ENCYCLOPAEDIA: _BOOK,
    SourceKind.ENCYCLOPAEDIA_ARTICLE: _ENTRY,
    SourceKind.ARTICLE: WorkType("misc", "GEN", "article"),
    SourceKind.NEWSPAPER: WorkType("misc", "NEWS", "article-newspaper"),
    SourceKind.DATASET: WorkType("misc", "DATA", "dataset"),
    SourceKind.LETTER: WorkType("misc", "PCOMM", "personal_communication"),
    SourceKind.MANUSCRIPT: WorkType("misc", "MANSCPT", "manuscript"),
    SourceKind.WEB_PAGE: WorkType("misc", "ELEC", "webpage"),
}


@dataclass(frozen=True)
class Work:
    """What the bibliographic record of a source says; nothing is guessed.

    Names of authors stay as they are printed: which part of one is the family's, nobody said.
    """

    key: str
    type: WorkType
    title: str
    authors: tuple[str, ...]
    date_text: str  # as printed
    date: tuple[int, ...]  # year, month, day as far as known; empty where it is no plain date
    publisher: str
    licence: str
    url: str
    language: str


def work(source: Source) -> Work:
    """The bibliographic record of a source; no query."""
    plain = _PLAIN.fullmatch(source.edtf)
    return Work(
        key=source.slug,
        type=_TYPES.get(SourceKind(source.kind), _OTHER),
        title=source.title,
        authors=tuple(name.strip() for name in source.authors.split(";") if name.strip()),
        date_text=source.date_text,
        date=tuple(int(part) for part in plain.groups() if part) if plain else (),
        publisher=source.publisher,
        licence=source.licence,
        url=source.url,
        language=source.language,
    )
