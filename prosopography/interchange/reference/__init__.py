"""How to cite a page: one ``Reference``, written for each program that keeps references.

Each format is one function from a Reference to the whole file as text.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .bibtex import BIBTEX_TYPE, bibtex
from .csl import CSL_TYPE, csl
from .reference import Reference
from .ris import RIS_TYPE, ris
from .text import TEXT_TYPE, text


@dataclass(frozen=True)
class Format:
    """A way to write a reference."""

    suffix: str  # of the file
    name: str
    media_type: str
    write: Callable[[Reference], str]


#: All of them, by the suffixes of their files, in the order in which a page offers them.
FORMATS = {
    each.suffix: each
    for each in (
        Format("txt", "Text", TEXT_TYPE, text),
        Format("bib", "BibTeX", BIBTEX_TYPE, bibtex),
        Format("ris", "RIS", RIS_TYPE, ris),
        Format("json", "CSL-JSON", CSL_TYPE, csl),
    )
}

__all__ = ["FORMATS", "Format", "Reference"]
