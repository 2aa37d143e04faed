"""The glossary: the terms of the field and of this record, each explained once.

The page of the glossary shows them all; what pops up where a term occurs is taken from there.
"""

from .doubt import DOUBT
from .evidence import EVIDENCE
from .method import METHOD
from .subjects import SUBJECTS
from .term import Chapter, Term
from .time import TIME

__all__ = ["TERMS", "Chapter", "Term", "chapters", "find"]

_CHAPTERS = (METHOD, EVIDENCE, DOUBT, TIME, SUBJECTS)
#: Every term by its slug.
TERMS: dict[str, Term] = {term.slug: term for chapter in _CHAPTERS for term in chapter.terms}


def chapters() -> list[tuple[Chapter, list[tuple[Term, list[Term]]]]]:
    """The glossary in order: each chapter with its terms, and with each the terms to see; no query."""
    return [
        (chapter, [(term, [find(slug) for slug in term.see]) for term in chapter.terms])
        for chapter in _CHAPTERS
    ]


def find(slug: str) -> Term:
    """The term of this slug. Another is a KeyError: a template names one that is not there."""
    return TERMS[slug]
