"""What is wrong with a question, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from prosopography.models import SUBJECTS

from ..address import visible
from ..search import search
from ..text import nearest
from ..words import in_words

#: Of a table with more rows than these only the nearest by its name is looked for.
_MOST_COMPARED = 2000


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands, and what it is. An empty path: the whole."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class QuestionError(ValueError):
    """A question that cannot be read, with everything that is wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """“; did you mean "…"?” with the nearest known word, or nothing when none is near."""
    near = nearest(word, known)
    return _meant(near) if near else ""


def _meant(word: str) -> str:
    return gettext('; did you mean "{word}"?').format(word=word)


def unknown(model: Any, slug: str) -> str:
    """That the public knows no such row, with the nearest that it does know; four queries at most."""
    told = gettext('no {noun} "{slug}"')
    return told.format(noun=in_words(model._meta.model_name), slug=slug) + near_in(model, slug)


def near_in(model: Any, slug: str) -> str:
    """“; did you mean …?” with the nearest row of a table that the public knows; four queries."""
    noun = model._meta.model_name
    slugs = visible(model).order_by("slug").values_list("slug", flat=True)
    near = did_you_mean(slug, slugs[:_MOST_COMPARED])
    if not near and noun in SUBJECTS:
        hits = search(slug.replace("-", " "), noun, limit=1)
        found = slugs.filter(pk__in=[hit.pk for hit in hits])
        near = "".join(map(_meant, found))
    return near
